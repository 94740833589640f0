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

typedef struct _KringNear KringNear;

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
} KringNearDrawing;

KringNear *kring_near_new (const KringNearDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
void kring_near_free (KringNear *self);
void kring_near_look (KringNear *self, guint node, KringBox area);
void kring_near_forget (KringNear *self, guint moved);
gboolean kring_near_holds (KringNear *self, guint node, float x, float y);

void kring_near_stand (KringNear *self, float x, float y);
float kring_near_overlaps (KringNear *self, KringBox box, guint *count);
guint kring_near_lines_through (KringNear *self, KringBox box);
guint kring_near_crossings (KringNear *self, guint line);
guint kring_near_boxes_hit (KringNear *self, guint line);
double kring_near_lack_of_angles (KringNear *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringNear, kring_near_free)

G_END_DECLS
