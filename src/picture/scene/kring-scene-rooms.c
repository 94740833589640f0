/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where larger words find room, and how large they then are. */
#include "picture/scene/kring-scene-rooms.h"

/* The first of the seats of a label set. */
#define FIRST_SEAT KRING_SEAT_BELOW
/* Cells of the index of what is in the way, in map units. */
#define CELL 200.0
/* Of a mark on a person or thing. */
#define MARK_RADIUS 9.0
/* How far off its tie a word may stand on paper, in steps, and off other ties, in map units. */
#define BESIDE_STEPS 4
#define BESIDE_ANOTHER 3.0

static void
words_free (gpointer data)
{
  KringWords *self = data;

  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->seen);
  g_clear_pointer (&self->body, g_ptr_array_unref);
  g_free (self);
}

KringWords *
kring_room_add_words (KringRoom *room, const char *id)
{
  KringWords *words = g_new0 (KringWords, 1);

  words->all = kring_shapes_new ();
  words->seen = kring_shapes_new ();
  g_hash_table_insert (room->words, (gpointer) id, words);
  return words;
}

void
kring_room_take (KringRoom *room, const char *id, KringRect box)
{
  kring_grid_add (room->grid, box);
  g_ptr_array_add (room->owners, (gpointer) id);
  g_array_append_val (room->rects, box);
}

/* Whether nobody else's sign or words are there, and the box is in the frame. */
gboolean
kring_room_is_free (KringRoom *room, const char *id, KringRect box)
{
  KringRect inner = kring_rect_grow (box, -room->touch);
  GArray *found = kring_grid_find (room->grid, inner);

  if (!kring_rect_is_empty (room->frame) && !kring_rect_contains_rect (room->frame, inner))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      guint entry = g_array_index (found, guint, i);

      if (g_ptr_array_index (room->owners, entry) != id &&
          kring_rect_intersects (g_array_index (room->rects, KringRect, entry), inner))
        return FALSE;
    }
  return TRUE;
}

static double
scene_rooms_get_area (KringRect a, KringRect b)
{
  double width = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
  double height = MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y);

  return MAX (width, 0) * MAX (height, 0);
}

/* How much of @box lies over what is of others, 0 to 1; hardly anything for touching it. */
double
kring_room_get_covered (KringRoom *room, const char *id, KringRect box)
{
  KringRect inner = kring_rect_grow (box, -KRING_TOUCH_PAPER);
  GArray *found = kring_grid_find (room->grid, box);
  double area = 0;

  for (guint i = 0; i < found->len; i++)
    {
      guint entry = g_array_index (found, guint, i);
      KringRect rect = g_array_index (room->rects, KringRect, entry);

      if (g_ptr_array_index (room->owners, entry) != id)
        area += scene_rooms_get_area (inner, rect) + 0.01 * scene_rooms_get_area (box, rect);
    }
  return area / MAX (box.width * box.height, 1);
}

/* The seats of a name, first where it stands; on a screen a larger one may leave a chosen seat rather
 * than not be seen. */
guint
kring_room_list_seats (const KringNode *node, KringSeat seats[1 + KRING_LABEL_SEATS])
{
  guint n = 0;

  seats[n++] = node->label.seat;
  if (node->label.wanted == KRING_SEAT_AUTO || !node->printed)
    for (guint s = 0; s < KRING_LABEL_SEATS; s++)
      seats[n++] = FIRST_SEAT + s;
  return n;
}

/* @node with larger words, which draw into @shapes. */
static KringNode
enlarge_node (
    KringRoom *room, const KringNode *node, double scale, gboolean only_name, GPtrArray *shapes)
{
  KringNode copy = *node;

  copy.label = kring_node_label_enlarge (&node->label, scale, only_name, &room->items->measurer);
  copy.label.aside = kring_node_get_aside (node);
  copy.label_shapes = shapes;
  return copy;
}

static void
draw_node (KringRoom *room, KringNode *large, KringSeat seat)
{
  large->label.seat = seat;
  kring_node_label_draw (large, &room->items->measurer);
}

/* Puts the name in letters so much larger where it stands, or beside the sign, if there is room. */
static gboolean
seat_name (KringRoom *room, const KringNode *node, KringWords *words, double scale)
{
  KringNode name = enlarge_node (room, node, scale, TRUE, words->seen);
  KringSeat seats[1 + KRING_LABEL_SEATS];
  guint n_seats = kring_room_list_seats (node, seats);
  gboolean seated = FALSE;

  for (guint i = 0; i < n_seats && !seated; i++)
    {
      words->box = kring_node_label_get_box (&name, seats[i]);
      words->seat = seats[i];
      seated = kring_room_is_free (room, node->id, words->box);
    }
  if (seated)
    {
      draw_node (room, &name, words->seat);
      kring_room_take (room, node->id, words->box);
    }
  else
    {
      words->box = KRING_RECT_INIT (0, 0, 0, 0);
      words->seat = node->label.seat;
    }
  kring_node_label_clear (&name.label);
  return seated;
}

/* On a screen a name without room is not seen until it is pointed at. */
static void
place_name (KringRoom *room, const KringNode *node)
{
  KringWords *words = kring_room_add_words (room, node->id);
  KringNode full = enlarge_node (room, node, room->scale, FALSE, words->all);

  words->seat = node->label.seat;
  draw_node (room, &full, words->seat);
  if (words->all->len > 0)
    {
      if (!room->items->options.complete_labels)
        seat_name (room, node, words, room->scale);
      draw_node (room, &full, words->seat);
    }
  kring_node_label_clear (&full.label);
}

/* Under a name that is seen, where there is room. */
static void
place_second_lines (KringRoom *room, const KringNode *node)
{
  KringWords *words = g_hash_table_lookup (room->words, node->id);
  KringNode full = enlarge_node (room, node, room->scale, FALSE, words->seen);
  KringRect box = kring_node_label_get_box (&full, words->seat);

  room->touch = room->items->options.complete_labels ? KRING_TOUCH_PAPER : KRING_TOUCH;
  if (words->seen->len > 0 && words->seen->len < words->all->len &&
      kring_room_is_free (room, node->id, box))
    {
      draw_node (room, &full, words->seat);
      kring_room_take (room, node->id, box);
      words->box = box;
    }
  room->touch = KRING_TOUCH;
  kring_node_label_clear (&full.label);
}

/* Where a note may grow to: away from a corner or a side, or around its middle. */
static gboolean
find_note_room (KringRoom *room, const KringNode *node, KringPoint *still, KringRect *box)
{
  static const double parts[] = { 0, 1, 0.5 };
  KringRect paper = node->paper;

  for (guint i = 0; i < G_N_ELEMENTS (parts) * G_N_ELEMENTS (parts); i++)
    {
      double x = parts[i % G_N_ELEMENTS (parts)], y = parts[i / G_N_ELEMENTS (parts)];

      *still = KRING_POINT_INIT (paper.x + x * paper.width, paper.y + y * paper.height);
      *box = KRING_RECT_INIT (still->x - x * paper.width * room->scale,
                              still->y - y * paper.height * room->scale, paper.width * room->scale,
                              paper.height * room->scale);
      if (kring_room_is_free (room, node->id, *box))
        return TRUE;
    }
  return FALSE;
}

/* A note with its marks in the corner. */
static void
scene_rooms_draw_note (
    KringRoom *room, const KringNode *node, KringPoint still, KringRect box, GPtrArray *to)
{
  for (guint i = 0; i < node->body_shapes->len; i++)
    g_ptr_array_add (
        to, kring_shape_copy_scaled (g_ptr_array_index (node->body_shapes, i), room->scale, still));
  for (guint i = 0; i < node->badge_shapes->len; i++)
    g_ptr_array_add (to, kring_shape_copy_moved (g_ptr_array_index (node->badge_shapes, i),
                                                 box.x - node->paper.x, box.y - node->paper.y));
}

/* A note is its words: it is seen larger where there is room for it, or when pointed at. */
static void
place_note (KringRoom *room, const KringNode *node)
{
  KringWords *words = kring_room_add_words (room, node->id);
  KringRect box;
  KringPoint still;

  words->seat = node->label.seat;
  if (!find_note_room (room, node, &still, &box))
    {
      scene_rooms_draw_note (room, node, still, box, words->all);
      return;
    }
  words->body = kring_shapes_new ();
  scene_rooms_draw_note (room, node, still, box, words->body);
  words->box = box;
  kring_room_take (room, node->id, box);
}

/* How large words on ties are tried, the largest first: on paper a little smaller is better than not. */
static guint
list_scales (KringRoom *room, double scales[2])
{
  scales[0] = room->scale;
  scales[1] = (1 + room->scale) / 2;
  return room->items->options.complete_labels ? 2 : 1;
}

/* Whether a line between the two meets the box. */
static gboolean
is_line_in (KringPoint a, KringPoint b, KringRect box)
{
  const double from[] = { a.x - box.x, a.y - box.y };
  const double to[] = { b.x - a.x, b.y - a.y }, size[] = { box.width, box.height };
  double first = 0, last = 1;

  for (guint i = 0; i < 2; i++)
    {
      double enter = -from[i] / to[i], leave = (size[i] - from[i]) / to[i];

      if (fabs (to[i]) < 1e-9 && (from[i] < 0 || from[i] > size[i]))
        return FALSE;
      if (fabs (to[i]) < 1e-9)
        continue;
      first = MAX (first, MIN (enter, leave));
      last = MIN (last, MAX (enter, leave));
    }
  return first <= last;
}

gboolean
kring_tie_meets (const KringTie *tie, KringRect box)
{
  const KringPoint *points;

  if (tie->body == NULL || tie->hidden)
    return FALSE;
  points = (const KringPoint *) tie->body->points->data;
  for (guint i = 1; i < tie->body->points->len; i++)
    if (is_line_in (points[i - 1], points[i], box))
      return TRUE;
  return FALSE;
}

static double
get_side (KringPoint a, KringPoint b, KringPoint point)
{
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

static gboolean
crosses (const KringTie *tie, KringPoint a, KringPoint b)
{
  const KringPoint *points;

  if (tie->body == NULL || tie->hidden)
    return FALSE;
  points = (const KringPoint *) tie->body->points->data;
  for (guint i = 1; i < tie->body->points->len; i++)
    if (get_side (a, b, points[i - 1]) * get_side (a, b, points[i]) < 0 &&
        get_side (points[i - 1], points[i], a) * get_side (points[i - 1], points[i], b) < 0)
      return TRUE;
  return FALSE;
}

/* Whether words beside their tie would lie on the line of another, or beyond it. */
static gboolean
reads_as_another (KringRoom *room, const KringTie *tie, const KringTiePlace *place)
{
  KringRect box = kring_rect_grow (place->box, BESIDE_ANOTHER);
  KringPoint direction, own = kring_curve_at (tie->body, place->middle, &direction);

  for (guint i = 0; i < room->items->tie_order->len; i++)
    {
      const KringTie *other = g_ptr_array_index (room->items->tie_order, i);

      if (other != tie && (kring_tie_meets (other, box) || crosses (other, own, place->at)))
        return TRUE;
    }
  return FALSE;
}

static void
add_place (GArray *places, const KringTie *tie, double t, int side)
{
  KringTiePlace place = kring_tie_label_get_place (tie, t, side);

  g_array_append_val (places, place);
}

/* All along the tie, the nearest to where its words stand first. */
static void
add_along (GArray *places, const KringTie *tie, double t, int side)
{
  double step = KRING_LABEL_SLOT_AT (1) - KRING_LABEL_SLOT_AT (0);

  for (int i = 1; i < KRING_LABEL_SLOTS; i++)
    for (int turn = -1; turn <= 1; turn += 2)
      if (t + turn * i * step >= KRING_LABEL_SLOT_AT (0) &&
          t + turn * i * step <= KRING_LABEL_SLOT_AT (KRING_LABEL_SLOTS - 1))
        add_place (places, tie, t + turn * i * step, side);
}

/* Where words on a tie may go: where they stand, then along it, beside it if they would hide it; and
 * on paper beside it in any case, further along and further off, before they go to a list. */
static GArray *
scene_rooms_dup_places (KringRoom *room, const KringTie *tie)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (KringTiePlace));
  double length = kring_curve_get_length (tie->body);
  double t = length > 0 ? CLAMP (tie->place.middle / length, 0, 1) : 0.5;
  gboolean is_short = tie->place.beside || kring_tie_label_is_short (tie);
  gboolean paper = room->items->options.complete_labels;

  if (is_short && tie->more == 0)
    for (int side = -1; side <= 1; side += 2)
      add_place (places, tie, t, side);
  else
    add_place (places, tie, t, 0);
  if (!is_short && (isnan (tie->label_at) || paper) && tie->more == 0)
    add_along (places, tie, t, 0);
  for (int side = 1; paper && side <= BESIDE_STEPS && tie->more == 0; side++)
    for (int turn = -1; turn <= 1; turn += 2)
      {
        add_place (places, tie, t, turn * side);
        add_along (places, tie, t, turn * side);
      }
  return places;
}

/* Draws the label as it is at @place, and then makes it larger. */
static void
draw_tie (
    KringRoom *room, const KringTie *tie, const KringTiePlace *place, double scale, GPtrArray *to)
{
  g_autoptr (GPtrArray) shapes = kring_shapes_new ();
  KringTie copy = *tie;

  copy.label_shapes = shapes;
  copy.place = *place;
  copy.place.box.width = tie->place.box.width;
  copy.place.box.height = tie->place.box.height;
  copy.place.box.x = place->at.x - copy.place.box.width / 2;
  copy.place.box.y = place->at.y - copy.place.box.height / 2;
  copy.place.ground = kring_ground_get_colour (&room->items->ground, place->at);
  kring_tie_label_draw (&copy, &room->items->options, &room->items->measurer);
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < shapes->len; i++)
    g_ptr_array_add (to, kring_shape_copy_scaled (g_ptr_array_index (shapes, i), scale, place->at));
}

/* Draws all words, and sees them where there is room for them so large. */
static gboolean
seat_tie (KringRoom *room, const KringTie *tie, KringWords *words, double scale)
{
  g_autoptr (GArray) places = NULL;
  KringTie large = *tie;

  large.label_width *= scale;
  large.label_height *= scale;
  places = scene_rooms_dup_places (room, &large);
  draw_tie (room, tie, &g_array_index (places, KringTiePlace, 0), scale, words->all);
  for (guint i = 0; i < places->len; i++)
    {
      const KringTiePlace *place = &g_array_index (places, KringTiePlace, i);

      if (!kring_room_is_free (room, tie->id, place->box) ||
          (room->items->options.complete_labels && place->beside &&
           reads_as_another (room, tie, place)))
        continue;
      draw_tie (room, tie, place, scale, words->all);
      draw_tie (room, tie, place, scale, words->seen);
      kring_room_take (room, tie->id, place->box);
      words->box = place->box;
      return TRUE;
    }
  return FALSE;
}

static void
place_tie (KringRoom *room, const KringTie *tie)
{
  KringWords *words = kring_room_add_words (room, tie->id);
  double scales[2];
  guint n_scales = list_scales (room, scales);

  if (tie->body == NULL || kring_rect_is_empty (tie->place.box))
    return;
  for (guint i = 0; i < n_scales; i++)
    if (seat_tie (room, tie, words, scales[i]))
      return;
}

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const KringNode *one = *(const KringNode *const *) a, *other = *(const KringNode *const *) b;
  const KringPoint *middle = data;
  double first = kring_point_distance (one->at, *middle);
  double second = kring_point_distance (other->at, *middle);

  return (first > second) - (first < second);
}

static int
compare_ties (gconstpointer a, gconstpointer b, gpointer data)
{
  const KringTie *one = *(const KringTie *const *) a, *other = *(const KringTie *const *) b;
  const KringPoint *middle = data;
  double first = kring_point_distance (one->place.at, *middle);
  double second = kring_point_distance (other->place.at, *middle);

  return (first > second) - (first < second);
}

static KringPoint
scene_rooms_find_middle (const KringSceneItems *items)
{
  for (guint i = 0; i < items->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (items->node_order, i);

      if (node->centre)
        return node->at;
    }
  return items->ground.centre;
}

static void
take_signs (KringRoom *room, const KringNode *node)
{
  KringPoint marks[KRING_NODE_N_SEATS];
  double scale = MAX (node->sign_scale, 1);
  guint n_marks = kring_node_get_seats (node, scale, marks);

  kring_room_take (room, node->id, kring_node_get_box (node));
  for (guint i = 0; i < n_marks; i++)
    kring_room_take (
        room, node->id,
        kring_rect_grow (KRING_RECT_INIT (marks[i].x, marks[i].y, 0, 0), MARK_RADIUS * scale));
}

/* The name of a group stands where it stands; others stay off it. */
static void
take_group_name (KringRoom *room, const KringHull *hull)
{
  g_autoptr (GPtrArray) grown = kring_shapes_new ();

  kring_scene_words_add_grown (hull->shapes, room->scale, grown);
  if (grown->len > 0)
    kring_room_take (room, hull->id, kring_shapes_get_bounds (grown));
}

static gboolean
is_note (const KringNode *node)
{
  return node->form == KRING_FORM_NOTE;
}

static void
print_others (KringRoom *room, GPtrArray *nodes)
{
  kring_room_print_notes (room);
  kring_room_print_names (room, nodes);
  kring_room_print_groups (room);
  kring_room_print_rings (room);
}

/* Names first, from the middle outwards; then what stands under them; then notes, and the words on
 * ties. On paper notes, groups and rings have words of the same size. */
static void
scene_rooms_place_all (KringRoom *room, GPtrArray *nodes, GPtrArray *ties)
{
  gboolean paper = room->items->options.complete_labels;

  for (guint i = 0; i < nodes->len; i++)
    if (paper || !is_note (g_ptr_array_index (nodes, i)))
      place_name (room, g_ptr_array_index (nodes, i));
  if (paper)
    print_others (room, nodes);
  for (guint i = 0; i < nodes->len; i++)
    if (paper || !is_note (g_ptr_array_index (nodes, i)))
      place_second_lines (room, g_ptr_array_index (nodes, i));
  for (guint i = 0; i < nodes->len && !paper; i++)
    if (is_note (g_ptr_array_index (nodes, i)))
      place_note (room, g_ptr_array_index (nodes, i));
  for (guint i = 0; i < ties->len; i++)
    place_tie (room, g_ptr_array_index (ties, i));
}

/*
 * kring_room_dup_words:
 * @scale: how much larger than drawn words are
 * @frame: words outside of it are not seen; empty: there is none
 *
 * Returns: (transfer full) (element-type utf8 KringWords): where the words of everybody find room
 */
GHashTable *
kring_room_dup_words (const KringSceneItems *items, double scale, KringRect frame)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, words_free);
  KringRoom room = { items,
                     scale,
                     KRING_TOUCH,
                     kring_grid_new (CELL),
                     g_ptr_array_new (),
                     g_array_new (FALSE, FALSE, sizeof (KringRect)),
                     words,
                     frame };
  g_autoptr (GPtrArray) nodes = g_ptr_array_copy (items->node_order, NULL, NULL);
  g_autoptr (GPtrArray) ties = g_ptr_array_copy (items->tie_order, NULL, NULL);
  KringPoint middle = scene_rooms_find_middle (items);

  g_ptr_array_sort_with_data (nodes, compare_nodes, &middle);
  g_ptr_array_sort_with_data (ties, compare_ties, &middle);
  for (guint i = 0; i < nodes->len; i++)
    take_signs (&room, g_ptr_array_index (nodes, i));
  for (guint i = 0; i < items->hull_order->len && !items->options.complete_labels; i++)
    take_group_name (&room, g_ptr_array_index (items->hull_order, i));
  scene_rooms_place_all (&room, nodes, ties);
  kring_grid_free (room.grid);
  g_ptr_array_unref (room.owners);
  g_array_unref (room.rects);
  return words;
}
