/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-map.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "picture/marks/kring-sketch.h"

static const KringShape *
find_words (GPtrArray *shapes, const char *text)
{
  for (guint i = 0; i < shapes->len; i++)
    if (g_strcmp0 (((KringShape *) g_ptr_array_index (shapes, i))->text, text) == 0)
      return g_ptr_array_index (shapes, i);
  return NULL;
}

/* @a and @b show the same, shape for shape. */
static void
assert_same_shapes (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const KringShape *one = g_ptr_array_index (a, i), *other = g_ptr_array_index (b, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpfloat_with_epsilon (one->bounds.x, other->bounds.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (one->bounds.y, other->bounds.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (one->fill_opacity, other->fill_opacity, 1e-6);
    }
}

/* Two people side by side, and one far out with others all around him. */
static KringMap *
new_crowd (void)
{
  KringMap *map = kring_map_new ();
  const struct
  {
    const char *id;
    double x, y;
  } people[] = {
    { "noor", 0, 0 }, { "dexter", 200, 0 }, { "ferdinand", 260, 0 }, { "a", 250, -70 },
    { "b", 250, 70 }, { "c", 330, 0 },      { "d", 330, -60 },       { "e", 330, 60 },
  };

  kring_map_begin (map);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      insert (map, KRING_KIND_PERSON, people[i].id, people[i].x, people[i].y);
      set (map, people[i].id, "label_seat", g_variant_new_string ("below"));
      set (map, people[i].id, "role", g_variant_new_string ("somebody"));
    }
  kring_map_end (map);
  return map;
}

static guint
count_words (KringScene *scene, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < kring_scene_get_shapes (scene)->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (kring_scene_get_shapes (scene), i);

      n += g_strcmp0 (shape->text, text) == 0;
    }
  return n;
}

/* Words are never smaller than they can be read; the painted and the hit are the same. */
static void
test_word_size (void)
{
  g_autoptr (KringMap) map = new_crowd ();
  g_autoptr (KringScene) scene = new_scene (map);
  const double zooms[] = { 0.25, 0.42, 0.59, 0.8, 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (double text = 1; text <= 2; text++)
      {
        const KringShape *name;

        kring_scene_set_word_scale (scene, kring_scene_get_word_scale (scene, zooms[i], text));
        name = find_words (kring_scene_get_shapes (scene), "noor");
        g_assert_nonnull (name);
        g_assert_cmpfloat (name->size * zooms[i], >=, 10 * text);
        if (count_words (scene, "somebody") > 0)
          g_assert_cmpfloat (find_words (kring_scene_get_shapes (scene), "somebody")->size *
                                 zooms[i],
                             >=, 9 * text - 1e-6);
      }
}

/* Second lines give way first, then the name furthest out; both come back when asked for. */
static void
test_words_give_way (void)
{
  g_autoptr (KringMap) map = new_crowd ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GPtrArray) back = kring_shapes_new ();
  KringHit hit;

  g_assert_cmpuint (count_words (scene, "ferdinand"), ==, 1);
  g_assert_cmpuint (count_words (scene, "somebody"), ==, 8);
  g_assert_true (kring_scene_set_word_scale (scene, 2.2));
  g_assert_false (kring_scene_set_word_scale (scene, 2.2));
  g_assert_cmpuint (count_words (scene, "noor"), ==, 1);
  g_assert_cmpuint (count_words (scene, "dexter"), ==, 1);
  g_assert_cmpuint (count_words (scene, "ferdinand"), ==, 0);
  kring_scene_add_hidden_words (scene, "noor", back);
  g_assert_cmpuint (back->len, ==, 0);
  kring_scene_add_hidden_words (scene, "ferdinand", back);
  g_assert_nonnull (find_words (back, "ferdinand"));
  g_assert_true (kring_scene_hit_words (
      scene, "ferdinand", kring_rect_centre (find_words (back, "ferdinand")->bounds), &hit));
  g_assert_cmpstr (hit.id, ==, "ferdinand");
  g_assert_false (kring_scene_hit_words (scene, "ferdinand", KRING_POINT_INIT (-300, 0), &hit));
  g_assert_true (kring_scene_set_word_scale (scene, 1));
  g_assert_cmpuint (count_words (scene, "ferdinand"), ==, 1);
}

/* Where a larger name has no room in the seat that was chosen for it, it is seen in another. */
static void
test_chosen_seat (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringScene) scene = NULL;
  const KringShape *name;

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "noor", 0, 0);
  insert (map, KRING_KIND_PERSON, "dexter", 0, 80);
  set (map, "noor", "label_seat", g_variant_new_string ("below"));
  kring_map_end (map);
  scene = new_scene (map);
  name = find_words (kring_scene_get_shapes (scene), "noor");
  g_assert_cmpfloat (name->bounds.y, >, 24);
  kring_scene_set_word_scale (scene, 2.2);
  name = find_words (kring_scene_get_shapes (scene), "noor");
  g_assert_nonnull (name);
  g_assert_cmpfloat (name->bounds.y, <, 24);
}

/* What is hit is what is painted, at every size of words. */
static void
test_words_hit (void)
{
  g_autoptr (KringMap) map = new_crowd ();
  g_autoptr (KringScene) scene = new_scene (map);
  KringRect bounds;
  KringHit hit;

  kring_scene_set_word_scale (scene, 2.2);
  bounds = find_words (kring_scene_get_shapes (scene), "dexter")->bounds;
  g_assert_true (kring_scene_hit (
      scene, KRING_POINT_INIT (bounds.x + 3, bounds.y + bounds.height - 3), 1, &hit));
  g_assert_cmpstr (hit.id, ==, "dexter");
  g_assert_cmpint (hit.part, ==, KRING_PART_LABEL);
}

/* After a change the words are those of a scene that was made anew. */
static void
test_words_follow (void)
{
  g_autoptr (KringMap) map = new_crowd ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (KringScene) anew = NULL;

  kring_scene_set_word_scale (scene, 2.2);
  kring_map_begin (map);
  set (map, "dexter", "position", g_variant_new ("(dd)", 200.0, 400.0));
  kring_map_end (map);
  kring_scene_rebuild (scene);
  g_assert_cmpuint (count_words (scene, "ferdinand"), ==, 1);
  anew = new_scene (map);
  kring_scene_set_word_scale (anew, 2.2);
  assert_same_shapes (kring_scene_get_shapes (scene), kring_scene_get_shapes (anew));
}

/* The outer ring may leave the window: only people and their names count. */
static void
test_people_bounds (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  KringRect people = kring_scene_get_people_bounds (scene, 1);
  KringRect large = kring_scene_get_people_bounds (scene, 3);

  g_assert_true (kring_rect_contains_rect (kring_scene_get_bounds (scene), people));
  g_assert_cmpfloat (people.height, <, kring_scene_get_bounds (scene).height);
  g_assert_cmpfloat (large.height, >, people.height);
}

/* Where all of a map is seen smaller than usual, words at its edge turn inward or give way: they take no
 * room beside it, and are as large as ever. */
static void
test_frame (void)
{
  g_autoptr (KringMap) map = new_crowd ();
  g_autoptr (KringScene) scene = new_scene (map);
  KringRect usual =
      kring_scene_get_people_bounds (scene, kring_scene_get_word_scale (scene, 0.25, 1));
  KringRect signs = { -40, -110, 410, 220 }, small;
  const KringShape *name;

  g_assert_false (kring_rect_contains_rect (kring_rect_grow (signs, 20 / 0.25), usual));
  kring_scene_set_word_scale (scene, kring_scene_get_word_scale (scene, 0.2, 1));
  small = kring_scene_get_people_bounds (scene, kring_scene_get_word_scale (scene, 0.2, 1));
  g_assert_true (kring_rect_contains_rect (kring_rect_grow (signs, 20 / 0.2), small));
  name = find_words (kring_scene_get_shapes (scene), "noor");
  g_assert_nonnull (name);
  g_assert_cmpfloat (name->size * 0.2, >=, 10);
}

/* Whoever asks again how much room people take up at a zoom, or then goes there, has no words seated
 * again; after a change to the map they are. */
static void
test_seated_once (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (KringScene) anew = new_scene (map);
  g_autoptr (GArray) boxes = NULL;
  guint before = kring_scene_get_n_places (scene);

  kring_scene_get_people_bounds (scene, 1);
  g_assert_cmpuint (kring_scene_get_n_places (scene), ==, before);
  kring_scene_get_people_bounds (scene, 3);
  boxes = kring_scene_dup_people_boxes (scene, 3);
  kring_scene_get_people_bounds (scene, 3);
  kring_scene_set_word_scale (scene, 3);
  g_assert_cmpuint (kring_scene_get_n_places (scene), ==, before + 1);
  kring_scene_set_word_scale (anew, 3);
  assert_same_shapes (kring_scene_get_shapes (scene), kring_scene_get_shapes (anew));
  kring_scene_rebuild (scene);
  g_assert_cmpuint (kring_scene_get_n_places (scene), ==, before + 2);
}

/* Where the words of a tie are seen that runs through the origin. */
static KringRect
find_words_at_origin (gboolean empty_group)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (KringItem) group = kring_item_new (kring_kind_get (KRING_KIND_GROUP), "nobody");

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "a", -300, 0);
  insert (map, KRING_KIND_PERSON, "b", 300, 0);
  insert_tie (map, "t", "a", "b", "knows");
  kring_item_set_text (group, "name", "nobody");
  if (empty_group)
    kring_map_insert (map, group);
  kring_map_end (map);
  scene = new_scene (map);
  kring_scene_set_word_scale (scene, 2);
  return find_words (kring_scene_get_shapes (scene), "knows")->bounds;
}

/* A group that is not drawn has no name that others must stay off. */
static void
test_empty_group (void)
{
  g_assert_cmpfloat (find_words_at_origin (TRUE).x, ==, find_words_at_origin (FALSE).x);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/words/size", test_word_size);
  g_test_add_func ("/scene/words/give-way", test_words_give_way);
  g_test_add_func ("/scene/words/chosen-seat", test_chosen_seat);
  g_test_add_func ("/scene/words/hit", test_words_hit);
  g_test_add_func ("/scene/words/follow", test_words_follow);
  g_test_add_func ("/scene/words/people", test_people_bounds);
  g_test_add_func ("/scene/words/frame", test_frame);
  g_test_add_func ("/scene/words/seated-once", test_seated_once);
  g_test_add_func ("/scene/words/empty-group", test_empty_group);
  return g_test_run ();
}
