/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emitted.h"
#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *name)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (name != NULL)
    kring_item_set_text (item, "name", name);
  kring_map_insert (map, item);
  return kring_map_get_item (map, id);
}

static void
add_tie (KringMap *map, const char *id, const char *from, const char *to)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_text (tie, "from", from);
  kring_item_set_text (tie, "to", to);
  kring_map_insert (map, tie);
}

/* What one transaction told of, in order; and nothing else was told. */
static void
assert_told (GtSignalLogger *logger, KringMap *map, const char *expected)
{
  static const char *const done[] = { "inserted", "removed", "set" };
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = NULL;

  gt_signal_logger_assert_emission_pop (logger, map, "changed", &changes);
  gt_signal_logger_assert_no_emissions (logger);
  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = changes->pdata[i];

      g_string_append_printf (told, "%s%s %s", i == 0 ? "" : "; ", done[change->type], change->id);
      if (change->field != NULL)
        g_string_append_printf (told, " %s", change->field->name);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_changes (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  const KringField *name = kring_kind_find_field (kring_kind_get (KRING_KIND_PERSON), "name");
  g_autoptr (GtSignalLogger) logger = emitted_listen (map, "changed", NULL);

  kring_map_begin (map);
  add (map, KRING_KIND_PERSON, "noor", "Noor");
  add (map, KRING_KIND_PERSON, "dex", "Dex");
  add_tie (map, "t1", "dex", "noor");
  kring_map_set (map, "dex", name, g_variant_new_string ("Desmond"));
  kring_map_set (map, "dex", name, g_variant_new_string ("Desmond"));
  gt_signal_logger_assert_no_emissions (logger);
  kring_map_end (map);
  assert_told (logger, map, "inserted noor; inserted dex; inserted t1; set dex name");
  kring_map_begin (map);
  kring_map_set (map, "dex", name, g_variant_new_string ("Desmond"));
  kring_map_end (map);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 4);
  g_assert_true (kring_map_check (map, NULL, NULL));
}

static void
test_order (void)
{
  g_autoptr (KringMap) map = kring_map_new ();

  kring_map_begin (map);
  add (map, KRING_KIND_PLACE, "a", NULL);
  add (map, KRING_KIND_PERSON, "z", NULL);
  add (map, KRING_KIND_PERSON, "b", NULL);
  kring_map_end (map);
  g_assert_cmpstr (kring_item_get_id (kring_map_get_nth (map, 0)), ==, "b");
  g_assert_cmpstr (kring_item_get_id (kring_map_get_nth (map, 1)), ==, "z");
  g_assert_cmpstr (kring_item_get_id (kring_map_get_nth (map, 2)), ==, "a");
  g_assert_cmpstr (kring_item_get_id (kring_map_get_nth (map, 3)), ==, KRING_MAP_CASE_ID);
}

static void
test_copy (void)
{
  g_autoptr (KringMap) map = kring_map_new (), copy = NULL;
  const KringField *name = kring_kind_find_field (kring_kind_get (KRING_KIND_PERSON), "name");

  kring_map_begin (map);
  add (map, KRING_KIND_PERSON, "noor", "Noor");
  add (map, KRING_KIND_PERSON, "dex", "Dex");
  add_tie (map, "t1", "dex", "noor");
  kring_map_end (map);
  copy = kring_map_copy (map);
  g_assert_true (kring_map_equal (map, copy));
  kring_map_begin (copy);
  kring_map_set (copy, "dex", name, g_variant_new_string ("Desmond"));
  kring_map_end (copy);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (map, "dex"), "name"), ==, "Dex");
}

static void
test_load_order (void)
{
  g_autoptr (KringMap) map = kring_map_new ();

  for (guint i = 0; i < 97; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%02u", i * 31 % 97);
      g_autoptr (KringItem) item =
          kring_item_new (kring_kind_get (i % 2 ? KRING_KIND_PERSON : KRING_KIND_NOTE), id);

      kring_map_load (map, item);
    }
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 98);
  for (guint i = 1; i < 98; i++)
    {
      KringItem *a = kring_map_get_nth (map, i - 1), *b = kring_map_get_nth (map, i);
      int d = (int) kring_item_get_kind (a)->id - (int) kring_item_get_kind (b)->id;

      g_assert_true (d < 0 ||
                     (d == 0 && strcmp (kring_item_get_id (a), kring_item_get_id (b)) < 0));
    }
}

#ifdef KRING_CHECK_INVARIANTS
static void
remove_an_end (void)
{
  g_autoptr (KringMap) map = kring_map_new ();

  kring_map_begin (map);
  add (map, KRING_KIND_PERSON, "noor", "Noor");
  add (map, KRING_KIND_PERSON, "dex", "Dex");
  add_tie (map, "t1", "dex", "noor");
  kring_map_remove (map, "dex");
  kring_map_end (map);
}

static void
insert_without_end (void)
{
  g_autoptr (KringMap) map = kring_map_new ();

  kring_map_begin (map);
  add_tie (map, "t1", "dex", "noor");
}

/* What must not happen is found out, whether it is the change itself or what it leaves behind. */
static void
test_invariants (void)
{
  if (g_test_subprocess ())
    {
      remove_an_end ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*invariant broken at t1.from*");
}

static void
test_invariants_at_once (void)
{
  if (g_test_subprocess ())
    {
      insert_without_end ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*invariant broken at t1.from*");
}
#endif

static void
test_stamps (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  const KringField *name = kring_kind_find_field (kring_kind_get (KRING_KIND_PERSON), "name");
  KringItem *noor;
  KringStamp stamp, *seen;

  kring_map_set_device (map, "care1");
  kring_map_add_seen (map, (KringStamp){ "police1", 41 });
  kring_map_add_seen (map, (KringStamp){ "police1", 7 });
  seen = g_hash_table_lookup (kring_map_get_seen (map), "police1");
  g_assert_cmpuint (seen->counter, ==, 41);
  kring_map_begin (map);
  noor = add (map, KRING_KIND_PERSON, "noor", "Noor");
  g_assert_cmpuint (kring_item_get_inserted_stamp (noor).counter, ==, 42);
  kring_map_set (map, "noor", name, g_variant_new_string ("Noor V."));
  stamp = kring_item_get_stamp (noor, name);
  g_assert_cmpstr (stamp.device, ==, "care1");
  g_assert_cmpuint (stamp.counter, ==, 43);
  kring_map_remove (map, "noor");
  kring_map_end (map);
  g_assert_true (g_hash_table_contains (kring_map_get_tombstones (map), "noor"));
}

/* Equal ids are one, and stay as long as the map, whatever goes. */
static void
test_ids (void)
{
  g_autoptr (KringMap) map = kring_map_new (), other = kring_map_new ();
  g_autofree char *typed = g_strdup ("noor");
  g_autoptr (KringChange) change = NULL;
  const char *id;

  kring_map_begin (map);
  kring_map_begin (other);
  id = kring_item_get_id (add (map, KRING_KIND_PERSON, "noor", "Noor"));
  g_assert_true (id != typed);
  g_assert_true (kring_item_get_id (add (other, KRING_KIND_PERSON, typed, "Noor")) == id);
  change = kring_change_new_inserted (kring_map_get_item (other, "noor"));
  g_assert_true (change->id == id);
  kring_map_remove (map, "noor");
  g_assert_true (kring_map_get_id (map, typed) == id);
  g_assert_cmpstr (id, ==, "noor");
  g_assert_null (kring_map_get_id (map, "dex"));
  g_assert_null (kring_map_get_id (map, NULL));
  kring_map_end (other);
  kring_map_end (map);
  g_assert_cmpuint (g_quark_try_string (id), ==, 0);
}

static void
test_normal_values (void)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (KRING_KIND_PERSON), "p");

  kring_item_set_text (item, "name", "");
  kring_item_set_named (item, "deceased", g_variant_new_boolean (FALSE));
  kring_item_set_choice (item, "audience", KRING_AUDIENCE_JOINT);
  g_assert_null (kring_item_get_named (item, "name"));
  g_assert_null (kring_item_get_named (item, "deceased"));
  g_assert_null (kring_item_get_named (item, "audience"));
  g_assert_false (kring_item_says_certainty (item));
  g_assert_cmpint (kring_item_get_certainty (item), ==, KRING_CERTAINTY_CONFIRMED);
  kring_item_set_choice (item, "certainty", KRING_CERTAINTY_CONFIRMED);
  g_assert_true (kring_item_says_certainty (item));
  g_assert_cmpint (kring_item_get_certainty (item), ==, KRING_CERTAINTY_CONFIRMED);
  g_assert_cmpint (kring_item_get_party (item), ==, KRING_PARTY_NONE);
}

static const struct
{
  KringKindId kind;
  const char *field;
  const char *value; /* GVariant text */
  gboolean allowed;
} values[] = {
  { KRING_KIND_PERSON, "age", "'15'", TRUE },
  { KRING_KIND_PERSON, "age", "'~25'", TRUE },
  { KRING_KIND_PERSON, "age", "'fifteen'", FALSE },
  { KRING_KIND_PERSON, "age", "'1500'", FALSE },
  { KRING_KIND_PERSON, "age", "15", FALSE },
  { KRING_KIND_PERSON, "sex", "'woman'", TRUE },
  { KRING_KIND_PERSON, "sex", "'girl'", FALSE },
  { KRING_KIND_PERSON, "birth_date", "'2010-02'", TRUE },
  { KRING_KIND_PERSON, "birth_date", "'2010-02-30'", FALSE },
  { KRING_KIND_PERSON, "position", "(1.5, -2.0)", TRUE },
  { KRING_KIND_PERSON, "position", "(1e7, 0.0)", FALSE },
  { KRING_KIND_GROUP, "members", "['a', 'b']", TRUE },
  { KRING_KIND_GROUP, "members", "['b', 'a']", FALSE },
  { KRING_KIND_GROUP, "members", "['a', 'a']", FALSE },
  { KRING_KIND_TIE, "from", "'No Id'", FALSE },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const KringField *field =
          kring_kind_find_field (kring_kind_get (values[i].kind), values[i].field);
      g_autoptr (GVariant) value = g_variant_parse (NULL, values[i].value, NULL, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s = %s", values[i].field, values[i].value);
      g_assert_nonnull (value);
      g_assert_cmpint (kring_field_check_value (field, value, &error), ==, values[i].allowed);
      g_assert_cmpint (error != NULL, ==, !values[i].allowed);
    }
}

static void
test_check (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), "t");
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;

  kring_item_set_text (tie, "from", "x");
  kring_item_set_text (tie, "to", "y");
  kring_map_load (map, tie);
  g_assert_false (kring_map_check (map, &place, &error));
  g_assert_error (error, KRING_MAP_ERROR, KRING_MAP_ERROR_REFERENCE);
  g_assert_cmpstr (place, ==, "t.from");
}

static void
test_titles (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autofree char *noor = NULL, *dex = NULL, *nobody = NULL, *tie = NULL;

  kring_map_begin (map);
  add (map, KRING_KIND_PERSON, "noor", "Noor");
  kring_item_set_text (add (map, KRING_KIND_PERSON, "dex", NULL), "alias", "Dex");
  add (map, KRING_KIND_PERSON, "x", NULL);
  add_tie (map, "t", "dex", "noor");
  kring_item_set_text (kring_map_get_item (map, "t"), "kind", "friend");
  kring_item_set_choice (kring_map_get_item (map, "t"), "direction", KRING_DIRECTION_FORWARD);
  kring_map_end (map);
  noor = kring_item_dup_title (kring_map_get_item (map, "noor"));
  dex = kring_item_dup_title (kring_map_get_item (map, "dex"));
  nobody = kring_item_dup_title (kring_map_get_item (map, "x"));
  tie = kring_map_dup_title (map, kring_map_get_item (map, "t"));
  g_assert_cmpstr (noor, ==, "Noor");
  g_assert_cmpstr (dex, ==, "“Dex”");
  g_assert_cmpstr (nobody, ==, "Unknown person");
  g_assert_cmpstr (tie, ==, "“Dex” → Noor: friend");
}

static void
test_schema (void)
{
  for (guint k = 0; k < KRING_N_KINDS; k++)
    {
      const KringKind *kind = kring_kind_get (k);

      g_assert_true (kind == kring_kind_find (kind->name));
      g_assert_cmpstr (kind->fields[KRING_COMMON_REMARK].name, ==, "remark");
      for (guint f = 0; f < kind->n_fields; f++)
        {
          const KringField *field = &kind->fields[f];

          g_assert_true (kring_kind_find_field (kind, field->name) == field);
          g_assert_true (kring_kind_find_field_from (kind, field->name, f) == field);
          g_assert_true (kring_kind_find_field_from (kind, field->name, f + 1) == field);
          g_assert_null (kring_kind_find_field_from (kind, "no such field", f));
          g_assert_cmpint (field->type == KRING_FIELD_CHOICE, ==, field->choices != NULL);
          g_assert_cmpint (field->type == KRING_FIELD_REF || field->type == KRING_FIELD_REFS, ==,
                           field->refers_to != 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/map/changes", test_changes);
  g_test_add_func ("/core/map/order", test_order);
  g_test_add_func ("/core/map/copy", test_copy);
  g_test_add_func ("/core/map/load-order", test_load_order);
#ifdef KRING_CHECK_INVARIANTS
  g_test_add_func ("/core/map/invariants", test_invariants);
  g_test_add_func ("/core/map/invariants-at-once", test_invariants_at_once);
#endif
  g_test_add_func ("/core/map/stamps", test_stamps);
  g_test_add_func ("/core/map/ids", test_ids);
  g_test_add_func ("/core/map/normal-values", test_normal_values);
  g_test_add_func ("/core/map/values", test_values);
  g_test_add_func ("/core/map/check", test_check);
  g_test_add_func ("/core/map/titles", test_titles);
  g_test_add_func ("/core/schema", test_schema);
  return g_test_run ();
}
