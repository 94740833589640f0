/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share/kring-permitted.h"

#include "core/kring-item-private.h"
#include "core/kring-map-private.h"

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *name)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (name != NULL)
    kring_item_set_text (item, "name", name);
  kring_map_load (map, item);
  return item;
}

static void
add_tie (KringMap *map, const char *id, const char *from, const char *to)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_named (tie, "from", g_variant_new_string (from));
  kring_item_set_named (tie, "to", g_variant_new_string (to));
  kring_map_load (map, tie);
}

static void
set_refs (KringItem *item, const char *field_name, const char *const *ids)
{
  kring_item_set_named (item, field_name, g_variant_new_strv (ids, -1));
}

static KringMap *
make_map (void)
{
  KringMap *map = kring_map_new ();
  KringItem *account;

  set_refs (kring_map_get_case (map), "centre", (const char *const[]){ "noor", "dex", NULL });
  add (map, KRING_KIND_PERSON, "noor", "Noor");
  kring_item_set_choice (add (map, KRING_KIND_PERSON, "dex", "Dex"), "audience",
                         KRING_AUDIENCE_NONE);
  kring_item_set_choice (add (map, KRING_KIND_PERSON, "oma", "Oma Jo"), "audience",
                         KRING_AUDIENCE_CARE);
  account = add (map, KRING_KIND_ACCOUNT, "snap", "snap");
  kring_item_set_named (account, "controlled_by", g_variant_new_string ("dex"));
  kring_item_set_extra (account, g_variant_new_parsed ("{'later': '\"Dex\"'}"));
  set_refs (add (map, KRING_KIND_GROUP, "both", "Family"), "members",
            (const char *const[]){ "dex", "noor", NULL });
  set_refs (add (map, KRING_KIND_GROUP, "only", "Only Dex"), "members",
            (const char *const[]){ "dex", NULL });
  add_tie (map, "kept", "noor", "oma");
  add_tie (map, "lost", "noor", "dex");
  return map;
}

static void
test_leaves_out (void)
{
  g_autoptr (KringMap) map = make_map ();
  guint n_left_out = 0;
  g_autoptr (KringMap) copy = kring_share_dup_permitted (map, &n_left_out);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_left_out, ==, 2);
  g_assert_null (kring_map_get_item (copy, "dex"));
  g_assert_null (kring_map_get_item (copy, "lost"));
  g_assert_nonnull (kring_map_get_item (copy, "oma"));
  g_assert_nonnull (kring_map_get_item (copy, "kept"));
  g_assert_cmpuint (kring_map_get_n_items (copy), ==, kring_map_get_n_items (map) - 2);
  kring_map_check (copy, NULL, &error);
  g_assert_no_error (error);
}

/* No field of what goes along still tells of what stays. */
static void
test_no_mention (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringMap) copy = kring_share_dup_permitted (map, NULL);
  g_auto (GStrv) members = kring_item_dup_refs (kring_map_get_item (copy, "both"), "members");

  for (guint i = 0; i < kring_map_get_n_items (copy); i++)
    g_assert_false (kring_item_refers_to (kring_map_get_nth (copy, i), "dex"));
  g_assert_cmpuint (g_strv_length (members), ==, 1);
  g_assert_null (kring_item_get_named (kring_map_get_item (copy, "only"), "members"));
  g_assert_null (kring_item_get_extra (kring_map_get_item (copy, "snap")));
}

static void
test_original_untouched (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringMap) same = make_map ();
  g_autoptr (KringMap) copy = kring_share_dup_permitted (map, NULL);

  g_assert_true (kring_map_equal (map, same));
  g_assert_false (kring_map_equal (map, copy));
  g_assert_finalize_object (g_steal_pointer (&copy));
  g_assert_finalize_object (g_steal_pointer (&map));
}

/* A case marked by mistake still says what the map is for. */
static void
test_case_stays (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringMap) copy = NULL;
  guint n_left_out = 9;

  kring_item_set_text (kring_map_get_case (map), "purpose", "safety");
  kring_item_set_choice (kring_map_get_case (map), "audience", KRING_AUDIENCE_NONE);
  copy = kring_share_dup_permitted (map, &n_left_out);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_case (copy), "purpose"), ==, "safety");
}

/* What is hidden stays behind with what hangs on it; what is not on the map is nothing to count. */
static void
test_part (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (GHashTable) hidden = g_hash_table_new (NULL, NULL);
  g_autoptr (KringMap) copy = NULL;
  guint n_left_out;

  g_hash_table_add (hidden, (gpointer) g_intern_string ("oma"));
  g_hash_table_add (hidden, (gpointer) g_intern_string ("nowhere"));
  g_hash_table_add (hidden, (gpointer) g_intern_string (KRING_MAP_CASE_ID));
  copy = kring_share_dup_part (map, hidden, &n_left_out);
  g_assert_null (kring_map_get_item (copy, "oma"));
  g_assert_null (kring_map_get_item (copy, "kept"));
  g_assert_nonnull (kring_map_get_item (copy, "noor"));
  g_assert_nonnull (kring_map_get_case (copy));
  g_assert_cmpuint (n_left_out, ==, 4);
}

static void
test_sides (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (GHashTable) unknown = kring_share_dup_unknown_to (map, KRING_PARTY_POLICE);

  /* Dex is for nobody, grandmother for care; and with them their ties. */
  g_assert_cmpuint (g_hash_table_size (unknown), ==, 4);
  g_assert_true (g_hash_table_contains (unknown, "kept"));
  g_clear_pointer (&unknown, g_hash_table_unref);
  unknown = kring_share_dup_unknown_to (map, KRING_PARTY_CARE);
  g_assert_cmpuint (g_hash_table_size (unknown), ==, 2);
  g_assert_false (g_hash_table_contains (unknown, "oma"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/permitted/leaves-out", test_leaves_out);
  g_test_add_func ("/share/permitted/no-mention", test_no_mention);
  g_test_add_func ("/share/permitted/original-untouched", test_original_untouched);
  g_test_add_func ("/share/permitted/case-stays", test_case_stays);
  g_test_add_func ("/share/permitted/part", test_part);
  g_test_add_func ("/share/permitted/sides", test_sides);
  return g_test_run ();
}
