/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-graph.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  KringGraph public; /* first, so that both pointers are the same */
  gatomicrefcount ref_count;
} RealGraph;

struct _KringGraphBuilder
{
  GArray *nodes;     /* (owned) (element-type KringGraphNode) */
  GArray *edges;     /* (owned) (element-type KringGraphEdge) */
  GPtrArray *ids;    /* (owned) (element-type utf8) */
  GHashTable *by_id; /* (owned) (element-type utf8 guint) */
  int root;
};

/**
 * kring_graph_builder_new: (constructor)
 *
 * Returns: (transfer full): a builder of an empty graph without a root
 */
KringGraphBuilder *
kring_graph_builder_new (void)
{
  KringGraphBuilder *self = g_new0 (KringGraphBuilder, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (KringGraphNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (KringGraphEdge));
  self->ids = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->root = -1;
  return self;
}

void
kring_graph_builder_free (KringGraphBuilder *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_ptr_array_set_free_func (self->ids, g_free);
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * kring_graph_builder_add_node:
 * @id: a name that no node has yet
 *
 * Returns: the number of the new node, without a place, ring or group
 */
guint
kring_graph_builder_add_node (KringGraphBuilder *self, const char *id)
{
  KringGraphNode node = { .group = -1 };
  char *copy = g_strdup (id);

  g_array_append_val (self->nodes, node);
  g_ptr_array_add (self->ids, copy);
  g_hash_table_insert (self->by_id, copy, GUINT_TO_POINTER (self->nodes->len - 1));
  return self->nodes->len - 1;
}

/**
 * kring_graph_builder_get_node:
 *
 * Returns: (transfer none): the node, to fill in; valid until the next one is added
 */
KringGraphNode *
kring_graph_builder_get_node (KringGraphBuilder *self, guint node)
{
  return &g_array_index (self->nodes, KringGraphNode, node);
}

/**
 * kring_graph_builder_get_n_nodes:
 *
 * Returns: how many nodes were added; the next one gets this index
 */
guint
kring_graph_builder_get_n_nodes (KringGraphBuilder *self)
{
  return self->nodes->len;
}

/**
 * kring_graph_builder_get_n_edges:
 *
 * Returns: how many edges were added
 */
guint
kring_graph_builder_get_n_edges (KringGraphBuilder *self)
{
  return self->edges->len;
}

/**
 * kring_graph_builder_get_edge:
 *
 * Returns: (transfer none): the edge, to fill in; valid until the next one is added
 */
KringGraphEdge *
kring_graph_builder_get_edge (KringGraphBuilder *self, guint edge)
{
  return &g_array_index (self->edges, KringGraphEdge, edge);
}

/**
 * kring_graph_builder_find_node:
 * @id: the name that it was added under
 * @node: (out): the number of the node of that name
 *
 * Returns: whether there is one
 */
gboolean
kring_graph_builder_find_node (KringGraphBuilder *self, const char *id, guint *node)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->by_id, id, NULL, &value))
    return FALSE;
  *node = GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * kring_graph_builder_add_edge:
 *
 * Adds an edge between two different nodes; several between the same two are allowed.
 */
void
kring_graph_builder_add_edge (KringGraphBuilder *self, guint from, guint to, KringEdgeRole role)
{
  KringGraphEdge edge = { .from = from, .to = to, .role = role };

  g_return_if_fail (from != to && from < self->nodes->len && to < self->nodes->len);

  g_array_append_val (self->edges, edge);
}

/**
 * kring_graph_builder_copy_edge:
 * @edge: of another graph
 * @from: number of its first end in this one
 * @to: number of its other end
 *
 * Adds an edge that says the same as @edge.
 */
void
kring_graph_builder_copy_edge (KringGraphBuilder *self,
                               const KringGraphEdge *edge,
                               guint from,
                               guint to)
{
  KringGraphEdge *copy;

  kring_graph_builder_add_edge (self, from, to, edge->role);
  copy = kring_graph_builder_get_edge (self, self->edges->len - 1);
  copy->words = edge->words;
  copy->refuted = edge->refuted;
}

/**
 * kring_graph_builder_set_root:
 * @root: index of the node that stands at the centre, or -1 for none
 */
void
kring_graph_builder_set_root (KringGraphBuilder *self, int root)
{
  self->root = root;
}

static int
graph_compare_numbers (const void *a, const void *b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Lists the neighbours of every node: a counting sort of both ends of every edge, then each list
 * sorted, without repeats. */
static void
link_neighbours (KringGraph *graph, guint *first, guint *neighbours)
{
  guint n = graph->n_nodes, out = 0;
  g_autofree guint *start = g_new0 (guint, n + 1);
  g_autofree guint *fill = g_new (guint, n + 1);
  g_autofree guint *all = g_new (guint, 2 * graph->n_edges + 1);

  for (guint e = 0; e < graph->n_edges; e++)
    {
      start[graph->edges[e].from + 1]++;
      start[graph->edges[e].to + 1]++;
    }
  for (guint v = 0; v < n; v++)
    start[v + 1] += start[v];
  memcpy (fill, start, (n + 1) * sizeof (guint));
  for (guint e = 0; e < graph->n_edges; e++)
    {
      all[fill[graph->edges[e].from]++] = graph->edges[e].to;
      all[fill[graph->edges[e].to]++] = graph->edges[e].from;
    }
  for (guint v = 0; v < n; v++)
    {
      qsort (all + start[v], start[v + 1] - start[v], sizeof (guint), graph_compare_numbers);
      first[v] = out;
      for (guint i = start[v]; i < start[v + 1]; i++)
        if (i == start[v] || all[i] != all[i - 1])
          neighbours[out++] = all[i];
    }
  first[n] = out;
}

/**
 * kring_graph_builder_end:
 *
 * Returns: (transfer full): the graph as built so far; the builder is empty afterwards
 */
KringGraph *
kring_graph_builder_end (KringGraphBuilder *self)
{
  RealGraph *real = g_new0 (RealGraph, 1);
  KringGraph *graph = &real->public;
  guint *first, *neighbours;

  g_atomic_ref_count_init (&real->ref_count);
  graph->n_nodes = self->nodes->len;
  graph->n_edges = self->edges->len;
  graph->root = self->root;
  g_ptr_array_add (self->ids, NULL);
  graph->ids = (const char *const *) g_ptr_array_free (self->ids, FALSE);
  graph->nodes = (const KringGraphNode *) g_array_free (self->nodes, FALSE);
  graph->edges = (const KringGraphEdge *) g_array_free (self->edges, FALSE);
  for (guint v = 0; v < graph->n_nodes; v++)
    graph->n_groups = MAX (graph->n_groups, (guint) (graph->nodes[v].group + 1));
  graph->first = first = g_new (guint, graph->n_nodes + 1);
  graph->neighbours = neighbours = g_new (guint, 2 * graph->n_edges + 1);
  link_neighbours (graph, first, neighbours);

  g_hash_table_remove_all (self->by_id);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (KringGraphNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (KringGraphEdge));
  self->ids = g_ptr_array_new ();
  self->root = -1;
  return graph;
}

KringGraph *
kring_graph_ref (KringGraph *self)
{
  g_atomic_ref_count_inc (&((RealGraph *) self)->ref_count);
  return self;
}

void
kring_graph_unref (KringGraph *self)
{
  if (!g_atomic_ref_count_dec (&((RealGraph *) self)->ref_count))
    return;
  g_strfreev ((char **) self->ids);
  g_free ((gpointer) self->nodes);
  g_free ((gpointer) self->edges);
  g_free ((gpointer) self->first);
  g_free ((gpointer) self->neighbours);
  g_free (self);
}

/**
 * kring_graph_get_degree:
 *
 * Returns: the number of different neighbours of @node
 */
guint
kring_graph_get_degree (const KringGraph *self, guint node)
{
  return self->first[node + 1] - self->first[node];
}

/**
 * kring_graph_are_neighbours:
 *
 * Returns: whether an edge joins @a and @b, in any direction
 */
gboolean
kring_graph_are_neighbours (const KringGraph *self, guint a, guint b)
{
  return bsearch (&b, self->neighbours + self->first[a], kring_graph_get_degree (self, a),
                  sizeof (guint), graph_compare_numbers) != NULL;
}

static gboolean
is_indexed (const KringGraph *self, guint edge, gboolean plain)
{
  return plain || self->edges[edge].role != KRING_EDGE_PLAIN;
}

/**
 * kring_graph_index_edges:
 * @plain: whether edges without a role count, or only those of a family
 * @first: (out) (transfer full): n_nodes + 1 places in @edges
 * @edges: (out) (transfer full): the numbers of the edges at every node, in rising order
 */
void
kring_graph_index_edges (const KringGraph *self, gboolean plain, guint **first, guint **edges)
{
  g_autofree guint *fill = NULL;

  *first = g_new0 (guint, self->n_nodes + 2);
  *edges = g_new (guint, 2 * self->n_edges + 1);
  for (guint e = 0; e < self->n_edges; e++)
    if (is_indexed (self, e, plain))
      {
        (*first)[self->edges[e].from + 1]++;
        (*first)[self->edges[e].to + 1]++;
      }
  for (guint v = 0; v < self->n_nodes; v++)
    (*first)[v + 1] += (*first)[v];
  fill = g_memdup2 (*first, (self->n_nodes + 1) * sizeof (guint));
  for (guint e = 0; e < self->n_edges; e++)
    if (is_indexed (self, e, plain))
      {
        (*edges)[fill[self->edges[e].from]++] = e;
        (*edges)[fill[self->edges[e].to]++] = e;
      }
}
