/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signals of the whole map: by date and by item, less what the filter hides. */
#include "emitted.h"
#include "fixture.h"
#include "seek.h"

#include "gtk/lists/kring-signal-list.h"
#include "gtk/lists/kring-story-row.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-timeline.h"

#include <string.h>

static GListModel *
get_items (KringSignalList *list)
{
  return G_LIST_MODEL (kring_list_page_get_model (KRING_LIST_PAGE (list)));
}

static void
add (Fixture *fixture, const char *id, const char *label, KringFamily family, const char *date)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const KringNewSignal wanted = { .label = label, .family = family, .observed = date };

  g_ptr_array_add (ids, (gpointer) id);
  g_assert_cmpuint (kring_edit_add_signals (fixture->editor, ids, &wanted, NULL), ==, 1);
}

static void
assert_shown (KringSignalList *list, const char *expected)
{
  GListModel *model = get_items (list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KringItem) item = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", kring_item_get_text (item, "name"));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
fill (Fixture *fixture)
{
  add (fixture, fixture->noor, "Jas", KRING_FAMILY_RISK, "2025-09");
  add (fixture, fixture->dex, "Cadeau", KRING_FAMILY_RISK, "2025-01-02");
  add (fixture, fixture->noor, "Oma", KRING_FAMILY_PROTECTIVE, "2024");
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  KringSignalList *list;
  g_autoptr (GPtrArray) signals = NULL;

  fill (fixture);
  list = g_object_ref_sink (KRING_SIGNAL_LIST (kring_signal_list_new (fixture->session)));
  fixture_show (fixture, GTK_WIDGET (list));
  assert_shown (list, "Oma; Cadeau; Jas");
  kring_signal_list_set_by_item (list, TRUE);
  assert_shown (list, "Cadeau; Oma; Jas");
  kring_signal_list_set_by_item (list, FALSE);

  /* Without a date it is last, and that is said. */
  signals = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_SIGNAL);
  for (guint i = 0; i < signals->len; i++)
    if (strcmp (kring_item_get_text (signals->pdata[i], "name"), "Oma") == 0)
      {
        g_autofree char *spoken = NULL;

        kring_edit_set_one (fixture->editor, kring_item_get_id (signals->pdata[i]), "observed",
                            NULL, NULL);
        spoken = kring_story_dup_spoken (fixture->map, signals->pdata[i]);
        g_assert_true (g_str_has_prefix (spoken, "no date: Oma"));
      }
  assert_shown (list, "Cadeau; Jas; Oma");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  fixture_settle ();
  g_assert_finalize_object (list);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  KringSignalList *list;

  fill (fixture);
  list = g_object_ref_sink (KRING_SIGNAL_LIST (kring_signal_list_new (fixture->session)));
  fixture_show (fixture, GTK_WIDGET (list));
  kring_filter_set_choice (filter, KRING_FILTER_FAMILY, KRING_FAMILY_PROTECTIVE, TRUE);
  fixture_settle ();
  assert_shown (list, "Oma");
  kring_filter_clear (filter);
  fixture_settle ();
  assert_shown (list, "Oma; Cadeau; Jas");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  fixture_settle ();
  g_assert_finalize_object (list);
}

/* Enter goes to what the signal is about; what is chosen in the list is chosen everywhere. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtSignalLogger) logger = NULL;
  KringSignalList *list;
  KringItem *single;

  fill (fixture);
  list = g_object_ref_sink (KRING_SIGNAL_LIST (kring_signal_list_new (fixture->session)));
  fixture_show (fixture, GTK_WIDGET (list));
  logger = emitted_listen (list, "show-item", NULL);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (get_items (list)), 1);
  single = kring_selection_get_single (kring_session_get_selection (fixture->session));
  g_assert_cmpstr (kring_item_get_text (single, "name"), ==, "Cadeau");
  gt_signal_logger_assert_no_emissions (logger);
  g_signal_emit_by_name (
      seek_type (gtk_widget_get_last_child (GTK_WIDGET (list)), GTK_TYPE_LIST_VIEW), "activate", 1);
  assert_emitted (logger, "show-item %s", fixture->dex);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  fixture_settle ();
  g_assert_finalize_object (list);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/views/signals/order", test_order);
  FIXTURE_TEST ("/views/signals/filter", test_filter);
  FIXTURE_TEST ("/views/signals/follow", test_follow);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
