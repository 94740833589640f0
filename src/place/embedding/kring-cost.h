/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What makes a drawing hard to read, weighed together, and how much of it hangs on one node:
 * stress, crossings, label boxes on each other, lines through label boxes, sharp angles.
 * Works in map units. One call, one thread.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  double stress;   /* per pair: w (length / step - d)^2, or 0 to leave stress out */
  double crossing; /* per crossing of two lines */
  double overlap;  /* per pair of boxes; as much again for a full overlap */
  double through;  /* per line running through a third node's box */
  double angle;    /* per node: part of the ideal angle that its sharpest angle lacks */
  double foreign;  /* per node in the hull of a group not its own; more the deeper */
} KringCostWeights;

typedef struct
{
  guint crossings;
  guint overlaps;
  guint through;
  double angle; /* mean of smallest angle / ideal angle over nodes with several neighbours */
} KringCostCounts;

typedef struct _KringCost KringCost;

KringCost *kring_cost_new (const KringGraph *graph,
                           const KringCostWeights *weights,
                           double step) G_GNUC_WARN_UNUSED_RESULT;
void kring_cost_free (KringCost *self);
void kring_cost_set_weights (KringCost *self, const KringCostWeights *weights);
void kring_cost_set_firmness (KringCost *self, double firmness);
void kring_cost_set_distances (KringCost *self, const float *distances);
void kring_cost_place (KringCost *self, guint node, KringPoint at);
KringPoint kring_cost_get_place (KringCost *self, guint node);
void kring_cost_look (KringCost *self, guint node, KringRect area);
double kring_cost_of_node (KringCost *self, guint node, double limit);
double kring_cost_of_all (KringCost *self);
double kring_cost_get_stress (KringCost *self, double *scale);
void kring_cost_scale (KringCost *self, double scale);
void kring_cost_count (KringCost *self, GCancellable *cancellable, KringCostCounts *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringCost, kring_cost_free)

G_END_DECLS
