/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words are seen, where and how large, where a screen makes them larger than they are drawn. */
#include "scene/kring-scene-private.h"

#include <string.h>

/* The first of the seats of a label set. */
#define FIRST_SEAT KRING_SEAT_BELOW
/* On a screen, in pixels of usual text: words are never smaller. Names are SIZE_NAME / SIZE_WORD
 * larger than the words on ties and the second lines, and stay so. */
#define LEAST_WORD 9.0
#define SIZE_WORD 11.0
/* Cells of the index of what is in the way, in map units. */
#define CELL 200.0
/* How much may lie over another before it is in the way, in map units. */
#define TOUCH 1.5
/* Of a mark on a person or thing. */
#define MARK_RADIUS 9.0
/* More areas than this are taken for everywhere. */
#define MAX_AREAS 24
#define PLATE_AIR 3.0
#define PLATE_CORNER 6.0

/* Where the words of everybody go; each entry of the grid is somebody's. */
typedef struct
{
  KringScene *scene;
  double scale;
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
  KringRect inner = kring_rect_grow (box, -TOUCH);
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
enlarge_node (Room *room, const KringNode *node, gboolean only_name, GPtrArray *shapes)
{
  KringNode copy = *node;

  copy.label =
      kring_node_label_enlarge (&node->label, room->scale, only_name, &room->scene->measurer);
  copy.label_shapes = shapes;
  return copy;
}

static void
draw_node (Room *room, KringNode *large, KringSeat seat)
{
  large->label.seat = seat;
  kring_node_label_draw (large, &room->scene->measurer);
}

/* Puts the name where it stands, or beside the sign where there is room; else it is not seen. */
static void
place_name (Room *room, const KringNode *node)
{
  KringWords *words = add_words (room, node->id);
  KringNode name = enlarge_node (room, node, TRUE, words->seen);
  KringNode full = enlarge_node (room, node, FALSE, words->all);
  KringSeat seats[1 + KRING_LABEL_SEATS];
  guint n_seats = list_seats (node, seats);

  draw_node (room, &full, node->label.seat);
  for (guint i = 0; i < n_seats && words->all->len > 0; i++)
    {
      KringRect box = kring_node_label_get_box (&name, seats[i]);

      if (!is_free (room, node->id, box))
        continue;
      draw_node (room, &name, seats[i]);
      draw_node (room, &full, seats[i]);
      take_room (room, node->id, box);
      words->box = box;
      words->seat = seats[i];
      break;
    }
  kring_node_label_clear (&name.label);
  kring_node_label_clear (&full.label);
}

/* Under a name that is seen, where there is room. */
static void
place_second_lines (Room *room, const KringNode *node)
{
  KringWords *words = g_hash_table_lookup (room->words, node->id);
  KringNode full = enlarge_node (room, node, FALSE, words->seen);
  KringRect box = kring_node_label_get_box (&full, words->seat);

  if (words->seen->len > 0 && words->seen->len < words->all->len && is_free (room, node->id, box))
    {
      draw_node (room, &full, words->seat);
      take_room (room, node->id, box);
      words->box = box;
    }
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
draw_tie (Room *room, const KringTie *tie, const KringTiePlace *place, GPtrArray *to)
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
    g_ptr_array_add (
        to, kring_shape_copy_scaled (g_ptr_array_index (shapes, i), room->scale, place->at));
}

static void
place_tie (Room *room, const KringTie *tie)
{
  KringWords *words = add_words (room, tie->id);
  KringTiePlace places[KRING_LABEL_SLOTS + 3];
  KringTie large = *tie;
  guint n_places;

  if (tie->body == NULL || kring_rect_is_empty (tie->place.box))
    return;
  large.label_width *= room->scale;
  large.label_height *= room->scale;
  n_places = list_places (&large, places);
  draw_tie (room, tie, &places[0], words->all);
  for (guint i = 0; i < n_places; i++)
    {
      if (!is_free (room, tie->id, places[i].box))
        continue;
      draw_tie (room, tie, &places[i], words->all);
      draw_tie (room, tie, &places[i], words->seen);
      take_room (room, tie->id, places[i].box);
      words->box = places[i].box;
      return;
    }
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
static GHashTable *
dup_words (KringScene *self, double scale)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, words_free);
  Room room = { self,
                scale,
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

static KringRect
get_words_bounds (GHashTable *table, const char *id)
{
  KringWords *words = table != NULL ? g_hash_table_lookup (table, id) : NULL;

  return words != NULL ? kring_shapes_get_bounds (words->seen) : KRING_RECT_INIT (0, 0, 0, 0);
}

/* What looks different: words that moved, came or went, and those of what was drawn again. */
static void
add_difference (GHashTable *now, GHashTable *before, KringRect dirty, KringRect *area)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      KringRect a = get_words_bounds (now, id), b = get_words_bounds (before, id);

      if (memcmp (&a, &b, sizeof a) != 0 || kring_rect_intersects (a, dirty))
        *area = kring_rect_union (*area, kring_rect_union (a, b));
    }
}

/*
 * kring_scene_update_words:
 * @dirty: what was drawn again
 *
 * Finds the places of words anew where they are larger than drawn.
 *
 * Returns: where they look different
 */
KringRect
kring_scene_update_words (KringScene *self, KringRect dirty)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->words);
  KringRect area = { 0, 0, 0, 0 };

  if (self->word_scale > 1)
    self->words = dup_words (self, self->word_scale);
  if (self->words != NULL)
    add_difference (self->words, before, dirty, &area);
  if (before != NULL)
    add_difference (before, self->words, dirty, &area);
  return area;
}

/**
 * kring_scene_get_word_scale:
 * @zoom: pixels per map unit
 * @text_scale: how much larger letters are than they usually are on this machine
 *
 * Returns: how much larger than drawn words are seen: on the screen words on ties never smaller
 *   than 9 pixels and names never smaller than 10, both times @text_scale
 */
double
kring_scene_get_word_scale (KringScene *self, double zoom, double text_scale)
{
  return text_scale * MAX (LEAST_WORD / (SIZE_WORD * self->options.label_scale * zoom), 1);
}

/**
 * kring_scene_set_word_scale:
 * @scale: how much larger than drawn words are seen, see kring_scene_get_word_scale (); 1: as
 *   they are drawn, all of them
 *
 * What has no room gives way: first words on ties, then the lines under names, then the names
 * furthest from the middle.
 *
 * Returns: whether that is something else than before
 */
gboolean
kring_scene_set_word_scale (KringScene *self, double scale)
{
  if (self->word_scale == scale)
    return FALSE;
  self->word_scale = scale;
  kring_scene_update_words (self, KRING_RECT_INIT (0, 0, 0, 0));
  kring_scene_assemble (self);
  return TRUE;
}

/* Those of @drawn that are seen, as large as they are seen. */
GPtrArray *
kring_scene_get_seen_words (KringScene *self, const char *id, GPtrArray *drawn)
{
  KringWords *words = self->words != NULL ? g_hash_table_lookup (self->words, id) : NULL;

  return words != NULL ? words->seen : drawn;
}

/* All of @drawn, as large as they are seen. */
GPtrArray *
kring_scene_get_all_words (KringScene *self, const char *id, GPtrArray *drawn)
{
  KringWords *words = self->words != NULL ? g_hash_table_lookup (self->words, id) : NULL;

  return words != NULL ? words->all : drawn;
}

static KringWords *
find_hidden (KringScene *self, const char *id)
{
  KringWords *words =
      self->words != NULL && id != NULL ? g_hash_table_lookup (self->words, id) : NULL;

  return words != NULL && words->seen->len < words->all->len ? words : NULL;
}

/**
 * kring_scene_add_hidden_words:
 * @id: (nullable): what is pointed at or selected
 * @shapes: (element-type KringShape): gets what is said of it and gave way, on a ground of its own
 */
void
kring_scene_add_hidden_words (KringScene *self, const char *id, GPtrArray *shapes)
{
  KringWords *words = find_hidden (self, id);
  KringSketch sketch = { shapes, &self->measurer, g_intern_string (id), KRING_PART_LABEL };
  KringRect box;

  if (words == NULL)
    return;
  box = kring_shapes_get_bounds (words->all);
  kring_sketch_label (&sketch, kring_rect_grow (box, PLATE_AIR), PLATE_CORNER, KRING_COLOUR_NODE)
      ->fill_opacity = 0.94;
  for (guint i = 0; i < words->all->len; i++)
    g_ptr_array_add (shapes, kring_shape_copy_moved (g_ptr_array_index (words->all, i), 0, 0));
}

/**
 * kring_scene_hit_words:
 * @id: (nullable): what is pointed at or selected, so that all of its words are seen
 * @hit: (out): filled in if so
 *
 * Returns: whether @point is on words that kring_scene_add_hidden_words () brought back
 */
gboolean
kring_scene_hit_words (KringScene *self, const char *id, KringPoint point, KringHit *hit)
{
  KringWords *words = find_hidden (self, id);

  if (words == NULL || !kring_rect_contains (kring_shapes_get_bounds (words->all), point))
    return FALSE;
  *hit = (KringHit){ g_intern_string (id), KRING_PART_LABEL, FALSE };
  return TRUE;
}

static gboolean
touches (GArray *areas, KringRect box)
{
  for (guint i = 0; i < areas->len; i++)
    if (kring_rect_intersects (g_array_index (areas, KringRect, i), box))
      return TRUE;
  return areas->len > MAX_AREAS;
}

static gboolean
is_sign (const KringShape *shape)
{
  return shape->part != KRING_PART_BODY && shape->part != KRING_PART_NONE;
}

/* The ids of persons and things with a body, or of anything with a sign, in @areas. Signs are of
 * several shapes, which must not part. */
static void
add_touched (KringScene *self, GArray *areas, gboolean bodies, GHashTable *ids)
{
  for (guint i = 0; i < self->shapes->len && areas->len > 0; i++)
    {
      const KringShape *shape = g_ptr_array_index (self->shapes, i);

      if (shape->id == NULL || is_sign (shape) == bodies || !touches (areas, shape->bounds))
        continue;
      if (!bodies || kring_scene_get_node (self, shape->id) != NULL)
        g_hash_table_add (ids, (gpointer) shape->id);
    }
}

/**
 * kring_scene_dup_signs:
 * @over: (element-type KringShape): rings and bands that mark something
 *
 * Returns: (transfer container) (element-type KringShape): marks and words that @over would hide,
 *   and under bands of ties persons and things too, in paint order; valid until the scene changes
 */
GPtrArray *
kring_scene_dup_signs (KringScene *self, GPtrArray *over)
{
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (KringRect));
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (KringRect));
  g_autoptr (GHashTable) touched = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) bodies = g_hash_table_new (g_direct_hash, g_direct_equal);
  GPtrArray *signs = g_ptr_array_new ();

  for (guint i = 0; i < over->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (over, i);

      if (shape->id != NULL)
        g_array_append_val (rings, shape->bounds);
      if (shape->id != NULL && g_hash_table_contains (self->ties, shape->id))
        g_array_append_val (bands, shape->bounds);
    }
  add_touched (self, rings, FALSE, touched);
  add_touched (self, bands, TRUE, bodies);
  for (guint i = 0; i < self->shapes->len && rings->len > 0; i++)
    {
      KringShape *shape = g_ptr_array_index (self->shapes, i);

      if (shape->id != NULL &&
          g_hash_table_contains (is_sign (shape) ? touched : bodies, shape->id))
        g_ptr_array_add (signs, shape);
    }
  return signs;
}

static KringRect
get_node_bounds (KringScene *self, const KringNode *node, double word_scale)
{
  KringNodeLabel label = kring_node_label_enlarge (&node->label, word_scale, TRUE, &self->measurer);
  KringNode copy = *node;
  KringRect box = kring_rect_union (kring_shapes_get_bounds (node->body_shapes),
                                    kring_shapes_get_bounds (node->badge_shapes));

  copy.label = label;
  box = kring_rect_union (box, kring_node_label_get_box (&copy, node->label.seat));
  kring_node_label_clear (&copy.label);
  return box;
}

/**
 * kring_scene_get_people_bounds:
 * @word_scale: how large names are
 *
 * Returns: the box of everything but the ground: persons and things with their names, ties, groups.
 *   Empty if there is nothing.
 */
KringRect
kring_scene_get_people_bounds (KringScene *self, double word_scale)
{
  KringRect bounds = { 0, 0, 0, 0 };

  for (guint i = 0; i < self->node_order->len; i++)
    bounds = kring_rect_union (
        bounds, get_node_bounds (self, g_ptr_array_index (self->node_order, i), word_scale));
  for (guint i = 0; i < self->tie_order->len; i++)
    {
      const KringTie *tie = g_ptr_array_index (self->tie_order, i);

      bounds = kring_rect_union (bounds, kring_shapes_get_bounds (tie->line_shapes));
      bounds = kring_rect_union (bounds, kring_shapes_get_bounds (tie->label_shapes));
    }
  for (guint i = 0; i < self->hull_order->len; i++)
    bounds = kring_rect_union (
        bounds,
        kring_shapes_get_bounds (((KringHull *) g_ptr_array_index (self->hull_order, i))->shapes));
  return bounds;
}
