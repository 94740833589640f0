/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/kring-scene-private.h"

#include <string.h>

/* Rings around nodes: how far outside the rim their middle runs, and how wide they are. */
#define RING_GROW 6.0
#define RING_WIDTH 4.0
#define FOCUS_GROW 10.75
#define FOCUS_WIDTH 1.5

#define HOVER 0.40
#define SELECTED 0.95
#define TARGET 0.14
#define TIE_HOVER 0.14
#define TIE_SELECTED 0.28
#define TIE_BAND 11.0
#define HANDLE_RADIUS 5.0

static void
ring_node (KringSketch *sketch, const KringNode *node, double opacity)
{
  kring_sketch_stroke (sketch, kring_node_dup_outline (node, RING_GROW), KRING_COLOUR_SELECTION,
                       RING_WIDTH)
      ->stroke_opacity = opacity;
}

static void
band_tie (KringSketch *sketch, const KringTie *tie, double opacity)
{
  KringShape *shape;

  if (tie->line == NULL)
    return;
  shape = kring_sketch_stroke (sketch, kring_curve_dup_path (tie->line), KRING_COLOUR_SELECTION,
                               tie->width + TIE_BAND);
  shape->stroke_opacity = opacity;
  shape->round = TRUE;
}

/* A group: its rim again, in the colour of selection. */
static void
band_hull (KringSketch *sketch, const KringHull *hull, double opacity)
{
  KringPath *path;

  if (hull->shapes->len == 0)
    return;
  path = kring_path_new ();
  kring_path_add (path, ((KringShape *) g_ptr_array_index (hull->shapes, 0))->path);
  kring_sketch_stroke (sketch, path, KRING_COLOUR_SELECTION, RING_WIDTH)->stroke_opacity = opacity;
}

static void
mark (KringScene *self, KringSketch *sketch, const char *id, double node, double tie)
{
  gpointer art;

  sketch->id = g_intern_string (id);
  if ((art = g_hash_table_lookup (self->nodes, id)) != NULL)
    ring_node (sketch, art, node);
  else if ((art = g_hash_table_lookup (self->ties, id)) != NULL)
    band_tie (sketch, art, tie);
  else if ((art = g_hash_table_lookup (self->hulls, id)) != NULL)
    band_hull (sketch, art, node);
}

static gboolean
is_in (GHashTable *set, const char *id)
{
  return set != NULL && g_hash_table_contains (set, id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
mark_selected (KringScene *self, KringSketch *sketch, GHashTable *selected)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    mark (self, sketch, g_ptr_array_index (ids, i), SELECTED, TIE_SELECTED);
}

static void
mark_focused (KringScene *self, KringSketch *sketch, const KringEmphasis *emphasis)
{
  KringNode *node = g_hash_table_lookup (self->nodes, emphasis->focused);

  if (!is_in (emphasis->selected, emphasis->focused))
    mark (self, sketch, emphasis->focused, SELECTED, TIE_SELECTED);
  if (node != NULL)
    kring_sketch_stroke (sketch, kring_node_dup_outline (node, FOCUS_GROW), KRING_COLOUR_INK,
                         FOCUS_WIDTH);
  else
    mark (self, sketch, emphasis->focused, SELECTED, TIE_SELECTED);
}

static void
mark_target (KringScene *self, KringSketch *sketch, const char *id)
{
  KringNode *node = g_hash_table_lookup (self->nodes, id);

  if (node == NULL)
    return;
  kring_sketch_fill (sketch, kring_node_dup_outline (node, 0), KRING_COLOUR_SELECTION)
      ->fill_opacity = TARGET;
  ring_node (sketch, node, SELECTED);
}

/**
 * kring_scene_dup_emphasis:
 *
 * Returns: (transfer full) (element-type KringShape): what is painted over the scene, so that
 *   things stand out; fading is left to the painter
 */
GPtrArray *
kring_scene_dup_emphasis (KringScene *self, const KringEmphasis *emphasis)
{
  GPtrArray *shapes = kring_shapes_new ();
  KringSketch sketch = { shapes, &self->measurer, NULL, KRING_PART_NONE };
  const char *hovered = emphasis->hovered;

  if (emphasis->selected != NULL)
    mark_selected (self, &sketch, emphasis->selected);
  if (hovered != NULL && !is_in (emphasis->selected, hovered) &&
      g_strcmp0 (hovered, emphasis->focused) != 0)
    mark (self, &sketch, hovered, HOVER, TIE_HOVER);
  if (emphasis->focused != NULL)
    mark_focused (self, &sketch, emphasis);
  if (emphasis->drop_target != NULL)
    mark_target (self, &sketch, emphasis->drop_target);
  if (emphasis->rim_handle != NULL)
    kring_sketch_both (&sketch,
                       kring_path_new_ellipse (emphasis->rim_point, HANDLE_RADIUS, HANDLE_RADIUS),
                       KRING_COLOUR_SELECTION, KRING_COLOUR_NODE, 1.5);
  return shapes;
}

/* Whether the hull follows members that are on their way. */
gboolean
kring_scene_is_hull_moving (KringScene *self, const char *id)
{
  KringItem *group = kring_map_get_item (self->map, id);
  g_auto (GStrv) members = NULL;

  if (self->moving == NULL || group == NULL)
    return FALSE;
  members = kring_item_dup_refs (group, "members");
  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    if (g_hash_table_contains (self->moving, members[i]))
      return TRUE;
  return self->gliding;
}

/**
 * kring_scene_begin_moving:
 * @ids: (element-type utf8): persons, things and notes that are dragged
 *
 * Leaves them, their ties and the hulls of their groups out of the array of shapes.
 */
void
kring_scene_begin_moving (KringScene *self, GPtrArray *ids)
{
  g_clear_pointer (&self->moving, g_hash_table_unref);
  self->moving = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->moving, (gpointer) g_intern_string (g_ptr_array_index (ids, i)));
  kring_scene_assemble (self);
}

static void
copy_moved (GPtrArray *to, GPtrArray *shapes, double dx, double dy)
{
  for (guint i = 0; i < shapes->len; i++)
    g_ptr_array_add (to, kring_shape_copy_moved (g_ptr_array_index (shapes, i), dx, dy));
}

/* How far things are from where the map says they stand. */
typedef struct
{
  GHashTable *offsets; /* (nullable) (element-type utf8 KringPoint), interned; NULL: a drag */
  double dx;
  double dy;
} Shift;

static KringPoint
get_offset (KringScene *self, const Shift *shift, const char *id)
{
  const KringPoint *offset;

  if (shift->offsets == NULL)
    return g_hash_table_contains (self->moving, id) ? KRING_POINT_INIT (shift->dx, shift->dy)
                                                    : KRING_POINT_INIT (0, 0);
  offset = g_hash_table_lookup (shift->offsets, id);
  return offset != NULL ? KRING_POINT_INIT (offset->x * shift->dx, offset->y * shift->dy)
                        : KRING_POINT_INIT (0, 0);
}

static KringNode
get_moved (KringScene *self, const KringNode *node, const Shift *shift)
{
  KringPoint offset = get_offset (self, shift, node->id);
  KringNode copy = *node;

  copy.at.x += offset.x;
  copy.at.y += offset.y;
  copy.paper.x += offset.x;
  copy.paper.y += offset.y;
  return copy;
}

/* The tie between where its ends are now; its label stays away meanwhile. */
static void
add_moved_tie (KringScene *self, GPtrArray *to, const KringTie *tie, const Shift *shift)
{
  KringNode from = get_moved (self, tie->from, shift), other = get_moved (self, tie->to, shift);
  KringTie copy = *tie;

  if (kring_point_distance (from.at, other.at) < 1)
    return;
  copy.from = &from;
  copy.to = &other;
  copy.arc = copy.line = copy.body = NULL;
  copy.line_shapes = to;
  kring_tie_route (&copy);
  kring_tie_trim (&copy);
  if (copy.body != NULL)
    {
      copy.glyph = kring_curve_get_length (copy.body) / 2;
      kring_tie_add_line (&copy, &self->ground, &self->measurer);
    }
  g_clear_pointer (&copy.arc, kring_curve_free);
  g_clear_pointer (&copy.line, kring_curve_free);
  g_clear_pointer (&copy.body, kring_curve_free);
}

static void
add_moved (KringScene *self, GPtrArray *shapes, const Shift *shift)
{
  for (guint i = 0; i < self->tie_order->len; i++)
    if (kring_scene_is_moving (self, g_ptr_array_index (self->tie_order, i)))
      add_moved_tie (self, shapes, g_ptr_array_index (self->tie_order, i), shift);
  for (guint i = 0; i < self->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->node_order, i);
      KringPoint offset = get_offset (self, shift, node->id);

      if (!g_hash_table_contains (self->moving, node->id))
        continue;
      copy_moved (shapes, node->body_shapes, offset.x, offset.y);
      copy_moved (shapes, node->badge_shapes, offset.x, offset.y);
      copy_moved (shapes, node->label_shapes, offset.x, offset.y);
    }
}

static GArray *
dup_shifted_boxes (KringScene *self, KringItem *group, const Shift *shift)
{
  g_auto (GStrv) members = kring_item_dup_refs (group, "members");
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KringRect));

  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    {
      KringNode *node = g_hash_table_lookup (self->nodes, members[i]);
      KringPoint offset = { 0, 0 };
      KringRect box;

      if (node == NULL)
        continue;
      box = kring_rect_union (kring_node_get_box (node),
                              kring_node_label_get_box (node, node->label.seat));
      if (shift != NULL)
        offset = get_offset (self, shift, node->id);
      box.x += offset.x;
      box.y += offset.y;
      g_array_append_val (boxes, box);
    }
  return boxes;
}

/**
 * kring_scene_dup_boxes:
 * @group: whose hull is drawn
 *
 * Returns: (transfer full) (element-type KringRect): what its members take up, labels included
 */
GArray *
kring_scene_dup_boxes (KringScene *self, KringItem *group)
{
  return dup_shifted_boxes (self, group, NULL);
}

static void
add_moved_hulls (KringScene *self, GPtrArray *shapes, const Shift *shift)
{
  for (guint i = 0; i < self->hull_order->len; i++)
    {
      KringHull *hull = g_ptr_array_index (self->hull_order, i);
      KringItem *group = kring_map_get_item (self->map, hull->id);
      KringHull *moved;

      if (group == NULL || !kring_scene_is_hull_moving (self, hull->id))
        continue;
      moved = kring_hull_new (hull->id);
      g_autoptr (GArray) boxes = dup_shifted_boxes (self, group, shift);
      kring_hull_update (moved, group, boxes, i % 2 == 0 ? KRING_COLOUR_HULL1 : KRING_COLOUR_HULL2,
                         &self->ground, &self->measurer);
      copy_moved (shapes, moved->shapes, 0, 0);
      kring_hull_free (moved);
    }
}

/**
 * kring_scene_dup_moving:
 * @dx: how far the drag went since it began, in map units
 * @dy: how far the drag went since it began, in map units
 *
 * Returns: (transfer full) (element-type KringShape): what is dragged, with its ties and
 *   the hulls of its groups, in paint order; nothing outside a drag
 */
GPtrArray *
kring_scene_dup_moving (KringScene *self, double dx, double dy)
{
  const Shift shift = { NULL, dx, dy };
  GPtrArray *shapes = kring_shapes_new ();

  if (self->moving == NULL)
    return shapes;
  add_moved_hulls (self, shapes, &shift);
  add_moved (self, shapes, &shift);
  return shapes;
}

/**
 * kring_scene_begin_gliding:
 *
 * Leaves everything but the ground out of the array of shapes.
 */
void
kring_scene_begin_gliding (KringScene *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->node_order->len; i++)
    g_ptr_array_add (ids, (gpointer) ((KringNode *) g_ptr_array_index (self->node_order, i))->id);
  self->gliding = TRUE;
  kring_scene_begin_moving (self, ids);
}

/**
 * kring_scene_dup_gliding:
 * @offsets: (element-type utf8 KringPoint): how far things are from their places, by interned id
 * @part: how much of that is left: 1 at first, 0 at the end
 *
 * Returns: (transfer full) (element-type KringShape): everything but the ground, on its way;
 *   nothing unless gliding
 */
GPtrArray *
kring_scene_dup_gliding (KringScene *self, GHashTable *offsets, double part)
{
  const Shift shift = { offsets, part, part };
  GPtrArray *shapes = kring_shapes_new ();

  if (self->moving == NULL)
    return shapes;
  add_moved_hulls (self, shapes, &shift);
  add_moved (self, shapes, &shift);
  return shapes;
}

/**
 * kring_scene_end_moving:
 *
 * Puts back what was left out, where the map says it is.
 */
void
kring_scene_end_moving (KringScene *self)
{
  g_clear_pointer (&self->moving, g_hash_table_unref);
  self->gliding = FALSE;
  kring_scene_assemble (self);
}
