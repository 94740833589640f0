/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-labels.h"

/* Free space between a node and its label. */
#define AIR 4.0

/* What one meeting costs; a seat that people like less costs a little in itself. */
#define COST_NODE 12.0
#define COST_LABEL 10.0
#define COST_LINE 3.0
#define COST_SEAT 0.35
#define COST_SLOT 0.12

#define ROUNDS 12

typedef struct
{
  const KringLabelNode *nodes;
  const KringLabelTie *ties;
  guint n_nodes;
  guint n_ties;
  KringRect *boxes; /* (owned) of the node labels, then of the tie labels; empty: no label */
} Labels;

/**
 * kring_label_get_seat_box:
 *
 * Returns: where the label of @node stands in @seat
 */
KringRect
kring_label_get_seat_box (const KringLabelNode *node, KringLabelSeat seat)
{
  static const struct
  {
    double x; /* place of the label's middle: -1 left of the body, 0 in line with it, 1 right */
    double y;
  } places[KRING_LABEL_N_SEATS] = {
    { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 }, { 1, 0.6 }, { -1, 0.6 }, { 1, -0.6 }, { -1, -0.6 },
  };
  KringRect body = node->body;
  double px = places[seat].x, py = places[seat].y;
  double x = body.x + body.width / 2 + px * (body.width / 2 + AIR + node->width / 2);
  double y = body.y + body.height / 2 + py * (body.height / 2 + AIR + node->height / 2);

  return KRING_RECT_INIT (x - node->width / 2, y - node->height / 2, node->width, node->height);
}

/**
 * kring_label_get_slot_box:
 *
 * Returns: where the label of @tie stands in @slot
 */
KringRect
kring_label_get_slot_box (const KringLabelTie *tie, int slot)
{
  double t = 0.25 + 0.04 * slot;
  double x = tie->from.x + t * (tie->to.x - tie->from.x);
  double y = tie->from.y + t * (tie->to.y - tie->from.y);

  return KRING_RECT_INIT (x - tie->width / 2, y - tie->height / 2, tie->width, tie->height);
}

/* Liang-Barsky: the part of the line that lies inside the box. */
static gboolean
line_meets (const KringLabelTie *tie, KringRect box)
{
  double dx = tie->to.x - tie->from.x, dy = tie->to.y - tie->from.y;
  double low = 0, high = 1;
  double p[4] = { -dx, dx, -dy, dy };
  double q[4] = { tie->from.x - box.x, box.x + box.width - tie->from.x, tie->from.y - box.y,
                  box.y + box.height - tie->from.y };

  for (int i = 0; i < 4; i++)
    {
      if (p[i] == 0)
        {
          if (q[i] < 0)
            return FALSE;
          continue;
        }
      if (p[i] < 0)
        low = MAX (low, q[i] / p[i]);
      else
        high = MIN (high, q[i] / p[i]);
    }
  return low < high;
}

/* What a label in that box would cover, leaving out label number `self` and line number `line`. */
static double
cost_of_box (const Labels *labels, KringRect box, guint self, guint line, KringLabelCounts *counts)
{
  guint n_boxes = labels->n_nodes + labels->n_ties;
  double cost = 0;

  for (guint v = 0; v < labels->n_nodes; v++)
    if (v != self && kring_rect_intersects (labels->nodes[v].body, box))
      {
        cost += COST_NODE;
        counts->overlaps++;
      }
  for (guint i = 0; i < n_boxes; i++)
    if (i != self && labels->boxes[i].width > 0 && kring_rect_intersects (labels->boxes[i], box))
      {
        cost += COST_LABEL;
        counts->overlaps++;
      }
  for (guint e = 0; e < labels->n_ties; e++)
    if (e != line && line_meets (&labels->ties[e], box))
      {
        cost += COST_LINE;
        counts->lines++;
      }
  return cost;
}

/* The label's own ties start under it when it stands in their way; that costs like any other line. */
static gboolean
improve_seat (Labels *labels, guint v, int *seat)
{
  const KringLabelNode *node = &labels->nodes[v];
  double least = G_MAXDOUBLE;
  int best = *seat;

  for (int s = 0; s < KRING_LABEL_N_SEATS; s++)
    {
      KringLabelCounts counts = { 0, 0 };
      KringRect box = kring_label_get_seat_box (node, s);
      double cost = s * COST_SEAT + cost_of_box (labels, box, v, G_MAXUINT, &counts);

      if (cost < least)
        {
          least = cost;
          best = s;
        }
    }
  labels->boxes[v] = kring_label_get_seat_box (node, best);
  if (best == *seat)
    return FALSE;
  *seat = best;
  return TRUE;
}

static gboolean
improve_slot (Labels *labels, guint e, int *slot)
{
  const KringLabelTie *tie = &labels->ties[e];
  double least = G_MAXDOUBLE;
  int best = *slot;

  for (int s = 0; s < KRING_LABEL_SLOTS; s++)
    {
      KringLabelCounts counts = { 0, 0 };
      KringRect box = kring_label_get_slot_box (tie, s);
      double cost = ABS (s - KRING_LABEL_SLOTS / 2) * COST_SLOT +
                    cost_of_box (labels, box, labels->n_nodes + e, e, &counts);

      if (cost < least)
        {
          least = cost;
          best = s;
        }
    }
  labels->boxes[labels->n_nodes + e] = kring_label_get_slot_box (tie, best);
  if (best == *slot)
    return FALSE;
  *slot = best;
  return TRUE;
}

static void
start (Labels *labels, int *seats, int *slots)
{
  for (guint v = 0; v < labels->n_nodes; v++)
    {
      seats[v] = MAX (labels->nodes[v].seat, 0);
      if (labels->nodes[v].width > 0)
        labels->boxes[v] = kring_label_get_seat_box (&labels->nodes[v], seats[v]);
    }
  for (guint e = 0; e < labels->n_ties; e++)
    {
      slots[e] = labels->ties[e].slot >= 0 ? labels->ties[e].slot : KRING_LABEL_SLOTS / 2;
      if (labels->ties[e].width > 0)
        labels->boxes[labels->n_nodes + e] = kring_label_get_slot_box (&labels->ties[e], slots[e]);
    }
}

static gboolean
improve_all (Labels *labels, int *seats, int *slots)
{
  gboolean changed = FALSE;

  for (guint v = 0; v < labels->n_nodes; v++)
    if (labels->nodes[v].width > 0 && labels->nodes[v].seat < 0)
      changed |= improve_seat (labels, v, &seats[v]);
  for (guint e = 0; e < labels->n_ties; e++)
    if (labels->ties[e].width > 0 && labels->ties[e].slot < 0)
      changed |= improve_slot (labels, e, &slots[e]);
  return changed;
}

static void
count (const Labels *labels, KringLabelCounts *counts)
{
  counts->overlaps = counts->lines = 0;
  for (guint i = 0; i < labels->n_nodes + labels->n_ties; i++)
    if (labels->boxes[i].width > 0)
      cost_of_box (labels, labels->boxes[i], i,
                   i >= labels->n_nodes ? i - labels->n_nodes : G_MAXUINT, counts);
}

/**
 * kring_labels_place:
 * @seats: (out caller-allocates): a KringLabelSeat for every node
 * @slots: (out caller-allocates): a slot for every tie
 * @counts: (out) (optional): what labels still cover; each meeting of two labels counts twice
 *
 * Coordinate descent over all labels: after Christensen, Marks, Shieber, "An empirical study of
 * algorithms for point-feature label placement", ACM TOG 14(3), 1995, with tie labels added.
 */
void
kring_labels_place (const KringLabelNode *nodes,
                    guint n_nodes,
                    const KringLabelTie *ties,
                    guint n_ties,
                    int *seats,
                    int *slots,
                    KringLabelCounts *counts)
{
  Labels labels = { nodes, ties, n_nodes, n_ties, g_new0 (KringRect, n_nodes + n_ties + 1) };

  start (&labels, seats, slots);
  for (int round = 0; round < ROUNDS && improve_all (&labels, seats, slots); round++)
    continue;
  if (counts != NULL)
    count (&labels, counts);
  g_free (labels.boxes);
}
