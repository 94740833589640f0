/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawings of which a part stands already. What is pinned never moves. If the rest is to be kept too,
 * new nodes are settled first, and what stands gives way no further than needed. All in steps, not in
 * map units. Any thread.
 */
#pragma once

#include "map/base/kring-graph.h"
#include "place/embedding/kring-stress.h"

G_BEGIN_DECLS

typedef struct
{
  const KringGraph *graph;  /* connected */
  KringStress *stress;      /* (not owned), of the graph */
  double step;              /* map units that one step takes */
  gboolean keep;            /* all that stands somewhere stays near, and not only what is pinned */
  gboolean readable;        /* the drawing is worth some stress */
  double least;             /* stress of a drawing in which nothing is held; 0: not known */
  KringStressOptions solve; /* seed, vector unit, whom to ask and to tell */
} KringIncrementalOptions;

gboolean kring_incremental_is_held (const KringIncrementalOptions *options, guint node);
gboolean kring_incremental_solve (const KringIncrementalOptions *options, float *x, float *y);

G_END_DECLS
