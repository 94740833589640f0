/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-levels.h"

#include "place/embedding/kring-distances.h"
#include "place/layout/kring-layout.h"

static gboolean
is_outside (const KringGraphNode *node)
{
  return node->refuted || node->outside;
}

/* What was refuted joins nobody to the middle, nor does what happened. */
static KringGraph *
dup_joining (const KringGraph *graph)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();

  for (guint v = 0; v < graph->n_nodes; v++)
    kring_graph_builder_add_node (builder, graph->ids[v]);
  for (guint e = 0; e < graph->n_edges; e++)
    if (!graph->edges[e].refuted && !is_outside (&graph->nodes[graph->edges[e].from]) &&
        !is_outside (&graph->nodes[graph->edges[e].to]))
      kring_graph_builder_copy_edge (builder, &graph->edges[e], graph->edges[e].from,
                                     graph->edges[e].to);
  return kring_graph_builder_end (builder);
}

/**
 * kring_levels_find:
 * @root: who stands in the middle
 * @levels: (out caller-allocates) (array length=n_nodes)
 *
 * Who was refuted stands outside, and so do events. The others stand in the ring that they were put in by hand, else as
 * far out as there are ties to the middle, refuted ones not counted, else outside.
 */
void
kring_levels_find (const KringGraph *graph, guint root, guint *levels)
{
  g_autoptr (KringGraph) known = dup_joining (graph);
  g_autofree int *distances = g_new (int, graph->n_nodes + 1);

  kring_distances_from ((KringAdjacency){ known->n_nodes, known->first, known->neighbours, NULL },
                        root, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      if (v == root)
        levels[v] = 0;
      else if (is_outside (&graph->nodes[v]))
        levels[v] = KRING_LAYOUT_BANDS;
      else if (graph->nodes[v].ring > 0)
        levels[v] = MIN (graph->nodes[v].ring, KRING_LAYOUT_BANDS - 1);
      else if (distances[v] > 0)
        levels[v] = MIN (distances[v], KRING_LAYOUT_BANDS - 1);
      else
        levels[v] = KRING_LAYOUT_BANDS;
    }
}

/**
 * kring_levels_find_exact:
 * @root: who stands in the middle
 * @levels: (out caller-allocates) (array length=n_nodes)
 *
 * Everybody stands exactly as far out as there are ties to the root; who has none, one further.
 */
void
kring_levels_find_exact (const KringGraph *graph, guint root, guint *levels)
{
  g_autofree int *distances = g_new (int, graph->n_nodes + 1);
  int furthest = 0;

  kring_distances_from ((KringAdjacency){ graph->n_nodes, graph->first, graph->neighbours, NULL },
                        root, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    furthest = MAX (furthest, distances[v]);
  for (guint v = 0; v < graph->n_nodes; v++)
    levels[v] = v == root ? 0 : distances[v] > 0 ? distances[v] : furthest + 1;
}
