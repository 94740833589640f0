/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer, and how things stand out. */
#include "picture/scene/kring-scene-private.h"

#include <string.h>

/* Straight pieces that a curve is taken for. */
#define PIECES 8

/* Half the band around ties, in which they are hit, against how far outside nodes are. */
#define BAND 11.0
#define NODE_PAD 8.0
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

/* What is known about a point and a path after walking along it. */
typedef struct
{
  KringPoint point;
  KringPoint start; /* of the open part */
  KringPoint last;
  double distance; /* to the nearest piece */
  gboolean inside; /* by the even-odd rule */
} Walk;

static void
walk_to (Walk *walk, KringPoint next)
{
  KringPoint a = walk->last, b = next, p = walk->point;

  walk->distance = MIN (walk->distance, kring_segment_distance (a, b, p));
  if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
    walk->inside = !walk->inside;
  walk->last = next;
}

static void
walk_curve (Walk *walk, const KringPoint *c)
{
  KringPoint a = walk->last;

  for (guint i = 1; i <= PIECES; i++)
    {
      double t = (double) i / PIECES, u = 1 - t;
      double k[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };

      walk_to (walk, KRING_POINT_INIT (k[0] * a.x + k[1] * c[0].x + k[2] * c[1].x + k[3] * c[2].x,
                                       k[0] * a.y + k[1] * c[0].y + k[2] * c[1].y + k[3] * c[2].y));
    }
}

static Walk
walk_path (const KringPath *path, KringPoint point)
{
  Walk walk = { point, { 0, 0 }, { 0, 0 }, G_MAXDOUBLE, FALSE };
  const KringPoint *points = (const KringPoint *) path->points->data;

  for (guint i = 0; i < path->verbs->len; i++)
    switch ((KringPathVerb) g_array_index (path->verbs, guint8, i))
      {
      case KRING_PATH_MOVE:
        walk.start = walk.last = *points++;
        break;
      case KRING_PATH_LINE:
        walk_to (&walk, *points++);
        break;
      case KRING_PATH_CURVE:
        walk_curve (&walk, points);
        points += 3;
        break;
      case KRING_PATH_CLOSE:
        walk_to (&walk, walk.start);
        break;
      }
  return walk;
}

/* Whether the shape is hit, when its outline is taken so much larger. */
static gboolean
shape_is_hit (const KringShape *shape, KringPoint point, double pad)
{
  Walk walk;

  if (!kring_rect_contains (kring_rect_grow (shape->bounds, pad), point))
    return FALSE;
  if (shape->type == KRING_SHAPE_TEXT)
    return TRUE;
  walk = walk_path (shape->path, point);
  if (shape->fill != KRING_COLOUR_NONE && walk.inside)
    return TRUE;
  return walk.distance <= shape->width / 2 + pad;
}

static double
get_pad (KringScene *self, const KringShape *shape, double reach)
{
  if (shape->part != KRING_PART_BODY)
    return 0;
  if (kring_scene_get_node (self, shape->id) != NULL)
    return reach * NODE_PAD / BAND;
  return reach;
}

static gboolean
is_near_rim (KringScene *self, const char *id, KringPoint point, double reach)
{
  KringNode *node = kring_scene_get_node (self, id);
  g_autoptr (KringPath) outline = NULL;

  if (node == NULL || node->form == KRING_FORM_NOTE)
    return FALSE;
  outline = kring_node_dup_outline (node, 0);
  return walk_path (outline, point).distance <= MAX (reach, 1) * RIM_PAD / BAND;
}

static KringShape *
find_shape (KringScene *self, KringPoint point, double reach, double margin)
{
  KringRect area = kring_rect_grow (KRING_RECT_INIT (point.x, point.y, 0, 0), margin);
  g_autoptr (GPtrArray) shapes = kring_scene_dup_visible (self, area);

  for (guint i = shapes->len; i > 0; i--)
    {
      KringShape *shape = g_ptr_array_index (shapes, i - 1);

      if (shape->part != KRING_PART_NONE && shape->id != NULL &&
          shape_is_hit (shape, point, get_pad (self, shape, reach)))
        return shape;
    }
  return NULL;
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
  KringShape *shape = find_shape (self, point, 0, reach + 1);

  if (shape == NULL)
    shape = find_shape (self, point, reach, reach + 1);
  if (shape == NULL)
    return FALSE;
  hit->id = shape->id;
  hit->part = shape->part;
  hit->on_rim = shape->part == KRING_PART_BODY && is_near_rim (self, shape->id, point, reach);
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
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->node_order, i);

      if (kring_rect_contains_rect (area, kring_node_get_box (node)))
        g_ptr_array_add (ids, (gpointer) node->id);
    }
  return ids;
}

/**
 * kring_scene_get_item_bounds:
 * @bounds: (out): the box of all shapes of the item, label and marks included
 *
 * Returns: whether the item is drawn at all
 */
gboolean
kring_scene_get_item_bounds (KringScene *self, const char *id, KringRect *bounds)
{
  KringNode *node = g_hash_table_lookup (self->nodes, id);
  KringTie *tie = g_hash_table_lookup (self->ties, id);
  KringHull *hull = g_hash_table_lookup (self->hulls, id);

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
  KringNode *node = g_hash_table_lookup (self->nodes, id);

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
measure_unplaced (KringScene *self, KringItem *item)
{
  KringNode *node = kring_node_new (self->map, item,
                                    kring_record_counts_get (self->known, kring_item_get_id (item)),
                                    &self->options, &self->measurer);
  KringRect box;

  kring_node_draw (node, &self->measurer);
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
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);
      KringNode *node = g_hash_table_lookup (self->nodes, kring_item_get_id (item));
      KringPoint at = KRING_POINT_INIT (0, 0);
      KringRect box;
      guint number;

      if (!kring_graph_builder_find_node (builder, kring_item_get_id (item), &number))
        continue;
      kring_item_get_position (item, &at);
      box = node != NULL ? get_layout_box (node) : measure_unplaced (self, item);
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
  return kring_ground_get_axes (&self->ground, ring);
}

/**
 * kring_scene_get_shapes:
 *
 * Returns: (transfer none) (element-type KringShape): everything, in paint order; valid until the
 *   scene changes
 */
GPtrArray *
kring_scene_get_shapes (KringScene *self)
{
  return self->shapes;
}

/**
 * kring_scene_get_bounds:
 *
 * Returns: the box of everything that is drawn, rings and labels included
 */
KringRect
kring_scene_get_bounds (KringScene *self)
{
  return self->bounds;
}

/**
 * kring_scene_dup_visible:
 * @area: in map units
 *
 * Returns: (transfer container) (element-type KringShape): what touches @area, in paint order;
 *   the shapes are valid until the scene changes
 */
GPtrArray *
kring_scene_dup_visible (KringScene *self, KringRect area)
{
  GArray *found = kring_grid_find (self->grid, area);
  GPtrArray *shapes = g_ptr_array_sized_new (found->len);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (shapes, g_ptr_array_index (self->shapes, g_array_index (found, guint, i)));
  return shapes;
}

/**
 * kring_scene_get_ground:
 *
 * Returns: the colour of the ground at @point; far away it is that of the whole canvas
 */
KringColour
kring_scene_get_ground (KringScene *self, KringPoint point)
{
  return kring_ground_get_colour (&self->ground, point);
}

/**
 * kring_scene_get_ring_at:
 *
 * Returns: the ring that @point lies in; KRING_RING_NONE outside the rings and on a plain ground
 */
KringRing
kring_scene_get_ring_at (KringScene *self, KringPoint point)
{
  return self->ground.rings ? kring_ground_get_ring (&self->ground, point) : KRING_RING_NONE;
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
mark_selected (KringScene *self, KringSketch *sketch, GHashTable *selected)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, scene_hit_compare_ids);
  for (guint i = 0; i < ids->len; i++)
    mark (self, sketch, g_ptr_array_index (ids, i), SELECTED, TIE_SELECTED);
}

static void
mark_focused (KringScene *self, KringSketch *sketch, const KringEmphasis *emphasis)
{
  KringNode *node = g_hash_table_lookup (self->nodes, emphasis->focused);

  if (!scene_hit_is_in (emphasis->selected, emphasis->focused))
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
  if (hovered != NULL && !scene_hit_is_in (emphasis->selected, hovered) &&
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

/**
 * kring_scene_get_ring_size:
 * @ring: 0 is the nearest
 *
 * Returns: times which the ring is drawn larger than usual
 */
double
kring_scene_get_ring_size (KringScene *self, guint ring)
{
  return self->ground.sizes[ring];
}
