/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/kring-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _KringOutput
{
  char *path;                /* (owned): the name that it will have */
  char *temporary;           /* (owned) (nullable): the name that it has until then */
  int fd;                    /* -1: closed */
  GCancellable *cancellable; /* (owned) (nullable) */
  GError *error;             /* (owned) (nullable): the first thing that went wrong */
};

static void
set_errno (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
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

static gboolean
open_temporary (KringOutput *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  GStatBuf old;

  if (g_stat (self->path, &old) == 0 && S_ISDIR (old.st_mode))
    {
      set_errno (error, EISDIR);
      return FALSE;
    }
  self->temporary = g_build_filename (folder, ".kring-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      set_errno (error, errno);
      g_clear_pointer (&self->temporary, g_free);
      return FALSE;
    }
  if (g_stat (self->path, &old) == 0 && fchmod (self->fd, old.st_mode & 0777) != 0)
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

  self->fd = -1;
  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Exports can only be written to a folder of this computer."));
      return NULL;
    }
  g_set_object (&self->cancellable, cancellable);
  self->path = resolve (path);
  if (!open_temporary (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
kring_output_free (KringOutput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
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
      gssize written = write (self->fd, data, length);

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
settle (KringOutput *self, GError **error)
{
  int fd = self->fd;

  self->fd = -1;
  if (fsync (fd) != 0)
    {
      set_errno (error, errno);
      close (fd);
      return FALSE;
    }
  if (close (fd) != 0 || g_rename (self->temporary, self->path) != 0)
    {
      set_errno (error, errno);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
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
  g_return_val_if_fail (self->fd >= 0, FALSE);

  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return settle (self, error);
}
