/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-scene-shapes.h"

/* Cells of the index of shapes, in map units. */
#define CELL 320.0
/* Straight pieces that a curve is taken for. */
#define PIECES 8
/* Half the band around ties, in which they are hit, against how far outside nodes are. */
#define BAND 11.0
#define NODE_PAD 8.0
/* More areas than this are taken for everywhere. */
#define MAX_AREAS 24

struct _KringSceneShapes
{
  GPtrArray *all;  /* (owned) (element-type KringShape), in paint order; borrows them */
  GArray *parts;   /* (owned) (element-type guint), where in all each line, body, label begins */
  KringGrid *grid; /* (owned) of the bounds of parts, by the same index; what follows is old */
  guint n_looks;   /* how many parts lay elsewhere than before */
  KringRect bounds;
};

/**
 * kring_scene_shapes_new: (constructor)
 *
 * Returns: (transfer full): none yet
 */
KringSceneShapes *
kring_scene_shapes_new (void)
{
  KringSceneShapes *self = g_new0 (KringSceneShapes, 1);

  self->all = g_ptr_array_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->grid = kring_grid_new (CELL);
  return self;
}

void
kring_scene_shapes_free (KringSceneShapes *self)
{
  g_ptr_array_unref (self->all);
  g_array_unref (self->parts);
  kring_grid_free (self->grid);
  g_free (self);
}

void
kring_scene_shapes_clear (KringSceneShapes *self)
{
  g_ptr_array_set_size (self->all, 0);
  g_array_set_size (self->parts, 0);
  self->bounds = KRING_RECT_INIT (0, 0, 0, 0);
}

/**
 * kring_scene_shapes_add:
 * @shapes: (element-type KringShape): a part, painted over all others; they stay until the next
 *   clearing. A part that lies where it lay then stays in the index
 */
void
kring_scene_shapes_add (KringSceneShapes *self, GPtrArray *shapes)
{
  KringRect bounds = kring_shapes_get_bounds (shapes);

  self->n_looks += kring_grid_put (self->grid, self->parts->len, bounds);
  self->bounds = kring_rect_union (self->bounds, bounds);
  g_array_append_val (self->parts, self->all->len);
  g_ptr_array_extend (self->all, shapes, NULL, NULL);
}

static guint
scene_shapes_find_start (KringSceneShapes *self, guint part)
{
  return part < self->parts->len ? g_array_index (self->parts, guint, part) : self->all->len;
}

/**
 * kring_scene_get_n_looks:
 *
 * Returns: how often a tie, a label or where a part lies was looked at anew, to see how much work was
 *   done
 */
guint
kring_scene_get_n_looks (KringScene *scene)
{
  return kring_scene_get_items (scene)->n_looks + kring_scene_get_shape_index (scene)->n_looks;
}

/**
 * kring_scene_get_shapes:
 *
 * Returns: (transfer none) (element-type KringShape): everything, in paint order; valid until the
 *   scene changes
 */
GPtrArray *
kring_scene_get_shapes (KringScene *scene)
{
  return kring_scene_get_shape_index (scene)->all;
}

/**
 * kring_scene_get_bounds:
 *
 * Returns: the box of everything that is drawn, rings and labels included
 */
KringRect
kring_scene_get_bounds (KringScene *scene)
{
  return kring_scene_get_shape_index (scene)->bounds;
}

/**
 * kring_scene_dup_visible:
 * @area: in map units
 *
 * Returns: (transfer container) (element-type KringShape): what touches @area, in paint order;
 *   the shapes are valid until the scene changes
 */
GPtrArray *
kring_scene_dup_visible (KringScene *scene, KringRect area)
{
  KringSceneShapes *self = kring_scene_get_shape_index (scene);
  GArray *found = kring_grid_find (self->grid, area);
  GPtrArray *shapes = g_ptr_array_sized_new (found->len);

  for (guint i = 0; i < found->len; i++)
    {
      guint part = g_array_index (found, guint, i);

      for (guint k = scene_shapes_find_start (self, part);
           k < scene_shapes_find_start (self, part + 1); k++)
        if (kring_rect_intersects (area, ((KringShape *) self->all->pdata[k])->bounds))
          g_ptr_array_add (shapes, self->all->pdata[k]);
    }
  return shapes;
}

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

double
kring_path_get_distance (const KringPath *path, KringPoint point)
{
  return walk_path (path, point).distance;
}

static double
get_pad (GHashTable *nodes, const KringShape *shape, double reach)
{
  if (shape->part != KRING_PART_BODY)
    return 0;
  if (g_hash_table_contains (nodes, shape->id))
    return reach * NODE_PAD / BAND;
  return reach;
}

/**
 * kring_scene_find_shape:
 * @reach: half the width of the band in which ties are hit; persons and things from less far
 * @margin: how far it is looked around @point
 *
 * Returns: (transfer none) (nullable): what was painted last of what is there
 */
KringShape *
kring_scene_find_shape (KringScene *self, KringPoint point, double reach, double margin)
{
  GHashTable *nodes = kring_scene_get_items (self)->nodes;
  KringRect area = kring_rect_grow (KRING_RECT_INIT (point.x, point.y, 0, 0), margin);
  g_autoptr (GPtrArray) shapes = kring_scene_dup_visible (self, area);

  for (guint i = shapes->len; i > 0; i--)
    {
      KringShape *shape = g_ptr_array_index (shapes, i - 1);

      if (shape->part != KRING_PART_NONE && shape->id != NULL &&
          shape_is_hit (shape, point, get_pad (nodes, shape, reach)))
        return shape;
    }
  return NULL;
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
scene_shapes_is_sign (const KringShape *shape)
{
  return shape->part != KRING_PART_BODY && shape->part != KRING_PART_NONE;
}

/* The ids of @nodes with a body, or without @nodes of anything with a sign, in @areas. Signs are of
 * several shapes, which must not part. */
static void
add_touched (KringSceneShapes *self, GArray *areas, GHashTable *nodes, GHashTable *ids)
{
  for (guint i = 0; i < self->all->len && areas->len > 0; i++)
    {
      const KringShape *shape = g_ptr_array_index (self->all, i);

      if (shape->id == NULL || scene_shapes_is_sign (shape) == (nodes != NULL) ||
          !touches (areas, shape->bounds))
        continue;
      if (nodes == NULL || g_hash_table_contains (nodes, shape->id))
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
kring_scene_dup_signs (KringScene *scene, GPtrArray *over)
{
  KringSceneShapes *self = kring_scene_get_shape_index (scene);
  const KringSceneItems *items = kring_scene_get_items (scene);
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (KringRect));
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (KringRect));
  g_autoptr (GHashTable) touched = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) bodies = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *signs = g_ptr_array_new ();

  for (guint i = 0; i < over->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (over, i);

      if (shape->id != NULL)
        g_array_append_val (rings, shape->bounds);
      if (shape->id != NULL && g_hash_table_contains (items->ties, shape->id))
        g_array_append_val (bands, shape->bounds);
    }
  add_touched (self, rings, NULL, touched);
  add_touched (self, bands, items->nodes, bodies);
  for (guint i = 0; i < self->all->len && rings->len > 0; i++)
    {
      KringShape *shape = g_ptr_array_index (self->all, i);

      if (shape->id != NULL &&
          g_hash_table_contains (scene_shapes_is_sign (shape) ? touched : bodies, shape->id))
        g_ptr_array_add (signs, shape);
    }
  return signs;
}
