/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-sketch.h"

#include "map/base/kring-sanitize.h"

/* A quarter of a circle as a cubic curve: how far its control points lie along the tangents. */
#define QUARTER 0.5522847498

/* Of the em of Inter: what letters may ink above and below the baseline. */
#define ASCENT 0.97
#define DESCENT 0.25

/* How wide the halo of text is, of its size. */
#define HALO 0.34

#define LABEL_RIM 1.0

/**
 * kring_path_new_line:
 *
 * Returns: (transfer full): a straight line from @a to @b
 */
KringPath *
kring_path_new_line (KringPoint a, KringPoint b)
{
  return kring_path_new_polyline ((KringPoint[]){ a, b }, 2);
}

/**
 * kring_path_new_polyline:
 * @points: (array length=n_points): its corners, in map units
 *
 * Returns: (transfer full): an open line through all of them
 */
KringPath *
kring_path_new_polyline (const KringPoint *points, guint n_points)
{
  KringPath *path = kring_path_new ();

  for (guint i = 0; i < n_points; i++)
    if (i == 0)
      kring_path_move_to (path, points[i].x, points[i].y);
    else
      kring_path_line_to (path, points[i].x, points[i].y);
  return path;
}

/* A corner of a rounded form, from @from to @to; @tip is where the straight sides would meet. */
static void
round_corner (KringPath *path, KringPoint from, KringPoint tip, KringPoint to)
{
  KringPoint c1 = { from.x + (tip.x - from.x) * QUARTER, from.y + (tip.y - from.y) * QUARTER };
  KringPoint c2 = { to.x + (tip.x - to.x) * QUARTER, to.y + (tip.y - to.y) * QUARTER };

  kring_path_curve_to (path, c1, c2, to);
}

/**
 * kring_path_new_ellipse:
 *
 * Returns: (transfer full): a closed ellipse
 */
KringPath *
kring_path_new_ellipse (KringPoint centre, double rx, double ry)
{
  return kring_path_new_rect (KRING_RECT_INIT (centre.x - rx, centre.y - ry, 2 * rx, 2 * ry),
                              G_MAXDOUBLE);
}

/**
 * kring_path_new_rect:
 * @corner: radius of the corners, made smaller where it does not fit
 *
 * Returns: (transfer full): a closed rectangle
 */
KringPath *
kring_path_new_rect (KringRect rect, double corner)
{
  KringPath *path = kring_path_new ();
  double rx = MIN (corner, rect.width / 2), ry = MIN (corner, rect.height / 2);
  double left = rect.x, right = rect.x + rect.width;
  double top = rect.y, bottom = rect.y + rect.height;
  const KringPoint tips[] = { { right, top }, { right, bottom }, { left, bottom }, { left, top } };
  const KringPoint from[] = {
    { right - rx, top }, { right, bottom - ry }, { left + rx, bottom }, { left, top + ry }
  };
  const KringPoint to[] = {
    { right, top + ry }, { right - rx, bottom }, { left, bottom - ry }, { left + rx, top }
  };

  kring_path_move_to (path, to[3].x, to[3].y);
  for (guint i = 0; i < 4; i++)
    {
      if (kring_point_distance (i > 0 ? to[i - 1] : to[3], from[i]) > 1e-9)
        kring_path_line_to (path, from[i].x, from[i].y);
      if (corner > 0)
        round_corner (path, from[i], tips[i], to[i]);
    }
  kring_path_close (path);
  return path;
}

/**
 * kring_path_quad_to:
 *
 * Adds a quadratic curve, as the cubic curve of the same form. The path must have a point.
 */
void
kring_path_quad_to (KringPath *self, KringPoint control, KringPoint end)
{
  KringPoint start = g_array_index (self->points, KringPoint, self->points->len - 1);
  KringPoint c1 = { start.x + (control.x - start.x) * 2 / 3,
                    start.y + (control.y - start.y) * 2 / 3 };
  KringPoint c2 = { end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3 };

  kring_path_curve_to (self, c1, c2, end);
}

/**
 * kring_path_add:
 * @other: what is added behind @self; copied
 */
void
kring_path_add (KringPath *self, const KringPath *other)
{
  g_array_append_vals (self->verbs, other->verbs->data, other->verbs->len);
  g_array_append_vals (self->points, other->points->data, other->points->len);
}

/**
 * kring_path_transform:
 *
 * First scales about the origin, then moves.
 */
void
kring_path_transform (KringPath *self, double scale, double dx, double dy)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      KringPoint *point = &g_array_index (self->points, KringPoint, i);

      *point = KRING_POINT_INIT (point->x * scale + dx, point->y * scale + dy);
    }
}

static KringShape *
add_shape (KringSketch *self, KringShapeType type)
{
  KringShape *shape = g_new0 (KringShape, 1);

  shape->type = type;
  shape->id = self->id;
  shape->part = self->part;
  shape->fill_opacity = 1;
  shape->stroke_opacity = 1;
  g_ptr_array_add (self->shapes, shape);
  return shape;
}

/**
 * kring_sketch_fill:
 * @path: (transfer full): what is filled
 * @fill: the colour
 *
 * Returns: (transfer none): the shape, at the end of the sketch
 */
KringShape *
kring_sketch_fill (KringSketch *self, KringPath *path, KringColour fill)
{
  return kring_sketch_both (self, path, fill, KRING_COLOUR_NONE, 0);
}

/**
 * kring_sketch_stroke:
 * @path: (transfer full): what is drawn along
 * @stroke: the colour
 * @width: in map units
 *
 * Returns: (transfer none): the shape, at the end of the sketch
 */
KringShape *
kring_sketch_stroke (KringSketch *self, KringPath *path, KringColour stroke, double width)
{
  return kring_sketch_both (self, path, KRING_COLOUR_NONE, stroke, width);
}

/**
 * kring_sketch_both:
 * @path: (transfer full):
 * @fill: the colour inside
 * @stroke: the colour of the rim
 * @width: of the stroke, in map units
 *
 * Returns: (transfer none): the new shape, with round joins off and solid
 */
KringShape *
kring_sketch_both (
    KringSketch *self, KringPath *path, KringColour fill, KringColour stroke, double width)
{
  KringShape *shape = add_shape (self, KRING_SHAPE_PATH);

  shape->path = path;
  shape->fill = fill;
  shape->stroke = stroke;
  shape->width = width;
  /* Three quarters: half the stroke, and the tips of right angles. */
  shape->bounds = kring_rect_grow (kring_path_get_bounds (path), width * 0.75);
  return shape;
}

/**
 * kring_sketch_label:
 * @box: where, in map units
 * @corner: radius of the corners
 * @fill: the colour
 *
 * Draws what the words of a label stand on, with a rim that only high contrast shows.
 *
 * Returns: (transfer none): the new shape
 */
KringShape *
kring_sketch_label (KringSketch *self, KringRect box, double corner, KringColour fill)
{
  return kring_sketch_both (self, kring_path_new_rect (box, corner), fill, KRING_COLOUR_LABEL_RIM,
                            LABEL_RIM);
}

/**
 * kring_sketch_text:
 * @at: the baseline, at the anchor
 * @text: one line
 *
 * Returns: (transfer none): the new shape
 */
KringShape *
kring_sketch_text (KringSketch *self, KringPoint at, const char *text, const KringTextStyle *style)
{
  KringShape *shape = add_shape (self, KRING_SHAPE_TEXT);
  const double shifts[] = { 0, 0.5, 1 };
  KringRect box;

  shape->text = kring_sanitize_dup (text);
  shape->at = at;
  shape->size = style->size;
  shape->weight = style->weight;
  shape->anchor = style->anchor;
  shape->struck = style->struck;
  shape->fill = style->colour;
  shape->stroke = style->halo;
  shape->width = style->halo != KRING_COLOUR_NONE ? style->size * HALO : 0;
  shape->round = TRUE;
  shape->text_width =
      self->measurer->width (shape->text, style->size, style->weight, self->measurer->data);
  box = KRING_RECT_INIT (at.x - shape->text_width * shifts[style->anchor],
                         at.y - style->size * ASCENT, shape->text_width,
                         style->size * (ASCENT + DESCENT));
  shape->bounds = kring_rect_grow (box, shape->width / 2);
  return shape;
}

/**
 * kring_shape_set_dash:
 *
 * Dots, that is @on of 0.1, get round ends.
 */
void
kring_shape_set_dash (KringShape *self, double on, double off)
{
  self->dash[0] = on;
  self->dash[1] = off;
  if (on > 0 && on < 1)
    self->round = TRUE;
}

/**
 * kring_shape_copy_moved:
 *
 * Returns: (transfer full): @self, @dx and @dy map units away
 */
KringShape *
kring_shape_copy_moved (const KringShape *self, double dx, double dy)
{
  KringShape *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->at.x += dx;
  copy->at.y += dy;
  copy->bounds.x += dx;
  copy->bounds.y += dy;
  if (self->path == NULL)
    return copy;
  copy->path = kring_path_new ();
  kring_path_add (copy->path, self->path);
  kring_path_transform (copy->path, 1, dx, dy);
  return copy;
}

/**
 * kring_shape_copy_scaled:
 * @scale: how many times as large
 * @middle: what stays where it is
 *
 * Returns: (transfer full): @self, so many times as large
 */
KringShape *
kring_shape_copy_scaled (const KringShape *self, double scale, KringPoint middle)
{
  double dx = middle.x * (1 - scale), dy = middle.y * (1 - scale);
  KringShape *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->at = KRING_POINT_INIT (self->at.x * scale + dx, self->at.y * scale + dy);
  copy->bounds = KRING_RECT_INIT (self->bounds.x * scale + dx, self->bounds.y * scale + dy,
                                  self->bounds.width * scale, self->bounds.height * scale);
  copy->size *= scale;
  copy->width *= scale;
  copy->dash[0] *= scale;
  copy->dash[1] *= scale;
  copy->text_width *= scale;
  if (self->path == NULL)
    return copy;
  copy->path = kring_path_new ();
  kring_path_add (copy->path, self->path);
  kring_path_transform (copy->path, scale, dx, dy);
  return copy;
}

/**
 * kring_shapes_new:
 *
 * Returns: (transfer full) (element-type KringShape): an empty list that owns its shapes
 */
GPtrArray *
kring_shapes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) kring_shape_free);
}

/**
 * kring_shapes_get_bounds:
 * @shapes: (element-type KringShape): any number
 *
 * Returns: the smallest rectangle around all ink
 */
KringRect
kring_shapes_get_bounds (GPtrArray *shapes)
{
  KringRect bounds = { 0, 0, 0, 0 };

  for (guint i = 0; i < shapes->len; i++)
    bounds = kring_rect_union (bounds, ((KringShape *) g_ptr_array_index (shapes, i))->bounds);
  return bounds;
}
