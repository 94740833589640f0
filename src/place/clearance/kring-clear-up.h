/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Takes ties from behind people, and words from under them, in a drawing that is done: whom it concerns
 * steps aside, the others stay. The same drawing, options and seed come to the same. Any one thread.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 seed;
  double gap;          /* between boxes, in map units */
  const guint8 *fixed; /* (array length=n_nodes) */
  /* (nullable) where a node may go instead that would go from here to there */
  KringPoint (*allow) (guint node, KringPoint from, KringPoint to, gpointer data);
  gpointer allow_data;
  GCancellable *cancellable; /* (nullable) */
} KringClearUpOptions;

gboolean
kring_clear_up (const KringGraph *graph, const KringClearUpOptions *options, KringPoint *places);

G_END_DECLS
