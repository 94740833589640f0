/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The arrow keys among the fields of a row that is open: from field to field, as everywhere. A list
 * box around the rows would take them for itself.
 */
#include "calm.h"
#include "fixture.h"
#include "hands.h"
#include "known.h"
#include "seek.h"

#include "gtk/inspector/kring-item-form.h"
#include "gtk/records/kring-signal-section.h"
#include "gtk/records/kring-statement-row.h"
#include "gtk/records/kring-statement-section.h"
#include "gtk/widgets/kring-fold.h"

static void
show (Fixture *fixture, GtkWidget *section)
{
  fixture_show (fixture, section);
  gtk_window_set_title (GTK_WINDOW (fixture->window), "arrows");
  hands_do ("search --sync --onlyvisible --name '^arrows$' windowfocus");
  calm_until (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  kring_section_show_item (KRING_SECTION (section),
                           kring_map_get_item (fixture->map, fixture->noor));
  fixture_settle ();
}

/* From the field to another one of the same form. */
static void
assert_goes (GtkWidget *section, const char *from, const char *key)
{
  GtkWidget *form = seek_type (section, KRING_TYPE_ITEM_FORM);
  GtkWidget *row = GTK_WIDGET (kring_item_form_get_row (KRING_ITEM_FORM (form), from));

  gtk_widget_grab_focus (row);
  hands_do ("key %s", key);
  calm_until (kring_focus_find_in (row) == NULL);
  g_assert_nonnull (kring_focus_find_in (form));
}

static void
test_statement (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section = kring_statement_section_new (fixture->session), *row;
  const char *id = kring_item_get_id (
      known_add_statement (fixture->editor, fixture->noor, KRING_STATEMENT_VERBATIM, "ja", NULL));

  show (fixture, section);
  row = kring_statement_section_get_row (KRING_STATEMENT_SECTION (section), id);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), TRUE);
  fixture_settle ();
  assert_goes (section, "said_by", "Down");
  assert_goes (section, "heard_by", "Up");
}

static void
test_signal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringCatalogueStore) shelf = kring_catalogue_store_new ("/nowhere");
  GtkWidget *section = kring_signal_section_new (fixture->session, shelf);

  known_add_signal (fixture->editor, fixture->noor, NULL, "Jas", KRING_FAMILY_RISK, NULL);
  show (fixture, section);
  kring_signal_row_set_open (kring_signal_section_get_row (KRING_SIGNAL_SECTION (section), 0),
                             TRUE);
  fixture_settle ();
  assert_goes (section, "observed", "Down");
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/records/arrows/statement", test_statement);
  FIXTURE_TEST ("/records/arrows/signal", test_signal);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
