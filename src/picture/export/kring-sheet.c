/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-sheet.h"

#include "picture/marks/kring-sketch.h"
#include "picture/notation/kring-legend.h"

/*
 *   MARGIN ┌──────────────────────────┐
 *          │ header                   │
 *          ├──────────────────┬───────┤
 *          │ area of the map  │ legend│
 *          ├──────────────────┴───────┤
 *          │ or the legend            │
 *          ├──────────────────────────┤
 *          │ footer                   │
 *   FOOT   └──────────────────────────┘
 */
#define MARGIN (12 * 96 / 25.4)
#define FOOT (7 * 96 / 25.4)
#define AREA_GAP 4.0
#define LEGEND_TOP 14.0 /* between its rule and its first row */
#define LEGEND_BOTTOM 12.0
#define LEGEND_BESIDE 200.0 /* how wide it may be there, in units of the frame */
#define LEGEND_LEAST 0.78   /* how small it may be: words of six points */
#define LEGEND_LEFT 18.0    /* between the map and a legend beside it */

void
kring_sheet_layer_free (gpointer data)
{
  KringLayer *layer = data;

  g_ptr_array_unref (layer->shapes);
  g_free (layer);
}

/* Takes @shapes. */
KringLayer *
kring_sheet_add_layer (GPtrArray *layers, GPtrArray *shapes, KringFit fit)
{
  KringLayer *layer = g_new0 (KringLayer, 1);

  layer->shapes = shapes;
  layer->fit = fit;
  g_ptr_array_add (layers, layer);
  return layer;
}

KringFrame
kring_sheet_get_frame (const KringOrder *order, KringRect sheet)
{
  double scale = kring_paper_get_frame_scale (order->setup->paper);

  return (KringFrame){ order->wording, order->measurer, (sheet.width - 2 * MARGIN) / scale };
}

static GPtrArray *
dup_legend (const KringOrder *order, KringLegendForm form, double width, double *height)
{
  const KringLegendSetup setup = { order->measurer, form, width, order->setup->colourless };

  return kring_legend_dup_shapes (kring_scene_get_map (order->scene), &setup, height);
}

/* The legend with its rule, at the foot of @area, which becomes smaller. */
static void
add_legend_below (GPtrArray *layers,
                  const KringOrder *order,
                  const KringFrame *frame,
                  KringRect *area)
{
  double scale = kring_paper_get_frame_scale (order->setup->paper), height = 0, needed, top;
  GPtrArray *legend = dup_legend (order, KRING_LEGEND_BELOW, frame->width, &height);

  needed = (height + LEGEND_TOP + LEGEND_BOTTOM) * scale;
  top = area->y + area->height + AREA_GAP - needed;
  kring_sheet_add_layer (layers, kring_frame_dup_rule (frame),
                         (KringFit){ scale, KRING_POINT_INIT (area->x, top) });
  kring_sheet_add_layer (layers, legend,
                         (KringFit){ scale, KRING_POINT_INIT (area->x, top + LEGEND_TOP * scale) });
  area->height = MAX (1, area->height - needed);
}

/* The legend at the right of @area, which becomes smaller; where it would be higher than the area even
 * in small letters, nothing is left of that. */
static void
add_legend_beside (GPtrArray *layers, const KringOrder *order, KringRect *area)
{
  double scale = kring_paper_get_frame_scale (order->setup->paper), height = 0, width;
  GPtrArray *legend = dup_legend (order, KRING_LEGEND_BESIDE, LEGEND_BESIDE, &height);
  KringRect bounds = kring_shapes_get_bounds (legend);
  double fitting = area->height / (height + LEGEND_TOP + LEGEND_BOTTOM);
  KringPoint at;

  scale = MIN (scale, fitting);
  width = (bounds.x + bounds.width) * scale;
  at = KRING_POINT_INIT (area->x + area->width - width, area->y + LEGEND_TOP * scale);
  kring_sheet_add_layer (layers, legend, (KringFit){ scale, at });
  area->width = MAX (1, area->width - width - LEGEND_LEFT * scale);
  if (fitting < LEGEND_LEAST)
    area->width = area->height = 1;
}

/**
 * kring_sheet_begin:
 * @sheet: all of its paper
 * @number: which sheet it is, from 1
 * @part: (nullable): which part of the map, under a slim header
 *
 * Returns: a sheet with everything but the map
 */
KringSheet
kring_sheet_begin (
    const KringOrder *order, KringRect sheet, guint number, guint n_sheets, const char *part)
{
  double scale = kring_paper_get_frame_scale (order->setup->paper), height, top, bottom;
  KringFrame frame = kring_sheet_get_frame (order, sheet);
  GPtrArray *layers = g_ptr_array_new_with_free_func (kring_sheet_layer_free);
  GPtrArray *shapes = part != NULL ? kring_frame_dup_slim_header (&frame, part, &height)
                                   : kring_frame_dup_header (&frame, &height);
  KringRect area;

  kring_sheet_add_layer (layers, shapes, (KringFit){ scale, KRING_POINT_INIT (MARGIN, MARGIN) });
  top = MARGIN + height * scale + AREA_GAP;
  shapes = kring_frame_dup_footer (&frame, number, n_sheets, &height);
  bottom = sheet.height - FOOT - height * scale;
  kring_sheet_add_layer (layers, shapes, (KringFit){ scale, KRING_POINT_INIT (MARGIN, bottom) });
  area = KRING_RECT_INIT (MARGIN, top, sheet.width - 2 * MARGIN, MAX (1, bottom - AREA_GAP - top));
  if (part == NULL && order->setup->legend && order->beside)
    add_legend_beside (layers, order, &area);
  else if (part == NULL && order->setup->legend)
    add_legend_below (layers, order, &frame, &area);
  return (KringSheet){ layers, area, sheet, NULL };
}
