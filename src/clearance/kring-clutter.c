/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clearance/kring-clutter.h"

#include "clearance/kring-clearance.h"
#include "clearance/kring-cost-kernel.h"
#include "clearance/kring-foreign.h"

/* What counts how much. */
#define CROSSING 7.0
#define NEAR 4.0
#define THROUGH 0.5
#define SHARP 0.4

#define OVERLAP 15.0
#define OVERLAP_WHOLE 4800.0 /* so much of one box under another counts as much again */
#define NO_WORDS 3.0         /* no place for words that is clear of people */
#define WORDS_ON_NAME 0.4    /* none that is clear of their names too */
#define STRANGER 42.0

/* Ties want to be so much longer than their words; what a map unit too short or too long counts. */
#define WORDS_ROOM 70.0
#define TOO_SHORT (1 / 20.0)
#define TOO_LONG (0.15 / 100.0)

/* Two ties at one person are told apart from this angle on: 9 degrees. */
#define APART 0.157f

/* Half of what a person's sign takes, and half of the height of words on a tie. */
#define SIGN 28.0
#define WORDS_HALF 10.0

/* What a person's own sign takes of a tie. */
#define TRIM 32.0

/* Words may stand at so many places of a tie, from here to as far from the other end. */
#define SLOTS 9
#define FIRST_SLOT 0.26
#define ALL_SLOTS ((1u << SLOTS) - 1)

typedef struct
{
  guint other;
  double distance;
  double weight;
} Wanted;

struct _KringClutter
{
  const KringGraph *graph; /* (not owned) */
  double firmness;         /* of boxes on each other */
  double clearance;        /* of ties behind people */

  float *x, *y, *wider; /* (owned) middles of the nodes, and by how much more they need */
  float *left, *top, *right, *bottom; /* (owned) boxes */
  float *ax, *ay, *bx, *by;           /* (owned) ties */
  float *ux, *uy;                     /* (owned) their directions */
  guint *first, *incident;            /* (owned) the ties at every node */
  GArray **wanted;                    /* (owned) (element-type Wanted) of every node, or NULL */
  KringForeign *foreign;              /* (owned) (nullable) */
};

/* Signs that are larger than those of people need as much more. */
static float
get_wider (KringRect box)
{
  return CLAMP (MIN (-box.y, MIN (-box.x, box.x + box.width)) - SIGN, 0, SIGN);
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
  float **of_ties[] = { &self->ax, &self->ay, &self->bx, &self->by, &self->ux, &self->uy };

  self->graph = graph;
  self->firmness = self->clearance = 1;
  for (guint i = 0; i < G_N_ELEMENTS (of_nodes); i++)
    *of_nodes[i] = g_new0 (float, graph->n_nodes + 1);
  for (guint i = 0; i < G_N_ELEMENTS (of_ties); i++)
    *of_ties[i] = g_new0 (float, graph->n_edges + 1);
  self->wanted = g_new0 (GArray *, graph->n_nodes + 1);
  kring_graph_index_edges (self->graph, TRUE, &self->first, &self->incident);
  if (graph->n_groups > 0)
    self->foreign = kring_foreign_new (graph);
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
  float *arrays[] = { self->x,     self->y,      self->wider, self->left, self->top,
                      self->right, self->bottom, self->ax,    self->ay,   self->bx,
                      self->by,    self->ux,     self->uy };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_free (arrays[i]);
  for (guint v = 0; v < self->graph->n_nodes; v++)
    g_clear_pointer (&self->wanted[v], g_array_unref);
  g_free (self->wanted);
  g_free (self->first);
  g_free (self->incident);
  g_clear_pointer (&self->foreign, kring_foreign_free);
  g_free (self);
}

static void
add_wanted (KringClutter *self, guint node, guint other, double distance, double weight)
{
  Wanted wanted = { other, distance, weight };

  if (self->wanted[node] == NULL)
    self->wanted[node] = g_array_new (FALSE, FALSE, sizeof (Wanted));
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
  float length = MAX (hypotf (dx, dy), 1e-6f);

  self->ux[e] = dx / length;
  self->uy[e] = dy / length;
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
    kring_foreign_place (self->foreign, node, at);
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
 * kring_clutter_get_place:
 *
 * Returns: where @node stands
 */
KringPoint
kring_clutter_get_place (const KringClutter *self, guint node)
{
  return KRING_POINT_INIT (self->x[node], self->y[node]);
}

static KringSegments
get_ties (const KringClutter *self)
{
  return (KringSegments){ self->ax, self->ay, self->bx, self->by };
}

static KringBoxes
get_boxes (const KringClutter *self)
{
  return (KringBoxes){ self->left, self->top, self->right, self->bottom };
}

static KringSegment
get_tie (const KringClutter *self, guint e)
{
  return (KringSegment){ self->ax[e], self->ay[e], self->bx[e], self->by[e] };
}

static KringBox
get_box (const KringClutter *self, guint v)
{
  return (KringBox){ self->left[v], self->top[v], self->right[v], self->bottom[v] };
}

/* Its box on others, ties of others under its box and behind its sign. */
static double
cost_of_standing (KringClutter *self, guint node)
{
  const KringGraph *graph = self->graph;
  KringBox box = get_box (self, node);
  float area = (box.right - box.left) * (box.bottom - box.top);
  guint count;
  double covered = kring_kernel_overlaps (get_boxes (self), graph->n_nodes, box, &count) * area;

  return OVERLAP * self->firmness * (count - 1 + MAX (covered - area, 0) / OVERLAP_WHOLE) +
         THROUGH * kring_kernel_segments_through (get_ties (self), graph->n_edges, box) +
         NEAR * self->clearance *
             kring_kernel_near_segments (get_ties (self), graph->n_edges, self->x[node],
                                         self->y[node], self->wider[node]);
}

/* How far along the tie words are kept away by a box around a middle, less the first slot, in slots. */
static guint
get_kept (KringSegment tie, double half_wide, KringBox box)
{
  double from = 0, to = 1;
  double at[] = { tie.ax, tie.ay }, way[] = { tie.bx - tie.ax, tie.by - tie.ay };
  double low[] = { box.left - half_wide, box.top - WORDS_HALF };
  double high[] = { box.right + half_wide, box.bottom + WORDS_HALF };
  guint kept = 0;

  for (guint i = 0; i < 2; i++)
    {
      double a, b;

      if (fabs (way[i]) < 1e-6)
        {
          if (at[i] <= low[i] || at[i] >= high[i])
            return 0;
          continue;
        }
      a = (low[i] - at[i]) / way[i];
      b = (high[i] - at[i]) / way[i];
      from = MAX (from, MIN (a, b));
      to = MIN (to, MAX (a, b));
    }
  for (guint s = 0; s < SLOTS && from < to; s++)
    {
      double t = FIRST_SLOT + (1 - 2 * FIRST_SLOT) * s / (SLOTS - 1);

      kept |= (guint) (t > from && t < to) << s;
    }
  return kept;
}

/* The part of a tie that is seen between the signs of its ends. */
static KringSegment
get_seen (const KringClutter *self, guint e)
{
  KringSegment tie = get_tie (self, e);
  float dx = self->ux[e], dy = self->uy[e];
  float from = TRIM + self->wider[self->graph->edges[e].from];
  float to = TRIM + self->wider[self->graph->edges[e].to];

  return (KringSegment){ tie.ax + dx * from, tie.ay + dy * from, tie.bx - dx * to,
                         tie.by - dy * to };
}

/* Whether there is a place for what is written on a tie that is clear of people, and of names. */
static double
cost_of_words (KringClutter *self, guint e)
{
  double half = self->graph->edges[e].words / 2;
  KringSegment tie = get_seen (self, e);
  float left = MIN (tie.ax, tie.bx) - half, right = MAX (tie.ax, tie.bx) + half;
  float top = MIN (tie.ay, tie.by) - WORDS_HALF, bottom = MAX (tie.ay, tie.by) + WORDS_HALF;
  guint people = 0, names = 0;

  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      double sign = SIGN + self->wider[v];

      if (self->left[v] >= right || self->right[v] <= left || self->top[v] >= bottom ||
          self->bottom[v] <= top)
        continue;
      people |= get_kept (
          tie, half,
          (KringBox){ self->x[v] - sign, self->y[v] - sign, self->x[v] + sign, self->y[v] + sign });
      names |= get_kept (tie, half, get_box (self, v));
    }
  return people == ALL_SLOTS ? NO_WORDS : names == ALL_SLOTS ? WORDS_ON_NAME : 0;
}

static double
cost_of_length (const KringClutter *self, guint e)
{
  double length = hypot (self->bx[e] - self->ax[e], self->by[e] - self->ay[e]);
  double room = self->graph->edges[e].words + WORDS_ROOM;

  return length < room ? (room - length) * TOO_SHORT : (length - room) * TOO_LONG;
}

/* How far a tie is from being told apart from the others at one of its ends. */
static double
lack_of_angle (const KringClutter *self, guint node, guint e)
{
  const KringGraphEdge *edges = self->graph->edges;
  float turn = edges[e].from == node ? 1 : -1;
  float ux = turn * self->ux[e], uy = turn * self->uy[e];
  double lack = 0;

  for (guint i = self->first[node]; i < self->first[node + 1]; i++)
    {
      guint other = self->incident[i];
      float side = edges[other].from == node ? 1 : -1;
      float dot = side * (ux * self->ux[other] + uy * self->uy[other]);
      float across = ux * self->uy[other] - uy * self->ux[other];

      if (dot > 0 && fabsf (across) < APART && other != e)
        lack += 1 - fabsf (across) / APART;
    }
  return lack;
}

static double
cost_of_tie (KringClutter *self, guint node, guint e)
{
  const KringGraph *graph = self->graph;
  const KringGraphEdge *edge = &graph->edges[e];
  KringSegment tie = get_tie (self, e);
  double angles = lack_of_angle (self, edge->from == node ? edge->to : edge->from, e) +
                  lack_of_angle (self, node, e) / 2;

  return CROSSING * kring_kernel_crossings (get_ties (self), graph->n_edges, tie) +
         NEAR * self->clearance *
             kring_kernel_near_points (self->x, self->y, self->wider, graph->n_nodes, tie) +
         THROUGH * kring_kernel_boxes_hit (get_boxes (self), graph->n_nodes, tie) + SHARP * angles +
         cost_of_length (self, e) + (edge->words > 0 ? cost_of_words (self, e) : 0);
}

static double
cost_of_wanted (const KringClutter *self, guint node)
{
  const GArray *wanted = self->wanted[node];
  double cost = 0;

  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    {
      const Wanted *pair = &g_array_index (wanted, Wanted, i);
      double length =
          hypot (self->x[pair->other] - self->x[node], self->y[pair->other] - self->y[node]);
      double off = length / pair->distance - 1;

      cost += pair->weight * off * off;
    }
  return cost;
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
  double cost = cost_of_wanted (self, node);

  if (cost <= limit)
    cost += cost_of_standing (self, node);
  if (cost <= limit && self->foreign != NULL)
    cost += STRANGER * sqrt (self->firmness) * kring_foreign_of_node (self->foreign, node);
  for (guint i = self->first[node]; i < self->first[node + 1] && cost <= limit; i++)
    cost += cost_of_tie (self, node, self->incident[i]);
  return cost;
}

static KringPoint
get_middle (const KringClutter *self, guint v)
{
  return KRING_POINT_INIT (self->x[v], self->y[v]);
}

/* The bend that the drawing would give a tie. */
static double
find_bend (const KringClutter *self, KringClearance *people, guint e)
{
  const KringGraphEdge *edge = &self->graph->edges[e];
  g_autoptr (GArray) bends = g_array_new (FALSE, TRUE, sizeof (double));

  g_array_set_size (bends, 1);
  return kring_clearance_find_bend (people, get_middle (self, edge->from),
                                    get_middle (self, edge->to), bends);
}

/* Whether a tie runs behind somebody; if so those are marked. */
static gboolean
is_misleading (const KringClutter *self, guint e, double bend, guint8 *marks)
{
  const KringGraphEdge *edge = &self->graph->edges[e];
  KringPoint a = get_middle (self, edge->from), b = get_middle (self, edge->to);
  KringRect area = kring_rect_grow (kring_rect_from_corners (a, b), KRING_CLEARANCE + fabs (bend));
  gboolean any = FALSE;

  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (v != edge->from && v != edge->to && kring_rect_contains (area, get_middle (self, v)) &&
        kring_clearance_of_arc (a, b, bend, get_middle (self, v)) < KRING_CLEARANCE - 1)
      {
        any = TRUE;
        if (marks != NULL)
          marks[v] = TRUE;
      }
  return any;
}

static KringClearance *
new_people (const KringClutter *self)
{
  KringClearance *people = kring_clearance_new ();

  for (guint v = 0; v < self->graph->n_nodes; v++)
    kring_clearance_add (people, get_middle (self, v), self->wider[v]);
  return people;
}

/**
 * kring_clutter_count_misleading:
 *
 * Returns: how many ties run behind somebody whom they do not belong to, whichever way they are bent
 */
guint
kring_clutter_count_misleading (const KringClutter *self)
{
  g_autoptr (KringClearance) people = new_people (self);
  guint count = 0;

  for (guint e = 0; e < self->graph->n_edges; e++)
    count += is_misleading (self, e, find_bend (self, people, e), NULL);
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
      double bend = bent ? find_bend (self, people, e) : 0;

      if (!is_misleading (self, e, bend, marks) &&
          (!(edge->words > 0) || cost_of_words (self, e) < NO_WORDS))
        continue;
      marks[edge->from] = marks[edge->to] = TRUE;
      count++;
    }
  return count;
}
