/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-layout-private.h"

#include "place/embedding/kring-edge-label-clearance.h"
#include "place/embedding/kring-lengths.h"
#include "place/embedding/kring-local-search.h"
#include "place/embedding/kring-stress.h"
#include "place/layout/kring-angular-spacing.h"
#include "place/layout/kring-component.h"
#include "place/layout/kring-incremental.h"
#include "place/layout/kring-pack.h"
#include "place/layout/kring-separate.h"

#include <string.h>

/* Above this the readable pass would take seconds; stress and separation still hold. */
#define READABLE_MAX 1000

/* Neither are hairballs: so many pairs to look at in one pass that nothing would come of it. */
#define READABLE_PASS_MAX 5e8

/* On maps there is more to look at in every pass: so many of the usual ones. */
#define MAP_WORK 0.6

/* First moves of the readable pass, in steps, and how much worse one may be. */
#define REACH 2
#define HEAT 0.3

/* How much more stress a drawing may have than the start, the least known, and be easier to read for it;
 * where there was hardly any, so much. */
#define WORSE 1.05
#define WORSE_LEAST 0.0005

/* From this many nodes on, what is on boxes weighs more, by these powers. */
#define LARGE 200.0
#define LARGE_OVERLAP 0.9
#define LARGE_THROUGH 0.3

/* Above this it is not asked how low stress could be, when what stands is kept. */
#define KEEP_COLD_MAX 1500

#define ASPECT 1.4

/* What a node in the hull of another group counts, against a pair's stress. */
#define FOREIGN_WEIGHT 1.5

/* Larger parts have ties of one length, the mean of what is needed. */
#define LENGTHS_MAX 2000

/* How much longer or shorter than needed ties may be when what is held is drawn so. */
#define CUSTOM_LEAST 0.7
#define CUSTOM_MOST 2.0
#define CUSTOM_MOST_OF_FEW 1.3 /* where less than half is held */

/* Between parts of a map that have nothing to do with each other. */
#define APART 50.0

/* Small parts, and those whose places count for more than speed, are solved from several starts, and
 * the best is kept. */
#define STARTS 4
#define STARTS_NODES_MAX 400
#define STARTS_STRESS_MAX 64
#define STARTS_READABLE 10

typedef struct
{
  const KringLayoutOptions *options;
  KringComponent *part;
  KringPoint *picture; /* (not owned) of the whole graph, to show on the way */
  double done;         /* part of all nodes that is done before this part */
  double share;        /* part of all nodes that is in this part */
  double shown;        /* how much of this part was shown */
  double step;         /* map units that one step takes */
  float *lengths;      /* (owned) (nullable) of the ties, in steps, where each has its own */
  KringStress *stress; /* (owned) */
  float *x, *y;        /* (owned) in steps */
} Solve;

static gboolean
stress_layout_is_held (const Solve *self, guint v)
{
  const KringGraphNode *node = &self->part->graph->nodes[v];

  return node->placed && (node->pinned || self->options->keep);
}

static void
solve_clear (Solve *self)
{
  g_clear_pointer (&self->stress, kring_stress_free);
  g_free (self->lengths);
  g_free (self->x);
  g_free (self->y);
}

/* Where many stand already, new ties are as much longer or shorter than they need as those are. */
static double
get_custom (const Solve *self)
{
  const KringGraph *graph = self->part->graph;
  double drawn = 0, needed = 0;
  guint n_held = 0;

  for (guint v = 0; v < graph->n_nodes; v++)
    n_held += stress_layout_is_held (self, v);
  for (guint v = 0; v < graph->n_nodes; v++)
    for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
      {
        guint u = graph->neighbours[i];

        if (!stress_layout_is_held (self, v) || !stress_layout_is_held (self, u))
          continue;
        drawn += kring_point_distance (graph->nodes[v].at, graph->nodes[u].at);
        needed += self->lengths[i] * self->step;
      }
  if (!(needed > 0))
    return 1;
  return CLAMP (drawn / needed, CUSTOM_LEAST,
                2 * n_held < graph->n_nodes ? CUSTOM_MOST_OF_FEW : CUSTOM_MOST);
}

/* A bare graph has steps of the length asked for; on a map every tie is as long as it needs. */
static void
find_lengths (Solve *self)
{
  const KringGraph *graph = self->part->graph;

  self->step = self->options->step;
  if (self->step > 0)
    return;
  self->lengths =
      kring_lengths_new (graph, self->options->gap, self->options->cancellable, &self->step);
  self->step *= get_custom (self);
  if (graph->n_nodes > LENGTHS_MAX)
    g_clear_pointer (&self->lengths, g_free);
}

static gboolean
solve_init (Solve *self)
{
  KringComponent *part = self->part;
  guint n = part->graph->n_nodes;

  find_lengths (self);

  self->x = g_new0 (float, n + 1);
  self->y = g_new0 (float, n + 1);
  self->stress = kring_stress_new (
      (KringAdjacency){ n, part->graph->first, part->graph->neighbours, self->lengths },
      self->options->cancellable);
  return self->stress != NULL;
}

/* Stress is two fifths of the time, the readable pass the rest. */
#define STRESS_SHARE 0.4

static gboolean
is_readable (const Solve *self)
{
  const KringGraph *graph = self->part->graph;

  return self->options->type != KRING_LAYOUT_STRESS && graph->n_nodes > 2 &&
         graph->n_nodes <= READABLE_MAX && kring_local_search_get_pass (graph) <= READABLE_PASS_MAX;
}

/* Later starts say nothing until they are further than those before. */
static void
stress_layout_show (Solve *self, double fraction)
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
  double step = self->step;

  for (guint v = 0; v < self->part->graph->n_nodes; v++)
    self->picture[self->part->members[v]] = KRING_POINT_INIT (x[v] * step, y[v] * step);
  stress_layout_show (self, fraction * (is_readable (self) ? STRESS_SHARE : 1));
}

static void
readable_progress_cb (KringCost *cost, double fraction, gpointer data)
{
  Solve *self = data;

  for (guint v = 0; v < self->part->graph->n_nodes; v++)
    self->picture[self->part->members[v]] = kring_cost_get_place (cost, v);
  stress_layout_show (self, STRESS_SHARE + fraction * (1 - STRESS_SHARE));
}

static KringStressOptions
stress_options (Solve *self)
{
  return (KringStressOptions){ .seed = self->options->seed,
                               .iterations = self->options->iterations,
                               .plain = self->options->plain,
                               .cancellable = self->options->cancellable,
                               .progress =
                                   self->options->progress != NULL ? stress_progress_cb : NULL,
                               .progress_data = self };
}

static gboolean
is_bare (const Solve *self)
{
  return self->options->step > 0;
}

static guint
count_starts (const Solve *self)
{
  gboolean stress = self->options->type == KRING_LAYOUT_STRESS, keep = self->options->keep;
  guint most = stress && !keep ? STARTS_STRESS_MAX : STARTS_NODES_MAX;
  guint starts = is_bare (self) && !stress && !keep ? STARTS_READABLE : STARTS;

  return self->part->graph->n_nodes <= most ? starts : 1;
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

static KringIncrementalOptions
keep_options (Solve *self)
{
  return (KringIncrementalOptions){ .graph = self->part->graph,
                                    .stress = self->stress,
                                    .step = self->step,
                                    .keep = self->options->keep,
                                    .readable = self->options->type != KRING_LAYOUT_STRESS,
                                    .solve = stress_options (self) };
}

/* Around those who are pinned there is as much room as there would be without them. */
static void
make_room_around_pinned (Solve *self)
{
  const KringGraph *graph = self->part->graph;
  g_autofree KringPoint *free_places = g_new (KringPoint, graph->n_nodes + 1);

  for (guint v = 0; v < graph->n_nodes; v++)
    free_places[v] = KRING_POINT_INIT (self->x[v] * self->step, self->y[v] * self->step);
  self->step *= kring_pack_fit (graph, self->options->gap, ASPECT, free_places);
}

static gboolean
solve_held (Solve *self)
{
  KringIncrementalOptions keep = keep_options (self);

  if (!keep.keep || self->part->graph->n_nodes <= KEEP_COLD_MAX)
    {
      if (!cold_start (self))
        return FALSE;
      keep.least = kring_stress_measure (self->stress, self->x, self->y);
    }
  if (!keep.keep && self->options->step <= 0)
    make_room_around_pinned (self);
  keep.step = self->step;
  return kring_incremental_solve (&keep, self->x, self->y);
}

static float *
stress_layout_dup_distances (Solve *self)
{
  guint n = self->part->graph->n_nodes;
  float *distances = g_new (float, (gsize) n *n + 1);

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      distances[(gsize) a * n + b] = kring_stress_get_distance (self->stress, a, b);
  return distances;
}

/* On a map labels are going to be pushed off each other, and hulls should hold only their own. */
static KringCostWeights
get_weights (const Solve *self)
{
  static const KringCostWeights of_graphs = {
    .stress = 1, .crossing = 0.22, .overlap = 0.335, .through = 0.225, .angle = 1.5
  };
  static const KringCostWeights of_maps = { .stress = 1,
                                            .crossing = 0.3,
                                            .overlap = 0.67,
                                            .through = 0.27,
                                            .angle = 1.15,
                                            .foreign = FOREIGN_WEIGHT };

  return is_bare (self) ? of_graphs : of_maps;
}

/*
 * In dense graphs nothing but crossings would count. Crossings together never weigh more than the
 * stress does, lines through boxes never more than half of that. In large ones boxes count for more:
 * there crossings fall by themselves.
 */
static KringCostWeights
find_weights (Solve *self, KringCost *cost)
{
  KringCostWeights weights = get_weights (self);
  double n = self->part->graph->n_nodes, larger = MAX (n / LARGE, 1);
  double stress = kring_stress_measure (self->stress, self->x, self->y) * n * (n - 1) / 2;
  KringCostCounts counts;

  kring_cost_count (cost, self->options->cancellable, &counts);
  weights.overlap *= pow (larger, LARGE_OVERLAP);
  weights.through *= pow (larger, LARGE_THROUGH);
  if (counts.crossings > 0)
    weights.crossing = MIN (weights.crossing, MAX (stress, n) / counts.crossings);
  if (counts.through > 0)
    weights.through = MIN (weights.through, 0.5 * MAX (stress, n) / counts.through);
  return weights;
}

typedef struct
{
  KringCost *cost;                /* (not owned) */
  KringEdgeLabelClearance *words; /* (owned) (nullable) */
} Room;

/* Nobody moves to where there is less room for words than where they stand. */
static KringPoint
stress_layout_allow_cb (guint node, KringPoint at, gpointer data)
{
  Room *room = data;
  KringPoint from = kring_cost_get_place (room->cost, node);
  KringPoint to = kring_edge_label_clearance_make (room->words, node, at);

  return kring_edge_label_clearance_get_lack (room->words, node, to) >
                 kring_edge_label_clearance_get_lack (room->words, node, from)
             ? from
             : to;
}

/* Once around, so that the search begins with room for words. */
static void
stress_layout_make_room (Room *room, const KringGraph *graph, const guint8 *fixed)
{
  for (guint v = 0; v < graph->n_nodes; v++)
    if (!fixed[v])
      kring_cost_place (room->cost, v,
                        stress_layout_allow_cb (v, kring_cost_get_place (room->cost, v), room));
}

static gboolean
make_readable (Solve *self, KringPoint *places)
{
  const KringGraph *graph = self->part->graph;
  KringCostWeights weights = get_weights (self);
  g_autoptr (KringCost) cost = kring_cost_new (graph, &weights, self->step);
  g_autofree float *distances = stress_layout_dup_distances (self);
  g_autofree guint8 *fixed = kring_layout_dup_fixed (graph, self->options->keep);
  KringLocalSearchOptions options = { .seed = self->options->seed,
                                      .work = is_bare (self) ? 1 : MAP_WORK,
                                      .reach = REACH * self->step,
                                      .heat = self->options->keep ? 0 : HEAT,
                                      .fixed = fixed,
                                      .cancellable = self->options->cancellable,
                                      .progress_data = self };
  Room room = { cost, self->lengths != NULL ? kring_edge_label_clearance_new (graph, cost) : NULL };
  double stress = kring_stress_measure (self->stress, self->x, self->y);
  gboolean done;

  if (!self->part->standing && is_bare (self))
    options.stress = MAX (WORSE * stress, stress + WORSE_LEAST);
  if (self->options->progress != NULL)
    options.progress = readable_progress_cb;
  kring_cost_set_distances (cost, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (cost, v, places[v]);
  weights = find_weights (self, cost);
  kring_cost_set_weights (cost, &weights);
  if (room.words != NULL)
    {
      stress_layout_make_room (&room, graph, fixed);
      options.allow = stress_layout_allow_cb;
      options.allow_data = &room;
    }
  done = kring_local_search_improve (cost, graph, &options);
  for (guint v = 0; done && v < graph->n_nodes; v++)
    places[v] = kring_cost_get_place (cost, v);
  g_clear_pointer (&room.words, kring_edge_label_clearance_free);
  return done;
}

static gboolean
has_held (const Solve *self)
{
  for (guint v = 0; v < self->part->graph->n_nodes; v++)
    if (stress_layout_is_held (self, v))
      return TRUE;
  return FALSE;
}

static gboolean
take_overlaps_away (KringComponent *part, const KringLayoutOptions *options)
{
  g_autofree guint8 *pinned = kring_layout_dup_fixed (part->graph, FALSE);
  KringSeparateOptions separate = { .gap = options->gap,
                                    .fixed = pinned,
                                    .cancellable = options->cancellable };

  if (options->overlaps)
    return TRUE;
  return kring_separate (part->graph, &separate, part->places);
}

/* On a map, and where nothing has to stay near its place. */
static gboolean
stress_layout_even_fans (KringComponent *part, const KringLayoutOptions *options)
{
  g_autofree guint8 *fixed = kring_layout_dup_fixed (part->graph, options->keep);
  KringAngularSpacingOptions fans = { .fixed = fixed,
                                      .gap = options->gap,
                                      .cancellable = options->cancellable };

  if (options->step > 0 || options->overlaps || part->graph->n_nodes > READABLE_MAX)
    return TRUE;
  return kring_angular_spacing_even (part->graph, &fans, part->places);
}

static gboolean
solve_part (Solve *self)
{
  KringComponent *part = self->part;
  gboolean done;

  part->standing = has_held (self);
  if (part->graph->n_nodes == 1)
    {
      kring_layout_take_places (part->graph, part->places);
      return !g_cancellable_is_cancelled (self->options->cancellable);
    }
  done = solve_init (self) && (part->standing ? solve_held (self) : cold_start (self));
  for (guint v = 0; done && v < part->graph->n_nodes; v++)
    part->places[v] = KRING_POINT_INIT (self->x[v] * self->step, self->y[v] * self->step);
  if (done && self->options->step <= 0 && !part->standing)
    self->step *= kring_pack_fit (part->graph, self->options->gap, ASPECT, part->places);
  if (done && is_readable (self))
    done = make_readable (self, part->places);
  solve_clear (self);
  return done && take_overlaps_away (part, self->options) &&
         stress_layout_even_fans (part, self->options);
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
 * kring_layout_solve_stress:
 *
 * Component by component (those that share a group are one): stress, then (for all types but the
 * bare stress layout) the readable pass, then overlaps away; the components side by side.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_layout_solve_stress (const KringGraph *graph,
                           const KringLayoutOptions *options,
                           KringPoint *places)
{
  g_autoptr (KringGraph) joined = kring_component_dup_joined (graph);
  g_autoptr (GPtrArray) parts = kring_component_split (joined, options->cancellable);
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
  kring_component_pack (parts, options->gap + (options->step > 0 ? options->step / 4 : APART),
                        ASPECT, options->cancellable);
  if (g_cancellable_is_cancelled (options->cancellable))
    return FALSE;
  kring_component_gather (parts, places);
  return standing < 2 || options->overlaps || untangle_standing (graph, options, places);
}
