/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/document/kring-document-private.h"

#include "file/document/kring-disk.h"
#include "map/base/kring-sanitize.h"
#include "map/model/kring-map-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KringDocument
{
  GObject parent_instance;

  KringEditor *editor;          /* (owned) */
  GFile *file;                  /* (owned) (nullable) */
  KringFingerprint fingerprint; /* of what stands in file, as far as is known here */
  gboolean read_only;
  guint n_mended; /* items that hang on the case since it was opened */
  gboolean busy;
  char *title; /* (owned) as last announced */
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_TITLE,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringDocument, kring_document, G_TYPE_OBJECT)
G_DEFINE_QUARK (kring - document - error - quark, kring_document_error)

static KringDocument *
open_job_finish (KringOpenJob *job)
{
  KringDocument *self = kring_document_new_with (job->map, kring_id_source_new_random ());

  self->file = g_object_ref (job->file);
  self->fingerprint = job->fingerprint;
  self->read_only = job->read_only;
  self->n_mended = job->n_mended;
  g_free (self->title);
  self->title = kring_document_dup_title (self);
  return self;
}

static KringSaveJob *
save_job_new (KringDocument *self, GFile *file, KringSaveFlags flags, GError **error)
{
  KringHistory *history = kring_document_get_history (self);
  gboolean own = file == NULL || (self->file != NULL && g_file_equal (file, self->file));
  KringSaveJob *job;

  if (self->busy || kring_history_is_open (history))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("the map is busy; try again in a moment"));
      return NULL;
    }
  job = kring_save_job_new (file != NULL ? file : self->file, kring_document_get_map (self), error);
  if (job == NULL)
    return NULL;
  job->revision = kring_history_get_revision (history);
  job->guarded = own && !(flags & KRING_SAVE_OVERWRITE);
  job->expected = self->fingerprint;
  return job;
}

static void
announce_title (KringDocument *self)
{
  g_autofree char *title = kring_document_dup_title (self);

  if (g_strcmp0 (title, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
set_file (KringDocument *self, GFile *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  announce_title (self);
}

static void
set_busy (KringDocument *self, gboolean busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Marks the map as saved only when its bytes are safe on the disk. Notes what stands in the file
 * even if they are not. */
static void
save_job_finish (KringSaveJob *job, KringDocument *self, gboolean saved)
{
  gboolean own = self->file != NULL && g_file_equal (job->file, self->file);

  if (saved || (own && job->replaced))
    self->fingerprint = kring_fingerprint_new (job->bytes);
  if (!saved)
    return;
  self->read_only = FALSE;
  set_file (self, job->file);
  kring_history_mark_saved (kring_document_get_history (self), job->revision);
}

static void
save_done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  KringDocument *self = KRING_DOCUMENT (object);
  g_autoptr (GTask) outer = data;
  GError *error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  save_job_finish (g_task_get_task_data (G_TASK (result)), self, saved);
  set_busy (self, FALSE);
  if (saved)
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

static void
document_history_changed_cb (KringDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
kring_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KringDocument *self = KRING_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, kring_document_get_modified (self));
      break;
    case PROP_TITLE:
      g_value_take_string (value, kring_document_dup_title (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_document_finalize (GObject *object)
{
  KringDocument *self = KRING_DOCUMENT (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->file);
  g_free (self->title);
  G_OBJECT_CLASS (kring_document_parent_class)->finalize (object);
}

static void
kring_document_class_init (KringDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kring_document_finalize;
  object_class->get_property = kring_document_get_property;

  /**
   * KringDocument:file:
   *
   * Where the map was opened or last saved.
   */
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  /**
   * KringDocument:modified:
   *
   * Whether the map differs from what was opened or last saved.
   */
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  /**
   * KringDocument:title:
   *
   * What the window is called: title of the case, else name of the file.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * KringDocument:busy:
   *
   * Whether it is being saved right now.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kring_document_init (KringDocument *self)
{
}

/**
 * kring_document_new: (constructor)
 *
 * Returns: (transfer full): an empty map without a file
 */
KringDocument *
kring_document_new (void)
{
  g_autoptr (KringMap) map = kring_map_new ();

  return kring_document_new_with (map, kring_id_source_new_random ());
}

/**
 * kring_document_new_with: (constructor)
 * @map: a map without a history; the document takes a reference of its own
 * @ids: (transfer full): where new ids come from
 *
 * Returns: (transfer full): a document without a file that counts as not modified
 */
KringDocument *
kring_document_new_with (KringMap *map, KringIdSource *ids)
{
  KringDocument *self = g_object_new (KRING_TYPE_DOCUMENT, NULL);

  self->editor = kring_editor_new (map, ids);
  self->title = kring_document_dup_title (self);
  g_signal_connect_object (kring_document_get_history (self), "changed",
                           G_CALLBACK (document_history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "changed", G_CALLBACK (announce_title), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kring_document_open: (constructor)
 * @cancellable: (nullable): to stop between reading and parsing
 * @error: return location for an error of %KRING_STORAGE_ERROR, %KRING_DOCUMENT_ERROR or
 *   %G_IO_ERROR
 *
 * Opens @file, and blocks meanwhile.
 *
 * Returns: (transfer full) (nullable): the document
 */
KringDocument *
kring_document_open (GFile *file, GCancellable *cancellable, GError **error)
{
  KringOpenJob *job = kring_open_job_new (file);
  KringDocument *self = kring_open_job_run (job, cancellable, error) ? open_job_finish (job) : NULL;

  kring_open_job_free (job);
  return self;
}

/**
 * kring_document_open_async:
 *
 * Opens @file; the work is done on a worker thread.
 */
void
kring_document_open_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, kring_document_open_async);
  g_task_set_task_data (task, kring_open_job_new (file), (GDestroyNotify) kring_open_job_free);
  g_task_run_in_thread (task, kring_open_job_thread);
}

/**
 * kring_document_open_finish:
 *
 * Returns: (transfer full) (nullable): the document
 */
KringDocument *
kring_document_open_finish (GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return open_job_finish (g_task_get_task_data (G_TASK (result)));
}

/**
 * kring_document_save:
 * @file: (nullable): where to; %NULL: where it was opened or last saved
 * @flags: with %KRING_SAVE_OVERWRITE the own file is replaced even if it changed elsewhere; another
 *   file is replaced in any case
 * @error: return location for an error of %KRING_STORAGE_ERROR, %KRING_DOCUMENT_ERROR or
 *   %G_IO_ERROR; the file is untouched then, and the map still counts as modified
 *
 * Saves the map, and blocks meanwhile.
 *
 * Returns: whether the map is safe on the disk
 */
gboolean
kring_document_save (KringDocument *self,
                     GFile *file,
                     KringSaveFlags flags,
                     GCancellable *cancellable,
                     GError **error)
{
  KringSaveJob *job;
  gboolean saved;

  g_return_val_if_fail (file != NULL || self->file != NULL, FALSE);

  job = save_job_new (self, file, flags, error);
  if (job == NULL)
    return FALSE;
  saved = kring_save_job_run (job, cancellable, error);
  save_job_finish (job, self, saved);
  kring_save_job_free (job);
  return saved;
}

/**
 * kring_document_save_async:
 *
 * As kring_document_save (), with the file work on a worker thread. What is saved is the map as it
 * is now; it may change meanwhile.
 */
void
kring_document_save_async (KringDocument *self,
                           GFile *file,
                           KringSaveFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, data);
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;
  KringSaveJob *job;

  g_return_if_fail (file != NULL || self->file != NULL);

  g_task_set_source_tag (outer, kring_document_save_async);
  job = save_job_new (self, file, flags, &error);
  if (job == NULL)
    {
      g_task_return_error (outer, error);
      return;
    }
  set_busy (self, TRUE);
  inner = g_task_new (self, cancellable, save_done_cb, g_steal_pointer (&outer));
  /* A save that reached the disk has succeeded, even if it was cancelled afterwards. */
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) kring_save_job_free);
  g_task_run_in_thread (inner, kring_save_job_thread);
}

/**
 * kring_document_save_finish:
 * @error: why it could not be written; the old file is as it was
 *
 * Returns: whether all of it is on disk
 */
gboolean
kring_document_save_finish (KringDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kring_document_get_editor:
 *
 * Returns: (transfer none): through which the map is changed
 */
KringEditor *
kring_document_get_editor (KringDocument *self)
{
  return self->editor;
}

/**
 * kring_document_get_map:
 *
 * Returns: (transfer none): what is known
 */
KringMap *
kring_document_get_map (KringDocument *self)
{
  return kring_editor_get_map (self->editor);
}

/**
 * kring_document_get_history:
 *
 * Returns: (transfer none): what can be undone
 */
KringHistory *
kring_document_get_history (KringDocument *self)
{
  return kring_editor_get_history (self->editor);
}

/**
 * kring_document_get_file:
 *
 * Returns: (transfer none) (nullable): where it was opened or last saved
 */
GFile *
kring_document_get_file (KringDocument *self)
{
  return self->file;
}

/**
 * kring_document_forget_file:
 *
 * Takes the file from the document, as for an example that must not be overwritten.
 */
void
kring_document_forget_file (KringDocument *self)
{
  self->read_only = FALSE;
  set_file (self, NULL);
}

/**
 * kring_document_set_device:
 * @device: a valid id that no other machine uses
 *
 * Under that id this machine signs what it changes from now on.
 */
void
kring_document_set_device (KringDocument *self, const char *device)
{
  kring_map_set_device (kring_document_get_map (self), device);
}

/**
 * kring_document_dup_title:
 *
 * Returns: (transfer full): title of the case, else name of the file, else words for "none yet"
 */
char *
kring_document_dup_title (KringDocument *self)
{
  KringItem *the_case = kring_map_get_case (kring_document_get_map (self));
  const char *title = kring_item_get_text (the_case, KRING_F_TITLE);
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  if (title != NULL)
    return kring_sanitize_dup (title);
  if (name == NULL)
    return g_strdup (_ ("Untitled map"));
  if (g_str_has_suffix (name, ".kring"))
    name[strlen (name) - strlen (".kring")] = '\0';
  return g_filename_display_name (name);
}

/**
 * kring_document_get_modified:
 *
 * Returns: whether the map differs from what was last saved or opened
 */
gboolean
kring_document_get_modified (KringDocument *self)
{
  return !kring_history_is_saved (kring_document_get_history (self));
}

/**
 * kring_document_get_busy:
 *
 * Returns: whether it is being opened or saved at this moment
 */
gboolean
kring_document_get_busy (KringDocument *self)
{
  return self->busy;
}

/**
 * kring_document_get_n_mended:
 *
 * Returns: how many signals and statements were found in the file about something that an older
 *   program had removed; they hang on the case now, out of exports
 */
guint
kring_document_get_n_mended (KringDocument *self)
{
  return self->n_mended;
}

/**
 * kring_document_get_read_only:
 *
 * Returns: whether the file could not be saved where it stands when it was opened
 */
gboolean
kring_document_get_read_only (KringDocument *self)
{
  return self->read_only;
}

/**
 * kring_document_check_disk_async:
 *
 * Looks whether the file still holds what was opened or last saved; the work is done on a worker
 * thread.
 */
void
kring_document_check_disk_async (KringDocument *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  KringCheckJob *job;

  g_task_set_source_tag (task, kring_document_check_disk_async);
  if (path == NULL || self->busy)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  job = kring_check_job_new (path, &self->fingerprint);
  g_task_set_task_data (task, job, (GDestroyNotify) kring_check_job_free);
  g_task_run_in_thread (task, kring_check_job_thread);
}

/**
 * kring_document_check_disk_finish:
 * @changed_elsewhere: (out): whether somebody else changed or removed the file
 *
 * Returns: whether it could be found out
 */
gboolean
kring_document_check_disk_finish (KringDocument *self,
                                  GAsyncResult *result,
                                  gboolean *changed_elsewhere,
                                  GError **error)
{
  g_autoptr (GError) failure = NULL;
  KringCheckJob *job = g_task_get_task_data (G_TASK (result));

  *changed_elsewhere = g_task_propagate_boolean (G_TASK (result), &failure);
  /* The document itself was saved in between: the comparison is out of date. */
  if (job != NULL && (self->busy || !kring_fingerprint_equal (&job->expected, &self->fingerprint)))
    *changed_elsewhere = FALSE;
  else if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

/**
 * kring_document_get_fingerprint:
 *
 * Returns: (transfer none): of what stands in the file; all zero if there is none
 */
const KringFingerprint *
kring_document_get_fingerprint (KringDocument *self)
{
  return &self->fingerprint;
}

/**
 * kring_document_new_restored: (constructor)
 * @file: (nullable): where the document belongs
 * @fingerprint: of what stood there when the document was last in step with it
 *
 * Returns: (transfer full): a document that counts as modified
 */
KringDocument *
kring_document_new_restored (KringMap *map, GFile *file, const KringFingerprint *fingerprint)
{
  KringDocument *self = kring_document_new_with (map, kring_id_source_new_random ());

  kring_history_mark_saved (kring_document_get_history (self), G_MAXUINT64);
  self->fingerprint = *fingerprint;
  set_file (self, file);
  return self;
}
