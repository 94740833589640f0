/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-angular-spacing.h"

#include "place/embedding/kring-edge-label-clearance.h"
#include "place/layout/kring-layout-private.h"

#include <stdlib.h>

/* A fan has at least so many leaves, and a run of it between two lines that stay so many. */
#define LEAVES_MIN 3
#define RUN_MIN 2

/* In larger drawings no fan is seen as one. */
#define NODES_MAX 1500

/* What the even fan is weighed by against the one that stands; no gain is worth a box on a box. */
static const KringCostWeights weights = {
  .crossing = 10, .overlap = 1e6, .through = 0.25, .foreign = 100
};

/* What one unit of room that words lack costs. */
#define LACK 1.0

/* What an even fan is worth, for every leaf: lines close by some names, and no crossing. */
#define WORTH 0.15

/* How far leaves are moved to their even angles, best first. */
static const double turns[] = { 1, 0.6, 0.3, 0 };

/* How far out they go, best first, by their mean distance; where one ring does not hold them, every
 * other one stands further out, by a part of that distance. */
static const struct
{
  double far;
  double apart;
} ways[] = { { 1, 0 },      { 1.1, 0 },  { 1.2, 0 },    { 0.92, 0 },  { 1.32, 0 },
             { 1.45, 0 },   { 1, 0.25 }, { 1, 0.35 },   { 1.1, 0.3 }, { 1.2, 0.3 },
             { 1.1, 0.42 }, { 1, 0.5 },  { 1.3, 0.35 }, { 1.2, 0.5 }, { 1.35, 0.5 } };

/* Fans of many may be drawn in as well. */
static const double inwards[] = { 0.7, 0.78, 0.86, 0.93 };
#define MANY 8

/* In bands: what is added to the mean part, or which part it is and how far apart. */
static const double parts[] = { 0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4 };
static const struct
{
  double part;
  double apart;
} parts_apart[] = { { 0.85, 0.3 }, { 0.82, 0.36 }, { 0.8, 0.4 },  { 0.75, 0.5 },
                    { 0.7, 0.6 },  { 0.5, 0.5 },   { 0.5, 0.75 }, { 0.5, 1 } };

/* So much less than the gap is kept between boxes: those that just keep it are free. */
#define HAIR 0.004

/* Elsewhere than wanted by more than this, and it is not allowed there. */
#define ALLOWED 1.0

typedef struct
{
  const KringGraph *graph; /* (not owned) */
  const KringAngularSpacingOptions *options;
  KringGraph *roomy;             /* (owned) the same with boxes half a gap larger */
  KringCost *cost;               /* (owned) where all stand */
  KringEdgeLabelClearance *room; /* (owned) (nullable) */
} Fans;

/* A line from the hub. */
typedef struct
{
  guint node;
  gboolean leaf;
  double angle;
  double even;    /* the angle it should have */
  KringPoint was; /* where its node stood */
} Ray;

typedef struct
{
  guint hub;
  Ray *rays; /* (owned) in the order of their angles */
  guint n;
  guint n_leaves;
  double far; /* mean distance of the leaves, or part of their bands */
} Fan;

typedef struct
{
  double turn;  /* how far to the even angle */
  double far;   /* distance from the hub, or part of the bands */
  double apart; /* how much further out every other leaf stands */
} Way;

/* Leaves that are moved together: those among so many lines from @start on. */
typedef struct
{
  guint start;
  guint count;
  double before; /* what they may cost */
} Run;

static gboolean
is_in_bands (const Fans *self, guint hub)
{
  return self->options->get_place != NULL && hub == self->options->middle;
}

/* Equal steps around an ellipse are not equal angles. */
static double
get_aspect (const Fans *self, guint hub)
{
  return is_in_bands (self, hub) ? self->options->aspect : 1;
}

static gboolean
is_leaf (const Fans *self, guint node)
{
  return kring_graph_get_degree (self->graph, node) == 1 && !self->options->fixed[node];
}

static int
compare_rays (const void *a, const void *b)
{
  const Ray *x = a, *y = b;

  if (x->angle != y->angle)
    return x->angle < y->angle ? -1 : 1;
  return (int) x->node - (int) y->node;
}

static double
get_far (const Fans *self, guint hub, guint leaf)
{
  KringPoint at = kring_cost_get_place (self->cost, leaf);

  if (is_in_bands (self, hub))
    return self->options->get_part (leaf, at, self->options->data);
  return kring_point_distance (kring_cost_get_place (self->cost, hub), at);
}

static void
read_fan (const Fans *self, guint hub, Fan *fan)
{
  const KringGraph *graph = self->graph;
  KringPoint middle = kring_cost_get_place (self->cost, hub);

  *fan = (Fan){ .hub = hub, .rays = g_new0 (Ray, kring_graph_get_degree (graph, hub) + 1) };
  for (guint i = graph->first[hub]; i < graph->first[hub + 1]; i++)
    {
      guint node = graph->neighbours[i];
      KringPoint at = kring_cost_get_place (self->cost, node);
      double angle = atan2 ((at.y - middle.y) * get_aspect (self, hub), at.x - middle.x);

      fan->rays[fan->n++] = (Ray){ node, is_leaf (self, node), angle, angle, at };
      if (!is_leaf (self, node))
        continue;
      fan->far += get_far (self, hub, node);
      fan->n_leaves++;
    }
  fan->far /= MAX (fan->n_leaves, 1);
  qsort (fan->rays, fan->n, sizeof (Ray), compare_rays);
}

/* Leaves all around: equal angles, turned so that they move least. */
static void
spread_around (Fan *fan)
{
  double step = 2 * G_PI / fan->n, turn = 0;

  for (guint i = 0; i < fan->n; i++)
    turn += (fan->rays[i].angle - i * step) / fan->n;
  for (guint i = 0; i < fan->n; i++)
    fan->rays[i].even = turn + i * step;
}

/* Leaves between two lines that stay: equal angles from the one to the other. */
static void
spread_between (Fan *fan, guint stays, guint next, guint count)
{
  double from = fan->rays[stays].angle;
  double to = fan->rays[next % fan->n].angle;

  if (to <= from)
    to += 2 * G_PI;
  for (guint i = 1; i <= count; i++)
    fan->rays[(stays + i) % fan->n].even = from + i * (to - from) / (count + 1);
}

static void
find_even_angles (Fan *fan)
{
  guint first = 0;

  while (first < fan->n && fan->rays[first].leaf)
    first++;
  if (first == fan->n)
    {
      spread_around (fan);
      return;
    }
  for (guint i = 0; i < fan->n; i++)
    {
      guint stays = (first + i) % fan->n, count = 0;

      while (!fan->rays[stays].leaf && fan->rays[(stays + 1 + count) % fan->n].leaf)
        count++;
      if (count > 0)
        spread_between (fan, stays, stays + 1 + count, count);
    }
}

/* What the leaves from @start on have a part in. */
static double
angular_spacing_judge (const Fans *self, const Fan *fan, Run run)
{
  double sum = 0;

  for (guint i = run.start; i < run.start + run.count; i++)
    {
      guint node = fan->rays[i % fan->n].node;

      if (!fan->rays[i % fan->n].leaf)
        continue;
      sum += kring_cost_of_node (self->cost, node, G_MAXDOUBLE);
      if (self->room != NULL)
        sum += LACK * kring_edge_label_clearance_get_lack (self->room, node,
                                                           kring_cost_get_place (self->cost, node));
    }
  return sum;
}

static KringPoint
get_target (const Fans *self, const Fan *fan, const Ray *ray, double turn, double far)
{
  double around = ray->angle + turn * remainder (ray->even - ray->angle, 2 * G_PI);
  double angle = atan2 (sin (around), get_aspect (self, fan->hub) * cos (around));
  KringPoint middle = kring_cost_get_place (self->cost, fan->hub);

  if (is_in_bands (self, fan->hub))
    return self->options->get_place (ray->node, angle, CLAMP (far, 0, 1), self->options->data);
  return KRING_POINT_INIT (middle.x + far * cos (angle), middle.y + far * sin (angle));
}

/* Moves the leaves from @start on; returns whether all may stand there. */
static gboolean
angular_spacing_move (Fans *self, const Fan *fan, Run run, Way way)
{
  gboolean outer = FALSE;

  for (guint i = run.start; i < run.start + run.count; i++)
    {
      const Ray *ray = &fan->rays[i % fan->n];
      KringPoint to;

      if (!ray->leaf)
        continue;
      to = get_target (self, fan, ray, way.turn, way.far + (outer ? way.apart : -way.apart) / 2);
      outer = !outer;
      if (self->options->allow != NULL &&
          kring_point_distance (to, self->options->allow (ray->node, to, self->options->data)) >
              ALLOWED)
        return FALSE;
      kring_cost_place (self->cost, ray->node, to);
    }
  return TRUE;
}

static void
put_back (Fans *self, const Fan *fan, Run run)
{
  for (guint i = run.start; i < run.start + run.count; i++)
    if (fan->rays[i % fan->n].leaf)
      kring_cost_place (self->cost, fan->rays[i % fan->n].node, fan->rays[i % fan->n].was);
}

static gboolean
angular_spacing_try_way (Fans *self, const Fan *fan, Run run, Way way)
{
  if (angular_spacing_move (self, fan, run, way) &&
      angular_spacing_judge (self, fan, run) <= run.before)
    return TRUE;
  put_back (self, fan, run);
  return FALSE;
}

/* Ways out from a hub that stands free. */
static gboolean
try_far (Fans *self, const Fan *fan, Run run, double turn)
{
  for (guint w = 0; fan->n_leaves >= MANY && w < G_N_ELEMENTS (inwards); w++)
    if (angular_spacing_try_way (self, fan, run, (Way){ turn, fan->far * inwards[w], 0 }))
      return TRUE;
  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    if (angular_spacing_try_way (self, fan, run,
                                 (Way){ turn, fan->far * ways[w].far, fan->far * ways[w].apart }))
      return TRUE;
  return FALSE;
}

/* Ways through the bands, from the middle of all rings. */
static gboolean
try_parts (Fans *self, const Fan *fan, Run run, double turn)
{
  for (guint w = 0; w < G_N_ELEMENTS (parts); w++)
    if (angular_spacing_try_way (self, fan, run, (Way){ turn, fan->far + parts[w], 0 }))
      return TRUE;
  for (guint w = 0; w < G_N_ELEMENTS (parts_apart); w++)
    if (angular_spacing_try_way (self, fan, run,
                                 (Way){ turn, parts_apart[w].part, parts_apart[w].apart }))
      return TRUE;
  return FALSE;
}

/* The first way that is as good as what stands. */
static gboolean
even_out (Fans *self, const Fan *fan, Run run)
{
  guint n_leaves = 0;

  for (guint i = run.start; i < run.start + run.count; i++)
    n_leaves += fan->rays[i % fan->n].leaf;
  run.before = angular_spacing_judge (self, fan, run) + WORTH * n_leaves;
  for (guint t = 0; t < G_N_ELEMENTS (turns); t++)
    if (g_cancellable_is_cancelled (self->options->cancellable))
      return FALSE;
    else if (is_in_bands (self, fan->hub) ? try_parts (self, fan, run, turns[t])
                                          : try_far (self, fan, run, turns[t]))
      return TRUE;
  return FALSE;
}

/* The leaves between every two lines that stay, each of such runs by itself. */
static void
even_runs (Fans *self, const Fan *fan)
{
  for (guint i = 0; i < fan->n; i++)
    {
      guint count = 0;

      while (!fan->rays[i].leaf && fan->rays[(i + 1 + count) % fan->n].leaf)
        count++;
      if (count >= RUN_MIN)
        even_out (self, fan, (Run){ i + 1, count, 0 });
    }
}

static void
even_fan (Fans *self, guint hub)
{
  Fan fan;

  read_fan (self, hub, &fan);
  if (fan.n_leaves >= LEAVES_MIN)
    {
      find_even_angles (&fan);
      if (!even_out (self, &fan, (Run){ 0, fan.n, 0 }) && fan.n_leaves < fan.n)
        even_runs (self, &fan);
    }
  g_free (fan.rays);
}

static KringGraph *
dup_roomy (const KringGraph *graph, double gap)
{
  g_autofree KringGraphNode *nodes =
      g_memdup2 (graph->nodes, graph->n_nodes * sizeof (KringGraphNode));

  for (guint v = 0; v < graph->n_nodes; v++)
    nodes[v].box = kring_rect_grow (nodes[v].box, (gap - HAIR) / 2);
  return kring_layout_dup_graph (graph, nodes);
}

/**
 * kring_angular_spacing_even:
 * @places: (inout) (array length=n_nodes): where everybody stands
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_angular_spacing_even (const KringGraph *graph,
                            const KringAngularSpacingOptions *options,
                            KringPoint *places)
{
  Fans self = { .graph = graph, .options = options };

  if (graph->n_nodes > NODES_MAX)
    return !g_cancellable_is_cancelled (options->cancellable);
  self.roomy = dup_roomy (graph, options->gap);
  self.cost = kring_cost_new (self.roomy, &weights, 1);
  self.room = kring_edge_label_clearance_new (graph, self.cost);
  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (self.cost, v, places[v]);
  for (guint v = 0; v < graph->n_nodes && !g_cancellable_is_cancelled (options->cancellable); v++)
    if (kring_graph_get_degree (graph, v) >= LEAVES_MIN)
      even_fan (&self, v);
  for (guint v = 0; v < graph->n_nodes; v++)
    if (!options->fixed[v])
      places[v] = kring_cost_get_place (self.cost, v);
  g_clear_pointer (&self.room, kring_edge_label_clearance_free);
  kring_cost_free (self.cost);
  kring_graph_unref (self.roomy);
  return !g_cancellable_is_cancelled (options->cancellable);
}
