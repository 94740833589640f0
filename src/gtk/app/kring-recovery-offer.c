/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-recovery-offer.h"

#include "file/document/kring-recovery-copy.h"
#include "gtk/app/kring-application.h"
#include "gtk/app/kring-window.h"
#include "map/base/kring-date.h"

#include <glib/gi18n.h>

/* The data of an open question. */
typedef struct
{
  GtkApplication *application; /* (owned) */
  GPtrArray *copies;           /* (owned) (element-type KringRecoveryCopy) */
} Offer;

static void
offer_free (Offer *offer)
{
  g_ptr_array_unref (offer->copies);
  g_object_unref (offer->application);
  g_free (offer);
}

static KringWindow *
recovery_offer_find_window (Offer *offer)
{
  GtkWindow *window = gtk_application_get_active_window (offer->application);

  if (KRING_IS_WINDOW (window) && kring_window_is_at_start (KRING_WINDOW (window)))
    return KRING_WINDOW (window);

  return kring_window_new (offer->application);
}

/* Takes the copy: the window keeps it on, and throws it away when the map is saved. */
static gboolean
open_copy (Offer *offer, KringRecoveryCopy *copy)
{
  g_autoptr (KringDocument) document = kring_recovery_copy_open (copy, NULL);
  KringWindow *window, *other = NULL;

  if (document == NULL)
    {
      kring_recovery_copy_free (copy);
      return FALSE;
    }

  if (kring_document_get_file (document) != NULL)
    other = kring_application_find_window (KRING_APPLICATION (offer->application),
                                           kring_document_get_file (document));
  /* One map, one window: what was read from the file gives way to what is newer than it, but not
   * what somebody has begun to change since. */
  if (other != NULL && kring_document_get_modified (kring_window_get_document (other)))
    kring_document_forget_file (document);
  window = recovery_offer_find_window (offer);
  kring_window_set_document (window, document, copy);
  gtk_window_present (GTK_WINDOW (window));
  kring_window_show_restored (window);
  if (other != NULL && kring_document_get_file (document) != NULL)
    gtk_window_destroy (GTK_WINDOW (other));
  return TRUE;
}

static void
recovery_offer_restore (Offer *offer)
{
  guint n_failed = 0;
  GtkWindow *window;

  while (offer->copies->len > 0)
    {
      if (!open_copy (offer, g_ptr_array_steal_index (offer->copies, 0)))
        n_failed++;
    }

  window = gtk_application_get_active_window (offer->application);
  if (n_failed > 0 && window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s",
                                _ ("Not everything could be read. It is kept for the next start."));
}

static void
recovery_offer_response_cb (AdwMessageDialog *dialog, const char *response, Offer *offer)
{
  /* It outlives the window that asked, if that one goes: GTK would not see it go. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "restore"))
    {
      recovery_offer_restore (offer);
    }
  else if (g_str_equal (response, "discard"))
    {
      while (offer->copies->len > 0)
        kring_recovery_copy_remove (g_ptr_array_steal_index (offer->copies, 0));
    }
}

static char *
dup_when (KringRecoveryCopy *copy)
{
  g_autoptr (GDateTime) time = kring_recovery_copy_dup_time (copy);
  g_autofree char *iso = time != NULL ? g_date_time_format (time, "%F") : NULL;
  g_autofree char *date = iso != NULL ? kring_date_format_string (iso) : NULL;
  /* Translators: the time of day, as in g_date_time_format () */
  g_autofree char *clock = time != NULL ? g_date_time_format (time, _ ("%H:%M")) : NULL;

  return clock != NULL ? g_strdup_printf ("%s %s", date, clock) : g_strdup ("");
}

static char *
recovery_offer_dup_name (KringRecoveryCopy *copy)
{
  GFile *file = kring_recovery_copy_get_file (copy);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  /* Translators: a map without a file */
  return shown != NULL ? g_strdup_printf ("\u2068%s\u2069", shown) : g_strdup (_ ("never saved"));
}

static void
append_typed (GString *body, KringRecoveryCopy *copy)
{
  g_autoptr (GVariant) typed = kring_recovery_copy_dup_typed (copy);
  g_autofree char *unread = kring_recovery_copy_dup_unread (copy);
  guint n = typed != NULL ? g_variant_n_children (typed) : 0;

  if (unread != NULL)
    /* Translators: follows the date, and the number of changes if there are any */
    g_string_append (body, _ (", what was being typed cannot be read"));
  /* Translators: follows the date, and the number of changes if there are any */
  if (n > 0)
    g_string_append_printf (body,
                            ngettext (", %u text not noted yet", ", %u texts not noted yet", n), n);
}

/* Where the copies belong, when they were made, and what is in them that is not in the file. */
static char *
dup_body (GPtrArray *copies)
{
  GString *body = g_string_new (_ ("Kring ended before everything was saved. This is still here:"));

  g_string_append (body, "\n");
  for (guint i = 0; i < copies->len; i++)
    {
      KringRecoveryCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *when = dup_when (copy), *name = recovery_offer_dup_name (copy);
      int n_changes = kring_recovery_copy_count_changes (copy);

      g_string_append_printf (body, "\n%s, ", name);
      if (n_changes > 0)
        /* Translators: date and time, then how many changes */
        g_string_append_printf (body, ngettext ("%s, %d change", "%s, %d changes", n_changes), when,
                                n_changes);
      else
        g_string_append (body, when);
      append_typed (body, copy);
    }

  return g_string_free (body, FALSE);
}

/**
 * kring_recovery_offer_dup_folder:
 *
 * Returns: (transfer full): the folder of the program itself in which recovery copies are kept
 */
char *
kring_recovery_offer_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "kring", "recovery", NULL);
}

/**
 * kring_recovery_offer:
 * @application: opens what is restored
 * @parent: the window that asks
 *
 * Asks what to do with what is left over. Without an answer everything stays for the next start.
 *
 * Returns: whether there is anything
 */
gboolean
kring_recovery_offer (GtkApplication *application, GtkWindow *parent)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (GPtrArray) copies = kring_recovery_copy_find (folder);
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;
  Offer *offer;

  if (copies->len == 0)
    return FALSE;

  body = dup_body (copies);
  offer = g_new0 (Offer, 1);
  offer->application = g_object_ref (application);
  offer->copies = g_steal_pointer (&copies);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _ ("Go on where you were?"), body));
  adw_message_dialog_add_responses (dialog, "later", _ ("_Later"), "discard", _ ("_Throw Away"),
                                    "restore", _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "restore");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (recovery_offer_response_cb), offer,
                         (GClosureNotify) offer_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
