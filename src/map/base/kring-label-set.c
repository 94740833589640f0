/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-label-set.h"

static void
clear_node (gpointer data)
{
  KringLabelNode *node = data;

  g_free (node->id);
}

static void
clear_tie (gpointer data)
{
  KringLabelTie *tie = data;

  g_free (tie->id);
  g_array_unref (tie->line);
}

/**
 * kring_label_set_new: (constructor)
 *
 * Returns: (transfer full): a set without labels
 */
KringLabelSet *
kring_label_set_new (void)
{
  KringLabelSet *self = g_new0 (KringLabelSet, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (KringLabelNode));
  self->ties = g_array_new (FALSE, TRUE, sizeof (KringLabelTie));
  g_array_set_clear_func (self->nodes, clear_node);
  g_array_set_clear_func (self->ties, clear_tie);
  return self;
}

void
kring_label_set_free (KringLabelSet *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->ties);
  g_free (self);
}

/**
 * kring_label_set_add_node:
 * @id: (nullable): id of its item
 *
 * Returns: (transfer none): a node without a label, valid until the next is added
 */
KringLabelNode *
kring_label_set_add_node (KringLabelSet *self, const char *id)
{
  KringLabelNode node = { .id = g_strdup (id) };

  g_array_append_val (self->nodes, node);
  return &g_array_index (self->nodes, KringLabelNode, self->nodes->len - 1);
}

/**
 * kring_label_set_add_tie:
 * @id: (nullable): id of its item
 *
 * Returns: (transfer none): a tie without a line or label, valid until the next is added
 */
KringLabelTie *
kring_label_set_add_tie (KringLabelSet *self, const char *id)
{
  KringLabelTie tie = { .id = g_strdup (id), .from = -1, .to = -1 };

  tie.line = g_array_new (FALSE, FALSE, sizeof (KringPoint));
  g_array_append_val (self->ties, tie);
  return &g_array_index (self->ties, KringLabelTie, self->ties->len - 1);
}
