/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inner loops of kring-cost over arrays of coordinates. Pure functions; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Segments from (ax, ay) to (bx, by). */
typedef struct
{
  const float *ax;
  const float *ay;
  const float *bx;
  const float *by;
} KringSegments;

/* Boxes by their edges. */
typedef struct
{
  const float *left;
  const float *top;
  const float *right;
  const float *bottom;
} KringBoxes;

typedef struct
{
  float ax, ay, bx, by;
} KringSegment;

typedef struct
{
  float left, top, right, bottom;
} KringBox;

guint kring_kernel_crossings (KringSegments segments, guint n, KringSegment s);
guint kring_kernel_segments_through (KringSegments segments, guint n, KringBox box);
guint kring_kernel_boxes_hit (KringBoxes boxes, guint n, KringSegment s);
float kring_kernel_overlaps (KringBoxes boxes, guint n, KringBox box, guint *count);
float kring_kernel_stress (
    const float *x, const float *y, const float *distances, guint n, float px, float py);

G_END_DECLS
