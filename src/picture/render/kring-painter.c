/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/render/kring-painter.h"

/* How a line through the middle of text lies: share of the em above the baseline, and thickness. */
#define STRIKE_RISE 0.31
#define STRIKE_WIDTH 0.09

static void
painter_add_path (cairo_t *cr, const KringPath *path)
{
  const KringPoint *p = (const KringPoint *) (void *) path->points->data;

  cairo_new_path (cr);
  for (guint i = 0; i < path->verbs->len; i++)
    switch ((KringPathVerb) g_array_index (path->verbs, guint8, i))
      {
      case KRING_PATH_MOVE:
        cairo_move_to (cr, p[0].x, p[0].y);
        p += 1;
        break;
      case KRING_PATH_LINE:
        cairo_line_to (cr, p[0].x, p[0].y);
        p += 1;
        break;
      case KRING_PATH_CURVE:
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      case KRING_PATH_CLOSE:
      default:
        cairo_close_path (cr);
        break;
      }
}

static void
set_stroke (cairo_t *cr, const KringShape *shape, const KringTheme *theme)
{
  cairo_set_line_width (cr, shape->width * theme->width_scale);
  cairo_set_line_cap (cr, shape->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, shape->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (cr, shape->dash, shape->dash[1] > 0 ? 2 : 0, 0);
}

static gboolean
is_stroked (const KringShape *shape, const KringTheme *theme)
{
  if (shape->stroke == KRING_COLOUR_LABEL_RIM && !theme->label_rims)
    return FALSE;
  return shape->stroke != KRING_COLOUR_NONE && shape->width > 0;
}

static void
paint_path (cairo_t *cr, const KringShape *shape, const KringTheme *theme)
{
  painter_add_path (cr, shape->path);
  if (shape->fill != KRING_COLOUR_NONE)
    {
      kring_painter_set_colour (cr, theme, shape->fill, shape->fill_opacity);
      cairo_fill_preserve (cr);
    }
  if (is_stroked (shape, theme))
    {
      kring_painter_set_colour (cr, theme, shape->stroke, shape->stroke_opacity);
      set_stroke (cr, shape, theme);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static double
painter_find_start (const KringShape *shape, double width)
{
  switch (shape->anchor)
    {
    case KRING_ANCHOR_MIDDLE:
      return shape->at.x - width / 2;
    case KRING_ANCHOR_END:
      return shape->at.x - width;
    case KRING_ANCHOR_START:
    default:
      return shape->at.x;
    }
}

static void
paint_halo (cairo_t *cr, const KringShape *shape, PangoLayoutLine *line, const KringPaint *paint)
{
  kring_painter_set_colour (cr, paint->theme, shape->stroke, shape->stroke_opacity);
  if (paint->halos != NULL)
    {
      kring_halos_paint (paint->halos, cr, shape);
      return;
    }
  cairo_new_path (cr);
  pango_cairo_layout_line_path (cr, line);
  cairo_set_line_width (cr, shape->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

static void
paint_strike (cairo_t *cr, const KringShape *shape, double width)
{
  cairo_set_line_width (cr, shape->size * STRIKE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, 0, -shape->size * STRIKE_RISE);
  cairo_line_to (cr, width, -shape->size * STRIKE_RISE);
  cairo_stroke (cr);
}

/* Glyphs from a cache lie on whole pixels, outlines wherever they should. */
static void
paint_letters (cairo_t *cr, const KringShape *shape, const KringPaint *paint)
{
  PangoLayoutLine *line =
      kring_fonts_get_line (paint->fonts, shape->text, shape->size, shape->weight);

  cairo_new_path (cr);
  cairo_move_to (cr, 0, 0);
  if (paint->outlines)
    {
      pango_cairo_layout_line_path (cr, line);
      cairo_fill (cr);
    }
  else
    pango_cairo_show_layout_line (cr, line);
  cairo_new_path (cr);
}

static void
paint_text (cairo_t *cr, const KringShape *shape, const KringPaint *paint)
{
  double width = kring_fonts_get_width (paint->fonts, shape->text, shape->size, shape->weight);

  cairo_save (cr);
  cairo_translate (cr, painter_find_start (shape, width), shape->at.y);
  if (shape->stroke != KRING_COLOUR_NONE && shape->width > 0)
    paint_halo (cr, shape,
                kring_fonts_get_line (paint->fonts, shape->text, shape->size, shape->weight),
                paint);
  kring_painter_set_colour (cr, paint->theme, shape->fill, shape->fill_opacity);
  paint_letters (cr, shape, paint);
  if (shape->struck)
    paint_strike (cr, shape, width);
  cairo_restore (cr);
}

static gboolean
painter_is_wanted (const KringShape *shape, const KringPaint *paint)
{
  if (paint->hidden != NULL && shape->id != NULL &&
      g_hash_table_contains (paint->hidden, shape->id))
    return FALSE;
  return kring_rect_is_empty (paint->clip) || kring_rect_intersects (shape->bounds, paint->clip);
}

static gboolean
is_faded (const KringShape *shape, const KringPaint *paint)
{
  return paint->faded != NULL && shape->id != NULL &&
         g_hash_table_contains (paint->faded, shape->id);
}

static void
paint_shape (cairo_t *cr, const KringShape *shape, const KringPaint *paint)
{
  if (!painter_is_wanted (shape, paint))
    return;
  if (shape->type == KRING_SHAPE_TEXT)
    paint_text (cr, shape, paint);
  else
    paint_path (cr, shape, paint->theme);
}

/* Shapes [first, last) fade together, so that what they cover stays covered. */
static void
paint_faded (cairo_t *cr, GPtrArray *shapes, guint first, guint last, const KringPaint *paint)
{
  KringRect box = { 0, 0, 0, 0 };
  gboolean any = FALSE;

  for (guint i = first; i < last; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);

      if (!painter_is_wanted (shape, paint))
        continue;
      box = any ? kring_rect_union (box, shape->bounds) : shape->bounds;
      any = TRUE;
    }
  if (!any)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  cairo_push_group (cr);
  for (guint i = first; i < last; i++)
    paint_shape (cr, g_ptr_array_index (shapes, i), paint);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, paint->theme->fade);
  cairo_restore (cr);
}

/**
 * kring_painter_paint:
 * @cr: in whose units the shapes are
 * @shapes: (element-type KringShape): in paint order
 * @paint: how; its clip only saves work, it does not cut
 */
void
kring_painter_paint (cairo_t *cr, GPtrArray *shapes, const KringPaint *paint)
{
  guint i = 0;

  g_return_if_fail (paint->theme != NULL && paint->fonts != NULL);

  cairo_save (cr);
  while (i < shapes->len && !g_cancellable_is_cancelled (paint->cancellable))
    {
      guint last = i;

      while (last < shapes->len && is_faded (g_ptr_array_index (shapes, last), paint))
        last++;
      if (last > i)
        paint_faded (cr, shapes, i, last, paint);
      else
        paint_shape (cr, g_ptr_array_index (shapes, last++), paint);
      i = last;
    }
  cairo_restore (cr);
}

/**
 * kring_painter_set_colour:
 * @opacity: 0 to 1
 *
 * Makes a role's colour the source of @cr.
 */
void
kring_painter_set_colour (cairo_t *cr, const KringTheme *theme, KringColour colour, double opacity)
{
  const KringRgb *rgb = &theme->colours[colour];

  if (opacity < 1)
    cairo_set_source_rgba (cr, rgb->red, rgb->green, rgb->blue, opacity);
  else
    cairo_set_source_rgb (cr, rgb->red, rgb->green, rgb->blue);
}
