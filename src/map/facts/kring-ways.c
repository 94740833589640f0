/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-analysis.h"

#include <string.h>

void
kring_way_free (KringWay *self)
{
  g_free (self->nodes);
  g_free (self);
}

/* A search, with the nodes and the edges from the spur node that it may not use. */
typedef struct
{
  const KringGraph *graph;
  guint8 *closed;      /* (owned) per node */
  GArray *closed_next; /* (owned) (element-type guint) nodes that may not follow the first */
} Search;

static gboolean
may_follow (const Search *self, guint next)
{
  for (guint i = 0; i < self->closed_next->len; i++)
    if (g_array_index (self->closed_next, guint, i) == next)
      return FALSE;
  return TRUE;
}

/* Finds the shortest way, breadth first; of equally short ones that through lower numbers. */
static KringWay *
shortest (const Search *self, guint from, guint to)
{
  const KringGraph *graph = self->graph;
  g_autofree guint *before = g_new (guint, graph->n_nodes + 1);
  g_autofree guint *queue = g_new (guint, graph->n_nodes + 1);
  guint head = 0, tail = 0, length = 1;
  KringWay *way;

  memset (before, 0xff, graph->n_nodes * sizeof (guint));
  before[from] = from;
  queue[tail++] = from;
  while (head < tail && before[to] == G_MAXUINT)
    {
      guint v = queue[head++];

      for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
        {
          guint next = graph->neighbours[i];

          if (before[next] != G_MAXUINT || self->closed[next] ||
              (v == from && !may_follow (self, next)))
            continue;
          before[next] = v;
          queue[tail++] = next;
        }
    }
  if (before[to] == G_MAXUINT)
    return NULL;
  for (guint v = to; v != from; v = before[v])
    length++;
  way = g_new0 (KringWay, 1);
  way->length = length;
  way->nodes = g_new (guint, length);
  for (guint v = to, i = length; i > 0; v = before[v])
    way->nodes[--i] = v;
  return way;
}

static gboolean
same_way (const KringWay *a, const KringWay *b)
{
  return a->length == b->length && memcmp (a->nodes, b->nodes, a->length * sizeof (guint)) == 0;
}

static gboolean
is_known (GPtrArray *ways, const KringWay *way)
{
  for (guint i = 0; i < ways->len; i++)
    if (same_way (g_ptr_array_index (ways, i), way))
      return TRUE;
  return FALSE;
}

/* Finds the shortest detour that leaves `way` at its node number `at`. */
static KringWay *
detour (Search *search, GPtrArray *found, const KringWay *way, guint at)
{
  guint to = way->nodes[way->length - 1];
  KringWay *rest, *whole;

  memset (search->closed, 0, search->graph->n_nodes);
  g_array_set_size (search->closed_next, 0);
  for (guint i = 0; i < at; i++)
    search->closed[way->nodes[i]] = TRUE;
  for (guint i = 0; i < found->len; i++)
    {
      const KringWay *other = g_ptr_array_index (found, i);

      if (other->length > at + 1 &&
          memcmp (other->nodes, way->nodes, (at + 1) * sizeof (guint)) == 0)
        g_array_append_val (search->closed_next, other->nodes[at + 1]);
    }
  rest = shortest (search, way->nodes[at], to);
  if (rest == NULL)
    return NULL;
  whole = g_new0 (KringWay, 1);
  whole->length = at + rest->length;
  whole->nodes = g_new (guint, whole->length);
  memcpy (whole->nodes, way->nodes, at * sizeof (guint));
  memcpy (whole->nodes + at, rest->nodes, rest->length * sizeof (guint));
  kring_way_free (rest);
  return whole;
}

static KringWay *
take_shortest (GPtrArray *candidates)
{
  guint best = 0;

  if (candidates->len == 0)
    return NULL;
  for (guint i = 1; i < candidates->len; i++)
    if (((KringWay *) g_ptr_array_index (candidates, i))->length <
        ((KringWay *) g_ptr_array_index (candidates, best))->length)
      best = i;
  return g_ptr_array_steal_index (candidates, best);
}

/**
 * kring_analysis_dup_ways:
 * @from: the node where they begin
 * @to: the node where they end
 * @n_ways: how many ways at most
 *
 * The shortest ways that pass no node twice (Yen, "Finding the k shortest loopless paths in a
 * network", Management Science 17(11), 1971).
 *
 * Returns: (transfer full) (element-type KringWay): the ways, shortest first; empty if none
 */
GPtrArray *
kring_analysis_dup_ways (const KringGraph *graph, guint from, guint to, guint n_ways)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_way_free);
  g_autoptr (GPtrArray) candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) kring_way_free);
  Search search = { graph, g_new0 (guint8, graph->n_nodes + 1),
                    g_array_new (FALSE, FALSE, sizeof (guint)) };
  KringWay *way = from != to ? shortest (&search, from, to) : NULL;

  while (way != NULL)
    {
      g_ptr_array_add (found, way);
      if (found->len == n_ways)
        break;
      for (guint at = 0; at + 1 < way->length; at++)
        {
          KringWay *other = detour (&search, found, way, at);

          if (other != NULL && (is_known (candidates, other) || is_known (found, other)))
            g_clear_pointer (&other, kring_way_free);
          if (other != NULL)
            g_ptr_array_add (candidates, other);
        }
      way = take_shortest (candidates);
    }
  g_free (search.closed);
  g_array_unref (search.closed_next);
  return found;
}
