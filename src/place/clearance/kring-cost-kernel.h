/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inner loops of kring-cost over arrays of coordinates. Pure functions; any thread.
 */
#pragma once

#include "map/base/kring-geometry.h"

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

/* People by their middles, by how much more than usual their signs need, and by their boxes. */
typedef struct
{
  const float *x;
  const float *y;
  const float *wider;
  KringBoxes boxes;
} KringPeople;

/* A strip of a drawing: what lies in a box, and no further from a line through (x, y) than half of it;
 * (nx, ny) is at right angles to the line, of length 1. */
typedef struct
{
  KringBox box;
  float x, y, nx, ny, half;
} KringStrip;

/* Boxes in a row, of the same size, the first one around (x, y). */
typedef struct
{
  float x, y, dx, dy, wide, high;
} KringSlots;

/* So many. */
#define KRING_SLOTS 9

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
float kring_kernel_near_people (KringPeople people, guint n, KringSegment s, float hit);
float kring_kernel_near_segments (
    KringSegments segments, guint n, KringPoint at, float wider, KringBox box, float through);
float kring_kernel_narrow (const float *ux, const float *uy, guint n, float x, float y);
guint kring_kernel_slots_kept (KringPeople people, guint n, KringSlots slots, guint *names);
void kring_kernel_segments_reach (KringSegments segments, guint n, KringBox box, guint8 *touch);
void
kring_kernel_segments_in_strip (KringSegments segments, guint n, KringStrip strip, guint8 *touch);
void kring_kernel_people_in_strip (
    KringPeople people, guint n, KringStrip strip, KringBox more, guint8 *touch);

G_END_DECLS
