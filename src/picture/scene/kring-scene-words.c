/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-scene-words.h"

#include "picture/marks/kring-viewport.h"
#include "picture/scene/kring-scene-rooms.h"

#include <string.h>

/* On a screen, in pixels of usual text: words are never smaller. Names are SIZE_NAME / SIZE_WORD
 * larger than the words on ties and the second lines, and stay so. */
#define LEAST_WORD 9.0
#define SIZE_WORD 11.0
/* More areas than this are taken for everywhere. */
#define MAX_AREAS 24
/* Around all signs of a map that is shown very small there is so much room for words, in pixels. */
#define FRAME_AIR 18.0
#define NEARLY 1e-6
#define PLATE_AIR 3.0
#define PLATE_CORNER 6.0

struct _KringSceneWords
{
  const KringSceneItems *items; /* (not owned) of the scene */
  double sign_scale;            /* how much larger than drawn marks are seen; 1: as drawn */
  double word_scale;            /* how much larger than drawn words are seen; 1: as drawn */
  GHashTable
      *words; /* (owned) (nullable) (element-type utf8 KringWords), where that is more than 1 */
  GHashTable *tried;  /* (owned) (nullable) likewise, as large as was asked for last */
  double tried_scale; /* so large */
  guint n_places;     /* how often places were found for all words that are larger than drawn */
  GPtrArray *grown;   /* (owned) (element-type KringShape): names of rings and groups, likewise */
};

/**
 * kring_scene_words_new: (constructor)
 * @items: (not owned): whose words they are
 *
 * Returns: (transfer full): none yet
 */
KringSceneWords *
kring_scene_words_new (const KringSceneItems *items)
{
  KringSceneWords *self = g_new0 (KringSceneWords, 1);

  self->items = items;
  self->word_scale = self->sign_scale = 1;
  self->grown = kring_shapes_new ();
  return self;
}

void
kring_scene_words_free (KringSceneWords *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  kring_scene_words_forget (self);
  g_ptr_array_unref (self->grown);
  g_free (self);
}

static KringRect
get_words_bounds (GHashTable *table, const char *id)
{
  KringWords *words = table != NULL ? g_hash_table_lookup (table, id) : NULL;

  if (words == NULL)
    return KRING_RECT_INIT (0, 0, 0, 0);
  return words->body != NULL ? kring_rect_union (kring_shapes_get_bounds (words->seen),
                                                 kring_shapes_get_bounds (words->body))
                             : kring_shapes_get_bounds (words->seen);
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

static KringRect
get_node_signs (const KringNode *node)
{
  return kring_rect_union (kring_shapes_get_bounds (node->body_shapes),
                           kring_shapes_get_bounds (node->badge_shapes));
}

/* Where a small window shows all of a map smaller than is usual, words would take up more room beside
 * those at its edge than the map itself: the box of all signs with a little air, which words then stay
 * in; else an empty one. */
static KringRect
get_frame (KringSceneWords *self, double word_scale)
{
  double zoom =
      self->sign_scale * LEAST_WORD / (SIZE_WORD * self->items->options.label_scale * word_scale);
  KringRect frame = { 0, 0, 0, 0 };

  if (self->items->options.complete_labels || zoom > KRING_VIEWPORT_SCALE_MIN - NEARLY)
    return frame;
  for (guint i = 0; i < self->items->node_order->len; i++)
    frame =
        kring_rect_union (frame, get_node_signs (g_ptr_array_index (self->items->node_order, i)));
  return kring_rect_is_empty (frame) ? frame : kring_rect_grow (frame, FRAME_AIR / zoom);
}

/* The places of words so much larger than drawn: they are found once for each map and size. */
static GHashTable *
dup_larger (KringSceneWords *self, double scale)
{
  if (self->tried == NULL || self->tried_scale != scale)
    {
      g_clear_pointer (&self->tried, g_hash_table_unref);
      self->tried = kring_room_dup_words (self->items, scale, get_frame (self, scale));
      self->tried_scale = scale;
      self->n_places++;
    }
  return g_hash_table_ref (self->tried);
}

/*
 * kring_scene_words_forget:
 *
 * The map, or what is drawn of it, is another one: so are the places of words.
 */
void
kring_scene_words_forget (KringSceneWords *self)
{
  g_clear_pointer (&self->tried, g_hash_table_unref);
}

/**
 * kring_scene_get_n_places:
 *
 * Returns: how often places were found for all words, to see how much work was done
 */
guint
kring_scene_get_n_places (KringScene *scene)
{
  KringSceneWords *self = kring_scene_get_words (scene);

  return self->n_places;
}

/*
 * kring_scene_words_update:
 * @dirty: what was drawn again
 *
 * Finds the places of words anew where they are larger than drawn.
 *
 * Returns: where they look different
 */
KringRect
kring_scene_words_update (KringSceneWords *self, KringRect dirty)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->words);
  KringRect area = { 0, 0, 0, 0 };

  if (self->word_scale > 1)
    self->words = dup_larger (self, self->word_scale);
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
kring_scene_get_word_scale (KringScene *scene, double zoom, double text_scale)
{
  KringSceneWords *self = kring_scene_get_words (scene);

  return text_scale * MAX (LEAST_WORD / (SIZE_WORD * self->items->options.label_scale * zoom), 1);
}

/* How large a new person or thing is to draw what is in and on its sign. */
void
kring_scene_words_set_sizes (KringSceneWords *self, KringNode *node)
{
  node->sign_scale = self->sign_scale;
  node->age_scale = node->printed ? 1 : self->word_scale;
}

static void
redraw_nodes (KringSceneWords *self)
{
  for (guint i = 0; i < self->items->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->items->node_order, i);

      kring_scene_words_set_sizes (self, node);
      kring_node_draw (node, &self->items->measurer);
    }
  kring_scene_words_update (self, KRING_RECT_INIT (0, 0, 0, 0));
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
kring_scene_set_word_scale (KringScene *scene, double scale)
{
  KringSceneWords *self = kring_scene_get_words (scene);

  if (self->word_scale == scale)
    return FALSE;
  self->word_scale = scale;
  redraw_nodes (self);
  kring_scene_assemble (scene);
  return TRUE;
}

/**
 * kring_scene_set_sign_scale:
 * @scale: how much larger than drawn marks on persons and things are seen; 1: as they are drawn
 *
 * Returns: whether that is something else than before
 */
gboolean
kring_scene_set_sign_scale (KringScene *scene, double scale)
{
  KringSceneWords *self = kring_scene_get_words (scene);

  if (self->sign_scale == scale)
    return FALSE;
  self->sign_scale = scale;
  kring_scene_words_forget (self);
  redraw_nodes (self);
  kring_scene_assemble (scene);
  return TRUE;
}

/* Those of @drawn that are seen, as large as they are seen. */
GPtrArray *
kring_scene_words_get_seen (KringSceneWords *self, const char *id, GPtrArray *drawn)
{
  KringWords *words = self->words != NULL ? g_hash_table_lookup (self->words, id) : NULL;

  return words != NULL ? words->seen : drawn;
}

/* What is drawn of a note, a group or the rings: larger, where their words are. */
GPtrArray *
kring_scene_words_get_body (KringSceneWords *self, const char *id, GPtrArray *drawn)
{
  KringWords *words = self->words != NULL ? g_hash_table_lookup (self->words, id) : NULL;

  return words != NULL && words->body != NULL ? words->body : drawn;
}

/* All of @drawn, as large as they are seen. */
GPtrArray *
kring_scene_words_get_all (KringSceneWords *self, const char *id, GPtrArray *drawn)
{
  KringWords *words = self->words != NULL ? g_hash_table_lookup (self->words, id) : NULL;

  return words != NULL ? words->all : drawn;
}

static KringWords *
find_hidden (KringSceneWords *self, const char *id)
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
kring_scene_add_hidden_words (KringScene *scene, const char *id, GPtrArray *shapes)
{
  KringSceneWords *self = kring_scene_get_words (scene);
  KringWords *words = find_hidden (self, id);
  KringSketch sketch = { shapes, &self->items->measurer, id, KRING_PART_LABEL };
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
kring_scene_hit_words (KringScene *scene, const char *id, KringPoint point, KringHit *hit)
{
  KringSceneWords *self = kring_scene_get_words (scene);
  KringWords *words = find_hidden (self, id);

  if (words == NULL || !kring_rect_contains (kring_shapes_get_bounds (words->all), point))
    return FALSE;
  *hit = (KringHit){ id, KRING_PART_LABEL, FALSE };
  return TRUE;
}

/* Of rings or a group: whether shape @i is of a name, or what the name stands on. */
static gboolean
is_ground_name (GPtrArray *shapes, guint i)
{
  const KringShape *shape = g_ptr_array_index (shapes, i);
  const KringShape *next = i + 1 < shapes->len ? g_ptr_array_index (shapes, i + 1) : NULL;

  return shape->type == KRING_SHAPE_TEXT || shape->part == KRING_PART_LABEL ||
         (next != NULL && next->type == KRING_SHAPE_TEXT && next->part == KRING_PART_NONE);
}

/* Adds the names among @shapes to @grown, so many times as large, and no smaller than other words. */
void
kring_scene_words_add_grown (GPtrArray *shapes, double scale, GPtrArray *grown)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *text = g_ptr_array_index (shapes, i);

      if (!is_ground_name (shapes, i))
        continue;
      for (guint t = i + 1; text->type != KRING_SHAPE_TEXT; t++)
        text = g_ptr_array_index (shapes, t);
      g_ptr_array_add (grown, kring_shape_copy_scaled (g_ptr_array_index (shapes, i),
                                                       scale * MAX (SIZE_WORD / text->size, 1),
                                                       kring_rect_centre (text->bounds)));
    }
}

/* The name of a ring, which is nobody's, gives way to all other words. */
static gboolean
gives_way (KringSceneWords *self, const KringShape *name)
{
  GHashTableIter iter;
  gpointer words;

  if (name->id != NULL || self->words == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, NULL, &words))
    if (kring_rect_intersects (((KringWords *) words)->box, name->bounds))
      return TRUE;
  return FALSE;
}

/*
 * kring_scene_words_begin_ground:
 *
 * Rings and groups are put together anew, see kring_scene_words_dup_ground ().
 */
void
kring_scene_words_begin_ground (KringSceneWords *self)
{
  g_ptr_array_set_size (self->grown, 0);
}

/* Rings or a group with their names as large as they are seen; container only. */
GPtrArray *
kring_scene_words_dup_ground (KringSceneWords *self, const char *id, GPtrArray *drawn)
{
  GPtrArray *shapes = kring_scene_words_get_body (self, id, drawn);
  GPtrArray *seen = g_ptr_array_sized_new (shapes->len);
  gboolean grown = self->word_scale > 1 && !self->items->options.complete_labels;
  guint first = self->grown->len;

  if (grown)
    kring_scene_words_add_grown (shapes, self->word_scale, self->grown);
  for (guint i = 0; i < shapes->len; i++)
    if (!grown || !is_ground_name (shapes, i))
      g_ptr_array_add (seen, g_ptr_array_index (shapes, i));
  for (guint i = first; i < self->grown->len; i++)
    if (!gives_way (self, g_ptr_array_index (self->grown, i)))
      g_ptr_array_add (seen, g_ptr_array_index (self->grown, i));
  return seen;
}

/* With the name where it is seen among the others. */
static KringRect
get_node_bounds (KringSceneWords *self, const KringNode *node, GHashTable *words)
{
  return kring_rect_union (get_node_signs (node),
                           words != NULL ? get_words_bounds (words, node->id)
                                         : kring_shapes_get_bounds (node->label_shapes));
}

/* The places of words so large; %NULL: as they are drawn. */
static GHashTable *
scene_words_dup_places (KringSceneWords *self, double word_scale)
{
  if (word_scale == self->word_scale && self->words != NULL)
    return g_hash_table_ref (self->words);
  return word_scale > 1 ? dup_larger (self, word_scale) : NULL;
}

/**
 * kring_scene_dup_people_boxes:
 * @word_scale: how large names are
 *
 * Returns: (transfer full) (element-type KringRect): what every person, thing and note takes up with
 *   its marks and its name
 */
GArray *
kring_scene_dup_people_boxes (KringScene *scene, double word_scale)
{
  KringSceneWords *self = kring_scene_get_words (scene);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KringRect));
  g_autoptr (GHashTable) words = scene_words_dup_places (self, word_scale);

  for (guint i = 0; i < self->items->node_order->len; i++)
    {
      KringRect box = get_node_bounds (self, g_ptr_array_index (self->items->node_order, i), words);

      g_array_append_val (boxes, box);
    }
  return boxes;
}

/**
 * kring_scene_get_people_bounds:
 * @word_scale: how large names are
 *
 * Returns: the box of everything but the ground: persons and things with their names, ties, groups.
 *   Empty if there is nothing.
 */
KringRect
kring_scene_get_people_bounds (KringScene *scene, double word_scale)
{
  KringSceneWords *self = kring_scene_get_words (scene);
  KringRect bounds = { 0, 0, 0, 0 };
  g_autoptr (GArray) boxes = kring_scene_dup_people_boxes (scene, word_scale);

  for (guint i = 0; i < boxes->len; i++)
    bounds = kring_rect_union (bounds, g_array_index (boxes, KringRect, i));
  for (guint i = 0; i < self->items->tie_order->len; i++)
    {
      const KringTie *tie = g_ptr_array_index (self->items->tie_order, i);

      bounds = kring_rect_union (bounds, kring_shapes_get_bounds (tie->line_shapes));
      bounds = kring_rect_union (bounds, kring_shapes_get_bounds (tie->label_shapes));
    }
  for (guint i = 0; i < self->items->hull_order->len; i++)
    bounds = kring_rect_union (
        bounds, kring_shapes_get_bounds (
                    ((KringHull *) g_ptr_array_index (self->items->hull_order, i))->shapes));
  return bounds;
}
