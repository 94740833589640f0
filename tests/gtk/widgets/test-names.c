/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-spoken.h"

#include <adwaita.h>

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static gboolean
has_label (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* The letter that is its key is no part of the name of a button, also when the words change. */
static void
test_mnemonic (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic ("_Done");
  GtkWidget *window = show (button);

  g_assert_false (has_label (button));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_button_set_label (GTK_BUTTON (button), "_Stop");
  g_assert_false (has_label (button));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_part (GtkWidget *widget, const char *type)
{
  GtkWidget *found = NULL, *child = gtk_widget_get_first_child (widget);

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (; child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_part (child, type);
  return found;
}

/* The cross of a notification and that of a bar. */
static void
test_crosses (void)
{
  GtkWidget *overlay = adw_toast_overlay_new (), *bar = gtk_info_bar_new (), *cross;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *window = show (box);

  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (bar), TRUE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new ("Saved"));
  settle ();
  /* The first button of a notification is what it offers to do, which is not seen here. */
  cross = gtk_widget_get_last_child (find_part (overlay, "AdwToastWidget"));
  gtk_test_accessible_assert_property (cross, GTK_ACCESSIBLE_PROPERTY_LABEL, "Close This Message");
  cross = find_part (bar, "GtkButton");
  gtk_test_accessible_assert_property (cross, GTK_ACCESSIBLE_PROPERTY_LABEL, "Close This Message");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What has the keyboard in a drop-down list says what was chosen, and what it opens has a name. */
static void
test_menu (void)
{
  const char *const words[] = { "By date", "By item", NULL };
  GtkWidget *menu = gtk_drop_down_new_from_strings (words);
  GtkWidget *window = show (menu), *button = gtk_widget_get_first_child (menu);

  kring_spoken_name_menu (GTK_DROP_DOWN (menu), "Order");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Order: By date");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), 1);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Order: By item");
  gtk_test_accessible_assert_property (find_part (menu, "GtkListView"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Order");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A row that opens has a name, in plain words. */
static void
test_expander (void)
{
  GtkWidget *row = adw_expander_row_new (), *list = gtk_list_box_new (), *window;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Dex &amp; Kay");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = show (list);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Dex & Kay");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Noor");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Noor");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The arrows above the days have names, and the calendar tells its day. */
static void
test_calendar (void)
{
  const char *const names[] = { "Month before", "Next month", "Year before", "Next year" };
  GtkWidget *calendar = gtk_calendar_new (), *window = show (calendar);
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (calendar));
  guint n = 0;

  kring_spoken_name_calendar (GTK_CALENDAR (calendar), "12 Nov 2026");
  gtk_test_accessible_assert_property (calendar, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Calendar: 12 Nov 2026");
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      {
        gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, names[n]);
        n++;
      }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (names));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each arrow goes where its name says. */
static void
test_calendar_arrows (void)
{
  g_autoptr (GDateTime) may = g_date_time_new_utc (2026, 5, 1, 12, 0, 0);
  const char *const after[] = { "2026-04", "2026-06", "2025-05", "2027-05" };
  GtkWidget *calendar = gtk_calendar_new (), *window = show (calendar);
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (calendar));
  guint n = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      {
        g_autoptr (GDateTime) then = NULL;
        g_autofree char *month = NULL;

        gtk_calendar_select_day (GTK_CALENDAR (calendar), may);
        g_signal_emit_by_name (child, "clicked");
        then = gtk_calendar_get_date (GTK_CALENDAR (calendar));
        month = g_date_time_format (then, "%Y-%m");
        g_assert_cmpstr (month, ==, after[n++]);
      }
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_hint (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) hint = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, hint, &shown);
  return shown;
}

/* The hint of a button would lie on the first row of the card that it opened. */
static void
check_hint (GtkWidget *button, GtkWidget *popover)
{
  g_assert_true (has_hint (button));
  gtk_popover_popup (GTK_POPOVER (popover));
  settle ();
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_false (has_hint (button));
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle ();
  g_assert_false (gtk_widget_get_mapped (popover));
  g_assert_true (has_hint (button));
}

static void
test_hint_of_menu (void)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new (), *window;

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, "Filters");
  window = show (button);
  check_hint (button, popover);
  check_hint (button, popover);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A card that hangs on a button which does something else as well. */
static void
test_hint_of_button (void)
{
  GtkWidget *button = gtk_button_new (), *popover = gtk_popover_new (), *window;

  gtk_widget_set_tooltip_text (button, "Thing");
  gtk_widget_set_parent (popover, button);
  window = show (button);
  check_hint (button, popover);
  gtk_widget_unparent (popover);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  kring_spoken_watch ();
  g_test_add_func ("/spoken/mnemonic", test_mnemonic);
  g_test_add_func ("/spoken/crosses", test_crosses);
  g_test_add_func ("/spoken/menu", test_menu);
  g_test_add_func ("/spoken/expander", test_expander);
  g_test_add_func ("/spoken/calendar", test_calendar);
  g_test_add_func ("/spoken/calendar-arrows", test_calendar_arrows);
  g_test_add_func ("/spoken/hint-of-menu", test_hint_of_menu);
  g_test_add_func ("/spoken/hint-of-button", test_hint_of_button);
  return g_test_run ();
}
