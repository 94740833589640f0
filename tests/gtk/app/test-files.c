/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs.h"

#include "gtk/app/kring-window-private.h"
#include "gtk/saving/kring-file-bar.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* What somebody else made of the file. */
#define OTHER_MAP "{ \"kring\": 1, \"minor\": 0, \"case\": {} }"

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) in folder */
  GFile *file;  /* (owned) of path */
  KringWindow *window;
  KringDocument *document; /* of the window */
} Desk;

static void
add_person (Desk *desk, const char *name)
{
  kring_edit_add (kring_document_get_editor (desk->document), KRING_KIND_PERSON, name,
                  KRING_POINT_INIT (0, 0));
}

/* A window on a saved map that has changed since. */
static void
desk_set_up (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  desk->folder = g_dir_make_tmp ("kring-files-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "proef.kring", NULL);
  desk->file = g_file_new_for_path (desk->path);
  desk->window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  gtk_window_present (GTK_WINDOW (desk->window));
  kring_window_begin (desk->window);
  desk->document = kring_window_get_document (desk->window);
  add_person (desk, "Noor");
  g_assert_true (kring_document_save (desk->document, desk->file, KRING_SAVE_NORMAL, NULL, &error));
  g_assert_no_error (error);
  add_person (desk, "Dex");
  fixture_settle ();
}

static void
desk_clear (Desk *desk)
{
  g_unlink (desk->path);
  g_rmdir (desk->folder);
  g_object_unref (desk->file);
  g_free (desk->path);
  g_free (desk->folder);
}

static gboolean
is_saved (gpointer data)
{
  return !kring_document_get_modified (data) && !kring_document_get_busy (data);
}

static void
save (Desk *desk, const char *heading)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.save", NULL);
  fixture_wait (dialogs_is_asking, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialogs_find ()), ==, heading);
}

static void
assert_file (Desk *desk, const char *expected)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (desk->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static int
count_copies (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "kring", "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf st;

      g_assert_cmpint (g_stat (path, &st), ==, 0);
      g_assert_cmpint (st.st_mode & 0077, ==, 0);
      n += g_str_has_suffix (name, ".kring");
    }
  return n;
}

static void
test_changed (void)
{
  Desk desk;

  desk_set_up (&desk);
  g_assert_true (g_file_set_contents (desk.path, "van een ander", -1, NULL));
  save (&desk, "Someone else has changed this file");
  dialogs_answer ("cancel");
  assert_file (&desk, "van een ander");
  g_assert_true (kring_document_get_modified (desk.document));

  save (&desk, "Someone else has changed this file");
  dialogs_answer ("overwrite");
  fixture_wait (is_saved, desk.document);
  fixture_assert_finalised (GTK_WIDGET (desk.window));
  desk_clear (&desk);
}

static guint
count_windows (void)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture_get_application ()));
       l != NULL; l = l->next)
    n += KRING_IS_WINDOW (l->data);
  return n;
}

static GtkWidget *
get_in_bar (Desk *desk, const char *name)
{
  GtkWidget *bar = seek_type (GTK_WIDGET (desk->window), KRING_TYPE_FILE_BAR);

  return GTK_WIDGET (gtk_widget_get_template_child (bar, KRING_TYPE_FILE_BAR, name));
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

/* Somebody has been elsewhere, and looks at the window again. */
static void
come_back (Desk *desk)
{
  gtk_window_present (GTK_WINDOW (desk->window));
  fixture_wait (is_active, desk->window);
  g_object_notify (G_OBJECT (desk->window), "is-active");
}

static const char *
get_warning (Desk *desk)
{
  return gtk_label_get_text (GTK_LABEL (get_in_bar (desk, "changed_label")));
}

static gboolean
is_bar_seen (gpointer desk)
{
  return gtk_widget_get_visible (get_in_bar (desk, "changed_bar"));
}

static gboolean
is_bar_gone (gpointer desk)
{
  return !is_bar_seen (desk);
}

static gboolean
warns_gone (gpointer desk)
{
  return g_str_has_prefix (get_warning (desk), "The file is not there any more");
}

static gboolean
has_two_windows (gpointer data)
{
  return count_windows () == 2;
}

/* What somebody else did to the file is said when one comes back, and theirs can be laid beside it; a
 * file that is gone cannot, and when it is back as it was nothing is said. */
static void
test_elsewhere (void)
{
  g_autofree char *mine = NULL;
  Desk desk;

  desk_set_up (&desk);
  g_assert_true (g_file_get_contents (desk.path, &mine, NULL, NULL));
  come_back (&desk);
  fixture_settle ();
  g_assert_false (is_bar_seen (&desk));
  g_assert_true (g_file_set_contents (desk.path, OTHER_MAP, -1, NULL));
  come_back (&desk);
  fixture_wait (is_bar_seen, &desk);
  g_assert_true (g_str_has_prefix (get_warning (&desk), "Someone else has changed"));
  g_signal_emit_by_name (get_in_bar (&desk, "look_button"), "clicked");
  fixture_wait (has_two_windows, NULL);
  g_assert_false (is_bar_seen (&desk));
  g_assert_true (kring_document_get_modified (desk.document));
  gtk_window_close (
      gtk_application_get_active_window (GTK_APPLICATION (fixture_get_application ())));

  g_unlink (desk.path);
  come_back (&desk);
  fixture_wait (warns_gone, &desk);
  g_assert_true (is_bar_seen (&desk));
  g_assert_false (gtk_widget_get_visible (get_in_bar (&desk, "look_button")));
  g_assert_true (g_file_set_contents (desk.path, mine, -1, NULL));
  come_back (&desk);
  fixture_wait (is_bar_gone, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.save", NULL);
  fixture_wait (is_saved, desk.document);
  fixture_assert_finalised (GTK_WIDGET (desk.window));
  desk_clear (&desk);
}

static void
test_removed (void)
{
  Desk desk;

  desk_set_up (&desk);
  g_unlink (desk.path);
  save (&desk, "The file is not there any more");
  dialogs_answer ("overwrite");
  fixture_wait (is_saved, desk.document);
  g_assert_true (g_file_test (desk.path, G_FILE_TEST_EXISTS));
  fixture_assert_finalised (GTK_WIDGET (desk.window));
  desk_clear (&desk);
}

/* What could not be saved is kept, and goes when somebody says so. */
static void
test_failed (void)
{
  gpointer watched;
  Desk desk;

  desk_set_up (&desk);
  watched = desk.window;
  g_object_add_weak_pointer (watched, &watched);
  g_unlink (desk.path);
  g_rmdir (desk.folder);
  save (&desk, "The map could not be saved");
  dialogs_answer ("cancel");
  g_assert_true (kring_document_get_modified (desk.document));
  g_assert_cmpint (count_copies (), ==, 1);

  gtk_window_close (GTK_WINDOW (desk.window));
  fixture_wait (dialogs_is_asking, NULL);
  dialogs_answer ("cancel");
  g_assert_nonnull (watched);
  g_assert_cmpint (count_copies (), ==, 1);
  gtk_window_close (GTK_WINDOW (desk.window));
  fixture_wait (dialogs_is_asking, NULL);
  dialogs_answer ("discard");
  fixture_wait (dialogs_is_gone, &watched);
  g_assert_cmpint (count_copies (), ==, 0);
  desk_clear (&desk);
}

static void
test_close_and_save (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KringDocument) again = NULL;
  gpointer watched;
  Desk desk;

  desk_set_up (&desk);
  watched = desk.window;
  g_object_add_weak_pointer (watched, &watched);
  gtk_window_close (GTK_WINDOW (desk.window));
  fixture_wait (dialogs_is_asking, NULL);
  dialogs_answer ("save");
  fixture_wait (dialogs_is_gone, &watched);
  again = kring_document_open (desk.file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kring_map_get_n_items (kring_document_get_map (again)), ==, 3);
  desk_clear (&desk);
}

/* Quitting asks for every map that is not saved, and loses none that is kept. */
static void
test_quit (void)
{
  GActionGroup *application = G_ACTION_GROUP (fixture_get_application ());
  gpointer first, second;
  Desk one, two;

  desk_set_up (&one);
  desk_set_up (&two);
  first = one.window;
  second = two.window;
  g_object_add_weak_pointer (first, &first);
  g_object_add_weak_pointer (second, &second);
  g_action_group_activate_action (application, "quit", NULL);
  fixture_wait (dialogs_is_asking, NULL);
  dialogs_answer ("cancel");
  dialogs_answer ("discard");
  fixture_settle ();
  g_assert_true ((first == NULL) != (second == NULL));
  fixture_assert_finalised (GTK_WIDGET (first != NULL ? first : second));
  desk_clear (&one);
  desk_clear (&two);
}

static void
open_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  g_action_group_activate_action (G_ACTION_GROUP (fixture_get_application ()), "open-uri",
                                  g_variant_new_string (uri));
}

static gboolean
is_open (gpointer path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return kring_application_find_window (fixture_get_application (), file) != NULL;
}

/* One map, one window: by a link, by another name of the same file, and while it is being opened. */
static void
test_one_window (void)
{
  Desk desk;
  g_autofree char *soft = NULL, *hard = NULL, *other = NULL;
  g_autoptr (GFile) copy = NULL;
  GtkWindow *window;
  guint n;

  desk_set_up (&desk);
  soft = g_build_filename (desk.folder, "link.kring", NULL);
  hard = g_build_filename (desk.folder, "hard.kring", NULL);
  other = g_build_filename (desk.folder, "other.kring", NULL);
  g_assert_cmpint (symlink ("proef.kring", soft), ==, 0);
  g_assert_cmpint (link (desk.path, hard), ==, 0);
  copy = g_file_new_for_path (other);
  g_assert_true (g_file_copy (desk.file, copy, 0, NULL, NULL, NULL, NULL));
  n = count_windows ();
  open_path (desk.path);
  open_path (soft);
  open_path (hard);
  open_path (other);
  open_path (other);
  fixture_wait (is_open, other);
  fixture_settle ();
  g_assert_cmpuint (count_windows (), ==, n + 1);
  window = GTK_WINDOW (kring_application_find_window (fixture_get_application (), copy));
  gtk_window_destroy (window);
  gtk_window_destroy (GTK_WINDOW (desk.window));
  fixture_settle ();
  g_unlink (soft);
  g_unlink (hard);
  g_unlink (other);
  desk_clear (&desk);
}

/* A map is not saved over one that is open in another window, under whatever name. */
static void
test_save_over_other (void)
{
  Desk desk, other;
  g_autofree char *before = NULL, *soft = NULL;
  g_autoptr (GFile) link = NULL;

  desk_set_up (&desk);
  desk_set_up (&other);
  soft = g_build_filename (desk.folder, "link.kring", NULL);
  g_assert_cmpint (symlink (other.path, soft), ==, 0);
  link = g_file_new_for_path (soft);
  g_assert_true (g_file_get_contents (other.path, &before, NULL, NULL));
  kring_saving_save_at (desk.window->saving, link);
  fixture_wait (dialogs_is_asking, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialogs_find ()), ==,
                   "That file is open in another window");
  dialogs_answer ("cancel");
  assert_file (&other, before);
  g_assert_true (g_file_equal (kring_document_get_file (desk.document), desk.file));
  /* Over its own it is. */
  kring_saving_save_at (desk.window->saving, desk.file);
  fixture_wait (is_saved, desk.document);
  gtk_window_destroy (GTK_WINDOW (desk.window));
  gtk_window_destroy (GTK_WINDOW (other.window));
  fixture_settle ();
  g_unlink (soft);
  desk_clear (&desk);
  desk_clear (&other);
}

static GtkWidget *
find_error_bar (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_INFO_BAR (widget) &&
      gtk_info_bar_get_message_type (GTK_INFO_BAR (widget)) == GTK_MESSAGE_ERROR)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_error_bar (child);
  return found;
}

static gboolean
is_told (gpointer bar)
{
  return gtk_widget_get_visible (bar);
}

static gboolean
is_over (gpointer bar)
{
  return !gtk_widget_get_visible (bar);
}

/* No copy of what is not saved can be kept: the window says so, until it is over. */
static void
test_unkept (void)
{
  Desk desk;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "kring", "recovery", NULL);
  g_autofree char *aside = g_strconcat (folder, "-aside", NULL);
  g_autofree char *parent = g_path_get_dirname (folder);
  gboolean there = g_rename (folder, aside) == 0;
  GtkWidget *bar;

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  desk_set_up (&desk);
  bar = find_error_bar (GTK_WIDGET (desk.window));
  g_assert_nonnull (bar);
  fixture_wait (is_told, bar);
  g_assert_cmpint (g_unlink (folder), ==, 0);
  if (there)
    g_assert_cmpint (g_rename (aside, folder), ==, 0);
  fixture_wait (is_over, bar);
  g_assert_true (kring_document_save (desk.document, desk.file, KRING_SAVE_NORMAL, NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (desk.window));
  fixture_settle ();
  desk_clear (&desk);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/files/changed", test_changed);
  g_test_add_func ("/ui/files/elsewhere", test_elsewhere);
  g_test_add_func ("/ui/files/removed", test_removed);
  g_test_add_func ("/ui/files/failed", test_failed);
  g_test_add_func ("/ui/files/close-and-save", test_close_and_save);
  g_test_add_func ("/ui/files/one-window", test_one_window);
  g_test_add_func ("/ui/files/save-over-other", test_save_over_other);
  g_test_add_func ("/ui/files/unkept", test_unkept);
  g_test_add_func ("/ui/files/quit", test_quit);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
