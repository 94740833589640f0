/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/clearance/kring-clutter-private.h"

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
#define WORDS_ROOM 85.0
#define TOO_SHORT (1 / 20.0)
#define TOO_LONG (0.15 / 100.0)

/* What a person's own sign takes of a tie. */
#define TRIM 32.0f

/* Words may stand at so many places of a tie, from here to as far from the other end. */
#define FIRST_SLOT 0.26f
#define ALL_SLOTS ((1u << KRING_SLOTS) - 1)

/* One node at one place. */
typedef struct
{
  KringClutter *clutter;
  guint node;
  KringPoint at;
  KringBox box;
  const KringVicinity *near; /* (nullable) NULL: everything is looked at */
  KringMeets all;            /* everything */
} Trial;

static const KringMeets *
get_meets (const Trial *trial, guint tie)
{
  return trial->near != NULL ? &trial->near->ties[tie] : &trial->all;
}

static const KringGraphEdge *
get_edge (const Trial *trial, guint tie)
{
  const KringClutter *clutter = trial->clutter;

  return &clutter->graph->edges[clutter->incident[clutter->first[trial->node] + tie]];
}

/* From the node to the other end. */
static KringSegment
get_tie (const Trial *trial, guint tie)
{
  const KringGraphEdge *edge = get_edge (trial, tie);
  guint other = edge->from == trial->node ? edge->to : edge->from;

  return (KringSegment){ trial->at.x, trial->at.y, trial->clutter->x[other],
                         trial->clutter->y[other] };
}

/* Its box on others, ties of others under its box and behind its sign. */
static double
cost_of_standing (const Trial *trial)
{
  KringClutter *self = trial->clutter;
  const KringMeets *meets = trial->near != NULL ? &trial->near->own : &trial->all;
  KringBox box = trial->box;
  float area = (box.right - box.left) * (box.bottom - box.top);
  float near = NEAR * self->clearance;
  guint count;
  double covered = kring_kernel_overlaps (meets->people.boxes, meets->n_people, box, &count) * area;

  if (trial->near == NULL) /* it is one of all */
    {
      covered = MAX (covered - area, 0);
      count--;
    }
  return OVERLAP * self->firmness * (count + covered / OVERLAP_WHOLE) +
         near * kring_kernel_near_segments (meets->ties, meets->n_ties, trial->at,
                                            self->wider[trial->node], box, THROUGH / near);
}

/* Whether there is a place for what is written on a tie that is clear of people, and of names. */
static double
cost_of_words (const Trial *trial, guint tie)
{
  KringClutter *self = trial->clutter;
  const KringGraphEdge *edge = get_edge (trial, tie);
  const KringMeets *meets = get_meets (trial, tie);
  KringSegment s = get_tie (trial, tie);
  float from = TRIM + self->wider[trial->node];
  float to = TRIM + self->wider[edge->from == trial->node ? edge->to : edge->from];
  float ux = self->try_x[tie], uy = self->try_y[tie];
  float ax = s.ax + ux * from, ay = s.ay + uy * from;
  float dx = s.bx - ux * to - ax, dy = s.by - uy * to - ay;
  const float step = (1 - 2 * FIRST_SLOT) / (KRING_SLOTS - 1);
  KringSlots slots = { .x = ax + FIRST_SLOT * dx,
                       .y = ay + FIRST_SLOT * dy,
                       .dx = step * dx,
                       .dy = step * dy,
                       .wide = edge->words / 2,
                       .high = KRING_CLUTTER_WORDS };
  float x = trial->at.x, y = trial->at.y;
  KringPeople own = { &x,
                      &y,
                      &self->wider[trial->node],
                      { &trial->box.left, &trial->box.top, &trial->box.right,
                        &trial->box.bottom } };
  guint names = 0;
  guint people = kring_kernel_slots_kept (own, 1, slots, &names) |
                 kring_kernel_slots_kept (meets->around, meets->n_around, slots, &names);

  return people == ALL_SLOTS ? NO_WORDS : names == ALL_SLOTS ? WORDS_ON_NAME : 0;
}

/* The lengths of its ties, and their directions. */
static double
cost_of_lengths (const Trial *trial, guint n)
{
  KringClutter *self = trial->clutter;
  double cost = 0;

  for (guint i = 0; i < n; i++)
    {
      KringSegment s = get_tie (trial, i);
      float dx = s.bx - s.ax, dy = s.by - s.ay, length = MAX (sqrtf (dx * dx + dy * dy), 1e-6f);
      double room = get_edge (trial, i)->words + WORDS_ROOM;

      self->try_x[i] = dx / length;
      self->try_y[i] = dy / length;
      cost += length < room ? (room - length) * TOO_SHORT : (length - room) * TOO_LONG;
    }
  return cost;
}

/* What of two directions is not told apart. */
static float
lack_of_two (float ax, float ay, float bx, float by)
{
  return kring_kernel_narrow (&ax, &ay, 1, bx, by);
}

/* How far its ties are from being told apart, each from the others at both of its ends. */
static double
cost_of_angles (const Trial *trial, guint n)
{
  const KringClutter *self = trial->clutter;
  double lack = 0;

  for (guint i = 0; i < n; i++)
    {
      guint e = self->incident[self->first[trial->node] + i];
      gboolean out = self->graph->edges[e].from == trial->node;
      guint other = out ? self->graph->edges[e].to : self->graph->edges[e].from;
      guint slot = out ? self->to[e] : self->from[e], first = self->first[other];
      float ux = self->try_x[i], uy = self->try_y[i];

      lack += (kring_kernel_narrow (self->try_x, self->try_y, n, ux, uy) - 1) / 2;
      lack += kring_kernel_narrow (self->ux + first, self->uy + first,
                                   self->first[other + 1] - first, -ux, -uy) -
              lack_of_two (self->ux[slot], self->uy[slot], -ux, -uy);
    }
  return SHARP * lack;
}

static double
cost_of_tie (const Trial *trial, guint tie)
{
  const KringMeets *meets = get_meets (trial, tie);
  KringSegment s = get_tie (trial, tie);
  float near = NEAR * trial->clutter->clearance;

  return CROSSING * kring_kernel_crossings (meets->ties, meets->n_ties, s) +
         near * kring_kernel_near_people (meets->people, meets->n_people, s, THROUGH / near);
}

static double
cost_of_wanted (const Trial *trial)
{
  const KringClutter *self = trial->clutter;
  const GArray *wanted = self->wanted[trial->node];
  double cost = 0;

  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    {
      const KringWanted *pair = &g_array_index (wanted, KringWanted, i);
      double dx = self->x[pair->other] - trial->at.x, dy = self->y[pair->other] - trial->at.y;
      double off = sqrt (dx * dx + dy * dy) / pair->distance - 1;

      cost += pair->weight * off * off;
    }
  return cost;
}

/* Everything is looked at unless @near is told. */
static Trial
clutter_weigh_begin (KringClutter *self, guint node, KringPoint at, const KringVicinity *near)
{
  KringRect own = self->graph->nodes[node].box;
  KringDrawnClutter drawn = kring_clutter_get_drawn (self);
  guint n = self->graph->n_nodes;

  return (Trial){
    self, node,
    at,   { at.x + own.x, at.y + own.y, at.x + own.x + own.width, at.y + own.y + own.height },
    near, { drawn.ties, self->graph->n_edges, drawn.people, n, drawn.people, n }
  };
}

/**
 * kring_clutter_weigh:
 * @near: (nullable): what @node can meet; %NULL: everything, as it stands now
 *
 * What decides most is asked first.
 *
 * Returns: that part of the clutter which hangs on where @node stands, were it @at, or something above
 *   @limit
 */
double
kring_clutter_weigh (
    KringClutter *self, guint node, KringPoint at, const KringVicinity *near, double limit)
{
  guint n = self->first[node + 1] - self->first[node];
  Trial trial = clutter_weigh_begin (self, node, at, near);
  double cost = cost_of_lengths (&trial, n) + cost_of_wanted (&trial);

  if (cost <= limit)
    cost += cost_of_standing (&trial);
  for (guint i = 0; i < n && cost <= limit; i++)
    cost += cost_of_tie (&trial, i);
  if (cost <= limit && self->foreign != NULL)
    cost += STRANGER * sqrt (self->firmness) * kring_hull_intruders_of_node (self->foreign, node);
  if (cost <= limit)
    cost += cost_of_angles (&trial, n);
  for (guint i = 0; i < n && cost <= limit; i++)
    cost += get_edge (&trial, i)->words > 0 ? cost_of_words (&trial, i) : 0;
  return cost;
}

/* Whether there is a place for what is written on a tie, if anything is, that is clear of people. */
gboolean
kring_clutter_has_words_room (KringClutter *self, guint e)
{
  guint node = self->graph->edges[e].from;
  Trial trial = clutter_weigh_begin (self, node, kring_clutter_get_place (self, node), NULL);

  if (self->graph->edges[e].words <= 0)
    return TRUE;
  cost_of_lengths (&trial, self->first[node + 1] - self->first[node]);
  return cost_of_words (&trial, self->from[e] - self->first[node]) < NO_WORDS;
}
