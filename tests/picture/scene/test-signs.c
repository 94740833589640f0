/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not a name or words on a tie grows with the letters too: marks, ages, notes, rings, groups. */
#include "small-map.h"

#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

static const KringComponent marks[] = {
  KRING_PART_ORIGIN, KRING_PART_LOCK,          KRING_PART_QUESTION,
  KRING_PART_RISK,   KRING_PART_VULNERABILITY, KRING_PART_PROTECTIVE,
};

static void
add_about (KringMap *map, KringKindId kind, const char *id, const char *family)
{
  const char *about[] = { "noor", NULL };
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (kind == KRING_KIND_SIGNAL)
    kring_item_set_text (item, "about", about[0]);
  kring_map_insert (map, item);
  if (kind == KRING_KIND_SIGNAL)
    set (map, id, "family", g_variant_new_string (family));
  else
    {
      set (map, id, "about", g_variant_new_strv (about, -1));
      set (map, id, "sort", g_variant_new_string ("question"));
    }
}

/* Somebody with a mark of every kind, in a group, on rings, and a note far from all. */
static KringMap *
new_marked (void)
{
  KringMap *map = new_map ();
  g_autoptr (KringItem) group = kring_item_new (kring_kind_get (KRING_KIND_GROUP), "group");
  g_autoptr (KringItem) note = kring_item_new (kring_kind_get (KRING_KIND_NOTE), "note");
  const char *members[] = { "dex", NULL };

  kring_map_begin (map);
  set (map, "noor", "age", g_variant_new_string ("15"));
  set (map, "dex", "age", g_variant_new_string ("22"));
  set (map, "noor", "party", g_variant_new_string ("care"));
  set (map, "noor", "audience", g_variant_new_string ("care"));
  add_about (map, KRING_KIND_SIGNAL, "s-risk", "risk");
  add_about (map, KRING_KIND_SIGNAL, "s-vulnerability", "vulnerability");
  add_about (map, KRING_KIND_SIGNAL, "s-protective", "protective");
  add_about (map, KRING_KIND_TASK, "q", NULL);
  kring_item_set_text (group, "name", "professionals");
  kring_map_insert (map, group);
  set (map, "group", "members", g_variant_new_strv (members, -1));
  kring_item_set_text (note, "text", "weekend");
  kring_item_set_position (note, KRING_POINT_INIT (-900, 700));
  kring_map_insert (map, note);
  kring_map_end (map);
  return map;
}

static KringRect
find_mark (KringScene *scene, const char *id, KringComponent part)
{
  KringRect box = { 0, 0, 0, 0 };

  for (guint i = 0; i < kring_scene_get_shapes (scene)->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (kring_scene_get_shapes (scene), i);

      if (shape->part == part && g_strcmp0 (shape->id, id) == 0)
        box = kring_rect_union (box, shape->bounds);
    }
  return box;
}

/* The one that is painted over the others. */
static const KringShape *
find_text (KringScene *scene, const char *text)
{
  const KringShape *last = NULL;

  for (guint i = 0; i < kring_scene_get_shapes (scene)->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (kring_scene_get_shapes (scene), i);

      if (g_strcmp0 (shape->text, text) == 0)
        last = shape;
    }
  return last;
}

/* With letters twice as large every mark of a person is twice as large, and none lies on another. */
static void
test_marks_grow (void)
{
  g_autoptr (KringMap) map = new_marked ();
  g_autoptr (KringScene) scene = new_scene (map);
  KringRect before[G_N_ELEMENTS (marks)];

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      before[i] = find_mark (scene, "noor", marks[i]);
      g_assert_cmpfloat (before[i].width, >, 10);
    }
  g_assert_true (kring_scene_set_sign_scale (scene, 2));
  g_assert_false (kring_scene_set_sign_scale (scene, 2));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      KringRect box = find_mark (scene, "noor", marks[i]);

      g_assert_cmpfloat (box.width, >, 1.8 * before[i].width);
      g_assert_cmpfloat (box.height, >, 1.8 * before[i].height);
      for (guint j = 0; j < i; j++)
        g_assert_false (kring_rect_intersects (
            kring_rect_grow (box, -6), kring_rect_grow (find_mark (scene, "noor", marks[j]), -6)));
    }
  g_assert_true (kring_scene_set_sign_scale (scene, 1));
  g_assert_cmpfloat (find_mark (scene, "noor", KRING_PART_RISK).width, ==, before[3].width);
}

/* The numbers and letters in them too. */
static void
test_letters_grow (void)
{
  g_autoptr (KringMap) map = new_marked ();
  g_autoptr (KringScene) scene = new_scene (map);
  double letter = find_text (scene, "C")->size, digit = find_text (scene, "1")->size;

  kring_scene_set_sign_scale (scene, 2);
  g_assert_cmpfloat (find_text (scene, "C")->size, >=, 2 * letter);
  g_assert_cmpfloat (find_text (scene, "1")->size, >=, 2 * digit);
}

/* The name keeps clear of its own larger marks, wherever it stands. */
static void
test_name_beside_marks (void)
{
  static const char *const seats[] = { "below", "above", "left", "right" };

  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    {
      g_autoptr (KringMap) map = new_marked ();
      g_autoptr (KringScene) scene = NULL;
      KringRect name;

      kring_map_begin (map);
      set (map, "noor", "label_seat", g_variant_new_string (seats[i]));
      kring_map_end (map);
      scene = new_scene (map);
      kring_scene_set_sign_scale (scene, 2);
      kring_scene_set_word_scale (scene, 2);
      name = find_text (scene, "noor")->bounds;
      for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
        g_assert_false (kring_rect_intersects (
            kring_rect_grow (name, -3), kring_rect_grow (find_mark (scene, "noor", marks[j]), -3)));
    }
}

/* Where people come to stand does not depend on the letters of a machine. */
static void
test_layout_same (void)
{
  g_autoptr (KringMap) map = new_marked ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (KringLabelSet) before = kring_scene_dup_labels (scene), after = NULL;

  kring_scene_set_sign_scale (scene, 2);
  kring_scene_set_word_scale (scene, 2.5);
  after = kring_scene_dup_labels (scene);
  g_assert_cmpuint (before->nodes->len, ==, after->nodes->len);
  for (guint i = 0; i < before->nodes->len; i++)
    {
      const KringLabelNode *a = &g_array_index (before->nodes, KringLabelNode, i);
      const KringLabelNode *b = &g_array_index (after->nodes, KringLabelNode, i);

      g_assert_cmpmem (&a->marks, sizeof a->marks, &b->marks, sizeof b->marks);
      g_assert_cmpmem (a->seats, sizeof a->seats, b->seats, sizeof b->seats);
    }
}

/* Whatever the zoom, as far as there is room inside a sign. */
static void
test_other_words (void)
{
  static const char *const texts[] = { "22", "professionals", "weekend" };
  g_autoptr (KringMap) map = new_marked ();
  g_autoptr (KringScene) scene = new_scene (map);
  const double zooms[] = { 0.35, 0.45, 0.59, 0.8, 1 };
  const char *ring = kring_map_get_ring_name (map, KRING_RING_NEAR + 2);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      kring_scene_set_word_scale (scene, kring_scene_get_word_scale (scene, zooms[i], 1));
      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          g_test_message ("%s at %.2f", texts[t], zooms[i]);
          g_assert_nonnull (find_text (scene, texts[t]));
          g_assert_cmpfloat (find_text (scene, texts[t])->size * zooms[i], >=, 9 - 1e-6);
        }
      if (find_text (scene, ring) != NULL)
        g_assert_cmpfloat (find_text (scene, ring)->size * zooms[i], >=, 9 - 1e-6);
    }
}

/* On paper what stands inside a sign is as it is drawn. */
static void
test_paper (void)
{
  g_autoptr (KringMap) map = new_marked ();
  const KringSceneOptions options = KRING_SCENE_OPTIONS_EXPORT;
  g_autoptr (KringScene) scene = kring_scene_new (map, &options, &kring_text_measurer_fixed);
  double age = find_text (scene, "22")->size;

  kring_scene_set_word_scale (scene, 2);
  g_assert_cmpfloat (find_text (scene, "22")->size, ==, age);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/signs/marks-grow", test_marks_grow);
  g_test_add_func ("/scene/signs/letters-grow", test_letters_grow);
  g_test_add_func ("/scene/signs/name-beside-marks", test_name_beside_marks);
  g_test_add_func ("/scene/signs/layout-same", test_layout_same);
  g_test_add_func ("/scene/signs/other-words", test_other_words);
  g_test_add_func ("/scene/signs/paper", test_paper);
  return g_test_run ();
}
