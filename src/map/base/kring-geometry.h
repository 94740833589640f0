/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Points and rectangles in map units (1 u = 1/96 inch at 100 %), y pointing down.
 * Plain values: copied, never owned, usable on any thread.
 */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* No coordinate on a map may lie further from the origin than this, in map units. */
#define KRING_COORDINATE_MAX 1e6

typedef struct
{
  double x;
  double y;
} KringPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} KringRect;

#define KRING_POINT_INIT(X, Y) ((KringPoint){ (X), (Y) })
#define KRING_RECT_INIT(X, Y, W, H) ((KringRect){ (X), (Y), (W), (H) })

double kring_point_distance (KringPoint a, KringPoint b);
double kring_segment_distance (KringPoint a, KringPoint b, KringPoint point);

gboolean kring_rect_is_empty (KringRect rect);
gboolean kring_rect_contains (KringRect rect, KringPoint point);
gboolean kring_rect_contains_rect (KringRect outer, KringRect inner);
gboolean kring_rect_intersects (KringRect a, KringRect b);
KringRect kring_rect_union (KringRect a, KringRect b);
KringRect kring_rect_grow (KringRect rect, double by);
KringRect kring_rect_from_corners (KringPoint a, KringPoint b);
KringPoint kring_rect_centre (KringRect rect);
void kring_rect_add_corners (KringRect rect, GArray *points);

double kring_points_get_turn (KringPoint a, KringPoint b, KringPoint c);
GArray *kring_points_dup_hull (GArray *points) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
