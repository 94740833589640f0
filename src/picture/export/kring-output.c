/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-output.h"

#include "file/disk/kring-rights.h"
#include "file/disk/kring-system-error.h"
#include "file/disk/kring-temporary.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _KringOutput
{
  char *path;                /* (owned): the name that it will have */
  char *folder;              /* (owned): of path */
  KringTemporary file;       /* (owned): until it gets that name */
  GCancellable *cancellable; /* (owned) (nullable) */
  GError *error;             /* (owned) (nullable): the first thing that went wrong */
};

static void
set_errno (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
                       kring_system_error_describe (code, TRUE));
}

/* Where @path leads: an existing link is written through, not replaced. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/* Renaming would get around the protection of the file itself, and would put a file in the place of
 * a link whose target is only away for now, or of a pipe or a device. */
static gboolean
may_replace (const char *path, GError **error)
{
  GStatBuf old;

  if (g_lstat (path, &old) != 0)
    return TRUE;
  if (S_ISLNK (old.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("this is a link to something that is not there"));
      return FALSE;
    }
  if (!S_ISREG (old.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _ ("this is not an ordinary file"));
      return FALSE;
    }
  if (g_access (path, W_OK) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                       _ ("this file is write-protected"));
  return FALSE;
}

static gboolean
open_temporary (KringOutput *self, GError **error)
{
  GStatBuf old;

  if (g_stat (self->path, &old) == 0 && S_ISDIR (old.st_mode))
    {
      set_errno (error, EISDIR);
      return FALSE;
    }
  if (!may_replace (self->path, error))
    return FALSE;
  if (!kring_temporary_open (&self->file, self->folder))
    {
      set_errno (error, errno);
      return FALSE;
    }
  if (g_stat (self->path, &old) == 0 && !kring_rights_carry (self->file.fd, self->path, &old))
    set_errno (&self->error, errno);
  return TRUE;
}

/**
 * kring_output_new: (constructor)
 * @file: a local file; replaced at the end if it exists
 *
 * Returns: (transfer full) (nullable): an output, or %NULL with @error set
 */
KringOutput *
kring_output_new (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (KringOutput) self = g_new0 (KringOutput, 1);
  const char *path = g_file_peek_path (file);

  self->file = KRING_TEMPORARY_INIT;
  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Exports can only be written to a folder of this computer."));
      return NULL;
    }
  g_set_object (&self->cancellable, cancellable);
  self->path = resolve (path);
  self->folder = g_path_get_dirname (self->path);
  if (!open_temporary (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
kring_output_free (KringOutput *self)
{
  kring_temporary_clear (&self->file);
  g_free (self->folder);
  g_free (self->path);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * kring_output_write:
 *
 * Returns: whether @data was taken; %FALSE once anything went wrong, which
 *   kring_output_finish () tells
 */
gboolean
kring_output_write (KringOutput *self, const guint8 *data, gsize length)
{
  if (self->error != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return FALSE;
  while (length > 0)
    {
      gssize written = write (self->file.fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          set_errno (&self->error, errno);
          return FALSE;
        }
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

static gboolean
output_settle (KringOutput *self, GError **error)
{
  gboolean synced = fsync (self->file.fd) == 0 || kring_rights_is_excused (errno);

  if (!synced || !kring_temporary_close (&self->file) ||
      !kring_temporary_rename (&self->file, self->path))
    {
      set_errno (error, errno);
      return FALSE;
    }
  kring_temporary_remove_stale (self->folder);
  return TRUE;
}

/**
 * kring_output_finish:
 * @error: set to the first thing that went wrong, %G_IO_ERROR_CANCELLED among them
 *
 * Gives the file its name. To be called once, after which the output can only be freed.
 *
 * Returns: whether the file is there, whole
 */
gboolean
kring_output_finish (KringOutput *self, GError **error)
{
  g_return_val_if_fail (self->file.fd >= 0, FALSE);

  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return output_settle (self, error);
}
