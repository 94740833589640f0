/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-history.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

static void
add (KringHistory *history, KringMap *map, const char *id)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (KRING_KIND_PERSON), id);

  kring_history_begin (history, "Add Person");
  kring_map_insert (map, item);
  kring_history_commit (history);
}

static void
type_name (KringHistory *history, KringMap *map, const char *id, const char *name)
{
  kring_history_begin_typing (history, "Name", "a.name");
  kring_map_set (map, id, kring_kind_find_field (kring_kind_get (KRING_KIND_PERSON), "name"),
                 g_variant_new_string (name));
  kring_history_commit (history);
}

static const char *
name_of (KringMap *map, const char *id)
{
  return kring_item_get_text (kring_map_get_item (map, id), "name");
}

static void
test_undo (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringHistory) history = kring_history_new (map);

  g_assert_false (kring_history_can_undo (history));
  add (history, map, "a");
  add (history, map, "b");
  g_assert_cmpstr (kring_history_get_undo_label (history), ==, "Add Person");
  g_assert_true (kring_history_undo (history));
  g_assert_null (kring_map_get_item (map, "b"));
  g_assert_true (kring_history_redo (history));
  g_assert_nonnull (kring_map_get_item (map, "b"));
  g_assert_true (kring_history_undo (history));
  add (history, map, "c");
  g_assert_false (kring_history_can_redo (history));
}

static void
test_typing (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringHistory) history = kring_history_new (map);

  add (history, map, "a");
  type_name (history, map, "a", "N");
  type_name (history, map, "a", "No");
  type_name (history, map, "a", "Noor");
  g_assert_true (kring_history_undo (history));
  g_assert_null (name_of (map, "a"));
  g_assert_true (kring_history_redo (history));
  g_assert_cmpstr (name_of (map, "a"), ==, "Noor");
  type_name (history, map, "a", "Noor V.");
  kring_history_close (history);
  type_name (history, map, "a", "Noor Vos");
  kring_history_undo (history);
  g_assert_cmpstr (name_of (map, "a"), ==, "Noor V.");
  kring_history_undo (history);
  g_assert_cmpstr (name_of (map, "a"), ==, "Noor");
}

static void
amend_name (KringHistory *history, KringMap *map, const char *id, const char *name)
{
  kring_history_amend (history, "Rename");
  type_name (history, map, id, name);
  kring_history_commit (history);
}

static void
test_amend (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringHistory) history = kring_history_new (map);

  add (history, map, "a");
  kring_history_close (history);
  amend_name (history, map, "a", "Noor");
  g_assert_cmpstr (kring_history_get_undo_label (history), ==, "Add Person");
  kring_history_undo (history);
  g_assert_null (kring_map_get_item (map, "a"));
  g_assert_false (kring_history_can_undo (history));
  kring_history_redo (history);
  g_assert_cmpstr (name_of (map, "a"), ==, "Noor");
  kring_history_mark_saved (history, kring_history_get_revision (history));
  amend_name (history, map, "a", "Sanne");
  g_assert_false (kring_history_is_saved (history));
  kring_history_undo (history);
  g_assert_true (kring_history_is_saved (history));
}

static void
test_withdraw (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringHistory) history = kring_history_new (map);
  guint64 revision;

  add (history, map, "a");
  revision = kring_history_get_revision (history);
  add (history, map, "b");
  kring_history_withdraw (history);
  g_assert_null (kring_map_get_item (map, "b"));
  g_assert_false (kring_history_can_redo (history));
  g_assert_cmpuint (kring_history_get_revision (history), ==, revision);
  kring_history_withdraw (history);
  kring_history_withdraw (history);
  g_assert_false (kring_history_can_undo (history));
}

static void
test_cancel (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringHistory) history = kring_history_new (map);

  kring_history_begin (history, "Outer");
  add (history, map, "a");
  kring_history_begin (history, "Inner");
  kring_history_cancel (history);
  add (history, map, "b");
  kring_history_commit (history);
  g_assert_false (kring_history_can_undo (history));
  g_assert_null (kring_map_get_item (map, "a"));
  g_assert_null (kring_map_get_item (map, "b"));
  g_assert_true (kring_history_is_saved (history));
}

static void
test_saved (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringHistory) history = kring_history_new (map);

  add (history, map, "a");
  g_assert_false (kring_history_is_saved (history));
  kring_history_mark_saved (history, kring_history_get_revision (history));
  add (history, map, "b");
  kring_history_undo (history);
  g_assert_true (kring_history_is_saved (history));
  kring_history_undo (history);
  g_assert_false (kring_history_is_saved (history));
  add (history, map, "c");
  g_assert_false (kring_history_is_saved (history));
}

static void
test_typing_after_save (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringHistory) history = kring_history_new (map);

  add (history, map, "a");
  type_name (history, map, "a", "N");
  kring_history_mark_saved (history, kring_history_get_revision (history));
  type_name (history, map, "a", "Noor");
  g_assert_false (kring_history_is_saved (history));
  kring_history_undo (history);
  g_assert_true (kring_history_is_saved (history));
  g_assert_cmpstr (name_of (map, "a"), ==, "N");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/history/undo", test_undo);
  g_test_add_func ("/edit/history/typing", test_typing);
  g_test_add_func ("/edit/history/amend", test_amend);
  g_test_add_func ("/edit/history/withdraw", test_withdraw);
  g_test_add_func ("/edit/history/cancel", test_cancel);
  g_test_add_func ("/edit/history/saved", test_saved);
  g_test_add_func ("/edit/history/typing-after-save", test_typing_after_save);
  return g_test_run ();
}
