/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-made.h"

#include "gtk/widgets/kring-file-chooser.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (KringMade, kring_made, kring_made_ref, kring_made_unref)

/**
 * kring_made_new:
 *
 * Returns: (transfer full): to be filled in
 */
KringMade *
kring_made_new (void)
{
  return g_rc_box_new0 (KringMade);
}

KringMade *
kring_made_ref (KringMade *self)
{
  return g_rc_box_acquire (self);
}

static void
made_clear (gpointer data)
{
  KringMade *self = data;

  g_clear_object (&self->file);
  g_clear_object (&self->key);
  g_strfreev (self->hashes);
  g_free (self->secret);
  g_free (self->number);
}

void
kring_made_unref (KringMade *self)
{
  g_rc_box_release_full (self, made_clear);
}

/* (transfer full) (nullable): what the user knows the folder of @file by. */
static char *
dup_folder_name (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFileInfo) info = NULL;

  if (folder == NULL || kring_file_chooser_is_passed_on (folder))
    return NULL;
  info = g_file_query_info (folder, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, G_FILE_QUERY_INFO_NONE,
                            NULL, NULL);
  return info != NULL ? g_strdup (g_file_info_get_display_name (info)) : NULL;
}

static char *
dup_what_was_made (const KringMade *self)
{
  g_autofree char *made = kring_shared_form_dup_made (self->form, self->n_files);

  /* Translators: what was made, such as "PDF made" */
  return self->key != NULL ? g_strdup_printf (_ ("%s, and the key of its codes"), made)
                           : g_steal_pointer (&made);
}

/**
 * kring_made_dup_text:
 *
 * Returns: (transfer full): what was made and, if that tells anything, in which folder
 */
char *
kring_made_dup_text (const KringMade *self)
{
  g_autofree char *what = dup_what_was_made (self);
  g_autofree char *folder = dup_folder_name (self->file);

  if (folder == NULL)
    return g_steal_pointer (&what);
  /* Translators: what was made, such as "PDF made", and the name of the folder that it is in */
  return g_strdup_printf (_ ("%s in “%s”"), what, folder);
}

/**
 * kring_made_dup_uri:
 *
 * Returns: (transfer full): what to open: the file, or the folder that several are in
 */
char *
kring_made_dup_uri (const KringMade *self)
{
  g_autoptr (GFile) folder = self->n_files > 1 ? g_file_get_parent (self->file) : NULL;

  return g_file_get_uri (folder != NULL ? folder : self->file);
}

static void
made_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s",
                                _ ("No program on this computer opens it"));
}

/**
 * kring_made_open:
 * @window: which hears by "win.tell" if nothing can open it
 * @uri: what was made
 *
 * Opens it in the program that the system has for it.
 */
void
kring_made_open (GtkWindow *window, const char *uri)
{
  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, made_opened_cb, NULL);
}
