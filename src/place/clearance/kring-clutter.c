/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/clearance/kring-clutter-private.h"

#include "place/clearance/kring-clearance.h"

/* What places may be off when they are written to a file. */
#define ROUNDED 0.5

/* Signs that are larger than those of people need as much more. */
static float
get_wider (KringRect box)
{
  return CLAMP (MIN (-box.y, MIN (-box.x, box.x + box.width)) - KRING_CLUTTER_SIGN, 0,
                KRING_CLUTTER_SIGN);
}

/* Where every tie stands among those of its ends. */
static void
index_ends (KringClutter *self)
{
  const KringGraph *graph = self->graph;

  self->from = g_new0 (guint, graph->n_edges + 1);
  self->to = g_new0 (guint, graph->n_edges + 1);
  for (guint v = 0; v < graph->n_nodes; v++)
    for (guint i = self->first[v]; i < self->first[v + 1]; i++)
      *(graph->edges[self->incident[i]].from == v ? &self->from[self->incident[i]]
                                                  : &self->to[self->incident[i]]) = i;
}

/**
 * kring_clutter_new: (constructor)
 * @graph: must outlive it
 *
 * Returns: (transfer full): the clutter of a drawing with every node at the origin
 */
KringClutter *
kring_clutter_new (const KringGraph *graph)
{
  KringClutter *self = g_new0 (KringClutter, 1);
  float **of_nodes[] = { &self->x,   &self->y,     &self->wider, &self->left,
                         &self->top, &self->right, &self->bottom };
  float **of_ties[] = { &self->ax, &self->ay, &self->bx, &self->by };
  float **of_ends[] = { &self->ux, &self->uy, &self->try_x, &self->try_y };

  self->graph = graph;
  self->firmness = self->clearance = 1;
  for (guint i = 0; i < G_N_ELEMENTS (of_nodes); i++)
    *of_nodes[i] = g_new0 (float, graph->n_nodes + 1);
  for (guint i = 0; i < G_N_ELEMENTS (of_ties); i++)
    *of_ties[i] = g_new0 (float, graph->n_edges + 1);
  self->wanted = g_new0 (GArray *, graph->n_nodes + 1);
  for (guint i = 0; i < G_N_ELEMENTS (of_ends); i++)
    *of_ends[i] = g_new0 (float, 2 * graph->n_edges + 1);
  kring_graph_index_edges (self->graph, TRUE, &self->first, &self->incident);
  index_ends (self);
  if (graph->n_groups > 0)
    self->foreign = kring_hull_intruders_new (graph);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      self->wider[v] = get_wider (graph->nodes[v].box);
      kring_clutter_place (self, v, KRING_POINT_INIT (0, 0));
    }
  return self;
}

void
kring_clutter_free (KringClutter *self)
{
  float *arrays[] = { self->x,     self->y,      self->wider, self->left,  self->top,
                      self->right, self->bottom, self->ax,    self->ay,    self->bx,
                      self->by,    self->ux,     self->uy,    self->try_x, self->try_y };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_free (arrays[i]);
  for (guint v = 0; v < self->graph->n_nodes; v++)
    g_clear_pointer (&self->wanted[v], g_array_unref);
  g_free (self->wanted);
  g_free (self->first);
  g_free (self->incident);
  g_free (self->from);
  g_free (self->to);
  g_clear_pointer (&self->near, kring_vicinity_free);
  g_clear_pointer (&self->foreign, kring_hull_intruders_free);
  g_free (self);
}

static void
add_wanted (KringClutter *self, guint node, guint other, double distance, double weight)
{
  KringWanted wanted = { other, distance, weight };

  if (self->wanted[node] == NULL)
    self->wanted[node] = g_array_new (FALSE, FALSE, sizeof (KringWanted));
  g_array_append_val (self->wanted[node], wanted);
}

/**
 * kring_clutter_want:
 * @distance: in map units: how far @a and @b want to stand from each other
 * @weight: what the square of the part counts by which they do not
 */
void
kring_clutter_want (KringClutter *self, guint a, guint b, double distance, double weight)
{
  add_wanted (self, a, b, distance, weight);
  add_wanted (self, b, a, distance, weight);
}

/**
 * kring_clutter_set_firmness:
 * @firmness: times which boxes on each other count from now on, and strangers in hulls the root of it; 1 at
 *   first
 */
void
kring_clutter_set_firmness (KringClutter *self, double firmness)
{
  self->firmness = firmness;
}

/**
 * kring_clutter_set_clearance:
 * @clearance: times which ties behind people count from now on; 1 at first
 */
void
kring_clutter_set_clearance (KringClutter *self, double clearance)
{
  self->clearance = clearance;
}

static void
turn_tie (KringClutter *self, guint e)
{
  float dx = self->bx[e] - self->ax[e], dy = self->by[e] - self->ay[e];
  float length = MAX (sqrtf (dx * dx + dy * dy), 1e-6f);

  self->ux[self->from[e]] = dx / length;
  self->uy[self->from[e]] = dy / length;
  self->ux[self->to[e]] = -dx / length;
  self->uy[self->to[e]] = -dy / length;
}

/**
 * kring_clutter_place:
 * @at: where @node stands from now on
 */
void
kring_clutter_place (KringClutter *self, guint node, KringPoint at)
{
  const KringRect *box = &self->graph->nodes[node].box;

  self->x[node] = at.x;
  self->y[node] = at.y;
  self->left[node] = at.x + box->x;
  self->top[node] = at.y + box->y;
  self->right[node] = at.x + box->x + box->width;
  self->bottom[node] = at.y + box->y + box->height;
  if (self->foreign != NULL)
    kring_hull_intruders_place (self->foreign, node, at);
  for (guint i = self->first[node]; i < self->first[node + 1]; i++)
    {
      guint e = self->incident[i];
      gboolean start = self->graph->edges[e].from == node;

      *(start ? &self->ax[e] : &self->bx[e]) = at.x;
      *(start ? &self->ay[e] : &self->by[e]) = at.y;
      turn_tie (self, e);
    }
}

/**
 * kring_clutter_place_all:
 * @places: (array length=n_nodes): where everybody stands from now on
 */
void
kring_clutter_place_all (KringClutter *self, const KringPoint *places)
{
  for (guint v = 0; v < self->graph->n_nodes; v++)
    kring_clutter_place (self, v, places[v]);
}

/**
 * kring_clutter_get_place:
 *
 * Returns: where @node stands
 */
KringPoint
kring_clutter_get_place (const KringClutter *self, guint node)
{
  return KRING_POINT_INIT (self->x[node], self->y[node]);
}

/* Everything as it stands now. */
KringDrawnClutter
kring_clutter_get_drawn (const KringClutter *self)
{
  return (KringDrawnClutter){
    .graph = self->graph,
    .first = self->first,
    .incident = self->incident,
    .ties = { self->ax, self->ay, self->bx, self->by },
    .people = { self->x,
                self->y,
                self->wider,
                { self->left, self->top, self->right, self->bottom } },
  };
}

/**
 * kring_clutter_of_node:
 * @limit: nothing is added any more once the clutter is above this
 *
 * Takes O(degree (nodes + ties)) time.
 *
 * Returns: that part of the clutter which hangs on where @node stands, or something above @limit
 */
double
kring_clutter_of_node (KringClutter *self, guint node, double limit)
{
  return kring_clutter_weigh (self, node, kring_clutter_get_place (self, node), NULL, limit);
}

/**
 * kring_clutter_of_all:
 *
 * Returns: the sum of what hangs on where each node stands, to compare drawings of one graph with
 */
double
kring_clutter_of_all (KringClutter *self)
{
  double cost = 0;

  for (guint v = 0; v < self->graph->n_nodes; v++)
    cost += kring_clutter_of_node (self, v, G_MAXDOUBLE);
  return cost;
}

/**
 * kring_clutter_look:
 * @area: where @node will be tried, in map units
 *
 * Copies together what it can meet there; until another node is placed.
 */
void
kring_clutter_look (KringClutter *self, guint node, KringRect area)
{
  KringDrawnClutter drawn = kring_clutter_get_drawn (self);

  if (self->near == NULL)
    self->near = kring_vicinity_new (self->graph);
  kring_vicinity_look (self->near, &drawn, node, area);
}

/**
 * kring_clutter_try:
 * @node: the one last looked at
 * @at: in the area looked at
 * @limit: nothing is added any more once the clutter is above this
 *
 * Returns: as kring_clutter_of_node () if @node stood there, less something that is the same in all of
 *   the area
 */
double
kring_clutter_try (KringClutter *self, guint node, KringPoint at, double limit)
{
  KringPoint stands = kring_clutter_get_place (self, node);
  double cost;

  if (self->foreign != NULL)
    kring_hull_intruders_place (self->foreign, node, at);
  cost = kring_clutter_weigh (self, node, at, self->near, limit);
  if (self->foreign != NULL)
    kring_hull_intruders_place (self->foreign, node, stands);
  return cost;
}

/* The bend that the drawing would give a tie. */
static double
clutter_find_bend (const KringClutter *self, KringClearance *people, guint e)
{
  const KringGraphEdge *edge = &self->graph->edges[e];
  g_autoptr (GArray) bends = g_array_new (FALSE, TRUE, sizeof (double));

  g_array_set_size (bends, 1);
  return kring_clearance_find_bend (people, kring_clutter_get_place (self, edge->from),
                                    kring_clutter_get_place (self, edge->to), bends);
}

/* Whether a tie runs behind somebody; if so those and its ends are marked. */
static gboolean
is_misleading (const KringClutter *self, guint e, double bend, guint8 *marks)
{
  const KringGraphEdge *edge = &self->graph->edges[e];
  KringPoint a = kring_clutter_get_place (self, edge->from);
  KringPoint b = kring_clutter_get_place (self, edge->to);
  double reach = KRING_CLEARANCE + fabs (bend);
  gboolean any = FALSE;

  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      KringPoint at = kring_clutter_get_place (self, v);

      if (v == edge->from || v == edge->to || kring_segment_distance (a, b, at) > reach ||
          kring_clearance_of_arc (a, b, bend, at) >= KRING_CLEARANCE - ROUNDED)
        continue;
      any = TRUE;
      if (marks != NULL)
        marks[v] = marks[edge->from] = marks[edge->to] = TRUE;
    }
  return any;
}

static KringClearance *
new_people (const KringClutter *self)
{
  KringClearance *people = kring_clearance_new ();

  for (guint v = 0; v < self->graph->n_nodes; v++)
    kring_clearance_add (people, kring_clutter_get_place (self, v), self->wider[v]);
  return people;
}

/**
 * kring_clutter_count_misleading:
 * @marks: (inout) (nullable) (array length=n_nodes): set for those behind whom a tie runs, and for the ends
 *   of that tie
 *
 * Returns: how many ties run behind somebody whom they do not belong to, whichever way they are bent
 */
guint
kring_clutter_count_misleading (const KringClutter *self, guint8 *marks)
{
  g_autoptr (KringClearance) people = new_people (self);
  guint count = 0;

  for (guint e = 0; e < self->graph->n_edges; e++)
    count += is_misleading (self, e, clutter_find_bend (self, people, e), marks);
  return count;
}

/**
 * kring_clutter_mark:
 * @bent: ties may bend; otherwise they are straight
 * @marks: (inout) (array length=n_nodes): set for those behind whom a tie runs, and for the ends of that tie
 *   and of ties with no place for their words
 *
 * Returns: how many ties run behind somebody or have no place for their words
 */
guint
kring_clutter_mark (KringClutter *self, gboolean bent, guint8 *marks)
{
  g_autoptr (KringClearance) people = new_people (self);
  guint count = 0;

  for (guint e = 0; e < self->graph->n_edges; e++)
    {
      const KringGraphEdge *edge = &self->graph->edges[e];
      double bend = bent ? clutter_find_bend (self, people, e) : 0;

      if (!is_misleading (self, e, bend, marks) && kring_clutter_has_words_room (self, e))
        continue;
      marks[edge->from] = marks[edge->to] = TRUE;
      count++;
    }
  return count;
}
