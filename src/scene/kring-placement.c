/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/kring-placement.h"

#include "scene/kring-badge.h"
#include "scene/kring-grid.h"

#include <string.h>

/* How far parallel ties lie apart, and how many are drawn before the rest becomes a pill. */
#define FAN 18.0
#define FAN_MAX 4
#define FAN_SHOWN 3

/* Straight pieces that arcs are indexed by are not longer than this. */
#define PIECE 64.0

/* Cells of the index of what is in the way, in map units. */
#define CELL 64.0

/* Labels of ties slide in steps within these parts of the tie. */
#define SLIDE_STEP 0.04
#define SLIDE_STEPS 6

/* What stays free between a label and anything else. */
#define AIR 2.0

/* What a glyph needs of a tie, with air. */
#define GLYPH_ROOM 26.0

/* How bad it is for a label of a node to touch something, against one unit of a tie. */
#define TOUCH 12.0
#define TOUCH_AREA 0.4
#define OWN_TIE 0.4
#define FREE 0.5 /* what counts as nothing */

typedef struct
{
  KringTie *tie;
  KringPoint a, b;
} Piece;

typedef struct
{
  KringRect box;
  const KringNode *part_of; /* (nullable) the node whose body or mark it is */
} Taken;

typedef struct
{
  const KringGround *ground;
  KringGrid *piece_grid; /* (owned) */
  GArray *pieces;        /* (owned) (element-type Piece), as in piece_grid */
  KringGrid *taken_grid; /* (owned) */
  GArray *taken;         /* (owned) (element-type Taken), as in taken_grid */
} Run;

static int
compare_parallel (gconstpointer pa, gconstpointer pb)
{
  const KringTie *a = *(const KringTie *const *) pa, *b = *(const KringTie *const *) pb;
  gboolean a_turned = strcmp (a->from->id, a->to->id) > 0;
  gboolean b_turned = strcmp (b->from->id, b->to->id) > 0;
  int order = strcmp (a_turned ? a->to->id : a->from->id, b_turned ? b->to->id : b->from->id);

  if (order == 0)
    order = strcmp (a_turned ? a->from->id : a->to->id, b_turned ? b->from->id : b->to->id);
  if (order == 0)
    order =
        g_strcmp0 (kring_item_get_text (a->item, "kind"), kring_item_get_text (b->item, "kind"));
  return order != 0 ? order : strcmp (a->id, b->id);
}

static gboolean
are_parallel (const KringTie *a, const KringTie *b)
{
  return (a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from);
}

/* Gives a tie its place among count parallel ones. */
static void
spread_one (KringTie *tie, guint index, guint count)
{
  gboolean turned = strcmp (tie->from->id, tie->to->id) > 0;
  guint shown = count > FAN_MAX ? FAN_SHOWN : count;
  double curve = (index - (shown - 1) / 2.0) * FAN * (turned ? -1 : 1);
  gboolean hidden = index > shown;
  guint more = index == shown && count > shown ? count - shown : 0;

  if (!isnan (tie->bend) && more == 0)
    curve = tie->bend;
  if (tie->arc == NULL || tie->curve != curve || tie->hidden != hidden || tie->more != more)
    tie->routed = FALSE;
  tie->curve = curve;
  tie->hidden = hidden;
  tie->more = more;
}

static void
spread (GPtrArray *ties)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (ties, NULL, NULL);
  guint start = 0;

  g_ptr_array_sort (sorted, compare_parallel);
  for (guint i = 1; i <= sorted->len; i++)
    {
      if (i < sorted->len &&
          are_parallel (g_ptr_array_index (sorted, start), g_ptr_array_index (sorted, i)))
        continue;
      for (guint k = start; k < i; k++)
        spread_one (g_ptr_array_index (sorted, k), k - start, i - start);
      start = i;
    }
}

static void
add_piece (Run *run, KringTie *tie, KringPoint a, KringPoint b)
{
  guint n = MAX (1, (guint) ceil (kring_point_distance (a, b) / PIECE));

  n = MIN (n, 4096);
  for (guint i = 0; i < n; i++)
    {
      double s = (double) i / n, t = (double) (i + 1) / n;
      Piece piece = { tie,
                      { a.x + (b.x - a.x) * s, a.y + (b.y - a.y) * s },
                      { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t } };

      kring_grid_add (run->piece_grid, kring_rect_from_corners (piece.a, piece.b));
      g_array_append_val (run->pieces, piece);
    }
}

static void
route (Run *run, KringTie *tie)
{
  if (!tie->routed)
    {
      kring_tie_route (tie);
      tie->routed = TRUE;
      tie->line_changed = TRUE;
      tie->label_changed = TRUE;
    }
  if (tie->hidden)
    return;
  for (guint i = 1; i < tie->arc->points->len; i++)
    add_piece (run, tie, g_array_index (tie->arc->points, KringPoint, i - 1),
               g_array_index (tie->arc->points, KringPoint, i));
}

static void
take (Run *run, KringRect box, const KringNode *part_of)
{
  Taken taken = { box, part_of };

  if (kring_rect_is_empty (box))
    return;
  kring_grid_add (run->taken_grid, box);
  g_array_append_val (run->taken, taken);
}

static void
take_node (Run *run, const KringNode *node)
{
  KringPoint seats[KRING_NODE_N_SEATS];
  guint n_seats = kring_node_get_seats (node, seats);

  take (run, kring_rect_grow (kring_node_get_box (node), 2), node);
  for (guint i = 0; i < n_seats; i++)
    take (run, kring_rect_grow (KRING_RECT_INIT (seats[i].x, seats[i].y, 0, 0), 9), node);
}

/* How much of the box is taken by labels, and by bodies and marks of others than own, whose marks
 * have seats that keep clear of its label. */
static double
get_overlap (Run *run, KringRect box, const KringNode *own, guint *count)
{
  GArray *found = kring_grid_find (run->taken_grid, box);
  double area = 0;

  for (guint i = 0; i < found->len; i++)
    {
      Taken *taken = &g_array_index (run->taken, Taken, g_array_index (found, guint, i));
      double width =
          MIN (box.x + box.width, taken->box.x + taken->box.width) - MAX (box.x, taken->box.x);
      double height =
          MIN (box.y + box.height, taken->box.y + taken->box.height) - MAX (box.y, taken->box.y);

      if (width <= 0 || height <= 0 || (own != NULL && taken->part_of == own))
        continue;
      area += width * height;
      if (count != NULL)
        *count += 1;
    }
  return area;
}

/* How much of other ties lies in the box; those of own count less, as they stop there. */
static double
get_crossing (Run *run, KringRect box, const KringNode *own, const KringTie *but)
{
  GArray *found = kring_grid_find (run->piece_grid, box);
  double length = 0;

  for (guint i = 0; i < found->len; i++)
    {
      Piece *piece = &g_array_index (run->pieces, Piece, g_array_index (found, guint, i));
      gboolean is_own = own != NULL && (piece->tie->from == own || piece->tie->to == own);

      if (piece->tie != but)
        length += kring_segment_inside (piece->a, piece->b, box) * (is_own ? OWN_TIE : 1);
    }
  return length;
}

static double
get_seat_cost (Run *run, const KringNode *node, KringSeat seat)
{
  gboolean stacked = seat == KRING_SEAT_BELOW || seat == KRING_SEAT_ABOVE;
  KringRect box = kring_node_label_get_box (node, seat);
  guint touched = 0;
  double area = get_overlap (run, box, node, &touched);

  return get_crossing (run, kring_rect_grow (box, AIR), stacked ? node : NULL, NULL) +
         area * TOUCH_AREA + touched * TOUCH;
}

static KringSeat
choose_seat (Run *run, const KringNode *node)
{
  static const KringSeat order[] = { KRING_SEAT_BELOW, KRING_SEAT_ABOVE, KRING_SEAT_RIGHT,
                                     KRING_SEAT_LEFT, KRING_SEAT_LOWER_RIGHT };
  KringSeat best = KRING_SEAT_BELOW;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (order) && least > FREE; i++)
    {
      double cost = get_seat_cost (run, node, order[i]);

      if (cost < least)
        {
          least = cost;
          best = order[i];
        }
    }
  return best;
}

static void
seat_node (Run *run, KringNode *node, KringSeat seat)
{
  KringRect box = kring_node_label_get_box (node, seat);
  KringColour ground = kring_ground_get_colour (run->ground, kring_rect_centre (box));

  node->label_changed = node->fresh || node->label.seat != seat || node->ground != ground;
  node->label.seat = seat;
  node->ground = ground;
  take (run, box, NULL);
}

/* First what people placed, then the rest around it. */
static void
seat_all (Run *run, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      KringNode *node = g_ptr_array_index (nodes, i);

      if (node->label.wanted != KRING_SEAT_AUTO)
        seat_node (run, node, node->label.wanted);
    }
  for (guint i = 0; i < nodes->len; i++)
    {
      KringNode *node = g_ptr_array_index (nodes, i);

      if (node->label.wanted == KRING_SEAT_AUTO && node->label.stacked.lines != NULL)
        seat_node (run, node, choose_seat (run, node));
    }
}

static double
get_place_cost (Run *run, const KringTie *tie, const KringTiePlace *place, gboolean crossings)
{
  double middle;
  double cost = get_overlap (run, kring_rect_grow (place->box, AIR), NULL, NULL);

  if (crossings)
    cost += get_crossing (run, place->box, NULL, tie);
  if (kring_tie_has_glyph (tie) && !place->beside &&
      kring_tie_label_get_gap (tie, place, &middle) < GLYPH_ROOM)
    cost += GLYPH_ROOM * GLYPH_ROOM;
  return cost;
}

/* The best of some places; TRUE when it is free. */
static gboolean
try_places (Run *run, const KringTie *tie, gboolean crossings, double *least, KringTiePlace *best)
{
  gboolean beside = kring_tie_label_is_short (tie);

  for (int i = 0; i <= 2 * SLIDE_STEPS; i++)
    {
      int step = i % 2 == 0 ? -i / 2 : (i + 1) / 2;
      double t = 0.5 + step * SLIDE_STEP;

      for (int side = beside ? -1 : 0; side <= (beside ? 1 : 0); side += 2)
        {
          KringTiePlace place = kring_tie_label_get_place (tie, t, side);
          double cost = get_place_cost (run, tie, &place, crossings);

          if (cost >= *least)
            continue;
          *least = cost;
          *best = place;
          if (cost <= FREE)
            return TRUE;
        }
    }
  return FALSE;
}

static KringTiePlace
find_place (Run *run, const KringTie *tie)
{
  KringTiePlace best = { 0 };
  double least = G_MAXDOUBLE;

  if (tie->body == NULL || (tie->label_width == 0 && tie->more == 0) || tie->hidden)
    return best;
  if (tie->more > 0)
    return kring_tie_label_get_place (tie, 0.5, 0);
  if (!isnan (tie->label_at))
    return kring_tie_label_get_place (tie, CLAMP (tie->label_at, 0, 1), 0);
  if (try_places (run, tie, TRUE, &least, &best))
    return best;
  least = G_MAXDOUBLE;
  try_places (run, tie, FALSE, &least, &best);
  return best;
}

static gboolean
places_equal (const KringTiePlace *a, const KringTiePlace *b)
{
  return a->at.x == b->at.x && a->at.y == b->at.y && a->beside == b->beside &&
         a->ground == b->ground && a->box.width == b->box.width && a->box.height == b->box.height;
}

static void
place_label (Run *run, KringTie *tie)
{
  KringTiePlace place = find_place (run, tie);
  double glyph = 0;

  place.ground = kring_ground_get_colour (run->ground, place.at);
  if (!places_equal (&place, &tie->place))
    tie->label_changed = TRUE;
  tie->place = place;
  take (run, place.box, NULL);
  if (tie->body == NULL)
    return;
  kring_tie_label_get_gap (tie, &place, &glyph);
  if (glyph != tie->glyph)
    tie->line_changed = TRUE;
  tie->glyph = glyph;
}

static void
place_labels (Run *run, GPtrArray *ties)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < ties->len; i++)
      {
        KringTie *tie = g_ptr_array_index (ties, i);

        if (isnan (tie->label_at) == (pass == 1))
          place_label (run, tie);
      }
}

static void
trim (KringTie *tie)
{
  if (!tie->line_changed && !tie->from->label_changed && !tie->to->label_changed)
    return;
  tie->line_changed = TRUE;
  kring_tie_trim (tie);
}

/**
 * kring_placement_run:
 * @nodes: (element-type KringNode): in the order of the map
 * @ties: (element-type KringTie): in the order of the map
 *
 * Sets seats of labels, courses of ties and places of their labels, and the flags that tell what
 * must be drawn again.
 */
void
kring_placement_run (GPtrArray *nodes, GPtrArray *ties, const KringGround *ground)
{
  Run run = { ground, kring_grid_new (CELL), g_array_new (FALSE, FALSE, sizeof (Piece)),
              kring_grid_new (CELL), g_array_new (FALSE, FALSE, sizeof (Taken)) };

  spread (ties);
  for (guint i = 0; i < ties->len; i++)
    route (&run, g_ptr_array_index (ties, i));
  for (guint i = 0; i < nodes->len; i++)
    take_node (&run, g_ptr_array_index (nodes, i));
  seat_all (&run, nodes);
  for (guint i = 0; i < ties->len; i++)
    trim (g_ptr_array_index (ties, i));
  place_labels (&run, ties);
  kring_grid_free (run.piece_grid);
  kring_grid_free (run.taken_grid);
  g_array_unref (run.pieces);
  g_array_unref (run.taken);
}
