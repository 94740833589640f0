/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-scene-motion.h"

#include "picture/scene/kring-sight.h"

#include <string.h>

/* Less than this is no move, in map units. */
#define STANDS_STILL 0.5
/* With more persons and things than this, what is on its way is drawn in rough lines. */
#define MAX_DRAWN 400
#define ROUGH_LINE 1.4

struct _KringSceneMotion
{
  const KringSceneItems *items; /* (not owned) of the scene */
  KringSceneWords *words;       /* (not owned) likewise */
  GHashTable *moving; /* (owned) (nullable) (element-type utf8), interned ids under a drag */
  gboolean gliding;   /* all of them are on their way, groups too */
};

/**
 * kring_scene_motion_new: (constructor)
 * @items: (not owned): what may move
 * @words: (not owned): of @items
 *
 * Returns: (transfer full): with nothing on its way
 */
KringSceneMotion *
kring_scene_motion_new (const KringSceneItems *items, KringSceneWords *words)
{
  KringSceneMotion *self = g_new0 (KringSceneMotion, 1);

  self->items = items;
  self->words = words;
  return self;
}

void
kring_scene_motion_free (KringSceneMotion *self)
{
  g_clear_pointer (&self->moving, g_hash_table_unref);
  g_free (self);
}

gboolean
kring_scene_motion_is_gliding (KringSceneMotion *self)
{
  return self->gliding;
}

/* Whether it is drawn apart from the rest. */
gboolean
kring_scene_motion_has_node (KringSceneMotion *self, const KringNode *node)
{
  return self->moving != NULL && g_hash_table_contains (self->moving, node->id);
}

/* Whether an end of it is being moved, so that it is drawn apart from the rest. */
gboolean
kring_scene_motion_has_tie (KringSceneMotion *self, const KringTie *tie)
{
  return kring_scene_motion_has_node (self, tie->from) ||
         kring_scene_motion_has_node (self, tie->to);
}

/* Whether the hull follows members that are on their way. */
gboolean
kring_scene_motion_has_hull (KringSceneMotion *self, const char *id)
{
  KringItem *group = kring_map_get_item (self->items->map, id);
  g_auto (GStrv) members = NULL;

  if (self->moving == NULL || group == NULL)
    return FALSE;
  members = kring_item_dup_refs (group, KRING_F_MEMBERS);
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
kring_scene_begin_moving (KringScene *scene, GPtrArray *ids)
{
  KringSceneMotion *self = kring_scene_get_motion (scene);

  g_clear_pointer (&self->moving, g_hash_table_unref);
  self->moving = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->moving, g_ptr_array_index (ids, i));
  kring_scene_assemble (scene);
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
  const KringSight *from; /* (nullable) where they were seen; NULL: a drag */
  KringPoint dragged;
  double part; /* how much of the way is left, 0 to 1 */
} Shift;

static KringPoint
mix (KringPoint now, KringPoint from, double part)
{
  return KRING_POINT_INIT ((from.x - now.x) * part, (from.y - now.y) * part);
}

static KringPoint
get_offset (KringSceneMotion *self, const Shift *shift, const KringNode *node)
{
  KringPoint from;

  if (shift->from == NULL)
    return g_hash_table_contains (self->moving, node->id) ? shift->dragged
                                                          : KRING_POINT_INIT (0, 0);
  if (!kring_sight_find (shift->from->nodes, node->id, &from))
    return KRING_POINT_INIT (0, 0);
  return mix (node->at, from, shift->part);
}

static KringPoint
scene_motion_get_label_at (const KringNode *node)
{
  return kring_rect_centre (kring_node_label_get_box (node, node->label.seat));
}

static KringPoint
get_label_offset (KringSceneMotion *self, const Shift *shift, const KringNode *node)
{
  KringPoint from;

  if (shift->from == NULL || !kring_sight_find (shift->from->labels, node->id, &from))
    return get_offset (self, shift, node);
  return mix (scene_motion_get_label_at (node), from, shift->part);
}

/* How far along the tie its label stands, 0 to 1. */
static double
get_along (const KringTie *tie)
{
  double length = tie->body != NULL ? kring_curve_get_length (tie->body) : 0;

  return length > 0 ? CLAMP (tie->place.middle / length, 0, 1) : 0.5;
}

/* A label of which nothing is known goes along with the two ends. */
static KringPoint
get_tie_label_offset (KringSceneMotion *self, const Shift *shift, const KringTie *tie)
{
  KringPoint a = get_offset (self, shift, tie->from), b = get_offset (self, shift, tie->to);
  double along = get_along (tie);
  KringPoint from;

  if (kring_sight_find (shift->from->labels, tie->id, &from))
    return mix (tie->place.at, from, shift->part);
  return KRING_POINT_INIT (a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along);
}

static KringNode
get_moved (KringSceneMotion *self, const KringNode *node, const Shift *shift)
{
  KringPoint offset = get_offset (self, shift, node);
  KringNode copy = *node;

  copy.at.x += offset.x;
  copy.at.y += offset.y;
  copy.paper.x += offset.x;
  copy.paper.y += offset.y;
  return copy;
}

/* The tie between where its ends are now. */
static void
add_moved_tie (KringSceneMotion *self, GPtrArray *to, const KringTie *tie, const Shift *shift)
{
  KringNode from = get_moved (self, tie->from, shift), other = get_moved (self, tie->to, shift);
  KringTie copy = *tie;
  double glyph = 0.5;

  if (kring_point_distance (from.at, other.at) < 1)
    return;
  if (shift->from != NULL && tie->body != NULL && kring_curve_get_length (tie->body) > 0)
    glyph = tie->glyph / kring_curve_get_length (tie->body);
  copy.from = &from;
  copy.to = &other;
  copy.arc = copy.line = copy.body = NULL;
  copy.line_shapes = to;
  kring_tie_route (&copy);
  kring_tie_trim (&copy);
  if (copy.body != NULL)
    {
      copy.glyph = kring_curve_get_length (copy.body) * glyph;
      kring_tie_add_line (&copy, &self->items->ground, &self->items->measurer);
    }
  g_clear_pointer (&copy.arc, kring_curve_free);
  g_clear_pointer (&copy.line, kring_curve_free);
  g_clear_pointer (&copy.body, kring_curve_free);
}

/* While a hand drags, the labels of ties stay away. */
static void
add_moved_ties (KringSceneMotion *self, GPtrArray *shapes, const Shift *shift)
{
  for (guint i = 0; i < self->items->tie_order->len; i++)
    if (kring_scene_motion_has_tie (self, g_ptr_array_index (self->items->tie_order, i)))
      add_moved_tie (self, shapes, g_ptr_array_index (self->items->tie_order, i), shift);
  for (guint i = 0; i < self->items->tie_order->len && shift->from != NULL; i++)
    {
      KringTie *tie = g_ptr_array_index (self->items->tie_order, i);
      KringPoint offset = get_tie_label_offset (self, shift, tie);

      copy_moved (shapes, kring_scene_words_get_seen (self->words, tie->id, tie->label_shapes),
                  offset.x, offset.y);
    }
}

static void
add_moved_nodes (KringSceneMotion *self, GPtrArray *shapes, const Shift *shift, gboolean notes)
{
  for (guint i = 0; i < self->items->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->items->node_order, i);
      KringPoint offset = get_offset (self, shift, node);

      if (!g_hash_table_contains (self->moving, node->id) ||
          (node->form == KRING_FORM_NOTE) != notes)
        continue;
      copy_moved (shapes, node->body_shapes, offset.x, offset.y);
      copy_moved (shapes, node->badge_shapes, offset.x, offset.y);
    }
}

/* Whoever is dragged is in view, with all that is said of him. */
static GPtrArray *
get_words (KringSceneMotion *self, const Shift *shift, const KringNode *node)
{
  return shift->from == NULL
             ? kring_scene_words_get_all (self->words, node->id, node->label_shapes)
             : kring_scene_words_get_seen (self->words, node->id, node->label_shapes);
}

static void
add_moved (KringSceneMotion *self, GPtrArray *shapes, const Shift *shift)
{
  add_moved_ties (self, shapes, shift);
  add_moved_nodes (self, shapes, shift, TRUE);
  add_moved_nodes (self, shapes, shift, FALSE);
  for (guint i = 0; i < self->items->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (self->items->node_order, i);
      KringPoint offset = get_label_offset (self, shift, node);

      if (g_hash_table_contains (self->moving, node->id))
        copy_moved (shapes, get_words (self, shift, node), offset.x, offset.y);
    }
}

static KringRect
move_rect (KringRect rect, KringPoint by)
{
  return KRING_RECT_INIT (rect.x + by.x, rect.y + by.y, rect.width, rect.height);
}

static GArray *
dup_shifted_boxes (KringSceneMotion *self, KringItem *group, const Shift *shift)
{
  g_auto (GStrv) members = kring_item_dup_refs (group, KRING_F_MEMBERS);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KringRect));

  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    {
      KringNode *node = g_hash_table_lookup (self->items->nodes, members[i]);
      KringRect body, label, box;

      if (node == NULL)
        continue;
      body = kring_node_get_box (node);
      label = kring_node_label_get_box (node, node->label.seat);
      if (shift != NULL)
        {
          body = move_rect (body, get_offset (self, shift, node));
          label = move_rect (label, get_label_offset (self, shift, node));
        }
      box = kring_rect_union (body, label);
      g_array_append_val (boxes, box);
    }
  return boxes;
}

/**
 * kring_scene_motion_dup_boxes:
 * @group: whose hull is drawn
 *
 * Returns: (transfer full) (element-type KringRect): what its members take up, labels included
 */
GArray *
kring_scene_motion_dup_boxes (KringSceneMotion *self, KringItem *group)
{
  return dup_shifted_boxes (self, group, NULL);
}

static void
add_moved_hulls (KringSceneMotion *self, GPtrArray *shapes, const Shift *shift)
{
  for (guint i = 0; i < self->items->hull_order->len; i++)
    {
      KringHull *hull = g_ptr_array_index (self->items->hull_order, i);
      KringItem *group = kring_map_get_item (self->items->map, hull->id);
      KringHull *moved;

      if (group == NULL || !kring_scene_motion_has_hull (self, hull->id))
        continue;
      moved = kring_hull_new (hull->id);
      g_autoptr (GArray) boxes = dup_shifted_boxes (self, group, shift);
      kring_hull_update (moved, group, boxes, i % 2 == 0 ? KRING_COLOUR_HULL1 : KRING_COLOUR_HULL2,
                         &self->items->ground, &self->items->measurer);
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
kring_scene_dup_moving (KringScene *scene, double dx, double dy)
{
  KringSceneMotion *self = kring_scene_get_motion (scene);
  const Shift shift = { NULL, { dx, dy }, 1 };
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
 * Leaves everything out of the array of shapes.
 */
void
kring_scene_begin_gliding (KringScene *scene)
{
  KringSceneMotion *self = kring_scene_get_motion (scene);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->items->node_order->len; i++)
    g_ptr_array_add (ids,
                     (gpointer) ((KringNode *) g_ptr_array_index (self->items->node_order, i))->id);
  self->gliding = TRUE;
  kring_scene_begin_moving (scene, ids);
}

static void
scene_motion_add_ground (KringSceneMotion *self,
                         GPtrArray *shapes,
                         const KringGround *ground,
                         double opacity)
{
  KringSketch sketch = { shapes, &self->items->measurer, NULL, KRING_PART_NONE };

  kring_ground_draw (ground, self->items->map, &sketch);
  for (guint i = 0; i < shapes->len; i++)
    {
      KringShape *shape = g_ptr_array_index (shapes, i);

      shape->fill_opacity *= opacity;
      shape->stroke_opacity *= opacity;
    }
}

static KringGround
get_seen_ground (KringSceneMotion *self, const KringSight *from, double part)
{
  KringGround ground = self->items->ground;
  KringPoint offset;

  if (from == NULL || !from->has_ground)
    return ground;
  offset = mix (ground.centre, from->ground.centre, part);
  ground.centre.x += offset.x;
  ground.centre.y += offset.y;
  for (guint i = 0; i < KRING_GROUND_N_RINGS; i++)
    ground.sizes[i] += (from->ground.sizes[i] - ground.sizes[i]) * part;
  return ground;
}

/* Rings go along; those that come or go become visible or fade. */
static void
add_moved_ground (KringSceneMotion *self, GPtrArray *shapes, const KringSight *from, double part)
{
  KringGround ground = get_seen_ground (self, from, part);
  double opacity = 1;

  if (from->has_ground && from->ground.rings != ground.rings)
    {
      opacity = ground.rings ? 1 - part : part;
      ground.rings = TRUE;
    }
  scene_motion_add_ground (self, shapes, &ground, opacity);
}

static KringPoint
get_moved_at (KringSceneMotion *self, const Shift *shift, const KringNode *node)
{
  KringPoint offset = get_offset (self, shift, node);

  return KRING_POINT_INIT (node->at.x + offset.x, node->at.y + offset.y);
}

/* Where everything goes, in two shapes: lines and dots. */
static void
add_rough (KringSceneMotion *self, GPtrArray *shapes, const Shift *shift)
{
  KringSketch sketch = { shapes, &self->items->measurer, NULL, KRING_PART_NONE };
  KringPath *lines = kring_path_new (), *dots = kring_path_new ();

  for (guint i = 0; i < self->items->tie_order->len; i++)
    {
      const KringTie *tie = g_ptr_array_index (self->items->tie_order, i);
      KringPoint a = get_moved_at (self, shift, tie->from);
      KringPoint b = get_moved_at (self, shift, tie->to);

      kring_path_move_to (lines, a.x, a.y);
      kring_path_line_to (lines, b.x, b.y);
    }
  for (guint i = 0; i < self->items->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (self->items->node_order, i);
      KringPoint at = get_moved_at (self, shift, node);
      g_autoptr (KringPath) dot = kring_path_new_ellipse (at, node->radius, node->radius);

      kring_path_add (dots, dot);
    }
  kring_sketch_stroke (&sketch, lines, KRING_COLOUR_TIE, ROUGH_LINE);
  kring_sketch_fill (&sketch, dots, KRING_COLOUR_INK2);
}

/**
 * kring_scene_dup_gliding:
 * @from: where things were seen
 * @part: how much of the way to their places is left: 1 at first, 0 at the end
 *
 * Returns: (transfer full) (element-type KringShape): everything on its way, the ground as well,
 *   of very much only lines and dots; nothing unless gliding
 */
GPtrArray *
kring_scene_dup_gliding (KringScene *scene, const KringSight *from, double part)
{
  KringSceneMotion *self = kring_scene_get_motion (scene);
  const Shift shift = { from, { 0, 0 }, part };
  GPtrArray *shapes = kring_shapes_new ();

  if (self->moving == NULL)
    return shapes;
  add_moved_ground (self, shapes, from, part);
  if (self->items->node_order->len > MAX_DRAWN)
    {
      add_rough (self, shapes, &shift);
      return shapes;
    }
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
kring_scene_end_moving (KringScene *scene)
{
  KringSceneMotion *self = kring_scene_get_motion (scene);

  g_clear_pointer (&self->moving, g_hash_table_unref);
  self->gliding = FALSE;
  kring_scene_assemble (scene);
}

/**
 * kring_scene_dup_sight:
 * @from: (nullable): where things come from, while they glide
 * @part: how much of that way is left
 *
 * Returns: (transfer full): where everything is seen
 */
KringSight *
kring_scene_dup_sight (KringScene *scene, const KringSight *from, double part)
{
  KringSceneMotion *self = kring_scene_get_motion (scene);
  g_autoptr (GHashTable) nowhere = g_hash_table_new (g_str_hash, g_str_equal);
  KringSight *sight = kring_sight_new (nowhere);
  const Shift shift = { from != NULL ? from : sight, { 0, 0 }, part };

  for (guint i = 0; i < self->items->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (self->items->node_order, i);
      KringPoint offset = get_offset (self, &shift, node);
      KringPoint label_offset = get_label_offset (self, &shift, node);

      kring_sight_put (sight->nodes, node->id, node->at, offset);
      kring_sight_put (sight->labels, node->id, scene_motion_get_label_at (node), label_offset);
    }
  for (guint i = 0; i < self->items->tie_order->len; i++)
    {
      const KringTie *tie = g_ptr_array_index (self->items->tie_order, i);
      KringPoint offset = { 0, 0 };

      if (from != NULL)
        offset = get_tie_label_offset (self, &shift, tie);
      if (!kring_rect_is_empty (tie->place.box))
        kring_sight_put (sight->labels, tie->id, tie->place.at, offset);
    }
  sight->ground = get_seen_ground (self, from, part);
  sight->has_ground = TRUE;
  return sight;
}

/**
 * kring_sight_is_of:
 *
 * Returns: whether every person, thing and note is seen where @scene has it, and the ground too
 */
gboolean
kring_sight_is_of (const KringSight *self, KringScene *scene)
{
  const KringSceneItems *items = kring_scene_get_items (scene);
  const KringGround *now = &items->ground, *then = &self->ground;

  for (guint i = 0; i < items->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (items->node_order, i);
      KringPoint at;

      if (kring_sight_find (self->nodes, node->id, &at) &&
          kring_point_distance (at, node->at) > STANDS_STILL)
        return FALSE;
    }
  return !self->has_ground ||
         (now->rings == then->rings && memcmp (now->sizes, then->sizes, sizeof now->sizes) == 0 &&
          kring_point_distance (now->centre, then->centre) < STANDS_STILL);
}
