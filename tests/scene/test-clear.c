/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties that would run behind somebody else bend, and straighten when the reason goes. */
#include "small-map.h"

#include "core/kring-map-private.h"
#include "scene/kring-scene-private.h"

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
  return g_hash_table_lookup (scene->ties, id);
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

  for (guint i = 0; i < scene->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (scene->node_order, i);

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
  for (guint i = 0; i < scene->node_order->len; i++)
    g_assert_false (
        kring_rect_intersects (kring_node_get_box (g_ptr_array_index (scene->node_order, i)),
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
  g_test_add_func ("/scene/clear/words", test_words);
  g_test_add_func ("/scene/clear/by-hand", test_by_hand);
  return g_test_run ();
}
