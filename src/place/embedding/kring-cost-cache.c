/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-cost-cache.h"

#include <string.h>

/* Nobody. */
#define NONE G_MAXUINT

/* Around the area, for what floats round off. */
#define SLACK 1.0f

struct _KringCostCache
{
  KringCostCacheDrawing drawing; /* (not owned) all that it names */
  guint node;                    /* whose surroundings these are, or NONE */
  KringBox area;                 /* where it may stand */
  float x, y;                    /* where it stands */

  float *store;    /* (owned) all arrays below lie in it */
  guint *which;    /* (owned) */
  guint8 *touch;   /* (owned) */
  guint n_lines;   /* of others, that touch the area */
  guint n_boxes;   /* the same */
  guint n_own;     /* its own lines */
  float *lines[4]; /* ax, ay, bx, by */
  KringView view;  /* the lines, from where it stands */
  float *boxes[4]; /* left, top, right, bottom */
  KringMiddles middles;
  float *to_x, *to_y; /* the other ends of its own lines */

  guint n_neighbours;
  float *near_x, *near_y; /* places of the neighbours */
  float *angles;          /* the directions to them */
  float *narrow;          /* the sharpest angle between other lines at each of them */
  float *others;          /* the directions of those lines, one neighbour after the other */
};

/**
 * kring_cost_cache_new: (constructor)
 * @drawing: what stands where; copied, what it names must outlive the answer
 *
 * Returns: (transfer full): the surroundings of nobody
 */
KringCostCache *
kring_cost_cache_new (const KringCostCacheDrawing *drawing)
{
  KringCostCache *self = g_new0 (KringCostCache, 1);
  gsize n = drawing->graph->n_nodes + 1, m = drawing->graph->n_edges + 1;
  float **of_lines[] = { &self->lines[0], &self->lines[1], &self->lines[2],
                         &self->lines[3], &self->view.ax,  &self->view.ay,
                         &self->view.bx,  &self->view.by,  &self->view.side };
  float **of_nodes[] = { &self->boxes[0],     &self->boxes[1],    &self->boxes[2],
                         &self->boxes[3],     &self->middles.x,   &self->middles.y,
                         &self->middles.wide, &self->middles.high };
  float **of_ends[] = { &self->to_x,   &self->to_y,   &self->near_x,
                        &self->near_y, &self->angles, &self->narrow };
  float *at;

  self->drawing = *drawing;
  self->node = NONE;
  self->touch = g_new (guint8, MAX (n, m));
  self->which = g_new (guint, MAX (n, m));
  at = self->store = g_new (float, G_N_ELEMENTS (of_lines) * m + G_N_ELEMENTS (of_nodes) * n +
                                       (G_N_ELEMENTS (of_ends) + 2) * m);
  for (guint i = 0; i < G_N_ELEMENTS (of_lines); i++, at += m)
    *of_lines[i] = at;
  for (guint i = 0; i < G_N_ELEMENTS (of_nodes); i++, at += n)
    *of_nodes[i] = at;
  for (guint i = 0; i < G_N_ELEMENTS (of_ends); i++, at += m)
    *of_ends[i] = at;
  self->others = at;
  return self;
}

void
kring_cost_cache_free (KringCostCache *self)
{
  g_free (self->store);
  g_free (self->touch);
  g_free (self->which);
  g_free (self);
}

static KringSegments
lines_of (KringCostCache *self)
{
  return (KringSegments){ self->lines[0], self->lines[1], self->lines[2], self->lines[3] };
}

/* Those of @n that touch, in their order. */
static guint
cost_cache_gather (KringCostCache *self, guint n, const float *const from[4], float *const to[4])
{
  guint *which = self->which;
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      which[found] = i;
      found += self->touch[i];
    }
  for (guint k = 0; k < 4; k++)
    for (guint i = 0; i < found; i++)
      to[k][i] = from[k][which[i]];
  return found;
}

/* The area, the other ends of its lines, and as much again as its box is large. */
static KringBox
cost_cache_widen (KringCostCache *self)
{
  const KringRect *box = &self->drawing.graph->nodes[self->node].box;
  KringBox wide = self->area;

  wide.left = wide.left + MIN (box->x, 0) - SLACK;
  wide.top = wide.top + MIN (box->y, 0) - SLACK;
  wide.right = wide.right + MAX (box->x + box->width, 0) + SLACK;
  wide.bottom = wide.bottom + MAX (box->y + box->height, 0) + SLACK;
  for (guint i = 0; i < self->n_own; i++)
    {
      wide.left = MIN (wide.left, self->to_x[i]);
      wide.top = MIN (wide.top, self->to_y[i]);
      wide.right = MAX (wide.right, self->to_x[i]);
      wide.bottom = MAX (wide.bottom, self->to_y[i]);
    }
  return wide;
}

static gboolean
starts_at (const KringCostCacheDrawing *drawing, guint line, guint node)
{
  return drawing->graph->edges[line].from == node;
}

static void
look_at_lines (KringCostCache *self, KringBox wide)
{
  const KringCostCacheDrawing *drawing = &self->drawing;
  KringSegments all = drawing->lines;
  const float *const from[] = { all.ax, all.ay, all.bx, all.by };

  kring_kernel_segments_touch (all, drawing->graph->n_edges, wide, self->touch);
  for (guint i = drawing->first[self->node]; i < drawing->first[self->node + 1]; i++)
    self->touch[drawing->incident[i]] = 0;
  self->n_lines = cost_cache_gather (self, drawing->graph->n_edges, from, self->lines);
}

static void
look_at_boxes (KringCostCache *self, KringBox wide)
{
  const KringCostCacheDrawing *drawing = &self->drawing;
  KringBoxes all = drawing->boxes;
  const float *const from[] = { all.left, all.top, all.right, all.bottom };

  kring_kernel_boxes_touch (all, drawing->graph->n_nodes, wide, self->touch);
  self->touch[self->node] = 0;
  self->n_boxes = cost_cache_gather (self, drawing->graph->n_nodes, from, self->boxes);
  for (guint i = 0; i < self->n_boxes; i++)
    {
      self->middles.x[i] = 0.5f * (self->boxes[0][i] + self->boxes[2][i]);
      self->middles.y[i] = 0.5f * (self->boxes[1][i] + self->boxes[3][i]);
      self->middles.wide[i] = 0.5f * (self->boxes[2][i] - self->boxes[0][i]);
      self->middles.high[i] = 0.5f * (self->boxes[3][i] - self->boxes[1][i]);
    }
}

/* Of how many lines at a node, less one, the angles count. */
static guint
cost_cache_count_others (KringCostCache *self, guint node)
{
  guint degree = kring_graph_get_degree (self->drawing.graph, node);

  return degree <= KRING_NEAR_ANGLES_MAX ? degree - 1 : 0;
}

static void
look_at_neighbour (KringCostCache *self, guint node, float *narrow, float *others)
{
  const KringCostCacheDrawing *drawing = &self->drawing;
  const KringGraph *graph = drawing->graph;
  float x[KRING_NEAR_ANGLES_MAX], y[KRING_NEAR_ANGLES_MAX];
  guint count = 0;

  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    if (graph->neighbours[i] != self->node)
      {
        x[count] = drawing->x[graph->neighbours[i]];
        y[count] = drawing->y[graph->neighbours[i]];
        count++;
      }
  kring_kernel_angles (x, y, count, drawing->x[node], drawing->y[node], others);
  *narrow = kring_kernel_sharpest (others, count);
}

static void
look_at_neighbours (KringCostCache *self)
{
  const KringGraph *graph = self->drawing.graph;
  const guint *neighbours = graph->neighbours + graph->first[self->node];
  float *others = self->others;

  self->n_neighbours = kring_graph_get_degree (graph, self->node);
  for (guint i = 0; i < self->n_neighbours; i++)
    {
      guint count = cost_cache_count_others (self, neighbours[i]);

      self->near_x[i] = self->drawing.x[neighbours[i]];
      self->near_y[i] = self->drawing.y[neighbours[i]];
      if (count > 0)
        look_at_neighbour (self, neighbours[i], &self->narrow[i], others);
      others += count;
    }
}

static void
look_at_own (KringCostCache *self)
{
  const KringCostCacheDrawing *drawing = &self->drawing;
  KringSegments all = drawing->lines;

  self->n_own = drawing->first[self->node + 1] - drawing->first[self->node];
  for (guint i = 0; i < self->n_own; i++)
    {
      guint line = drawing->incident[drawing->first[self->node] + i];
      gboolean starts = starts_at (drawing, line, self->node);

      self->to_x[i] = starts ? all.bx[line] : all.ax[line];
      self->to_y[i] = starts ? all.by[line] : all.ay[line];
    }
}

/**
 * kring_cost_cache_look:
 * @node: whose surroundings are asked for
 * @area: where it is going to stand
 */
void
kring_cost_cache_look (KringCostCache *self, guint node, KringBox area)
{
  KringBox wide;

  self->node = node;
  self->area = area;
  look_at_own (self);
  wide = cost_cache_widen (self);
  look_at_lines (self, wide);
  look_at_boxes (self, wide);
  look_at_neighbours (self);
}

/**
 * kring_cost_cache_forget:
 * @moved: who moved: the surroundings of everybody else are no longer true
 */
void
kring_cost_cache_forget (KringCostCache *self, guint moved)
{
  if (self->node != moved)
    self->node = NONE;
}

/**
 * kring_cost_cache_holds:
 *
 * Returns: whether these are the surroundings of @node when it stands at (@x, @y)
 */
gboolean
kring_cost_cache_holds (KringCostCache *self, guint node, float x, float y)
{
  return self->node == node && x >= self->area.left && x <= self->area.right &&
         y >= self->area.top && y <= self->area.bottom;
}

/**
 * kring_cost_cache_stand:
 *
 * The node stands at (@x, @y) from now on; for crossings and boxes hit.
 */
void
kring_cost_cache_stand (KringCostCache *self, float x, float y)
{
  self->x = x;
  self->y = y;
  kring_kernel_view (lines_of (self), self->n_lines, x, y, self->view);
}

/**
 * kring_cost_cache_overlaps:
 * @box: the node's own
 * @count: (out): how many boxes of others it overlaps
 *
 * Returns: the sum over them of overlapping area / area of @box
 */
float
kring_cost_cache_overlaps (KringCostCache *self, KringBox box, guint *count)
{
  KringBoxes boxes = { self->boxes[0], self->boxes[1], self->boxes[2], self->boxes[3] };

  return kring_kernel_overlaps (boxes, self->n_boxes, box, count);
}

/**
 * kring_cost_cache_lines_through:
 * @box: the node's own
 *
 * Returns: how many lines of others run through it
 */
guint
kring_cost_cache_lines_through (KringCostCache *self, KringBox box)
{
  return kring_kernel_segments_through (lines_of (self), self->n_lines, box);
}

static KringSegment
own_line (KringCostCache *self, guint line)
{
  return (KringSegment){ self->x, self->y, self->to_x[line], self->to_y[line] };
}

/**
 * kring_cost_cache_crossings:
 * @line: which of the node's own lines
 *
 * Returns: how many lines of others it crosses
 */
guint
kring_cost_cache_crossings (KringCostCache *self, guint line)
{
  return kring_kernel_crossings_seen (lines_of (self), self->view, self->n_lines,
                                      own_line (self, line));
}

/**
 * kring_cost_cache_boxes_hit:
 * @line: which of the node's own lines
 *
 * Returns: through how many boxes it runs, with that at its other end and without the node's own
 */
guint
kring_cost_cache_boxes_hit (KringCostCache *self, guint line)
{
  return kring_kernel_middles_hit (self->middles, self->n_boxes, own_line (self, line));
}

static double
lack (float narrow, guint degree)
{
  return 1 - narrow * degree / (2 * G_PI);
}

static double
lack_of_own_angles (KringCostCache *self)
{
  float angles[KRING_NEAR_ANGLES_MAX];

  if (self->n_neighbours < 2 || self->n_neighbours > KRING_NEAR_ANGLES_MAX)
    return 0;
  memcpy (angles, self->angles, self->n_neighbours * sizeof (float));
  return lack (kring_kernel_sharpest (angles, self->n_neighbours), self->n_neighbours);
}

/**
 * kring_cost_cache_lack_of_angles:
 *
 * Returns: the sum of what the sharpest angles lack of the ideal ones, at the node and at its
 *   neighbours
 */
double
kring_cost_cache_lack_of_angles (KringCostCache *self)
{
  const KringCostCacheDrawing *drawing = &self->drawing;
  const guint *neighbours = drawing->graph->neighbours + drawing->graph->first[self->node];
  const float *others = self->others;
  double sum;

  kring_kernel_angles (self->near_x, self->near_y, self->n_neighbours, drawing->x[self->node],
                       drawing->y[self->node], self->angles);
  sum = lack_of_own_angles (self);
  for (guint i = 0; i < self->n_neighbours; i++)
    {
      guint count = cost_cache_count_others (self, neighbours[i]);
      float back = self->angles[i] + (float) (self->angles[i] > 0 ? -G_PI : G_PI);

      if (count > 0)
        {
          float nearest = kring_kernel_nearest_angle (others, count, back);

          sum += lack (MIN (nearest, self->narrow[i]), count + 1);
        }
      others += count;
    }
  return sum;
}
