/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where larger words find room, and how large they then are. */
#include "scene/kring-scene-private.h"

/* The first of the seats of a label set. */
#define FIRST_SEAT KRING_SEAT_BELOW
/* Cells of the index of what is in the way, in map units. */
#define CELL 200.0
/* How much may lie over another before it is in the way, in map units; and on paper, before a name
 * is made smaller. */
#define TOUCH 1.5
#define TOUCH_PAPER 6.0
/* Of a mark on a person or thing. */
#define MARK_RADIUS 9.0

/* Where the words of everybody go; each entry of the grid is somebody's. */
typedef struct
{
  KringScene *scene;
  double scale;
  double touch;      /* how much may lie over another, in map units */
  KringGrid *grid;   /* (owned) */
  GPtrArray *owners; /* (owned) (element-type utf8): interned ids, by entry of the grid */
  GArray *rects;     /* (owned) (element-type KringRect), likewise */
  GHashTable *words; /* (not owned) (element-type utf8 KringWords) */
} Room;

static void
words_free (gpointer data)
{
  KringWords *self = data;

  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->seen);
  g_free (self);
}

static KringWords *
add_words (Room *room, const char *id)
{
  KringWords *words = g_new0 (KringWords, 1);

  words->all = kring_shapes_new ();
  words->seen = kring_shapes_new ();
  g_hash_table_insert (room->words, (gpointer) id, words);
  return words;
}

static void
take_room (Room *room, const char *id, KringRect box)
{
  kring_grid_add (room->grid, box);
  g_ptr_array_add (room->owners, (gpointer) id);
  g_array_append_val (room->rects, box);
}

/* Whether nobody else's sign or words are there. */
static gboolean
is_free (Room *room, const char *id, KringRect box)
{
  KringRect inner = kring_rect_grow (box, -room->touch);
  GArray *found = kring_grid_find (room->grid, inner);

  for (guint i = 0; i < found->len; i++)
    {
      guint entry = g_array_index (found, guint, i);

      if (g_ptr_array_index (room->owners, entry) != id &&
          kring_rect_intersects (g_array_index (room->rects, KringRect, entry), inner))
        return FALSE;
    }
  return TRUE;
}

/* The seats of a name, first where it stands. */
static guint
list_seats (const KringNode *node, KringSeat seats[1 + KRING_LABEL_SEATS])
{
  guint n = 0;

  seats[n++] = node->label.seat;
  if (node->label.wanted == KRING_SEAT_AUTO)
    for (guint s = 0; s < KRING_LABEL_SEATS; s++)
      seats[n++] = FIRST_SEAT + s;
  return n;
}

/* @node with larger words, which draw into @shapes. */
static KringNode
enlarge_node (
    Room *room, const KringNode *node, double scale, gboolean only_name, GPtrArray *shapes)
{
  KringNode copy = *node;

  copy.label = kring_node_label_enlarge (&node->label, scale, only_name, &room->scene->measurer);
  copy.label_shapes = shapes;
  return copy;
}

static void
draw_node (Room *room, KringNode *large, KringSeat seat)
{
  large->label.seat = seat;
  kring_node_label_draw (large, &room->scene->measurer);
}

/* How large words are tried, the largest first: on paper a little smaller is better than not. */
static guint
list_scales (Room *room, double scales[2])
{
  scales[0] = room->scale;
  scales[1] = (1 + room->scale) / 2;
  return room->scene->options.complete_labels ? 2 : 1;
}

/* Puts the name in letters so much larger where it stands, or beside the sign, if there is room. */
static gboolean
seat_name (Room *room, const KringNode *node, KringWords *words, double scale)
{
  KringNode name = enlarge_node (room, node, scale, TRUE, words->seen);
  KringSeat seats[1 + KRING_LABEL_SEATS];
  guint n_seats = list_seats (node, seats);
  gboolean seated = FALSE;

  for (guint i = 0; i < n_seats && !seated; i++)
    {
      words->box = kring_node_label_get_box (&name, seats[i]);
      words->seat = seats[i];
      seated = is_free (room, node->id, words->box);
    }
  if (seated)
    {
      draw_node (room, &name, words->seat);
      take_room (room, node->id, words->box);
    }
  else
    {
      words->box = KRING_RECT_INIT (0, 0, 0, 0);
      words->seat = node->label.seat;
    }
  kring_node_label_clear (&name.label);
  return seated;
}

/* As it is drawn without larger words, whatever is there. */
static void
seat_as_drawn (Room *room, const KringNode *node, KringWords *words)
{
  KringNode name = enlarge_node (room, node, 1, TRUE, words->seen);

  words->seat = node->label.seat;
  words->box = kring_node_label_get_box (&name, words->seat);
  draw_node (room, &name, words->seat);
  take_room (room, node->id, words->box);
  kring_node_label_clear (&name.label);
}

/* On paper every name is there: a little over what is beside it, or else smaller. */
static void
print_name (Room *room, const KringNode *node, KringWords *words)
{
  static const double touches[] = { TOUCH, TOUCH_PAPER };
  double scales[2];
  guint n_scales = list_scales (room, scales);
  gboolean seated = FALSE;

  for (guint s = 0; s < n_scales && !seated; s++)
    for (guint t = 0; t < G_N_ELEMENTS (touches) && !seated; t++)
      {
        room->touch = touches[t];
        seated = seat_name (room, node, words, scales[s]);
      }
  room->touch = TOUCH;
  if (!seated)
    seat_as_drawn (room, node, words);
}

/* On a screen a name without room is not seen until it is pointed at. */
static void
place_name (Room *room, const KringNode *node)
{
  KringWords *words = add_words (room, node->id);
  KringNode full = enlarge_node (room, node, room->scale, FALSE, words->all);

  words->seat = node->label.seat;
  draw_node (room, &full, words->seat);
  if (words->all->len > 0)
    {
      if (room->scene->options.complete_labels)
        print_name (room, node, words);
      else
        seat_name (room, node, words, room->scale);
      draw_node (room, &full, words->seat);
    }
  kring_node_label_clear (&full.label);
}

/* Under a name that is seen, where there is room. */
static void
place_second_lines (Room *room, const KringNode *node)
{
  KringWords *words = g_hash_table_lookup (room->words, node->id);
  KringNode full = enlarge_node (room, node, room->scale, FALSE, words->seen);
  KringRect box = kring_node_label_get_box (&full, words->seat);

  room->touch = room->scene->options.complete_labels ? TOUCH_PAPER : TOUCH;
  if (words->seen->len > 0 && words->seen->len < words->all->len && is_free (room, node->id, box))
    {
      draw_node (room, &full, words->seat);
      take_room (room, node->id, box);
      words->box = box;
    }
  room->touch = TOUCH;
  kring_node_label_clear (&full.label);
}

/* Where words on a tie may go: where they stand, then along it, beside it if they would hide it. */
static guint
list_places (const KringTie *tie, KringTiePlace places[KRING_LABEL_SLOTS + 3])
{
  double length = kring_curve_get_length (tie->body);
  double t = length > 0 ? CLAMP (tie->place.middle / length, 0, 1) : 0.5;
  gboolean is_short = tie->place.beside || kring_tie_label_is_short (tie);
  guint n = 0;

  if (is_short && tie->more == 0)
    for (int side = -1; side <= 1; side += 2)
      places[n++] = kring_tie_label_get_place (tie, t, side);
  else
    places[n++] = kring_tie_label_get_place (tie, t, 0);
  if (is_short || !isnan (tie->label_at) || tie->more > 0)
    return n;
  for (guint s = 0; s < KRING_LABEL_SLOTS; s++)
    places[n++] = kring_tie_label_get_place (tie, KRING_LABEL_SLOT_AT (s), 0);
  return n;
}

/* Draws the label as it is at @place, and then makes it larger. */
static void
draw_tie (Room *room, const KringTie *tie, const KringTiePlace *place, double scale, GPtrArray *to)
{
  g_autoptr (GPtrArray) shapes = kring_shapes_new ();
  KringTie copy = *tie;

  copy.label_shapes = shapes;
  copy.place = *place;
  copy.place.box.width = tie->place.box.width;
  copy.place.box.height = tie->place.box.height;
  copy.place.box.x = place->at.x - copy.place.box.width / 2;
  copy.place.box.y = place->at.y - copy.place.box.height / 2;
  copy.place.ground = kring_ground_get_colour (&room->scene->ground, place->at);
  kring_tie_label_draw (&copy, &room->scene->options, &room->scene->measurer);
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < shapes->len; i++)
    g_ptr_array_add (to, kring_shape_copy_scaled (g_ptr_array_index (shapes, i), scale, place->at));
}

/* Draws all words, and sees them where there is room for them so large. */
static gboolean
seat_tie (Room *room, const KringTie *tie, KringWords *words, double scale)
{
  KringTiePlace places[KRING_LABEL_SLOTS + 3];
  KringTie large = *tie;
  guint n_places;

  large.label_width *= scale;
  large.label_height *= scale;
  n_places = list_places (&large, places);
  draw_tie (room, tie, &places[0], scale, words->all);
  for (guint i = 0; i < n_places; i++)
    {
      if (!is_free (room, tie->id, places[i].box))
        continue;
      draw_tie (room, tie, &places[i], scale, words->all);
      draw_tie (room, tie, &places[i], scale, words->seen);
      take_room (room, tie->id, places[i].box);
      words->box = places[i].box;
      return TRUE;
    }
  return FALSE;
}

static void
place_tie (Room *room, const KringTie *tie)
{
  KringWords *words = add_words (room, tie->id);
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
find_middle (KringScene *self)
{
  for (guint i = 0; i < self->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (self->node_order, i);

      if (node->centre)
        return node->at;
    }
  return self->ground.centre;
}

static void
take_signs (Room *room, const KringNode *node)
{
  KringPoint marks[KRING_NODE_N_SEATS];
  guint n_marks = kring_node_get_seats (node, marks);

  take_room (room, node->id, kring_node_get_box (node));
  for (guint i = 0; i < n_marks; i++)
    take_room (room, node->id,
               kring_rect_grow (KRING_RECT_INIT (marks[i].x, marks[i].y, 0, 0), MARK_RADIUS));
}

/* Names first, from the middle outwards; then what stands under them; then the words on ties. */
GHashTable *
kring_scene_dup_words (KringScene *self, double scale)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, words_free);
  Room room = { self,
                scale,
                TOUCH,
                kring_grid_new (CELL),
                g_ptr_array_new (),
                g_array_new (FALSE, FALSE, sizeof (KringRect)),
                words };
  g_autoptr (GPtrArray) nodes = g_ptr_array_copy (self->node_order, NULL, NULL);
  g_autoptr (GPtrArray) ties = g_ptr_array_copy (self->tie_order, NULL, NULL);
  KringPoint middle = find_middle (self);

  g_ptr_array_sort_with_data (nodes, compare_nodes, &middle);
  g_ptr_array_sort_with_data (ties, compare_ties, &middle);
  for (guint i = 0; i < nodes->len; i++)
    take_signs (&room, g_ptr_array_index (nodes, i));
  for (guint i = 0; i < nodes->len; i++)
    place_name (&room, g_ptr_array_index (nodes, i));
  for (guint i = 0; i < nodes->len; i++)
    place_second_lines (&room, g_ptr_array_index (nodes, i));
  for (guint i = 0; i < ties->len; i++)
    place_tie (&room, g_ptr_array_index (ties, i));
  kring_grid_free (room.grid);
  g_ptr_array_unref (room.owners);
  g_array_unref (room.rects);
  return words;
}
