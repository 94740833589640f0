/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs.h"

/* The last question that was put; NULL if there is none. */
AdwMessageDialog *
dialogs_find (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

/* A condition: that question, or any when @heading is NULL. */
gboolean
dialogs_is_asking (gpointer heading)
{
  AdwMessageDialog *dialog = dialogs_find ();

  return dialog != NULL &&
         (heading == NULL || g_str_equal (adw_message_dialog_get_heading (dialog), heading));
}

void
dialogs_answer (const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = dialogs_find ();

  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  g_assert_true (adw_message_dialog_has_response (dialog, response));
  /* As a button does it: closed first, then heard. */
  gtk_window_destroy (GTK_WINDOW (dialog));
  adw_message_dialog_response (dialog, response);
  fixture_settle ();
}

/* A condition, of a weak pointer. */
gboolean
dialogs_is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}
