/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Takes boxes off each other, moving as little as possible: scale first, where there is simply no
 * room, then push apart. Always ends without overlaps, save between boxes that may not move.
 * Pure function of its arguments; any thread.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  double gap;                /* left free between boxes, in map units */
  const guint8 *fixed;       /* (nullable) per node: may not move */
  gboolean no_scaling;       /* only push: for a picture whose scale means something */
  GCancellable *cancellable; /* (nullable) */
} KringSeparateOptions;

gboolean
kring_separate (const KringGraph *graph, const KringSeparateOptions *options, KringPoint *places);
guint kring_separate_count_helpable (const KringGraph *graph,
                                     const KringPoint *places,
                                     const guint8 *fixed);
guint kring_separate_count (const KringGraph *graph, const KringPoint *places, double gap);

G_END_DECLS
