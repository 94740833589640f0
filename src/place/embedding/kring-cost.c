/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-cost.h"

#include "place/clearance/kring-cost-kernel.h"
#include "place/clearance/kring-hull-intruders.h"
#include "place/embedding/kring-cost-cache.h"

#include <string.h>

struct _KringCost
{
  const KringGraph *graph; /* (not owned) */
  KringCostWeights weights;
  double step;
  double firmness;        /* times which stress counts */
  const float *distances; /* (not owned) (nullable) n rows of n, in steps; 0: does not count */

  float *x, *y;                       /* (owned) of the nodes, in steps */
  float *left, *top, *right, *bottom; /* (owned) boxes, in map units */
  float *ax, *ay, *bx, *by;           /* (owned) edges, in map units */
  guint *first, *incident;            /* (owned) the edges at every node */
  guint8 *around;                     /* (owned) whether its box lies around a node's place */
  KringHullIntruders *foreign;        /* (owned) (nullable) if that counts */
  KringCostCache *near;               /* (owned) of the node that is looked at */
};

static KringSegments
segments_of (KringCost *self)
{
  return (KringSegments){ self->ax, self->ay, self->bx, self->by };
}

static KringBoxes
boxes_of (KringCost *self)
{
  return (KringBoxes){ self->left, self->top, self->right, self->bottom };
}

/**
 * kring_cost_new: (constructor)
 * @graph: the graph; must outlive the cost
 * @weights: copied; whether hulls count at all is decided here
 * @step: map units that one step of distance should take
 *
 * Returns: (transfer full): the cost of a drawing with every node at the origin
 */
KringCost *
kring_cost_new (const KringGraph *graph, const KringCostWeights *weights, double step)
{
  KringCost *self = g_new0 (KringCost, 1);
  float **node_arrays[] = {
    &self->x, &self->y, &self->left, &self->top, &self->right, &self->bottom
  };
  float **edge_arrays[] = { &self->ax, &self->ay, &self->bx, &self->by };

  self->graph = graph;
  self->weights = *weights;
  self->step = step;
  self->firmness = 1;
  for (guint i = 0; i < G_N_ELEMENTS (node_arrays); i++)
    *node_arrays[i] = g_new0 (float, graph->n_nodes + 1);
  for (guint i = 0; i < G_N_ELEMENTS (edge_arrays); i++)
    *edge_arrays[i] = g_new0 (float, graph->n_edges + 1);
  kring_graph_index_edges (self->graph, TRUE, &self->first, &self->incident);
  self->around = g_new0 (guint8, graph->n_nodes + 1);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      const KringRect *box = &graph->nodes[v].box;

      self->around[v] =
          box->x < 0 && box->y < 0 && box->x + box->width > 0 && box->y + box->height > 0;
    }
  if (weights->foreign > 0 && graph->n_groups > 0)
    self->foreign = kring_hull_intruders_new (graph);
  self->near = kring_cost_cache_new (&(KringCostCacheDrawing){
      graph, self->first, self->incident, self->x, self->y, segments_of (self), boxes_of (self) });
  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (self, v, KRING_POINT_INIT (0, 0));
  return self;
}

void
kring_cost_free (KringCost *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->left);
  g_free (self->top);
  g_free (self->right);
  g_free (self->bottom);
  g_free (self->ax);
  g_free (self->ay);
  g_free (self->bx);
  g_free (self->by);
  g_free (self->first);
  g_free (self->incident);
  g_free (self->around);
  g_clear_pointer (&self->foreign, kring_hull_intruders_free);
  kring_cost_cache_free (self->near);
  g_free (self);
}

/**
 * kring_cost_set_weights:
 * @weights: how much each thing counts from now on; copied
 */
void
kring_cost_set_weights (KringCost *self, const KringCostWeights *weights)
{
  self->weights = *weights;
}

/**
 * kring_cost_set_firmness:
 * @firmness: times which stress counts for more than its weight, from now on; 1 at first
 */
void
kring_cost_set_firmness (KringCost *self, double firmness)
{
  self->firmness = firmness;
}

/**
 * kring_cost_set_distances:
 * @distances: (nullable) (transfer none): n rows of n distances in steps, 0 where a pair does not
 *   count; must outlive the cost
 */
void
kring_cost_set_distances (KringCost *self, const float *distances)
{
  self->distances = distances;
}

/**
 * kring_cost_place:
 * @node: index in the graph
 * @at: where it stands from now on, in map units
 *
 * What was counted before must be counted anew by the caller.
 */
void
kring_cost_place (KringCost *self, guint node, KringPoint at)
{
  const KringRect *box = &self->graph->nodes[node].box;

  self->x[node] = at.x / self->step;
  self->y[node] = at.y / self->step;
  self->left[node] = at.x + box->x;
  self->top[node] = at.y + box->y;
  self->right[node] = at.x + box->x + box->width;
  self->bottom[node] = at.y + box->y + box->height;
  kring_cost_cache_forget (self->near, node);
  if (self->foreign != NULL)
    kring_hull_intruders_place (self->foreign, node, at);
  for (guint i = self->first[node]; i < self->first[node + 1]; i++)
    {
      guint e = self->incident[i];

      if (self->graph->edges[e].from == node)
        {
          self->ax[e] = at.x;
          self->ay[e] = at.y;
        }
      else
        {
          self->bx[e] = at.x;
          self->by[e] = at.y;
        }
    }
}

/**
 * kring_cost_get_place:
 *
 * Returns: where @node stands, in map units
 */
KringPoint
kring_cost_get_place (KringCost *self, guint node)
{
  const KringRect *box = &self->graph->nodes[node].box;

  return KRING_POINT_INIT (self->left[node] - box->x, self->top[node] - box->y);
}

static KringSegment
segment_at (KringCost *self, guint e)
{
  return (KringSegment){ self->ax[e], self->ay[e], self->bx[e], self->by[e] };
}

static KringBox
cost_box_at (KringCost *self, guint v)
{
  return (KringBox){ self->left[v], self->top[v], self->right[v], self->bottom[v] };
}

/* Smallest angle between neighbouring lines at a node / the ideal one; 1 with one line. */
static double
angle_at (KringCost *self, guint node)
{
  const KringGraph *graph = self->graph;
  guint degree = kring_graph_get_degree (graph, node);
  const guint *neighbours = graph->neighbours + graph->first[node];
  g_autofree float *store = degree > 1 ? g_new (float, 3 * degree) : NULL;
  float *x = store, *y = store + degree, *angles = store + 2 * degree;

  if (degree < 2)
    return 1;
  for (guint i = 0; i < degree; i++)
    {
      x[i] = self->x[neighbours[i]];
      y[i] = self->y[neighbours[i]];
    }
  kring_kernel_angles (x, y, degree, self->x[node], self->y[node], angles);
  return kring_kernel_sharpest (angles, degree) * degree / (2 * G_PI);
}

static gboolean
meets (KringSegment s, KringBox box)
{
  KringSegments one = { &s.ax, &s.ay, &s.bx, &s.by };

  return kring_kernel_segments_through (one, 1, box) > 0;
}

/* A line starts and ends inside the boxes of its own ends; those do not count. */
static guint
own_boxes_hit (KringCost *self, guint e)
{
  guint from = self->graph->edges[e].from, to = self->graph->edges[e].to;

  if (self->around[from] && self->around[to])
    return 2;
  return meets (segment_at (self, e), cost_box_at (self, from)) +
         meets (segment_at (self, e), cost_box_at (self, to));
}

/* A line of the node ends inside the box of its other end. */
static guint
other_box_hit (KringCost *self, guint node, guint e)
{
  const KringGraphEdge *edge = &self->graph->edges[e];
  guint other = edge->from == node ? edge->to : edge->from;

  return self->around[other] ? 1 : meets (segment_at (self, e), cost_box_at (self, other));
}

static double
cost_cost_of_line (KringCost *self, guint node, guint line)
{
  const KringCostWeights *weights = &self->weights;
  double cost = 0;

  if (weights->crossing > 0)
    cost += weights->crossing * kring_cost_cache_crossings (self->near, line);
  if (weights->through > 0)
    cost +=
        weights->through * (kring_cost_cache_boxes_hit (self->near, line) -
                            other_box_hit (self, node, self->incident[self->first[node] + line]));
  return cost;
}

/* What its box covers and what runs under it. */
static double
cost_of_box (KringCost *self, guint node)
{
  const KringCostWeights *weights = &self->weights;
  KringBox box = cost_box_at (self, node);
  double cost = 0;
  guint count;

  if (weights->overlap > 0)
    {
      float area = kring_cost_cache_overlaps (self->near, box, &count);

      cost += weights->overlap * (count + area);
    }
  if (weights->through > 0)
    cost += weights->through * kring_cost_cache_lines_through (self->near, box);
  return cost;
}

/**
 * kring_cost_look:
 * @area: in map units: where the node will be tried
 *
 * Makes it cheap to ask for the cost of @node at several places, until another node is moved.
 */
void
kring_cost_look (KringCost *self, guint node, KringRect area)
{
  kring_cost_cache_look (self->near, node,
                         (KringBox){ area.x, area.y, area.x + area.width, area.y + area.height });
}

/* Wherever it may stand. */
static void
look_everywhere (KringCost *self, guint node)
{
  const float far = G_MAXFLOAT / 4;

  kring_cost_cache_look (self->near, node, (KringBox){ -far, -far, far, far });
}

static double
cost_cost_of_lines (KringCost *self, guint node, double cost, double limit)
{
  KringPoint at = kring_cost_get_place (self, node);
  guint n_lines = self->first[node + 1] - self->first[node];

  if (self->weights.crossing <= 0 && self->weights.through <= 0)
    return cost;
  kring_cost_cache_stand (self->near, at.x, at.y);
  for (guint i = 0; i < n_lines && cost <= limit; i++)
    cost += cost_cost_of_line (self, node, i);
  return cost;
}

/**
 * kring_cost_of_node:
 * @limit: nothing is added any more once the cost is above this
 *
 * Takes O(degree (nodes + edges)) time, less for places that are dear already by what is cheap to
 * count.
 *
 * Returns: that part of the weighed cost in which @node has a part, or something above @limit
 */
double
kring_cost_of_node (KringCost *self, guint node, double limit)
{
  const KringCostWeights *weights = &self->weights;
  KringPoint at = kring_cost_get_place (self, node);
  guint n = self->graph->n_nodes;
  double cost = 0;

  if (self->distances != NULL && weights->stress > 0)
    cost += weights->stress * self->firmness *
            kring_kernel_stress (self->x, self->y, self->distances + (gsize) node * n, n,
                                 self->x[node], self->y[node]);
  if (cost <= limit && self->foreign != NULL)
    cost += weights->foreign * kring_hull_intruders_of_node (self->foreign, node);
  if (cost > limit)
    return cost;
  if (!kring_cost_cache_holds (self->near, node, at.x, at.y))
    look_everywhere (self, node);
  cost += cost_of_box (self, node);
  if (weights->angle > 0 && cost <= limit)
    cost += weights->angle * kring_cost_cache_lack_of_angles (self->near);
  return cost <= limit ? cost_cost_of_lines (self, node, cost, limit) : cost;
}

/**
 * kring_cost_of_all:
 *
 * Returns: the weighed cost of the whole drawing
 */
double
kring_cost_of_all (KringCost *self)
{
  const KringCostWeights *weights = &self->weights;
  guint n = self->graph->n_nodes, m = self->graph->n_edges, count;
  double pairs = 0, cost = 0;

  for (guint e = 0; e < m; e++)
    {
      KringSegment s = segment_at (self, e);

      pairs += weights->crossing * kring_kernel_crossings (segments_of (self), m, s);
      cost += weights->through *
              (kring_kernel_boxes_hit (boxes_of (self), n, s) - own_boxes_hit (self, e));
    }
  for (guint v = 0; v < n; v++)
    {
      float area = kring_kernel_overlaps (boxes_of (self), n, cost_box_at (self, v), &count);

      pairs += weights->overlap * (count - 1.0 + (area - 1.0));
      if (self->distances != NULL && weights->stress > 0)
        pairs += weights->stress * self->firmness *
                 kring_kernel_stress (self->x, self->y, self->distances + (gsize) v * n, n,
                                      self->x[v], self->y[v]);
      if (kring_graph_get_degree (self->graph, v) <= KRING_NEAR_ANGLES_MAX)
        cost += weights->angle * (1 - angle_at (self, v));
    }
  if (self->foreign != NULL)
    cost += weights->foreign * kring_hull_intruders_of_all (self->foreign);
  return pairs / 2 + cost;
}

/**
 * kring_cost_get_stress:
 * @scale: (out): times which the drawing would have to be drawn larger for the least stress
 *
 * Returns: the stress that it would have then, 0 if no distances count
 */
double
kring_cost_get_stress (KringCost *self, double *scale)
{
  guint n = self->graph->n_nodes;
  double sum = 0, squares = 0, count = 0;

  for (guint v = 0; self->distances != NULL && v < n; v++)
    {
      KringRatios ratios = kring_kernel_ratios (self->x, self->y, self->distances + (gsize) v * n,
                                                n, self->x[v], self->y[v]);

      sum += ratios.sum;
      squares += ratios.squares;
      count += ratios.count;
    }
  *scale = squares > 0 ? sum / squares : 1;
  return squares > 0 ? 1 - sum * sum / (squares * count) : 0;
}

/**
 * kring_cost_scale:
 * @scale: times which everything is drawn larger, boxes excepted
 */
void
kring_cost_scale (KringCost *self, double scale)
{
  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      KringPoint at = kring_cost_get_place (self, v);

      kring_cost_place (self, v, KRING_POINT_INIT (at.x * scale, at.y * scale));
    }
}

/**
 * kring_cost_count:
 * @cancellable: (nullable): ends the work; what was not looked at is not counted
 * @counts: (out): the plain counts of the whole drawing
 */
void
kring_cost_count (KringCost *self, GCancellable *cancellable, KringCostCounts *counts)
{
  guint n = self->graph->n_nodes, m = self->graph->n_edges, several = 0;

  memset (counts, 0, sizeof *counts);
  for (guint e = 0; e < m && !g_cancellable_is_cancelled (cancellable); e++)
    {
      KringSegment s = segment_at (self, e);

      counts->crossings += kring_kernel_crossings (segments_of (self), m, s);
      counts->through += kring_kernel_boxes_hit (boxes_of (self), n, s) - own_boxes_hit (self, e);
    }
  counts->crossings /= 2;
  for (guint v = 0; v < n; v++)
    {
      guint count;

      kring_kernel_overlaps (boxes_of (self), n, cost_box_at (self, v), &count);
      counts->overlaps += count - 1;
      if (kring_graph_get_degree (self->graph, v) > 1)
        {
          counts->angle += angle_at (self, v);
          several++;
        }
    }
  counts->overlaps /= 2;
  counts->angle = several > 0 ? counts->angle / several : 1;
}
