/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spoken/kring-spoken.h"

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

/* What has the keyboard in a drop-down list says what was chosen. */
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

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  kring_spoken_watch ();
  g_test_add_func ("/spoken/mnemonic", test_mnemonic);
  g_test_add_func ("/spoken/menu", test_menu);
  g_test_add_func ("/spoken/expander", test_expander);
  return g_test_run ();
}
