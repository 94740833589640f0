/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-scene-private.h"

#include "picture/scene/kring-label-placement.h"

/* Cells of the index of shapes, in map units. */
#define CELL 320.0

G_DEFINE_FINAL_TYPE (KringScene, kring_scene, G_TYPE_OBJECT)

/* What one apply does. */
typedef struct
{
  GHashTable *nodes;  /* (not owned) (element-type utf8), ids to look at again */
  GHashTable *ties;   /* (not owned) (element-type utf8), ids to look at again */
  KringGrid *touched; /* (not owned) (nullable) where something went that labels kept clear of */
  KringRect dirty;
} Work;

static gboolean
is_node_kind (const KringKind *kind)
{
  return kind->group == KRING_GROUP_ENTITY && kind->id != KRING_KIND_GROUP;
}

static void
add_shapes (KringScene *self, GPtrArray *shapes)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      KringShape *shape = g_ptr_array_index (shapes, i);

      g_ptr_array_add (self->shapes, shape);
      kring_grid_add (self->grid, shape->bounds);
      self->bounds = kring_rect_union (self->bounds, shape->bounds);
    }
}

static gboolean
scene_is_shown (KringScene *self, const KringNode *node)
{
  return self->moving == NULL || !g_hash_table_contains (self->moving, node->id);
}

/**
 * kring_scene_is_moving:
 *
 * Returns: whether an end of @tie is being moved, so that it is drawn apart from the rest
 */
gboolean
kring_scene_is_moving (KringScene *self, const KringTie *tie)
{
  return !scene_is_shown (self, tie->from) || !scene_is_shown (self, tie->to);
}

static void
scene_add_lines (KringScene *self, gboolean refuted)
{
  for (guint i = 0; i < self->tie_order->len; i++)
    {
      KringTie *tie = g_ptr_array_index (self->tie_order, i);

      if (!kring_scene_is_moving (self, tie) &&
          (tie->certainty == KRING_CERTAINTY_REFUTED) == refuted)
        add_shapes (self, tie->line_shapes);
    }
}

/* What was refuted lies behind the rest: seen, but not in the way of the eye or the hand. */
static void
scene_add_ties (KringScene *self)
{
  scene_add_lines (self, TRUE);
  scene_add_lines (self, FALSE);
  for (guint i = 0; i < self->tie_order->len; i++)
    {
      KringTie *tie = g_ptr_array_index (self->tie_order, i);

      if (!kring_scene_is_moving (self, tie))
        add_shapes (self, kring_scene_get_seen_words (self, tie->id, tie->label_shapes));
    }
}

static void
add_bodies (KringScene *self, gboolean notes, gboolean refuted)
{
  for (guint i = 0; i < self->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->node_order, i);

      if (scene_is_shown (self, node) && (node->form == KRING_FORM_NOTE) == notes &&
          (node->certainty == KRING_CERTAINTY_REFUTED) == refuted)
        add_shapes (self, kring_scene_get_body (self, node->id, node->body_shapes));
    }
}

/* A note that is drawn larger has them already. */
static void
add_badges (KringScene *self, KringNode *node)
{
  if (kring_scene_get_body (self, node->id, node->body_shapes) == node->body_shapes)
    add_shapes (self, node->badge_shapes);
}

static void
scene_add_ground (KringScene *self, const char *id, GPtrArray *shapes)
{
  g_autoptr (GPtrArray) seen = kring_scene_dup_ground (self, id, shapes);

  add_shapes (self, seen);
}

static void
add_hulls (KringScene *self)
{
  for (guint i = 0; i < self->hull_order->len; i++)
    {
      KringHull *hull = g_ptr_array_index (self->hull_order, i);

      if (!kring_scene_is_hull_moving (self, hull->id))
        scene_add_ground (self, hull->id, hull->shapes);
    }
}

/* Puts the shapes of all items into one array, in paint order. */
void
kring_scene_assemble (KringScene *self)
{
  g_ptr_array_set_size (self->shapes, 0);
  g_ptr_array_set_size (self->grown, 0);
  g_clear_pointer (&self->grid, kring_grid_free);
  self->grid = kring_grid_new (CELL);
  self->bounds = KRING_RECT_INIT (0, 0, 0, 0);
  if (!self->gliding)
    scene_add_ground (self, KRING_WORDS_RINGS, self->rings);
  add_hulls (self);
  scene_add_ties (self);
  add_bodies (self, TRUE, TRUE);
  add_bodies (self, TRUE, FALSE);
  add_bodies (self, FALSE, TRUE);
  add_bodies (self, FALSE, FALSE);
  for (guint i = 0; i < self->node_order->len; i++)
    if (scene_is_shown (self, g_ptr_array_index (self->node_order, i)))
      add_badges (self, g_ptr_array_index (self->node_order, i));
  for (guint i = 0; i < self->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->node_order, i);

      if (scene_is_shown (self, node))
        add_shapes (self, kring_scene_get_seen_words (self, node->id, node->label_shapes));
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
  KringTie *tie = g_hash_table_lookup (self->ties, id);

  if (tie == NULL)
    return;
  soil (work, tie->line_shapes);
  soil (work, tie->label_shapes);
  kring_label_placement_touch_tie (work->touched, tie);
  g_hash_table_remove (self->ties, id);
}

static void
drop_node (KringScene *self, Work *work, const char *id)
{
  KringNode *node = g_hash_table_lookup (self->nodes, id);

  if (node == NULL)
    return;
  soil (work, node->body_shapes);
  soil (work, node->badge_shapes);
  soil (work, node->label_shapes);
  kring_label_placement_touch_node (work->touched, node);
  g_hash_table_remove (self->nodes, id);
}

/* The ties of every node that is looked at again are looked at again too. */
static void
add_ties_of_nodes (KringScene *self, Work *work)
{
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (kring_item_is (item, KRING_KIND_TIE) &&
          (g_hash_table_contains (work->nodes, kring_item_get_text (item, KRING_F_FROM)) ||
           g_hash_table_contains (work->nodes, kring_item_get_text (item, KRING_F_TO))))
        g_hash_table_add (work->ties, (gpointer) g_intern_string (kring_item_get_id (item)));
    }
  for (guint i = 0; i < self->tie_order->len; i++)
    {
      KringTie *tie = g_ptr_array_index (self->tie_order, i);

      if (g_hash_table_contains (work->nodes, tie->from->id) ||
          g_hash_table_contains (work->nodes, tie->to->id))
        g_hash_table_add (work->ties, (gpointer) tie->id);
    }
}

static void
renew_node (KringScene *self, const char *id)
{
  KringItem *item = kring_map_get_item (self->map, id);
  KringPoint position;
  KringNode *node;

  if (item == NULL || !is_node_kind (kring_item_get_kind (item)) ||
      !kring_item_get_position (item, &position))
    return;
  node = kring_node_new (self->map, item, kring_record_counts_get (self->known, id), &self->options,
                         &self->measurer);
  kring_scene_set_sizes (self, node);
  g_hash_table_insert (self->nodes, (gpointer) node->id, node);
}

static void
renew_tie (KringScene *self, const char *id)
{
  KringItem *item = kring_map_get_item (self->map, id);
  KringSceneOptions options = self->options;
  KringNode *from, *to;
  KringTie *tie;

  if (item == NULL || !kring_item_is (item, KRING_KIND_TIE))
    return;
  options.tie_icons |= kring_item_get_bool (kring_map_get_case (self->map), KRING_F_TIE_ICONS);
  from = g_hash_table_lookup (self->nodes, kring_item_get_text (item, KRING_F_FROM));
  to = g_hash_table_lookup (self->nodes, kring_item_get_text (item, KRING_F_TO));
  if (from == NULL || to == NULL)
    return;
  tie = kring_tie_new (item, kring_record_counts_get (self->known, id), from, to, &options,
                       &self->measurer);
  g_hash_table_insert (self->ties, (gpointer) tie->id, tie);
}

static void
put_in_order (KringScene *self)
{
  g_ptr_array_set_size (self->node_order, 0);
  g_ptr_array_set_size (self->tie_order, 0);
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);
      gboolean is_tie = kring_item_is (item, KRING_KIND_TIE);
      gpointer art =
          g_hash_table_lookup (is_tie ? self->ties : self->nodes, kring_item_get_id (item));

      if (art != NULL)
        g_ptr_array_add (is_tie ? self->tie_order : self->node_order, art);
    }
}

static void
redraw_node (KringScene *self, Work *work, KringNode *node)
{
  if (node->fresh)
    {
      kring_node_draw (node, &self->measurer);
      soil (work, node->body_shapes);
      soil (work, node->badge_shapes);
    }
  if (node->label_changed)
    {
      soil (work, node->label_shapes);
      kring_node_label_draw (node, &self->measurer);
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
      kring_tie_add_line (tie, &self->ground, &self->measurer);
      soil (work, tie->line_shapes);
    }
  if (tie->label_changed)
    {
      soil (work, tie->label_shapes);
      kring_tie_label_draw (tie, &self->options, &self->measurer);
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
  g_hash_table_insert (self->hulls, (gpointer) hull->id, hull);
  g_ptr_array_add (self->hull_order, hull);
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
  g_autoptr (GHashTable) old = g_steal_pointer (&self->hulls);
  g_autoptr (GPtrArray) groups = kring_map_dup_items_of_kind (self->map, KRING_KIND_GROUP);
  GHashTableIter iter;
  gpointer gone;

  self->hulls = new_hulls ();
  g_ptr_array_set_size (self->hull_order, 0);
  for (guint i = 0; i < groups->len; i++)
    {
      KringItem *group = g_ptr_array_index (groups, i);
      KringHull *hull = ensure_hull (self, old, group);
      KringRect before = kring_shapes_get_bounds (hull->shapes);
      g_autoptr (GArray) boxes = kring_scene_dup_boxes (self, group);

      if (!kring_hull_update (hull, group, boxes,
                              i % 2 == 0 ? KRING_COLOUR_HULL1 : KRING_COLOUR_HULL2, &self->ground,
                              &self->measurer))
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
  kring_scene_forget_tried (self);
  put_in_order (self);
  kring_label_placement_run (self->node_order, self->tie_order, &self->ground, work->touched);
  for (guint i = 0; i < self->node_order->len; i++)
    redraw_node (self, work, g_ptr_array_index (self->node_order, i));
  for (guint i = 0; i < self->tie_order->len; i++)
    redraw_tie (self, work, g_ptr_array_index (self->tie_order, i));
  redraw_hulls (self, work);
  work->dirty = kring_rect_union (work->dirty, kring_scene_update_words (self, work->dirty));
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

  g_clear_pointer (&self->moving, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  kring_scene_forget_tried (self);
  g_ptr_array_unref (self->shapes);
  g_clear_pointer (&self->grid, kring_grid_free);
  g_ptr_array_unref (self->rings);
  g_ptr_array_unref (self->grown);
  g_ptr_array_unref (self->node_order);
  g_ptr_array_unref (self->tie_order);
  g_ptr_array_unref (self->hull_order);
  g_hash_table_unref (self->hulls);
  g_hash_table_unref (self->ties);
  g_hash_table_unref (self->nodes);
  g_object_unref (self->map);
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
  self->nodes =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kring_node_free);
  self->ties =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kring_tie_free);
  self->hulls = new_hulls ();
  self->node_order = g_ptr_array_new ();
  self->tie_order = g_ptr_array_new ();
  self->hull_order = g_ptr_array_new ();
  self->rings = kring_shapes_new ();
  self->grown = kring_shapes_new ();
  self->shapes = g_ptr_array_new ();
  self->word_scale = self->sign_scale = 1;
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

  self->map = g_object_ref (map);
  self->options = *options;
  self->measurer = *measurer;
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
  return self->map;
}

/**
 * kring_scene_set_options:
 *
 * Draws everything again with other @options.
 */
void
kring_scene_set_options (KringScene *self, const KringSceneOptions *options)
{
  self->options = *options;
  kring_scene_rebuild (self);
}

static gboolean
is_of_everything (KringScene *self, const KringChange *change)
{
  KringItem *centre = kring_map_get_centre (self->map);

  return change->kind->id == KRING_KIND_CASE ||
         (centre != NULL && g_str_equal (change->id, kring_item_get_id (centre)) &&
          (change->field == NULL || change->field->type == KRING_FIELD_POINT));
}

static gboolean
is_known_changed (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((KringChange *) g_ptr_array_index (changes, i))->kind->group == KRING_GROUP_ABOUT)
      return TRUE;
  return FALSE;
}

static void
renew_known (KringScene *self, Work *work)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->known);

  self->known = kring_map_dup_record_counts (self->map);
  kring_record_counts_add_different (old, self->known, work->nodes);
  kring_record_counts_add_different (old, self->known, work->ties);
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
  g_autoptr (KringGrid) touched = kring_label_placement_new_touched ();
  Work work = { nodes, ties, touched, { 0, 0, 0, 0 } };
  KringRect before = self->bounds;

  if (is_known_changed (changes))
    renew_known (self, &work);
  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);

      if (is_of_everything (self, change))
        {
          kring_scene_rebuild (self);
          return kring_rect_union (before, self->bounds);
        }
      if (change->kind->id == KRING_KIND_TIE)
        g_hash_table_add (ties, (gpointer) g_intern_string (change->id));
      else if (is_node_kind (change->kind))
        g_hash_table_add (nodes, (gpointer) g_intern_string (change->id));
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
  KringSketch sketch = { self->rings, &self->measurer, NULL, KRING_PART_NONE };

  g_ptr_array_set_size (self->tie_order, 0);
  g_ptr_array_set_size (self->node_order, 0);
  g_ptr_array_set_size (self->hull_order, 0);
  g_hash_table_remove_all (self->hulls);
  g_hash_table_remove_all (self->ties);
  g_hash_table_remove_all (self->nodes);
  g_ptr_array_set_size (self->rings, 0);
  g_clear_pointer (&self->known, g_hash_table_unref);
  self->known = kring_map_dup_record_counts (self->map);
  self->ground = kring_ground_read (self->map);
  kring_ground_draw (&self->ground, self->map, &sketch);
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

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
  return g_hash_table_lookup (self->nodes, id);
}
