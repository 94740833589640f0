/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-readable.h"

/*
 * Work that a drawing may cost, in pairs looked at: a pass looks at every line of every node against
 * every node and line. Larger drawings may take longer, though never all the time that they could use.
 */
#define WORK (2.0e7)
#define USUAL_NODES 90.0
#define PASSES_MIN 2
#define PASSES_MAX 120

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

static guint
count_passes (const KringGraph *graph, const KringReadableOptions *options)
{
  double larger = MAX (graph->n_nodes / USUAL_NODES, 1);

  if (options->passes > 0)
    return options->passes;
  return CLAMP (WORK * larger / kring_readable_get_pass (graph), PASSES_MIN, PASSES_MAX);
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

/**
 * kring_readable_improve:
 * @cost: a drawing; its nodes are moved
 * @graph: its graph
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_readable_improve (KringCost *cost,
                        const KringGraph *graph,
                        const KringReadableOptions *options)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (options->seed);
  guint passes = count_passes (graph, options);
  Search search = { cost, graph, options, rand };

  for (guint pass = 0; pass < passes; pass++)
    {
      double reach = options->reach * pow (LAST_REACH, pass / MAX (passes - 1.0, 1));
      double heat = options->heat * MAX (0, 1 - pass / (COLD * passes));

      for (guint node = 0; node < graph->n_nodes; node++)
        {
          double before;

          if (options->fixed != NULL && options->fixed[node])
            continue;
          if (g_cancellable_is_cancelled (options->cancellable))
            return FALSE;
          before = kring_cost_of_node (cost, node, G_MAXDOUBLE);
          for (int try = 0; try < 4; try++)
            try_move (&search, node, reach, heat, &before);
        }
      if (options->progress != NULL)
        options->progress (cost, (pass + 1.0) / passes, options->progress_data);
    }
  return !g_cancellable_is_cancelled (options->cancellable);
}
