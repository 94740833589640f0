/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Room for the words on ties while a search moves nodes about: whoever is moved keeps so far from those
 * they are tied to that what is written on the tie fits between them. Reads places from the cost of the
 * drawing, which must outlive it. Owned by a layout; one thread.
 */
#pragma once

#include "place/embedding/kring-cost.h"

G_BEGIN_DECLS

typedef struct _KringEdgeLabelClearance KringEdgeLabelClearance;

KringEdgeLabelClearance *kring_edge_label_clearance_new (const KringGraph *graph,
                                                         KringCost *cost) G_GNUC_WARN_UNUSED_RESULT;
void kring_edge_label_clearance_free (KringEdgeLabelClearance *self);
double
kring_edge_label_clearance_get_lack (KringEdgeLabelClearance *self, guint node, KringPoint at);
KringPoint
kring_edge_label_clearance_make (KringEdgeLabelClearance *self, guint node, KringPoint at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringEdgeLabelClearance, kring_edge_label_clearance_free)

G_END_DECLS
