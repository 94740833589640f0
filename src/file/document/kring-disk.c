/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/document/kring-disk.h"

#include "file/disk/kring-temporary.h"
#include "file/document/kring-document.h"
#include "map/edit/kring-free-spot.h"

#include <glib/gi18n-lib.h>

static char *
disk_dup_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    g_set_error_literal (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NOT_FILE,
                         _ ("this place is not a folder of this computer"));
  return path;
}

/* Turns the errors that leave a choice to the user into errors of the document. */
static void
propagate (GError **error, GError *failure)
{
  if (g_error_matches (failure, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_CHANGED))
    g_set_error_literal (error, KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_CHANGED_ELSEWHERE,
                         failure->message);
  else if (g_error_matches (failure, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NEWER))
    g_set_error_literal (error, KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_NEWER, failure->message);
  else
    g_propagate_error (error, g_error_copy (failure));
}

static void
return_done (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * kring_open_job_new:
 * @file: what to read
 *
 * Returns: (transfer full): a job that has not begun
 */
KringOpenJob *
kring_open_job_new (GFile *file)
{
  KringOpenJob *self = g_new0 (KringOpenJob, 1);

  self->file = g_object_ref (file);
  return self;
}

void
kring_open_job_free (KringOpenJob *self)
{
  g_object_unref (self->file);
  g_clear_object (&self->map);
  g_free (self);
}

/**
 * kring_open_job_run:
 *
 * Returns: whether there is a map; then it belongs to the job
 */
gboolean
kring_open_job_run (KringOpenJob *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = disk_dup_path (self->file, error), *folder = NULL;
  g_autoptr (GBytes) bytes = path != NULL ? kring_file_load (path, error) : NULL;
  g_autoptr (GError) failure = NULL;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->map = kring_codec_read_mended (bytes, &self->n_mended, &failure);
  if (self->map == NULL)
    {
      propagate (error, failure);
      return FALSE;
    }
  kring_free_spot_settle (self->map);
  self->fingerprint = kring_fingerprint_new (bytes);
  self->read_only = !kring_file_may_save (path);
  folder = g_path_get_dirname (path);
  kring_temporary_remove_stale (folder);
  return TRUE;
}

/**
 * kring_open_job_thread:
 *
 * Reads the file in a thread of its own; a #GTaskThreadFunc with the job as its data.
 */
void
kring_open_job_thread (GTask *task, gpointer source, gpointer self, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean done = kring_open_job_run (self, cancellable, &error);

  return_done (task, done, error);
}

/**
 * kring_save_job_new:
 * @map: what is to be saved, as it is now
 *
 * Returns: (transfer full) (nullable): a job, if @file is on this computer
 */
KringSaveJob *
kring_save_job_new (GFile *file, KringMap *map, GError **error)
{
  g_autofree char *path = disk_dup_path (file, error);
  KringSaveJob *self;

  if (path == NULL)
    return NULL;
  self = g_new0 (KringSaveJob, 1);
  self->file = g_object_ref (file);
  self->path = g_steal_pointer (&path);
  self->draft = kring_draft_new (map);
  return self;
}

void
kring_save_job_free (KringSaveJob *self)
{
  g_object_unref (self->file);
  g_free (self->path);
  kring_draft_free (self->draft);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * kring_save_job_run:
 *
 * Returns: whether the bytes are safe on the disk
 */
gboolean
kring_save_job_run (KringSaveJob *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->bytes = kring_draft_finish (self->draft, error);
  if (self->bytes == NULL)
    return FALSE;
  if (kring_file_save (self->path, self->bytes, self->guarded ? &self->expected : NULL,
                       &self->replaced, &failure))
    return TRUE;
  propagate (error, failure);
  return FALSE;
}

/**
 * kring_save_job_thread:
 *
 * Writes the file in a thread of its own; a #GTaskThreadFunc with the job as its data.
 */
void
kring_save_job_thread (GTask *task, gpointer source, gpointer self, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean done = kring_save_job_run (self, cancellable, &error);

  return_done (task, done, error);
}

/**
 * kring_check_job_new:
 * @path: of the document
 * @expected: what it was when it was last read or written here
 *
 * Returns: (transfer full): a job that has not begun
 */
KringCheckJob *
kring_check_job_new (const char *path, const KringFingerprint *expected)
{
  KringCheckJob *self = g_new0 (KringCheckJob, 1);

  self->path = g_strdup (path);
  self->expected = *expected;
  return self;
}

void
kring_check_job_free (KringCheckJob *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * kring_check_job_thread:
 *
 * Returns through @task whether the file holds something else than expected.
 */
void
kring_check_job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KringCheckJob *self = data;
  GError *error = NULL;
  gboolean unchanged;

  if (kring_file_is_unchanged (self->path, &self->expected, &unchanged, &error))
    g_task_return_boolean (task, !unchanged);
  else
    g_task_return_error (task, error);
}
