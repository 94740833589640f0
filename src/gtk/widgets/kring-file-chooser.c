/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-file-chooser.h"

#include <glib/gi18n.h>

const KringFileType kring_file_type_map = { N_ ("Kring maps"), "kring", "application/x-kring",
                                            NULL };
const KringFileType kring_file_type_catalogue = { N_ ("Lists of signals"), "json",
                                                  "application/json", NULL };

/* The task's data: an open question. */
typedef struct
{
  GtkFileChooserNative *dialog; /* (owned) */
  KringFileType type;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (question->dialog));
  g_object_unref (question->dialog);
  g_free (question);
}

/* The dialog adds to the system's list some time after it has answered. */
static void
forget_recent_cb (GtkRecentManager *manager, gpointer data)
{
  const char *uri = data;

  if (gtk_recent_manager_remove_item (manager, uri, NULL))
    g_signal_handlers_disconnect_matched (manager, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                          (gpointer) uri);
}

static void
forget_recent (GFile *file)
{
  g_signal_connect_data (gtk_recent_manager_get_default (), "changed",
                         G_CALLBACK (forget_recent_cb), g_file_get_uri (file),
                         (GClosureNotify) g_free, 0);
}

static gboolean
is_saving (Question *question)
{
  return gtk_file_chooser_get_action (GTK_FILE_CHOOSER (question->dialog)) ==
         GTK_FILE_CHOOSER_ACTION_SAVE;
}

/**
 * kring_file_chooser_is_passed_on:
 *
 * Returns: whether @folder is one in which a sandbox gets a single file, and which means nothing to
 *   anybody
 */
gboolean
kring_file_chooser_is_passed_on (GFile *folder)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  g_autoptr (GFile) documents = g_file_new_for_path (path);

  return g_file_has_prefix (folder, documents);
}

/* If somebody knows @folder; else where the system begins. */
static void
begin_in (GtkFileChooserNative *dialog, GFile *folder)
{
  if (folder != NULL && !kring_file_chooser_is_passed_on (folder))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
}

/* With the right ending, in the same folder. */
static void
ask_again (Question *question, GFile *file, const char *name)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  begin_in (question->dialog, folder);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->dialog), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->dialog));
}

static void
file_chooser_response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  Question *question = g_task_get_task_data (task);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *whole_name = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");
      g_object_unref (task);
      return;
    }

  forget_recent (file);
  name = g_file_get_basename (file);
  whole_name = kring_file_type_dup_name (&question->type, name);
  if (is_saving (question) && g_strcmp0 (name, whole_name) != 0)
    {
      ask_again (question, file, whole_name);
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  g_object_unref (task);
}

static void
add_filter (GtkFileChooser *chooser, const KringFileType *type)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (type->label));
  gtk_file_filter_add_suffix (filter, type->ending);
  gtk_file_filter_add_mime_type (filter, type->mime_type);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
ask (GtkFileChooserNative *dialog,
     const KringFileType *type,
     GAsyncReadyCallback callback,
     gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  Question *question = g_new0 (Question, 1);

  question->dialog = dialog;
  question->type = *type;
  g_task_set_task_data (task, question, question_free);
  add_filter (GTK_FILE_CHOOSER (dialog), type);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (file_chooser_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kring_file_chooser_open_async:
 * @parent: (nullable): the window that asks
 * @type: what is looked for
 *
 * Asks for a file to open.
 */
void
kring_file_chooser_open_async (GtkWindow *parent,
                               const KringFileType *type,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  const char *title = type == &kring_file_type_map ? _ ("Open a Map") : _ ("Add a List of Signals");

  ask (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                    _ ("_Cancel")),
       type, callback, data);
}

/**
 * kring_file_chooser_save_async:
 * @parent: (nullable): the window that asks
 * @type: what will be written
 * @name: the name to propose, with or without its ending
 * @folder: (nullable): where to begin
 *
 * Asks where to save. The system asks before an existing file is chosen.
 */
void
kring_file_chooser_save_async (GtkWindow *parent,
                               const KringFileType *type,
                               const char *name,
                               GFile *folder,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autofree char *whole_name = kring_file_type_dup_name (type, name);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      type->heading != NULL ? _ (type->heading) : _ ("Save As"), parent,
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  begin_in (dialog, folder);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), whole_name);
  ask (dialog, type, callback, data);
}

/**
 * kring_file_chooser_finish:
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with `G_IO_ERROR_CANCELLED`
 */
GFile *
kring_file_chooser_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kring_file_type_dup_name:
 * @type: what the file holds
 * @name: the name of a file, perhaps without its ending
 *
 * Returns: (transfer full): the name with the ending of the type
 */
char *
kring_file_type_dup_name (const KringFileType *type, const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1),
                  *suffix = g_strconcat (".", type->ending, NULL);

  return g_strconcat (name, g_str_has_suffix (lower, suffix) ? NULL : suffix, NULL);
}
