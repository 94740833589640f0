/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taking over a layout: the one undo step "Arrange". Main thread only.
 */
#pragma once

#include "map/base/kring-graph.h"
#include "map/base/kring-label-set.h"
#include "map/edit/kring-editor.h"

G_BEGIN_DECLS

typedef struct
{
  const KringPoint *places; /* one per node */
  const double
      *ring_sizes; /* (nullable) times which each of the three rings is drawn larger; NULL: as
                             * they were */
} KringArrangement;

void kring_edit_arrange (KringEditor *editor,
                         const KringGraph *graph,
                         const KringArrangement *arrangement);
void kring_edit_set_rings (KringEditor *editor, gboolean shown);
void kring_edit_seat_labels (KringEditor *editor,
                             const KringLabelSet *before,
                             const KringLabelSet *after);

G_END_DECLS
