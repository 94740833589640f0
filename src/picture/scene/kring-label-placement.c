/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-label-placement.h"

#include "map/base/kring-grid.h"
#include "picture/marks/kring-badge.h"

/* Straight pieces that arcs are indexed by are not longer than this. */
#define PIECE 64.0

/* Cells of the index of what is in the way, in map units. */
#define CELL 64.0

/* Labels of ties slide in steps within these parts of the tie, further where they would be on something. */
#define SLIDE_STEP 0.04
#define SLIDE_STEPS 6
#define SLIDE_STEPS_MOST 9

/* So many steps away from a short tie its words may stand. */
#define BESIDE_MOST 4

/* What stays free between a label and anything else. */
#define AIR 2.0

/* What a glyph needs of a tie, with air. */
#define GLYPH_ROOM 26.0

/* How bad it is for a label of a node to touch something, against one unit of a tie. */
#define TOUCH 12.0
#define TOUCH_AREA 0.4
#define OWN_TIE 0.4

/* How much worse words of a tie lie on somebody than on other words. */
#define ON_NODE 10.0

#define FREE 0.5 /* what counts as nothing */

typedef struct
{
  KringTie *tie; /* (not owned) */
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
  KringGrid *touched;    /* (not owned) (nullable) where something went or came; NULL: everywhere */
  guint n_looks;         /* how many ties and labels chose anew */
} Run;

static void
append_pieces (GArray *pieces, KringTie *tie, KringPoint a, KringPoint b)
{
  guint n = MAX (1, (guint) ceil (kring_point_distance (a, b) / PIECE));

  n = MIN (n, 4096);
  for (guint i = 0; i < n; i++)
    {
      double s = (double) i / n, t = (double) (i + 1) / n;
      Piece piece = { tie,
                      { a.x + (b.x - a.x) * s, a.y + (b.y - a.y) * s },
                      { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t } };

      g_array_append_val (pieces, piece);
    }
}

/* Adds the pieces of the arc to the array, and their boxes to the grid. */
static void
add_pieces (KringGrid *grid, GArray *pieces, KringTie *tie)
{
  guint start = pieces->len;

  for (guint i = 1; i < tie->arc->points->len; i++)
    append_pieces (pieces, tie, g_array_index (tie->arc->points, KringPoint, i - 1),
                   g_array_index (tie->arc->points, KringPoint, i));
  for (guint i = start; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      kring_grid_add (grid, kring_rect_from_corners (piece->a, piece->b));
    }
}

static void
touch_arc (KringGrid *touched, KringTie *tie)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  if (tie->arc != NULL && touched != NULL)
    add_pieces (touched, pieces, tie);
}

static void
touch (Run *run, KringRect box)
{
  if (!kring_rect_is_empty (box) && run->touched != NULL)
    kring_grid_add (run->touched, box);
}

/* Whether anything went or came where a label looked when it was given its place. */
static gboolean
is_touched (Run *run, KringRect reach)
{
  return run->touched == NULL || kring_grid_find (run->touched, reach)->len > 0;
}

static void
route (Run *run, KringTie *tie)
{
  if (!tie->routed)
    {
      touch_arc (run->touched, tie);
      kring_tie_route (tie);
      touch_arc (run->touched, tie);
      tie->routed = TRUE;
      tie->line_changed = TRUE;
      tie->label_changed = TRUE;
    }
  if (!tie->hidden)
    add_pieces (run->piece_grid, run->pieces, tie);
}

/* The body and the marks of a node, with air. */
static guint
get_boxes (const KringNode *node, KringRect boxes[1 + KRING_NODE_N_SEATS])
{
  KringPoint seats[KRING_NODE_N_SEATS];
  guint n_seats = kring_node_get_seats (node, 1, seats);

  boxes[0] = kring_rect_grow (kring_node_get_box (node), 2);
  for (guint i = 0; i < n_seats; i++)
    boxes[i + 1] = kring_rect_grow (KRING_RECT_INIT (seats[i].x, seats[i].y, 0, 0), 9);
  return n_seats + 1;
}

static void
label_placement_take (Run *run, KringRect box, const KringNode *part_of)
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
  KringRect boxes[1 + KRING_NODE_N_SEATS];
  guint n_boxes = get_boxes (node, boxes);

  for (guint i = 0; i < n_boxes; i++)
    {
      label_placement_take (run, boxes[i], node);
      if (node->fresh)
        touch (run, boxes[i]);
    }
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
      area += width * height * (own == NULL && taken->part_of != NULL ? ON_NODE : 1);
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

/* What is no better than @least is not looked at any further. */
static double
get_seat_cost (Run *run, KringNode *node, KringSeat seat, double least)
{
  gboolean stacked = seat == KRING_SEAT_BELOW || seat == KRING_SEAT_ABOVE;
  KringRect box = kring_node_label_get_box (node, seat);
  KringRect around = kring_rect_grow (box, AIR);
  guint in_the_way = 0;
  double area = get_overlap (run, box, node, &in_the_way);
  double cost = area * TOUCH_AREA + in_the_way * TOUCH;

  node->label.reach = kring_rect_union (node->label.reach, around);
  if (cost >= least)
    return cost;
  return get_crossing (run, around, stacked ? node : NULL, NULL) + area * TOUCH_AREA +
         in_the_way * TOUCH;
}

static KringSeat
choose_seat (Run *run, KringNode *node)
{
  static const KringSeat order[] = { KRING_SEAT_BELOW, KRING_SEAT_ABOVE, KRING_SEAT_RIGHT,
                                     KRING_SEAT_LEFT, KRING_SEAT_LOWER_RIGHT };
  KringSeat best = KRING_SEAT_BELOW;
  double least = G_MAXDOUBLE;

  if (!node->fresh && !is_touched (run, node->label.reach))
    return node->label.seat;
  run->n_looks++;
  node->label.reach = KRING_RECT_INIT (0, 0, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order) && least > FREE; i++)
    {
      double cost = get_seat_cost (run, node, order[i], least);

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

  if (node->fresh || node->label.seat != seat)
    {
      touch (run, kring_node_label_get_box (node, node->label.seat));
      touch (run, box);
    }
  node->label_changed = node->fresh || node->label.seat != seat || node->ground != ground;
  node->label.seat = seat;
  node->ground = ground;
  label_placement_take (run, box, NULL);
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

/* As for seats. */
static double
get_place_cost (
    Run *run, KringTie *tie, const KringTiePlace *place, gboolean crossings, double least)
{
  double middle;
  KringRect around = kring_rect_grow (place->box, AIR);
  double cost = get_overlap (run, around, NULL, NULL);

  tie->reach = kring_rect_union (tie->reach, around);
  if (crossings && cost < least)
    cost += get_crossing (run, place->box, NULL, tie);
  if (kring_tie_has_glyph (tie) && !place->beside &&
      kring_tie_label_get_gap (tie, place, &middle) < GLYPH_ROOM)
    cost += GLYPH_ROOM * GLYPH_ROOM;
  return cost;
}

/* The best of some places on the line, or as far beside it; TRUE when it is free. */
static gboolean
try_places (
    Run *run, KringTie *tie, int beside, gboolean crossings, double *least, KringTiePlace *best)
{
  int steps = crossings ? SLIDE_STEPS : SLIDE_STEPS_MOST;

  for (int i = 0; i <= 2 * steps; i++)
    {
      int step = i % 2 == 0 ? -i / 2 : (i + 1) / 2;
      double t = 0.5 + step * SLIDE_STEP;

      for (int side = -beside; side <= beside; side += MAX (2 * beside, 1))
        {
          KringTiePlace place = kring_tie_label_get_place (tie, t, side);
          double cost = get_place_cost (run, tie, &place, crossings, *least);

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

/* Words that would hide a short tie stand beside it, further off where people are in the way. */
static gboolean
try_all (Run *run, KringTie *tie, gboolean crossings, KringTiePlace *best)
{
  double least = G_MAXDOUBLE;

  if (!kring_tie_label_is_short (tie))
    return try_places (run, tie, 0, crossings, &least, best);
  for (int beside = 1; beside <= BESIDE_MOST; beside++)
    if (try_places (run, tie, beside, crossings, &least, best))
      return TRUE;
  return FALSE;
}

static KringTiePlace
label_placement_find_place (Run *run, KringTie *tie)
{
  KringTiePlace best = { 0 };

  if (!tie->line_changed && !is_touched (run, tie->reach))
    return tie->place;
  run->n_looks++;
  tie->reach = KRING_RECT_INIT (0, 0, 0, 0);
  if (tie->body == NULL || (tie->label_width == 0 && tie->more == 0) || tie->hidden)
    return best;
  if (tie->more > 0)
    return kring_tie_label_get_place (tie, 0.5, 0);
  if (!isnan (tie->label_at))
    return kring_tie_label_get_place (tie, CLAMP (tie->label_at, 0, 1), 0);
  if (!try_all (run, tie, TRUE, &best))
    try_all (run, tie, FALSE, &best);
  return best;
}

static gboolean
places_equal (const KringTiePlace *a, const KringTiePlace *b)
{
  return a->at.x == b->at.x && a->at.y == b->at.y && a->beside == b->beside &&
         a->ground == b->ground && a->box.width == b->box.width && a->box.height == b->box.height;
}

static void
label_placement_place_label (Run *run, KringTie *tie)
{
  KringTiePlace place = label_placement_find_place (run, tie);
  double glyph = 0;

  place.ground = kring_ground_get_colour (run->ground, place.at);
  if (!places_equal (&place, &tie->place))
    {
      touch (run, tie->place.box);
      touch (run, place.box);
      tie->label_changed = TRUE;
    }
  tie->place = place;
  label_placement_take (run, place.box, NULL);
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
          label_placement_place_label (run, tie);
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
 * kring_touched_new: (constructor)
 *
 * Returns: (transfer full): nothing has changed
 */
KringTouched *
kring_touched_new (void)
{
  KringTouched *self = g_new (KringTouched, 1);

  self->standers = g_array_new (FALSE, FALSE, sizeof (KringStander));
  self->grid = kring_grid_new (CELL);
  return self;
}

void
kring_touched_free (KringTouched *self)
{
  g_array_unref (self->standers);
  kring_grid_free (self->grid);
  g_free (self);
}

/* Notes, as they lie over ties, are nobody. */
static void
add_stander (GArray *standers, const KringNode *node)
{
  KringStander stander = { node->at, node->radius };

  if (node->form != KRING_FORM_NOTE)
    g_array_append_val (standers, stander);
}

/**
 * kring_touched_add_node:
 *
 * Tells that @node goes: labels that stood or looked there are placed again.
 */
void
kring_touched_add_node (KringTouched *self, const KringNode *node)
{
  KringRect boxes[1 + KRING_NODE_N_SEATS];
  guint n_boxes = get_boxes (node, boxes);

  for (guint i = 0; i < n_boxes; i++)
    kring_grid_add (self->grid, boxes[i]);
  kring_grid_add (self->grid, kring_node_label_get_box (node, node->label.seat));
  add_stander (self->standers, node);
}

/**
 * kring_touched_add_tie:
 *
 * Tells that @tie goes: labels that stood or looked there are placed again.
 */
void
kring_touched_add_tie (KringTouched *self, KringTie *tie)
{
  touch_arc (self->grid, tie);
  kring_grid_add (self->grid, tie->place.box);
}

/* Whether it stands where one of those stood, who then did not go. */
static gboolean
take_back (GArray *gone, const KringNode *node)
{
  for (guint i = 0; i < gone->len; i++)
    {
      const KringStander *stander = &g_array_index (gone, KringStander, i);

      if (stander->at.x != node->at.x || stander->at.y != node->at.y ||
          stander->radius != node->radius)
        continue;
      g_array_remove_index_fast (gone, i);
      return TRUE;
    }
  return FALSE;
}

/* Adds who came to those who went. */
static void
add_fresh (GArray *standers, GPtrArray *nodes)
{
  g_autoptr (GArray) came = g_array_new (FALSE, FALSE, sizeof (KringStander));

  for (guint i = 0; i < nodes->len; i++)
    {
      KringNode *node = g_ptr_array_index (nodes, i);

      if (node->fresh && node->form != KRING_FORM_NOTE && !take_back (standers, node))
        add_stander (came, node);
    }
  g_array_append_vals (standers, came->data, came->len);
}

/**
 * kring_label_placement_run:
 * @nodes: (element-type KringNode): in the order of the map
 * @ties: (element-type KringTie): in the order of the map
 * @touched: (nullable): where something went; new nodes and ties are added to it; %NULL: all of them
 *   are new
 *
 * Sets seats of labels, courses of ties and places of their labels, and the flags that tell what
 * must be drawn again.
 *
 * Labels choose one after another, always in the same order, each by what lies where it looks: ties,
 * bodies, and the labels before it. So a label that looks at nothing touched would choose what it
 * chose last time, and is not asked; one that moves touches where it was and where it is, for the
 * labels after it. The outcome is that of asking them all.
 *
 * Returns: how many ties and labels were asked
 */
guint
kring_label_placement_run (GPtrArray *nodes,
                           GPtrArray *ties,
                           const KringGround *ground,
                           KringTouched *touched)
{
  Run run = { ground,
              kring_grid_new (CELL),
              g_array_new (FALSE, FALSE, sizeof (Piece)),
              kring_grid_new (CELL),
              g_array_new (FALSE, FALSE, sizeof (Taken)),
              touched != NULL ? touched->grid : NULL,
              0 };

  if (touched != NULL)
    add_fresh (touched->standers, nodes);
  run.n_looks = kring_ties_spread (ties, nodes, touched != NULL ? touched->standers : NULL);
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
  return run.n_looks;
}
