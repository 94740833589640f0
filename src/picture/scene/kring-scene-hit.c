/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer, and how things stand out. */
#include "picture/scene/kring-scene-items.h"
#include "picture/scene/kring-scene-shapes.h"

#include <string.h>

/* How far from the rim of a node is on it, against half the band around ties. */
#define BAND 11.0
#define RIM_PAD 10.0

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

static gboolean
is_near_rim (const KringSceneItems *items, const char *id, KringPoint point, double reach)
{
  KringNode *node = g_hash_table_lookup (items->nodes, id);
  g_autoptr (KringPath) outline = NULL;

  if (node == NULL || node->form == KRING_FORM_NOTE)
    return FALSE;
  outline = kring_node_dup_outline (node, 0);
  return kring_path_get_distance (outline, point) <= MAX (reach, 1) * RIM_PAD / BAND;
}

/**
 * kring_scene_hit:
 * @point: in map units
 * @reach: half the width of the band in which ties are hit, in map units: 11 pixels at the scale
 *   of the view. Persons and things are hit up to 8 elevenths of it outside their outline.
 * @hit: (out): what is there
 *
 * What is painted later is hit first; what @point lies exactly on goes before what is only near.
 *
 * Returns: whether anything is there
 */
gboolean
kring_scene_hit (KringScene *self, KringPoint point, double reach, KringHit *hit)
{
  const KringSceneItems *items = kring_scene_get_items (self);
  KringShape *shape = kring_scene_find_shape (self, point, 0, reach + 1);

  if (shape == NULL)
    shape = kring_scene_find_shape (self, point, reach, reach + 1);
  if (shape == NULL)
    return FALSE;
  hit->id = shape->id;
  hit->part = shape->part;
  hit->on_rim = shape->part == KRING_PART_BODY && is_near_rim (items, shape->id, point, reach);
  return TRUE;
}

/**
 * kring_scene_dup_inside:
 * @area: a rubber band, in map units
 *
 * Returns: (transfer container) (element-type utf8): interned ids of persons, things and notes
 *   whose outline lies in @area
 */
GPtrArray *
kring_scene_dup_inside (KringScene *self, KringRect area)
{
  const KringSceneItems *items = kring_scene_get_items (self);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < items->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (items->node_order, i);

      if (kring_rect_contains_rect (area, kring_node_get_box (node)))
        g_ptr_array_add (ids, (gpointer) node->id);
    }
  return ids;
}

/**
 * kring_scene_get_item_bounds:
 * @id: of the item
 * @bounds: (out): the box of all shapes of the item, label and marks included
 *
 * Returns: whether the item is drawn at all
 */
gboolean
kring_scene_get_item_bounds (KringScene *self, const char *id, KringRect *bounds)
{
  const KringSceneItems *items = kring_scene_get_items (self);
  KringNode *node = g_hash_table_lookup (items->nodes, id);
  KringTie *tie = g_hash_table_lookup (items->ties, id);
  KringHull *hull = g_hash_table_lookup (items->hulls, id);

  *bounds = KRING_RECT_INIT (0, 0, 0, 0);
  if (node != NULL)
    *bounds = kring_rect_union (kring_rect_union (kring_shapes_get_bounds (node->body_shapes),
                                                  kring_shapes_get_bounds (node->badge_shapes)),
                                kring_shapes_get_bounds (node->label_shapes));
  else if (tie != NULL)
    *bounds = kring_rect_union (kring_shapes_get_bounds (tie->line_shapes),
                                kring_shapes_get_bounds (tie->label_shapes));
  else if (hull != NULL)
    *bounds = kring_shapes_get_bounds (hull->shapes);
  return !kring_rect_is_empty (*bounds);
}

/**
 * kring_scene_get_label_box:
 * @seat: beside the person or thing; %KRING_SEAT_AUTO: on it
 * @box: (out): what its label would take up there
 *
 * Returns: whether @id has a label that can be put elsewhere
 */
gboolean
kring_scene_get_label_box (KringScene *self, const char *id, KringSeat seat, KringRect *box)
{
  KringNode *node = g_hash_table_lookup (kring_scene_get_items (self)->nodes, id);

  *box = KRING_RECT_INIT (0, 0, 0, 0);
  if (node == NULL || node->label.stacked.lines == NULL)
    return FALSE;
  *box =
      seat == KRING_SEAT_AUTO ? kring_node_get_box (node) : kring_node_label_get_box (node, seat);
  return TRUE;
}

/* The same wherever the label stands now, so that arranging twice comes to the same. */
static KringRect
get_layout_box (KringNode *node)
{
  KringRect box = kring_rect_union (kring_shapes_get_bounds (node->body_shapes), node->plain_marks);
  KringRect label = kring_node_label_get_box (node, KRING_SEAT_BELOW);
  KringPoint middle = kring_rect_centre (kring_shapes_get_bounds (node->body_shapes));

  label.x = middle.x - label.width / 2;
  label.y = box.y + box.height;
  return kring_rect_union (box, label);
}

/* What has no place on the map yet is not in the scene: it is drawn once to see how large it is. */
static KringRect
measure_unplaced (const KringSceneItems *items, KringItem *item)
{
  KringNode *node = kring_node_new (items->map, item,
                                    kring_map_count_records (items->map, kring_item_get_id (item)),
                                    &items->options, &items->measurer);
  KringRect box;

  kring_node_draw (node, &items->measurer);
  box = get_layout_box (node);
  kring_node_free (node);
  return box;
}

/**
 * kring_scene_fill_boxes:
 * @builder: the graph of this scene's map
 *
 * Tells a layout how much room every node takes: its sign, its marks and its label below it; and how
 * wide the words on every tie are.
 */
void
kring_scene_fill_boxes (KringScene *self, KringGraphBuilder *builder)
{
  const KringSceneItems *items = kring_scene_get_items (self);

  for (guint i = 0; i < kring_map_get_n_placeable (items->map); i++)
    {
      KringItem *item = kring_map_get_nth (items->map, i);
      KringNode *node = g_hash_table_lookup (items->nodes, kring_item_get_id (item));
      KringPoint at = KRING_POINT_INIT (0, 0);
      KringRect box;
      guint number;

      if (!kring_graph_builder_find_node (builder, kring_item_get_id (item), &number))
        continue;
      kring_item_get_position (item, &at);
      box = node != NULL ? get_layout_box (node) : measure_unplaced (items, item);
      box.x -= at.x;
      box.y -= at.y;
      kring_graph_builder_get_node (builder, number)->box = box;
    }
  kring_scene_fill_words (self, builder);
}

/**
 * kring_scene_get_ring_axes:
 * @ring: 0 is the nearest
 *
 * Returns: the half axes of the ring in its usual size, in map units
 */
KringPoint
kring_scene_get_ring_axes (KringScene *self, guint ring)
{
  return kring_ground_get_axes (&kring_scene_get_items (self)->ground, ring);
}

/**
 * kring_scene_get_ground:
 *
 * Returns: the colour of the ground at @point; far away it is that of the whole canvas
 */
KringColour
kring_scene_get_ground (KringScene *self, KringPoint point)
{
  return kring_ground_get_colour (&kring_scene_get_items (self)->ground, point);
}

/**
 * kring_scene_get_ring_at:
 *
 * Returns: the ring that @point lies in; KRING_RING_NONE outside the rings and on a plain ground
 */
KringRing
kring_scene_get_ring_at (KringScene *self, KringPoint point)
{
  const KringSceneItems *items = kring_scene_get_items (self);

  return items->ground.rings ? kring_ground_get_ring (&items->ground, point) : KRING_RING_NONE;
}

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
mark (const KringSceneItems *items, KringSketch *sketch, const char *id, double node, double tie)
{
  gpointer art;

  sketch->id = id;
  if ((art = g_hash_table_lookup (items->nodes, id)) != NULL)
    ring_node (sketch, art, node);
  else if ((art = g_hash_table_lookup (items->ties, id)) != NULL)
    band_tie (sketch, art, tie);
  else if ((art = g_hash_table_lookup (items->hulls, id)) != NULL)
    band_hull (sketch, art, node);
}

static gboolean
scene_hit_is_in (GHashTable *set, const char *id)
{
  return set != NULL && g_hash_table_contains (set, id);
}

static int
scene_hit_compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
mark_selected (const KringSceneItems *items, KringSketch *sketch, GHashTable *selected)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, scene_hit_compare_ids);
  for (guint i = 0; i < ids->len; i++)
    mark (items, sketch, g_ptr_array_index (ids, i), SELECTED, TIE_SELECTED);
}

static void
mark_focused (const KringSceneItems *items, KringSketch *sketch, const KringEmphasis *emphasis)
{
  KringNode *node = g_hash_table_lookup (items->nodes, emphasis->focused);

  if (!scene_hit_is_in (emphasis->selected, emphasis->focused))
    mark (items, sketch, emphasis->focused, SELECTED, TIE_SELECTED);
  if (node != NULL)
    kring_sketch_stroke (sketch, kring_node_dup_outline (node, FOCUS_GROW), KRING_COLOUR_INK,
                         FOCUS_WIDTH);
  else
    mark (items, sketch, emphasis->focused, SELECTED, TIE_SELECTED);
}

static void
mark_target (const KringSceneItems *items, KringSketch *sketch, const char *id)
{
  KringNode *node = g_hash_table_lookup (items->nodes, id);

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
  const KringSceneItems *items = kring_scene_get_items (self);
  GPtrArray *shapes = kring_shapes_new ();
  KringSketch sketch = { shapes, &items->measurer, NULL, KRING_PART_NONE };
  const char *hovered = emphasis->hovered;

  if (emphasis->selected != NULL)
    mark_selected (items, &sketch, emphasis->selected);
  if (hovered != NULL && !scene_hit_is_in (emphasis->selected, hovered) &&
      g_strcmp0 (hovered, emphasis->focused) != 0)
    mark (items, &sketch, hovered, HOVER, TIE_HOVER);
  if (emphasis->focused != NULL)
    mark_focused (items, &sketch, emphasis);
  if (emphasis->drop_target != NULL)
    mark_target (items, &sketch, emphasis->drop_target);
  if (emphasis->rim_handle != NULL)
    kring_sketch_both (&sketch,
                       kring_path_new_ellipse (emphasis->rim_point, HANDLE_RADIUS, HANDLE_RADIUS),
                       KRING_COLOUR_SELECTION, KRING_COLOUR_NODE, 1.5);
  return shapes;
}

/**
 * kring_scene_get_ring_size:
 * @ring: 0 is the nearest
 *
 * Returns: times which the ring is drawn larger than usual
 */
double
kring_scene_get_ring_size (KringScene *self, guint ring)
{
  return kring_scene_get_items (self)->ground.sizes[ring];
}
