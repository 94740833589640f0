/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties that would run behind somebody else bend, and straighten when the reason goes. */
#include "small-map.h"

#include "map/model/kring-map-private.h"
#include "picture/scene/kring-scene-items.h"

#define FALSE_TIE 24.0

static KringMap *
new_row (void)
{
  KringMap *map = new_map ();

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "a", 1000, 0);
  insert (map, KRING_KIND_PERSON, "third", 1200, 4);
  insert (map, KRING_KIND_PERSON, "b", 1400, 0);
  insert_tie (map, "ab", "a", "b", "kent");
  kring_map_end (map);
  return map;
}

static KringTie *
get_tie (KringScene *scene, const char *id)
{
  return g_hash_table_lookup (kring_scene_get_items (scene)->ties, id);
}

/* How near the drawn line comes to the middle of somebody. */
static double
get_distance (KringScene *scene, const char *tie_id, const char *id)
{
  GArray *points = get_tie (scene, tie_id)->arc->points;
  KringPoint at = kring_scene_get_node (scene, id)->at;
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < points->len; i++)
    least = MIN (least, kring_segment_distance (g_array_index (points, KringPoint, i - 1),
                                                g_array_index (points, KringPoint, i), at));
  return least;
}

static void
move (KringMap *map, const char *id, double x, double y)
{
  kring_map_begin (map);
  set (map, id, "position", g_variant_new ("(dd)", x, y));
  kring_map_end (map);
}

static void
test_bends (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = new_scene (map);

  g_assert_cmpfloat (get_distance (scene, "ab", "third"), >, FALSE_TIE);
  g_assert_cmpfloat (fabs (get_tie (scene, "ab")->curve), <=, 0.2 * 400);
}

/* The same way, whichever end it was drawn from. */
static void
test_either_way (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = new_scene (map);
  double bend = get_tie (scene, "ab")->curve;
  g_autoptr (KringMap) turned = new_row ();
  g_autoptr (KringScene) other = NULL;

  kring_map_begin (turned);
  kring_map_remove (turned, "ab");
  insert_tie (turned, "ab", "b", "a", "kent");
  kring_map_end (turned);
  other = new_scene (turned);
  g_assert_cmpfloat (get_tie (other, "ab")->curve, ==, -bend);
}

static void
test_straightens (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = NULL;

  move (map, "third", 1200, 30);
  scene = new_scene (map);
  g_assert_cmpfloat (get_tie (scene, "ab")->curve, ==, 0);
}

static void
test_hand_stays (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = NULL;

  kring_map_begin (map);
  set (map, "ab", "bend", g_variant_new_double (5));
  kring_map_end (map);
  scene = new_scene (map);
  g_assert_cmpfloat (get_tie (scene, "ab")->curve, ==, 5);
}

/* Parallel ties stay apart, and none of them runs behind anybody. */
static void
test_parallel (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = NULL;

  kring_map_begin (map);
  insert_tie (map, "ba", "b", "a", "belt");
  kring_map_end (map);
  scene = new_scene (map);
  g_assert_cmpfloat (get_distance (scene, "ab", "third"), >, FALSE_TIE);
  g_assert_cmpfloat (get_distance (scene, "ba", "third"), >, FALSE_TIE);
  g_assert_cmpfloat (fabs (get_tie (scene, "ab")->curve + get_tie (scene, "ba")->curve), >=, 17);
}

/* Where there is no way around it stays straight. */
static void
test_no_way (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = NULL;

  kring_map_begin (map);
  for (int i = -8; i <= 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("wall%d", i + 8);

      insert (map, KRING_KIND_PERSON, id, 1200, i * 40);
    }
  kring_map_end (map);
  scene = new_scene (map);
  g_assert_cmpfloat (get_tie (scene, "ab")->curve, ==, 0);
}

/* People one above the other, so far apart, across the middle of a long tie. */
static KringMap *
new_wall (double length, double from, double to, double step)
{
  KringMap *map = new_map ();
  guint n = 0;

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "a", 1000, 0);
  insert (map, KRING_KIND_PERSON, "b", 1000 + length, 0);
  insert_tie (map, "ab", "a", "b", "kent");
  for (double y = from; y <= to; y += step)
    {
      g_autofree char *id = g_strdup_printf ("wall%u", n++);

      insert (map, KRING_KIND_PERSON, id, 1000 + length / 2, y);
    }
  kring_map_end (map);
  return map;
}

static void
assert_passes_all (KringMap *map)
{
  g_autoptr (KringScene) scene = new_scene (map);

  for (guint i = 0; i < kring_scene_get_items (scene)->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (kring_scene_get_items (scene)->node_order, i);

      if (g_str_has_prefix (node->id, "wall"))
        g_assert_cmpfloat (get_distance (scene, "ab", node->id), >, FALSE_TIE);
    }
}

/* Far around many. */
static void
test_far (void)
{
  g_autoptr (KringMap) map = new_wall (1200, -180, 180, 40);

  assert_passes_all (map);
}

/* Between two who leave hardly room enough. */
static void
test_narrow (void)
{
  g_autoptr (KringMap) map = new_wall (400, -198, 166, 52);

  assert_passes_all (map);
}

/* Somebody on each side near both ends, and no room for deep arcs: only one with two sides passes. */
static KringMap *
new_bends (void)
{
  KringMap *map = new_wall (700, 75, 255, 45);
  static const KringPoint others[] = { { 1100, 15 }, { 1600, -15 } };

  kring_map_begin (map);
  for (int i = 0; i <= 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("wall-%d", i);

      insert (map, KRING_KIND_PERSON, id, 1350, -75 - 45 * i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *id = g_strdup_printf ("wall-beside%u", i);

      insert (map, KRING_KIND_PERSON, id, others[i].x, others[i].y);
    }
  kring_map_end (map);
  return map;
}

static void
test_two_sides (void)
{
  g_autoptr (KringMap) map = new_bends ();
  g_autoptr (KringScene) scene = new_scene (map);
  double lean = get_tie (scene, "ab")->lean, curve = get_tie (scene, "ab")->curve;
  g_autoptr (KringScene) turned = NULL, bent = NULL;

  assert_passes_all (map);
  g_assert_cmpfloat (lean, !=, 0);
  kring_map_begin (map);
  kring_map_remove (map, "ab");
  insert_tie (map, "ab", "b", "a", "kent");
  kring_map_end (map);
  turned = new_scene (map);
  g_assert_cmpfloat (get_tie (turned, "ab")->lean, ==, lean);
  g_assert_cmpfloat (get_tie (turned, "ab")->curve, ==, -curve);
  assert_passes_all (map);
  kring_map_begin (map);
  set (map, "ab", "bend", g_variant_new_double (5));
  kring_map_end (map);
  bent = new_scene (map);
  g_assert_cmpfloat (get_tie (bent, "ab")->lean, ==, 0);
}

/* Parallel ties pass together. */
static void
test_two_sides_parallel (void)
{
  g_autoptr (KringMap) map = new_wall (1400, 110, 390, 45);
  g_autoptr (KringScene) scene = NULL;

  kring_map_begin (map);
  for (int i = 0; i <= 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("wall-%d", i);

      insert (map, KRING_KIND_PERSON, id, 1700, -110 - 45 * i);
    }
  insert (map, KRING_KIND_PERSON, "wall-one", 1200, 25);
  insert (map, KRING_KIND_PERSON, "wall-other", 2200, -25);
  insert_tie (map, "ba", "b", "a", "belt");
  kring_map_end (map);
  scene = new_scene (map);
  g_assert_cmpfloat (get_tie (scene, "ab")->lean, !=, 0);
  g_assert_cmpfloat (get_tie (scene, "ab")->lean, ==, get_tie (scene, "ba")->lean);
  for (guint i = 0; i < kring_scene_get_items (scene)->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (kring_scene_get_items (scene)->node_order, i);

      if (g_str_has_prefix (node->id, "wall"))
        g_assert_cmpfloat (
            MIN (get_distance (scene, "ab", node->id), get_distance (scene, "ba", node->id)), >,
            FALSE_TIE);
    }
}

/* Words lie on nobody while there is a place for them further along the tie. */
static void
test_words (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = NULL;

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "a", 1000, 0);
  insert (map, KRING_KIND_PERSON, "b", 1600, 0);
  insert_tie (map, "ab", "a", "b", "kent");
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("beside%d", i);

      insert (map, KRING_KIND_PERSON, id, 1150 + 60 * i, 31);
    }
  kring_map_end (map);
  scene = new_scene (map);
  for (guint i = 0; i < kring_scene_get_items (scene)->node_order->len; i++)
    g_assert_false (kring_rect_intersects (
        kring_node_get_box (g_ptr_array_index (kring_scene_get_items (scene)->node_order, i)),
        get_tie (scene, "ab")->place.box));
}

/* A stranger who comes and goes bends ties that are not their own, in a scene that lives on. */
static void
apply_cb (KringMap *map, GPtrArray *changes, KringScene *scene)
{
  kring_scene_apply (scene, changes);
}

static void
test_by_hand (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = new_scene (map);

  g_signal_connect (map, "changed", G_CALLBACK (apply_cb), scene);
  for (int y = -60; y <= 60; y += 7)
    {
      g_autoptr (KringScene) anew = NULL;
      g_autofree char *text = NULL, *expected = NULL;

      move (map, "third", 1190, y);
      anew = new_scene (map);
      text = kring_scene_to_text (scene);
      expected = kring_scene_to_text (anew);
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpfloat (get_distance (scene, "ab", "third"), >, FALSE_TIE);
    }
  g_signal_handlers_disconnect_by_func (map, apply_cb, scene);
}

/* On which side of its straight way the line is drawn in its middle while its end is dragged. */
static double
get_dragged_side (KringScene *scene, KringPoint from, KringPoint to)
{
  g_autoptr (GPtrArray) shapes =
      kring_scene_dup_moving (scene, to.x - kring_scene_get_node (scene, "b")->at.x,
                              to.y - kring_scene_get_node (scene, "b")->at.y);
  double side = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);
      KringRect box = shape->bounds;
      KringPoint middle = kring_rect_centre (box);

      if (g_strcmp0 (shape->id, "ab") == 0)
        side = (to.x - from.x) * (middle.y - from.y) - (to.y - from.y) * (middle.x - from.x);
    }
  return side;
}

/* A tie keeps its bend while it is dragged, whomever it passes, and finds its way where it is let go; so it
 * turns to its other side no more than once. */
static void
test_calm_drag (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringPoint a = kring_scene_get_node (scene, "a")->at, b = kring_scene_get_node (scene, "b")->at;
  double first = get_tie (scene, "ab")->curve;

  g_ptr_array_add (ids, (gpointer) "b");
  kring_scene_begin_moving (scene, ids);
  for (double y = -60; y <= 60; y++)
    g_assert_cmpfloat (get_dragged_side (scene, a, KRING_POINT_INIT (b.x, b.y + y)) * first, >, 0);
  kring_scene_end_moving (scene);
}

/* Whoever is moved through a tie by one unit at a time turns it once. */
static void
test_calm_steps (void)
{
  g_autoptr (KringMap) map = new_row ();
  g_autoptr (KringScene) scene = NULL;
  double last = 0;
  guint turns = 0, bent = 0;

  for (int y = -60; y <= 60; y++)
    {
      double bend;

      g_clear_object (&scene);
      move (map, "third", 1200, y);
      scene = new_scene (map);
      bend = get_tie (scene, "ab")->curve;
      turns += bend * last < 0;
      bent += bend != 0;
      last = bend != 0 ? bend : last;
    }
  g_assert_cmpuint (bent, >=, 45);
  g_assert_cmpuint (turns, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/clear/bends", test_bends);
  g_test_add_func ("/scene/clear/either-way", test_either_way);
  g_test_add_func ("/scene/clear/straightens", test_straightens);
  g_test_add_func ("/scene/clear/hand-stays", test_hand_stays);
  g_test_add_func ("/scene/clear/parallel", test_parallel);
  g_test_add_func ("/scene/clear/no-way", test_no_way);
  g_test_add_func ("/scene/clear/far", test_far);
  g_test_add_func ("/scene/clear/narrow", test_narrow);
  g_test_add_func ("/scene/clear/two-sides", test_two_sides);
  g_test_add_func ("/scene/clear/two-sides-parallel", test_two_sides_parallel);
  g_test_add_func ("/scene/clear/words", test_words);
  g_test_add_func ("/scene/clear/by-hand", test_by_hand);
  g_test_add_func ("/scene/clear/calm-drag", test_calm_drag);
  g_test_add_func ("/scene/clear/calm-steps", test_calm_steps);
  return g_test_run ();
}
