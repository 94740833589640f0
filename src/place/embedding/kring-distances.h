/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All distances of a connected graph, in units, laid out for streaming: by diagonal. Entry (k, i)
 * is the distance from node i to node (i + k) mod n, for 1 <= k <= n / 2, so every pair stands there
 * once (for even n the last diagonal holds each pair twice; only its first half counts).
 *
 *        i = 0      1      2      3      4        n = 5
 *   k = 1  d(0,1) d(1,2) d(2,3) d(3,4) d(4,0)
 *   k = 2  d(0,2) d(1,3) d(2,4) d(3,0) d(4,1)
 *
 * One byte a pair; where a distance exceeds 255, two. Owned by the layout that made it; any thread.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint n;
  guint n_diagonals;
  guint longest;  /* the greatest distance, in units */
  float unit;     /* what one unit is, in steps: 1 where every tie is one step long */
  guint8 *narrow; /* (owned) (nullable) n_diagonals rows of n */
  guint16 *wide;  /* (owned) (nullable) the same, if they may be more than 255 */
} KringDistances;

/* A connected graph by number: neighbours of v are neighbours[first[v]] .. neighbours[first[v + 1] - 1]. */
typedef struct
{
  guint n;
  const guint *first;
  const guint *neighbours;
  const float *lengths; /* (nullable) of every tie, as long as neighbours, in steps; else all 1 */
} KringAdjacency;

KringDistances *kring_distances_new (KringAdjacency graph,
                                     GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void kring_distances_free (KringDistances *self);
guint kring_distances_get (const KringDistances *self, guint a, guint b);
void kring_distances_from (KringAdjacency graph, guint source, int *distances);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringDistances, kring_distances_free)

G_END_DECLS
