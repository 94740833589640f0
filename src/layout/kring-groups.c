/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-layout-private.h"

#include "layout/kring-part.h"

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

typedef struct
{
  const KringGraph *graph;
  const KringLayoutOptions *options;
  GPtrArray *groups; /* (owned) (element-type KringPart) */
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
      KringPart *part;
      guint n = 0;

      for (guint v = 0; v < self->graph->n_nodes; v++)
        if (self->graph->nodes[v].group == (int) g)
          members[n++] = v;
      part = kring_part_new (self->graph, members, n);
      g_ptr_array_add (self->groups, part);
      if (!kring_layout_free (part->graph, &options, part->places))
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
      KringPart *part = g_ptr_array_index (self->groups, g);
      KringRect bounds = kring_part_get_bounds (part);
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
  const KringPart *part = g_ptr_array_index (self->groups, g);
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

/* Length of the lines that leave group g, if its members stand mirrored so. */
static double
lines_out (const Groups *self, guint g, const KringPoint *places, double fx, double fy)
{
  const KringPart *part = g_ptr_array_index (self->groups, g);
  const KringGraph *graph = self->graph;
  double sum = 0;

  for (guint v = 0; v < part->graph->n_nodes; v++)
    {
      guint node = part->members[v];
      KringPoint at = { places[g].x + fx * part->places[v].x,
                        places[g].y + fy * part->places[v].y };

      for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
        if (self->stand_in[graph->neighbours[i]] != g)
          sum += kring_point_distance (at, places[self->stand_in[graph->neighbours[i]]]);
    }
  return sum;
}

static gboolean
has_standing (const Groups *self, guint g)
{
  KringPoint at;
  gboolean pinned;

  return find_standing (self, g, &at, &pinned) && (pinned || self->options->keep);
}

/*
 * Mirrors each group in itself where that shortens the lines that leave it. Boxes of nodes hang
 * below them, so a mirrored drawing may overlap where the straight one did not: only left and right
 * change places, for symmetric boxes.
 */
static void
mirror_groups (Groups *self, const KringPoint *places)
{
  for (guint g = 0; g < self->groups->len; g++)
    {
      KringPart *part = g_ptr_array_index (self->groups, g);

      if (has_standing (self, g) ||
          lines_out (self, g, places, -1, 1) >= lines_out (self, g, places, 1, 1))
        continue;
      for (guint v = 0; v < part->graph->n_nodes; v++)
        part->places[v].x = -part->places[v].x;
    }
}

static gboolean
solve_whole (Groups *self, KringPoint *places)
{
  g_autofree KringPoint *stand_ins = g_new0 (KringPoint, self->whole->n_nodes + 1);
  KringLayoutOptions options = *self->options;

  options.type = KRING_LAYOUT_READABLE;
  options.progress = NULL;
  if (!kring_layout_free (self->whole, &options, stand_ins))
    return FALSE;
  mirror_groups (self, stand_ins);
  for (guint g = 0; g < self->groups->len; g++)
    {
      const KringPart *part = g_ptr_array_index (self->groups, g);

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

  self.groups = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_part_free);
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
