/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-layout-private.h"

#include "layout/kring-pack.h"
#include "layout/kring-part.h"
#include "layout/kring-readable.h"
#include "layout/kring-separate.h"
#include "layout/kring-stress.h"

#include <string.h>

/* Above this the readable pass would take seconds; stress and separation still hold. */
#define READABLE_MAX 1000

/* Neither are hairballs: so many pairs to look at in one pass that nothing would come of it. */
#define READABLE_PASS_MAX 5e8

/* First moves of the readable pass, in steps, and how much worse one may be. */
#define REACH 2
#define HEAT 0.3

/*
 * When new nodes come, how strongly old ones keep their place: between moving as little as can be and
 * stress as low as can be. New ones are settled from several starts.
 */
#define KEEP 0.06f
#define KEEP_SWEEPS 30
#define SETTLE_STARTS 6
#define SETTLE_NEAR 2
#define SETTLE_FAR 9

#define ASPECT 1.4

/* Small parts, and those whose places count for more than speed, are solved from several starts, and
 * the best is kept. */
#define STARTS 4
#define STARTS_NODES_MAX 400
#define STARTS_STRESS_MAX 64

typedef struct
{
  const KringLayoutOptions *options;
  KringPart *part;
  KringPoint *picture; /* (not owned) of the whole graph, to show on the way */
  double done;         /* part of all nodes that is done before this part */
  double share;        /* part of all nodes that is in this part */
  double shown;        /* how much of this part was shown */
  KringStress *stress; /* (owned) */
  float *x, *y;        /* (owned) in steps */
  float *anchor;       /* (owned) (nullable) */
} Solve;

static void
solve_clear (Solve *self)
{
  g_clear_pointer (&self->stress, kring_stress_free);
  g_free (self->x);
  g_free (self->y);
  g_free (self->anchor);
}

static gboolean
solve_init (Solve *self)
{
  KringPart *part = self->part;
  guint n = part->graph->n_nodes;

  self->x = g_new0 (float, n + 1);
  self->y = g_new0 (float, n + 1);
  self->stress =
      kring_stress_new ((KringAdjacency){ n, part->graph->first, part->graph->neighbours },
                        self->options->cancellable);
  return self->stress != NULL;
}

static gboolean
is_held (const Solve *self, guint v)
{
  const KringGraphNode *node = &self->part->graph->nodes[v];

  return node->placed && (node->pinned || self->options->keep);
}

/* Stress is two fifths of the time, the readable pass the rest. */
#define STRESS_SHARE 0.4

static gboolean
is_readable (const Solve *self)
{
  const KringGraph *graph = self->part->graph;

  return self->options->type != KRING_LAYOUT_STRESS && graph->n_nodes > 2 &&
         graph->n_nodes <= READABLE_MAX && kring_readable_get_pass (graph) <= READABLE_PASS_MAX;
}

/* Later starts say nothing until they are further than those before. */
static void
show (Solve *self, double fraction)
{
  if (fraction <= self->shown)
    return;
  self->shown = fraction;
  self->options->progress (self->picture, self->done + self->share * fraction,
                           self->options->progress_data);
}

static void
stress_progress_cb (const float *x, const float *y, double fraction, gpointer data)
{
  Solve *self = data;
  double step = self->options->step;

  for (guint v = 0; v < self->part->graph->n_nodes; v++)
    self->picture[self->part->members[v]] = KRING_POINT_INIT (x[v] * step, y[v] * step);
  show (self, fraction * (is_readable (self) ? STRESS_SHARE : 1));
}

static void
readable_progress_cb (KringCost *cost, double fraction, gpointer data)
{
  Solve *self = data;

  for (guint v = 0; v < self->part->graph->n_nodes; v++)
    self->picture[self->part->members[v]] = kring_cost_get_place (cost, v);
  show (self, STRESS_SHARE + fraction * (1 - STRESS_SHARE));
}

static KringStressOptions
stress_options (Solve *self)
{
  return (KringStressOptions){ .seed = self->options->seed,
                               .plain = self->options->plain,
                               .cancellable = self->options->cancellable,
                               .progress =
                                   self->options->progress != NULL ? stress_progress_cb : NULL,
                               .progress_data = self };
}

static guint
count_starts (const Solve *self)
{
  gboolean stress = self->options->type == KRING_LAYOUT_STRESS;
  guint most = stress ? STARTS_STRESS_MAX : STARTS_NODES_MAX;

  return self->part->graph->n_nodes <= most ? STARTS : 1;
}

static gboolean
cold_start (Solve *self)
{
  guint n = self->part->graph->n_nodes;
  g_autofree float *x = g_new0 (float, n + 1);
  g_autofree float *y = g_new0 (float, n + 1);
  guint starts = count_starts (self);
  double least = G_MAXDOUBLE;

  for (guint start = 0; start < starts; start++)
    {
      KringStressOptions options = stress_options (self);
      double stress;

      options.seed += start;
      if (!kring_stress_solve (self->stress, &options, x, y))
        return FALSE;
      stress = kring_stress_measure (self->stress, x, y);
      if (stress < least)
        {
          least = stress;
          for (guint v = 0; v < n; v++)
            {
              self->x[v] = x[v];
              self->y[v] = y[v];
            }
        }
    }
  return TRUE;
}

/* New nodes begin beside the middle of their placed neighbours. */
static void
seat_new_nodes (Solve *self, guint32 seed, guint8 *seated)
{
  const KringGraph *graph = self->part->graph;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint v = 0; v < graph->n_nodes; v++)
        {
          double x = 0, y = 0;
          guint count = 0;

          for (guint i = graph->first[v]; !seated[v] && i < graph->first[v + 1]; i++)
            if (seated[graph->neighbours[i]] == 1)
              {
                x += self->x[graph->neighbours[i]];
                y += self->y[graph->neighbours[i]];
                count++;
              }
          if (count == 0)
            continue;
          self->x[v] = x / count + g_rand_double_range (rand, -0.7, 0.7);
          self->y[v] = y / count + g_rand_double_range (rand, -0.7, 0.7);
          seated[v] = 1;
          more = TRUE;
        }
    }
}

/* Turns, mirrors and shifts the free drawing onto what is held (Procrustes in the plane). */
static void
align_with_held (Solve *self)
{
  const KringGraph *graph = self->part->graph;
  double step = self->options->step;
  double ax = 0, ay = 0, bx = 0, by = 0, best[2] = { 0, 0 }, turn[2][2];
  guint held = 0, mirrored;

  for (guint v = 0; v < graph->n_nodes; v++)
    if (is_held (self, v))
      {
        ax += self->x[v];
        ay += self->y[v];
        bx += graph->nodes[v].at.x / step;
        by += graph->nodes[v].at.y / step;
        held++;
      }
  ax /= held;
  ay /= held;
  bx /= held;
  by /= held;
  for (int mirror = 0; mirror < 2; mirror++)
    {
      double c = 0, s = 0;

      for (guint v = 0; v < graph->n_nodes; v++)
        if (is_held (self, v))
          {
            double px = (mirror ? -1 : 1) * (self->x[v] - ax), py = self->y[v] - ay;
            double qx = graph->nodes[v].at.x / step - bx, qy = graph->nodes[v].at.y / step - by;

            c += px * qx + py * qy;
            s += px * qy - py * qx;
          }
      best[mirror] = hypot (c, s);
      turn[mirror][0] = best[mirror] > 0 ? c / best[mirror] : 1;
      turn[mirror][1] = best[mirror] > 0 ? s / best[mirror] : 0;
    }
  mirrored = best[1] > best[0];
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      double px = (mirrored ? -1 : 1) * (self->x[v] - ax), py = self->y[v] - ay;

      self->x[v] = bx + turn[mirrored][0] * px - turn[mirrored][1] * py;
      self->y[v] = by + turn[mirrored][1] * px + turn[mirrored][0] * py;
    }
}

/* New nodes find their place first, while those that stand do not move at all. */
static gboolean
settle_new_nodes (Solve *self, const guint8 *standing)
{
  guint n = self->part->graph->n_nodes;
  g_autofree float *anchor = g_new0 (float, n + 1);
  g_autofree float *x = g_memdup2 (self->x, n * sizeof (float));
  g_autofree float *y = g_memdup2 (self->y, n * sizeof (float));
  double least = G_MAXDOUBLE;

  for (guint v = 0; v < n; v++)
    anchor[v] = is_held (self, v) ? INFINITY : 0;
  for (guint start = 0; start < (n <= STARTS_NODES_MAX ? SETTLE_STARTS : 1); start++)
    {
      KringStressOptions options = stress_options (self);
      g_autofree guint8 *seated = g_memdup2 (standing, n);
      double stress;

      options.seed += start;
      options.warm = TRUE;
      options.first_step = start % 2 == 0 ? SETTLE_NEAR : SETTLE_FAR;
      options.sweeps = KEEP_SWEEPS;
      options.anchor = anchor;
      seat_new_nodes (self, options.seed, seated);
      if (!kring_stress_solve (self->stress, &options, self->x, self->y))
        return FALSE;
      stress = kring_stress_measure (self->stress, self->x, self->y);
      if (stress >= least)
        continue;
      least = stress;
      memcpy (x, self->x, n * sizeof (float));
      memcpy (y, self->y, n * sizeof (float));
    }
  memcpy (self->x, x, n * sizeof (float));
  memcpy (self->y, y, n * sizeof (float));
  return TRUE;
}

static gboolean
solve_held (Solve *self)
{
  const KringGraph *graph = self->part->graph;
  g_autofree guint8 *seated = g_new0 (guint8, graph->n_nodes + 1);
  KringStressOptions options = stress_options (self);

  options.warm = TRUE;
  options.first_step = self->options->keep ? 0 : 1;
  options.sweeps = self->options->keep ? KEEP_SWEEPS : 0;
  if (!self->options->keep)
    {
      if (!cold_start (self))
        return FALSE;
      align_with_held (self);
    }
  self->anchor = g_new0 (float, graph->n_nodes + 1);
  for (guint v = 0; v < graph->n_nodes; v++)
    if (is_held (self, v))
      {
        self->x[v] = graph->nodes[v].at.x / self->options->step;
        self->y[v] = graph->nodes[v].at.y / self->options->step;
        self->anchor[v] = graph->nodes[v].pinned ? INFINITY : KEEP;
        seated[v] = 1;
      }
  options.anchor = self->anchor;
  if (self->options->keep && !settle_new_nodes (self, seated))
    return FALSE;
  return kring_stress_solve (self->stress, &options, self->x, self->y);
}

static float *
dup_distances (Solve *self)
{
  guint n = self->part->graph->n_nodes;
  float *distances = g_new (float, (gsize) n *n + 1);

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      distances[(gsize) a * n + b] = kring_stress_get_distance (self->stress, a, b);
  return distances;
}

/*
 * In dense graphs nothing but crossings would count. Crossings together never weigh more than the
 * stress does, lines through boxes never more than half of that.
 */
static KringCostWeights
find_weights (Solve *self, KringCost *cost)
{
  KringCostWeights weights = kring_layout_weights;
  double n = self->part->graph->n_nodes;
  double stress = kring_stress_measure (self->stress, self->x, self->y) * n * (n - 1) / 2;
  KringCostCounts counts;

  kring_cost_count (cost, self->options->cancellable, &counts);
  if (counts.crossings > 0)
    weights.crossing = MIN (weights.crossing, MAX (stress, n) / counts.crossings);
  if (counts.through > 0)
    weights.through = MIN (weights.through, 0.5 * MAX (stress, n) / counts.through);
  return weights;
}

static gboolean
make_readable (Solve *self, KringPoint *places)
{
  const KringGraph *graph = self->part->graph;
  g_autoptr (KringCost) cost = kring_cost_new (graph, &kring_layout_weights, self->options->step);
  g_autofree float *distances = dup_distances (self);
  g_autofree guint8 *fixed = kring_layout_dup_fixed (graph, self->options->keep);
  KringReadableOptions options = { .seed = self->options->seed,
                                   .reach = REACH * self->options->step,
                                   .heat = self->options->keep ? 0 : HEAT,
                                   .fixed = fixed,
                                   .cancellable = self->options->cancellable,
                                   .progress_data = self };
  KringCostWeights weights;

  if (self->options->progress != NULL)
    options.progress = readable_progress_cb;
  kring_cost_set_distances (cost, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (cost, v, places[v]);
  weights = find_weights (self, cost);
  kring_cost_set_weights (cost, &weights);
  if (!kring_readable_improve (cost, graph, &options))
    return FALSE;
  for (guint v = 0; v < graph->n_nodes; v++)
    places[v] = kring_cost_get_place (cost, v);
  return TRUE;
}

static gboolean
has_held (const Solve *self)
{
  for (guint v = 0; v < self->part->graph->n_nodes; v++)
    if (is_held (self, v))
      return TRUE;
  return FALSE;
}

static gboolean
take_overlaps_away (KringPart *part, const KringLayoutOptions *options)
{
  g_autofree guint8 *pinned = kring_layout_dup_fixed (part->graph, FALSE);
  KringSeparateOptions separate = { .gap = options->gap,
                                    .fixed = pinned,
                                    .cancellable = options->cancellable };

  if (options->overlaps)
    return TRUE;
  return kring_separate (part->graph, &separate, part->places);
}

static gboolean
solve_part (Solve *self)
{
  KringPart *part = self->part;
  double step = self->options->step;
  gboolean done;

  part->standing = has_held (self);
  if (part->graph->n_nodes == 1)
    {
      kring_layout_take_places (part->graph, part->places);
      return !g_cancellable_is_cancelled (self->options->cancellable);
    }
  done = solve_init (self) && (part->standing ? solve_held (self) : cold_start (self));
  for (guint v = 0; done && v < part->graph->n_nodes; v++)
    part->places[v] = KRING_POINT_INIT (self->x[v] * step, self->y[v] * step);
  if (done && is_readable (self))
    done = make_readable (self, part->places);
  solve_clear (self);
  return done && take_overlaps_away (part, self->options);
}

/* Parts that stand already may stand in each other; new ones are packed beside them. */
static gboolean
untangle_standing (const KringGraph *graph, const KringLayoutOptions *options, KringPoint *places)
{
  g_autofree guint8 *pinned = kring_layout_dup_fixed (graph, FALSE);
  KringSeparateOptions separate = { .gap = options->gap,
                                    .fixed = pinned,
                                    .cancellable = options->cancellable };

  return kring_separate (graph, &separate, places);
}

/**
 * kring_layout_free:
 *
 * Component by component: stress, then (for all types but the bare stress layout) the readable pass,
 * then overlaps away; the components side by side.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_layout_free (const KringGraph *graph, const KringLayoutOptions *options, KringPoint *places)
{
  g_autoptr (GPtrArray) parts = kring_part_split (graph);
  guint standing = 0;
  double done = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      Solve solve = { .options = options,
                      .part = g_ptr_array_index (parts, i),
                      .picture = places,
                      .done = done / graph->n_nodes };

      solve.share = (double) solve.part->graph->n_nodes / graph->n_nodes;
      if (!solve_part (&solve))
        return FALSE;
      standing += solve.part->standing;
      done += solve.part->graph->n_nodes;
    }
  kring_part_pack (parts, options->gap + options->step / 4, ASPECT, options->cancellable);
  if (g_cancellable_is_cancelled (options->cancellable))
    return FALSE;
  kring_part_gather (parts, places);
  return standing < 2 || options->overlaps || untangle_standing (graph, options, places);
}
