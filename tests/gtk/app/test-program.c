/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program around its windows: what opens where, what it says of a file that does not open, what is
 * left of a map when it is told to end, and what is offered at the next start.
 */
#include "dialogs.h"

#include "file/storage/kring-codec.h"
#include "gtk/app/kring-recovery-offer.h"
#include "gtk/app/kring-window-private.h"
#include "gtk/saving/kring-recent.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-search.h"
#include "seek.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) in folder: nothing is there yet */
  char *uri;    /* (owned) of path */
  GSettings *settings;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("kring-program-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "proef.kring", NULL);
  self->uri = g_filename_to_uri (self->path, NULL, NULL);
  self->settings = g_settings_new (KRING_APPLICATION_ID);
  kring_recent_clear (self->settings);
}

static GList *
get_windows (void)
{
  return gtk_application_get_windows (GTK_APPLICATION (fixture_get_application ()));
}

static GPtrArray *
find_copies (void)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();

  return kring_recovery_copy_find (folder);
}

/* A condition, once the windows have let go of theirs. */
static gboolean
are_copies_removed (gpointer data)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (GPtrArray) copies = find_copies ();
  g_autoptr (GDir) dir = NULL;

  while (copies->len > 0)
    kring_recovery_copy_remove (g_ptr_array_steal_index (copies, 0));
  dir = g_dir_open (folder, 0, NULL);
  return dir == NULL || g_dir_read_name (dir) == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  while (get_windows () != NULL)
    {
      gtk_window_destroy (get_windows ()->data);
      fixture_settle ();
    }
  fixture_wait (are_copies_removed, NULL);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->uri);
  g_object_unref (self->settings);
}

static void
activate (const char *action, const char *uri)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture_get_application ()), action,
                                  uri != NULL ? g_variant_new_string (uri) : NULL);
}

static guint
count_windows (void)
{
  guint n = 0;

  for (GList *l = get_windows (); l != NULL; l = l->next)
    n += KRING_IS_WINDOW (l->data);
  return n;
}

/* A window at its start page, seen. */
static KringWindow *
new_window (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));

  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  return window;
}

static gboolean
shows_map (gpointer window)
{
  return !kring_window_is_at_start (window);
}

static void
write_map (Fixture *self, const char *text)
{
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
}

static gboolean
is_recent (Fixture *self)
{
  g_auto (GStrv) uris = kring_recent_dup_uris (self->settings);

  return g_strv_contains ((const char *const *) uris, self->uri);
}

/* A file that is gone goes from the list of recent maps, and its name is said. */
static void
test_open_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  KringWindow *window = new_window ();

  kring_recent_add (self->settings, file);
  activate ("open-uri", self->uri);
  fixture_wait (dialogs_is_asking, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialogs_find ()), "proef.kring"));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialogs_find ())) ==
                 GTK_WINDOW (window));
  dialogs_answer ("close");
  g_assert_false (is_recent (self));
  g_assert_true (kring_window_is_at_start (window));
}

/* A file that cannot be read stays in the list: it may be mended. There is a window to say it in. */
static void
test_open_broken (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  write_map (self, "{ \"kring\": 1, ");
  kring_recent_add (self->settings, file);
  activate ("open-uri", self->uri);
  fixture_wait (dialogs_is_asking, NULL);
  g_assert_cmpuint (count_windows (), ==, 1);
  dialogs_answer ("close");
  g_assert_true (is_recent (self));
}

static const char *
get_toast (KringWindow *window)
{
  GtkWidget *toast = seek_type (GTK_WIDGET (window), g_type_from_name ("AdwToastWidget"));
  GtkWidget *label = toast != NULL ? seek_type (toast, GTK_TYPE_LABEL) : NULL;

  return label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static gboolean
tells_mended (gpointer window)
{
  return g_str_has_prefix (get_toast (window), "2 signals and statements were about something");
}

/* What an older program left without a subject is with the meeting now, and that is said. */
static void
test_mended (Fixture *self, gconstpointer data)
{
  KringWindow *window = new_window ();

  write_map (self, "{ \"kring\": 1, \"minor\": 1, \"case\": {}, \"statements\": ["
                   "{ \"id\": \"s\", \"about\": \"dex\", \"words\": \"Hij was er.\" }, "
                   "{ \"id\": \"t\", \"about\": \"dex\", \"words\": \"Zij ook.\" }], "
                   "\"removed\": { \"dex\": \"old:7\" } }");
  activate ("open-uri", self->uri);
  fixture_wait (shows_map, window);
  fixture_wait (tells_mended, window);
  g_assert_true (is_recent (self));
}

/* The example is a map of one's own: it has no file that could be changed, and is no recent map. */
static void
test_example (Fixture *self, gconstpointer data)
{
  KringWindow *window = new_window ();
  g_auto (GStrv) uris = NULL;

  activate ("example", NULL);
  fixture_wait (shows_map, window);
  g_assert_null (kring_document_get_file (kring_window_get_document (window)));
  g_assert_cmpuint (
      kring_map_get_n_items (kring_document_get_map (kring_window_get_document (window))), >, 10);
  uris = kring_recent_dup_uris (self->settings);
  g_assert_cmpuint (g_strv_length (uris), ==, 0);
}

/* A new map takes the window that shows none; with a map in it, one more. */
static void
test_new (Fixture *self, gconstpointer data)
{
  KringWindow *window = new_window ();

  activate ("new", NULL);
  g_assert_true (shows_map (window));
  g_assert_cmpuint (count_windows (), ==, 1);
  activate ("new", NULL);
  g_assert_cmpuint (count_windows (), ==, 2);
}

/* Files that are dropped on a window are opened: here in it, for it shows none yet. */
static void
test_dropped (Fixture *self, gconstpointer data)
{
  KringWindow *window = new_window ();
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  GSList *files = g_slist_append (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  write_map (self, "{ \"kring\": 1, \"minor\": 0, \"case\": {} }");
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_slist_free (files);
  g_assert_true (taken);
  fixture_wait (shows_map, window);
  g_assert_true (kring_application_find_window (fixture_get_application (), file) == window);
}

/* (transfer none) (nullable) */
static GtkWindow *
find_about (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_ABOUT_WINDOW (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_about_seen (gpointer data)
{
  return find_about () != NULL;
}

/* Which version this is can be read, before the window that was asked from. */
static void
test_about (Fixture *self, gconstpointer data)
{
  KringWindow *window = new_window ();
  AdwAboutWindow *about;

  activate ("about", NULL);
  fixture_wait (is_about_seen, NULL);
  about = ADW_ABOUT_WINDOW (find_about ());
  g_assert_cmpstr (adw_about_window_get_version (about), ==, KRING_VERSION);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (about)) == GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (about));
}

static guint
count_copies (void)
{
  g_autoptr (GPtrArray) copies = find_copies ();

  return copies->len;
}

/* As a kill leaves the disk: the copy is on it, and nobody has it open. */
static void
leave_copy (const char *name)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (KringDocument) document = fixture_new_document (name);
  g_autoptr (KringRecoveryCopy) copy = kring_recovery_copy_new (folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kring_codec_write (kring_document_get_map (document), &error);

  g_assert_no_error (error);
  g_assert_true (kring_recovery_copy_note (copy, document, &error));
  g_assert_true (kring_recovery_copy_write (copy, bytes, NULL, &error));
  g_assert_no_error (error);
}

static void
offer (void)
{
  g_assert_true (kring_recovery_offer (GTK_APPLICATION (fixture_get_application ()),
                                       GTK_WINDOW (new_window ())));
  fixture_wait (dialogs_is_asking, "Go on where you were?");
}

/* Later is no answer: the same is asked at the next start. Thrown away is gone, and then nothing is
 * asked any more. */
static void
test_offered (Fixture *self, gconstpointer data)
{
  leave_copy ("Noor");
  leave_copy ("Dex");
  offer ();
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialogs_find ()), "never saved"));
  dialogs_answer ("later");
  g_assert_cmpuint (count_copies (), ==, 2);
  offer ();
  dialogs_answer ("discard");
  g_assert_cmpuint (count_copies (), ==, 0);
  g_assert_false (kring_recovery_offer (GTK_APPLICATION (fixture_get_application ()),
                                        GTK_WINDOW (new_window ())));
}

/* What stands at the only copy in the folder. (transfer full) */
static char *
dup_path_of_copy (void)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".kring"))
      return g_build_filename (folder, name, NULL);
  g_assert_not_reached ();
}

static gboolean
tells_unread (gpointer window)
{
  return g_str_has_prefix (get_toast (window), "Not everything could be read");
}

/* A copy that is torn is said and kept; the others come back. */
static void
test_torn (Fixture *self, gconstpointer data)
{
  g_autofree char *torn = NULL;
  KringWindow *window;

  leave_copy ("Noor");
  torn = dup_path_of_copy ();
  g_assert_true (g_file_set_contents (torn, "{ \"kring\": 1, ", -1, NULL));
  leave_copy ("Dex");
  offer ();
  dialogs_answer ("restore");
  window = KRING_WINDOW (
      gtk_application_get_active_window (GTK_APPLICATION (fixture_get_application ())));
  g_assert_true (shows_map (window));
  fixture_wait (tells_unread, window);
  g_assert_true (g_file_test (torn, G_FILE_TEST_EXISTS));
}

/* Whether the words are in the files of so many copies: those of windows that are open are theirs. */
static gboolean
is_kept_twice (gpointer words)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;

      if (g_str_has_suffix (name, ".kring") && g_file_get_contents (path, &text, NULL, NULL))
        n += strstr (text, words) != NULL;
    }
  return n == 2;
}

/* Somebody types a question about a person, and has not noted it. */
static void
type_question (KringWindow *window)
{
  KringDocument *document = kring_window_get_document (window);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringItem *noor;

  kring_edit_add (kring_document_get_editor (document), KRING_KIND_PERSON, "Noor",
                  KRING_POINT_INIT (0, 0));
  noor = kring_map_find_named (kring_document_get_map (document), KRING_KIND_PERSON, "Noor");
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (noor));
  kring_drafts_keep_text (kring_session_get_drafts (kring_window_get_session (window)),
                          KRING_DRAFT_QUESTION, ids, "Waar slaapt zij?");
}

/* Told to end by the system: every map is on disk with what was being typed, and nobody is asked. */
static void
test_told_to_end (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      KringWindow *window = new_window ();

      kring_window_begin (window);
      type_question (window);
    }
  raise (SIGTERM);
  fixture_wait (is_kept_twice, (gpointer) "Waar slaapt zij?");
  g_assert_null (dialogs_find ());
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/ui/program/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)

static void
add_tests (void)
{
  ADD ("open-gone", test_open_gone);
  ADD ("open-broken", test_open_broken);
  ADD ("mended", test_mended);
  ADD ("example", test_example);
  ADD ("new", test_new);
  ADD ("dropped", test_dropped);
  ADD ("about", test_about);
  ADD ("offered", test_offered);
  ADD ("torn", test_torn);
  ADD ("told-to-end", test_told_to_end);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
