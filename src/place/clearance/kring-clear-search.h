/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moves the nodes of a drawing about until it is as little cluttered as can be found: a search that at
 * first also goes uphill. The same drawing, options and seed come to the same. Any one thread.
 */
#pragma once

#include "place/clearance/kring-clutter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GRand *rand;
  guint passes;
  guint runs;        /* from the same places, of which the best is kept */
  double heat;       /* by how much a move may be worse at first */
  double reach;      /* how far nodes are moved at first, in map units */
  double far;        /* and how far now and then, past what is in the way; 0: never */
  double depth;      /* towards the middle and away from it they are moved no further; 0: as far */
  KringPoint middle; /* see above */
  const guint8 *fixed; /* (array length=n_nodes) */
  const guint *bands;  /* (nullable) (array length=n_nodes) those of one number may change places;
                        * 0: with nobody */
  KringPoint (*allow) (guint node, KringPoint at, gpointer data); /* (nullable) a place near @at */
  gpointer allow_data;
  GCancellable *cancellable; /* (nullable) */
} KringClearSearchOptions;

gboolean kring_clear_search (KringClutter *clutter,
                             const KringGraph *graph,
                             const KringClearSearchOptions *options,
                             KringPoint *places);

G_END_DECLS
