/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For whom a sheet is: how people are called on it, what goes along, and what becomes of texts. */
#include "fixture.h"
#include "seek.h"

#include "gtk/sharing/kring-export-dialog.h"
#include "gtk/sharing/kring-left-line.h"
#include "gtk/sharing/kring-reader-group.h"
#include "gtk/sharing/kring-text-page.h"
#include "gtk/sharing/kring-text-row.h"
#include "map/edit/kring-commands.h"

static GtkWidget *
get_child (GtkWidget *widget, GType type, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, type, name));
}

static GtkDropDown *
get_menu_for_all (GtkWidget *dialog)
{
  return GTK_DROP_DOWN (
      get_child (seek_type (dialog, KRING_TYPE_TEXT_PAGE), KRING_TYPE_TEXT_PAGE, "all_menu"));
}

static guint
count_settled (GtkWidget *dialog)
{
  return g_hash_table_size (
      kring_text_page_get_settled (KRING_TEXT_PAGE (seek_type (dialog, KRING_TYPE_TEXT_PAGE))));
}

/* Kay, of whom two texts name Dex, who is in no export. */
static KringItem *
add_kay_and_dex (KringEditor *editor)
{
  KringItem *dex = kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (90, 0));
  KringItem *kay = kring_edit_add (editor, KRING_KIND_PERSON, "Kay", KRING_POINT_INIT (0, 90));

  kring_edit_set_one (editor, kring_item_get_id (dex), "audience", g_variant_new_string ("none"),
                      NULL);
  kring_edit_type (editor, kring_item_get_id (kay), "notes", "Ziek. Dex belde <b>om 9</b>.", NULL);
  kring_edit_type (editor, kring_item_get_id (kay), "role", "kent Dex", NULL);
  return kay;
}

static GtkWindow *
open_dialog (KringDocument *document)
{
  GtkWindow *dialog = kring_export_dialog_new (NULL, kring_document_get_map (document), 0);

  gtk_window_present (dialog);
  fixture_settle ();
  return dialog;
}

static KringReaderGroup *
get_readers (GtkWindow *dialog)
{
  return KRING_READER_GROUP (seek_type (GTK_WIDGET (dialog), KRING_TYPE_READER_GROUP));
}

/* The row that leads to the texts that tell a name; what it says. */
static const char *
get_told (GtkWindow *dialog)
{
  GtkWidget *row =
      get_child (GTK_WIDGET (get_readers (dialog)), KRING_TYPE_READER_GROUP, "texts_row");

  return gtk_widget_get_visible (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

/* Goes there by that row. */
static void
open_texts (GtkWindow *dialog)
{
  g_signal_emit_by_name (
      get_child (GTK_WIDGET (get_readers (dialog)), KRING_TYPE_READER_GROUP, "texts_row"),
      "activated");
  fixture_settle ();
}

/* What becomes of texts is asked anew for each reader; one choice is enough for all. */
static void
test_settled_anew (void)
{
  g_autoptr (KringDocument) document = fixture_new_document ("Noor");
  GtkWindow *dialog;

  add_kay_and_dex (kring_document_get_editor (document));
  dialog = open_dialog (document);
  g_assert_cmpstr (get_told (dialog), ==, "2 left out");
  open_texts (dialog);
  gtk_drop_down_set_selected (get_menu_for_all (GTK_WIDGET (dialog)), KRING_SETTLE_KEEP);
  fixture_settle ();
  g_assert_cmpstr (get_told (dialog), ==, "2 as it is");
  g_assert_cmpuint (count_settled (GTK_WIDGET (dialog)), ==, 2);
  kring_reader_group_set_reader (get_readers (dialog), KRING_READER_CARE);
  fixture_settle ();
  g_assert_cmpstr (get_told (dialog), ==, "2 left out");
  g_assert_cmpuint (count_settled (GTK_WIDGET (dialog)), ==, 0);
  gtk_window_destroy (dialog);
}

static gboolean
is_menu_of_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_DROP_DOWN (widget) && gtk_widget_get_ancestor (widget, KRING_TYPE_TEXT_ROW) != NULL;
}

/* The sentence of a text as it is set. */
static gboolean
is_sentence (GtkWidget *widget, gconstpointer markup)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), markup) == 0;
}

static gboolean
has_text (gpointer dialog)
{
  return seek (dialog, is_menu_of_text, NULL) != NULL;
}

/* Each text by itself, in its sentence with the name set off; the picture follows, and the row with
 * the keyboard in it stays. */
static void
test_settled_each (void)
{
  g_autoptr (KringDocument) document = fixture_new_document ("Noor");
  KringMap *map = kring_document_get_map (document);
  KringItem *kay = add_kay_and_dex (kring_document_get_editor (document));
  GtkWindow *dialog = open_dialog (document);
  KringTextPage *page = KRING_TEXT_PAGE (seek_type (GTK_WIDGET (dialog), KRING_TYPE_TEXT_PAGE));
  KringShareRule rule = { KRING_READER_JOINT };
  g_autoptr (KringMap) copy = NULL;
  GtkWidget *menu;

  open_texts (dialog);
  fixture_wait (has_text, GTK_WIDGET (dialog));
  g_assert_nonnull (seek (GTK_WIDGET (dialog), is_sentence, "kent <b><u>Dex</u></b>"));
  g_assert_nonnull (
      seek (GTK_WIDGET (dialog), is_sentence, "<b><u>Dex</u></b> belde &lt;b&gt;om 9&lt;/b&gt;."));
  menu = seek (GTK_WIDGET (dialog), is_menu_of_text, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (menu)), ==,
                    KRING_SETTLE_LEAVE - KRING_SETTLE_KEEP);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), KRING_SETTLE_REPLACE - KRING_SETTLE_KEEP);
  fixture_settle ();
  g_assert_true (seek (GTK_WIDGET (dialog), is_menu_of_text, NULL) == menu);
  g_assert_cmpstr (get_told (dialog), ==, "1 left out, 1 with the name replaced");
  g_assert_cmpuint (gtk_drop_down_get_selected (get_menu_for_all (GTK_WIDGET (dialog))), ==, 0);
  rule.settled = kring_text_page_get_settled (page);
  copy = kring_share_dup_part (map, &rule, NULL);
  kay = kring_map_get_item (copy, kring_item_get_id (kay));
  g_assert_cmpstr (kring_item_get_text (kay, "role"), ==, "kent …");
  g_assert_null (kring_item_get_text (kay, "notes"));
  gtk_window_destroy (dialog);
}

/* Escape goes back to the choices, and the keyboard to where it came from; without texts there is no
 * page of them. */
static void
test_back (void)
{
  g_autoptr (KringDocument) document = fixture_new_document ("Noor");
  KringEditor *editor = kring_document_get_editor (document);
  KringItem *kay = add_kay_and_dex (editor);
  GtkWindow *dialog = open_dialog (document);
  GtkWidget *pages = get_child (GTK_WIDGET (dialog), KRING_TYPE_EXPORT_DIALOG, "pages");
  GtkWidget *texts = seek_type (GTK_WIDGET (dialog), KRING_TYPE_TEXT_PAGE);

  open_texts (dialog);
  g_assert_true (gtk_stack_get_visible_child (GTK_STACK (pages)) == texts);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (dialog), texts));
  g_signal_emit_by_name (texts, "back");
  g_assert_false (gtk_stack_get_visible_child (GTK_STACK (pages)) == texts);
  g_assert_true (ADW_IS_ACTION_ROW (gtk_window_get_focus (dialog)));
  open_texts (dialog);
  kring_edit_type (editor, kring_item_get_id (kay), "notes", "Ziek.", NULL);
  kring_edit_type (editor, kring_item_get_id (kay), "role", "vriend", NULL);
  kring_reader_group_set_reader (get_readers (dialog), KRING_READER_CARE);
  fixture_settle ();
  g_assert_false (gtk_stack_get_visible_child (GTK_STACK (pages)) == texts);
  g_assert_null (get_told (dialog));
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
  g_assert_null (get_told (dialog));
  adw_combo_row_set_selected (ADW_COMBO_ROW (names), KRING_NAMES_CODE);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (names)), ==,
                   "Their key gets a file of its own");
  adw_combo_row_set_selected (ADW_COMBO_ROW (names), KRING_NAMES_INITIALS);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (names)), ==, "");
  gtk_switch_set_active (GTK_SWITCH (tasks), FALSE);
  fixture_settle ();
  kring_reader_group_get_rule (readers, &rule);
  g_assert_cmpint (rule.names, ==, KRING_NAMES_INITIALS);
  g_assert_cmpint (rule.without, ==, KRING_PART_TASKS);
  g_assert_cmpstr (get_told (dialog), ==, "1 with the name replaced");
  adw_combo_row_set_selected (ADW_COMBO_ROW (names), KRING_NAMES_FULL);
  kring_reader_group_set_reader (readers, KRING_READER_MUNICIPALITY);
  g_assert_false (gtk_widget_get_sensitive (remarks));
  adw_combo_row_set_selected (ADW_COMBO_ROW (names), KRING_NAMES_FULL);
  kring_reader_group_get_rule (readers, &rule);
  g_assert_cmpint (rule.reader, ==, KRING_READER_MUNICIPALITY);
  g_assert_cmpint (rule.names, ==, KRING_NAMES_INITIALS);
  gtk_window_destroy (dialog);
}

/* A field that is not for the reader stands among what stays behind, under its reason. */
static void
test_held_field (void)
{
  const KringShareRule rule = { .reader = KRING_READER_POLICE };
  g_autoptr (KringDocument) document = fixture_new_document ("Noor");
  KringEditor *editor = kring_document_get_editor (document);
  KringItem *phone = kring_edit_add (editor, KRING_KIND_PHONE, "Tel", KRING_POINT_INIT (90, 0));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) copy = NULL;
  g_autoptr (GListStore) reasons = NULL;
  g_autoptr (KringLeftLine) reason = NULL, line = NULL;

  kring_edit_type (editor, kring_item_get_id (phone), "number", "06-12345678", NULL);
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (phone));
  kring_edit_set_field_audience (editor, ids, "number", KRING_AUDIENCE_CARE);
  copy = kring_share_dup_part (kring_document_get_map (document), &rule, &report);
  reasons = kring_left_line_new_all (kring_document_get_map (document), report);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (reasons)), ==, 1);
  reason = g_list_model_get_item (G_LIST_MODEL (reasons), 0);
  g_assert_cmpint (kring_left_line_get_reason (reason), ==, KRING_LEFT_CARE_ONLY);
  line = g_list_model_get_item (kring_left_line_get_items (reason), 0);
  g_assert_cmpstr (kring_left_line_get_title (line), ==, "Tel, Number");
  g_assert_cmpstr (kring_left_line_get_id (line), ==, kring_item_get_id (phone));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/readers/settled-anew", test_settled_anew);
  g_test_add_func ("/ui/readers/settled-each", test_settled_each);
  g_test_add_func ("/ui/readers/back", test_back);
  g_test_add_func ("/ui/readers/names-and-parts", test_names_and_parts);
  g_test_add_func ("/ui/readers/held-field", test_held_field);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
