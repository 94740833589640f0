/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signals of what is looked at: shown, unfolded, judged and taken away by keys. */
#include "fixture.h"

#include "gtk/inspector/kring-item-form.h"
#include "gtk/records/kring-signal-section.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

#include <string.h>

typedef struct
{
  KringCatalogueStore *shelf;
  GtkWidget *section; /* (owned) */
} Rig;

static char *
add (Fixture *fixture, const char *id, const char *catalogue, const char *label, const char *date)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) signals = NULL;
  const KringNewSignal wanted = {
    .catalogue = catalogue, .label = label, .family = KRING_FAMILY_RISK, .observed = date
  };

  g_ptr_array_add (ids, (gpointer) id);
  g_assert_cmpuint (kring_edit_add_signals (fixture->editor, ids, &wanted, NULL), ==, 1);
  signals = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_SIGNAL);
  return g_strdup (kring_item_get_id (signals->pdata[signals->len - 1]));
}

static Rig
show (Fixture *fixture, const char *id)
{
  Rig rig = { kring_catalogue_store_new ("/nowhere"), NULL };

  rig.section = g_object_ref_sink (kring_signal_section_new (fixture->session, rig.shelf));
  fixture_show (fixture, rig.section);
  kring_section_show_item (KRING_SECTION (rig.section), kring_map_get_item (fixture->map, id));
  fixture_settle ();
  return rig;
}

static void
finish (Fixture *fixture, Rig *rig)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  fixture_settle ();
  g_assert_finalize_object (rig->section);
  g_assert_finalize_object (rig->shelf);
}

static KringSignalRow *
row_at (Rig *rig, guint position)
{
  return kring_signal_section_get_row (KRING_SIGNAL_SECTION (rig->section), position);
}

static void
press (KringSignalRow *row, guint key)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (row));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (button);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &stop);
    }
  fixture_settle ();
}

/* The latest first; of a catalogue that is not here the words stay, and that is said. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = add (fixture, fixture->noor, "runs-away", "Loopt weg", "2025-01-03");
  g_autofree char *young = add (fixture, fixture->noor, "not-here", "Iets ouds", "2025-09");
  g_autofree char *other = add (fixture, fixture->dex, NULL, "Bij Dex", NULL);
  Rig rig = show (fixture, fixture->noor);

  g_assert_cmpstr (kring_signal_row_get_id (row_at (&rig, 0)), ==, young);
  g_assert_cmpstr (kring_signal_row_get_id (row_at (&rig, 1)), ==, old);
  g_assert_null (row_at (&rig, 2));
  g_assert_cmpstr (kring_signal_row_get_detail (row_at (&rig, 0)), ==,
                   "Sep 2025 · suspected · Care · not in the list of signals");
  g_assert_cmpstr (kring_signal_row_get_detail (row_at (&rig, 1)), ==,
                   "3 Jan 2025 · suspected · Care");
  kring_section_show_item (KRING_SECTION (rig.section),
                           kring_map_get_item (fixture->map, fixture->tie));
  g_assert_null (row_at (&rig, 0));
  g_free (other);
  other = add (fixture, fixture->tie, "runs-away", "Loopt weg", "2025");
  g_assert_cmpstr (kring_signal_row_get_detail (row_at (&rig, 0)), ==,
                   "2025 · suspected · Care · meant for another kind of item");
  g_assert_true (gtk_widget_get_visible (rig.section));
  kring_section_show_item (KRING_SECTION (rig.section), kring_map_get_case (fixture->map));
  g_assert_false (gtk_widget_get_visible (rig.section));
  kring_section_show_item (KRING_SECTION (rig.section), NULL);
  finish (fixture, &rig);
}

/* A column of hundreds is read by nobody: the latest stand in it, all of them in their own list. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringHistory *history = kring_editor_get_history (fixture->editor);
  const KringNewSignal wanted = { NULL, "Steeds weer", KRING_FAMILY_RISK, "2025" };
  Rig rig;

  g_ptr_array_add (ids, fixture->noor);
  kring_history_begin (history, "many");
  for (guint i = 0; i < 250; i++)
    kring_edit_add_signals (fixture->editor, ids, &wanted, NULL);
  kring_history_commit (history);
  rig = show (fixture, fixture->noor);
  g_assert_nonnull (row_at (&rig, 99));
  g_assert_null (row_at (&rig, 100));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (rig.section)));
  kring_history_undo (history);
  g_assert_null (row_at (&rig, 0));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (rig.section)));
  finish (fixture, &rig);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add (fixture, fixture->noor, NULL, "Eerste", "2025-10");
  g_autofree char *second = add (fixture, fixture->noor, NULL, "Tweede", "2025-09");
  Rig rig = show (fixture, fixture->noor);

  press (row_at (&rig, 0), GDK_KEY_5);
  g_assert_cmpint (kring_item_get_certainty (kring_map_get_item (fixture->map, first)), ==,
                   KRING_CERTAINTY_REFUTED);
  press (row_at (&rig, 0), GDK_KEY_KP_1);
  g_assert_cmpint (kring_item_get_certainty (kring_map_get_item (fixture->map, first)), ==,
                   KRING_CERTAINTY_CONFIRMED);
  press (row_at (&rig, 0), GDK_KEY_6);
  press (row_at (&rig, 0), GDK_KEY_Delete);
  g_assert_null (kring_map_get_item (fixture->map, first));
  g_assert_cmpstr (kring_signal_row_get_id (row_at (&rig, 0)), ==, second);
  kring_history_undo (kring_editor_get_history (fixture->editor));
  g_assert_cmpstr (kring_signal_row_get_id (row_at (&rig, 0)), ==, first);
  finish (fixture, &rig);
}

/* Its fields are those of the schema; only one row is open, and stays so while others change. */
static void
test_unfold (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add (fixture, fixture->tie, NULL, "Eerste", "2025-10");
  g_autofree char *second = add (fixture, fixture->tie, NULL, "Tweede", "2025-09");
  g_autofree char *third = NULL;
  Rig rig = show (fixture, fixture->tie);
  KringSignalRow *row = row_at (&rig, 1);
  GtkWidget *form;

  g_signal_emit_by_name (gtk_widget_get_first_child (GTK_WIDGET (row_at (&rig, 0))), "clicked");
  g_signal_emit_by_name (gtk_widget_get_first_child (GTK_WIDGET (row)), "clicked");
  g_assert_false (kring_signal_row_get_open (row_at (&rig, 0)));
  g_assert_true (kring_signal_row_get_open (row));
  form = gtk_widget_get_last_child (GTK_WIDGET (row));
  for (guint i = 0; i < 5; i++)
    {
      static const char *const fields[] = { "observed", "party", "how_known", "certainty",
                                            "audience" };

      g_assert_nonnull (kring_item_form_get_row (KRING_ITEM_FORM (form), fields[i]));
    }
  third = add (fixture, fixture->tie, NULL, "Derde", "2025-11");
  g_assert_true (row_at (&rig, 2) == row);
  g_assert_true (gtk_widget_get_last_child (GTK_WIDGET (row)) == form);
  g_assert_true (kring_edit_set_one (fixture->editor, second, "observed",
                                     g_variant_new_string ("2024-12-12"), NULL));
  g_assert_nonnull (strstr (kring_signal_row_get_detail (row), "12 Dec 2024"));
  finish (fixture, &rig);
}

static guint
count_in_sight (Rig *rig)
{
  guint n = 0;

  for (guint i = 0; row_at (rig, i) != NULL; i++)
    n += gtk_widget_get_visible (GTK_WIDGET (row_at (rig, i)));
  return n;
}

static gboolean
shows_rest (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* The latest few leave room for what else is known; one press shows them all, with the keyboard on
 * the next. Whoever adds one sees it. */
static void
test_rest (Fixture *fixture, gconstpointer data)
{
  Rig rig;
  GtkWidget *rest;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *date = g_strdup_printf ("2025-10-%02u", 20 - i);

      g_free (add (fixture, fixture->noor, NULL, date, date));
      if (i < 4)
        g_free (add (fixture, fixture->dex, NULL, date, date));
    }
  rig = show (fixture, fixture->dex);
  g_assert_cmpuint (count_in_sight (&rig), ==, 4);
  kring_section_show_item (KRING_SECTION (rig.section),
                           kring_map_get_item (fixture->map, fixture->noor));
  g_assert_cmpuint (count_in_sight (&rig), ==, 3);
  rest = seek (rig.section, shows_rest, "5 more signals");
  g_assert_nonnull (rest);
  gtk_widget_grab_focus (rest);
  g_signal_emit_by_name (rest, "clicked");
  g_assert_cmpuint (count_in_sight (&rig), ==, 8);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (row_at (&rig, 3))));
  g_assert_null (seek (rig.section, shows_rest, "5 more signals"));
  finish (fixture, &rig);

  rig = show (fixture, fixture->noor);
  g_assert_cmpuint (count_in_sight (&rig), ==, 3);
  g_free (add (fixture, fixture->noor, NULL, "Zonder datum", NULL));
  g_assert_cmpuint (count_in_sight (&rig), ==, 9);
  kring_section_show_item (KRING_SECTION (rig.section),
                           kring_map_get_item (fixture->map, fixture->dex));
  kring_section_show_item (KRING_SECTION (rig.section),
                           kring_map_get_item (fixture->map, fixture->noor));
  g_assert_cmpuint (count_in_sight (&rig), ==, 3);
  finish (fixture, &rig);
}

/* Where the list has it from is read below the fields, and only there. */
static void
test_sources (Fixture *fixture, gconstpointer data)
{
  g_autofree char *known = add (fixture, fixture->noor, "checks-phone", "Telefoon", "2025-10");
  g_autofree char *own = add (fixture, fixture->noor, NULL, "Eigen woorden", "2025-09");
  Rig rig = show (fixture, fixture->noor);

  g_assert_null (kring_signal_row_get_origin (row_at (&rig, 0)));
  kring_signal_row_set_open (row_at (&rig, 0), TRUE);
  g_assert_nonnull (strstr (kring_signal_row_get_origin (row_at (&rig, 0)),
                            "Still to be looked at by a practitioner"));
  kring_signal_row_set_open (row_at (&rig, 0), FALSE);
  g_assert_null (kring_signal_row_get_origin (row_at (&rig, 0)));
  kring_signal_row_set_open (row_at (&rig, 1), TRUE);
  g_assert_null (kring_signal_row_get_origin (row_at (&rig, 1)));
  finish (fixture, &rig);
}

static int
get_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
  return height;
}

/* What was measured without any signal must not stay for an item that has them. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first =
      add (fixture, fixture->dex, NULL,
           "seen near the house, the school or the work of somebody else", NULL);
  Rig rig = show (fixture, fixture->noor);
  GtkWidget *card;

  for (GtkWidget *child = gtk_widget_get_first_child (rig.section); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_get_request_mode (child);
  kring_section_show_item (KRING_SECTION (rig.section),
                           kring_map_get_item (fixture->map, fixture->dex));
  card = gtk_widget_get_parent (GTK_WIDGET (row_at (&rig, 0)));
  g_assert_cmpint (get_height (card), ==, get_height (GTK_WIDGET (row_at (&rig, 0))));
  finish (fixture, &rig);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/record/signal-section/rest", test_rest);
  FIXTURE_TEST ("/record/signal-section/height", test_height);
  FIXTURE_TEST ("/record/signal-section/list", test_list);
  FIXTURE_TEST ("/record/signal-section/many", test_many);
  FIXTURE_TEST ("/record/signal-section/keys", test_keys);
  FIXTURE_TEST ("/record/signal-section/unfold", test_unfold);
  FIXTURE_TEST ("/record/signal-section/sources", test_sources);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
