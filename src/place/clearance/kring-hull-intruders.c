/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/clearance/kring-hull-intruders.h"

#include <string.h>

/* Directions in which hulls and boxes are measured; each has its opposite. */
#define DIRECTIONS 16
#define UP 12
#define OPPOSITE(d) (((d) + DIRECTIONS / 2) % DIRECTIONS)

/* The name of a group stands on its top, half of it outside. */
#define NAME 13.0f

/* Being this deep inside counts as much again as being inside at all. */
#define DEEP 120.0

/*
 * How far a box reaches in each direction, from the origin of the map; a group as far as its farthest
 * member. A box is outside when there is a direction in which all of it lies beyond the hull:
 *
 *      hull  |<-- outset -->|    box
 *   ---------|              |  +-----+      d -->
 *                              |<- least of the box
 */
typedef struct
{
  float far[DIRECTIONS];
} Reach;

struct _KringHullIntruders
{
  const KringGraph *graph; /* (not owned) */
  float ux[DIRECTIONS];
  float uy[DIRECTIONS];
  Reach *boxes;   /* (owned) (array length=n_nodes) if they stood at the origin */
  Reach *nodes;   /* (owned) (array length=n_nodes) */
  Reach *groups;  /* (owned) (array length=n_groups) */
  gboolean *old;  /* (owned) (array length=n_groups) a member moved since the group was measured */
  guint *first;   /* (owned) (array length=n_groups + 1) places in members */
  guint *members; /* (owned) */
};

static void
list_members (KringHullIntruders *self)
{
  const KringGraph *graph = self->graph;
  guint n = 0;

  self->first = g_new0 (guint, graph->n_groups + 1);
  self->members = g_new (guint, graph->n_nodes + 1);
  for (guint g = 0; g < graph->n_groups; g++)
    {
      self->first[g] = n;
      for (guint v = 0; v < graph->n_nodes; v++)
        if (graph->nodes[v].group == (int) g)
          self->members[n++] = v;
    }
  self->first[graph->n_groups] = n;
}

static void
measure_box (KringHullIntruders *self, guint v)
{
  KringRect box = self->graph->nodes[v].box;
  double x = box.x + box.width / 2, y = box.y + box.height / 2;

  for (guint d = 0; d < DIRECTIONS; d++)
    self->boxes[v].far[d] = self->ux[d] * x + self->uy[d] * y + fabs (self->ux[d]) * box.width / 2 +
                            fabs (self->uy[d]) * box.height / 2;
}

/**
 * kring_hull_intruders_new: (constructor)
 * @graph: must outlive this
 *
 * Returns: (transfer full): all nodes at the origin
 */
KringHullIntruders *
kring_hull_intruders_new (const KringGraph *graph)
{
  KringHullIntruders *self = g_new0 (KringHullIntruders, 1);

  self->graph = graph;
  for (guint d = 0; d < DIRECTIONS; d++)
    {
      self->ux[d] = cos (2 * G_PI * d / DIRECTIONS);
      self->uy[d] = sin (2 * G_PI * d / DIRECTIONS);
    }
  self->boxes = g_new0 (Reach, graph->n_nodes + 1);
  self->nodes = g_new0 (Reach, graph->n_nodes + 1);
  self->groups = g_new0 (Reach, graph->n_groups + 1);
  self->old = g_new0 (gboolean, graph->n_groups + 1);
  list_members (self);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      measure_box (self, v);
      kring_hull_intruders_place (self, v, KRING_POINT_INIT (0, 0));
    }
  return self;
}

/**
 * kring_hull_intruders_free:
 * @self: (transfer full)
 */
void
kring_hull_intruders_free (KringHullIntruders *self)
{
  g_free (self->boxes);
  g_free (self->nodes);
  g_free (self->groups);
  g_free (self->old);
  g_free (self->first);
  g_free (self->members);
  g_free (self);
}

/**
 * kring_hull_intruders_place:
 * @at: where the middle of @node stands from now on, in map units
 */
void
kring_hull_intruders_place (KringHullIntruders *self, guint node, KringPoint at)
{
  int group = self->graph->nodes[node].group;
  float x = at.x, y = at.y;

  for (guint d = 0; d < DIRECTIONS; d++)
    self->nodes[node].far[d] = self->boxes[node].far[d] + self->ux[d] * x + self->uy[d] * y;
  if (group >= 0)
    self->old[group] = TRUE;
}

static const Reach *
measured (KringHullIntruders *self, guint group)
{
  Reach *reach = &self->groups[group];

  if (!self->old[group])
    return reach;
  *reach = self->nodes[self->members[self->first[group]]];
  for (guint i = self->first[group] + 1; i < self->first[group + 1]; i++)
    for (guint d = 0; d < DIRECTIONS; d++)
      reach->far[d] = MAX (reach->far[d], self->nodes[self->members[i]].far[d]);
  reach->far[UP] += NAME;
  self->old[group] = FALSE;
  return reach;
}

/* How deep a box stands in a hull, along the shortest way out; not positive: outside. */
static float
hull_intruders_get_depth (const Reach *hull, const Reach *box)
{
  float least = G_MAXFLOAT;

  for (guint d = 0; d < DIRECTIONS; d++)
    {
      float depth = hull->far[d] + box->far[OPPOSITE (d)];

      least = MIN (least, depth);
    }
  return least + (float) KRING_FOREIGN_OUTSET;
}

static double
hull_intruders_get_cost (const Reach *hull, const Reach *box)
{
  float depth = hull_intruders_get_depth (hull, box);

  return depth > 0 ? 1 + depth / DEEP : 0;
}

static gboolean
hull_intruders_is_empty (const KringHullIntruders *self, guint group)
{
  return self->first[group] == self->first[group + 1];
}

static double
cost_of_group (KringHullIntruders *self, guint group)
{
  const Reach *hull = measured (self, group);
  double cost = 0;

  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (self->graph->nodes[v].group != (int) group)
      cost += hull_intruders_get_cost (hull, &self->nodes[v]);
  return cost;
}

/**
 * kring_hull_intruders_of_node:
 *
 * Returns: what it costs that @node stands in the hulls of others, and others in that of its group: 1
 *   for each, and more the deeper it is in
 */
double
kring_hull_intruders_of_node (KringHullIntruders *self, guint node)
{
  int own = self->graph->nodes[node].group;
  double cost = own >= 0 ? cost_of_group (self, own) : 0;

  for (guint g = 0; g < self->graph->n_groups; g++)
    if ((int) g != own && !hull_intruders_is_empty (self, g))
      cost += hull_intruders_get_cost (measured (self, g), &self->nodes[node]);
  return cost;
}

/**
 * kring_hull_intruders_of_all:
 *
 * Returns: the same for all pairs of a node and a group
 */
double
kring_hull_intruders_of_all (KringHullIntruders *self)
{
  double cost = 0;

  for (guint g = 0; g < self->graph->n_groups; g++)
    if (!hull_intruders_is_empty (self, g))
      cost += cost_of_group (self, g);
  return cost;
}

/**
 * kring_hull_intruders_count:
 * @places: (array length=n_nodes): where the nodes stand
 * @cancellable: (nullable): ends the work; what was not looked at is not counted
 *
 * Returns: how many times a node stands in the hull of a group that is not its own
 */
guint
kring_hull_intruders_count (const KringGraph *graph,
                            const KringPoint *places,
                            GCancellable *cancellable)
{
  g_autoptr (KringHullIntruders) self = kring_hull_intruders_new (graph);
  guint count = 0;

  for (guint v = 0; v < graph->n_nodes; v++)
    kring_hull_intruders_place (self, v, places[v]);
  for (guint g = 0; g < graph->n_groups && !g_cancellable_is_cancelled (cancellable); g++)
    for (guint v = 0; !hull_intruders_is_empty (self, g) && v < graph->n_nodes; v++)
      count += graph->nodes[v].group != (int) g &&
               hull_intruders_get_depth (measured (self, g), &self->nodes[v]) > 0;
  return count;
}
