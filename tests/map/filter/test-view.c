/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/filter/kring-filter-view.h"

#include "map/edit/kring-commands.h"
#include "map/share/kring-permitted.h"

typedef struct
{
  KringMap *map;       /* (owned) */
  KringEditor *editor; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->map = kring_map_new ();
  fixture->editor = kring_editor_new (fixture->map, kring_id_source_new_seeded (3));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->map);
}

static KringItem *
keep (Fixture *fixture, KringFilter *filter, const char *name)
{
  g_autoptr (GVariant) conditions = kring_filter_dup_conditions (filter);
  g_autoptr (GError) error = NULL;
  KringItem *view = kring_edit_keep_view (fixture->editor, name, conditions, &error);

  g_assert_no_error (error);
  return view;
}

/* A filter with every condition. */
static KringFilter *
new_full (const char *group)
{
  KringFilter *filter = kring_filter_new ();

  kring_filter_set_choice (filter, KRING_FILTER_KIND, KRING_KIND_VEHICLE, TRUE);
  kring_filter_set_hidden_side (filter, KRING_PARTY_POLICE);
  kring_filter_set_choice (filter, KRING_FILTER_CERTAINTY, KRING_CERTAINTY_SUSPECTED, TRUE);
  kring_filter_set_choice (filter, KRING_FILTER_CERTAINTY, KRING_CERTAINTY_UNKNOWN, TRUE);
  kring_filter_set_choice (filter, KRING_FILTER_FAMILY, KRING_FAMILY_RETURN, TRUE);
  kring_filter_set_choice (filter, KRING_FILTER_AUDIENCE, KRING_AUDIENCE_NONE, TRUE);
  kring_filter_set_names (filter, KRING_FILTER_CATEGORY,
                          (const char *const[]){ "phone", "money", NULL });
  kring_filter_set_names (filter, KRING_FILTER_GROUP, (const char *const[]){ group, NULL });
  kring_filter_set_text (filter, "zij-ingang hotel");
  kring_filter_set_period (filter, "~2025-09", "2025-10-14");
  kring_filter_set_only_dated (filter, TRUE);
  kring_filter_set_questions (filter, TRUE);
  kring_filter_set_side (filter, KRING_PARTY_CARE);
  return filter;
}

static void
test_keeps_all (Fixture *fixture, gconstpointer data)
{
  KringItem *group =
      kring_edit_add (fixture->editor, KRING_KIND_GROUP, "Home", KRING_POINT_INIT (0, 0));
  g_autoptr (KringFilter) filter = new_full (kring_item_get_id (group));
  g_autoptr (KringFilter) other = kring_filter_new ();
  KringItem *view = keep (fixture, filter, "  Before the  leave ");

  g_assert_cmpuint (kring_filter_get_n_conditions (filter), ==, KRING_N_FILTERS);
  g_assert_true (kring_filter_is_view (filter, view));
  g_assert_false (kring_filter_is_view (other, view));
  kring_filter_apply_view (other, view);
  g_assert_true (kring_filter_equal (filter, other));
  g_assert_cmpstr (kring_item_get_text (view, "parties"), ==,
                   "care together youth parent open none");
  g_assert_cmpstr (kring_item_get_text (view, "certainties"), ==, "suspected unknown");
  g_assert_true (kring_map_check (fixture->map, NULL, NULL));
}

/* The same name, however it is written, is the same view. */
static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringFilter) filter = kring_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) none = kring_filter_dup_conditions (filter);
  KringItem *view;

  kring_filter_set_text (filter, "dex");
  view = keep (fixture, filter, "Doubt");
  kring_filter_clear (filter);
  kring_filter_set_questions (filter, TRUE);
  g_assert_true (keep (fixture, filter, "dóubt") == view);
  g_assert_null (kring_item_get_text (view, "words"));
  g_assert_true (kring_item_get_bool (view, "questions"));
  kring_history_undo (kring_editor_get_history (fixture->editor));
  g_assert_cmpstr (kring_item_get_text (view, "words"), ==, "dex");
  kring_history_undo (kring_editor_get_history (fixture->editor));
  g_assert_cmpuint (kring_map_get_n_items (fixture->map), ==, 1);

  g_assert_null (kring_edit_keep_view (fixture->editor, "  ", none, &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_NO_VIEW_NAME);
}

/* A group that goes leaves the view; what nobody knows any more is no condition. */
static void
test_loose_ends (Fixture *fixture, gconstpointer data)
{
  KringItem *group =
      kring_edit_add (fixture->editor, KRING_KIND_GROUP, "Home", KRING_POINT_INIT (0, 0));
  g_autofree char *id = g_strdup (kring_item_get_id (group));
  g_autoptr (KringFilter) filter = kring_filter_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringItem *view;

  kring_filter_set_name (filter, KRING_FILTER_GROUP, id, TRUE);
  view = keep (fixture, filter, "Home");
  g_ptr_array_add (ids, id);
  kring_edit_delete (fixture->editor, ids);
  kring_edit_set_one (fixture->editor, kring_item_get_id (view), "parties",
                      g_variant_new_string ("martian"), NULL);
  kring_filter_apply_view (filter, view);
  g_assert_false (kring_filter_is_active (filter));
}

/* How we look at the map is nobody else's business. */
static void
test_not_shared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringFilter) filter = kring_filter_new ();
  g_autoptr (KringMap) shared = NULL;
  guint n_left_out;

  kring_filter_set_text (filter, "dex");
  keep (fixture, filter, "Dex");
  shared = kring_share_dup_permitted (fixture->map, &n_left_out);
  g_assert_cmpuint (kring_map_get_n_items (shared), ==, 1);
  g_assert_cmpuint (n_left_out, ==, 0);
}

#define TEST(PATH, FUNCTION) g_test_add (PATH, Fixture, NULL, set_up, FUNCTION, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/filter/view/keeps-all", test_keeps_all);
  TEST ("/filter/view/same-name", test_same_name);
  TEST ("/filter/view/loose-ends", test_loose_ends);
  TEST ("/filter/view/not-shared", test_not_shared);
  return g_test_run ();
}
