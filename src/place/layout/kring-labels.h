/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places for all labels of a drawing at once: eight seats around each node, slots along each line.
 * Every label goes where it least covers nodes, other labels and lines, and the seats are weighed
 * together until none would rather stand elsewhere. Pure function; any thread.
 */
#pragma once

#include "map/base/kring-label-set.h"

G_BEGIN_DECLS

typedef struct
{
  guint overlaps; /* labels on nodes or labels; two labels on each other count twice */
  guint lines;    /* lines of others under labels */
} KringLabelCounts;

void kring_labels_place (KringLabelSet *set);
KringLabelCounts kring_labels_count (const KringLabelSet *set);

G_END_DECLS
