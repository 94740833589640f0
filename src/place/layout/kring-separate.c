/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-separate.h"

#include <stdlib.h>

/* A drawing fuller than this is spread before anything is pushed. */
#define FULL 0.55

/* Rounds of pushing at one scale, and how much more room is made when they do not suffice. */
#define ROUNDS 40
#define MORE_ROOM 1.06

/* Wedged among those who may not move, whom pushing and so many times more room do not free is seated
 * elsewhere: around where it is, in so many directions, further and further out. */
#define PATIENCE 24
#define DIRECTIONS 16

/* More than so many on one point are strewn around it before anything is pushed. */
#define HEAP 4
#define GOLDEN_ANGLE 2.399963229728653

/* Rounding must not leave a hair of overlap. */
#define HAIR 0.01

typedef struct
{
  const KringGraph *graph;
  const KringSeparateOptions *options;
  KringPoint *places;
  guint *order; /* (owned) nodes by the left edge of their boxes */
  double widest;
  gboolean any_fixed;
  guint n_scaled; /* how often more room was made */
} Work;

typedef void (*PairFunc) (Work *work, guint a, guint b, double dx, double dy);

static gboolean
separate_is_fixed (const Work *work, guint v)
{
  return work->options->fixed != NULL && work->options->fixed[v];
}

static double
left_of (const Work *work, guint v)
{
  return work->places[v].x + work->graph->nodes[v].box.x;
}

static int
compare_left (gconstpointer a, gconstpointer b, gpointer data)
{
  double x = left_of (data, *(const guint *) a), y = left_of (data, *(const guint *) b);

  if (x != y)
    return x < y ? -1 : 1;
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* How far two boxes reach into each other, gap included; not positive: not at all. */
static double
depth (double a, double a_size, double b, double b_size, double gap)
{
  return MIN (a + a_size, b + b_size) - MAX (a, b) + gap;
}

/* Sweep from left to right: calls func for every pair that is too close. */
static guint
each_overlap (Work *work, PairFunc func)
{
  const KringGraph *graph = work->graph;
  double gap = work->options->gap;
  guint found = 0;

  g_qsort_with_data (work->order, graph->n_nodes, sizeof (guint), compare_left, work);
  for (guint i = 0; i < graph->n_nodes && !g_cancellable_is_cancelled (work->options->cancellable);
       i++)
    {
      guint a = work->order[i];
      KringRect box_a = graph->nodes[a].box;

      for (guint j = i + 1; j < graph->n_nodes; j++)
        {
          guint b = work->order[j];
          KringRect box_b = graph->nodes[b].box;
          double dx = depth (left_of (work, a), box_a.width, left_of (work, b), box_b.width, gap);
          double dy = depth (work->places[a].y + box_a.y, box_a.height, work->places[b].y + box_b.y,
                             box_b.height, gap);

          if (left_of (work, b) - left_of (work, a) > work->widest + gap)
            break;
          if (dx <= 0 || dy <= 0)
            continue;
          found++;
          if (func != NULL)
            func (work, a, b, dx, dy);
        }
    }
  return found;
}

static KringPoint
middle_of_box (const Work *work, guint v)
{
  KringRect box = work->graph->nodes[v].box;

  return KRING_POINT_INIT (work->places[v].x + box.x + box.width / 2,
                           work->places[v].y + box.y + box.height / 2);
}

/* Moves the two apart along the axis where less is needed, each by half unless one is fixed. Who is wedged
 * between two that are fixed gets out the other way: that is tried in every second scale. */
static void
separate_push (Work *work, guint a, guint b, double dx, double dy)
{
  KringPoint from = middle_of_box (work, a), to = middle_of_box (work, b);
  double share_a = separate_is_fixed (work, a) ? 0 : separate_is_fixed (work, b) ? 1 : 0.5;
  double share_b = separate_is_fixed (work, b) ? 0 : 1 - share_a;
  gboolean other_way = work->n_scaled % 2 == 1 && share_a != 0.5;

  if (separate_is_fixed (work, a) && separate_is_fixed (work, b))
    return;
  if (dx < dy ? !other_way : other_way)
    {
      double way = to.x > from.x || (to.x == from.x && a < b) ? dx + HAIR : -dx - HAIR;

      work->places[a].x -= way * share_a;
      work->places[b].x += way * share_b;
    }
  else
    {
      double way = to.y > from.y || (to.y == from.y && a < b) ? dy + HAIR : -dy - HAIR;

      work->places[a].y -= way * share_a;
      work->places[b].y += way * share_b;
    }
}

/* Around all boxes; those without size count by their places. */
static KringRect
bounds_of (const Work *work)
{
  KringPoint low = KRING_POINT_INIT (G_MAXDOUBLE, G_MAXDOUBLE);
  KringPoint high = KRING_POINT_INIT (-G_MAXDOUBLE, -G_MAXDOUBLE);

  for (guint v = 0; v < work->graph->n_nodes; v++)
    {
      KringRect box = work->graph->nodes[v].box;

      low.x = MIN (low.x, work->places[v].x + box.x);
      low.y = MIN (low.y, work->places[v].y + box.y);
      high.x = MAX (high.x, work->places[v].x + box.x + box.width);
      high.y = MAX (high.y, work->places[v].y + box.y + box.height);
    }
  return kring_rect_from_corners (low, high);
}

/* Scales about the root or the middle; what is fixed stays. A root that may move, among others that may
 * not, has to get away from between them too. */
static void
scale (Work *work, double factor)
{
  const KringGraph *graph = work->graph;
  gboolean about_root =
      graph->root >= 0 && (!work->any_fixed || separate_is_fixed (work, graph->root));
  KringPoint about = about_root ? work->places[graph->root] : kring_rect_centre (bounds_of (work));

  for (guint v = 0; v < graph->n_nodes; v++)
    if (!separate_is_fixed (work, v))
      {
        work->places[v].x = about.x + factor * (work->places[v].x - about.x);
        work->places[v].y = about.y + factor * (work->places[v].y - about.y);
      }
}

static void
separate_make_room (Work *work)
{
  KringRect bounds = bounds_of (work);
  double gap = work->options->gap, area = 0, fullness;

  for (guint v = 0; v < work->graph->n_nodes; v++)
    area += (work->graph->nodes[v].box.width + gap) * (work->graph->nodes[v].box.height + gap);
  fullness = area / MAX (bounds.width * bounds.height, 1);
  if (fullness > FULL)
    scale (work, sqrt (fullness / FULL));
}

/* Two fixed boxes on each other cannot be helped; all other pairs can. */
static guint
count_helpable (Work *work)
{
  guint all = each_overlap (work, NULL);
  guint stuck = 0;

  if (all == 0 || !work->any_fixed)
    return all;
  for (guint a = 0; a < work->graph->n_nodes; a++)
    for (guint b = a + 1; separate_is_fixed (work, a) && b < work->graph->n_nodes; b++)
      if (separate_is_fixed (work, b))
        {
          KringRect x = work->graph->nodes[a].box, y = work->graph->nodes[b].box;
          double gap = work->options->gap;

          stuck +=
              depth (left_of (work, a), x.width, left_of (work, b), y.width, gap) > 0 &&
              depth (work->places[a].y + x.y, x.height, work->places[b].y + y.y, y.height, gap) > 0;
        }
  return all - stuck;
}

static int
separate_compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const KringPoint *places = data;
  guint v = *(const guint *) a, u = *(const guint *) b;

  if (places[v].x != places[u].x)
    return places[v].x < places[u].x ? -1 : 1;
  if (places[v].y != places[u].y)
    return places[v].y < places[u].y ? -1 : 1;
  return (int) v - (int) u;
}

/* As on a sunflower: the same room for everyone, the first one stays. */
static void
strew (Work *work, const guint *heap, guint n)
{
  double gap = work->options->gap;

  for (guint i = 0; i < n; i++)
    {
      KringRect box = work->graph->nodes[heap[i]].box;
      double width = box.width + gap, height = box.height + gap;
      double radius = sqrt (i / (G_PI * FULL));

      if (separate_is_fixed (work, heap[i]))
        continue;
      work->places[heap[i]].x += width * radius * cos (GOLDEN_ANGLE * i);
      work->places[heap[i]].y += height * radius * sin (GOLDEN_ANGLE * i);
    }
}

/* Nothing can be scaled apart that stands on one point. */
static void
strew_heaps (Work *work)
{
  guint n = work->graph->n_nodes;

  g_qsort_with_data (work->order, n, sizeof (guint), separate_compare_places, work->places);
  for (guint from = 0, to; from < n; from = to)
    {
      KringPoint at = work->places[work->order[from]];

      for (to = from + 1; to < n && work->places[work->order[to]].x == at.x &&
                          work->places[work->order[to]].y == at.y;)
        to++;
      if (to - from > HEAP)
        strew (work, work->order + from, to - from);
    }
}

static Work
work_new (const KringGraph *graph, const KringSeparateOptions *options, KringPoint *places)
{
  Work work = { graph, options, places, g_new (guint, graph->n_nodes + 1), 0, FALSE, 0 };

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      work.order[v] = v;
      work.widest = MAX (work.widest, graph->nodes[v].box.width);
      work.any_fixed |= separate_is_fixed (&work, v);
    }
  return work;
}

static gboolean
separate_is_free (const Work *work, guint v)
{
  const KringGraph *graph = work->graph;
  KringRect box = graph->nodes[v].box;
  double gap = work->options->gap;

  for (guint u = 0; u < graph->n_nodes; u++)
    {
      KringRect other = graph->nodes[u].box;

      if (u != v && depth (left_of (work, v), box.width, left_of (work, u), other.width, gap) > 0 &&
          depth (work->places[v].y + box.y, box.height, work->places[u].y + other.y, other.height,
                 gap) > 0)
        return FALSE;
    }
  return TRUE;
}

static void
seat_elsewhere (Work *work, guint v)
{
  KringRect box = work->graph->nodes[v].box;
  KringPoint from = work->places[v];
  double step = (box.width + box.height) / 4 + work->options->gap + 1;

  for (guint ring = 1; !g_cancellable_is_cancelled (work->options->cancellable); ring++)
    for (guint i = 0; i < DIRECTIONS; i++)
      {
        double angle = i * 2 * G_PI / DIRECTIONS;

        work->places[v] = KRING_POINT_INIT (from.x + ring * step * cos (angle),
                                            from.y + ring * step * sin (angle));
        if (separate_is_free (work, v))
          return;
      }
}

/* There is always room somewhere, so that this ends. */
static void
free_the_wedged (Work *work)
{
  for (guint v = 0; v < work->graph->n_nodes; v++)
    if (!separate_is_fixed (work, v) && !separate_is_free (work, v))
      seat_elsewhere (work, v);
}

/**
 * kring_separate:
 * @places: (inout) (array length=n_nodes): where the nodes stand
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_separate (const KringGraph *graph, const KringSeparateOptions *options, KringPoint *places)
{
  Work work = work_new (graph, options, places);
  gboolean done = count_helpable (&work) == 0;

  if (!done)
    strew_heaps (&work);
  if (!done && !options->no_scaling)
    separate_make_room (&work);
  for (guint turn = 0; !done && !g_cancellable_is_cancelled (options->cancellable); turn++)
    {
      if (turn >= PATIENCE && (work.any_fixed || options->no_scaling))
        free_the_wedged (&work);
      for (guint round = 0; round < ROUNDS && !done; round++)
        {
          if (g_cancellable_is_cancelled (options->cancellable))
            break;
          done = each_overlap (&work, separate_push) == 0 ||
                 (work.any_fixed && count_helpable (&work) == 0);
        }
      work.n_scaled++;
      if (!done && !options->no_scaling)
        scale (&work, MORE_ROOM);
    }
  g_free (work.order);
  return !g_cancellable_is_cancelled (options->cancellable);
}

/**
 * kring_separate_count_helpable:
 * @places: of all nodes
 * @fixed: (nullable) (array length=n_nodes): who may not move
 *
 * Returns: how many pairs of boxes are on each other, but for those of which neither may move
 */
guint
kring_separate_count_helpable (const KringGraph *graph,
                               const KringPoint *places,
                               const guint8 *fixed)
{
  KringSeparateOptions options = { .fixed = fixed };
  Work work = work_new (graph, &options, (KringPoint *) places);
  guint count = count_helpable (&work);

  g_free (work.order);
  return count;
}

/**
 * kring_separate_count:
 *
 * Returns: how many pairs of boxes are closer than @gap
 */
guint
kring_separate_count (const KringGraph *graph, const KringPoint *places, double gap)
{
  KringSeparateOptions options = { .gap = gap };
  Work work = work_new (graph, &options, (KringPoint *) places);
  guint count = each_overlap (&work, NULL);

  g_free (work.order);
  return count;
}
