/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-layout-private.h"

#include "layout/kring-distances.h"
#include "layout/kring-readable.h"
#include "layout/kring-separate.h"

/*
 * Each node has a band between two ellipses; it may stand anywhere in it, so that labels find room,
 * but never outside:
 *
 *        outer 3 .-----------.        a node of band 2 stays between outer 1 and outer 2,
 *      outer 2 .-'---------.  '.      far enough from both for its own circle
 *    outer 1 .-'-------.    '.  :
 *           (   root    )    :  :
 *
 * Angles start from an unconstrained drawing (Brandes, Pich, "More flexible radial layout", JGAA
 * 15(1), 2011, reach the same by weights that impose the radii step by step).
 */

/* What a node needs towards the borders of its band, in map units. */
#define RIM 28.0
#define ROOT_RIM 62.0

/* At most this part of a band may be boxes; fuller, and the rings are drawn larger. */
#define FULL 0.40
#define LARGER 1.08
#define SCALE_MAX 40

/* Crossings by which a first move may be worse. */
#define HEAT 4

/* Members of a group want to stand this far from each other, in steps, by the root of their number;
 * what it counts, against a crossing. */
#define TOGETHER 0.45
#define TOGETHER_WEIGHT 0.06

typedef struct
{
  KringPoint inner; /* half axes; 0: the middle itself */
  KringPoint outer;
  double from; /* sector: angles from .. to; equal: all around */
  double to;
} Band;

typedef struct
{
  const KringGraph *graph;
  const KringLayoutOptions *options;
  guint root;
  KringPoint middle;
  Band *bands;   /* (owned) (array length=n_nodes) */
  guint *levels; /* (owned) (array length=n_nodes) 0: the root */
  guint8 *fixed; /* (owned) */
  double scale;
} Rings;

static guint
choose_root (const KringGraph *graph)
{
  guint best = 0;

  if (graph->root >= 0)
    return graph->root;
  for (guint v = 1; v < graph->n_nodes; v++)
    if (kring_graph_get_degree (graph, v) > kring_graph_get_degree (graph, best))
      best = v;
  return best;
}

/* The ring a person was put on by hand, else the distance in ties; the outer arc for the rest. */
static void
find_levels (Rings *self)
{
  const KringGraph *graph = self->graph;
  g_autofree int *distances = g_new (int, graph->n_nodes + 1);
  int furthest = 0;

  kring_distances_from ((KringAdjacency){ graph->n_nodes, graph->first, graph->neighbours },
                        self->root, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    furthest = MAX (furthest, distances[v]);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      if (v == self->root)
        self->levels[v] = 0;
      else if (self->options->exact)
        self->levels[v] = distances[v] > 0 ? distances[v] : furthest + 1;
      else if (graph->nodes[v].ring > 0)
        self->levels[v] = MIN (graph->nodes[v].ring, KRING_LAYOUT_BANDS - 1);
      else if (distances[v] > 0)
        self->levels[v] = MIN (distances[v], KRING_LAYOUT_BANDS - 1);
      else
        self->levels[v] = KRING_LAYOUT_BANDS;
    }
}

static KringPoint
scaled (KringPoint axes, double by)
{
  return KRING_POINT_INIT (axes.x * by, axes.y * by);
}

static void
set_band (Rings *self, guint v)
{
  const KringPoint *axes = self->options->ring_axes;
  double radius = self->levels[v] * self->options->step;
  guint level = self->levels[v];
  Band *band = &self->bands[v];

  band->inner = band->outer = KRING_POINT_INIT (radius, radius);
  if (self->options->exact || level == 0)
    return;
  band->inner =
      level == 1 ? KRING_POINT_INIT (ROOT_RIM, ROOT_RIM) : scaled (axes[level - 2], self->scale);
  band->outer = scaled (axes[level - 1], self->scale);
}

/* Fixed sectors by group, as wide as the group is large; those without a group share the rest. */
static void
set_sectors (Rings *self)
{
  const KringGraph *graph = self->graph;
  g_autofree guint *sizes = g_new0 (guint, graph->n_groups + 1);
  g_autofree double *start = g_new0 (double, graph->n_groups + 2);

  for (guint v = 0; v < graph->n_nodes; v++)
    if (v != self->root)
      sizes[graph->nodes[v].group < 0 ? graph->n_groups : (guint) graph->nodes[v].group]++;
  for (guint g = 0; g <= graph->n_groups; g++)
    start[g + 1] = start[g] + 2 * G_PI * sizes[g] / MAX (graph->n_nodes - 1, 1);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      guint g = graph->nodes[v].group < 0 ? graph->n_groups : (guint) graph->nodes[v].group;

      self->bands[v].from = start[g];
      self->bands[v].to = start[g + 1];
    }
}

static double
into_sector (const Band *band, double angle)
{
  double middle = (band->from + band->to) / 2, half = (band->to - band->from) / 2;
  double off = remainder (angle - middle, 2 * G_PI);

  if (!(half > 0))
    return angle;
  return middle + CLAMP (off, -half, half);
}

/* How far the ellipse is from its middle, in the direction (ux, uy). */
static double
reach (KringPoint axes, double ux, double uy)
{
  return axes.x > 0 ? 1 / hypot (ux / axes.x, uy / axes.y) : 0;
}

/* The point of its band nearest to where a node wants to go, along the line from the middle. */
static KringPoint
allow_cb (guint node, KringPoint at, gpointer data)
{
  const Rings *self = data;
  const Band *band = &self->bands[node];
  double rim = self->options->exact ? 0 : RIM;
  double dx = at.x - self->middle.x, dy = at.y - self->middle.y;
  double angle = into_sector (band, atan2 (dy, dx));
  double ux = cos (angle), uy = sin (angle);
  double low = reach (band->inner, ux, uy) + rim;
  double high = MAX (reach (band->outer, ux, uy) - rim, low);
  double radius = CLAMP (hypot (dx, dy), low, high);

  return KRING_POINT_INIT (self->middle.x + radius * ux, self->middle.y + radius * uy);
}

static gboolean
start (Rings *self, KringPoint *places)
{
  KringLayoutOptions options = *self->options;
  g_autofree KringPoint *free_places = g_new0 (KringPoint, self->graph->n_nodes + 1);
  KringPoint middle;

  options.type = KRING_LAYOUT_STRESS;
  options.overlaps = TRUE;
  options.keep = FALSE;
  options.progress = NULL;
  if (!kring_layout_free (self->graph, &options, free_places))
    return FALSE;
  middle = free_places[self->root];
  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      KringPoint want = { self->middle.x + free_places[v].x - middle.x,
                          self->middle.y + free_places[v].y - middle.y };

      if (!self->fixed[v])
        places[v] = allow_cb (v, want, self);
    }
  return TRUE;
}

/* Smallest scale at which no band is too full of boxes to begin with. */
static double
first_scale (const Rings *self)
{
  double need[KRING_LAYOUT_BANDS + 1] = { 0 }, scale = 1;

  if (self->options->exact)
    return 1;
  for (guint v = 0; v < self->graph->n_nodes; v++)
    need[self->levels[v]] += (self->graph->nodes[v].box.width + self->options->gap) *
                             (self->graph->nodes[v].box.height + self->options->gap);
  for (guint level = 1; level <= KRING_LAYOUT_BANDS; level++)
    {
      KringPoint outer = self->options->ring_axes[level - 1];
      KringPoint inner =
          level == 1 ? KRING_POINT_INIT (ROOT_RIM, ROOT_RIM) : self->options->ring_axes[level - 2];
      double room = G_PI * (outer.x * outer.y - inner.x * inner.y);

      scale = MAX (scale, sqrt (need[level] / (FULL * room)));
    }
  return scale;
}

static void
set_scale (Rings *self, double scale)
{
  self->scale = scale;
  for (guint v = 0; v < self->graph->n_nodes; v++)
    set_band (self, v);
  if (self->options->sectors)
    set_sectors (self);
}

/* Only members of the same group have a distance: their hull should hold nobody else. */
static float *
dup_distances (const Rings *self)
{
  const KringGraph *graph = self->graph;
  g_autofree guint *sizes = g_new0 (guint, graph->n_groups + 1);
  float *distances = g_new0 (float, (gsize) graph->n_nodes * graph->n_nodes + 1);

  for (guint v = 0; v < graph->n_nodes; v++)
    if (graph->nodes[v].group >= 0)
      sizes[graph->nodes[v].group]++;
  for (guint a = 0; a < graph->n_nodes; a++)
    for (guint b = 0; b < graph->n_nodes; b++)
      if (a != b && graph->nodes[a].group >= 0 && graph->nodes[a].group == graph->nodes[b].group)
        distances[(gsize) a * graph->n_nodes + b] =
            TOGETHER * (1 + sqrt (sizes[graph->nodes[a].group]));
  return distances;
}

static gboolean
improve (Rings *self, KringPoint *places, guint passes)
{
  const KringGraph *graph = self->graph;
  KringCostWeights weights = { 0, 1, 4, 0.4, 0.3 };
  g_autoptr (KringCost) cost = NULL;
  g_autofree float *distances = NULL;
  KringReadableOptions options = { .seed = self->options->seed,
                                   .passes = passes,
                                   .heat = passes == 0 ? HEAT : 0,
                                   .reach = 3 * self->options->step,
                                   .fixed = self->fixed,
                                   .allow = allow_cb,
                                   .allow_data = self,
                                   .cancellable = self->options->cancellable };

  if (self->options->exact)
    weights = (KringCostWeights){ 0, 1, 0.3, 0.05, 0.2 };
  else if (graph->n_groups > 0)
    {
      weights.stress = TOGETHER_WEIGHT;
      distances = dup_distances (self);
    }
  cost = kring_cost_new (graph, &weights, self->options->step);
  kring_cost_set_distances (cost, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (cost, v, places[v]);
  if (!kring_readable_improve (cost, graph, &options))
    return FALSE;
  for (guint v = 0; v < graph->n_nodes; v++)
    places[v] = kring_cost_get_place (cost, v);
  return TRUE;
}

static void
spread (Rings *self, KringPoint *places, double scale)
{
  double factor = scale / self->scale;

  set_scale (self, scale);
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (!self->fixed[v])
      {
        KringPoint to = { self->middle.x + factor * (places[v].x - self->middle.x),
                          self->middle.y + factor * (places[v].y - self->middle.y) };

        places[v] = allow_cb (v, to, self);
      }
}

/* Larger rings until every label has its own place. */
static gboolean
arrange (Rings *self, KringPoint *places)
{
  gboolean overlaps_stay = self->options->exact || self->options->overlaps;
  guint before, after;

  if (!improve (self, places, 0))
    return FALSE;
  while (!overlaps_stay && self->scale < SCALE_MAX &&
         (before = kring_separate_count (self->graph, places, 0)) > 0)
    {
      if (self->options->progress != NULL)
        self->options->progress (places, 0.5, self->options->progress_data);
      if (!improve (self, places, 12))
        return FALSE;
      after = kring_separate_count (self->graph, places, 0);
      if (after > 0)
        spread (self, places, self->scale * LARGER);
    }
  return TRUE;
}

/**
 * kring_layout_rings:
 * @scale: (out): how much larger than asked for the rings had to become
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_layout_rings (const KringGraph *graph,
                    const KringLayoutOptions *options,
                    KringPoint *places,
                    double *scale)
{
  Rings self = { .graph = graph, .options = options, .root = choose_root (graph) };
  gboolean done;

  self.middle =
      graph->nodes[self.root].placed ? graph->nodes[self.root].at : KRING_POINT_INIT (0, 0);
  self.bands = g_new0 (Band, graph->n_nodes + 1);
  self.levels = g_new0 (guint, graph->n_nodes + 1);
  self.fixed = kring_layout_dup_fixed (graph, options->keep);
  self.fixed[self.root] = TRUE;
  places[self.root] = self.middle;
  find_levels (&self);
  set_scale (&self, first_scale (&self));
  done = start (&self, places) && arrange (&self, places);
  *scale = self.scale;
  g_free (self.bands);
  g_free (self.levels);
  g_free (self.fixed);
  return done;
}
