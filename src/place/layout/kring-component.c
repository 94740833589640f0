/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-component.h"

#include "place/layout/kring-pack.h"

#include <string.h>

/* Nodes by number, and the edges among @edges that lie between them; @number holds -1 for every node of
 * the whole, before and after. */
static KringComponent *
component_take_part (const KringGraph *whole,
                     const guint *members,
                     guint n_members,
                     const guint *edges,
                     guint n_edges,
                     int *number)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  KringComponent *self = g_new0 (KringComponent, 1);

  for (guint i = 0; i < n_members; i++)
    {
      number[members[i]] = kring_graph_builder_add_node (builder, whole->ids[members[i]]);
      *kring_graph_builder_get_node (builder, i) = whole->nodes[members[i]];
    }
  for (guint i = 0; i < n_edges; i++)
    {
      const KringGraphEdge *edge = &whole->edges[edges[i]];

      if (number[edge->from] >= 0 && number[edge->to] >= 0)
        kring_graph_builder_copy_edge (builder, edge, number[edge->from], number[edge->to]);
    }
  if (whole->root >= 0)
    kring_graph_builder_set_root (builder, number[whole->root]);
  for (guint i = 0; i < n_members; i++)
    number[members[i]] = -1;
  self->graph = kring_graph_builder_end (builder);
  self->members = g_memdup2 (members, n_members * sizeof (guint));
  self->places = g_new0 (KringPoint, n_members + 1);
  return self;
}

/* For every node of the whole: it is in no part. */
static int *
dup_no_numbers (const KringGraph *whole)
{
  int *number = g_new (int, whole->n_nodes + 1);

  for (guint v = 0; v < whole->n_nodes; v++)
    number[v] = -1;
  return number;
}

/**
 * kring_component_new: (constructor)
 * @whole: a graph
 * @members: (array length=n_members): numbers of its nodes
 *
 * Returns: (transfer full): the graph of those nodes and of the edges between them
 */
KringComponent *
kring_component_new (const KringGraph *whole, const guint *members, guint n_members)
{
  g_autofree int *number = dup_no_numbers (whole);
  g_autofree guint *edges = g_new (guint, whole->n_edges + 1);

  for (guint e = 0; e < whole->n_edges; e++)
    edges[e] = e;
  return component_take_part (whole, members, n_members, edges, whole->n_edges, number);
}

void
kring_component_free (KringComponent *self)
{
  kring_graph_unref (self->graph);
  g_free (self->members);
  g_free (self->places);
  g_free (self);
}

/**
 * kring_component_get_bounds:
 *
 * Returns: the box around the boxes of all its nodes
 */
KringRect
kring_component_get_bounds (const KringComponent *self)
{
  KringRect bounds = { 0, 0, 0, 0 };

  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      KringRect box = self->graph->nodes[v].box;

      box.x += self->places[v].x;
      box.y += self->places[v].y;
      box.width = MAX (box.width, 1);
      box.height = MAX (box.height, 1);
      bounds = kring_rect_union (bounds, box);
    }
  return bounds;
}

/* Numbers 0 .. n - 1 ordered by component, each in its own order (counting sort); @first tells where a
 * component begins, and after the last one where all end. */
static guint *
dup_by_component (const guint *component, guint n, guint count, guint *first)
{
  guint *ordered = g_new (guint, n + 1);
  g_autofree guint *fill = NULL;

  memset (first, 0, (count + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    first[component[i] + 1]++;
  for (guint c = 0; c < count; c++)
    first[c + 1] += first[c];
  fill = g_memdup2 (first, (count + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    ordered[fill[component[i]]++] = i;
  return ordered;
}

/**
 * kring_component_split:
 * @whole: the whole graph
 * @cancellable: (nullable): ends the work; the rest of the parts is missing then
 *
 * Returns: (transfer full) (element-type KringComponent): one part per connected component
 */
GPtrArray *
kring_component_split (const KringGraph *whole, GCancellable *cancellable)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_component_free);
  g_autofree guint *of_node = g_new (guint, whole->n_nodes + 1);
  g_autofree guint *of_edge = g_new (guint, whole->n_edges + 1);
  g_autofree int *number = dup_no_numbers (whole);
  guint count = kring_components_find (whole, of_node);
  g_autofree guint *first_node = g_new (guint, count + 2);
  g_autofree guint *first_edge = g_new (guint, count + 2);
  g_autofree guint *nodes = NULL, *edges = NULL;

  for (guint e = 0; e < whole->n_edges; e++)
    of_edge[e] = of_node[whole->edges[e].from];
  nodes = dup_by_component (of_node, whole->n_nodes, count, first_node);
  edges = dup_by_component (of_edge, whole->n_edges, count, first_edge);
  for (guint c = 0; c < count && !g_cancellable_is_cancelled (cancellable); c++)
    g_ptr_array_add (parts, component_take_part (
                                whole, nodes + first_node[c], first_node[c + 1] - first_node[c],
                                edges + first_edge[c], first_edge[c + 1] - first_edge[c], number));
  return parts;
}

/* The one that those without ties gather around: the first of the group that has any. */
static int
component_find_anchor (const KringGraph *whole, int group)
{
  int anchor = -1;

  for (guint v = 0; v < whole->n_nodes; v++)
    if (whole->nodes[v].group == group)
      {
        if (kring_graph_get_degree (whole, v) > 0)
          return (int) v;
        if (anchor < 0)
          anchor = (int) v;
      }
  return anchor;
}

/* One edge from the anchor to each other component that the group has members in. */
static void
join_group (const KringGraph *whole,
            int group,
            const guint *component,
            guint8 *joined,
            KringGraphBuilder *builder)
{
  int anchor = component_find_anchor (whole, group);

  if (anchor < 0)
    return;
  joined[component[anchor]] = TRUE;
  for (guint v = 0; v < whole->n_nodes; v++)
    if (whole->nodes[v].group == group && !joined[component[v]])
      {
        joined[component[v]] = TRUE;
        kring_graph_builder_add_edge (builder, (guint) anchor, v, KRING_EDGE_PLAIN);
      }
  for (guint v = 0; v < whole->n_nodes; v++)
    if (whole->nodes[v].group == group)
      joined[component[v]] = FALSE;
}

/**
 * kring_component_dup_joined:
 *
 * A group whose members have no ties with each other would fall apart, and its hull would lie over
 * half the drawing.
 *
 * Returns: (transfer full): @whole, with edges added so that every group is in one component
 */
KringGraph *
kring_component_dup_joined (const KringGraph *whole)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  g_autofree guint *component = g_new (guint, whole->n_nodes + 1);
  guint count = kring_components_find (whole, component);
  g_autofree guint8 *joined = g_new0 (guint8, count + 1);

  for (guint v = 0; v < whole->n_nodes; v++)
    {
      kring_graph_builder_add_node (builder, whole->ids[v]);
      *kring_graph_builder_get_node (builder, v) = whole->nodes[v];
    }
  for (guint e = 0; e < whole->n_edges; e++)
    kring_graph_builder_copy_edge (builder, &whole->edges[e], whole->edges[e].from,
                                   whole->edges[e].to);
  for (guint group = 0; count > 1 && group < whole->n_groups; group++)
    join_group (whole, (int) group, component, joined, builder);
  kring_graph_builder_set_root (builder, whole->root);
  return kring_graph_builder_end (builder);
}

static void
shift (KringComponent *self, double dx, double dy)
{
  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      self->places[v].x += dx;
      self->places[v].y += dy;
    }
}

static int
compare_standing (gconstpointer a, gconstpointer b)
{
  const KringComponent *x = *(const KringComponent *const *) a,
                       *y = *(const KringComponent *const *) b;

  if (x->standing != y->standing)
    return x->standing ? -1 : 1;
  return (int) x->members[0] - (int) y->members[0];
}

/**
 * kring_component_pack:
 * @parts: (element-type KringComponent): shifted so that none is on another; those that stand already
 *   come first afterwards and stay
 * @gap: left free between any two
 * @aspect: width by height that is aimed at
 */
void
kring_component_pack (GPtrArray *parts, double gap, double aspect, GCancellable *cancellable)
{
  g_autofree KringRect *boxes = g_new (KringRect, parts->len + 1);
  guint standing = 0;

  g_ptr_array_sort (parts, compare_standing);
  for (guint i = 0; i < parts->len; i++)
    {
      boxes[i] = kring_component_get_bounds (g_ptr_array_index (parts, i));
      standing += ((KringComponent *) g_ptr_array_index (parts, i))->standing;
    }
  kring_pack (boxes, parts->len, standing, gap, aspect, cancellable);
  for (guint i = standing; i < parts->len; i++)
    {
      KringComponent *part = g_ptr_array_index (parts, i);
      KringRect now = kring_component_get_bounds (part);

      shift (part, boxes[i].x - now.x, boxes[i].y - now.y);
    }
}

/**
 * kring_component_gather:
 * @parts: (element-type KringComponent): of the whole graph
 * @places: (inout): the places of all nodes of the whole graph
 */
void
kring_component_gather (GPtrArray *parts, KringPoint *places)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const KringComponent *part = g_ptr_array_index (parts, i);

      for (guint v = 0; v < part->graph->n_nodes; v++)
        places[part->members[v]] = part->places[v];
    }
}
