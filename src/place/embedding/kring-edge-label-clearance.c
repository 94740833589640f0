/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-edge-label-clearance.h"

#include "place/embedding/kring-lengths.h"

/* Names can step aside, so that less than all of the room is enough. */
#define ENOUGH 0.86

/* Whoever has more ties is not moved away from all of them. */
#define TIES_MAX 6
#define ROUNDS 2

struct _KringEdgeLabelClearance
{
  const KringGraph *graph; /* (not owned) */
  KringCost *cost;         /* (not owned) */
  float *words; /* (owned) width of what is written, for each of the graph's neighbours */
};

/**
 * kring_edge_label_clearance_new: (constructor)
 * @cost: knows where everybody stands
 *
 * Returns: (transfer full) (nullable): what keeps room for words, or %NULL if there are none
 */
KringEdgeLabelClearance *
kring_edge_label_clearance_new (const KringGraph *graph, KringCost *cost)
{
  KringEdgeLabelClearance *self;
  gboolean any = FALSE;

  for (guint e = 0; e < graph->n_edges && !any; e++)
    any = graph->edges[e].words > 0;
  if (!any)
    return NULL;
  self = g_new0 (KringEdgeLabelClearance, 1);
  self->graph = graph;
  self->cost = cost;
  self->words = kring_lengths_dup_words (graph);
  return self;
}

void
kring_edge_label_clearance_free (KringEdgeLabelClearance *self)
{
  g_free (self->words);
  g_free (self);
}

/* How far @node must be from its neighbour in that direction; 0: there is nothing to read. */
static double
edge_label_clearance_get_need (const KringEdgeLabelClearance *self,
                               guint node,
                               guint entry,
                               KringPoint direction)
{
  const KringGraphNode *nodes = self->graph->nodes;

  if (!(self->words[entry] > 0))
    return 0;
  return ENOUGH * kring_lengths_along (nodes[self->graph->neighbours[entry]].box, nodes[node].box,
                                       self->words[entry], direction);
}

/* The way from a neighbour to @at, and its direction. */
static double
look_from (const KringEdgeLabelClearance *self, guint entry, KringPoint at, KringPoint *direction)
{
  KringPoint from = kring_cost_get_place (self->cost, self->graph->neighbours[entry]);
  double length = kring_point_distance (from, at);

  *direction = length > 0 ? KRING_POINT_INIT ((at.x - from.x) / length, (at.y - from.y) / length)
                          : KRING_POINT_INIT (1, 0);
  return length;
}

/**
 * kring_edge_label_clearance_get_lack:
 *
 * Returns: by how much the ties of @node are too short for their words in all, if it stood @at
 */
double
kring_edge_label_clearance_get_lack (KringEdgeLabelClearance *self, guint node, KringPoint at)
{
  const KringGraph *graph = self->graph;
  double lack = 0;

  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    {
      KringPoint direction;
      double length = look_from (self, i, at, &direction);

      lack += MAX (edge_label_clearance_get_need (self, node, i, direction) - length, 0);
    }
  return lack;
}

/**
 * kring_edge_label_clearance_make:
 * @at: where @node would go
 *
 * Returns: a place near @at in which the words on its ties fit, if it has not too many
 */
KringPoint
kring_edge_label_clearance_make (KringEdgeLabelClearance *self, guint node, KringPoint at)
{
  const KringGraph *graph = self->graph;

  if (kring_graph_get_degree (graph, node) > TIES_MAX)
    return at;
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
      {
        KringPoint direction;
        double missing = -look_from (self, i, at, &direction);

        missing += edge_label_clearance_get_need (self, node, i, direction);
        if (missing <= 0)
          continue;
        at.x += missing * direction.x;
        at.y += missing * direction.y;
      }
  return at;
}
