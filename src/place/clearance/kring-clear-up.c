/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/clearance/kring-clear-up.h"

#include "place/clearance/kring-clear-search.h"

#include <string.h>

/* So often whom it concerns is looked for and moved, in so many passes, and ties behind people count for so
 * much more each time. In the first rounds ties count that run straight behind somebody, then those that no
 * bend leads around. */
#define ROUNDS 6
#define ROUNDS_STRAIGHT 2
#define PASSES 6
#define CLEARER 1.6

/* First moves, in map units. */
#define REACH 90.0

/* Ties want to stay as long as they are: what it counts if they do not. */
#define AS_LONG 10.0

/* Where that is not enough the drawing grows by as much, so often. */
#define LARGER 1.05
#define TURNS 5

/* So much is done in all: ties of those who move, times all people and ties, times passes. */
#define WORK_MAX 2e7

/* Where there is more than so much to look at, nothing is: people times all people and ties. */
#define LOOK_MAX 1e6

typedef struct
{
  const KringGraph *graph;
  const KringClearUpOptions *options;
  GRand *rand;           /* (not owned) */
  KringClutter *clutter; /* (not owned) */
  KringRect *groups;     /* (not owned) (array length=n_groups) around the members of each */
  guint8 *marks;         /* (not owned) (array length=n_nodes) */
  guint8 *staying;       /* (not owned) (array length=n_nodes) who does not move in this round */
  guint wrong;           /* ties that were wrong when last looked at */
  double work;           /* done up to now */
} ClearUp;

static KringRect
get_box (const ClearUp *self, guint node, KringPoint at)
{
  KringRect box = self->graph->nodes[node].box;

  return KRING_RECT_INIT (at.x + box.x, at.y + box.y, box.width, box.height);
}

/* Nobody is moved onto anybody, and no group gets larger. */
static gboolean
clear_up_is_free (const ClearUp *self, guint node, KringPoint at)
{
  KringRect box = get_box (self, node, at), room = kring_rect_grow (box, self->options->gap);
  int group = self->graph->nodes[node].group;

  if (group >= 0 && !kring_rect_contains_rect (self->groups[group], box))
    return FALSE;
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (v != node &&
        kring_rect_intersects (room, get_box (self, v, kring_clutter_get_place (self->clutter, v))))
      return FALSE;
  return TRUE;
}

static KringPoint
clear_up_allow_cb (guint node, KringPoint at, gpointer data)
{
  ClearUp *self = data;
  KringPoint from = kring_clutter_get_place (self->clutter, node);

  if (self->options->allow != NULL)
    at = self->options->allow (node, from, at, self->options->allow_data);
  return clear_up_is_free (self, node, at) ? at : from;
}

static void
clear_up_place_all (ClearUp *self, const KringPoint *places)
{
  memset (self->groups, 0, self->graph->n_groups * sizeof (KringRect));
  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      int group = self->graph->nodes[v].group;
      KringRect box = get_box (self, v, places[v]);

      kring_clutter_place (self->clutter, v, places[v]);
      if (group >= 0)
        self->groups[group] = kring_rect_is_empty (self->groups[group])
                                  ? box
                                  : kring_rect_union (self->groups[group], box);
    }
}

static void
want_lengths (ClearUp *self, const KringPoint *places)
{
  for (guint e = 0; e < self->graph->n_edges; e++)
    {
      guint a = self->graph->edges[e].from, b = self->graph->edges[e].to;

      kring_clutter_want (self->clutter, a, b, MAX (kring_point_distance (places[a], places[b]), 1),
                          AS_LONG);
    }
}

static gboolean
run_round (ClearUp *self)
{
  KringClearSearchOptions options = { .rand = self->rand,
                                      .passes = PASSES,
                                      .reach = REACH,
                                      .fixed = self->staying,
                                      .allow = clear_up_allow_cb,
                                      .allow_data = self,
                                      .cancellable = self->options->cancellable };
  g_autofree KringPoint *places = g_new (KringPoint, self->graph->n_nodes + 1);

  for (guint v = 0; v < self->graph->n_nodes; v++)
    places[v] = kring_clutter_get_place (self->clutter, v);
  return kring_clear_search (self->clutter, self->graph, &options, places);
}

/* Looks for whom it concerns; whether any of them may move, and there is time for that. */
static gboolean
clear_up_look (ClearUp *self, gboolean bent)
{
  const KringGraph *graph = self->graph;
  double work = 0;

  memset (self->marks, 0, graph->n_nodes);
  self->wrong = kring_clutter_mark (self->clutter, bent, self->marks);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      self->staying[v] = self->options->fixed[v] || !self->marks[v];
      work += self->staying[v] ? 0 : kring_graph_get_degree (graph, v) + 1;
    }
  self->work += work * (graph->n_nodes + graph->n_edges) * PASSES;
  return work > 0 && self->work <= WORK_MAX;
}

static gboolean
step_aside (ClearUp *self, guint first, KringPoint *places)
{
  g_autoptr (KringClutter) clutter = self->clutter = kring_clutter_new (self->graph);
  double clearance = 1;
  gboolean done = TRUE;

  clear_up_place_all (self, places);
  want_lengths (self, places);
  for (guint round = first;
       round < ROUNDS && done && clear_up_look (self, round >= ROUNDS_STRAIGHT); round++)
    {
      done = run_round (self);
      kring_clutter_set_clearance (clutter, clearance *= CLEARER);
    }
  clear_up_look (self, TRUE);
  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      KringPoint at = kring_clutter_get_place (clutter, v);

      if (at.x != (float) places[v].x || at.y != (float) places[v].y)
        places[v] = at;
    }
  return done;
}

/* Around one who is fixed, if there is one; around more it cannot grow. */
static gboolean
clear_up_find_middle (const ClearUp *self, const KringPoint *places, KringPoint *middle)
{
  guint n_fixed = 0, n = self->graph->n_nodes;

  *middle = KRING_POINT_INIT (0, 0);
  for (guint v = 0; v < n; v++)
    {
      middle->x += places[v].x / n;
      middle->y += places[v].y / n;
    }
  for (guint v = 0; v < n; v++)
    if (self->options->fixed[v])
      {
        *middle = places[v];
        n_fixed++;
      }
  return n_fixed <= 1;
}

static gboolean
grow (ClearUp *self, KringPoint *places)
{
  KringPoint middle;

  if (!clear_up_find_middle (self, places, &middle))
    return FALSE;
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (!self->options->fixed[v])
      places[v] = KRING_POINT_INIT (middle.x + LARGER * (places[v].x - middle.x),
                                    middle.y + LARGER * (places[v].y - middle.y));
  return TRUE;
}

/**
 * kring_clear_up:
 * @places: (inout) (array length=n_nodes): where everybody stands
 *
 * Moves those whom ties run behind, or whose ties run behind others or have no room for their words, a
 * little and only to free places; where that is not enough the drawing is made larger. Does nothing where
 * there is too much to do.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_clear_up (const KringGraph *graph, const KringClearUpOptions *options, KringPoint *places)
{
  gsize size = graph->n_nodes * sizeof (KringPoint);
  g_autoptr (GRand) rand = g_rand_new_with_seed (options->seed);
  g_autofree guint8 *marks = g_new0 (guint8, graph->n_nodes + 1);
  g_autofree guint8 *staying = g_new0 (guint8, graph->n_nodes + 1);
  g_autofree KringPoint *now = g_memdup2 (places, size);
  g_autofree KringRect *groups = g_new (KringRect, graph->n_groups + 1);
  ClearUp self = { graph, options, rand, NULL, groups, marks, staying, G_MAXUINT, 0 };
  guint least = G_MAXUINT;

  if ((double) graph->n_nodes * (graph->n_nodes + graph->n_edges) > LOOK_MAX)
    return TRUE;
  for (guint turn = 0; turn < TURNS && least > 0 && (turn == 0 || grow (&self, now)); turn++)
    {
      if (!step_aside (&self, turn == 0 ? 0 : ROUNDS_STRAIGHT, now))
        return FALSE;
      if (self.wrong >= least)
        continue;
      least = self.wrong;
      memcpy (places, now, size);
    }
  return TRUE;
}
