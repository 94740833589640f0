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

/* Segments as seen from a point: their ends less it, and on which side of them it is. */
typedef struct
{
  float *ax;
  float *ay;
  float *bx;
  float *by;
  float *side;
} KringView;

/* Boxes by their middles and half their sizes. */
typedef struct
{
  float *x;
  float *y;
  float *wide;
  float *high;
} KringMiddles;

/* Sums of length / distance. */
typedef struct
{
  float sum;
  float squares;
  float count;
} KringRatios;

guint kring_kernel_crossings (KringSegments segments, guint n, KringSegment s);
void kring_kernel_view (KringSegments segments, guint n, float x, float y, KringView view);
guint kring_kernel_crossings_seen (KringSegments segments, KringView view, guint n, KringSegment s);
guint kring_kernel_middles_hit (KringMiddles middles, guint n, KringSegment s);
void kring_kernel_segments_touch (KringSegments segments, guint n, KringBox box, guint8 *touch);
void kring_kernel_boxes_touch (KringBoxes boxes, guint n, KringBox box, guint8 *touch);
void
kring_kernel_angles (const float *x, const float *y, guint n, float px, float py, float *angles);
float kring_kernel_sharpest (float *angles, guint n);
float kring_kernel_nearest_angle (const float *angles, guint n, float angle);
guint kring_kernel_segments_through (KringSegments segments, guint n, KringBox box);
guint kring_kernel_boxes_hit (KringBoxes boxes, guint n, KringSegment s);
float kring_kernel_overlaps (KringBoxes boxes, guint n, KringBox box, guint *count);
KringRatios kring_kernel_ratios (
    const float *x, const float *y, const float *distances, guint n, float px, float py);
float kring_kernel_stress (
    const float *x, const float *y, const float *distances, guint n, float px, float py);
float kring_kernel_near_points (
    const float *x, const float *y, const float *wider, guint n, KringSegment s);
float kring_kernel_near_segments (KringSegments segments, guint n, float x, float y, float wider);

G_END_DECLS
