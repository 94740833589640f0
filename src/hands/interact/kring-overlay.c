/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-overlay.h"

#define BAND_FILL 0.1
#define BAND_RIM 1.5
#define BAND_RADIUS 6.0
/* Distance of the control points of a quarter circle of radius 1. */
#define KAPPA 0.5523

static KringShape *
overlay_add_path (GPtrArray *shapes, KringPath *path, double width)
{
  KringShape *shape = g_new0 (KringShape, 1);

  shape->type = KRING_SHAPE_PATH;
  shape->path = path;
  shape->stroke = width > 0 ? KRING_COLOUR_SELECTION : KRING_COLOUR_NONE;
  shape->stroke_opacity = 1;
  shape->fill_opacity = 1;
  shape->width = width;
  shape->round = TRUE;
  shape->bounds = kring_rect_grow (kring_path_get_bounds (path), width / 2 + 1);
  g_ptr_array_add (shapes, shape);
  return shape;
}

/**
 * kring_overlay_add_line:
 * @shapes: (element-type KringShape): where it is added
 * @a: one end
 * @b: the other
 * @width: in map units
 *
 * A line in the colour of selection.
 */
void
kring_overlay_add_line (GPtrArray *shapes, KringPoint a, KringPoint b, double width)
{
  KringPath *path = kring_path_new ();

  kring_path_move_to (path, a.x, a.y);
  kring_path_line_to (path, b.x, b.y);
  overlay_add_path (shapes, path, width);
}

/**
 * kring_overlay_add_dashes:
 * @shapes: (element-type KringShape): where it is added
 * @a: one end
 * @b: the other
 * @width: in map units
 *
 * A dotted line in the colour of selection.
 */
void
kring_overlay_add_dashes (GPtrArray *shapes, KringPoint a, KringPoint b, double width)
{
  KringShape *shape;

  kring_overlay_add_line (shapes, a, b, width);
  shape = g_ptr_array_index (shapes, shapes->len - 1);
  shape->dash[0] = 0.1;
  shape->dash[1] = MAX (4.8, 2.3 * width);
}

/**
 * kring_overlay_add_curve:
 * @shapes: (element-type KringShape): where it is added
 * @control: of the quadratic curve from @a to @b
 * @width: in map units
 */
void
kring_overlay_add_curve (
    GPtrArray *shapes, KringPoint a, KringPoint control, KringPoint b, double width)
{
  KringPath *path = kring_path_new ();
  KringPoint first = { a.x + (control.x - a.x) * 2 / 3, a.y + (control.y - a.y) * 2 / 3 };
  KringPoint second = { b.x + (control.x - b.x) * 2 / 3, b.y + (control.y - b.y) * 2 / 3 };

  kring_path_move_to (path, a.x, a.y);
  kring_path_curve_to (path, first, second, b);
  overlay_add_path (shapes, path, width);
}

static void
corner (KringPath *path, KringPoint from, KringPoint edge, KringPoint to)
{
  kring_path_curve_to (
      path,
      KRING_POINT_INIT (from.x + (edge.x - from.x) * KAPPA, from.y + (edge.y - from.y) * KAPPA),
      KRING_POINT_INIT (to.x + (edge.x - to.x) * KAPPA, to.y + (edge.y - to.y) * KAPPA), to);
}

static KringPath *
rounded (KringRect area, double radius)
{
  double r = MIN (radius, MIN (area.width, area.height) / 2);
  double left = area.x, top = area.y;
  double right = left + area.width, bottom = top + area.height;
  KringPath *path = kring_path_new ();

  kring_path_move_to (path, left + r, top);
  kring_path_line_to (path, right - r, top);
  corner (path, KRING_POINT_INIT (right - r, top), KRING_POINT_INIT (right, top),
          KRING_POINT_INIT (right, top + r));
  kring_path_line_to (path, right, bottom - r);
  corner (path, KRING_POINT_INIT (right, bottom - r), KRING_POINT_INIT (right, bottom),
          KRING_POINT_INIT (right - r, bottom));
  kring_path_line_to (path, left + r, bottom);
  corner (path, KRING_POINT_INIT (left + r, bottom), KRING_POINT_INIT (left, bottom),
          KRING_POINT_INIT (left, bottom - r));
  kring_path_line_to (path, left, top + r);
  corner (path, KRING_POINT_INIT (left, top + r), KRING_POINT_INIT (left, top),
          KRING_POINT_INIT (left + r, top));
  kring_path_close (path);
  return path;
}

static void
fill_band (KringShape *shape)
{
  shape->fill = KRING_COLOUR_SELECTION;
  shape->fill_opacity = BAND_FILL;
}

/**
 * kring_overlay_add_band:
 * @shapes: (element-type KringShape): where it is added
 * @area: what the rubber band goes round, in map units
 * @scale: pixels per map unit; the rim is equally wide on the screen at every zoom
 */
void
kring_overlay_add_band (GPtrArray *shapes, KringRect area, double scale)
{
  fill_band (overlay_add_path (shapes, rounded (area, BAND_RADIUS / scale), BAND_RIM / scale));
}

/**
 * kring_overlay_add_polygon:
 * @shapes: (element-type KringShape): where it is added
 * @points: (element-type KringPoint): a lasso
 * @scale: pixels per map unit
 */
void
kring_overlay_add_polygon (GPtrArray *shapes, GArray *points, double scale)
{
  KringPath *path;

  if (points->len < 2)
    return;
  path = kring_path_new ();
  for (guint i = 0; i < points->len; i++)
    {
      KringPoint p = g_array_index (points, KringPoint, i);

      if (i == 0)
        kring_path_move_to (path, p.x, p.y);
      else
        kring_path_line_to (path, p.x, p.y);
    }
  kring_path_close (path);
  fill_band (overlay_add_path (shapes, path, BAND_RIM / scale));
}

/**
 * kring_overlay_add_dot:
 * @shapes: (element-type KringShape): where it is added
 * @centre: in map units
 * @radius: in map units
 *
 * A filled disc in the colour of selection.
 */
void
kring_overlay_add_dot (GPtrArray *shapes, KringPoint centre, double radius)
{
  KringRect area = { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius };

  overlay_add_path (shapes, rounded (area, radius), 0)->fill = KRING_COLOUR_SELECTION;
}
