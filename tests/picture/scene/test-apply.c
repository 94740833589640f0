/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-map.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "picture/scene/kring-scene-shapes.h"

#include <string.h>

#define N_STEPS 1200

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

/* A signal or a question about something that is there, about something else, or no more. */
static void
know_something (KringMap *map, GRand *rand)
{
  g_autofree char *about = dup_random_id (rand, g_rand_boolean (rand) ? "n" : "t", 14);
  g_autofree char *id = dup_random_id (rand, "s", 20);
  KringItem *subject = kring_map_get_item (map, about), *known = kring_map_get_item (map, id);
  gboolean question =
      known != NULL ? kring_item_is (known, KRING_KIND_TASK) : g_rand_int_range (rand, 0, 4) == 0;
  g_autoptr (KringItem) item = NULL;
  g_autoptr (GVariant) value = NULL;
  const char *ids[] = { about, NULL };

  if (known != NULL && g_rand_boolean (rand))
    {
      kring_map_remove (map, id);
      return;
    }
  if (subject == NULL || kring_item_is (subject, KRING_KIND_NOTE))
    return;
  value =
      g_variant_ref_sink (question ? g_variant_new_strv (ids, -1) : g_variant_new_string (about));
  if (known != NULL)
    {
      set (map, id, "about", value);
      return;
    }
  item = kring_item_new (kring_kind_get (question ? KRING_KIND_TASK : KRING_KIND_SIGNAL), id);
  kring_item_set_named (item, "about", value);
  kring_item_set_choice (item, question ? "sort" : "family",
                         question ? KRING_TASK_QUESTION : g_rand_int_range (rand, 0, 4));
  kring_map_insert (map, item);
}

/* Removes an item after everything that cannot do without it. */
static void
remove_with_referrers (KringMap *map, const char *id)
{
  g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (map, id);

  for (guint i = 0; i < referrers->len; i++)
    remove_with_referrers (map, kring_item_get_id (g_ptr_array_index (referrers, i)));
  kring_map_remove (map, id);
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
    if (kring_item_is (g_ptr_array_index (referrers, i), KRING_KIND_GROUP) ||
        kring_item_is (g_ptr_array_index (referrers, i), KRING_KIND_CASE))
      return;
  remove_with_referrers (map, id);
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
  else if (dice < 15)
    add_something (map, rand);
  else if (dice < 17)
    know_something (map, rand);
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

/* Two hundred persons with four hundred ties. */
static KringMap *
new_large_map (void)
{
  KringMap *map = kring_map_new ();

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
  return map;
}

/* How much is looked at again when a field of one item gets that value. */
static guint
count_looks (KringMap *map, KringScene *scene, const char *id, const char *field, GVariant *value)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (KringScene) fresh = NULL;
  g_autofree char *text = NULL, *fresh_text = NULL;
  guint before = kring_scene_get_n_looks (scene);
  gulong handler = g_signal_connect (map, "changed", G_CALLBACK (keep_changes_cb), &changes);

  kring_map_begin (map);
  set (map, id, field, value);
  kring_map_end (map);
  g_signal_handler_disconnect (map, handler);
  kring_scene_apply (scene, changes);
  fresh = new_scene (map);
  text = kring_scene_to_text (scene);
  fresh_text = kring_scene_to_text (fresh);
  g_assert_cmpstr (text, ==, fresh_text);
  return kring_scene_get_n_looks (scene) - before;
}

/* What one change does not touch is not looked at: neither ways of ties, nor labels, nor where shapes
 * lie. */
static void
test_work (void)
{
  g_autoptr (KringMap) map = new_large_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  guint all = kring_scene_get_n_looks (scene), looks;

  g_assert_cmpuint (all, >, kring_scene_get_shapes (scene)->len);
  looks = count_looks (map, scene, "p100", "position", g_variant_new ("(dd)", 640.0, 890.0));
  g_test_message ("%u looks of %u for one who moves", looks, all);
  g_assert_cmpuint (looks, <, all / 10);
  looks = count_looks (map, scene, "p100", "name", g_variant_new_string ("Noor"));
  g_test_message ("%u looks of %u for another name", looks, all);
  g_assert_cmpuint (looks, <, all / 20);
  looks = count_looks (map, scene, "t100", "label_at", g_variant_new_double (0.4));
  g_test_message ("%u looks of %u for a label that moves", looks, all);
  g_assert_cmpuint (looks, <, all / 50);
}

/* Made in a moment, moved in much less. */
static void
test_size (void)
{
  g_autoptr (KringMap) map = new_large_map ();
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gint64 made = G_MAXINT64, moved;

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
  g_assert_cmpint (moved, <, made);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apply/incremental", test_incremental);
  g_test_add_func ("/apply/neighbours", test_neighbours);
  g_test_add_func ("/apply/work", test_work);
  g_test_add_func ("/apply/size", test_size);
  return g_test_run ();
}
