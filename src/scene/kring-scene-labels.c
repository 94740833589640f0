/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/kring-scene-private.h"

/* The first of the seats of a label set. */
#define FIRST_SEAT KRING_SEAT_BELOW

G_STATIC_ASSERT (KRING_SEAT_UPPER_LEFT - KRING_SEAT_BELOW + 1 == KRING_LABEL_SEATS);

static void
add_node (KringLabelSet *set, const KringNode *node)
{
  KringLabelNode *label = kring_label_set_add_node (set, node->id);
  KringPoint marks[KRING_NODE_N_SEATS];
  guint n_marks = kring_node_get_seats (node, marks);

  label->body = kring_rect_grow (kring_node_get_box (node), 2);
  label->marks = label->body;
  for (guint i = 0; i < n_marks; i++)
    label->marks = kring_rect_union (
        label->marks, kring_rect_grow (KRING_RECT_INIT (marks[i].x, marks[i].y, 0, 0), 9));
  for (guint s = 0; s < KRING_LABEL_SEATS; s++)
    label->seats[s] = kring_node_label_get_box (node, FIRST_SEAT + s);
  label->seat = node->label.seat - FIRST_SEAT;
  label->fixed = node->label.wanted != KRING_SEAT_AUTO;
}

/* Labels beside a short tie and pills in place of many have one place. */
static gboolean
is_fixed (const KringTie *tie)
{
  return !isnan (tie->label_at) || tie->more > 0 || tie->place.beside;
}

static void
add_tie (KringLabelSet *set, const KringTie *tie, GHashTable *numbers)
{
  KringLabelTie *label = kring_label_set_add_tie (set, tie->id);
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, tie->from->id, NULL, &number))
    label->from = GPOINTER_TO_INT (number);
  if (g_hash_table_lookup_extended (numbers, tie->to->id, NULL, &number))
    label->to = GPOINTER_TO_INT (number);
  label->fixed = is_fixed (tie);
  if (tie->body == NULL || tie->hidden)
    return;
  g_array_append_vals (label->line, tie->body->points->data, tie->body->points->len);
  for (guint s = 0; s < KRING_LABEL_SLOTS && !kring_rect_is_empty (tie->place.box); s++)
    {
      double off =
          fabs (KRING_LABEL_SLOT_AT (s) * kring_curve_get_length (tie->body) - tie->place.middle);
      double least = fabs (KRING_LABEL_SLOT_AT (label->slot) * kring_curve_get_length (tie->body) -
                           tie->place.middle);

      label->slots[s] = label->fixed
                            ? tie->place.box
                            : kring_tie_label_get_place (tie, KRING_LABEL_SLOT_AT (s), 0).box;
      if (off < least)
        label->slot = s;
    }
}

/**
 * kring_scene_dup_labels:
 *
 * Returns: (transfer full): all labels where they stand now, and where else they could
 */
KringLabelSet *
kring_scene_dup_labels (KringScene *self)
{
  KringLabelSet *set = kring_label_set_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (self->node_order, i);

      g_hash_table_insert (numbers, (gpointer) node->id, GINT_TO_POINTER (i));
      add_node (set, node);
    }
  for (guint i = 0; i < self->tie_order->len; i++)
    add_tie (set, g_ptr_array_index (self->tie_order, i), numbers);
  return set;
}
