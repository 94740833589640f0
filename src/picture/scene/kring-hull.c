/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-hull.h"

#include "map/facts/kring-describe.h"

#include <stdlib.h>

/* How far a hull stays outside its members, and how round it is. */
#define OUTSET 30.0
#define CORNER 54.0
#define FRAME_CORNER 12.0

/* Corners closer than this are one. */
#define NEAR 0.5

#define FILL_OPACITY 0.07
#define RIM_OPACITY 0.55
#define PILL_HEIGHT 22.0
#define PILL_MARGIN 20.0

/**
 * kring_hull_new:
 * @id: of the group
 *
 * Returns: (transfer full): a hull around nothing yet
 */
KringHull *
kring_hull_new (const char *id)
{
  KringHull *self = g_new0 (KringHull, 1);

  self->id = id;
  self->shapes = kring_shapes_new ();
  return self;
}

void
kring_hull_free (KringHull *self)
{
  g_ptr_array_unref (self->shapes);
  g_free (self->signature);
  g_free (self->name);
  g_free (self);
}

static GArray *
hull_new_around (GArray *boxes)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (KringPoint));

  for (guint i = 0; i < boxes->len; i++)
    kring_rect_add_corners (g_array_index (boxes, KringRect, i), points);
  return kring_points_dup_hull (points);
}

/* How far point lies to the inner side of the edge from a to b moved inwards by inset. */
static double
hull_get_depth (KringPoint a, KringPoint b, double inset, KringPoint point)
{
  return kring_points_get_turn (a, b, point) / MAX (kring_point_distance (a, b), 1e-9) - inset;
}

/* The part of polygon on the inner side of one moved edge (Sutherland and Hodgman). */
static GArray *
clip (GArray *polygon, KringPoint a, KringPoint b, double inset)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (KringPoint));

  for (guint i = 0; i < polygon->len; i++)
    {
      KringPoint p = g_array_index (polygon, KringPoint, i);
      KringPoint q = g_array_index (polygon, KringPoint, (i + 1) % polygon->len);
      double dp = hull_get_depth (a, b, inset, p), dq = hull_get_depth (a, b, inset, q);

      if (dp >= 0)
        g_array_append_val (out, p);
      if ((dp < 0) != (dq < 0))
        {
          double k = dp / (dp - dq);
          KringPoint x = { p.x + (q.x - p.x) * k, p.y + (q.y - p.y) * k };

          g_array_append_val (out, x);
        }
    }
  return out;
}

/* Leaves out corners that lie on the corner before them. */
static void
drop_doubles (GArray *polygon)
{
  for (guint i = polygon->len; i > 0; i--)
    if (polygon->len > 1 &&
        kring_point_distance (g_array_index (polygon, KringPoint, i - 1),
                              g_array_index (polygon, KringPoint, i % polygon->len)) < NEAR)
      g_array_remove_index (polygon, i - 1);
}

/* The polygon without a margin; less than three corners when it is too thin. */
static GArray *
new_inset (GArray *polygon, double inset)
{
  GArray *result = g_array_copy (polygon);

  for (guint i = 0; i < polygon->len && result->len > 0; i++)
    {
      GArray *clipped = clip (result, g_array_index (polygon, KringPoint, i),
                              g_array_index (polygon, KringPoint, (i + 1) % polygon->len), inset);

      g_array_unref (result);
      result = clipped;
    }
  drop_doubles (result);
  return result;
}

/* The arc of radius r around c from one direction to another, clockwise, at most a half turn. */
static void
add_arc (KringPath *path, KringPoint c, double r, double from, double to)
{
  double turn = remainder (to - from, 2 * G_PI);
  guint n;

  if (turn < 0)
    turn += 2 * G_PI;
  n = MAX (1, (guint) ceil (turn / (G_PI / 2) - 1e-9));
  for (guint i = 0; i < n; i++)
    {
      double a = from + turn * i / n, b = from + turn * (i + 1) / n;
      double k = 4.0 / 3 * tan ((b - a) / 4) * r;
      KringPoint end = { c.x + r * cos (b), c.y + r * sin (b) };

      kring_path_curve_to (
          path, KRING_POINT_INIT (c.x + r * cos (a) - k * sin (a), c.y + r * sin (a) + k * cos (a)),
          KRING_POINT_INIT (end.x + k * sin (b), end.y - k * cos (b)), end);
    }
}

/* All points within r of the convex polygon. */
static KringPath *
new_rounded (GArray *polygon, double r)
{
  KringPath *path = kring_path_new ();
  guint n = polygon->len;

  for (guint i = 0; i < n; i++)
    {
      KringPoint before = g_array_index (polygon, KringPoint, (i + n - 1) % n);
      KringPoint here = g_array_index (polygon, KringPoint, i);
      KringPoint after = g_array_index (polygon, KringPoint, (i + 1) % n);
      double from = atan2 (here.y - before.y, here.x - before.x) - G_PI / 2;
      double to = atan2 (after.y - here.y, after.x - here.x) - G_PI / 2;
      KringPoint start = { here.x + r * cos (from), here.y + r * sin (from) };

      if (i == 0)
        kring_path_move_to (path, start.x, start.y);
      else
        kring_path_line_to (path, start.x, start.y);
      add_arc (path, here, r, from, to);
    }
  kring_path_close (path);
  return path;
}

/* The middle of the uppermost edge or corner. */
static KringPoint
get_top (GArray *polygon)
{
  KringPoint top = g_array_index (polygon, KringPoint, 0);
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < polygon->len; i++)
    top.y = MIN (top.y, g_array_index (polygon, KringPoint, i).y);
  for (guint i = 0; i < polygon->len; i++)
    {
      KringPoint point = g_array_index (polygon, KringPoint, i);

      if (point.y > top.y + 0.5)
        continue;
      sum += point.x;
      n++;
    }
  return KRING_POINT_INIT (sum / n, top.y);
}

/* The outline of the hull: made thinner first, so that rounding by CORNER leaves OUTSET. */
static KringPath *
new_hull (GArray *boxes, KringPoint *top)
{
  g_autoptr (GArray) polygon = hull_new_around (boxes);
  double inset = CORNER - OUTSET;
  g_autoptr (GArray) core = new_inset (polygon, inset);

  while (core->len < 3 && inset > 1)
    {
      inset /= 2;
      g_array_unref (core);
      core = new_inset (polygon, inset);
    }
  if (core->len < 3)
    {
      inset = 0;
      g_array_unref (core);
      core = g_array_copy (polygon);
    }
  *top = get_top (core);
  top->y -= OUTSET + inset;
  return new_rounded (core, OUTSET + inset);
}

static KringPath *
new_frame (GArray *boxes, KringPoint *top)
{
  KringRect all = g_array_index (boxes, KringRect, 0);

  for (guint i = 1; i < boxes->len; i++)
    all = kring_rect_union (all, g_array_index (boxes, KringRect, i));
  all = kring_rect_grow (all, OUTSET);
  *top = KRING_POINT_INIT (all.x + all.width / 2, all.y);
  return kring_path_new_rect (all, FRAME_CORNER);
}

static const KringTextStyle name_style = {
  11.5, KRING_WEIGHT_SEMIBOLD, KRING_ANCHOR_MIDDLE, KRING_COLOUR_INK2, KRING_COLOUR_NONE, FALSE
};

static KringRect
get_pill (const char *name, KringPoint at, double scale, const KringTextMeasurer *measurer)
{
  double width =
      PILL_MARGIN + measurer->width (name, name_style.size, name_style.weight, measurer->data);

  return KRING_RECT_INIT (at.x - width * scale / 2, at.y - PILL_HEIGHT * scale / 2, width * scale,
                          PILL_HEIGHT * scale);
}

static void
draw_name (KringSketch *sketch,
           const char *name,
           KringPoint at,
           KringColour colour,
           const KringGround *ground)
{
  KringTextStyle style = name_style;
  KringRect pill = get_pill (name, at, 1, sketch->measurer);

  sketch->part = KRING_PART_LABEL;
  kring_sketch_label (sketch, pill, PILL_HEIGHT / 2, kring_ground_get_colour (ground, at));
  kring_sketch_stroke (sketch, kring_path_new_rect (pill, PILL_HEIGHT / 2), colour, 1.2)
      ->stroke_opacity = RIM_OPACITY;
  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + 4), name, &style);
}

static char *
hull_dup_signature (KringItem *group, GArray *boxes, KringColour colour)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *name = kring_item_dup_title (group);

  g_string_printf (out, "%d %d %s", colour, kring_item_get_choice (group, KRING_F_SHAPE), name);
  for (guint i = 0; i < boxes->len; i++)
    {
      KringRect box = g_array_index (boxes, KringRect, i);

      g_string_append_printf (out, " %a %a %a %a", box.x, box.y, box.width, box.height);
    }
  return g_strdup (out->str);
}

/**
 * kring_hull_update:
 * @group: whose hull it is
 * @boxes: (element-type KringRect): of the members, labels included; none: nothing is drawn
 *
 * Returns: whether it had to be drawn again
 */
gboolean
kring_hull_update (KringHull *self,
                   KringItem *group,
                   GArray *boxes,
                   KringColour colour,
                   const KringGround *ground,
                   const KringTextMeasurer *measurer)
{
  KringSketch sketch = { self->shapes, measurer, self->id, KRING_PART_NONE };
  g_autofree char *signature = hull_dup_signature (group, boxes, colour);
  gboolean frame = kring_item_get_choice (group, KRING_F_SHAPE) == 1;
  KringPath *rim;
  g_autoptr (KringPath) outline = NULL;
  KringPoint top;

  if (g_strcmp0 (signature, self->signature) == 0)
    return FALSE;
  g_free (self->signature);
  self->signature = g_steal_pointer (&signature);
  g_ptr_array_set_size (self->shapes, 0);
  if (boxes->len == 0)
    return TRUE;
  outline = frame ? new_frame (boxes, &top) : new_hull (boxes, &top);
  rim = kring_path_new ();
  kring_path_add (rim, outline);
  kring_sketch_fill (&sketch, g_steal_pointer (&outline), colour)->fill_opacity = FILL_OPACITY;
  sketch.part = KRING_PART_BODY;
  kring_sketch_stroke (&sketch, rim, colour, 1.3)->stroke_opacity = RIM_OPACITY;
  self->top = top;
  g_free (self->name);
  self->name = kring_item_dup_title (group);
  draw_name (&sketch, self->name, top, colour, ground);
  return TRUE;
}

/**
 * kring_hull_get_name_box:
 * @at: the middle of the name
 * @scale: how much larger than it is drawn
 *
 * Returns: what the name would cover; empty without a hull
 */
KringRect
kring_hull_get_name_box (const KringHull *self,
                         KringPoint at,
                         double scale,
                         const KringTextMeasurer *measurer)
{
  if (self->shapes->len == 0)
    return KRING_RECT_INIT (at.x, at.y, 0, 0);
  return get_pill (self->name, at, scale, measurer);
}

/**
 * kring_hull_draw_larger:
 * @at: the middle of the name
 * @scale: how many times as large
 * @shapes: gets the hull with its name so many times as large
 */
void
kring_hull_draw_larger (const KringHull *self, KringPoint at, double scale, GPtrArray *shapes)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (self->shapes, i);

      if (shape->part != KRING_PART_LABEL)
        g_ptr_array_add (shapes, kring_shape_copy_moved (shape, 0, 0));
      else
        {
          g_autoptr (KringShape) large = kring_shape_copy_scaled (shape, scale, self->top);

          g_ptr_array_add (shapes,
                           kring_shape_copy_moved (large, at.x - self->top.x, at.y - self->top.y));
        }
    }
}
