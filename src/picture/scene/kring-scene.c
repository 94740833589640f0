/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-scene.h"

#include "picture/scene/kring-label-placement.h"
#include "picture/scene/kring-scene-motion.h"
#include "picture/scene/kring-scene-shapes.h"

struct _KringScene
{
  GObject parent_instance;

  KringSceneItems items;
  GPtrArray *rings;         /* (owned) (element-type KringShape) */
  KringSceneShapes *shapes; /* (owned) */
  KringSceneWords *words;   /* (owned) */
  KringSceneMotion *motion; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KringScene, kring_scene, G_TYPE_OBJECT)

/* What one apply does. */
typedef struct
{
  GHashTable *nodes;     /* (not owned) (element-type utf8), ids to look at again */
  GHashTable *ties;      /* (not owned) (element-type utf8), ids to look at again */
  KringTouched *touched; /* (not owned) (nullable) where something went that labels kept clear of */
  KringRect dirty;
} Work;

static gboolean
is_node_kind (const KringKind *kind)
{
  return kind->group == KRING_GROUP_ENTITY && kind->id != KRING_KIND_GROUP;
}

static void
scene_add_lines (KringScene *self, gboolean refuted)
{
  for (guint i = 0; i < self->items.tie_order->len; i++)
    {
      KringTie *tie = g_ptr_array_index (self->items.tie_order, i);

      if (!kring_scene_motion_has_tie (self->motion, tie) &&
          (tie->certainty == KRING_CERTAINTY_REFUTED) == refuted)
        kring_scene_shapes_add (self->shapes, tie->line_shapes);
    }
}

/* What was refuted lies behind the rest: seen, but not in the way of the eye or the hand. */
static void
scene_add_ties (KringScene *self)
{
  scene_add_lines (self, TRUE);
  scene_add_lines (self, FALSE);
  for (guint i = 0; i < self->items.tie_order->len; i++)
    {
      KringTie *tie = g_ptr_array_index (self->items.tie_order, i);

      if (!kring_scene_motion_has_tie (self->motion, tie))
        kring_scene_shapes_add (
            self->shapes, kring_scene_words_get_seen (self->words, tie->id, tie->label_shapes));
    }
}

static void
add_bodies (KringScene *self, gboolean notes, gboolean refuted)
{
  for (guint i = 0; i < self->items.node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->items.node_order, i);

      if (!kring_scene_motion_has_node (self->motion, node) &&
          (node->form == KRING_FORM_NOTE) == notes &&
          (node->certainty == KRING_CERTAINTY_REFUTED) == refuted)
        kring_scene_shapes_add (
            self->shapes, kring_scene_words_get_body (self->words, node->id, node->body_shapes));
    }
}

/* A note that is drawn larger has them already. */
static void
add_badges (KringScene *self, KringNode *node)
{
  if (kring_scene_words_get_body (self->words, node->id, node->body_shapes) == node->body_shapes)
    kring_scene_shapes_add (self->shapes, node->badge_shapes);
}

static void
scene_add_ground (KringScene *self, const char *id, GPtrArray *shapes)
{
  g_autoptr (GPtrArray) seen = kring_scene_words_dup_ground (self->words, id, shapes);

  kring_scene_shapes_add (self->shapes, seen);
}

static void
add_hulls (KringScene *self)
{
  for (guint i = 0; i < self->items.hull_order->len; i++)
    {
      KringHull *hull = g_ptr_array_index (self->items.hull_order, i);

      if (!kring_scene_motion_has_hull (self->motion, hull->id))
        scene_add_ground (self, hull->id, hull->shapes);
    }
}

/* Puts the shapes of all items into one array, in paint order. */
void
kring_scene_assemble (KringScene *self)
{
  kring_scene_shapes_clear (self->shapes);
  kring_scene_words_begin_ground (self->words);
  if (!kring_scene_motion_is_gliding (self->motion))
    scene_add_ground (self, KRING_WORDS_RINGS, self->rings);
  add_hulls (self);
  scene_add_ties (self);
  add_bodies (self, TRUE, TRUE);
  add_bodies (self, TRUE, FALSE);
  add_bodies (self, FALSE, TRUE);
  add_bodies (self, FALSE, FALSE);
  for (guint i = 0; i < self->items.node_order->len; i++)
    if (!kring_scene_motion_has_node (self->motion, g_ptr_array_index (self->items.node_order, i)))
      add_badges (self, g_ptr_array_index (self->items.node_order, i));
  for (guint i = 0; i < self->items.node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->items.node_order, i);

      if (!kring_scene_motion_has_node (self->motion, node))
        kring_scene_shapes_add (
            self->shapes, kring_scene_words_get_seen (self->words, node->id, node->label_shapes));
    }
}

static void
soil (Work *work, GPtrArray *shapes)
{
  work->dirty = kring_rect_union (work->dirty, kring_shapes_get_bounds (shapes));
}

static void
drop_tie (KringScene *self, Work *work, const char *id)
{
  KringTie *tie = g_hash_table_lookup (self->items.ties, id);

  if (tie == NULL)
    return;
  soil (work, tie->line_shapes);
  soil (work, tie->label_shapes);
  kring_touched_add_tie (work->touched, tie);
  g_hash_table_remove (self->items.ties, id);
}

static void
drop_node (KringScene *self, Work *work, const char *id)
{
  KringNode *node = g_hash_table_lookup (self->items.nodes, id);

  if (node == NULL)
    return;
  soil (work, node->body_shapes);
  soil (work, node->badge_shapes);
  soil (work, node->label_shapes);
  kring_touched_add_node (work->touched, node);
  g_hash_table_remove (self->items.nodes, id);
}

/* The ties of every node too; those that went from there are among the changes themselves. */
static void
add_ties_of_nodes (KringScene *self, Work *work)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, work->nodes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (self->items.map, id);

      for (guint i = 0; i < ties->len; i++)
        g_hash_table_add (work->ties, (gpointer) kring_item_get_id (g_ptr_array_index (ties, i)));
    }
}

static void
renew_node (KringScene *self, const char *id)
{
  KringItem *item = kring_map_get_item (self->items.map, id);
  KringPoint position;
  KringNode *node;

  if (item == NULL || !is_node_kind (kring_item_get_kind (item)) ||
      !kring_item_get_position (item, &position))
    return;
  node = kring_node_new (self->items.map, item, kring_map_count_records (self->items.map, id),
                         &self->items.options, &self->items.measurer);
  kring_scene_words_set_sizes (self->words, node);
  g_hash_table_insert (self->items.nodes, (gpointer) node->id, node);
}

static void
renew_tie (KringScene *self, const char *id)
{
  KringItem *item = kring_map_get_item (self->items.map, id);
  KringSceneOptions options = self->items.options;
  KringNode *from, *to;
  KringTie *tie;

  if (item == NULL || !kring_item_is (item, KRING_KIND_TIE))
    return;
  options.tie_icons |=
      kring_item_get_bool (kring_map_get_case (self->items.map), KRING_F_TIE_ICONS);
  from = g_hash_table_lookup (self->items.nodes, kring_item_get_text (item, KRING_F_FROM));
  to = g_hash_table_lookup (self->items.nodes, kring_item_get_text (item, KRING_F_TO));
  if (from == NULL || to == NULL)
    return;
  tie = kring_tie_new (item, kring_map_count_records (self->items.map, id), from, to, &options,
                       &self->items.measurer);
  g_hash_table_insert (self->items.ties, (gpointer) tie->id, tie);
}

static void
put_in_order (KringScene *self)
{
  g_ptr_array_set_size (self->items.node_order, 0);
  g_ptr_array_set_size (self->items.tie_order, 0);
  for (guint i = 0; i < kring_map_get_n_drawn (self->items.map); i++)
    {
      KringItem *item = kring_map_get_nth (self->items.map, i);
      gboolean is_tie = kring_item_is (item, KRING_KIND_TIE);
      gpointer art = g_hash_table_lookup (is_tie ? self->items.ties : self->items.nodes,
                                          kring_item_get_id (item));

      if (art != NULL)
        g_ptr_array_add (is_tie ? self->items.tie_order : self->items.node_order, art);
    }
}

static void
redraw_node (KringScene *self, Work *work, KringNode *node)
{
  if (node->fresh)
    {
      kring_node_draw (node, &self->items.measurer);
      soil (work, node->body_shapes);
      soil (work, node->badge_shapes);
    }
  if (node->label_changed)
    {
      soil (work, node->label_shapes);
      kring_node_label_draw (node, &self->items.measurer);
      soil (work, node->label_shapes);
    }
  node->fresh = FALSE;
  node->label_changed = FALSE;
}

static void
redraw_tie (KringScene *self, Work *work, KringTie *tie)
{
  if (tie->line_changed)
    {
      soil (work, tie->line_shapes);
      g_ptr_array_set_size (tie->line_shapes, 0);
      kring_tie_add_line (tie, &self->items.ground, &self->items.measurer);
      soil (work, tie->line_shapes);
    }
  if (tie->label_changed)
    {
      soil (work, tie->label_shapes);
      kring_tie_label_draw (tie, &self->items.options, &self->items.measurer);
      soil (work, tie->label_shapes);
    }
  tie->line_changed = FALSE;
  tie->label_changed = FALSE;
}

static KringHull *
ensure_hull (KringScene *self, GHashTable *old, KringItem *group)
{
  KringHull *hull = g_hash_table_lookup (old, kring_item_get_id (group));

  if (hull != NULL)
    g_hash_table_steal (old, hull->id);
  else
    hull = kring_hull_new (kring_item_get_id (group));
  g_hash_table_insert (self->items.hulls, (gpointer) hull->id, hull);
  g_ptr_array_add (self->items.hull_order, hull);
  return hull;
}

static GHashTable *
new_hulls (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kring_hull_free);
}

static void
redraw_hulls (KringScene *self, Work *work)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->items.hulls);
  g_autoptr (GPtrArray) groups = kring_map_dup_items_of_kind (self->items.map, KRING_KIND_GROUP);
  GHashTableIter iter;
  gpointer gone;

  self->items.hulls = new_hulls ();
  g_ptr_array_set_size (self->items.hull_order, 0);
  for (guint i = 0; i < groups->len; i++)
    {
      KringItem *group = g_ptr_array_index (groups, i);
      KringHull *hull = ensure_hull (self, old, group);
      KringRect before = kring_shapes_get_bounds (hull->shapes);
      g_autoptr (GArray) boxes = kring_scene_motion_dup_boxes (self->motion, group);

      if (!kring_hull_update (hull, group, boxes,
                              i % 2 == 0 ? KRING_COLOUR_HULL1 : KRING_COLOUR_HULL2,
                              &self->items.ground, &self->items.measurer))
        continue;
      work->dirty = kring_rect_union (work->dirty, before);
      soil (work, hull->shapes);
    }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &gone))
    soil (work, ((KringHull *) gone)->shapes);
}

/* Brings everything up to date after the nodes and ties in work were renewed. */
static void
scene_update (KringScene *self, Work *work)
{
  kring_scene_words_forget (self->words);
  put_in_order (self);
  self->items.n_looks += kring_label_placement_run (self->items.node_order, self->items.tie_order,
                                                    &self->items.ground, work->touched);
  for (guint i = 0; i < self->items.node_order->len; i++)
    redraw_node (self, work, g_ptr_array_index (self->items.node_order, i));
  for (guint i = 0; i < self->items.tie_order->len; i++)
    redraw_tie (self, work, g_ptr_array_index (self->items.tie_order, i));
  redraw_hulls (self, work);
  work->dirty = kring_rect_union (work->dirty, kring_scene_words_update (self->words, work->dirty));
  kring_scene_assemble (self);
}

static void
scene_renew (KringScene *self, Work *work)
{
  GHashTableIter iter;
  gpointer id;

  add_ties_of_nodes (self, work);
  g_hash_table_iter_init (&iter, work->ties);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    drop_tie (self, work, id);
  g_hash_table_iter_init (&iter, work->nodes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      drop_node (self, work, id);
      renew_node (self, id);
    }
  g_hash_table_iter_init (&iter, work->ties);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    renew_tie (self, id);
}

static void
kring_scene_finalize (GObject *object)
{
  KringScene *self = KRING_SCENE (object);

  kring_scene_motion_free (self->motion);
  kring_scene_words_free (self->words);
  kring_scene_shapes_free (self->shapes);
  g_ptr_array_unref (self->rings);
  g_ptr_array_unref (self->items.node_order);
  g_ptr_array_unref (self->items.tie_order);
  g_ptr_array_unref (self->items.hull_order);
  g_hash_table_unref (self->items.hulls);
  g_hash_table_unref (self->items.ties);
  g_hash_table_unref (self->items.nodes);
  g_object_unref (self->items.map);
  G_OBJECT_CLASS (kring_scene_parent_class)->finalize (object);
}

static void
kring_scene_class_init (KringSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_scene_finalize;
}

static void
kring_scene_init (KringScene *self)
{
  self->items.nodes =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kring_node_free);
  self->items.ties =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kring_tie_free);
  self->items.hulls = new_hulls ();
  self->items.node_order = g_ptr_array_new ();
  self->items.tie_order = g_ptr_array_new ();
  self->items.hull_order = g_ptr_array_new ();
  self->rings = kring_shapes_new ();
  self->shapes = kring_scene_shapes_new ();
  self->words = kring_scene_words_new (&self->items);
  self->motion = kring_scene_motion_new (&self->items, self->words);
}

/**
 * kring_scene_new: (constructor)
 * @measurer: copied; what its data points at outlives the scene
 *
 * Returns: (transfer full): the drawing of @map as it is now; later changes come through
 *   kring_scene_apply ()
 */
KringScene *
kring_scene_new (KringMap *map, const KringSceneOptions *options, const KringTextMeasurer *measurer)
{
  KringScene *self = g_object_new (KRING_TYPE_SCENE, NULL);

  self->items.map = g_object_ref (map);
  self->items.options = *options;
  self->items.measurer = *measurer;
  kring_scene_rebuild (self);
  return self;
}

/**
 * kring_scene_get_map:
 *
 * Returns: (transfer none): what is drawn
 */
KringMap *
kring_scene_get_map (KringScene *self)
{
  return self->items.map;
}

/**
 * kring_scene_set_options:
 *
 * Draws everything again with other @options.
 */
void
kring_scene_set_options (KringScene *self, const KringSceneOptions *options)
{
  self->items.options = *options;
  kring_scene_rebuild (self);
}

static gboolean
is_of_everything (KringScene *self, const KringChange *change)
{
  KringItem *centre = kring_map_get_centre (self->items.map);

  return change->kind->id == KRING_KIND_CASE ||
         (centre != NULL && g_str_equal (change->id, kring_item_get_id (centre)) &&
          (change->field == NULL || change->field->type == KRING_FIELD_POINT));
}

/* What is known about an item is counted at its sign. */
static void
look_at_counts (KringScene *self, Work *work, char **ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      KringNode *node = g_hash_table_lookup (self->items.nodes, ids[i]);
      KringTie *tie = g_hash_table_lookup (self->items.ties, ids[i]);
      KringRecordCounts counts = kring_map_count_records (self->items.map, ids[i]);

      if (node != NULL && !kring_record_counts_equal (node->known, counts))
        g_hash_table_add (work->nodes, (gpointer) node->id);
      if (tie != NULL && !kring_record_counts_equal (tie->known, counts))
        g_hash_table_add (work->ties, (gpointer) tie->id);
    }
}

/* What the record was about, and what it is about. */
static void
look_at_subjects (KringScene *self, Work *work, const KringChange *change)
{
  KringItem *record =
      change->item != NULL ? change->item : kring_map_get_item (self->items.map, change->id);
  gboolean moved = change->field != NULL && strcmp (change->field->name, KRING_F_ABOUT) == 0;
  g_auto (GStrv) was = kring_value_dup_refs (moved ? change->old_value : NULL);
  g_auto (GStrv) is = record != NULL ? kring_item_dup_refs (record, KRING_F_ABOUT) : NULL;

  look_at_counts (self, work, was);
  if (is != NULL)
    look_at_counts (self, work, is);
}

/**
 * kring_scene_apply:
 * @changes: (element-type KringChange): that have already happened to the map
 *
 * Draws again what @changes touch.
 *
 * Returns: the part of the map that looks different, in map units; empty if nothing does
 */
KringRect
kring_scene_apply (KringScene *self, GPtrArray *changes)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ties = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KringTouched) touched = kring_touched_new ();
  Work work = { nodes, ties, touched, { 0, 0, 0, 0 } };
  KringRect before = kring_scene_get_bounds (self);

  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);

      if (is_of_everything (self, change))
        {
          kring_scene_rebuild (self);
          return kring_rect_union (before, kring_scene_get_bounds (self));
        }
      if (change->kind->group == KRING_GROUP_ABOUT)
        look_at_subjects (self, &work, change);
      else if (change->kind->id == KRING_KIND_TIE)
        g_hash_table_add (ties, (gpointer) change->id);
      else if (is_node_kind (change->kind))
        g_hash_table_add (nodes, (gpointer) change->id);
    }
  scene_renew (self, &work);
  scene_update (self, &work);
  return work.dirty;
}

/**
 * kring_scene_rebuild:
 *
 * Draws everything again.
 */
void
kring_scene_rebuild (KringScene *self)
{
  Work work = { NULL, NULL, NULL, { 0, 0, 0, 0 } };
  KringSketch sketch = { self->rings, &self->items.measurer, NULL, KRING_PART_NONE };

  g_ptr_array_set_size (self->items.tie_order, 0);
  g_ptr_array_set_size (self->items.node_order, 0);
  g_ptr_array_set_size (self->items.hull_order, 0);
  g_hash_table_remove_all (self->items.hulls);
  g_hash_table_remove_all (self->items.ties);
  g_hash_table_remove_all (self->items.nodes);
  g_ptr_array_set_size (self->rings, 0);
  self->items.ground = kring_ground_read (self->items.map);
  kring_ground_draw (&self->items.ground, self->items.map, &sketch);
  for (guint i = 0; i < kring_map_get_n_drawn (self->items.map); i++)
    {
      KringItem *item = kring_map_get_nth (self->items.map, i);

      if (is_node_kind (kring_item_get_kind (item)))
        renew_node (self, kring_item_get_id (item));
      else if (kring_item_is (item, KRING_KIND_TIE))
        renew_tie (self, kring_item_get_id (item));
    }
  scene_update (self, &work);
}

/**
 * kring_scene_get_node:
 *
 * Returns: (transfer none) (nullable): how the item with that id is drawn
 */
KringNode *
kring_scene_get_node (KringScene *self, const char *id)
{
  return g_hash_table_lookup (self->items.nodes, id);
}

const KringSceneItems *
kring_scene_get_items (KringScene *self)
{
  return &self->items;
}

KringSceneShapes *
kring_scene_get_shape_index (KringScene *self)
{
  return self->shapes;
}

KringSceneWords *
kring_scene_get_words (KringScene *self)
{
  return self->words;
}

KringSceneMotion *
kring_scene_get_motion (KringScene *self)
{
  return self->motion;
}
