/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places for all labels of a drawing at once: eight seats around each node, slots along each line.
 * Every label goes where it least covers nodes, other labels and lines, and the seats are weighed
 * together until none would rather stand elsewhere. Pure function; any thread.
 */
#pragma once

#include "core/kring-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_LABEL_BELOW,
  KRING_LABEL_ABOVE,
  KRING_LABEL_RIGHT,
  KRING_LABEL_LEFT,
  KRING_LABEL_LOWER_RIGHT,
  KRING_LABEL_LOWER_LEFT,
  KRING_LABEL_UPPER_RIGHT,
  KRING_LABEL_UPPER_LEFT,
  KRING_LABEL_N_SEATS,
} KringLabelSeat;

/* Slots lie at .25, .29, ... .73 of a line. */
#define KRING_LABEL_SLOTS 13

typedef struct
{
  KringRect body; /* the node itself, badges included, in map units */
  double width;   /* of its label; 0: none */
  double height;
  int seat; /* where it must stand; -1: free */
} KringLabelNode;

typedef struct
{
  KringPoint from; /* the visible ends of the line */
  KringPoint to;
  double width; /* of its label; 0: none */
  double height;
  int slot; /* where it must stand; -1: free */
} KringLabelTie;

typedef struct
{
  guint overlaps; /* labels on nodes or labels */
  guint lines;    /* lines under labels of others */
} KringLabelCounts;

void kring_labels_place (const KringLabelNode *nodes,
                         guint n_nodes,
                         const KringLabelTie *ties,
                         guint n_ties,
                         int *seats,
                         int *slots,
                         KringLabelCounts *counts);
KringRect kring_label_get_seat_box (const KringLabelNode *node, KringLabelSeat seat);
KringRect kring_label_get_slot_box (const KringLabelTie *tie, int slot);

G_END_DECLS
