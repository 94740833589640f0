/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one node can meet while it is tried at several places: the lines and boxes of others around it
 * and its neighbours, copied together, and the directions of the other lines at its neighbours. Holds
 * as long as nobody else moves and the node stays in the area. Owned by a cost; one thread.
 */
#pragma once

#include "map/base/kring-graph.h"
#include "place/clearance/kring-cost-kernel.h"

G_BEGIN_DECLS

/* Nodes with hundreds of lines have sharp angles wherever they stand; above this nobody looks. */
#define KRING_NEAR_ANGLES_MAX 64

typedef struct _KringCostCache KringCostCache;

/* What is copied from: everything in the drawing, and the lines at every node. */
typedef struct
{
  const KringGraph *graph;
  const guint *first; /* lines at every node, some perhaps to the same other one */
  const guint *incident;
  const float *x; /* places, in any measure */
  const float *y;
  KringSegments lines;
  KringBoxes boxes;
} KringCostCacheDrawing;

KringCostCache *
kring_cost_cache_new (const KringCostCacheDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
void kring_cost_cache_free (KringCostCache *self);
void kring_cost_cache_look (KringCostCache *self, guint node, KringBox area);
void kring_cost_cache_forget (KringCostCache *self, guint moved);
gboolean kring_cost_cache_holds (KringCostCache *self, guint node, float x, float y);

void kring_cost_cache_stand (KringCostCache *self, float x, float y);
float kring_cost_cache_overlaps (KringCostCache *self, KringBox box, guint *count);
guint kring_cost_cache_lines_through (KringCostCache *self, KringBox box);
guint kring_cost_cache_crossings (KringCostCache *self, guint line);
guint kring_cost_cache_boxes_hit (KringCostCache *self, guint line);
double kring_cost_cache_lack_of_angles (KringCostCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringCostCache, kring_cost_cache_free)

G_END_DECLS
