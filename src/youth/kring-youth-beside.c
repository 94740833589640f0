/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "youth/kring-youth-beside.h"

#include "scene/kring-ground.h"
#include "youth/kring-youth-view.h"

#define GHOST_RADIUS 20.0
#define SAME_RADIUS 33.0
#define LINE_WIDTH 1.2
#define OPACITY 0.75
#define LABEL_SIZE 11.0
#define LABEL_DOWN 34.0

static void
draw_line (KringSketch *sketch, KringPoint from, KringPoint ghost)
{
  double length = kring_point_distance (from, ghost);
  KringPoint end;

  if (length <= GHOST_RADIUS)
    return;
  end.x = ghost.x + (from.x - ghost.x) * GHOST_RADIUS / length;
  end.y = ghost.y + (from.y - ghost.y) * GHOST_RADIUS / length;
  kring_sketch_stroke (sketch, kring_path_new_line (from, end), KRING_COLOUR_INK2, LINE_WIDTH)
      ->stroke_opacity = OPACITY;
}

static void
draw_ghost (KringSketch *sketch, KringPoint at, const char *name)
{
  const KringTextStyle style = { LABEL_SIZE,        KRING_WEIGHT_MEDIUM, KRING_ANCHOR_MIDDLE,
                                 KRING_COLOUR_INK2, KRING_COLOUR_RING1,  FALSE };
  KringShape *rim =
      kring_sketch_both (sketch, kring_path_new_ellipse (at, GHOST_RADIUS, GHOST_RADIUS),
                         KRING_COLOUR_NODE, KRING_COLOUR_INK2, LINE_WIDTH);

  rim->fill_opacity = 0.5;
  rim->stroke_opacity = OPACITY;
  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + LABEL_DOWN), name, &style);
}

static void
draw_person (KringSketch *sketch, KringItem *person, KringItem *own, const KringGround *ground)
{
  KringPoint at, ghost;

  if (!kring_item_get_position (person, &at) || !kring_item_get_position (own, &ghost))
    return;
  if (kring_item_get_choice (person, "ring") == kring_item_get_choice (own, "ring"))
    {
      kring_sketch_stroke (sketch, kring_path_new_ellipse (at, SAME_RADIUS, SAME_RADIUS),
                           KRING_COLOUR_INK2, LINE_WIDTH)
          ->stroke_opacity = OPACITY;
      return;
    }
  ghost.x = ground->centre.x + ghost.x * ground->scale;
  ghost.y = ground->centre.y + ghost.y * ground->scale;
  draw_line (sketch, at, ghost);
  draw_ghost (sketch, ghost, kring_item_get_text (own, "name"));
}

/**
 * kring_youth_dup_beside:
 *
 * Returns: (transfer full) (element-type KringShape): what is laid over the drawing of @map; empty
 *   as long as the young person has put nobody on a ring
 */
GPtrArray *
kring_youth_dup_beside (KringMap *map, const KringTextMeasurer *measurer)
{
  g_autoptr (KringMap) view = kring_youth_dup_view (map);
  KringGround ground = kring_ground_read (map);
  GPtrArray *shapes = kring_shapes_new ();
  KringSketch sketch = { shapes, measurer, NULL, KRING_PART_NONE };

  for (guint i = 0; i < kring_map_get_n_items (view); i++)
    {
      KringItem *own = kring_map_get_nth (view, i);

      if (kring_item_is (own, KRING_KIND_PERSON) &&
          kring_item_get_choice (own, "ring") != KRING_RING_NONE)
        draw_person (&sketch, kring_map_get_item (map, kring_item_get_id (own)), own, &ground);
    }
  return shapes;
}

/**
 * kring_youth_has_rings:
 *
 * Returns: whether the young person put anybody on a ring
 */
gboolean
kring_youth_has_rings (KringMap *map)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (kring_item_is (item, KRING_KIND_PERSON) &&
          kring_item_get_choice (item, "own_ring") != KRING_RING_NONE)
        return TRUE;
    }
  return FALSE;
}
