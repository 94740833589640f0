/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-labels.h"

/* What one meeting costs; a place that people like less costs a little in itself. */
#define COST_NODE 14.0
#define COST_LABEL 12.0
#define COST_LINE 3.0
#define COST_LINE_LENGTH 0.25 /* per map unit of line under a label */
#define COST_SEAT 0.35
#define COST_SLOT 0.12

/* A node's own ties end at its label: that hides less than a line that runs on. */
#define OWN_LINE 0.4

#define ROUNDS 12

/* A straight piece of a line; lines are looked at piece by piece. */
typedef struct
{
  KringPoint a, b;
  KringRect bounds;
  guint tie;
} Piece;

typedef struct
{
  KringLabelNode *nodes; /* (not owned) */
  KringLabelTie *ties;   /* (not owned) */
  guint n_nodes;
  guint n_ties;
  Piece *pieces; /* (owned) */
  guint n_pieces;
  KringRect *boxes; /* (owned) of the node labels, then of the tie labels; empty: no label */
} Labels;

static gboolean
has_seats (const KringLabelNode *node)
{
  return !kring_rect_is_empty (node->seats[0]);
}

static gboolean
has_slots (const KringLabelTie *tie)
{
  return !kring_rect_is_empty (tie->slots[0]);
}

static KringRect *
seat_box (const Labels *labels, guint v)
{
  return &labels->boxes[v];
}

static KringRect *
slot_box (const Labels *labels, guint e)
{
  return &labels->boxes[labels->n_nodes + e];
}

static void
cut_lines (Labels *labels)
{
  guint count = 0;

  for (guint e = 0; e < labels->n_ties; e++)
    count += MAX (labels->ties[e].line->len, 1) - 1;
  labels->pieces = g_new (Piece, count + 1);
  for (guint e = 0; e < labels->n_ties; e++)
    for (guint i = 1; i < labels->ties[e].line->len; i++)
      {
        Piece *piece = &labels->pieces[labels->n_pieces++];

        piece->a = g_array_index (labels->ties[e].line, KringPoint, i - 1);
        piece->b = g_array_index (labels->ties[e].line, KringPoint, i);
        piece->bounds = kring_rect_from_corners (piece->a, piece->b);
        piece->tie = e;
      }
}

static void
labels_init (Labels *self, const KringLabelSet *set)
{
  *self = (Labels){ .nodes = (KringLabelNode *) set->nodes->data,
                    .ties = (KringLabelTie *) set->ties->data,
                    .n_nodes = set->nodes->len,
                    .n_ties = set->ties->len };
  self->boxes = g_new0 (KringRect, self->n_nodes + self->n_ties + 1);
  cut_lines (self);
  for (guint v = 0; v < self->n_nodes; v++)
    if (has_seats (&self->nodes[v]))
      *seat_box (self, v) = self->nodes[v].seats[self->nodes[v].seat];
  for (guint e = 0; e < self->n_ties; e++)
    if (has_slots (&self->ties[e]))
      *slot_box (self, e) = self->ties[e].slots[self->ties[e].slot];
}

static void
labels_clear (Labels *self)
{
  g_free (self->boxes);
  g_free (self->pieces);
}

/* Liang-Barsky: how much of the line lies inside the box. */
static double
length_inside (const Piece *piece, KringRect box)
{
  double dx = piece->b.x - piece->a.x, dy = piece->b.y - piece->a.y;
  double low = 0, high = 1;
  double p[4] = { -dx, dx, -dy, dy };
  double q[4] = { piece->a.x - box.x, box.x + box.width - piece->a.x, piece->a.y - box.y,
                  box.y + box.height - piece->a.y };

  for (int i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return 0;
      if (p[i] < 0)
        low = MAX (low, q[i] / p[i]);
      else if (p[i] > 0)
        high = MIN (high, q[i] / p[i]);
    }
  return MAX (high - low, 0) * hypot (dx, dy);
}

static gboolean
may_meet (const Piece *piece, KringRect box)
{
  return piece->bounds.x <= box.x + box.width && box.x <= piece->bounds.x + piece->bounds.width &&
         piece->bounds.y <= box.y + box.height && box.y <= piece->bounds.y + piece->bounds.height;
}

/* Lines under the box: those of node `own` (-1: none) less, tie number `but` (-1: none) not. */
static double
cost_of_lines (const Labels *labels, KringRect box, int own, int but, KringLabelCounts *counts)
{
  double cost = 0;
  int last = -1;

  for (guint i = 0; i < labels->n_pieces; i++)
    {
      const Piece *piece = &labels->pieces[i];
      const KringLabelTie *tie = &labels->ties[piece->tie];
      gboolean is_own = own >= 0 && (tie->from == own || tie->to == own);
      double length;

      if ((int) piece->tie == but || !may_meet (piece, box))
        continue;
      length = length_inside (piece, box);
      if (!(length > 0))
        continue;
      cost += (is_own ? OWN_LINE : 1) * COST_LINE_LENGTH * length;
      if (last == (int) piece->tie)
        continue;
      last = piece->tie;
      cost += (is_own ? OWN_LINE : 1) * COST_LINE;
      counts->lines += !is_own;
    }
  return cost;
}

/* Marks give way to a label below, above or beside; at the corners they stand themselves. */
#define FIRST_CORNER 4

/* Nodes and labels under the box; not label number self, nor the marks of node own (-1: none). */
static double
cost_of_boxes (const Labels *labels, KringRect box, guint self, int own, KringLabelCounts *counts)
{
  double cost = 0;

  for (guint v = 0; v < labels->n_nodes; v++)
    if (kring_rect_intersects ((int) v == own ? labels->nodes[v].body : labels->nodes[v].marks,
                               box))
      {
        cost += COST_NODE;
        counts->overlaps++;
      }
  for (guint i = 0; i < labels->n_nodes + labels->n_ties; i++)
    if (i != self && labels->boxes[i].width > 0 && kring_rect_intersects (labels->boxes[i], box))
      {
        cost += COST_LABEL;
        counts->overlaps++;
      }
  return cost;
}

static double
cost_of_seat (const Labels *labels, guint v, int seat, KringLabelCounts *counts)
{
  KringRect box = labels->nodes[v].seats[seat];

  return cost_of_boxes (labels, box, v, seat < FIRST_CORNER ? (int) v : -1, counts) +
         cost_of_lines (labels, box, v, -1, counts);
}

static double
cost_of_slot (const Labels *labels, guint e, KringRect box, KringLabelCounts *counts)
{
  return cost_of_boxes (labels, box, labels->n_nodes + e, -1, counts) +
         cost_of_lines (labels, box, -1, e, counts);
}

/* A label stays where it is unless another place is better. */
static gboolean
improve_seat (Labels *labels, guint v)
{
  KringLabelNode *node = &labels->nodes[v];
  KringLabelCounts counts = { 0, 0 };
  int before = node->seat;
  double least = before * COST_SEAT + cost_of_seat (labels, v, before, &counts);

  for (int s = 0; s < KRING_LABEL_SEATS && least > s * COST_SEAT; s++)
    {
      double cost = s * COST_SEAT + cost_of_seat (labels, v, s, &counts);

      if (cost < least - 1e-9)
        {
          least = cost;
          node->seat = s;
        }
    }
  *seat_box (labels, v) = node->seats[node->seat];
  return node->seat != before;
}

static gboolean
improve_slot (Labels *labels, guint e)
{
  KringLabelTie *tie = &labels->ties[e];
  KringLabelCounts counts = { 0, 0 };
  int before = tie->slot;
  double least = ABS (before - KRING_LABEL_SLOTS / 2) * COST_SLOT +
                 cost_of_slot (labels, e, *slot_box (labels, e), &counts);

  for (int s = 0; s < KRING_LABEL_SLOTS; s++)
    {
      double dislike = ABS (s - KRING_LABEL_SLOTS / 2) * COST_SLOT, cost;

      if (dislike >= least)
        continue;
      cost = dislike + cost_of_slot (labels, e, tie->slots[s], &counts);
      if (cost < least - 1e-9)
        {
          least = cost;
          tie->slot = s;
        }
    }
  *slot_box (labels, e) = tie->slots[tie->slot];
  return tie->slot != before;
}

static gboolean
improve_all (Labels *labels)
{
  gboolean changed = FALSE;

  for (guint v = 0; v < labels->n_nodes; v++)
    if (has_seats (&labels->nodes[v]) && !labels->nodes[v].fixed)
      changed |= improve_seat (labels, v);
  for (guint e = 0; e < labels->n_ties; e++)
    if (has_slots (&labels->ties[e]) && !labels->ties[e].fixed)
      changed |= improve_slot (labels, e);
  return changed;
}

/**
 * kring_labels_place:
 * @set: (inout): seats and slots are where the search starts, and what it found
 *
 * Coordinate descent over all labels: after Christensen, Marks, Shieber, "An empirical study of
 * algorithms for point-feature label placement", ACM TOG 14(3), 1995, with tie labels added. What
 * labels cover never becomes more.
 */
void
kring_labels_place (KringLabelSet *set)
{
  Labels labels;

  labels_init (&labels, set);
  for (int round = 0; round < ROUNDS && improve_all (&labels); round++)
    continue;
  labels_clear (&labels);
}

/**
 * kring_labels_count:
 *
 * Returns: what labels cover in their places
 */
KringLabelCounts
kring_labels_count (const KringLabelSet *set)
{
  KringLabelCounts counts = { 0, 0 };
  Labels labels;

  labels_init (&labels, set);
  for (guint v = 0; v < labels.n_nodes; v++)
    if (has_seats (&labels.nodes[v]))
      cost_of_seat (&labels, v, labels.nodes[v].seat, &counts);
  for (guint e = 0; e < labels.n_ties; e++)
    if (has_slots (&labels.ties[e]))
      cost_of_slot (&labels, e, *slot_box (&labels, e), &counts);
  labels_clear (&labels);
  return counts;
}
