/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The readable pass: small moves of single nodes that lower the weighed cost of a drawing. The
 * amount of work depends on the graph alone, so the same seed gives the same picture.
 */
#pragma once

#include "place/embedding/kring-cost.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 seed;
  guint passes;        /* over all nodes; 0: by size */
  double work;         /* passes by size: times the usual number; 0: once */
  double reach;        /* of the first moves, in map units */
  double heat;         /* how much worse a first move may be and still be made; 0: never */
  double stress;       /* that may be reached, drawn at its best scale; 0: not looked at */
  const guint8 *fixed; /* (nullable) per node: may not move */
  /* (nullable) where a node may go instead of to @at: constraints such as a ring */
  KringPoint (*allow) (guint node, KringPoint at, gpointer data);
  gpointer allow_data;
  GCancellable *cancellable;                                          /* (nullable) */
  void (*progress) (KringCost *cost, double fraction, gpointer data); /* (nullable) each pass */
  gpointer progress_data;
} KringLocalSearchOptions;

double kring_local_search_get_pass (const KringGraph *graph);
gboolean kring_local_search_improve (KringCost *cost,
                                     const KringGraph *graph,
                                     const KringLocalSearchOptions *options);

G_END_DECLS
