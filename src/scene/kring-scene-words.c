/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words are seen where they are larger than they are drawn, and what gave way. */
#include "scene/kring-scene-private.h"

#include <string.h>

/* On a screen, in pixels of usual text: words are never smaller. Names are SIZE_NAME / SIZE_WORD
 * larger than the words on ties and the second lines, and stay so. */
#define LEAST_WORD 9.0
#define SIZE_WORD 11.0
/* More areas than this are taken for everywhere. */
#define MAX_AREAS 24
#define PLATE_AIR 3.0
#define PLATE_CORNER 6.0

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
    self->words = kring_scene_dup_words (self, self->word_scale);
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

/* What is drawn of a note, a group or the rings: larger, where their words are. */
GPtrArray *
kring_scene_get_body (KringScene *self, const char *id, GPtrArray *drawn)
{
  KringWords *words = self->words != NULL ? g_hash_table_lookup (self->words, id) : NULL;

  return words != NULL && words->body != NULL ? words->body : drawn;
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
 * kring_scene_has_anybody_in:
 * @area: in map units
 * @word_scale: how large names are
 *
 * Returns: whether a person or a thing, with its name, reaches into @area
 */
gboolean
kring_scene_has_anybody_in (KringScene *self, KringRect area, double word_scale)
{
  for (guint i = 0; i < self->node_order->len; i++)
    if (kring_rect_intersects (
            get_node_bounds (self, g_ptr_array_index (self->node_order, i), word_scale), area))
      return TRUE;
  return FALSE;
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
