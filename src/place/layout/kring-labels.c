/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-labels.h"

#include "map/base/kring-grid.h"

/* What one meeting costs; a place that people like less costs a little in itself. */
#define COST_NODE 80.0
#define COST_LABEL 50.0
#define COST_LINE 3.0
#define COST_LINE_LENGTH 0.25 /* per map unit of line under a label */
#define COST_HIDDEN 40.0      /* of a line under a label from end to end */
#define COST_SEAT 0.35
#define COST_SLOT 0.12

/* A node's own ties end at its label: that hides less than a line that runs on. */
#define OWN_LINE 0.4

#define ROUNDS 12

/* Of the grids in which is found what a label may ever meet: about as large as a label and what it stands at. */
#define CELL 200

/* A straight piece of a line; lines are looked at piece by piece. */
typedef struct
{
  KringPoint a, b;
  KringRect bounds;
  guint tie;
} Piece;

/* What a label may meet in any of its places, in order. */
typedef struct
{
  guint *nodes, *labels, *pieces; /* (owned) */
  guint n_nodes, n_labels, n_pieces;
} Meetings;

typedef struct
{
  KringLabelNode *nodes; /* (not owned) */
  KringLabelTie *ties;   /* (not owned) */
  guint n_nodes;
  guint n_ties;
  Piece *pieces; /* (owned) */
  guint n_pieces;
  double *lengths;    /* (owned) of the lines of ties */
  KringRect *boxes;   /* (owned) of the node labels, then of the tie labels; empty: no label */
  Meetings *meetings; /* (owned) of the same labels */
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
  labels->lengths = g_new0 (double, labels->n_ties + 1);
  for (guint e = 0; e < labels->n_ties; e++)
    for (guint i = 1; i < labels->ties[e].line->len; i++)
      {
        Piece *piece = &labels->pieces[labels->n_pieces++];

        piece->a = g_array_index (labels->ties[e].line, KringPoint, i - 1);
        piece->b = g_array_index (labels->ties[e].line, KringPoint, i);
        piece->bounds = kring_rect_from_corners (piece->a, piece->b);
        piece->tie = e;
        labels->lengths[e] += kring_point_distance (piece->a, piece->b);
      }
}

static const KringRect *
get_places (const Labels *labels, guint label, guint *n)
{
  *n = label < labels->n_nodes ? KRING_LABEL_SEATS : KRING_LABEL_SLOTS;
  return label < labels->n_nodes ? labels->nodes[label].seats
                                 : labels->ties[label - labels->n_nodes].slots;
}

static int
labels_compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Each of @found once, in order. */
static guint *
take_sorted (GArray *found, guint *n)
{
  guint *sorted;

  g_array_sort (found, labels_compare_numbers);
  *n = 0;
  for (guint i = 0; i < found->len; i++)
    if (i == 0 || g_array_index (found, guint, i) != g_array_index (found, guint, *n - 1))
      g_array_index (found, guint, (*n)++) = g_array_index (found, guint, i);
  sorted = g_memdup2 (found->data, MAX (*n, 1) * sizeof (guint));
  g_array_set_size (found, 0);
  return sorted;
}

/* What @grid has in any place of the label; @owners: (nullable): whose each of them is. */
static guint *
find_in (
    const Labels *labels, guint label, KringGrid *grid, GArray *owners, GArray *found, guint *n)
{
  guint n_places;
  const KringRect *places = get_places (labels, label, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      GArray *here = kring_grid_find (grid, places[i]);

      for (guint j = 0; j < here->len; j++)
        {
          guint number = g_array_index (here, guint, j);

          if (owners != NULL)
            number = g_array_index (owners, guint, number);
          g_array_append_val (found, number);
        }
    }
  return take_sorted (found, n);
}

static KringGrid *
new_grid_of_places (const Labels *labels, GArray *owners)
{
  KringGrid *grid = kring_grid_new (CELL);

  for (guint label = 0; label < labels->n_nodes + labels->n_ties; label++)
    {
      guint n;
      const KringRect *places = get_places (labels, label, &n);

      for (guint i = 0; i < n && places[i].width > 0; i++)
        {
          kring_grid_add (grid, places[i]);
          g_array_append_val (owners, label);
        }
    }
  return grid;
}

/* Seats and slots do not move, so what each label may meet is looked up once. */
static void
find_meetings (Labels *labels)
{
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (KringGrid) nodes = kring_grid_new (CELL);
  g_autoptr (KringGrid) places = new_grid_of_places (labels, owners);
  g_autoptr (KringGrid) pieces = kring_grid_new (CELL);

  for (guint v = 0; v < labels->n_nodes; v++)
    kring_grid_add (nodes, kring_rect_union (labels->nodes[v].body, labels->nodes[v].marks));
  for (guint i = 0; i < labels->n_pieces; i++)
    kring_grid_add (pieces, labels->pieces[i].bounds);
  labels->meetings = g_new0 (Meetings, labels->n_nodes + labels->n_ties + 1);
  for (guint label = 0; label < labels->n_nodes + labels->n_ties; label++)
    {
      Meetings *meetings = &labels->meetings[label];

      meetings->nodes = find_in (labels, label, nodes, NULL, found, &meetings->n_nodes);
      meetings->labels = find_in (labels, label, places, owners, found, &meetings->n_labels);
      meetings->pieces = find_in (labels, label, pieces, NULL, found, &meetings->n_pieces);
    }
}

static void
clear_meetings (Labels *labels)
{
  for (guint i = 0; i < labels->n_nodes + labels->n_ties; i++)
    {
      g_free (labels->meetings[i].nodes);
      g_free (labels->meetings[i].labels);
      g_free (labels->meetings[i].pieces);
    }
  g_free (labels->meetings);
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
  find_meetings (self);
}

static void
labels_clear (Labels *self)
{
  clear_meetings (self);
  g_free (self->boxes);
  g_free (self->pieces);
  g_free (self->lengths);
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

/* What lies of one line under a label; a line of which nothing is left says nothing any more. */
static double
labels_cost_of_line (const Labels *labels, guint tie, double inside, gboolean is_own)
{
  double hidden = inside / labels->lengths[tie];

  return (is_own ? OWN_LINE : 1) * (COST_LINE + COST_LINE_LENGTH * inside) +
         COST_HIDDEN * hidden * hidden;
}

/* Lines under the box of label number self: those of node `own` (-1: none) less, tie number `but`
 * (-1: none) not. */
static double
labels_cost_of_lines (
    const Labels *labels, KringRect box, guint self, int own, int but, KringLabelCounts *counts)
{
  const Meetings *meetings = &labels->meetings[self];
  double cost = 0;

  for (guint i = 0, next; i < meetings->n_pieces; i = next)
    {
      guint number = labels->pieces[meetings->pieces[i]].tie;
      const KringLabelTie *tie = &labels->ties[number];
      gboolean is_own = own >= 0 && (tie->from == own || tie->to == own);
      double inside = 0;

      for (next = i; next < meetings->n_pieces; next++)
        {
          const Piece *piece = &labels->pieces[meetings->pieces[next]];

          if (piece->tie != number)
            break;
          if ((int) number != but && may_meet (piece, box))
            inside += length_inside (piece, box);
        }
      if (!(inside > 0))
        continue;
      cost += labels_cost_of_line (labels, number, inside, is_own);
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
  const Meetings *meetings = &labels->meetings[self];
  double cost = 0;

  for (guint i = 0; i < meetings->n_nodes; i++)
    {
      const KringLabelNode *node = &labels->nodes[meetings->nodes[i]];

      if (kring_rect_intersects ((int) meetings->nodes[i] == own ? node->body : node->marks, box))
        {
          cost += COST_NODE;
          counts->overlaps++;
        }
    }
  for (guint i = 0; i < meetings->n_labels; i++)
    {
      KringRect other = labels->boxes[meetings->labels[i]];

      if (meetings->labels[i] != self && other.width > 0 && kring_rect_intersects (other, box))
        {
          cost += COST_LABEL;
          counts->overlaps++;
        }
    }
  return cost;
}

static double
cost_of_seat (const Labels *labels, guint v, int seat, KringLabelCounts *counts)
{
  KringRect box = labels->nodes[v].seats[seat];

  return cost_of_boxes (labels, box, v, seat < FIRST_CORNER ? (int) v : -1, counts) +
         labels_cost_of_lines (labels, box, v, (int) v, -1, counts);
}

static double
cost_of_slot (const Labels *labels, guint e, KringRect box, KringLabelCounts *counts)
{
  return cost_of_boxes (labels, box, labels->n_nodes + e, -1, counts) +
         labels_cost_of_lines (labels, box, labels->n_nodes + e, -1, (int) e, counts);
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

static gboolean
is_on_somebody (const Labels *labels, guint e)
{
  const Meetings *meetings = &labels->meetings[labels->n_nodes + e];

  for (guint i = 0; i < meetings->n_nodes; i++)
    if (kring_rect_intersects (labels->nodes[meetings->nodes[i]].body, *slot_box (labels, e)))
      return TRUE;
  return FALSE;
}

/* Words for which every slot lies on somebody are not given one: the drawing slides them further. */
static void
give_back (Labels *labels, const int *starts)
{
  for (guint e = 0; e < labels->n_ties; e++)
    if (has_slots (&labels->ties[e]) && !labels->ties[e].fixed && is_on_somebody (labels, e))
      labels->ties[e].slot = starts[e];
}

/**
 * kring_labels_place:
 * @set: (inout): seats and slots are where the search starts, and what it found
 *
 * Coordinate descent over all labels: after Christensen, Marks, Shieber, "An empirical study of
 * algorithms for point-feature label placement", ACM TOG 14(3), 1995, with tie labels added. What
 * labels cover never becomes more, but for words that would lie on somebody whatever is chosen: those stay
 * where they were, for the drawing to find them a place.
 */
void
kring_labels_place (KringLabelSet *set)
{
  Labels labels;
  g_autofree int *starts = NULL;

  labels_init (&labels, set);
  starts = g_new (int, labels.n_ties);
  for (guint e = 0; e < labels.n_ties; e++)
    starts[e] = labels.ties[e].slot;
  for (int round = 0; round < ROUNDS && improve_all (&labels); round++)
    continue;
  give_back (&labels, starts);
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
