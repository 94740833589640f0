/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For whom a sheet is: how people are called on it, what goes along, and what becomes of texts. */
#include "fixture.h"
#include "seek.h"

#include "gtk/sharing/kring-export-dialog.h"
#include "gtk/sharing/kring-reader-group.h"
#include "map/edit/kring-commands.h"

/* The switch of a row that is no other kind of row. */
static gboolean
is_switch_of_row (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SWITCH (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) == NULL;
}

/* Whether texts may name what stays behind is asked anew for each reader. */
static void
test_settled_anew (void)
{
  g_autoptr (KringDocument) document = fixture_new_document ("Noor");
  KringEditor *editor = kring_document_get_editor (document);
  KringItem *dex = kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (90, 0));
  GtkWindow *dialog;
  KringReaderGroup *readers;
  KringShareRule rule;

  kring_edit_set_one (editor, kring_item_get_id (dex), "audience", g_variant_new_string ("none"),
                      NULL);
  dialog = kring_export_dialog_new (NULL, kring_document_get_map (document), 0);
  readers = KRING_READER_GROUP (seek_type (GTK_WIDGET (dialog), KRING_TYPE_READER_GROUP));
  kring_reader_group_set_reader (readers, KRING_READER_POLICE);
  gtk_switch_set_active (GTK_SWITCH (seek (GTK_WIDGET (readers), is_switch_of_row, NULL)), TRUE);
  kring_reader_group_get_rule (readers, &rule);
  g_assert_true (rule.keep_mentions);
  kring_reader_group_set_reader (readers, KRING_READER_JOINT);
  kring_reader_group_get_rule (readers, &rule);
  g_assert_cmpint (rule.reader, ==, KRING_READER_JOINT);
  g_assert_false (rule.keep_mentions);
  gtk_window_destroy (dialog);
}

static gboolean
is_switch_of_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SWITCH (widget) && g_object_get_data (G_OBJECT (widget), "kring-key") != NULL;
}

static gboolean
is_titled (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_EXPANDER_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

/* One text goes along and another does not; the row with the keyboard in it stays. */
static void
test_settled_each (void)
{
  g_autoptr (KringDocument) document = fixture_new_document ("Noor");
  KringEditor *editor = kring_document_get_editor (document);
  KringItem *dex = kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (90, 0));
  KringItem *kay = kring_edit_add (editor, KRING_KIND_PERSON, "Kay", KRING_POINT_INIT (0, 90));
  g_autoptr (KringMap) copy = NULL;
  KringReaderGroup *readers;
  KringShareRule rule = { KRING_READER_JOINT, NULL, FALSE };
  GtkWindow *dialog;
  GtkWidget *keeps;

  kring_edit_set_one (editor, kring_item_get_id (dex), "audience", g_variant_new_string ("none"),
                      NULL);
  kring_edit_type (editor, kring_item_get_id (kay), "notes", "Dex belde", NULL);
  kring_edit_type (editor, kring_item_get_id (kay), "role", "kent Dex", NULL);
  dialog = kring_export_dialog_new (NULL, kring_document_get_map (document), 0);
  gtk_window_present (dialog);
  fixture_settle ();
  readers = KRING_READER_GROUP (seek_type (GTK_WIDGET (dialog), KRING_TYPE_READER_GROUP));
  g_assert_nonnull (
      seek (GTK_WIDGET (readers), is_titled, "2 texts name what stays behind, and are left out"));
  keeps = seek (GTK_WIDGET (readers), is_switch_of_text, NULL);
  gtk_switch_set_active (GTK_SWITCH (keeps), TRUE);
  fixture_settle ();
  g_assert_true (seek (GTK_WIDGET (readers), is_switch_of_text, NULL) == keeps);
  g_assert_nonnull (
      seek (GTK_WIDGET (readers), is_titled, "2 texts name what stays behind, 1 goes along"));
  kring_reader_group_get_rule (readers, &rule);
  copy = kring_share_dup_part (kring_document_get_map (document), &rule, NULL);
  kay = kring_map_get_item (copy, kring_item_get_id (kay));
  g_assert_true ((kring_item_get_text (kay, "notes") == NULL) !=
                 (kring_item_get_text (kay, "role") == NULL));
  kring_reader_group_set_reader (readers, KRING_READER_CARE);
  fixture_settle ();
  g_assert_nonnull (
      seek (GTK_WIDGET (readers), is_titled, "2 texts name what stays behind, and are left out"));
  g_assert_false (
      gtk_switch_get_active (GTK_SWITCH (seek (GTK_WIDGET (readers), is_switch_of_text, NULL))));
  gtk_window_destroy (dialog);
}

static gboolean
is_combo_titled (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_COMBO_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

static gboolean
is_switch_of_part (GtkWidget *widget, gconstpointer data)
{
  GtkWidget *row =
      GTK_IS_SWITCH (widget) ? gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW) : NULL;

  return row != NULL &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), data) == 0;
}

static gboolean
is_seen (KringReaderGroup *readers, const char *title)
{
  GtkWidget *row = seek (GTK_WIDGET (readers), is_titled, title);

  return row != NULL && gtk_widget_get_visible (row);
}

/* How people are called and what goes along; nobody gets more than they may have. */
static void
test_names_and_parts (void)
{
  g_autoptr (KringDocument) document = fixture_new_document ("Noor van Vliet");
  KringEditor *editor = kring_document_get_editor (document);
  KringItem *kay = kring_edit_add (editor, KRING_KIND_PERSON, "Kay", KRING_POINT_INIT (0, 90));
  GtkWindow *dialog;
  KringReaderGroup *readers;
  KringShareRule rule = { KRING_READER_JOINT };
  GtkWidget *names, *remarks, *tasks;

  kring_edit_type (editor, kring_item_get_id (kay), "role", "kent Noor van Vliet", NULL);
  dialog = kring_export_dialog_new (NULL, kring_document_get_map (document), 0);
  gtk_window_present (dialog);
  fixture_settle ();
  readers = KRING_READER_GROUP (seek_type (GTK_WIDGET (dialog), KRING_TYPE_READER_GROUP));
  names = seek (GTK_WIDGET (readers), is_combo_titled, "Names");
  remarks = seek (GTK_WIDGET (readers), is_switch_of_part, "Remarks");
  tasks = seek (GTK_WIDGET (readers), is_switch_of_part, "Tasks");
  kring_reader_group_get_rule (readers, &rule);
  g_assert_cmpint (rule.names, ==, KRING_NAMES_FULL);
  g_assert_cmpint (rule.without, ==, 0);
  g_assert_false (is_seen (readers, "In 1 text a name is replaced"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (names), KRING_NAMES_INITIALS);
  gtk_switch_set_active (GTK_SWITCH (tasks), FALSE);
  fixture_settle ();
  kring_reader_group_get_rule (readers, &rule);
  g_assert_cmpint (rule.names, ==, KRING_NAMES_INITIALS);
  g_assert_cmpint (rule.without, ==, KRING_PART_TASKS);
  g_assert_true (is_seen (readers, "In 1 text a name is replaced"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (names), KRING_NAMES_FULL);
  kring_reader_group_set_reader (readers, KRING_READER_MUNICIPALITY);
  g_assert_false (gtk_widget_get_sensitive (remarks));
  adw_combo_row_set_selected (ADW_COMBO_ROW (names), KRING_NAMES_FULL);
  kring_reader_group_get_rule (readers, &rule);
  g_assert_cmpint (rule.reader, ==, KRING_READER_MUNICIPALITY);
  g_assert_cmpint (rule.names, ==, KRING_NAMES_INITIALS);
  gtk_window_destroy (dialog);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/readers/settled-anew", test_settled_anew);
  g_test_add_func ("/ui/readers/settled-each", test_settled_each);
  g_test_add_func ("/ui/readers/names-and-parts", test_names_and_parts);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
