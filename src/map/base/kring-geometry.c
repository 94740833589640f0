/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-geometry.h"

/**
 * kring_point_distance:
 *
 * Returns: the straight distance from @a to @b, in map units
 */
double
kring_point_distance (KringPoint a, KringPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/**
 * kring_segment_distance:
 *
 * Returns: the distance from @point to the nearest point of the segment
 */
double
kring_segment_distance (KringPoint a, KringPoint b, KringPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0;

  t = CLAMP (t, 0, 1);
  return hypot (point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/**
 * kring_rect_is_empty:
 *
 * Returns: whether @rect covers no area; the union with an empty one is the other one
 */
gboolean
kring_rect_is_empty (KringRect rect)
{
  return !(rect.width > 0 && rect.height > 0);
}

/**
 * kring_rect_contains:
 *
 * Returns: whether @point lies in @rect or on its edge
 */
gboolean
kring_rect_contains (KringRect rect, KringPoint point)
{
  return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y &&
         point.y <= rect.y + rect.height;
}

/**
 * kring_rect_contains_rect:
 *
 * Returns: whether all of @inner lies in @outer; edges may touch
 */
gboolean
kring_rect_contains_rect (KringRect outer, KringRect inner)
{
  return inner.x >= outer.x && inner.y >= outer.y &&
         inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

/**
 * kring_rect_intersects:
 *
 * Returns: whether @a and @b share more than an edge
 */
gboolean
kring_rect_intersects (KringRect a, KringRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * kring_rect_union:
 *
 * Returns: the smallest rectangle around both; an empty one does not count
 */
KringRect
kring_rect_union (KringRect a, KringRect b)
{
  double right = MAX (a.x + a.width, b.x + b.width);
  double bottom = MAX (a.y + a.height, b.y + b.height);
  double x = MIN (a.x, b.x);
  double y = MIN (a.y, b.y);

  if (kring_rect_is_empty (a))
    return b;
  if (kring_rect_is_empty (b))
    return a;
  return KRING_RECT_INIT (x, y, right - x, bottom - y);
}

/**
 * kring_rect_grow:
 * @by: distance added on each of the four sides, in map units; may be negative
 *
 * Returns: @rect, so much larger
 */
KringRect
kring_rect_grow (KringRect rect, double by)
{
  return KRING_RECT_INIT (rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by);
}

/**
 * kring_rect_from_corners:
 * @a: any corner
 * @b: the corner opposite to @a
 *
 * Returns: the rectangle between them, with a width and height of 0 or more
 */
KringRect
kring_rect_from_corners (KringPoint a, KringPoint b)
{
  return KRING_RECT_INIT (MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y));
}

/**
 * kring_rect_centre:
 *
 * Returns: the middle of @rect
 */
KringPoint
kring_rect_centre (KringRect rect)
{
  return KRING_POINT_INIT (rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/**
 * kring_rect_add_corners:
 * @points: (element-type KringPoint): gets the four corners too
 */
void
kring_rect_add_corners (KringRect rect, GArray *points)
{
  for (guint i = 0; i < 4; i++)
    {
      KringPoint corner = { rect.x + i % 2 * rect.width, rect.y + i / 2 * rect.height };

      g_array_append_val (points, corner);
    }
}

/**
 * kring_points_get_turn:
 *
 * Returns: more than 0 if the way from @a over @b to @c turns to the right on a map, whose y goes down
 */
double
kring_points_get_turn (KringPoint a, KringPoint b, KringPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static int
geometry_compare_points (gconstpointer a, gconstpointer b)
{
  const KringPoint *one = a, *other = b;
  double d = one->x != other->x ? one->x - other->x : one->y - other->y;

  return (d > 0) - (d < 0);
}

/* Adds sorted points to one half of a hull. */
static void
add_half (GArray *hull, GArray *points, gboolean back)
{
  guint start = hull->len;

  for (guint i = 0; i < points->len; i++)
    {
      KringPoint next = g_array_index (points, KringPoint, back ? points->len - 1 - i : i);

      while (hull->len >= start + 2 &&
             kring_points_get_turn (g_array_index (hull, KringPoint, hull->len - 2),
                                    g_array_index (hull, KringPoint, hull->len - 1), next) <= 0)
        g_array_set_size (hull, hull->len - 1);
      g_array_append_val (hull, next);
    }
  g_array_set_size (hull, hull->len - 1);
}

/**
 * kring_points_dup_hull:
 * @points: (inout) (element-type KringPoint): at least two that differ; comes back sorted
 *
 * A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions", IPL 9(5), 1979.
 *
 * Returns: (transfer full) (element-type KringPoint): the corners of their convex hull, clockwise on
 *   the screen
 */
GArray *
kring_points_dup_hull (GArray *points)
{
  GArray *hull = g_array_new (FALSE, FALSE, sizeof (KringPoint));

  g_array_sort (points, geometry_compare_points);
  add_half (hull, points, FALSE);
  add_half (hull, points, TRUE);
  return hull;
}
