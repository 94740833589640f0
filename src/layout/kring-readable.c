/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-readable.h"

/*
 * Work that a drawing may cost, in pairs looked at: a pass looks at every line of every node against
 * every node and line. Larger drawings may take longer, though never all the time that they could use.
 */
#define WORK (2.0e7)
#define USUAL_NODES 90.0
#define LARGER_POWER 1.55
#define LARGER_MAX 10.0
#define PASSES_MIN 2
#define PASSES_MAX 160
#define RUNS 2

/* The last moves reach this part of the first ones. */
#define LAST_REACH 0.04

/* From this part of the passes on only better moves are made. */
#define COLD 0.75

typedef struct
{
  KringCost *cost;
  const KringGraph *graph;
  const KringReadableOptions *options;
  GRand *rand;
} Search;

/* Passes over all nodes that the size allows, in all runs together. */
static double
count_all_passes (const KringGraph *graph)
{
  double larger = MAX (graph->n_nodes / USUAL_NODES, 1);
  double more = MIN (pow (larger, LARGER_POWER), MAX (larger, LARGER_MAX));

  return WORK * more / kring_readable_get_pass (graph);
}

static guint
count_passes (const KringGraph *graph, const KringReadableOptions *options)
{
  if (options->passes > 0)
    return options->passes;
  return CLAMP (count_all_passes (graph), PASSES_MIN, PASSES_MAX);
}

/* Where there is time enough, luck gets a second chance. */
static guint
count_runs (const KringGraph *graph, const KringReadableOptions *options)
{
  return options->passes == 0 && count_all_passes (graph) >= RUNS * PASSES_MAX ? RUNS : 1;
}

/* The middle of the neighbours: where a node would have the shortest lines. */
static KringPoint
middle_of_neighbours (Search *self, guint node)
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
propose (Search *self, guint node, KringPoint at, double reach)
{
  double angle = g_rand_double (self->rand) * 2 * G_PI;
  double far = reach * sqrt (g_rand_double (self->rand));
  KringPoint to = at;

  if (g_rand_int_range (self->rand, 0, 8) == 0)
    to = middle_of_neighbours (self, node);
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
  KringPoint to = propose (self, node, at, reach);
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
 * kring_readable_get_pass:
 *
 * Returns: what one pass over all nodes costs, in pairs looked at
 */
double
kring_readable_get_pass (const KringGraph *graph)
{
  double n = graph->n_nodes, m = graph->n_edges;

  return (2 * m + n + 1) * (m + n + 1);
}

static void
take_places (KringCost *cost, KringPoint *places, guint n)
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
look (Search *self, guint node, double reach)
{
  KringPoint at = kring_cost_get_place (self->cost, node),
             middle = middle_of_neighbours (self, node);
  KringRect area = { MIN (at.x, middle.x) - reach, MIN (at.y, middle.y) - reach,
                     fabs (at.x - middle.x) + 2 * reach, fabs (at.y - middle.y) + 2 * reach };

  kring_cost_look (self->cost, node, area);
}

static gboolean
run_pass (Search *search, double done)
{
  const KringReadableOptions *options = search->options;
  double reach = options->reach * pow (LAST_REACH, done);
  double heat = options->heat * MAX (0, 1 - done / COLD);

  for (guint node = 0; node < search->graph->n_nodes; node++)
    {
      double before;

      if (options->fixed != NULL && options->fixed[node])
        continue;
      if (g_cancellable_is_cancelled (options->cancellable))
        return FALSE;
      look (search, node, reach);
      before = kring_cost_of_node (search->cost, node, G_MAXDOUBLE);
      for (int try = 0; try < 4; try++)
        try_move (search, node, reach, heat, &before);
    }
  return TRUE;
}

/* One search, with its share of what is told about the progress. */
static gboolean
run (Search *search, double from, double share)
{
  const KringReadableOptions *options = search->options;
  guint passes = count_passes (search->graph, options);

  for (guint pass = 0; pass < passes; pass++)
    {
      if (!run_pass (search, pass / MAX (passes - 1.0, 1)))
        return FALSE;
      if (options->progress != NULL)
        options->progress (search->cost, from + share * (pass + 1) / passes,
                           options->progress_data);
    }
  return !g_cancellable_is_cancelled (options->cancellable);
}

/**
 * kring_readable_improve:
 * @cost: a drawing; its nodes are moved
 * @graph: its graph
 *
 * Small drawings are searched more than once from the same start, and the better end is kept.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_readable_improve (KringCost *cost,
                        const KringGraph *graph,
                        const KringReadableOptions *options)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (options->seed);
  g_autofree KringPoint *begin = g_new (KringPoint, graph->n_nodes + 1);
  g_autofree KringPoint *best = g_new (KringPoint, graph->n_nodes + 1);
  guint runs = count_runs (graph, options);
  Search search = { cost, graph, options, rand };
  double least = G_MAXDOUBLE;

  take_places (cost, begin, graph->n_nodes);
  for (guint i = 0; i < runs; i++)
    {
      double now;

      put_places (cost, begin, graph->n_nodes);
      if (!run (&search, (double) i / runs, 1.0 / runs))
        return FALSE;
      now = runs > 1 ? kring_cost_of_all (cost) : 0;
      if (now >= least)
        continue;
      least = now;
      take_places (cost, best, graph->n_nodes);
    }
  put_places (cost, best, graph->n_nodes);
  return TRUE;
}
