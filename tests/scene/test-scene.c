/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-item-private.h"
#include "core/kring-map-private.h"
#include "scene/kring-scene.h"

#include <string.h>

#define N_STEPS 1200

static const KringSceneOptions screen = { FALSE, FALSE, 1.0 };

static void
insert (KringMap *map, KringKindId kind, const char *id, double x, double y)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (kind == KRING_KIND_PERSON)
    kring_item_set_choice (item, "sex", KRING_SEX_WOMAN);
  kring_item_set_text (item, "name", id);
  kring_item_set_position (item, KRING_POINT_INIT (x, y));
  kring_map_insert (map, item);
}

static void
insert_tie (KringMap *map, const char *id, const char *from, const char *to, const char *kind)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_text (tie, "from", from);
  kring_item_set_text (tie, "to", to);
  if (kind != NULL)
    kring_item_set_text (tie, "kind", kind);
  kring_map_insert (map, tie);
}

static void
set (KringMap *map, const char *id, const char *field, GVariant *value)
{
  const KringKind *kind = kring_item_get_kind (kring_map_get_item (map, id));

  kring_map_set (map, id, kring_kind_find_field (kind, field), value);
}

/* Noor in the middle, Dex 200 to the right, a phone below, all tied to Noor. */
static KringMap *
new_map (void)
{
  KringMap *map = kring_map_new ();
  const char *centre[] = { "noor", NULL };

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "noor", 0, 0);
  insert (map, KRING_KIND_PERSON, "dex", 300, 0);
  insert (map, KRING_KIND_PHONE, "phone", 0, 250);
  insert_tie (map, "t-dex", "dex", "noor", "“relationship”");
  insert_tie (map, "t-phone", "noor", "phone", "uses");
  set (map, KRING_MAP_CASE_ID, "centre", g_variant_new_strv (centre, -1));
  kring_map_end (map);
  return map;
}

static KringScene *
new_scene (KringMap *map)
{
  return kring_scene_new (map, &screen, &kring_text_measurer_fixed);
}

static KringHit
hit (KringScene *scene, double x, double y)
{
  KringHit found = { NULL, KRING_PART_NONE, FALSE };

  kring_scene_hit (scene, KRING_POINT_INIT (x, y), 11, &found);
  return found;
}

static void
test_hit (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);

  g_assert_cmpstr (hit (scene, 300, 5).id, ==, "dex");
  g_assert_false (hit (scene, 300, 5).on_rim);
  g_assert_true (hit (scene, 300, -20).on_rim);
  g_assert_cmpstr (hit (scene, 300, -31).id, ==, "dex");
  g_assert_null (hit (scene, 300, -36).id);
  g_assert_cmpstr (hit (scene, 230, 9).id, ==, "t-dex");
  g_assert_null (hit (scene, 230, 13).id);
  g_assert_cmpint (hit (scene, 300, 40).part, ==, KRING_PART_LABEL);
  g_assert_cmpstr (hit (scene, 300, 40).id, ==, "dex");
}

static void
test_inside (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GPtrArray) all = kring_scene_dup_inside (scene, KRING_RECT_INIT (-50, -50, 400, 400));
  g_autoptr (GPtrArray) dex = kring_scene_dup_inside (scene, KRING_RECT_INIT (-10, -50, 400, 400));

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (dex->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (dex, 0), ==, "dex");
}

/* What stands at the centre carries the rings; without rings the ground is one. */
static void
test_ground (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);

  g_assert_cmpint (kring_scene_get_ring_at (scene, KRING_POINT_INIT (300, 0)), ==, KRING_RING_NEAR);
  g_assert_cmpint (kring_scene_get_ring_at (scene, KRING_POINT_INIT (0, 300)), ==,
                   KRING_RING_MIDDLE);
  g_assert_cmpint (kring_scene_get_ring_at (scene, KRING_POINT_INIT (0, 400)), ==, KRING_RING_FAR);
  g_assert_cmpint (kring_scene_get_ground (scene, KRING_POINT_INIT (0, 500)), ==,
                   KRING_COLOUR_CANVAS);
  kring_map_begin (map);
  set (map, KRING_MAP_CASE_ID, "background", g_variant_new_string ("plain"));
  kring_map_end (map);
  kring_scene_rebuild (scene);
  g_assert_cmpint (kring_scene_get_ground (scene, KRING_POINT_INIT (0, 500)), ==,
                   KRING_COLOUR_RING1);
  g_assert_cmpint (kring_scene_get_ring_at (scene, KRING_POINT_INIT (0, 0)), ==, KRING_RING_NONE);
}

static guint
count_shortened (KringScene *scene)
{
  GPtrArray *shapes = kring_scene_get_shapes (scene);
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      KringShape *shape = g_ptr_array_index (shapes, i);

      n += shape->text != NULL && g_str_has_suffix (shape->text, "…");
    }
  return n;
}

static guint
count_text (KringScene *scene, const char *wanted)
{
  GPtrArray *shapes = kring_scene_get_shapes (scene);
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    n += g_strcmp0 (((KringShape *) g_ptr_array_index (shapes, i))->text, wanted) == 0;
  return n;
}

static void
test_own_device (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);

  g_assert_cmpuint (count_text (scene, "“relationship”"), ==, 1);
  g_assert_cmpuint (count_text (scene, "uses"), ==, 0);
}

/* More than four ties between two: three, and a pill for the rest. */
static void
test_parallel (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = NULL;

  kring_map_begin (map);
  insert_tie (map, "t-b", "noor", "dex", "a");
  insert_tie (map, "t-c", "dex", "noor", "b");
  insert_tie (map, "t-d", "noor", "dex", "c");
  kring_map_end (map);
  scene = new_scene (map);
  g_assert_cmpuint (count_text (scene, "c"), ==, 1);
  g_assert_cmpuint (count_text (scene, "+2"), ==, 0);
  kring_map_begin (map);
  insert_tie (map, "t-e", "noor", "dex", "d");
  kring_map_end (map);
  kring_scene_rebuild (scene);
  g_assert_cmpuint (count_text (scene, "+2"), ==, 1);
  g_assert_cmpuint (count_text (scene, "d"), ==, 0);
}

static void
test_label_lines (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  const KringSceneOptions all = { TRUE, FALSE, 1.0 };

  kring_map_begin (map);
  set (map, "dex", "role",
       g_variant_new_string (
           "one very long role that goes on and on for more lines than fit anywhere"));
  kring_map_end (map);
  kring_scene_rebuild (scene);
  g_assert_cmpuint (count_shortened (scene), ==, 1);
  kring_scene_set_options (scene, &all);
  g_assert_cmpuint (count_shortened (scene), ==, 0);
}

/* A symbol before the words makes the label wider; kinds without one stay as they are. */
static void
test_tie_icons (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = NULL;
  const KringSceneOptions icons = { FALSE, TRUE, 1.0 };
  guint without;

  kring_map_begin (map);
  insert_tie (map, "t-drives", "dex", "phone", "Drives");
  kring_map_end (map);
  scene = new_scene (map);
  without = kring_scene_get_shapes (scene)->len;
  kring_scene_set_options (scene, &icons);
  g_assert_cmpuint (kring_scene_get_shapes (scene)->len, ==, without + 1);
}

static void
test_emphasis (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GHashTable) selected = g_hash_table_new (g_str_hash, g_str_equal);
  KringEmphasis emphasis = { .selected = selected, .hovered = "noor", .focused = "dex" };
  g_autoptr (GPtrArray) none = NULL, shapes = NULL;
  KringEmphasis nothing = { 0 };

  g_hash_table_add (selected, (gpointer) "dex");
  g_hash_table_add (selected, (gpointer) "t-dex");
  none = kring_scene_dup_emphasis (scene, &nothing);
  shapes = kring_scene_dup_emphasis (scene, &emphasis);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (shapes->len, ==, 4);
  g_assert_cmpint (((KringShape *) g_ptr_array_index (shapes, 3))->stroke, ==, KRING_COLOUR_INK);
}

/* Under a drag nothing of the moved item stays, and everything comes back. */
static void
test_moving (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autofree char *before = kring_scene_to_text (scene);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) moved = NULL;
  KringRect bounds = { 0, 0, 0, 0 };

  g_ptr_array_add (ids, (gpointer) "dex");
  kring_scene_begin_moving (scene, ids);
  g_assert_null (hit (scene, 300, 5).id);
  g_assert_null (hit (scene, 200, 0).id);
  moved = kring_scene_dup_moving (scene, 0, 500);
  g_assert_cmpuint (moved->len, >, 3);
  for (guint i = 0; i < moved->len; i++)
    bounds = kring_rect_union (bounds, ((KringShape *) g_ptr_array_index (moved, i))->bounds);
  g_assert_true (kring_rect_contains (bounds, KRING_POINT_INIT (300, 500)));
  g_assert_false (kring_rect_contains (bounds, KRING_POINT_INIT (300, 0)));
  kring_scene_end_moving (scene);
  after = kring_scene_to_text (scene);
  g_assert_cmpstr (before, ==, after);
}

static void
keep_changes_cb (KringMap *map, GPtrArray *changes, GPtrArray **kept)
{
  g_clear_pointer (kept, g_ptr_array_unref);
  *kept = g_ptr_array_ref (changes);
}

static char *
dup_random_id (GRand *rand, const char *prefix, int n)
{
  return g_strdup_printf ("%s%d", prefix, g_rand_int_range (rand, 0, n));
}

static GVariant *
random_value (GRand *rand, const KringField *field)
{
  static const char *const words[] = {
    "moeder", "kent", "in beeld als mogelijke uitbuiter",
    "De",     "a b",  "Havenstraat 12 bis te Oudermeer aan de haven"
  };
  guint n_choices = 0;

  switch (field->type)
    {
    case KRING_FIELD_TEXT:
    case KRING_FIELD_LONG_TEXT:
      return g_variant_new_string (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    case KRING_FIELD_BOOL:
      return g_variant_new_boolean (g_rand_boolean (rand));
    case KRING_FIELD_NUMBER:
      return g_variant_new_double (g_rand_double_range (rand, 0, 1));
    case KRING_FIELD_AGE:
      return g_variant_new_string (g_rand_boolean (rand) ? "15" : "~25");
    case KRING_FIELD_DATE:
      return g_variant_new_string (g_rand_boolean (rand) ? "2010-05-06" : "~2009");
    case KRING_FIELD_POINT:
      return g_variant_new ("(dd)", g_rand_double_range (rand, -500, 500),
                            g_rand_double_range (rand, -400, 400));
    case KRING_FIELD_CHOICE:
      while (field->choices[n_choices].name != NULL)
        n_choices++;
      return g_variant_new_string (field->choices[g_rand_int_range (rand, 0, n_choices)].name);
    default:
      return NULL;
    }
}

static void
change_field (KringMap *map, GRand *rand)
{
  guint n = kring_map_get_n_items (map);
  KringItem *item = kring_map_get_nth (map, g_rand_int_range (rand, 0, n));
  const KringKind *kind = kring_item_get_kind (item);
  const KringField *field = &kind->fields[g_rand_int_range (rand, 0, kind->n_fields)];
  g_autoptr (GVariant) value = NULL;

  if (g_rand_int_range (rand, 0, 3) == 0 && kring_kind_find_field (kind, "position") != NULL)
    field = kring_kind_find_field (kind, "position");
  if ((field->flags & KRING_FIELD_REQUIRED) == 0 && g_rand_int_range (rand, 0, 6) > 0)
    value = random_value (rand, field);
  if (value != NULL)
    g_variant_ref_sink (value);
  if (field->flags & KRING_FIELD_REQUIRED || field->type == KRING_FIELD_REFS ||
      (value != NULL && !kring_field_check_value (field, value, NULL)))
    return;
  kring_map_set (map, kring_item_get_id (item), field, value);
}

static void
add_something (KringMap *map, GRand *rand)
{
  static const KringKindId kinds[] = { KRING_KIND_PERSON, KRING_KIND_PERSON, KRING_KIND_PLACE,
                                       KRING_KIND_NOTE, KRING_KIND_EVENT };
  g_autofree char *id = dup_random_id (rand, "n", 14);
  g_autofree char *other = dup_random_id (rand, "n", 14);
  g_autofree char *tie = dup_random_id (rand, "t", 30);

  if (kring_map_get_item (map, id) == NULL)
    insert (map, kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))], id,
            g_rand_double_range (rand, -300, 300), g_rand_double_range (rand, -300, 300));
  else if (kring_map_get_item (map, other) != NULL && strcmp (id, other) != 0 &&
           kring_map_get_item (map, tie) == NULL)
    insert_tie (map, tie, id, other, g_rand_boolean (rand) ? "kent" : NULL);
}

static void
remove_something (KringMap *map, GRand *rand)
{
  g_autofree char *id = dup_random_id (rand, "n", 14);
  g_autoptr (GPtrArray) referrers = NULL;

  if (kring_map_get_item (map, id) == NULL)
    return;
  referrers = kring_map_dup_referrers (map, id);
  for (guint i = 0; i < referrers->len; i++)
    if (!kring_item_is (g_ptr_array_index (referrers, i), KRING_KIND_TIE))
      return;
  for (guint i = 0; i < referrers->len; i++)
    kring_map_remove (map, kring_item_get_id (g_ptr_array_index (referrers, i)));
  kring_map_remove (map, id);
}

static void
change_refs (KringMap *map, GRand *rand)
{
  g_autofree char *a = dup_random_id (rand, "n", 14), *b = dup_random_id (rand, "n", 14);
  g_autofree char *group = dup_random_id (rand, "g", 2);
  const char *members[] = { a, b, NULL };
  const char *centre[] = { a, NULL };

  if (kring_map_get_item (map, a) == NULL || kring_map_get_item (map, b) == NULL ||
      strcmp (a, b) >= 0)
    return;
  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      if (kring_item_is (kring_map_get_item (map, a), KRING_KIND_PERSON))
        set (map, KRING_MAP_CASE_ID, "centre", g_variant_new_strv (centre, -1));
      return;
    }
  if (kring_map_get_item (map, group) == NULL)
    {
      g_autoptr (KringItem) item = kring_item_new (kring_kind_get (KRING_KIND_GROUP), group);

      kring_map_insert (map, item);
    }
  set (map, group, "members", g_variant_new_strv (members, -1));
}

static void
change_at_random (KringMap *map, GRand *rand)
{
  int dice = g_rand_int_range (rand, 0, 20);

  if (dice < 11)
    change_field (map, rand);
  else if (dice < 17)
    add_something (map, rand);
  else if (dice < 18)
    change_refs (map, rand);
  else
    remove_something (map, rand);
}

/* The lines of the text form, by the place of their shape. */
static GHashTable *
dup_lines (KringScene *scene)
{
  g_autofree char *text = kring_scene_to_text (scene);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *shapes = kring_scene_get_shapes (scene);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < shapes->len; i++)
    {
      KringShape *shape = g_ptr_array_index (shapes, i);

      g_hash_table_replace (found, g_strdup (lines[i]),
                            g_memdup2 (&shape->bounds, sizeof shape->bounds));
    }
  return found;
}

/* Everything that is only in one of two scenes lies in the part said to be different. */
static void
assert_covered (GHashTable *lines, GHashTable *others, KringRect dirty)
{
  KringRect area = kring_rect_grow (dirty, 0.01);
  GHashTableIter iter;
  gpointer line, bounds;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, &line, &bounds))
    if (!g_hash_table_contains (others, line) &&
        !kring_rect_contains_rect (area, *(KringRect *) bounds))
      g_error ("outside the dirty part: %s", (char *) line);
}

/* The oracle of apply: a scene made from nothing. */
static void
test_incremental (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251120);
  g_autoptr (GPtrArray) changes = NULL;

  g_signal_connect (map, "changed", G_CALLBACK (keep_changes_cb), &changes);
  for (guint step = 0; step < N_STEPS; step++)
    {
      g_autoptr (GHashTable) before = dup_lines (scene), after = NULL;
      g_autoptr (KringScene) fresh = NULL;
      g_autofree char *text = NULL, *fresh_text = NULL;
      KringRect dirty;

      g_clear_pointer (&changes, g_ptr_array_unref);
      kring_map_begin (map);
      for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
        change_at_random (map, rand);
      kring_map_end (map);
      if (changes == NULL)
        continue;
      dirty = kring_scene_apply (scene, changes);
      fresh = new_scene (map);
      text = kring_scene_to_text (scene);
      fresh_text = kring_scene_to_text (fresh);
      if (strcmp (text, fresh_text) != 0)
        g_error ("step %u: apply differs from a scene made from nothing", step);
      after = dup_lines (scene);
      assert_covered (before, after, dirty);
      assert_covered (after, before, dirty);
    }
}

/* Many ties with long words between few persons: a label that moves makes room for another. */
static void
test_neighbours (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251121);
  g_autoptr (GPtrArray) changes = NULL;

  kring_map_begin (map);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);

      insert (map, KRING_KIND_PERSON, id, (i % 6) * 130.0, (i / 6) * 130.0);
    }
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i), *from = g_strdup_printf ("n%u", i % 30);
      g_autofree char *to = g_strdup_printf ("n%u", (i + (i < 30 ? 1 : 7)) % 30);

      insert_tie (map, id, from, to, "sees now and then");
    }
  kring_map_end (map);
  scene = new_scene (map);
  g_signal_connect (map, "changed", G_CALLBACK (keep_changes_cb), &changes);
  for (guint step = 0; step < 300; step++)
    {
      g_autofree char *id = dup_random_id (rand, "n", 30), *text = NULL, *fresh_text = NULL;
      g_autoptr (KringScene) fresh = NULL;

      kring_map_begin (map);
      set (map, id, "position",
           g_variant_new ("(dd)", g_rand_double_range (rand, 0, 700),
                          g_rand_double_range (rand, 0, 560)));
      kring_map_end (map);
      kring_scene_apply (scene, changes);
      fresh = new_scene (map);
      text = kring_scene_to_text (scene);
      fresh_text = kring_scene_to_text (fresh);
      if (strcmp (text, fresh_text) != 0)
        g_error ("step %u: apply differs from a scene made from nothing", step);
    }
}

/* The shortest time it takes to move a person to and fro, in microseconds. */
static gint64
measure_move (KringMap *map, KringScene *scene, GPtrArray **changes)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 8; i++)
    {
      gint64 start;

      kring_map_begin (map);
      set (map, "p100", "position", g_variant_new ("(dd)", i % 2 == 0 ? 1000.0 : 700.0, 900.0));
      kring_map_end (map);
      start = g_get_monotonic_time ();
      kring_scene_apply (scene, *changes);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return best;
}

/* Two hundred persons with four hundred ties: made in a moment, moved in much less. */
static void
test_size (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gint64 made = G_MAXINT64, moved;

  kring_map_begin (map);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      insert (map, KRING_KIND_PERSON, id, (i % 16) * 150.0, (i / 16) * 150.0);
    }
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i), *from = g_strdup_printf ("p%u", i % 200);
      g_autofree char *to = g_strdup_printf ("p%u", (i + (i < 200 ? 1 : 17)) % 200);

      if (strcmp (from, to) != 0)
        insert_tie (map, id, from, to, "kent");
    }
  kring_map_end (map);
  g_signal_connect (map, "changed", G_CALLBACK (keep_changes_cb), &changes);
  for (guint i = 0; i < 4; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_clear_object (&scene);
      scene = new_scene (map);
      made = MIN (made, g_get_monotonic_time () - start);
    }
  moved = measure_move (map, scene, &changes);
  g_test_message ("made in %" G_GINT64_FORMAT " us, moved in %" G_GINT64_FORMAT " us", made, moved);
  g_assert_cmpint (made, <, G_USEC_PER_SEC);
  g_assert_cmpint (moved, <, made / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/hit", test_hit);
  g_test_add_func ("/scene/inside", test_inside);
  g_test_add_func ("/scene/ground", test_ground);
  g_test_add_func ("/scene/own-device", test_own_device);
  g_test_add_func ("/scene/parallel", test_parallel);
  g_test_add_func ("/scene/label-lines", test_label_lines);
  g_test_add_func ("/scene/tie-icons", test_tie_icons);
  g_test_add_func ("/scene/emphasis", test_emphasis);
  g_test_add_func ("/scene/moving", test_moving);
  g_test_add_func ("/scene/incremental", test_incremental);
  g_test_add_func ("/scene/neighbours", test_neighbours);
  g_test_add_func ("/scene/size", test_size);
  return g_test_run ();
}
