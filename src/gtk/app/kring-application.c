/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-application.h"

#include "file/storage/kring-storage-error.h"
#include "gtk/app/kring-preferences.h"
#include "gtk/saving/kring-recent.h"
#include "gtk/app/kring-recovery-offer.h"
#include "gtk/app/kring-window.h"
#include "gtk/records/kring-catalogue-page.h"
#include "gtk/widgets/kring-action-menu.h"
#include "gtk/widgets/kring-card-keys.h"
#include "gtk/widgets/kring-error-words.h"
#include "gtk/widgets/kring-file-chooser.h"
#include "gtk/widgets/kring-spoken.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define MENDED_SECONDS 10

struct _KringApplication
{
  AdwApplication parent_instance;

  GSettings *settings;        /* (owned) */
  KringCatalogueStore *shelf; /* (owned) the catalogues, read when they are first needed */
  GPtrArray *openings;        /* (owned) (element-type Opening, not owned) under way */
  gboolean offered;           /* recovery copies have been looked for */
};

/* The data of an opening under way. */
typedef struct
{
  KringApplication *self; /* (owned), held meanwhile */
  GFile *file;            /* (owned) */
  gboolean as_new;        /* without a file of its own: the example */
} Opening;

G_DEFINE_FINAL_TYPE (KringApplication, kring_application, ADW_TYPE_APPLICATION)

/* The window that a map may be shown in: one at its start page, or a new one. */
static KringWindow *
find_free_window (KringApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (KRING_IS_WINDOW (active) && kring_window_is_at_start (KRING_WINDOW (active)))
    return KRING_WINDOW (active);

  return kring_window_new (GTK_APPLICATION (self));
}

/* By whatever name: through a link, or under another name of the same file. */
static gboolean
application_is_same_file (GFile *one, GFile *other)
{
  const char *path = g_file_peek_path (one), *other_path = g_file_peek_path (other);
  GStatBuf a, b;

  return g_file_equal (one, other) ||
         (path != NULL && other_path != NULL && g_stat (path, &a) == 0 &&
          g_stat (other_path, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino);
}

static gboolean
is_being_opened (KringApplication *self, GFile *file)
{
  for (guint i = 0; i < self->openings->len; i++)
    {
      Opening *opening = g_ptr_array_index (self->openings, i);

      if (!opening->as_new && application_is_same_file (opening->file, file))
        return TRUE;
    }
  return FALSE;
}

/**
 * kring_application_find_window:
 *
 * Returns: (transfer none) (nullable): the window that shows the map in @file, by whatever name
 */
KringWindow *
kring_application_find_window (KringApplication *self, GFile *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      KringDocument *document =
          KRING_IS_WINDOW (l->data) ? kring_window_get_document (l->data) : NULL;
      GFile *other = document != NULL ? kring_document_get_file (document) : NULL;

      if (other != NULL && application_is_same_file (other, file))
        return l->data;
    }

  return NULL;
}

/* Once, when the first window is there, whatever it shows. */
static void
offer_recovery (KringApplication *self, GtkWindow *window)
{
  if (self->offered)
    return;

  self->offered = TRUE;
  kring_recovery_offer (GTK_APPLICATION (self), window);
}

static Opening *
opening_new (KringApplication *self, GFile *file)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->self = g_object_ref (self);
  opening->file = g_object_ref (file);
  g_ptr_array_add (self->openings, opening);
  g_application_hold (G_APPLICATION (self));
  return opening;
}

static void
opening_free (Opening *opening)
{
  g_ptr_array_remove_fast (opening->self->openings, opening);
  g_application_release (G_APPLICATION (opening->self));
  g_object_unref (opening->file);
  g_object_unref (opening->self);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
application_failed_response_cb (AdwMessageDialog *dialog,
                                const char *response,
                                KringApplication *self)
{
  if (g_str_equal (response, "open"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "open", NULL);
}

static void
show_open_failed (KringApplication *self, GFile *file, const GError *error)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *body = kring_error_words_dup_open_body (file, error);
  AdwMessageDialog *dialog;

  if (parent == NULL)
    {
      parent = GTK_WINDOW (kring_window_new (GTK_APPLICATION (self)));
      gtk_window_present (parent);
    }
  offer_recovery (self, parent);
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (parent, kring_error_words_get_open_heading (error), body));
  adw_message_dialog_add_responses (dialog, "close", _ ("_Close"), "open", _ ("_Open Another…"),
                                    NULL);
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (application_failed_response_cb), self,
                           0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* An older program removed what they were about, without knowing of them. */
static void
application_tell_mended (KringWindow *window, guint n)
{
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u signal or statement was about something that is not on the map any more. "
                   "It stands with the meeting now.",
                   "%u signals and statements were about something that is not on the map any "
                   "more. They stand with the meeting now.",
                   n),
      n);
  kring_window_add_toast (window, text, MENDED_SECONDS);
}

static void
application_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KringDocument) document = kring_document_open_finish (result, &error);
  KringWindow *window;

  if (document == NULL)
    {
      if (g_error_matches (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NOT_FOUND))
        kring_recent_remove (opening->self->settings, opening->file);
      show_open_failed (opening->self, opening->file, error);
      return;
    }

  if (opening->as_new)
    kring_document_forget_file (document);
  else
    kring_recent_add (opening->self->settings, opening->file);
  window = find_free_window (opening->self);
  kring_window_set_document (window, document, NULL);
  gtk_window_present (GTK_WINDOW (window));
  application_tell_mended (window, kring_document_get_n_mended (document));
  offer_recovery (opening->self, GTK_WINDOW (window));
}

static void
open_file (KringApplication *self, GFile *file)
{
  KringWindow *window = kring_application_find_window (self, file);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else if (!is_being_opened (self, file))
    kring_document_open_async (file, NULL, application_opened_cb, opening_new (self, file));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringWindow *window = find_free_window (data);

  kring_window_begin (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringApplication) self = data;
  g_autoptr (GFile) file = kring_file_chooser_finish (result, NULL);

  if (file != NULL)
    open_file (self, file);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kring_file_chooser_open_async (gtk_application_get_active_window (GTK_APPLICATION (data)),
                                 &kring_file_type_map, file_chosen_cb, g_object_ref (data));
}

static void
open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (data, file);
}

/* The version on disk, beside the one that is open. */
static void
open_again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  kring_document_open_async (file, NULL, application_opened_cb, opening_new (data, file));
}

static void
example_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *override = g_getenv ("KRING_DATADIR");
  g_autofree char *path = g_build_filename (override != NULL ? override : KRING_PKGDATADIR,
                                            "examples", "noor.kring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Opening *opening = opening_new (data, file);

  opening->as_new = TRUE;
  kring_document_open_async (file, NULL, application_opened_cb, opening);
}

static void
catalogue_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringCataloguePage) page = data;
  g_autoptr (GFile) file = kring_file_chooser_finish (result, NULL);

  if (file != NULL)
    kring_catalogue_page_add_file (page, file);
}

static void
add_catalogue_cb (KringCataloguePage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  kring_file_chooser_open_async (GTK_WINDOW (root), &kring_file_type_catalogue, catalogue_chosen_cb,
                                 g_object_ref (page));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringApplication *self = data;
  GtkWindow *preferences = kring_preferences_new (self->settings);
  GtkWidget *page = kring_catalogue_page_new (self->shelf);

  g_signal_connect (page, "add", G_CALLBACK (add_catalogue_cb), NULL);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (preferences), ADW_PREFERENCES_PAGE (page));
  gtk_window_set_transient_for (preferences,
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (preferences);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "application-name", _ ("Kring"), "application-icon", KRING_APPLICATION_ID,
                "version", KRING_VERSION, "developer-name",
                /* Translators: who makes the program */
                _ ("The Kring makers"), "comments",
                _ ("Draw together who and what is around a young person."), "license-type",
                GTK_LICENSE_GPL_3_0, "transient-for",
                gtk_application_get_active_window (GTK_APPLICATION (data)), "modal", TRUE, NULL);
  /* libadwaita 1.2 forgets a copyright of its own. */
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _ ("Inter, the letters of the map"),
                                      NULL, GTK_LICENSE_CUSTOM,
                                      "© The Inter Project Authors\n\nSIL Open Font License 1.1");
  gtk_window_present (GTK_WINDOW (about));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "new", new_cb },
  { "open", open_cb },
  { "open-uri", open_uri_cb, "s" },
  { "open-again", open_again_cb, "s" },
  { "example", example_cb },
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

/* Told to end: everything goes into recovery copies, what was typed and not noted too, and nothing
 * is asked. */
static gboolean
told_to_end_cb (gpointer data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (data));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (!KRING_IS_WINDOW (l->data))
        continue;
      kring_window_note_all (l->data);
      kring_window_flush (l->data);
    }
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_REMOVE;
}

static gboolean
forget_surface_cb (gpointer popover)
{
  if (!gtk_widget_get_mapped (popover) && gtk_widget_get_realized (popover))
    gtk_widget_unrealize (popover);
  return G_SOURCE_REMOVE;
}

/* A closed popover keeps its surface, and GTK 4.8 sends that surface a motion when the pointer
 * stands where its shadow was: the next click, beside it, is then lost. */
static gboolean
popover_closed_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  g_idle_add_full (G_PRIORITY_HIGH, forget_surface_cb, g_value_dup_object (&values[0]),
                   g_object_unref);
  return TRUE;
}

static void
set_accels (GtkApplication *application)
{
  const KringAction *row;

  for (guint i = 0; (row = kring_action_get_nth (i)) != NULL; i++)
    if ((row->use & KRING_USE_WINDOW) != 0)
      {
        g_autofree char *action = kring_action_dup_detailed (row);
        g_auto (GStrv) keys = g_strsplit (row->keys, " ", -1);

        gtk_application_set_accels_for_action (application, action, (const char *const *) keys);
      }
}

static void
kring_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (kring_application_parent_class)->startup (application);

  g_type_ensure (GTK_TYPE_POPOVER);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_POPOVER));
  g_signal_add_emission_hook (g_signal_lookup ("closed", GTK_TYPE_POPOVER), 0, popover_closed_cb,
                              NULL, NULL);

  gtk_window_set_default_icon_name (KRING_APPLICATION_ID);
  kring_spoken_watch ();
  kring_card_keys_watch ();
  g_unix_signal_add (SIGTERM, told_to_end_cb, application);
  g_unix_signal_add (SIGHUP, told_to_end_cb, application);
  set_accels (GTK_APPLICATION (application));
}

static void
kring_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (kring_application_parent_class)->window_added (application, window);
  if (KRING_IS_WINDOW (window))
    gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (window),
                                             kring_action_new_shortcuts_window ());
}

/* The young person's own view lies before the windows: nothing brings them up but leaving it. */
static gboolean
is_covered (GApplication *application)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_widget_get_visible (l->data))
      return FALSE;
  return windows != NULL;
}

static void
kring_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (is_covered (application))
    return;
  if (window == NULL)
    window = GTK_WINDOW (kring_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
  offer_recovery (KRING_APPLICATION (application), window);
}

static void
kring_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files && !is_covered (application); i++)
    open_file (KRING_APPLICATION (application), files[i]);
}

static int
kring_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("kring %s\n", KRING_VERSION);
  return 0;
}

static void
kring_application_dispose (GObject *object)
{
  g_clear_object (&KRING_APPLICATION (object)->shelf);
  g_clear_object (&KRING_APPLICATION (object)->settings);
  g_clear_pointer (&KRING_APPLICATION (object)->openings, g_ptr_array_unref);
  G_OBJECT_CLASS (kring_application_parent_class)->dispose (object);
}

static void
kring_application_class_init (KringApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_application_dispose;
  application_class->startup = kring_application_startup;
  application_class->activate = kring_application_activate;
  application_class->open = kring_application_open;
  application_class->handle_local_options = kring_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_added = kring_application_window_added;
}

static void
kring_application_init (KringApplication *self)
{
  g_autofree char *catalogues = kring_catalogue_store_dup_user_folder ();

  g_set_application_name (_ ("Kring"));
  self->openings = g_ptr_array_new ();
  self->shelf = kring_catalogue_store_new (catalogues);
  self->settings = g_settings_new (KRING_APPLICATION_ID);
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', 0, G_OPTION_ARG_NONE,
                                 _ ("Show the version"), NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * kring_application_new:
 *
 * Returns: (transfer full): the program, not yet running
 */
KringApplication *
kring_application_new (void)
{
  return g_object_new (KRING_TYPE_APPLICATION, "application-id", KRING_APPLICATION_ID,
                       "resource-base-path", "/nl/kringkaart/Kring", "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * kring_application_get_shelf:
 *
 * Returns: (transfer none): the catalogues of this user
 */
KringCatalogueStore *
kring_application_get_shelf (KringApplication *self)
{
  return self->shelf;
}
