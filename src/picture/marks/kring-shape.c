/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-shape.h"

/**
 * kring_path_new: (constructor)
 *
 * Returns: (transfer full): an empty path
 */
KringPath *
kring_path_new (void)
{
  KringPath *self = g_new0 (KringPath, 1);

  self->verbs = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->points = g_array_new (FALSE, FALSE, sizeof (KringPoint));
  return self;
}

void
kring_path_free (KringPath *self)
{
  g_array_unref (self->verbs);
  g_array_unref (self->points);
  g_free (self);
}

static void
shape_add (KringPath *self, KringPathVerb verb, const KringPoint *points, guint n_points)
{
  guint8 byte = verb;

  g_array_append_val (self->verbs, byte);
  g_array_append_vals (self->points, points, n_points);
}

/**
 * kring_path_move_to:
 *
 * Begins a new line at a point, in map units.
 */
void
kring_path_move_to (KringPath *self, double x, double y)
{
  shape_add (self, KRING_PATH_MOVE, &KRING_POINT_INIT (x, y), 1);
}

/**
 * kring_path_line_to:
 *
 * Adds a straight piece to a point, in map units.
 */
void
kring_path_line_to (KringPath *self, double x, double y)
{
  shape_add (self, KRING_PATH_LINE, &KRING_POINT_INIT (x, y), 1);
}

/**
 * kring_path_curve_to:
 * @c1: first control point of a cubic Bézier curve
 * @c2: second control point
 * @end: where it ends
 */
void
kring_path_curve_to (KringPath *self, KringPoint c1, KringPoint c2, KringPoint end)
{
  shape_add (self, KRING_PATH_CURVE, (KringPoint[]){ c1, c2, end }, 3);
}

/**
 * kring_path_close:
 *
 * Adds a straight piece back to where the line began.
 */
void
kring_path_close (KringPath *self)
{
  shape_add (self, KRING_PATH_CLOSE, NULL, 0);
}

/**
 * kring_path_get_bounds:
 *
 * Returns: the box of all points, control points included; never smaller than the curve
 */
KringRect
kring_path_get_bounds (const KringPath *self)
{
  KringPoint low = { G_MAXDOUBLE, G_MAXDOUBLE }, high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < self->points->len; i++)
    {
      KringPoint p = g_array_index (self->points, KringPoint, i);

      low = KRING_POINT_INIT (MIN (low.x, p.x), MIN (low.y, p.y));
      high = KRING_POINT_INIT (MAX (high.x, p.x), MAX (high.y, p.y));
    }
  if (self->points->len == 0)
    return KRING_RECT_INIT (0, 0, 0, 0);
  return kring_rect_from_corners (low, high);
}

void
kring_shape_free (KringShape *self)
{
  g_clear_pointer (&self->path, kring_path_free);
  g_free (self->text);
  g_free (self);
}
