/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a click changes in a field: who belongs to it, and the day in a calendar. */
#include "calm.h"
#include "fixture.h"
#include "gtk/find/kring-search-popover.h"
#include "gtk/inspector/kring-field-row-refs.h"
#include "gtk/inspector/kring-inspector.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

static KringInspector *
show_inspector (Fixture *fixture, const char *id)
{
  GtkWidget *inspector = kring_inspector_new ();

  kring_inspector_set_session (KRING_INSPECTOR (inspector), fixture->session);
  fixture_show (fixture, inspector);
  fixture_select (fixture, id);
  fixture_settle ();
  return KRING_INSPECTOR (inspector);
}

static gboolean
is_tipped (GtkWidget *widget, gconstpointer tip)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0;
}

static void
click (gpointer within, const char *tip)
{
  GtkWidget *button = seek (within, is_tipped, tip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
}

/* A member is taken out, and comes back with a step back; a click on one shows it. */
static void
test_members (Fixture *fixture, gconstpointer data)
{
  g_autofree char *group = fixture_add (fixture, KRING_KIND_GROUP, "Family");
  KringInspector *inspector = show_inspector (fixture, group);
  KringFieldRow *row = kring_inspector_get_row (inspector, "members");
  KringItem *item = kring_map_get_item (fixture->map, group);
  KringHistory *history = kring_session_get_history (fixture->session);

  kring_field_row_refs_add (KRING_FIELD_ROW_REFS (row), fixture->noor);
  kring_field_row_refs_add (KRING_FIELD_ROW_REFS (row), fixture->dex);
  kring_field_row_refs_add (KRING_FIELD_ROW_REFS (row), fixture->dex);
  fixture_settle ();
  g_assert_true (kring_item_refers_to (item, fixture->dex));
  click (gtk_widget_get_parent (seek (GTK_WIDGET (row), is_tipped, "Noor")), "Take out");
  g_assert_false (kring_item_refers_to (item, fixture->noor));
  g_assert_true (kring_item_refers_to (item, fixture->dex));
  g_assert_null (seek (GTK_WIDGET (row), is_tipped, "Noor"));
  kring_history_undo (history);
  g_assert_true (kring_item_refers_to (item, fixture->noor));
  click (row, "Dex");
  g_assert_true (
      kring_selection_contains (kring_session_get_selection (fixture->session), fixture->dex));
}

/* The button offers whom the field may name, and takes who is chosen. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *group = fixture_add (fixture, KRING_KIND_GROUP, "Family");
  KringInspector *inspector = show_inspector (fixture, group);
  KringFieldRow *row = kring_inspector_get_row (inspector, "members");
  GtkWidget *button = seek_type (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON), *chooser;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  chooser = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  calm_until (gtk_widget_get_mapped (chooser));
  g_assert_true (KRING_IS_SEARCH_POPOVER (chooser));
  g_signal_emit_by_name (chooser, "chosen", fixture->noor);
  g_assert_true (kring_item_refers_to (kring_map_get_item (fixture->map, group), fixture->noor));
  gtk_popover_popdown (GTK_POPOVER (chooser));
  calm_until (!gtk_widget_get_mapped (chooser));
  gtk_widget_grab_focus (button);
  fixture_settle ();
}

static gboolean
is_calendar_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) &&
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Pick a day") == 0;
}

static gboolean
is_choose (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Choose") == 0;
}

/* The calendar opens at the day that stands there; the day that is chosen is noted. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = show_inspector (fixture, fixture->tie);
  KringFieldRow *row = kring_inspector_get_row (inspector, "since");
  GtkWidget *button = seek (GTK_WIDGET (row), is_calendar_button, NULL), *popover, *calendar;
  g_autoptr (GDateTime) shown = NULL, day = g_date_time_new_local (2025, 9, 14, 12, 0, 0);

  kring_edit_set_one (fixture->editor, fixture->tie, "since", g_variant_new_string ("2025-09-12"),
                      NULL);
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  calm_until (gtk_widget_get_mapped (popover));
  calendar = seek_type (popover, GTK_TYPE_CALENDAR);
  shown = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 12);
  g_assert_cmpint (g_date_time_get_month (shown), ==, 9);
  g_assert_cmpstr (fixture_get (fixture, fixture->tie, "since"), ==, "2025-09-12");
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_signal_emit_by_name (seek (popover, is_choose, NULL), "clicked");
  calm_until (!gtk_widget_get_mapped (popover));
  fixture_settle ();
  g_assert_cmpstr (fixture_get (fixture, fixture->tie, "since"), ==, "2025-09-14");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (row)));
}

static gboolean
is_labelled (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
press (gpointer inspector, const char *label)
{
  GtkWidget *button = seek (inspector, is_labelled, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
}

static gboolean
is_pinned (Fixture *fixture)
{
  GVariant *pinned =
      kring_item_get_named (kring_map_get_item (fixture->map, fixture->dex), "pinned");

  return pinned != NULL && g_variant_get_boolean (pinned);
}

/* The buttons at its foot do what they say with what is shown, and say what they would do next. */
static void
test_foot (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = show_inspector (fixture, fixture->dex);

  g_assert_null (seek (GTK_WIDGET (inspector), is_labelled, "Reverse direction"));
  press (inspector, "Pin in place");
  g_assert_true (is_pinned (fixture));
  press (inspector, "Let go");
  g_assert_false (is_pinned (fixture));
  press (inspector, "Put at the centre");
  g_assert_true (
      kring_map_is_centre (fixture->map, kring_map_get_item (fixture->map, fixture->dex)));
  kring_edit_set_one (fixture->editor, fixture->tie, "direction", g_variant_new_string ("forward"),
                      NULL);
  fixture_select (fixture, fixture->tie);
  fixture_settle ();
  g_assert_null (seek (GTK_WIDGET (inspector), is_labelled, "Put at the centre"));
  press (inspector, "Reverse direction");
  g_assert_cmpstr (fixture_get (fixture, fixture->tie, "direction"), ==, "backward");
  press (inspector, "Delete");
  g_assert_null (kring_map_get_item (fixture->map, fixture->tie));
  g_assert_true (g_str_has_suffix (fixture->told, "deleted"));
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/inspector-clicks/foot", test_foot);
  FIXTURE_TEST ("/inspector-clicks/members", test_members);
  FIXTURE_TEST ("/inspector-clicks/chosen", test_chosen);
  FIXTURE_TEST ("/inspector-clicks/day", test_day);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
