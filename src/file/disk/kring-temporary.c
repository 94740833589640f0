/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/disk/kring-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX ".kring-save-"
#define MACHINE_LENGTH 8
#define RANDOM_LENGTH 6
#define TRIES 20
#define STALE_AGE (24 * 60 * 60) /* in seconds, where locks tell nothing */

/* Tells this machine from others that see the same folder, without telling which it is. */
static const char *
get_machine (void)
{
  static char *machine;

  if (g_once_init_enter (&machine))
    {
      g_autofree char *id = NULL, *both = NULL, *hash = NULL;

      if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL))
        id = g_strdup ("");
      both = g_strconcat (id, g_get_host_name (), NULL);
      hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
      g_once_init_leave (&machine, g_strndup (hash, MACHINE_LENGTH));
    }
  return machine;
}

/* Another program that cleans up may hold the lock of a file that was made just now, or have
 * removed it. */
static gboolean
temporary_take_lock (KringTemporary *self)
{
  struct stat st;

  self->lock = dup (self->fd);
  if (flock (self->fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK)
    return FALSE;
  return fstat (self->fd, &st) < 0 || st.st_nlink > 0;
}

/**
 * kring_temporary_open:
 *
 * Makes a new file in @folder, for its owner only.
 *
 * Returns: whether there is one; if not, errno is set
 */
gboolean
kring_temporary_open (KringTemporary *self, const char *folder)
{
  for (int i = 0; i < TRIES; i++)
    {
      g_autofree char *name = g_strconcat (PREFIX, get_machine (), "-XXXXXX", NULL);

      *self = KRING_TEMPORARY_INIT;
      self->path = g_build_filename (folder, name, NULL);
      self->fd = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0600);
      if (self->fd < 0)
        {
          int number = errno;

          g_clear_pointer (&self->path, g_free);
          errno = number;
          return FALSE;
        }
      if (temporary_take_lock (self))
        return TRUE;
      kring_temporary_clear (self);
    }
  errno = EAGAIN;
  return FALSE;
}

/**
 * kring_temporary_close:
 *
 * Closes the file; its lock stays.
 *
 * Returns: whether that worked; if not, errno is set
 */
gboolean
kring_temporary_close (KringTemporary *self)
{
  int fd = self->fd;

  self->fd = -1;
  return close (fd) == 0;
}

/**
 * kring_temporary_rename:
 *
 * Gives the file the name @target, in place of what had it.
 *
 * Returns: whether that worked; if not, errno is set
 */
gboolean
kring_temporary_rename (KringTemporary *self, const char *target)
{
  if (rename (self->path, target) < 0)
    return FALSE;
  g_clear_pointer (&self->path, g_free);
  return TRUE;
}

/**
 * kring_temporary_clear:
 *
 * Removes the file, unless it was renamed.
 */
void
kring_temporary_clear (KringTemporary *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
  if (self->fd >= 0)
    close (self->fd);
  if (self->lock >= 0)
    close (self->lock);
  self->fd = self->lock = -1;
}

static gboolean
is_random (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return FALSE;
  return strlen (text) == RANDOM_LENGTH;
}

/* Whether Kring gives such names to temporary files, or gave them before they told the machine. */
static gboolean
is_temporary (const char *name, gboolean *ours)
{
  const char *rest = name;
  gsize length = strlen (PREFIX) + MACHINE_LENGTH + 1;

  *ours = FALSE;
  if (!g_str_has_prefix (name, ".kring-"))
    return FALSE;
  if (g_str_has_prefix (name, PREFIX) && strlen (name) == length + RANDOM_LENGTH)
    {
      *ours = strncmp (name + strlen (PREFIX), get_machine (), MACHINE_LENGTH) == 0;
      return is_random (name + length);
    }
  rest += strlen (g_str_has_prefix (name, PREFIX) ? PREFIX : ".kring-");
  return is_random (rest);
}

/* Whether it is certain that nobody writes the file any more. */
static gboolean
is_stale (int fd, gboolean ours)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gboolean locked, known;
  struct stat st;

  if (fstat (fd, &st) < 0 || !S_ISREG (st.st_mode) || st.st_uid != geteuid ())
    return FALSE;
  locked = flock (fd, LOCK_EX | LOCK_NB) == 0;
  known = locked && ours;
  if (!locked && errno == EWOULDBLOCK)
    return FALSE;
  return known || st.st_mtime < now - STALE_AGE;
}

/**
 * kring_temporary_remove_stale:
 *
 * Removes what was left in @folder by programs that were killed while they wrote: it holds whole
 * maps. Those of this machine go at once, others when they are more than a day old.
 */
void
kring_temporary_remove_stale (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean ours;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      int fd;

      if (!is_temporary (name, &ours))
        continue;
      path = g_build_filename (folder, name, NULL);
      fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, 0);
      if (fd < 0)
        continue;
      if (is_stale (fd, ours))
        g_unlink (path);
      close (fd);
    }
}
