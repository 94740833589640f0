/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-analysis.h"

/*
 * Depth-first search without recursion (Tarjan, "Depth-first search and linear graph algorithms",
 * SIAM J. Comput. 1(2), 1972). low[v] is the earliest node that one back edge reaches from the
 * subtree of v; a child whose low is not earlier than its parent is only connected through that
 * parent.
 */
typedef struct
{
  const KringGraph *graph;
  guint *number;   /* (owned) order of discovery, from 1; 0: not seen */
  guint *low;      /* (owned) */
  guint *parent;   /* (owned) G_MAXUINT: a root */
  guint *next;     /* (owned) next neighbour to look at */
  guint8 *links;   /* (owned) node without which the rest falls apart */
  GArray *bridges; /* (owned) pairs of nodes */
  guint count;
} Walk;

static void
walk_init (Walk *self, const KringGraph *graph)
{
  guint n = graph->n_nodes + 1;

  *self = (Walk){ .graph = graph };
  self->number = g_new0 (guint, n);
  self->low = g_new0 (guint, n);
  self->parent = g_new0 (guint, n);
  self->next = g_new0 (guint, n);
  self->links = g_new0 (guint8, n);
  self->bridges = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
walk_clear (Walk *self)
{
  g_free (self->number);
  g_free (self->low);
  g_free (self->parent);
  g_free (self->next);
  g_free (self->links);
  g_clear_pointer (&self->bridges, g_array_unref);
}

static void
analysis_enter (Walk *self, guint v, guint parent)
{
  self->number[v] = self->low[v] = ++self->count;
  self->parent[v] = parent;
  self->next[v] = self->graph->first[v];
}

static guint
analysis_count_lines (const KringGraph *graph, guint a, guint b)
{
  guint count = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    count += (graph->edges[e].from == a && graph->edges[e].to == b) ||
             (graph->edges[e].from == b && graph->edges[e].to == a);
  return count;
}

static void
analysis_leave (Walk *self, guint v, guint *root_children)
{
  guint parent = self->parent[v];

  if (parent == G_MAXUINT)
    return;
  self->low[parent] = MIN (self->low[parent], self->low[v]);
  if (self->low[v] > self->number[parent] && analysis_count_lines (self->graph, parent, v) == 1)
    {
      g_array_append_val (self->bridges, parent);
      g_array_append_val (self->bridges, v);
    }
  if (self->parent[parent] == G_MAXUINT)
    (*root_children)++;
  else if (self->low[v] >= self->number[parent])
    self->links[parent] = TRUE;
}

static void
analysis_walk_from (Walk *self, guint root)
{
  guint v = root, root_children = 0;

  analysis_enter (self, root, G_MAXUINT);
  while (v != G_MAXUINT)
    {
      if (self->next[v] < self->graph->first[v + 1])
        {
          guint u = self->graph->neighbours[self->next[v]++];

          if (self->number[u] == 0)
            {
              analysis_enter (self, u, v);
              v = u;
            }
          else if (u != self->parent[v])
            self->low[v] = MIN (self->low[v], self->number[u]);
          continue;
        }
      analysis_leave (self, v, &root_children);
      v = self->parent[v];
    }
  self->links[root] = root_children > 1;
}

static void
walk_all (Walk *self)
{
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (self->number[v] == 0)
      analysis_walk_from (self, v);
}

/**
 * kring_analysis_dup_links:
 *
 * Returns: (transfer full) (element-type guint): the nodes without which others would not be
 *   connected any more (cut vertices), in order of number
 */
GArray *
kring_analysis_dup_links (const KringGraph *graph)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  Walk walk;

  walk_init (&walk, graph);
  walk_all (&walk);
  for (guint v = 0; v < graph->n_nodes; v++)
    if (walk.links[v])
      g_array_append_val (found, v);
  walk_clear (&walk);
  return found;
}

/**
 * kring_analysis_dup_bridges:
 *
 * Returns: (transfer full) (element-type guint): pairs of nodes, one after the other, whose single
 *   line is the only way between the two sides
 */
GArray *
kring_analysis_dup_bridges (const KringGraph *graph)
{
  GArray *found;
  Walk walk;

  walk_init (&walk, graph);
  walk_all (&walk);
  found = g_steal_pointer (&walk.bridges);
  walk_clear (&walk);
  return found;
}

static gboolean
touches_group (const KringGraph *graph, guint node, int group)
{
  if (graph->nodes[node].group == group)
    return TRUE;
  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    if (graph->nodes[graph->neighbours[i]].group == group)
      return TRUE;
  return FALSE;
}

/**
 * kring_analysis_dup_between:
 *
 * Returns: (transfer full) (element-type guint): the nodes that belong to or know both groups: who
 *   or what links them directly
 */
GArray *
kring_analysis_dup_between (const KringGraph *graph, int group_a, int group_b)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint v = 0; v < graph->n_nodes; v++)
    if (touches_group (graph, v, group_a) && touches_group (graph, v, group_b))
      g_array_append_val (found, v);
  return found;
}

/**
 * kring_analysis_dup_shared:
 *
 * Returns: (transfer full) (element-type guint): the nodes tied to both @a and @b
 */
GArray *
kring_analysis_dup_shared (const KringGraph *graph, guint a, guint b)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = graph->first[a]; i < graph->first[a + 1]; i++)
    {
      guint v = graph->neighbours[i];

      if (v != b && kring_graph_are_neighbours (graph, v, b))
        g_array_append_val (found, v);
    }
  return found;
}

/**
 * kring_analysis_dup_alone:
 *
 * Returns: (transfer full) (element-type guint): the nodes without any line
 */
GArray *
kring_analysis_dup_alone (const KringGraph *graph)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint v = 0; v < graph->n_nodes; v++)
    if (kring_graph_get_degree (graph, v) == 0)
      g_array_append_val (found, v);
  return found;
}

/**
 * kring_analysis_dup_within:
 * @steps: lines to walk at most
 *
 * Returns: (transfer full) (element-type guint): @node and everything within @steps of it, nearest
 *   first
 */
GArray *
kring_analysis_dup_within (const KringGraph *graph, guint node, guint steps)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *distance = g_new0 (guint, graph->n_nodes + 1);

  g_array_append_val (found, node);
  distance[node] = 1;
  for (guint head = 0; head < found->len; head++)
    {
      guint v = g_array_index (found, guint, head);

      for (guint i = graph->first[v]; distance[v] <= steps && i < graph->first[v + 1]; i++)
        {
          guint u = graph->neighbours[i];

          if (distance[u] != 0)
            continue;
          distance[u] = distance[v] + 1;
          g_array_append_val (found, u);
        }
    }
  return found;
}
