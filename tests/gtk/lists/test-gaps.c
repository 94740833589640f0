/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "gtk/lists/kring-gap-list.h"

#include "map/edit/kring-commands.h"
#include "map/facts/kring-gaps.h"

static guint
count_asked (Fixture *fixture)
{
  g_autoptr (GArray) gaps = kring_map_dup_gaps (fixture->map);
  guint n_asked = 0;

  for (guint i = 0; i < gaps->len; i++)
    n_asked += !g_array_index (gaps, KringGap, i).aside;
  return n_asked;
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  KringGapList *list = g_object_ref_sink (KRING_GAP_LIST (kring_gap_list_new (fixture->session)));
  guint before = kring_gap_list_get_n_shown (list);

  g_assert_cmpuint (before, ==, count_asked (fixture));
  kring_edit_set_one (fixture->editor, fixture->dex, "certainty",
                      g_variant_new_string ("suspected"), NULL);
  g_assert_cmpuint (kring_gap_list_get_n_shown (list), ==, before + 1);
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_cmpuint (kring_gap_list_get_n_shown (list), ==, before);
  g_assert_finalize_object (list);
}

static void
test_aside (Fixture *fixture, gconstpointer data)
{
  KringGapList *list = g_object_ref_sink (KRING_GAP_LIST (kring_gap_list_new (fixture->session)));
  guint before = kring_gap_list_get_n_shown (list);

  g_assert_cmpuint (before, >, 0);
  kring_gap_list_set_aside (list, 0);
  g_assert_cmpuint (kring_gap_list_get_n_shown (list), ==, before - 1);
  kring_gap_list_set_all (list, TRUE);
  g_assert_cmpuint (kring_gap_list_get_n_shown (list), ==, before);
  kring_gap_list_set_aside (list, 0);
  kring_gap_list_set_all (list, FALSE);
  g_assert_cmpuint (kring_gap_list_get_n_shown (list), ==, before);
  kring_gap_list_set_aside (list, 9999);
  g_assert_finalize_object (list);
}

static void
test_question (Fixture *fixture, gconstpointer data)
{
  KringGapList *list = g_object_ref_sink (KRING_GAP_LIST (kring_gap_list_new (fixture->session)));
  guint before = kring_gap_list_get_n_shown (list);
  g_autoptr (GPtrArray) tasks = NULL, none = NULL;

  fixture_show (fixture, GTK_WIDGET (list));
  kring_gap_list_make_question (list, 0);
  tasks = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_TASK);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpuint (kring_gap_list_get_n_shown (list), ==, before - 1);
  kring_history_undo (kring_session_get_history (fixture->session));
  none = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_TASK);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (kring_gap_list_get_n_shown (list), ==, before);
  g_object_unref (list);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/gaps/follows", test_follows);
  FIXTURE_TEST ("/gaps/aside", test_aside);
  FIXTURE_TEST ("/gaps/question", test_question);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
