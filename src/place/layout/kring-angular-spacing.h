/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Even fans: those who are tied to one hub and to nobody else stand at one distance from it and at
 * equal angles, wherever that brings no crossing, no box on a box or a line, and no words without room.
 * The last touch of a layout. Pure function; any thread.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const guint8 *fixed; /* per node: may not move */
  double gap;          /* left free between boxes, in map units */
  /* (nullable) where a node may stand that wants to stand @at: elsewhere, and it is no place for it */
  KringPoint (*allow) (guint node, KringPoint at, gpointer data);
  /* (nullable) in which part of the way through its band a node stands, from 0 to 1, ... */
  double (*get_part) (guint node, KringPoint at, gpointer data);
  /* ... and where it does at another angle and part; for the leaves of @middle */
  KringPoint (*get_place) (guint node, double angle, double part, gpointer data);
  guint middle;
  double aspect; /* of the bands, width / height */
  gpointer data;
  GCancellable *cancellable; /* (nullable) */
} KringAngularSpacingOptions;

gboolean kring_angular_spacing_even (const KringGraph *graph,
                                     const KringAngularSpacingOptions *options,
                                     KringPoint *places);

G_END_DECLS
