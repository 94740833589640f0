/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words on paper: all of them grow with the names, and go to a list when nothing else is left. */
#include "small-map.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <time.h>

#define LARGER 2.2

static KringScene *
new_print (KringMap *map)
{
  KringScene *scene =
      kring_scene_new (map, &KRING_SCENE_OPTIONS_EXPORT, &kring_text_measurer_fixed);

  kring_scene_set_word_scale (scene, LARGER);
  return scene;
}

static const KringShape *
find_words (KringScene *scene, const char *text)
{
  GPtrArray *shapes = kring_scene_get_shapes (scene);

  for (guint i = 0; i < shapes->len; i++)
    if (g_strcmp0 (((KringShape *) g_ptr_array_index (shapes, i))->text, text) == 0)
      return g_ptr_array_index (shapes, i);
  return NULL;
}

static void
assert_size (KringScene *scene, const char *text, double size)
{
  const KringShape *words = find_words (scene, text);

  g_assert_nonnull (words);
  g_assert_cmpfloat_with_epsilon (words->size, size * LARGER, 0.01);
}

/* Notes, groups and rings are read from as far as names are. */
static void
test_all_larger (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (KringItem) group = kring_item_new (kring_kind_get (KRING_KIND_GROUP), "family");
  const char *const members[] = { "anna", "bo", NULL };
  const char *const centre[] = { "noor", NULL };

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "noor", 0, 0);
  insert (map, KRING_KIND_PERSON, "anna", 400, 0);
  insert (map, KRING_KIND_PERSON, "bo", 400, 200);
  insert (map, KRING_KIND_NOTE, "leave", -400, 100);
  kring_item_set_text (group, "name", "family");
  kring_map_insert (map, group);
  set (map, "family", "members", g_variant_new_strv (members, -1));
  set (map, KRING_MAP_CASE_ID, "centre", g_variant_new_strv (centre, -1));
  kring_map_end (map);
  scene = new_print (map);
  assert_size (scene, "noor", 15);
  assert_size (scene, "leave", 12);
  assert_size (scene, "family", 11.5);
  assert_size (scene, "near", 11);
  kring_scene_set_word_scale (scene, 1);
  g_assert_cmpfloat (find_words (scene, "family")->size, ==, 11.5);
  g_assert_cmpfloat (find_words (scene, "near")->size, ==, 11);
}

/* Words on a short tie among others go further off before they go to a list. */
static void
test_short_tie (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (GPtrArray) cut = NULL;

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "a", 0, 0);
  insert (map, KRING_KIND_PERSON, "b", 130, 0);
  insert_tie (map, "t", "a", "b", "knows from school");
  kring_map_end (map);
  scene = new_print (map);
  cut = kring_scene_dup_cut_words (scene);
  g_assert_cmpuint (cut->len, ==, 0);
}

/* How long it takes to find room for 300 names, so far apart. */
static double
measure_names (double apart)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringScene) scene = NULL;
  clock_t start;

  kring_map_begin (map);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      insert (map, KRING_KIND_PERSON, id, i % 17 * apart, i / 17 * apart);
      set (map, id, "name", g_variant_new_string ("Somebody or Other of that Name"));
    }
  kring_map_end (map);
  scene = kring_scene_new (map, &KRING_SCENE_OPTIONS_EXPORT, &kring_text_measurer_fixed);
  start = clock ();
  kring_scene_set_word_scale (scene, LARGER);
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* Where most names lie over others whatever is tried, it is not tried for ever. */
static void
test_crowd (void)
{
  double roomy = measure_names (600), crowded = measure_names (60);

  g_test_message ("%g s, in a crowd %g s", roomy, crowded);
  g_assert_cmpfloat (crowded, <, 100 * roomy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/print/all-larger", test_all_larger);
  g_test_add_func ("/scene/print/short-tie", test_short_tie);
  g_test_add_func ("/scene/print/crowd", test_crowd);
  return g_test_run ();
}
