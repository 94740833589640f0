/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All labels of a drawing and where each might stand, frozen for algorithms: the scene says what
 * places there are, the layout chooses, a command writes down what was chosen. Plain data, owned by
 * whom it was made for; any one thread.
 */
#pragma once

#include "map/base/kring-geometry.h"

G_BEGIN_DECLS

/* In the order in which people like them; as KringSeat, less the first. */
#define KRING_LABEL_SEATS 8

/* Slots lie at .14, .18, ... .86 of a line. */
#define KRING_LABEL_SLOTS 19
#define KRING_LABEL_SLOT_AT(slot) (0.14 + 0.04 * (slot))

typedef struct
{
  char *id;                           /* (owned) (nullable) */
  KringRect body;                     /* the node itself, in map units */
  KringRect marks;                    /* body and badges: what labels of others keep clear of */
  KringRect seats[KRING_LABEL_SEATS]; /* its label in each seat; all empty: no label */
  int seat;                           /* (inout) */
  gboolean fixed;                     /* the seat may not change */
} KringLabelNode;

typedef struct
{
  char *id;                           /* (owned) (nullable) */
  GArray *line;                       /* (owned) (element-type KringPoint) as it is drawn */
  int from, to;                       /* numbers of the nodes at its ends */
  KringRect slots[KRING_LABEL_SLOTS]; /* its label in each slot; all empty: no label */
  int slot;                           /* (inout) */
  gboolean fixed;                     /* the slot may not change */
} KringLabelTie;

typedef struct
{
  GArray *nodes; /* (owned) (element-type KringLabelNode) */
  GArray *ties;  /* (owned) (element-type KringLabelTie) */
} KringLabelSet;

KringLabelSet *kring_label_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_label_set_free (KringLabelSet *self);
KringLabelNode *kring_label_set_add_node (KringLabelSet *self, const char *id);
KringLabelTie *kring_label_set_add_tie (KringLabelSet *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringLabelSet, kring_label_set_free)

G_END_DECLS
