/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"

static KringGraphBuilder *
nodes (guint n)
{
  KringGraphBuilder *builder = kring_graph_builder_new ();

  for (guint v = 0; v < n; v++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", v);

      kring_graph_builder_add_node (builder, id);
      kring_graph_builder_get_node (builder, v)->box = KRING_RECT_INIT (-60, -20, 120, 40);
    }
  if (n > 0)
    kring_graph_builder_set_root (builder, 0);
  return builder;
}

static KringGraph *
end (KringGraphBuilder *builder)
{
  KringGraph *graph = kring_graph_builder_end (builder);

  kring_graph_builder_free (builder);
  return graph;
}

KringGraph *
graph_empty (guint n, guint32 seed)
{
  return end (nodes (n));
}

KringGraph *
graph_path (guint n, guint32 seed)
{
  KringGraphBuilder *builder = nodes (n);

  for (guint v = 1; v < n; v++)
    kring_graph_builder_add_edge (builder, v - 1, v, KRING_EDGE_PLAIN);
  return end (builder);
}

KringGraph *
graph_star (guint n, guint32 seed)
{
  KringGraphBuilder *builder = nodes (n);

  for (guint v = 1; v < n; v++)
    kring_graph_builder_add_edge (builder, 0, v, KRING_EDGE_PLAIN);
  return end (builder);
}

KringGraph *
graph_complete (guint n, guint32 seed)
{
  KringGraphBuilder *builder = nodes (n);

  for (guint v = 0; v < n; v++)
    for (guint u = 0; u < v; u++)
      kring_graph_builder_add_edge (builder, u, v, KRING_EDGE_PLAIN);
  return end (builder);
}

KringGraph *
graph_tree (guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  KringGraphBuilder *builder = nodes (n);

  for (guint v = 1; v < n; v++)
    kring_graph_builder_add_edge (builder, g_rand_int_range (rand, 0, v), v, KRING_EDGE_PARENT);
  return end (builder);
}

/* Connected, with a few parallel edges. */
KringGraph *
graph_random (guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  KringGraphBuilder *builder = nodes (n);

  for (guint v = 1; v < n; v++)
    for (int i = 0; i < 2; i++)
      kring_graph_builder_add_edge (builder, g_rand_int_range (rand, MAX (0, (int) v - 12), v), v,
                                    KRING_EDGE_PLAIN);
  return end (builder);
}

/* Several components, isolates among them; every third node in one of two groups. */
KringGraph *
graph_parts (guint n, guint32 seed)
{
  KringGraphBuilder *builder = nodes (n);

  for (guint v = 0; v < n; v++)
    {
      if (v % 7 != 0 && v % 7 < 5)
        kring_graph_builder_add_edge (builder, v - 1, v, KRING_EDGE_PLAIN);
      kring_graph_builder_get_node (builder, v)->group = v % 3 == 0 ? (int) (v % 2) : -1;
    }
  return end (builder);
}

KringGraph *
graph_copy (const KringGraph *graph,
            void (*change) (KringGraphNode *node, guint number, gpointer data),
            gpointer data)
{
  KringGraphBuilder *builder = nodes (graph->n_nodes);

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      *kring_graph_builder_get_node (builder, v) = graph->nodes[v];
      change (kring_graph_builder_get_node (builder, v), v, data);
    }
  for (guint e = 0; e < graph->n_edges; e++)
    kring_graph_builder_add_edge (builder, graph->edges[e].from, graph->edges[e].to,
                                  graph->edges[e].role);
  kring_graph_builder_set_root (builder, graph->root);
  return end (builder);
}
