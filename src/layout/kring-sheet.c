/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-sheet.h"

/* Turns that are tried, in half a circle: mirrored about the middle is as wide. */
#define TURNS 36

/* At most this part of a drawing may be boxes. */
#define FULL 0.36

static KringPoint
turned (KringPoint p, double angle)
{
  return KRING_POINT_INIT (p.x * cos (angle) - p.y * sin (angle),
                           p.x * sin (angle) + p.y * cos (angle));
}

/* Around all boxes, once the places are turned; boxes stay upright. */
static KringRect
get_bounds (const KringGraph *graph, const KringPoint *places, double angle)
{
  KringPoint low = KRING_POINT_INIT (G_MAXDOUBLE, G_MAXDOUBLE);
  KringPoint high = KRING_POINT_INIT (-G_MAXDOUBLE, -G_MAXDOUBLE);

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      KringRect box = graph->nodes[v].box;
      KringPoint at = turned (places[v], angle);

      low.x = MIN (low.x, at.x + box.x);
      low.y = MIN (low.y, at.y + box.y);
      high.x = MAX (high.x, at.x + box.x + box.width);
      high.y = MAX (high.y, at.y + box.y + box.height);
    }
  return kring_rect_from_corners (low, high);
}

/**
 * kring_sheet_fit:
 * @gap: free space between boxes
 * @aspect: width of the sheet / its height
 * @places: (inout) (array length=n_nodes)
 *
 * Returns: how much larger the drawing became
 */
double
kring_sheet_fit (const KringGraph *graph, double gap, double aspect, KringPoint *places)
{
  double best = 0, least = G_MAXDOUBLE, boxes = 0, factor;
  KringRect bounds;

  for (guint i = 0; i < TURNS; i++)
    {
      double angle = i * G_PI / TURNS, size;

      bounds = get_bounds (graph, places, angle);
      size = MAX (bounds.width, aspect * bounds.height);
      if (size < least)
        {
          least = size;
          best = angle;
        }
    }
  bounds = get_bounds (graph, places, best);
  for (guint v = 0; v < graph->n_nodes; v++)
    boxes += (graph->nodes[v].box.width + gap) * (graph->nodes[v].box.height + gap);
  factor = MAX (sqrt (boxes / FULL / MAX (bounds.width * bounds.height, 1)), 1);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      KringPoint at = turned (places[v], best);

      places[v] = KRING_POINT_INIT (factor * at.x, factor * at.y);
    }
  return factor;
}
