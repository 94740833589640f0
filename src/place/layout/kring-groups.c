/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-layout-private.h"

#include "place/clearance/kring-cost-kernel.h"
#include "place/embedding/kring-cost.h"
#include "place/layout/kring-component.h"
#include "place/layout/kring-separate.h"

#include <string.h>

/*
 * Every group is drawn by itself, then stands in the whole as one large box, as wide as its hull.
 * Boxes do not overlap, so no foreigner can stand inside a hull.
 *
 *      +-----------+
 *      |  a   b    |------ d        whole: [group], d, e
 *      |    c      |
 *      +-----------+------ e
 */
#define HULL 44.0
#define HULL_NAME 16.0

/* Groups are drawn in towards those whom they have ties with, so far at a time, until this much room is
 * left, in map units. */
#define PULL_STEP 8.0
#define PULL_ROOM 48.0
#define PULL_ROUNDS 3

/* What a box that a line runs through counts, in map units of length. */
#define IN_THE_WAY 150.0

/* What must not become more: crossings and lines through boxes. */
static const KringCostWeights pull_weights = { .crossing = 1, .through = 1 };

typedef struct
{
  const KringGraph *graph;
  const KringLayoutOptions *options;
  GPtrArray *groups; /* (owned) (element-type KringComponent) */
  KringRect *boxes;  /* (owned) of the groups, relative to the middle of each */
  guint *stand_in;   /* (owned) number in the whole of every node's group or of itself */
  KringGraph *whole; /* (owned) (nullable) */
} Groups;

static gboolean
solve_groups (Groups *self)
{
  g_autofree guint *members = g_new (guint, self->graph->n_nodes + 1);
  KringLayoutOptions options = *self->options;

  options.type = KRING_LAYOUT_READABLE;
  options.progress = NULL;
  for (guint g = 0; g < self->graph->n_groups; g++)
    {
      KringComponent *part;
      guint n = 0;

      for (guint v = 0; v < self->graph->n_nodes; v++)
        if (self->graph->nodes[v].group == (int) g)
          members[n++] = v;
      part = kring_component_new (self->graph, members, n);
      g_ptr_array_add (self->groups, part);
      if (!kring_layout_solve_stress (part->graph, &options, part->places))
        return FALSE;
    }
  return TRUE;
}

/* Moves the parts so that each has its middle at the origin. */
static void
centre_groups (Groups *self)
{
  for (guint g = 0; g < self->groups->len; g++)
    {
      KringComponent *part = g_ptr_array_index (self->groups, g);
      KringRect bounds = kring_component_get_bounds (part);
      KringPoint middle = kring_rect_centre (bounds);

      for (guint v = 0; v < part->graph->n_nodes; v++)
        {
          part->places[v].x -= middle.x;
          part->places[v].y -= middle.y;
        }
      bounds.x -= middle.x;
      bounds.y -= middle.y;
      bounds = kring_rect_grow (bounds, HULL);
      bounds.y -= HULL_NAME;
      bounds.height += HULL_NAME;
      self->boxes[g] = bounds;
    }
}

/* Where a group stands already: the middle of those of its members that do. */
static gboolean
find_standing (const Groups *self, guint g, KringPoint *at, gboolean *pinned)
{
  const KringComponent *part = g_ptr_array_index (self->groups, g);
  KringPoint sum = { 0, 0 };
  guint n = 0;

  *pinned = FALSE;
  for (guint v = 0; v < part->graph->n_nodes; v++)
    if (part->graph->nodes[v].placed)
      {
        sum.x += part->graph->nodes[v].at.x - part->places[v].x;
        sum.y += part->graph->nodes[v].at.y - part->places[v].y;
        *pinned |= part->graph->nodes[v].pinned;
        n++;
      }
  if (n > 0)
    *at = KRING_POINT_INIT (sum.x / n, sum.y / n);
  return n > 0;
}

static void
build_whole (Groups *self)
{
  const KringGraph *graph = self->graph;
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();

  for (guint g = 0; g < graph->n_groups; g++)
    {
      g_autofree char *id = g_strdup_printf ("group %u", g);
      KringGraphNode node = { .box = self->boxes[g], .group = -1 };

      node.placed = find_standing (self, g, &node.at, &node.pinned);
      kring_graph_builder_add_node (builder, id);
      *kring_graph_builder_get_node (builder, g) = node;
    }
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      self->stand_in[v] = graph->nodes[v].group;
      if (graph->nodes[v].group >= 0)
        continue;
      self->stand_in[v] = kring_graph_builder_add_node (builder, graph->ids[v]);
      *kring_graph_builder_get_node (builder, self->stand_in[v]) = graph->nodes[v];
    }
  for (guint e = 0; e < graph->n_edges; e++)
    if (self->stand_in[graph->edges[e].from] != self->stand_in[graph->edges[e].to])
      kring_graph_builder_copy_edge (builder, &graph->edges[e],
                                     self->stand_in[graph->edges[e].from],
                                     self->stand_in[graph->edges[e].to]);
  self->whole = kring_graph_builder_end (builder);
}

/* Members whose boxes a line from @node to outside runs through; all are relative to the group. */
static guint
count_in_the_way (const KringComponent *part, const KringPoint *members, guint node, KringPoint to)
{
  float ax = members[node].x, ay = members[node].y, bx = to.x, by = to.y;
  KringSegments line = { &ax, &ay, &bx, &by };
  guint count = 0;

  for (guint v = 0; v < part->graph->n_nodes; v++)
    {
      KringRect box = part->graph->nodes[v].box;
      KringPoint low = { members[v].x + box.x, members[v].y + box.y };

      count += v != node &&
               kring_kernel_segments_through (
                   line, 1, (KringBox){ low.x, low.y, low.x + box.width, low.y + box.height });
    }
  return count;
}

/* Length of the lines that leave group g, if its members stand so, and what is in their way. */
static double
cost_out (const Groups *self, guint g, const KringPoint *places, const KringPoint *members)
{
  const KringComponent *part = g_ptr_array_index (self->groups, g);
  const KringGraph *graph = self->graph;
  double sum = 0;

  for (guint v = 0; v < part->graph->n_nodes; v++)
    {
      guint node = part->members[v];

      for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
        {
          guint other = self->stand_in[graph->neighbours[i]];
          KringPoint to = { places[other].x - places[g].x, places[other].y - places[g].y };

          if (other != g)
            sum += kring_point_distance (members[v], to) +
                   IN_THE_WAY * count_in_the_way (part, members, v, to);
        }
    }
  return sum;
}

static gboolean
groups_has_standing (const Groups *self, guint g)
{
  KringPoint at;
  gboolean pinned;

  return find_standing (self, g, &at, &pinned) && (pinned || self->options->keep);
}

/* Boxes hang below their nodes, so a drawing turned upside down may overlap where the upright one did
 * not, and its middle is elsewhere. */
static gboolean
mirror (const Groups *self, const KringComponent *part, const double by[2], KringPoint *mirrored)
{
  const KringGraph *graph = part->graph;
  KringComponent turned = { .graph = (KringGraph *) graph, .places = mirrored };
  KringPoint middle;

  for (guint v = 0; v < graph->n_nodes; v++)
    mirrored[v] = KRING_POINT_INIT (by[0] * part->places[v].x, by[1] * part->places[v].y);
  if (kring_separate_count (graph, mirrored, self->options->gap) > 0)
    return FALSE;
  middle = kring_rect_centre (kring_component_get_bounds (&turned));
  for (guint v = 0; v < graph->n_nodes; v++)
    mirrored[v] = KRING_POINT_INIT (mirrored[v].x - middle.x, mirrored[v].y - middle.y);
  return TRUE;
}

/* Mirrors each group in itself where that shortens or frees the lines that leave it. */
static void
mirror_groups (Groups *self, const KringPoint *places)
{
  static const double ways[][2] = { { -1, 1 }, { 1, -1 }, { -1, -1 } };

  for (guint g = 0; g < self->groups->len; g++)
    {
      KringComponent *part = g_ptr_array_index (self->groups, g);
      gsize size = part->graph->n_nodes * sizeof (KringPoint);
      g_autofree KringPoint *best = g_memdup2 (part->places, size);
      g_autofree KringPoint *mirrored = g_memdup2 (part->places, size);
      double least = cost_out (self, g, places, part->places);

      for (guint i = 0; i < G_N_ELEMENTS (ways) && !groups_has_standing (self, g); i++)
        if (mirror (self, part, ways[i], mirrored) && cost_out (self, g, places, mirrored) < least)
          {
            least = cost_out (self, g, places, mirrored);
            memcpy (best, mirrored, size);
          }
      memcpy (part->places, best, size);
    }
}

static KringRect
groups_box_at (const KringGraph *graph, guint node, KringPoint at)
{
  KringRect box = graph->nodes[node].box;

  box.x += at.x;
  box.y += at.y;
  return box;
}

static gboolean
has_room (const KringGraph *whole, guint node, KringPoint at, const KringPoint *places)
{
  KringRect room = kring_rect_grow (groups_box_at (whole, node, at), PULL_ROOM);

  for (guint v = 0; v < whole->n_nodes; v++)
    if (v != node && kring_rect_intersects (room, groups_box_at (whole, v, places[v])))
      return FALSE;
  return TRUE;
}

/* The middle of those whom it has ties with. */
static KringPoint
groups_middle_of_neighbours (const KringGraph *whole, guint node, const KringPoint *places)
{
  KringPoint sum = { 0, 0 };
  guint degree = kring_graph_get_degree (whole, node);

  for (guint i = whole->first[node]; i < whole->first[node + 1]; i++)
    {
      sum.x += places[whole->neighbours[i]].x / degree;
      sum.y += places[whole->neighbours[i]].y / degree;
    }
  return degree > 0 ? sum : places[node];
}

static void
pull_group (const KringGraph *whole, KringCost *cost, guint group, KringPoint *places)
{
  KringPoint to = groups_middle_of_neighbours (whole, group, places);
  double way = kring_point_distance (places[group], to);
  double before = kring_cost_of_node (cost, group, G_MAXDOUBLE);
  KringPoint step = { PULL_STEP * (to.x - places[group].x) / MAX (way, 1),
                      PULL_STEP * (to.y - places[group].y) / MAX (way, 1) };

  for (; way > PULL_STEP; way -= PULL_STEP)
    {
      KringPoint at = { places[group].x + step.x, places[group].y + step.y };

      kring_cost_place (cost, group, at);
      if (!has_room (whole, group, at, places) ||
          kring_cost_of_node (cost, group, G_MAXDOUBLE) > before)
        break;
      places[group] = at;
    }
  kring_cost_place (cost, group, places[group]);
}

/* One large box makes all ties of the whole as long as its own must be. */
static void
pull_groups_in (const Groups *self, KringPoint *places)
{
  const KringGraph *whole = self->whole;
  g_autoptr (KringCost) cost = kring_cost_new (whole, &pull_weights, 1);

  for (guint v = 0; v < whole->n_nodes; v++)
    kring_cost_place (cost, v, places[v]);
  for (guint round = 0; round < PULL_ROUNDS; round++)
    for (guint g = 0; g < self->groups->len; g++)
      if (!groups_has_standing (self, g))
        pull_group (whole, cost, g, places);
}

static gboolean
solve_whole (Groups *self, KringPoint *places)
{
  g_autofree KringPoint *stand_ins = g_new0 (KringPoint, self->whole->n_nodes + 1);
  KringLayoutOptions options = *self->options;

  options.type = KRING_LAYOUT_READABLE;
  options.progress = NULL;
  if (!kring_layout_solve_stress (self->whole, &options, stand_ins))
    return FALSE;
  if (!self->options->overlaps)
    pull_groups_in (self, stand_ins);
  mirror_groups (self, stand_ins);
  for (guint g = 0; g < self->groups->len; g++)
    {
      const KringComponent *part = g_ptr_array_index (self->groups, g);

      for (guint v = 0; v < part->graph->n_nodes; v++)
        places[part->members[v]] = KRING_POINT_INIT (stand_ins[g].x + part->places[v].x,
                                                     stand_ins[g].y + part->places[v].y);
    }
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (self->graph->nodes[v].group < 0)
      places[v] = stand_ins[self->stand_in[v]];
  return TRUE;
}

/**
 * kring_layout_groups:
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_layout_groups (const KringGraph *graph, const KringLayoutOptions *options, KringPoint *places)
{
  Groups self = { .graph = graph, .options = options };
  gboolean done;

  self.groups = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_component_free);
  self.boxes = g_new0 (KringRect, graph->n_groups + 1);
  self.stand_in = g_new0 (guint, graph->n_nodes + 1);
  done = solve_groups (&self);
  if (done)
    {
      centre_groups (&self);
      build_whole (&self);
      done = solve_whole (&self, places);
    }
  g_clear_pointer (&self.whole, kring_graph_unref);
  g_ptr_array_unref (self.groups);
  g_free (self.boxes);
  g_free (self.stand_in);
  return done;
}
