/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-local-search.h"

/*
 * Work that a drawing may cost, in pairs looked at: a pass looks at every line of every node against
 * every node and line, and costs as much as so many more for whatever else there is to do. Larger
 * drawings may take longer, small ones must be there at once.
 */
#define WORK (8.0e7)
#define ALSO 380.0
#define LARGE_NODES 90.0
#define LARGE_POWER 1.3
#define LARGE_MAX 7.0
#define SMALL_NODES 44.0
#define SMALL_POWER 2
#define PASSES_MIN 2
#define PASSES_MAX 240
#define RUNS_MAX 6

/* The last moves reach this part of the first ones. */
#define LAST_REACH 0.04

/* From this part of the passes on only better moves are made. */
#define COLD 0.75

/* From this part of the passes on stress is steered: it counts for more where there is too much of it,
 * and for less where there is too little; by this power of how much, in so many passes; within these
 * bounds, by at most so much a pass. */
#define STEERED 0.4
#define STEER_POWER 4
#define STEER_PASSES 60.0
#define FIRMNESS_MIN 0.4
#define FIRMNESS_MAX 8
#define FIRMER_MAX 1.25

/* Stress that is too much after all passes is worked off in so many more. */
#define LATE_PASSES 12
#define LATE_FIRMER 1.3

/* Of several runs one that stayed above the stress is taken only if it is cheaper by this power of it. */
#define ABOVE_POWER 8

typedef struct
{
  KringCost *cost;
  const KringGraph *graph;
  const KringLocalSearchOptions *options;
  GRand *rand;
  double firmness; /* of stress */
} Search;

/* Passes over all nodes that the size allows, in all runs together. */
static double
count_all_passes (const KringGraph *graph, const KringLocalSearchOptions *options)
{
  double n = graph->n_nodes, m = graph->n_edges;
  double larger = MIN (pow (MAX (n / LARGE_NODES, 1), LARGE_POWER), LARGE_MAX);
  double smaller = pow (MIN (n / SMALL_NODES, 1), SMALL_POWER);

  return WORK * (options->work > 0 ? options->work : 1) * larger * smaller /
         ((2 * m + n + 1) * (m + n + ALSO));
}

/* Where there is time enough, luck gets another chance. */
static guint
count_runs (const KringGraph *graph, const KringLocalSearchOptions *options)
{
  return options->passes > 0 ? 1
                             : CLAMP (count_all_passes (graph, options) / PASSES_MAX, 1, RUNS_MAX);
}

/* Passes in every run. */
static guint
count_passes (const KringGraph *graph, const KringLocalSearchOptions *options)
{
  double passes = count_all_passes (graph, options) / count_runs (graph, options);

  return options->passes > 0 ? options->passes : MAX (passes, PASSES_MIN);
}

/* The middle of the neighbours: where a node would have the shortest lines. */
static KringPoint
local_search_middle_of_neighbours (Search *self, guint node)
{
  const KringGraph *graph = self->graph;
  guint degree = kring_graph_get_degree (graph, node);
  KringPoint sum = { 0, 0 };

  if (degree == 0)
    return kring_cost_get_place (self->cost, node);
  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    {
      KringPoint p = kring_cost_get_place (self->cost, graph->neighbours[i]);

      sum.x += p.x;
      sum.y += p.y;
    }
  return KRING_POINT_INIT (sum.x / degree, sum.y / degree);
}

static KringPoint
local_search_propose (Search *self, guint node, KringPoint at, double reach)
{
  double angle = g_rand_double (self->rand) * 2 * G_PI;
  double far = reach * sqrt (g_rand_double (self->rand));
  KringPoint to = at;

  if (g_rand_int_range (self->rand, 0, 8) == 0)
    to = local_search_middle_of_neighbours (self, node);
  to.x += far * cos (angle);
  to.y += far * sin (angle);
  if (self->options->allow != NULL)
    to = self->options->allow (node, to, self->options->allow_data);
  return to;
}

/* Metropolis: a worse move is made with a chance that falls with how much worse it is. */
static double
luck (Search *self, double heat)
{
  return heat > 0 ? -heat * log (1 - g_rand_double (self->rand)) : 0;
}

static gboolean
try_move (Search *self, guint node, double reach, double heat, double *before)
{
  KringPoint at = kring_cost_get_place (self->cost, node);
  KringPoint to = local_search_propose (self, node, at, reach);
  double limit = *before + luck (self, heat), after;

  kring_cost_place (self->cost, node, to);
  after = kring_cost_of_node (self->cost, node, limit);
  if (after < limit)
    {
      *before = after;
      return TRUE;
    }
  kring_cost_place (self->cost, node, at);
  return FALSE;
}

/**
 * kring_local_search_get_pass:
 *
 * Returns: what one pass over all nodes costs, in pairs looked at
 */
double
kring_local_search_get_pass (const KringGraph *graph)
{
  double n = graph->n_nodes, m = graph->n_edges;

  return (2 * m + n + 1) * (m + n + 1);
}

static void
local_search_take_places (KringCost *cost, KringPoint *places, guint n)
{
  for (guint v = 0; v < n; v++)
    places[v] = kring_cost_get_place (cost, v);
}

static void
put_places (KringCost *cost, const KringPoint *places, guint n)
{
  for (guint v = 0; v < n; v++)
    kring_cost_place (cost, v, places[v]);
}

/* Where its next places will be: near where it stands, or near the middle of its neighbours. */
static void
local_search_look (Search *self, guint node, double reach)
{
  KringPoint at = kring_cost_get_place (self->cost, node),
             middle = local_search_middle_of_neighbours (self, node);
  KringRect area = { MIN (at.x, middle.x) - reach, MIN (at.y, middle.y) - reach,
                     fabs (at.x - middle.x) + 2 * reach, fabs (at.y - middle.y) + 2 * reach };

  kring_cost_look (self->cost, node, area);
}

static gboolean
local_search_run_pass (Search *search, double done)
{
  const KringLocalSearchOptions *options = search->options;
  double reach = options->reach * pow (LAST_REACH, done);
  double heat = options->heat * MAX (0, 1 - done / COLD);

  for (guint node = 0; node < search->graph->n_nodes; node++)
    {
      double before;

      if (options->fixed != NULL && options->fixed[node])
        continue;
      if (g_cancellable_is_cancelled (options->cancellable))
        return FALSE;
      local_search_look (search, node, reach);
      before = kring_cost_of_node (search->cost, node, G_MAXDOUBLE);
      for (int try = 0; try < 4; try++)
        try_move (search, node, reach, heat, &before);
    }
  return TRUE;
}

/*
 * No more stress than is wanted, and no less either: what there is to spare buys better reading. Drawn
 * larger, fewer boxes would be on each other; so the scale is kept out of it.
 */
static double
steer (Search *search, double power)
{
  double scale, stress = kring_cost_get_stress (search->cost, &scale);
  double too_much = stress / search->options->stress;

  kring_cost_scale (search->cost, scale);
  search->firmness *= CLAMP (pow (too_much, power), 1 / FIRMER_MAX, FIRMER_MAX);
  search->firmness = CLAMP (search->firmness, FIRMNESS_MIN, FIRMNESS_MAX);
  kring_cost_set_firmness (search->cost, search->firmness);
  return too_much;
}

/* What a drawing counts beside others that came of the same start. */
static double
local_search_judge (Search *search)
{
  double limit = search->options->stress, scale;
  double cost = kring_cost_of_all (search->cost);

  if (limit <= 0)
    return cost;
  return cost * pow (MAX (kring_cost_get_stress (search->cost, &scale) / limit, 1), ABOVE_POWER);
}

static gboolean
local_search_work_off (Search *search)
{
  for (guint pass = 0; pass < LATE_PASSES && steer (search, 1) > 1; pass++)
    {
      search->firmness *= LATE_FIRMER;
      kring_cost_set_firmness (search->cost, search->firmness);
      if (!local_search_run_pass (search, 1))
        return FALSE;
    }
  return TRUE;
}

/* One search, with its share of what is told about the progress. */
static gboolean
local_search_run (Search *search, double from, double share)
{
  const KringLocalSearchOptions *options = search->options;
  guint passes = count_passes (search->graph, options);
  double power = STEER_POWER * MIN (1, STEER_PASSES / passes);

  search->firmness = 1;
  for (guint pass = 0; pass < passes; pass++)
    {
      double done = pass / MAX (passes - 1.0, 1);

      if (!local_search_run_pass (search, done))
        return FALSE;
      if (options->stress > 0 && done >= STEERED)
        steer (search, power);
      if (options->progress != NULL)
        options->progress (search->cost, from + share * (pass + 1) / passes,
                           options->progress_data);
    }
  if (options->stress > 0 && !local_search_work_off (search))
    return FALSE;
  kring_cost_set_firmness (search->cost, 1);
  return !g_cancellable_is_cancelled (options->cancellable);
}

/**
 * kring_local_search_improve:
 * @cost: a drawing; its nodes are moved
 * @graph: its graph
 *
 * Small drawings are searched more than once from the same start, and the better end is kept.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_local_search_improve (KringCost *cost,
                            const KringGraph *graph,
                            const KringLocalSearchOptions *options)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (options->seed);
  g_autofree KringPoint *begin = g_new (KringPoint, graph->n_nodes + 1);
  g_autofree KringPoint *best = g_new (KringPoint, graph->n_nodes + 1);
  guint runs = count_runs (graph, options);
  Search search = { cost, graph, options, rand, 1 };
  double least = G_MAXDOUBLE;

  local_search_take_places (cost, begin, graph->n_nodes);
  for (guint i = 0; i < runs; i++)
    {
      double now;

      put_places (cost, begin, graph->n_nodes);
      if (!local_search_run (&search, (double) i / runs, 1.0 / runs))
        return FALSE;
      now = runs > 1 ? local_search_judge (&search) : 0;
      if (now >= least)
        continue;
      least = now;
      local_search_take_places (cost, best, graph->n_nodes);
    }
  put_places (cost, best, graph->n_nodes);
  return TRUE;
}
