/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/youth/kring-youth-beside.h"

#include "picture/youth/kring-youth-view.h"

#include <glib/gi18n-lib.h>

#define NODE_RADIUS 28.0
#define GHOST_RADIUS 20.0
#define SAME_RADIUS 33.0
#define LINE_WIDTH 1.2
#define OPACITY 0.75
#define LABEL_SIZE 11.0
#define LABEL_DOWN 34.0
#define LABEL_UP 26.0
/* From a ghost to whatever stands on the map. */
#define AIR 56.0
/* In the legend. */
#define HEAD_SIZE 11.5
#define ROW 22.0
#define SIGN_X 10.0
#define TEXT_X 30.0

static gboolean
youth_beside_is_free (KringMap *map, KringPoint ghost)
{
  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    {
      KringPoint at;

      if (kring_item_get_position (kring_map_get_nth (map, i), &at) &&
          kring_point_distance (at, ghost) < AIR)
        return FALSE;
    }
  return TRUE;
}

/* On the chosen ring, to the side where the professionals have the person, or close to that. */
static KringPoint
get_ghost (KringMap *map, const KringGround *ground, KringPoint at, KringRing ring)
{
  static const double turns[] = { 0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36 };
  KringPoint axes = kring_ground_get_axes (ground, 0), first = { 0, 0 };
  double angle = atan2 ((at.y - ground->centre.y) / axes.y, (at.x - ground->centre.x) / axes.x);

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      KringPoint seen = kring_youth_get_in_band (ground, ring, angle + turns[i]);
      KringPoint ghost = { ground->centre.x + seen.x, ground->centre.y + seen.y };

      if (youth_beside_is_free (map, ghost))
        return ghost;
      if (i == 0)
        first = ghost;
    }
  return first;
}

/* From rim to rim. */
static void
draw_line (KringSketch *sketch, KringPoint from, KringPoint ghost)
{
  double length = kring_point_distance (from, ghost);
  double dx = (ghost.x - from.x) / length, dy = (ghost.y - from.y) / length;
  KringPoint start = { from.x + dx * NODE_RADIUS, from.y + dy * NODE_RADIUS };
  KringPoint end = { ghost.x - dx * GHOST_RADIUS, ghost.y - dy * GHOST_RADIUS };

  if (length <= NODE_RADIUS + GHOST_RADIUS)
    return;
  kring_sketch_stroke (sketch, kring_path_new_line (start, end), KRING_COLOUR_INK2, LINE_WIDTH)
      ->stroke_opacity = OPACITY;
}

static void
draw_ghost (KringSketch *sketch, KringPoint at, gboolean above, const char *name)
{
  double down = above ? -LABEL_UP : LABEL_DOWN;
  const KringTextStyle style = { LABEL_SIZE,        KRING_WEIGHT_MEDIUM, KRING_ANCHOR_MIDDLE,
                                 KRING_COLOUR_INK2, KRING_COLOUR_RING1,  FALSE };
  KringShape *rim =
      kring_sketch_both (sketch, kring_path_new_ellipse (at, GHOST_RADIUS, GHOST_RADIUS),
                         KRING_COLOUR_NODE, KRING_COLOUR_INK2, LINE_WIDTH);

  rim->fill_opacity = 0.5;
  rim->stroke_opacity = OPACITY;
  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + down), name, &style);
}

static void
draw_person (KringSketch *sketch, KringMap *map, KringItem *own, const KringGround *ground)
{
  KringItem *person = kring_map_get_item (map, kring_item_get_id (own));
  KringPoint at, ghost;

  sketch->id = kring_item_get_id (person);
  if (!kring_item_get_position (person, &at))
    return;
  if (kring_item_get_choice (person, KRING_F_RING) == kring_item_get_choice (own, KRING_F_RING))
    {
      kring_sketch_stroke (sketch, kring_path_new_ellipse (at, SAME_RADIUS, SAME_RADIUS),
                           KRING_COLOUR_INK2, LINE_WIDTH)
          ->stroke_opacity = OPACITY;
      return;
    }
  ghost = get_ghost (map, ground, at, kring_item_get_choice (own, KRING_F_RING));
  draw_line (sketch, at, ghost);
  draw_ghost (sketch, ghost, ghost.y < at.y, kring_item_get_text (own, KRING_F_NAME));
}

/**
 * kring_youth_dup_beside:
 *
 * Returns: (transfer full) (element-type KringShape): what is laid over the drawing of @map; empty
 *   on a ground without rings, and as long as the young person has put nobody on one
 */
GPtrArray *
kring_youth_dup_beside (KringMap *map, const KringTextMeasurer *measurer)
{
  g_autoptr (KringMap) view = kring_youth_dup_view (map);
  g_autoptr (GPtrArray) persons = kring_map_dup_items_of_kind (view, KRING_KIND_PERSON);
  KringGround ground = kring_ground_read (map);
  GPtrArray *shapes = kring_shapes_new ();
  KringSketch sketch = { shapes, measurer, NULL, KRING_PART_NONE };

  for (guint i = 0; ground.rings && i < persons->len; i++)
    {
      KringItem *own = g_ptr_array_index (persons, i);

      if (kring_item_get_choice (own, KRING_F_RING) != KRING_RING_NONE)
        draw_person (&sketch, map, own, &ground);
    }
  return shapes;
}

/* One row of the legend: a sign with what it means. */
static void
draw_meaning (KringSketch *sketch, double y, double inner, double outer, const char *words)
{
  const KringTextStyle style = { LABEL_SIZE,       KRING_WEIGHT_REGULAR, KRING_ANCHOR_START,
                                 KRING_COLOUR_INK, KRING_COLOUR_NONE,    FALSE };
  KringPoint at = { SIGN_X, y };

  if (inner > 0)
    kring_sketch_both (sketch, kring_path_new_ellipse (at, inner, inner), KRING_COLOUR_NODE,
                       KRING_COLOUR_INK, LINE_WIDTH);
  kring_sketch_stroke (sketch, kring_path_new_ellipse (at, outer, outer), KRING_COLOUR_INK2,
                       LINE_WIDTH)
      ->stroke_opacity = OPACITY;
  kring_sketch_text (sketch, KRING_POINT_INIT (TEXT_X, y + 4), words, &style);
}

/**
 * kring_youth_add_legend:
 * @shapes: (element-type KringShape): of a legend that ends at @top
 *
 * Adds what the signs of kring_youth_dup_beside () mean.
 *
 * Returns: where the legend ends now
 */
double
kring_youth_add_legend (GPtrArray *shapes, const KringTextMeasurer *measurer, double top)
{
  const KringTextStyle head = { HEAD_SIZE,        KRING_WEIGHT_SEMIBOLD, KRING_ANCHOR_START,
                                KRING_COLOUR_INK, KRING_COLOUR_NONE,     FALSE };
  KringSketch sketch = { shapes, measurer, NULL, KRING_PART_NONE };
  double y = top + ROW;

  kring_sketch_text (&sketch, KRING_POINT_INIT (0, y), _ ("The young person's circles beside ours"),
                     &head);
  draw_meaning (&sketch, y + ROW, 0, 9, _ ("where the young person puts them"));
  draw_meaning (&sketch, y + 2 * ROW, 6, 9.5, _ ("on the same ring for both"));
  return y + 3 * ROW;
}

/**
 * kring_youth_has_rings:
 *
 * Returns: whether the young person put anybody on a ring
 */
gboolean
kring_youth_has_rings (KringMap *map)
{
  g_autoptr (GPtrArray) persons = kring_map_dup_items_of_kind (map, KRING_KIND_PERSON);

  for (guint i = 0; i < persons->len; i++)
    if (kring_item_get_choice (g_ptr_array_index (persons, i), KRING_F_OWN_RING) != KRING_RING_NONE)
      return TRUE;
  return FALSE;
}
