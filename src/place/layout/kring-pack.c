/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-pack.h"

/* Turns that are tried, in half a circle: mirrored about the middle is as wide. */
#define TURNS 36

/* At most this part of a drawing may be boxes and words; how high words are. */
#define FULL 0.36
#define WORDS_HEIGHT 17.0

/* Places to try against each box: two on every side. */
#define SIDES 8

/**
 * kring_components_find:
 * @component: (out caller-allocates) (array length=n_nodes): the number of the component of every
 *   node, the one of node 0 first
 *
 * Returns: how many components there are
 */
guint
kring_components_find (const KringGraph *graph, guint *component)
{
  g_autofree guint *stack = g_new (guint, graph->n_nodes + 1);
  guint count = 0;

  for (guint v = 0; v < graph->n_nodes; v++)
    component[v] = G_MAXUINT;
  for (guint start = 0; start < graph->n_nodes; start++)
    {
      guint depth = 0;

      if (component[start] != G_MAXUINT)
        continue;
      component[start] = count;
      stack[depth++] = start;
      while (depth > 0)
        {
          guint v = stack[--depth];

          for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
            if (component[graph->neighbours[i]] == G_MAXUINT)
              {
                component[graph->neighbours[i]] = count;
                stack[depth++] = graph->neighbours[i];
              }
        }
      count++;
    }
  return count;
}

static int
compare_areas (gconstpointer a, gconstpointer b, gpointer data)
{
  const KringRect *parts = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  double d = parts[y].width * parts[y].height - parts[x].width * parts[x].height;

  if (d != 0)
    return d < 0 ? -1 : 1;
  return (int) x - (int) y;
}

/* How far a box reaches out of the middle, once the wanted aspect is made square. */
static double
pack_reach (KringRect part, double aspect)
{
  double x = MAX (fabs (part.x), fabs (part.x + part.width));
  double y = MAX (fabs (part.y), fabs (part.y + part.height)) * aspect;

  return x * x + y * y;
}

/* A place once taken stays taken, mostly by the same box: @hint is asked first. */
static gboolean
pack_is_free (const KringRect *parts,
              const guint *order,
              guint placed,
              KringRect part,
              double gap,
              guint *hint)
{
  KringRect room = kring_rect_grow (part, gap - 1e-6);

  if (*hint < placed && kring_rect_intersects (parts[order[*hint]], room))
    return FALSE;
  for (guint i = 0; i < placed; i++)
    if (kring_rect_intersects (parts[order[i]], room))
      {
        *hint = i;
        return FALSE;
      }
  return TRUE;
}

/*
 * Candidate places lie against the sides of what is placed already:
 *
 *      +----+
 *   c  |  p |  c      and on each side aligned with either end
 *      +----+
 */
static KringRect
candidate (KringRect p, KringRect part, guint which, double gap)
{
  gboolean low = (which & 1) == 0;

  switch (which >> 1)
    {
    case 0:
      part.x = p.x + p.width + gap;
      part.y = low ? p.y : p.y + p.height - part.height;
      break;
    case 1:
      part.x = p.x - gap - part.width;
      part.y = low ? p.y : p.y + p.height - part.height;
      break;
    case 2:
      part.y = p.y + p.height + gap;
      part.x = low ? p.x : p.x + p.width - part.width;
      break;
    default:
      part.y = p.y - gap - part.height;
      part.x = low ? p.x : p.x + p.width - part.width;
      break;
    }
  return part;
}

/* The free place nearest to the middle against the first @placed boxes. */
static KringRect
pack_find_place (const KringRect *parts,
                 const guint *order,
                 guint placed,
                 guint *hints,
                 double gap,
                 double aspect)
{
  KringRect part = parts[order[placed]], best = part;
  double least = G_MAXDOUBLE;

  best.x = -part.width / 2;
  best.y = -part.height / 2;
  for (guint j = 0; j < placed; j++)
    for (guint which = 0; which < SIDES; which++)
      {
        KringRect there = candidate (parts[order[j]], part, which, gap);

        if (pack_reach (there, aspect) < least &&
            pack_is_free (parts, order, placed, there, gap, &hints[j * SIDES + which]))
          {
            least = pack_reach (there, aspect);
            best = there;
          }
      }
  return best;
}

/**
 * kring_pack:
 * @parts: (inout) (array length=n_parts): the boxes; only their places are changed
 * @n_standing: how many of them, the first ones, stay where they are
 * @gap: what stays free between them, in map units
 * @aspect: width / height that the whole should have
 * @cancellable: (nullable): ends the work; places of the rest are then as they were
 *
 * Places the largest in the middle and each next one against those before, as near to the middle as
 * it fits.
 */
void
kring_pack (KringRect *parts,
            guint n_parts,
            guint n_standing,
            double gap,
            double aspect,
            GCancellable *cancellable)
{
  g_autofree guint *order = g_new (guint, n_parts + 1);
  g_autofree guint *hints = g_new0 (guint, n_parts * SIDES + 1);

  for (guint i = 0; i < n_parts; i++)
    order[i] = i;
  g_qsort_with_data (order + n_standing, n_parts - n_standing, sizeof (guint), compare_areas,
                     parts);
  for (guint i = n_standing; i < n_parts && !g_cancellable_is_cancelled (cancellable); i++)
    parts[order[i]] = pack_find_place (parts, order, i, hints, gap, aspect);
}

static KringPoint
turned (KringPoint p, double angle)
{
  return KRING_POINT_INIT (p.x * cos (angle) - p.y * sin (angle),
                           p.x * sin (angle) + p.y * cos (angle));
}

/* Around all boxes, once the places are turned; boxes stay upright. */
static KringRect
pack_get_bounds (const KringGraph *graph, const KringPoint *places, double angle)
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
 * kring_pack_fit:
 * @gap: free space between boxes
 * @aspect: width of the sheet / its height
 * @places: (inout) (array length=n_nodes)
 *
 * Returns: how much larger the drawing became
 */
double
kring_pack_fit (const KringGraph *graph, double gap, double aspect, KringPoint *places)
{
  double best = 0, least = G_MAXDOUBLE, boxes = 0, factor;
  KringRect bounds;

  for (guint i = 0; i < TURNS; i++)
    {
      double angle = i * G_PI / TURNS, size;

      bounds = pack_get_bounds (graph, places, angle);
      size = MAX (bounds.width, aspect * bounds.height);
      if (size < least)
        {
          least = size;
          best = angle;
        }
    }
  bounds = pack_get_bounds (graph, places, best);
  for (guint v = 0; v < graph->n_nodes; v++)
    boxes += (graph->nodes[v].box.width + gap) * (graph->nodes[v].box.height + gap);
  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].words > 0)
      boxes += (graph->edges[e].words + 2 * gap) * (WORDS_HEIGHT + 2 * gap);
  factor = MAX (sqrt (boxes / FULL / MAX (bounds.width * bounds.height, 1)), 1);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      KringPoint at = turned (places[v], best);

      places[v] = KRING_POINT_INIT (factor * at.x, factor * at.y);
    }
  return factor;
}
