/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-layout-private.h"

#include "layout/kring-distances.h"
#include "layout/kring-fans.h"
#include "layout/kring-foreign.h"
#include "layout/kring-levels.h"
#include "layout/kring-readable.h"
#include "layout/kring-separate.h"
#include "layout/kring-tie-room.h"

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

/* A step on a map, in map units: how far angles and first moves reach. */
#define STEP 200.0

/* What a node needs towards the borders of its band, in map units. */
#define RIM 28.0
#define ROOT_RIM 62.0

/* At most this part of a band may be boxes; fuller, and the rings are drawn larger. */
#define FULL 0.40
#define LARGER 1.08

/* So often rings are drawn larger for labels, and for people in the hulls of others; then labels are
 * taken off each other without regard to rings, and others stay where they are. Where a pass costs much,
 * lines are not looked at meanwhile, and where it costs too much not at all. */
#define LINES_MAX 5e8
#define LINES_ROUND_MAX 4e6
#define ROUNDS_LABELS 30
#define ROUNDS_FOREIGN 3
#define ROUNDS_FOREIGN_SECTORS 8

/* Against a drawing that is made readable: moves reach further, and there are rounds to come. */
#define WORK 0.6

/* Crossings by which a first move may be worse. */
#define HEAT 4

/* Members of a group want to stand this far from each other, in steps, by the root of their number;
 * what it counts, against a crossing. */
#define TOGETHER 0.45
#define TOGETHER_WEIGHT 0.06
#define TOGETHER_MAX 1500

/* How long ties on the outer arc want to be, in steps. */
#define FAR_TIE 0.8f

/* Boxes on each other, against a crossing; and how much more in every round in which some still are. */
#define OVERLAP_WEIGHT 4
#define FIRMER 2

/* What a node in the hull of another group counts, against a crossing. */
#define FOREIGN_WEIGHT 6

/* The widest sector, so that a hull does not reach around the root; larger groups than this part of all
 * may. */
#define WIDEST (0.8 * G_PI)
#define MOST 0.7

typedef struct
{
  KringPoint inner; /* half axes; 0: the middle itself */
  KringPoint outer;
} Band;

/* Angles from .. to. */
typedef struct
{
  double from;
  double to;
} Sector;

typedef struct
{
  const KringGraph *graph;
  const KringLayoutOptions *options;
  gboolean map; /* not a bare graph, whose steps have a length */
  guint root;
  KringPoint middle;
  Band *bands;     /* (owned) (array length=n_nodes) */
  Sector *sectors; /* (owned) (nullable) (array length=n_groups) */
  guint *levels;   /* (owned) (array length=n_nodes) 0: the root */
  guint8 *fixed;   /* (owned) */
  double scale;
  KringCost *cost;    /* (not owned) (nullable) during a search */
  KringTieRoom *room; /* (owned) (nullable) during a search, where ties have words */
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

/* Everybody exactly as far out as there are ties to the root; who has none, one further. */
static void
find_exact_levels (Rings *self)
{
  const KringGraph *graph = self->graph;
  g_autofree int *distances = g_new (int, graph->n_nodes + 1);
  int furthest = 0;

  kring_distances_from ((KringAdjacency){ graph->n_nodes, graph->first, graph->neighbours, NULL },
                        self->root, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    furthest = MAX (furthest, distances[v]);
  for (guint v = 0; v < graph->n_nodes; v++)
    self->levels[v] = v == self->root ? 0 : distances[v] > 0 ? distances[v] : furthest + 1;
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

/* Mean direction of every group, seen from the middle; of a group of nobody: 0. */
static double *
dup_directions (const Rings *self, const KringPoint *places)
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
get_width (const Rings *self, guint size)
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
set_sectors (Rings *self, const KringPoint *free_places)
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
      gap -= get_width (self, sizes[g]);
    }
  gap /= graph->n_groups;
  g_qsort_with_data (order, graph->n_groups, sizeof (guint), compare_directions, directions);
  for (guint i = 0; i < graph->n_groups; i++)
    {
      Sector *sector = &self->sectors[order[i]];

      sector->from = at;
      sector->to = at + get_width (self, sizes[order[i]]);
      at = sector->to + gap;
      turn = directions[order[i]] - (sector->from + sector->to) / 2;
      x += sizes[order[i]] * cos (turn);
      y += sizes[order[i]] * sin (turn);
    }
  turn = atan2 (y, x);
  for (guint g = 0; g < graph->n_groups; g++)
    {
      self->sectors[g].from += turn;
      self->sectors[g].to += turn;
    }
}

static double
into_sector (const Rings *self, guint node, double angle)
{
  int group = self->graph->nodes[node].group;
  const Sector *sector = self->sectors != NULL && group >= 0 ? &self->sectors[group] : NULL;
  double middle, half, off;

  if (sector == NULL)
    return angle;
  middle = (sector->from + sector->to) / 2;
  half = (sector->to - sector->from) / 2;
  off = remainder (angle - middle, 2 * G_PI);
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
  double angle = into_sector (self, node, atan2 (dy, dx));
  double ux = cos (angle), uy = sin (angle);
  double low = reach (band->inner, ux, uy) + rim;
  double high = MAX (reach (band->outer, ux, uy) - rim, low);
  double radius = CLAMP (hypot (dx, dy), low, high);

  return KRING_POINT_INIT (self->middle.x + radius * ux, self->middle.y + radius * uy);
}

/* Nobody moves to where there is less room for the words on their ties than where they stand. */
static KringPoint
allow_with_room_cb (guint node, KringPoint at, gpointer data)
{
  Rings *self = data;
  KringPoint from = kring_cost_get_place (self->cost, node), to;

  if (self->room == NULL)
    return allow_cb (node, at, data);
  to = allow_cb (node, kring_tie_room_make (self->room, node, at), data);
  return kring_tie_room_get_lack (self->room, node, to) >
                 kring_tie_room_get_lack (self->room, node, from)
             ? from
             : to;
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
  if (self->options->sectors && self->graph->n_groups > 0)
    {
      self->sectors = g_new0 (Sector, self->graph->n_groups);
      set_sectors (self, free_places);
    }
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
}

/* Nothing but this holds those together who have ties on the outer arc. */
static gboolean
is_far_tie (const Rings *self, const KringGraphEdge *edge)
{
  return !self->options->exact && !edge->refuted &&
         self->levels[edge->from] == KRING_LAYOUT_BANDS &&
         self->levels[edge->to] == KRING_LAYOUT_BANDS;
}

static gboolean
has_far_ties (const Rings *self)
{
  for (guint e = 0; e < self->graph->n_edges; e++)
    if (is_far_tie (self, &self->graph->edges[e]))
      return TRUE;
  return FALSE;
}

/* Only members of the same group have a distance, whose hull should hold nobody else, and ties on the
 * outer arc. */
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
  for (guint e = 0; e < graph->n_edges; e++)
    {
      gsize a = graph->edges[e].from, b = graph->edges[e].to;

      if (is_far_tie (self, &graph->edges[e]) && a != b)
        distances[a * graph->n_nodes + b] = distances[b * graph->n_nodes + a] = FAR_TIE;
    }
  return distances;
}

static gboolean
improve (Rings *self, KringPoint *places, guint passes, double firmness)
{
  const KringGraph *graph = self->graph;
  KringCostWeights weights = { 0, 1, OVERLAP_WEIGHT * firmness, 0.4, 0.3 };
  g_autoptr (KringCost) cost = NULL;
  g_autofree float *distances = NULL;
  KringReadableOptions options = { .seed = self->options->seed,
                                   .passes = passes,
                                   .work = WORK,
                                   .heat = passes == 0 ? HEAT : 0,
                                   .reach = 3 * self->options->step,
                                   .fixed = self->fixed,
                                   .allow = allow_with_room_cb,
                                   .allow_data = self,
                                   .cancellable = self->options->cancellable };
  gboolean done;

  if (self->options->exact)
    weights = (KringCostWeights){ 0, 1, 0.3, 0.05, 0.2 };
  else if (graph->n_groups > 0 || has_far_ties (self))
    {
      weights.stress = TOGETHER_WEIGHT;
      weights.foreign = graph->n_groups > 0 ? FOREIGN_WEIGHT * sqrt (firmness) : 0;
      distances = graph->n_nodes <= TOGETHER_MAX ? dup_distances (self) : NULL;
    }
  if (kring_readable_get_pass (graph) > (passes > 0 ? LINES_ROUND_MAX : LINES_MAX))
    weights.crossing = weights.through = 0;
  cost = kring_cost_new (graph, &weights, self->options->step);
  kring_cost_set_distances (cost, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (cost, v, places[v]);
  self->cost = cost;
  self->room = self->options->exact ? NULL : kring_tie_room_new (graph, cost);
  for (guint v = 0; self->room != NULL && v < graph->n_nodes; v++)
    if (!self->fixed[v])
      kring_cost_place (cost, v, allow_with_room_cb (v, places[v], self));
  done = kring_readable_improve (cost, graph, &options);
  for (guint v = 0; done && v < graph->n_nodes; v++)
    places[v] = kring_cost_get_place (cost, v);
  g_clear_pointer (&self->room, kring_tie_room_free);
  return done;
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

/* With people who may not move there may always be strangers in a hull. */
static gboolean
is_clear (const Rings *self, const KringPoint *places, guint round)
{
  guint enough = self->options->keep     ? 0
                 : self->sectors != NULL ? ROUNDS_FOREIGN_SECTORS
                                         : ROUNDS_FOREIGN;

  if (kring_separate_count_helpable (self->graph, places, self->fixed) > 0)
    return FALSE;
  return round >= enough ||
         kring_foreign_count (self->graph, places, self->options->cancellable) == 0;
}

static gboolean
take_apart (Rings *self, KringPoint *places)
{
  KringSeparateOptions options = { .fixed = self->fixed,
                                   .cancellable = self->options->cancellable };

  return kring_separate (self->graph, &options, places);
}

/* Between the borders of its band, less what a node needs towards them. */
static void
find_borders (const Rings *self, guint node, double angle, double *low, double *high)
{
  const Band *band = &self->bands[node];
  double ux = cos (angle), uy = sin (angle);

  *low = reach (band->inner, ux, uy) + RIM;
  *high = MAX (reach (band->outer, ux, uy) - RIM, *low);
}

static double
get_part_cb (guint node, KringPoint at, gpointer data)
{
  const Rings *self = data;
  double dx = at.x - self->middle.x, dy = at.y - self->middle.y;
  double low, high;

  find_borders (self, node, atan2 (dy, dx), &low, &high);
  return high > low ? (hypot (dx, dy) - low) / (high - low) : 0;
}

static KringPoint
get_place_cb (guint node, double angle, double part, gpointer data)
{
  const Rings *self = data;
  double low, high, radius;

  find_borders (self, node, angle, &low, &high);
  radius = low + part * (high - low);
  return KRING_POINT_INIT (self->middle.x + radius * cos (angle),
                           self->middle.y + radius * sin (angle));
}

static gboolean
even_fans (Rings *self, KringPoint *places)
{
  KringFansOptions options = { .fixed = self->fixed,
                               .allow = allow_cb,
                               .get_part = get_part_cb,
                               .get_place = get_place_cb,
                               .middle = self->root,
                               .aspect =
                                   self->options->ring_axes[0].x / self->options->ring_axes[0].y,
                               .data = self,
                               .cancellable = self->options->cancellable };

  if (!self->map || self->options->overlaps)
    return TRUE;
  return kring_fans_even (self->graph, &options, places);
}

/* Larger rings until every label has its own place, and hulls hold none but their own. */
static gboolean
arrange (Rings *self, KringPoint *places)
{
  double firmness = 1;
  guint round = 0;

  if (!improve (self, places, 0, firmness))
    return FALSE;
  if (self->options->exact || self->options->overlaps)
    return TRUE;
  for (; !is_clear (self, places, round) && round < ROUNDS_LABELS; round++)
    {
      if (self->options->progress != NULL)
        self->options->progress (places, 0.5, self->options->progress_data);
      firmness *= FIRMER;
      if (!improve (self, places, 12, firmness))
        return FALSE;
      if (!is_clear (self, places, round))
        spread (self, places, self->scale * LARGER);
    }
  return round < ROUNDS_LABELS || take_apart (self, places);
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
  KringLayoutOptions own = *options;
  Rings self = { .graph = graph, .options = &own, .root = choose_root (graph) };
  gboolean done;

  self.map = !(options->step > 0);
  if (self.map)
    own.step = STEP;
  self.middle =
      graph->nodes[self.root].placed ? graph->nodes[self.root].at : KRING_POINT_INIT (0, 0);
  self.bands = g_new0 (Band, graph->n_nodes + 1);
  self.levels = g_new0 (guint, graph->n_nodes + 1);
  self.fixed = kring_layout_dup_fixed (graph, options->keep);
  self.fixed[self.root] = TRUE;
  places[self.root] = self.middle;
  if (own.exact)
    find_exact_levels (&self);
  else
    kring_levels_find (graph, self.root, self.levels);
  set_scale (&self, first_scale (&self));
  done = start (&self, places) && arrange (&self, places) && even_fans (&self, places);
  *scale = self.scale;
  g_free (self.bands);
  g_free (self.sectors);
  g_free (self.levels);
  g_free (self.fixed);
  return done;
}
