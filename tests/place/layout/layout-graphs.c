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

/* Connected, some forty lines to each node. */
KringGraph *
graph_dense (guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  KringGraphBuilder *builder = nodes (n);

  for (guint v = 1; v < n; v++)
    for (int i = 0; i < 20; i++)
      kring_graph_builder_add_edge (builder, i == 0 ? v - 1 : (guint) g_rand_int_range (rand, 0, v),
                                    v, KRING_EDGE_PLAIN);
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

static gboolean
are_of_one_group (KringGraphBuilder *builder, guint a, guint b)
{
  int group = kring_graph_builder_get_node (builder, a)->group;

  return group >= 0 && group == kring_graph_builder_get_node (builder, b)->group;
}

/* Around the first node: groups of about a dozen with ties among themselves, and people of none. */
KringGraph *
graph_groups (guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  KringGraphBuilder *builder = nodes (n);
  guint n_groups = 2 + n / 20;

  for (guint v = 1; v < n; v++)
    {
      guint other = g_rand_int_range (rand, 0, v);

      if (g_rand_double (rand) < 0.7)
        kring_graph_builder_get_node (builder, v)->group = g_rand_int_range (rand, 0, n_groups);
      for (guint u = v; u > 0; u--)
        if (are_of_one_group (builder, u - 1, v))
          {
            other = u - 1;
            break;
          }
      kring_graph_builder_add_edge (builder, other, v, KRING_EDGE_PLAIN);
      if (other != 0 && g_rand_double (rand) < 0.3)
        kring_graph_builder_add_edge (builder, 0, v, KRING_EDGE_PLAIN);
      else if (v > 2 && g_rand_double (rand) < 0.3)
        kring_graph_builder_add_edge (builder, g_rand_int_range (rand, 1, v), v, KRING_EDGE_PLAIN);
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
    kring_graph_builder_copy_edge (builder, &graph->edges[e], graph->edges[e].from,
                                   graph->edges[e].to);
  kring_graph_builder_set_root (builder, graph->root);
  return end (builder);
}
