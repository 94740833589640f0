/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the table: for whom, where it goes, and what is told of it. */
#include "dialogs.h"
#include "fixture.h"
#include "seek.h"

#include "gtk/app/kring-window-private.h"
#include "gtk/records/kring-copy-bar.h"
#include "gtk/sharing/kring-export-dialog.h"
#include "gtk/sharing/kring-last-reader.h"
#include "gtk/sharing/kring-left-list.h"
#include "gtk/sharing/kring-left-row.h"
#include "gtk/sharing/kring-made.h"
#include "gtk/sharing/kring-reader-group.h"
#include "gtk/sharing/kring-way-out.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-copies.h"

#include <glib/gstdio.h>

static void
assert_reader (GSettings *settings, KringDocument *document, KringReader expected)
{
  g_assert_cmpint (kring_last_reader_get (settings, kring_document_get_map (document)), ==,
                   expected);
}

static void
set_reader (GSettings *settings, KringDocument *document, KringReader audience)
{
  kring_last_reader_set (settings, kring_document_get_map (document), audience);
}

/* Each map has its own; one that was not seen here begins with what all may see. */
static void
test_last_reader (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  g_autoptr (KringDocument) noor = fixture_new_document ("Noor"),
                            other = fixture_new_document ("Noor");
  g_autoptr (KringDocument) empty = fixture_new_document (NULL);

  g_settings_reset (settings, KRING_LAST_READERS_KEY);
  assert_reader (settings, noor, KRING_READER_JOINT);
  set_reader (settings, noor, KRING_READER_POLICE);
  assert_reader (settings, noor, KRING_READER_POLICE);
  assert_reader (settings, other, KRING_READER_JOINT);
  set_reader (settings, other, KRING_READER_CARE);
  assert_reader (settings, noor, KRING_READER_POLICE);
  assert_reader (settings, other, KRING_READER_CARE);
  set_reader (settings, noor, KRING_READER_JOINT);
  assert_reader (settings, noor, KRING_READER_JOINT);

  set_reader (settings, empty, KRING_READER_POLICE);
  assert_reader (settings, empty, KRING_READER_JOINT);
}

/* The map as it was saved and opened again, by whatever name, is the same; about somebody else it
 * is another. */
static void
test_same_map (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  g_autoptr (KringDocument) document = fixture_new_document ("Mother"), again = NULL;
  g_autofree char *folder = g_dir_make_tmp ("kring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.kring", NULL);
  g_autofree char *elsewhere = g_build_filename (folder, "b.kring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), moved = g_file_new_for_path (elsewhere);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *text = NULL, *saved = NULL;

  set_reader (settings, document, KRING_READER_POLICE);
  kring_document_save (document, file, KRING_SAVE_NORMAL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_null (strstr (saved, "police"));
  g_assert_cmpint (g_rename (path, elsewhere), ==, 0);
  again = kring_document_open (moved, NULL, &error);
  g_assert_no_error (error);
  assert_reader (settings, again, KRING_READER_POLICE);

  kept = g_settings_get_value (settings, KRING_LAST_READERS_KEY);
  text = g_variant_print (kept, FALSE);
  for (guint i = 0; i < kring_map_get_n_items (kring_document_get_map (again)); i++)
    {
      KringItem *item = kring_map_get_nth (kring_document_get_map (again), i);

      if (!kring_item_is (item, KRING_KIND_CASE))
        g_assert_null (strstr (text, kring_item_get_id (item)));
    }
  kring_edit_add_centre (kring_document_get_editor (again), "Noor", KRING_POINT_INIT (90, 0));
  assert_reader (settings, again, KRING_READER_JOINT);
  g_unlink (elsewhere);
  g_rmdir (folder);
}

/* The oldest make room; what nobody understands means all at the table. */
static void
test_bounded (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  g_autoptr (KringDocument) first = fixture_new_document ("First"), last = NULL;
  g_autoptr (GVariant) kept = NULL;
  GVariantBuilder damaged;
  const char *key;

  set_reader (settings, first, KRING_READER_CARE);
  for (guint i = 0; i < KRING_LAST_READERS_MAX; i++)
    {
      g_clear_object (&last);
      last = fixture_new_document ("Another");
      set_reader (settings, last, KRING_READER_POLICE);
    }
  kept = g_settings_get_value (settings, KRING_LAST_READERS_KEY);
  g_assert_cmpuint (g_variant_n_children (kept), ==, KRING_LAST_READERS_MAX);
  assert_reader (settings, last, KRING_READER_POLICE);
  assert_reader (settings, first, KRING_READER_JOINT);

  g_variant_get_child (kept, 0, "(&s&s)", &key, NULL);
  for (guint i = 0; i < 4; i++)
    {
      const char *const names[] = { "none", "", "POLICE", "everybody" };

      g_variant_builder_init (&damaged, G_VARIANT_TYPE ("a(ss)"));
      g_variant_builder_add (&damaged, "(ss)", key, names[i]);
      g_settings_set_value (settings, KRING_LAST_READERS_KEY, g_variant_builder_end (&damaged));
      assert_reader (settings, last, KRING_READER_JOINT);
    }
  g_settings_reset (settings, KRING_LAST_READERS_KEY);
}

/* (transfer full): what is told of that many files of that form. */
static char *
dup_told (GFile *file, KringSharedForm form, guint n_files)
{
  g_autoptr (KringMade) made = kring_made_new ();

  made->file = g_object_ref (file);
  made->form = form;
  made->n_files = n_files;
  return kring_made_dup_text (made);
}

static char *
dup_opened (GFile *file, guint n_files)
{
  g_autoptr (KringMade) made = kring_made_new ();

  made->file = g_object_ref (file);
  made->n_files = n_files;
  return kring_made_dup_uri (made);
}

static void
test_told (void)
{
  g_autofree char *folder = g_dir_make_tmp ("Sheets XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *passed =
      g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b", "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), hidden = g_file_new_for_path (passed);
  g_autofree char *pdf = dup_told (file, KRING_EXPORT_PDF, 1),
                  *one = dup_told (file, KRING_EXPORT_PNG, 1);
  g_autofree char *many = dup_told (file, KRING_EXPORT_PNG, 3),
                  *sandbox = dup_told (hidden, KRING_EXPORT_PDF, 1),
                  *map = dup_told (hidden, KRING_SHARED_MAP, 1);
  g_autofree char *uri = dup_opened (file, 1), *folder_uri = dup_opened (file, 3);

  g_assert_true (g_str_has_prefix (pdf, "PDF made in “Sheets "));
  g_assert_nonnull (strstr (pdf, name));
  g_assert_true (g_str_has_prefix (one, "Picture made in “"));
  g_assert_true (g_str_has_prefix (many, "3 pictures made in “"));
  g_assert_cmpstr (sandbox, ==, "PDF made");
  g_assert_cmpstr (map, ==, "Map made, read back and searched");
  g_assert_true (g_str_has_suffix (uri, "/a.pdf"));
  g_assert_false (g_str_has_suffix (folder_uri, ".pdf"));
  g_rmdir (folder);
}

static GtkWindow *
await_window (GType type)
{
  fixture_wait (dialogs_has_window, GSIZE_TO_POINTER (type));
  return dialogs_find_window (type);
}

static gboolean
has_told (gpointer window)
{
  return kring_toasts_get_text (KRING_WINDOW (window)->teller) != NULL;
}

/* (transfer none): a window with a map that lies in @path. */
static KringWindow *
open_map (const char *path)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  gtk_window_present (GTK_WINDOW (window));
  kring_window_begin (window);
  kring_edit_add_centre (kring_document_get_editor (window->document), "Noor",
                         KRING_POINT_INIT (0, 0));
  kring_document_save (window->document, file, KRING_SAVE_NORMAL, NULL, &error);
  g_assert_no_error (error);
  fixture_settle ();
  return window;
}

static KringExportDialog *
ask_for_sheet (KringWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL));
  return KRING_EXPORT_DIALOG (await_window (KRING_TYPE_EXPORT_DIALOG));
}

static void
assert_audience (KringExportDialog *dialog, KringReader expected)
{
  KringShareRule rule;

  kring_reader_group_get_rule (
      KRING_READER_GROUP (seek_type (GTK_WIDGET (dialog), KRING_TYPE_READER_GROUP)), &rule);
  g_assert_cmpint (rule.reader, ==, expected);
}

static gboolean
is_in_folder (gpointer data)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (
      GTK_FILE_CHOOSER (dialogs_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)));

  return folder != NULL && g_file_equal (folder, data);
}

/* Who gets it is asked, and with it stands which file that was. */
static void
assert_noted (KringWindow *window, const char *path)
{
  KringCopyBar *bar = KRING_COPY_BAR (kring_record_cards_get_copy_bar (window->record_cards));
  KringMap *map = kring_document_get_map (window->document);
  g_autofree char *bytes = NULL, *hash = NULL;
  KringItem *copy;
  gsize n;

  g_assert_true (kring_copy_bar_get_asking (bar));
  kring_copy_bar_note (bar);
  copy = kring_copies_find_last (map, KRING_READER_POLICE);
  g_assert_nonnull (copy);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, n);
  g_assert_cmpstr (kring_item_get_text (copy, KRING_F_HASH), ==, hash);
  /* A sheet has no ids that could come back. */
  g_assert_null (kring_item_get_text (copy, KRING_F_SHARE_NUMBER));
}

/* From the dialog to the toast: the place beside the map, a name that says for whom, where it is
 * now; and the next time the same reader, once a sheet was made and not before. */
static void
test_made (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "casus.kring", NULL), *name = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  KringWindow *window = open_map (path);
  KringExportDialog *dialog = ask_for_sheet (window);
  GtkWindow *chooser;

  g_settings_reset (window->settings, KRING_LAST_READERS_KEY);
  assert_audience (dialog, KRING_READER_JOINT);
  kring_export_dialog_set_reader (dialog, KRING_READER_POLICE);
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = ask_for_sheet (window);
  assert_audience (dialog, KRING_READER_JOINT);

  kring_export_dialog_set_reader (dialog, KRING_READER_POLICE);
  g_signal_emit_by_name (dialog, "activate-default");
  chooser = await_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  fixture_wait (is_in_folder, place);
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (chooser));
  g_assert_true (g_str_has_prefix (name, "casus-for-police-20"));
  g_assert_true (g_str_has_suffix (name, ".pdf"));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  fixture_wait (has_told, window);
  g_assert_true (g_str_has_prefix (kring_toasts_get_text (window->teller), "PDF made in “kring-"));
  made = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_test (made, G_FILE_TEST_IS_REGULAR));
  assert_noted (window, made);

  fixture_settle ();
  dialog = ask_for_sheet (window);
  assert_audience (dialog, KRING_READER_POLICE);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_settings_reset (window->settings, KRING_LAST_READERS_KEY);
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (made);
  g_unlink (path);
  g_rmdir (folder);
}

static void
find_open (GtkWidget *widget, gpointer data)
{
  GtkWidget **found = data;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.open-made") == 0)
    *found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_open (child, found);
}

static gboolean
is_seen (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
is_not_seen (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

/* Names that are too small are told with the figure, and a button that helps. */
static void
test_small_names (void)
{
  g_autoptr (KringDocument) document = fixture_new_document ("Far");
  GtkWindow *dialog;
  GtkWidget *way, *label, *button;

  for (guint i = 0; i < 96; i++)
    kring_edit_add (kring_document_get_editor (document), KRING_KIND_PERSON, "Mustafa P.",
                    KRING_POINT_INIT (3300 - i % 16 * 100, i / 16 * 110));
  dialog = kring_export_dialog_new (NULL, kring_document_get_map (document), 0);
  way = seek_type (GTK_WIDGET (dialog), KRING_TYPE_WAY_OUT);
  gtk_window_present (dialog);
  fixture_wait (is_seen, way);
  label = seek_type (way, GTK_TYPE_LABEL);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "The smallest name is "));
  button = seek_type (way, GTK_TYPE_BUTTON);
  g_assert_true (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (button)), "_Divide Over "));
  g_signal_emit_by_name (button, "clicked");
  fixture_wait (is_not_seen, way);
  gtk_window_destroy (dialog);
}

/* The first question has the focus, so that Enter makes at once. */
static void
test_focus (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  GtkWindow *dialog = kring_export_dialog_new (NULL, map, 0);
  GtkWidget *readers = seek_type (GTK_WIDGET (dialog), KRING_TYPE_READER_GROUP), *focus;

  gtk_window_present (dialog);
  fixture_settle ();
  focus = gtk_window_get_focus (dialog);
  g_assert_true (ADW_IS_COMBO_ROW (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, readers));
  gtk_window_destroy (dialog);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

/* The row of the list with that label is called so by a screen reader. */
static void
assert_read_aloud (KringExportDialog *dialog, const char *label, const char *name)
{
  GtkWidget *row =
      gtk_widget_get_ancestor (seek (GTK_WIDGET (dialog), is_label, label), KRING_TYPE_LEFT_ROW);

  gtk_test_accessible_assert_property (gtk_widget_get_parent (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static gboolean
has_dex (gpointer dialog)
{
  return seek (dialog, is_label, "Dex") != NULL;
}

static gboolean
is_hidden (gpointer dialog)
{
  return !gtk_widget_get_visible (dialog);
}

/* What stays behind is told by reason, and each item leads to itself on the map; sharing then goes on
 * where it was, about the map as it is by then. */
static void
test_left_behind (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "casus.kring", NULL);
  KringWindow *window = open_map (path);
  KringEditor *editor = kring_document_get_editor (window->document);
  KringItem *dex = kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (90, 0));
  KringExportDialog *dialog;
  GtkWidget *list;

  g_assert_true (kring_edit_set_one (editor, kring_item_get_id (dex), "audience",
                                     g_variant_new_string ("none"), NULL));
  dialog = ask_for_sheet (window);
  kring_export_dialog_set_reader (dialog, KRING_READER_POLICE);
  fixture_settle ();
  fixture_wait (has_dex, GTK_WIDGET (dialog));
  g_assert_nonnull (seek (GTK_WIDGET (dialog), is_label, "1 item stays behind"));
  g_assert_nonnull (seek (GTK_WIDGET (dialog), is_label, "Marked as not in exports"));
  list = seek_type (seek_type (GTK_WIDGET (dialog), KRING_TYPE_LEFT_LIST), GTK_TYPE_LIST_VIEW);
  assert_read_aloud (dialog, "Marked as not in exports", "Marked as not in exports: 1 item");
  assert_read_aloud (dialog, "Dex", "Dex. Marked as not in exports");

  /* A reason folds; an item leads to itself. */
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_signal_emit_by_name (list, "activate", 0);
  g_signal_emit_by_name (list, "activate", 1);
  fixture_wait (is_hidden, dialog);
  g_assert_true (kring_selection_get_single (kring_session_get_selection (window->session)) == dex);

  kring_edit_set_one (editor, kring_item_get_id (dex), "audience", NULL, NULL);
  g_assert_true (ask_for_sheet (window) == dialog);
  assert_audience (dialog, KRING_READER_POLICE);
  fixture_settle ();
  g_assert_nonnull (seek (GTK_WIDGET (dialog), is_label, "Names"));
  g_assert_null (seek (GTK_WIDGET (dialog), is_label, "1 item stays behind"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
  g_rmdir (folder);
}

/* A map that is called after who stays behind does not lend its name to the sheet. */
static void
test_name_of_map (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tip-van-hassan.kring", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  KringWindow *window = open_map (path);
  KringEditor *editor = kring_document_get_editor (window->document);
  KringItem *hassan =
      kring_edit_add (editor, KRING_KIND_PERSON, "Hassan B.", KRING_POINT_INIT (90, 0));

  for (guint i = 0; i < 2; i++)
    {
      KringExportDialog *dialog = ask_for_sheet (window);
      GtkWindow *chooser;
      g_autofree char *name = NULL;

      g_signal_emit_by_name (dialog, "activate-default");
      chooser = await_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
      fixture_wait (is_in_folder, place);
      name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (chooser));
      g_assert_cmpint (strstr (name, "hassan") != NULL, ==, i == 0);
      gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
      gtk_window_destroy (GTK_WINDOW (dialog));
      fixture_settle ();
      kring_edit_set_one (editor, kring_item_get_id (hassan), "audience",
                          g_variant_new_string ("police"), NULL);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
  g_rmdir (folder);
}

/* A button that opens what was made, and goes with the next message. */
static void
test_open (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  GtkWidget *button = NULL;

  gtk_window_present (GTK_WINDOW (window));
  kring_toasts_offer_open (window->teller, "PDF made", "file:///tmp/a.pdf");
  kring_toasts_end_offer (window->teller);
  fixture_settle ();
  find_open (GTK_WIDGET (window), &button);
  g_assert_nonnull (button);
  g_assert_cmpstr (kring_toasts_get_uri (window->teller), ==, "file:///tmp/a.pdf");
  kring_toasts_offer_undo (window->teller, "Kay deleted");
  button = NULL;
  find_open (GTK_WIDGET (window), &button);
  g_assert_null (button);
  g_assert_null (kring_toasts_get_uri (window->teller));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/sheets/last-reader", test_last_reader);
  g_test_add_func ("/ui/sheets/same-map", test_same_map);
  g_test_add_func ("/ui/sheets/bounded", test_bounded);
  g_test_add_func ("/ui/sheets/told", test_told);
  g_test_add_func ("/ui/sheets/small-names", test_small_names);
  g_test_add_func ("/ui/sheets/focus", test_focus);
  g_test_add_func ("/ui/sheets/left-behind", test_left_behind);
  g_test_add_func ("/ui/sheets/name-of-map", test_name_of_map);
  g_test_add_func ("/ui/sheets/open", test_open);
  g_test_add_func ("/ui/sheets/made", test_made);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
