/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-cost.h"

#include "layout/kring-cost-kernel.h"

#include <stdlib.h>
#include <string.h>

struct _KringCost
{
  const KringGraph *graph; /* (not owned) */
  KringCostWeights weights;
  double step;
  const float *distances; /* (not owned) (nullable) n rows of n, in steps; 0: does not count */

  float *x, *y;                       /* (owned) of the nodes, in steps */
  float *left, *top, *right, *bottom; /* (owned) boxes, in map units */
  float *ax, *ay, *bx, *by;           /* (owned) edges, in map units */
  guint *first, *incident;            /* (owned) the edges at every node */
};

static void
link_edges (KringCost *self)
{
  const KringGraph *graph = self->graph;
  g_autofree guint *fill = NULL;

  self->first = g_new0 (guint, graph->n_nodes + 2);
  self->incident = g_new (guint, 2 * graph->n_edges + 1);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      self->first[graph->edges[e].from + 1]++;
      self->first[graph->edges[e].to + 1]++;
    }
  for (guint v = 0; v < graph->n_nodes; v++)
    self->first[v + 1] += self->first[v];
  fill = g_memdup2 (self->first, (graph->n_nodes + 1) * sizeof (guint));
  for (guint e = 0; e < graph->n_edges; e++)
    {
      self->incident[fill[graph->edges[e].from]++] = e;
      self->incident[fill[graph->edges[e].to]++] = e;
    }
}

/**
 * kring_cost_new: (constructor)
 * @graph: the graph; must outlive the cost
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
  for (guint i = 0; i < G_N_ELEMENTS (node_arrays); i++)
    *node_arrays[i] = g_new0 (float, graph->n_nodes + 1);
  for (guint i = 0; i < G_N_ELEMENTS (edge_arrays); i++)
    *edge_arrays[i] = g_new0 (float, graph->n_edges + 1);
  link_edges (self);
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
  g_free (self);
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

KringPoint
kring_cost_get_place (KringCost *self, guint node)
{
  const KringRect *box = &self->graph->nodes[node].box;

  return KRING_POINT_INIT (self->left[node] - box->x, self->top[node] - box->y);
}

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

static KringSegment
segment_at (KringCost *self, guint e)
{
  return (KringSegment){ self->ax[e], self->ay[e], self->bx[e], self->by[e] };
}

static KringBox
box_at (KringCost *self, guint v)
{
  return (KringBox){ self->left[v], self->top[v], self->right[v], self->bottom[v] };
}

static int
compare_angles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Smallest angle between neighbouring lines at a node / the ideal one; 1 with one line. */
static double
angle_at (KringCost *self, guint node)
{
  const KringGraph *graph = self->graph;
  guint degree = kring_graph_get_degree (graph, node);
  double few[64];
  g_autofree double *many = NULL;
  double *angles = few, smallest;

  if (degree < 2)
    return 1;
  if (degree > G_N_ELEMENTS (few))
    angles = many = g_new (double, degree);
  for (guint i = 0; i < degree; i++)
    {
      guint u = graph->neighbours[graph->first[node] + i];

      angles[i] = atan2f (self->y[u] - self->y[node], self->x[u] - self->x[node]);
    }
  qsort (angles, degree, sizeof (double), compare_angles);
  smallest = angles[0] + 2 * G_PI - angles[degree - 1];
  for (guint i = 1; i < degree; i++)
    smallest = MIN (smallest, angles[i] - angles[i - 1]);
  return smallest * degree / (2 * G_PI);
}

static double
cost_of_angles (KringCost *self, guint node)
{
  const KringGraph *graph = self->graph;
  double sum = 1 - angle_at (self, node);

  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    sum += 1 - angle_at (self, graph->neighbours[i]);
  return sum;
}

/* A line always starts and ends inside the boxes of its own ends; those do not count. */
static guint
own_boxes_hit (KringCost *self, guint e)
{
  KringBox from = box_at (self, self->graph->edges[e].from);
  KringBox to = box_at (self, self->graph->edges[e].to);
  KringSegment s = segment_at (self, e);
  KringSegments one = { &s.ax, &s.ay, &s.bx, &s.by };

  return kring_kernel_segments_through (one, 1, from) + kring_kernel_segments_through (one, 1, to);
}

static guint
own_lines_through (KringCost *self, guint node)
{
  KringBox box = box_at (self, node);
  guint count = 0;

  for (guint i = self->first[node]; i < self->first[node + 1]; i++)
    {
      KringSegment s = segment_at (self, self->incident[i]);
      KringSegments one = { &s.ax, &s.ay, &s.bx, &s.by };

      count += kring_kernel_segments_through (one, 1, box);
    }
  return count;
}

/**
 * kring_cost_of_node:
 *
 * Takes O(degree (nodes + edges)) time.
 *
 * Returns: that part of the weighed cost in which @node has a part
 */
double
kring_cost_of_node (KringCost *self, guint node)
{
  const KringCostWeights *weights = &self->weights;
  guint n = self->graph->n_nodes, m = self->graph->n_edges;
  double cost = 0;
  guint count;

  if (self->distances != NULL && weights->stress > 0)
    cost +=
        weights->stress * kring_kernel_stress (self->x, self->y, self->distances + (gsize) node * n,
                                               n, self->x[node], self->y[node]);
  for (guint i = self->first[node]; i < self->first[node + 1]; i++)
    {
      guint e = self->incident[i];
      KringSegment s = segment_at (self, e);

      cost += weights->crossing * kring_kernel_crossings (segments_of (self), m, s);
      if (weights->through > 0)
        cost += weights->through *
                (kring_kernel_boxes_hit (boxes_of (self), n, s) - own_boxes_hit (self, e));
    }
  if (weights->through > 0)
    cost += weights->through *
            (kring_kernel_segments_through (segments_of (self), m, box_at (self, node)) -
             own_lines_through (self, node));
  if (weights->overlap > 0)
    {
      float area = kring_kernel_overlaps (boxes_of (self), n, box_at (self, node), &count);

      /* The box overlaps itself, in full. */
      cost += weights->overlap * (count - 1.0 + (area - 1.0));
    }
  if (weights->angle > 0)
    cost += weights->angle * cost_of_angles (self, node);
  return cost;
}

/**
 * kring_cost_count:
 * @counts: (out): the plain counts of the whole drawing
 */
void
kring_cost_count (KringCost *self, KringCostCounts *counts)
{
  guint n = self->graph->n_nodes, m = self->graph->n_edges, several = 0;

  memset (counts, 0, sizeof *counts);
  for (guint e = 0; e < m; e++)
    {
      KringSegment s = segment_at (self, e);

      counts->crossings += kring_kernel_crossings (segments_of (self), m, s);
      counts->through += kring_kernel_boxes_hit (boxes_of (self), n, s) - own_boxes_hit (self, e);
    }
  counts->crossings /= 2;
  for (guint v = 0; v < n; v++)
    {
      guint count;

      kring_kernel_overlaps (boxes_of (self), n, box_at (self, v), &count);
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
