/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a map lies on: three rings around the young person at the centre, or a plain ground. A
 * plain value that the scene reads from the case; any thread.
 */
#pragma once

#include "map/model/kring-map.h"
#include "picture/marks/kring-sketch.h"

G_BEGIN_DECLS

#define KRING_GROUND_N_RINGS 3

/* Where on a ring its name stands. */
#define KRING_GROUND_NAME_ANGLE (116 * G_PI / 180)

typedef struct
{
  gboolean rings;                     /* else plain */
  gboolean round;                     /* circles instead of ellipses */
  KringPoint centre;                  /* of the rings, in map units */
  double sizes[KRING_GROUND_N_RINGS]; /* times which each ring is drawn larger than usual */
} KringGround;

KringGround kring_ground_read (KringMap *map);
KringPoint kring_ground_get_axes (const KringGround *self, guint ring);
KringPoint kring_ground_get_radii (const KringGround *self, guint ring);
KringColour kring_ground_get_colour (const KringGround *self, KringPoint point);
KringRing kring_ground_get_ring (const KringGround *self, KringPoint point);
KringRect kring_ground_get_name_box (const KringGround *self,
                                     KringMap *map,
                                     guint ring,
                                     double angle,
                                     double scale,
                                     const KringTextMeasurer *measurer);
void kring_ground_draw_name (const KringGround *self,
                             KringMap *map,
                             guint ring,
                             double angle,
                             double scale,
                             KringSketch *sketch);
void kring_ground_draw_rings (const KringGround *self, KringSketch *sketch);
void kring_ground_draw (const KringGround *self, KringMap *map, KringSketch *sketch);

G_END_DECLS
