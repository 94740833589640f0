/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-sectors.h"

/* The widest sector, so that a hull does not reach around the root; larger groups than this part of all
 * may. */
#define WIDEST (0.8 * G_PI)
#define MOST 0.7

/* Angles from .. to. */
typedef struct
{
  double from;
  double to;
} Sector;

struct _KringSectors
{
  const KringGraph *graph; /* (not owned) */
  guint root;
  Sector *of_groups; /* (owned) (array length=n_groups) */
};

/* Mean direction of every group, seen from the middle; of a group of nobody: 0. */
static double *
dup_directions (const KringSectors *self, const KringPoint *places)
{
  const KringGraph *graph = self->graph;
  g_autofree KringPoint *sums = g_new0 (KringPoint, graph->n_groups + 1);
  double *directions = g_new0 (double, graph->n_groups + 1);

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      double dx = places[v].x - places[self->root].x, dy = places[v].y - places[self->root].y;
      double length = MAX (hypot (dx, dy), 1e-9);

      if (graph->nodes[v].group < 0)
        continue;
      sums[graph->nodes[v].group].x += dx / length;
      sums[graph->nodes[v].group].y += dy / length;
    }
  for (guint g = 0; g < graph->n_groups; g++)
    directions[g] = atan2 (sums[g].y, sums[g].x);
  return directions;
}

static int
compare_directions (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *directions = data;
  double x = directions[*(const guint *) a], y = directions[*(const guint *) b];

  if (x != y)
    return x < y ? -1 : 1;
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* As wide as the group is large, with the hull clear of the root; all about in the middle of it stays
 * possible only for a group of nearly everybody. */
static double
sectors_get_width (const KringSectors *self, guint size)
{
  double share = (double) size / MAX (self->graph->n_nodes - 1, 1);
  double width = 2 * G_PI * share;

  return share < MOST ? MIN (width, WIDEST) : width;
}

/*
 * Each group has a sector of its own, in the order in which a free drawing has them; between sectors
 * is room for those without a group, who may stand anywhere.
 */
static void
set_sectors (KringSectors *self, const KringPoint *free_places)
{
  const KringGraph *graph = self->graph;
  g_autofree double *directions = dup_directions (self, free_places);
  g_autofree guint *order = g_new (guint, graph->n_groups + 1);
  g_autofree guint *sizes = g_new0 (guint, graph->n_groups + 1);
  double gap = 2 * G_PI, at = 0, x = 0, y = 0, turn;

  for (guint v = 0; v < graph->n_nodes; v++)
    if (v != self->root && graph->nodes[v].group >= 0)
      sizes[graph->nodes[v].group]++;
  for (guint g = 0; g < graph->n_groups; g++)
    {
      order[g] = g;
      gap -= sectors_get_width (self, sizes[g]);
    }
  gap /= graph->n_groups;
  g_qsort_with_data (order, graph->n_groups, sizeof (guint), compare_directions, directions);
  for (guint i = 0; i < graph->n_groups; i++)
    {
      Sector *sector = &self->of_groups[order[i]];

      sector->from = at;
      sector->to = at + sectors_get_width (self, sizes[order[i]]);
      at = sector->to + gap;
      turn = directions[order[i]] - (sector->from + sector->to) / 2;
      x += sizes[order[i]] * cos (turn);
      y += sizes[order[i]] * sin (turn);
    }
  turn = atan2 (y, x);
  for (guint g = 0; g < graph->n_groups; g++)
    {
      self->of_groups[g].from += turn;
      self->of_groups[g].to += turn;
    }
}

/**
 * kring_sectors_new: (constructor)
 * @graph: must outlive them; has groups
 * @root: who stands in the middle
 * @free_places: (array length=n_nodes): a drawing without rings
 *
 * Returns: (transfer full): a sector for every group
 */
KringSectors *
kring_sectors_new (const KringGraph *graph, guint root, const KringPoint *free_places)
{
  KringSectors *self = g_new0 (KringSectors, 1);

  self->graph = graph;
  self->root = root;
  self->of_groups = g_new0 (Sector, graph->n_groups + 1);
  set_sectors (self, free_places);
  return self;
}

void
kring_sectors_free (KringSectors *self)
{
  g_free (self->of_groups);
  g_free (self);
}

/**
 * kring_sectors_clamp:
 *
 * Returns: the angle nearest to @angle at which @node may stand
 */
double
kring_sectors_clamp (const KringSectors *self, guint node, double angle)
{
  int group = self->graph->nodes[node].group;
  double middle, half, off;

  if (group < 0)
    return angle;
  middle = (self->of_groups[group].from + self->of_groups[group].to) / 2;
  half = (self->of_groups[group].to - self->of_groups[group].from) / 2;
  off = remainder (angle - middle, 2 * G_PI);
  return middle + CLAMP (off, -half, half);
}
