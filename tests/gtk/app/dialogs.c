/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs.h"

/* A window of that type that can be seen; NULL if there is none. */
GtkWindow *
dialogs_find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

/* A condition, of a GType. */
gboolean
dialogs_has_window (gpointer type)
{
  return dialogs_find_window (GPOINTER_TO_SIZE (type)) != NULL;
}

/* The last question that was put; NULL if there is none. */
AdwMessageDialog *
dialogs_find (void)
{
  return (AdwMessageDialog *) dialogs_find_window (ADW_TYPE_MESSAGE_DIALOG);
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
