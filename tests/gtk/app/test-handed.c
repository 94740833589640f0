/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is handed on: a map of its own, codes with their key, and what is refused. */
#include "dialogs.h"
#include "fixture.h"
#include "seek.h"

#include "gtk/app/kring-window-private.h"
#include "gtk/sharing/kring-export-dialog.h"
#include "gtk/sharing/kring-form-group.h"
#include "gtk/sharing/kring-made.h"
#include "gtk/sharing/kring-reader-group.h"
#include "map/edit/kring-commands.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path; /* of the map */
  GFile *place;
  KringWindow *window;
  KringExportDialog *dialog;
  KringMade *made; /* (nullable): what was announced */
} Fixture;

static gboolean
has_no_window (gpointer type)
{
  return !dialogs_has_window (type);
}

static void
note_made_cb (KringExportDialog *dialog, KringMade *made, Fixture *self)
{
  self->made = kring_made_ref (made);
}

static void
ask (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.export", NULL);
  fixture_wait (dialogs_has_window, GSIZE_TO_POINTER (KRING_TYPE_EXPORT_DIALOG));
  self->dialog = KRING_EXPORT_DIALOG (dialogs_find_window (KRING_TYPE_EXPORT_DIALOG));
  g_signal_connect (self->dialog, "made", G_CALLBACK (note_made_cb), self);
}

/* Noor with her mother, and Dexter, who is for the police. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  KringEditor *editor;
  KringItem *dex;

  self->folder = g_dir_make_tmp ("kring-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "casus.kring", NULL);
  self->place = g_file_new_for_path (self->folder);
  file = g_file_new_for_path (self->path);
  self->window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  gtk_window_present (GTK_WINDOW (self->window));
  kring_window_begin (self->window);
  editor = kring_document_get_editor (self->window->document);
  kring_edit_add_centre (editor, "Noor van Vliet", KRING_POINT_INIT (0, 0));
  kring_edit_add (editor, KRING_KIND_PERSON, "Ilse Bakker", KRING_POINT_INIT (-90, 0));
  dex = kring_edit_add (editor, KRING_KIND_PERSON, "Dexter", KRING_POINT_INIT (90, 0));
  kring_edit_set_one (editor, kring_item_get_id (dex), "audience", g_variant_new_string ("police"),
                      NULL);
  kring_document_save (self->window->document, file, KRING_SAVE_NORMAL, NULL, &error);
  g_assert_no_error (error);
  ask (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_clear_pointer (&self->made, kring_made_unref);
  g_object_unref (self->place);
  g_free (self->path);
  g_free (self->folder);
}

/* How many files there are beside the map. */
static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n - 1;
}

static void
choose (Fixture *self, GType group, const char *row, guint choice)
{
  GtkWidget *widget = seek_type (GTK_WIDGET (self->dialog), group);

  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_template_child (widget, group, row)),
                              choice);
  fixture_settle ();
}

static gboolean
is_in_folder (gpointer data)
{
  GtkWindow *chooser = dialogs_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_autoptr (GFile) folder =
      chooser != NULL ? gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser)) : NULL;

  return folder != NULL && g_file_equal (folder, data);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
is_answered (gpointer data)
{
  return is_gone (data) || dialogs_has_window (GSIZE_TO_POINTER (GTK_TYPE_MESSAGE_DIALOG));
}

/* @name: (nullable): instead of what is proposed; a file of that name may be replaced */
static void
answer (Fixture *self, const char *name, int response)
{
  GtkWindow *chooser;

  fixture_wait (is_in_folder, self->place);
  chooser = dialogs_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_add_weak_pointer (G_OBJECT (chooser), (gpointer *) &chooser);
  gtk_dialog_response (GTK_DIALOG (chooser), response);
  fixture_wait (is_answered, (gpointer) &chooser);
  if (chooser != NULL)
    gtk_dialog_response (GTK_DIALOG (dialogs_find_window (GTK_TYPE_MESSAGE_DIALOG)),
                         GTK_RESPONSE_ACCEPT);
  fixture_wait (is_gone, (gpointer) &chooser);
}

static void
press_make (Fixture *self)
{
  g_signal_emit_by_name (self->dialog, "activate-default");
}

static gboolean
is_made (gpointer data)
{
  return ((Fixture *) data)->made != NULL;
}

/* (transfer full): all that is in @file. */
static char *
read_all (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_said (const char *heading)
{
  GtkWindow *message;

  fixture_wait (dialogs_has_window, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG));
  message = dialogs_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (message)), ==, heading);
  gtk_window_destroy (message);
  fixture_wait (has_no_window, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG));
}

/* A map opens like any other, and holds neither who stays behind nor ids of the fuller map; what is
 * announced knows it again. */
static void
test_map (Fixture *self, gconstpointer data)
{
  KringMap *map = kring_document_get_map (self->window->document);
  g_autoptr (KringDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *hash = NULL;

  choose (self, KRING_TYPE_FORM_GROUP, "format_row", KRING_SHARED_MAP);
  choose (self, KRING_TYPE_READER_GROUP, "reader_row", KRING_READER_CARE);
  press_make (self);
  answer (self, NULL, GTK_RESPONSE_ACCEPT);
  fixture_wait (is_made, self);
  g_assert_true (g_str_has_suffix (g_file_peek_path (self->made->file), ".kring"));
  text = read_all (self->made->file);
  g_assert_nonnull (strstr (text, "Noor van Vliet"));
  g_assert_null (strstr (text, "Dexter"));
  g_assert_null (strstr (text, kring_item_get_id (kring_map_get_centre (map))));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_assert_cmpstr (self->made->hashes[0], ==, hash);
  g_assert_null (self->made->hashes[1]);
  g_assert_cmpint (self->made->reader, ==, KRING_READER_CARE);
  g_assert_cmpint (self->made->names, ==, KRING_NAMES_FULL);
  g_assert_nonnull (self->made->number);
  g_assert_null (self->made->key);
  document = kring_document_open (self->made->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (kring_toasts_get_text (self->window->teller), "Map made"));
}

/* Without a place for the key nothing is made; with one the names are in it and nowhere else. */
static void
test_codes (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL, *key = NULL;

  choose (self, KRING_TYPE_FORM_GROUP, "format_row", KRING_SHARED_MAP);
  choose (self, KRING_TYPE_READER_GROUP, "names_row", KRING_NAMES_CODE);
  press_make (self);
  answer (self, "kopie.kring", GTK_RESPONSE_ACCEPT);
  answer (self, NULL, GTK_RESPONSE_CANCEL);
  g_assert_cmpuint (count_files (self), ==, 0);
  g_assert_false (is_made (self));

  press_make (self);
  answer (self, "kopie.kring", GTK_RESPONSE_ACCEPT);
  answer (self, NULL, GTK_RESPONSE_ACCEPT);
  fixture_wait (is_made, self);
  g_assert_cmpuint (count_files (self), ==, 2);
  text = read_all (self->made->file);
  key = read_all (self->made->key);
  g_assert_nonnull (strstr (text, "\"P1\""));
  g_assert_null (strstr (text, "Vliet"));
  g_assert_null (strstr (text, "Bakker"));
  g_assert_nonnull (strstr (key, "P1\tNoor van Vliet\n"));
  g_assert_cmpint (self->made->names, ==, KRING_NAMES_CODE);
  g_assert_nonnull (
      strstr (kring_toasts_get_text (self->window->teller), ", and the key of its codes in “"));
}

/* What is handed on holds less than the map, which is never written over. */
static void
test_over_map (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (g_file_get_contents (self->path, &before, NULL, NULL));
  choose (self, KRING_TYPE_FORM_GROUP, "format_row", KRING_SHARED_MAP);
  press_make (self);
  answer (self, "casus.kring", GTK_RESPONSE_ACCEPT);
  assert_said ("Choose another file");
  g_assert_true (g_file_get_contents (self->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_files (self), ==, 0);
}

/* A name that tells who stays behind is no name for what is handed on. */
static void
test_name (Fixture *self, gconstpointer data)
{
  choose (self, KRING_TYPE_READER_GROUP, "reader_row", KRING_READER_CARE);
  press_make (self);
  answer (self, "tip-van-dexter.pdf", GTK_RESPONSE_ACCEPT);
  assert_said ("Nothing was made");
  g_assert_cmpuint (count_files (self), ==, 0);
}

/* Where nobody is left for a reader, that is said before a place is asked for. */
static void
test_nobody (Fixture *self, gconstpointer data)
{
  KringEditor *editor = kring_document_get_editor (self->window->document);
  KringMap *map = kring_document_get_map (self->window->document);

  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    kring_edit_set_one (editor, kring_item_get_id (kring_map_get_nth (map, i)), "audience",
                        g_variant_new_string ("police"), NULL);
  choose (self, KRING_TYPE_READER_GROUP, "reader_row", KRING_READER_CARE);
  press_make (self);
  assert_said ("Nothing was made");
  g_assert_null (dialogs_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/handed/" name, Fixture, NULL, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("map", test_map);
  ADD ("codes", test_codes);
  ADD ("over-map", test_over_map);
  ADD ("name", test_name);
  ADD ("nobody", test_nobody);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
