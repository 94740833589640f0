/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/kring-file.h"

#include "storage/kring-gate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMPORARY_PREFIX ".kring-save-"
#define TEMPORARY_NAME TEMPORARY_PREFIX "XXXXXX"
#define STALE_AGE (24 * 60 * 60) /* seconds */

/*
 * One saving: the new bytes go into a temporary file beside the target, and only when all of them
 * are on the disk and read back the same does that file take the name of the target.
 */
typedef struct
{
  GBytes *bytes;   /* (not owned) */
  char *target;    /* (owned) with links resolved */
  char *folder;    /* (owned) of the target */
  gboolean exists; /* there is a target */
  struct stat old; /* of the target, if it exists */
  char *temporary; /* (owned) (nullable) exists until it is renamed */
  int fd;          /* of the temporary file; -1: closed */
} Saver;

static int
get_error_code (int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return KRING_STORAGE_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
      return KRING_STORAGE_ERROR_PERMISSION;
    case EISDIR:
    case ELOOP:
    case ENXIO:
      return KRING_STORAGE_ERROR_NOT_FILE;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return KRING_STORAGE_ERROR_FULL;
    default:
      return KRING_STORAGE_ERROR_FAILED;
    }
}

static gboolean
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, KRING_STORAGE_ERROR, code, message);
  return FALSE;
}

/* What the system reports, in our words where people can do something about it. */
static gboolean
refuse_errno (GError **error, int number, gboolean saving)
{
  int code = get_error_code (number);

  if (code == KRING_STORAGE_ERROR_NOT_FOUND)
    return refuse (error, code,
                   saving ? _ ("the folder is not there") : _ ("the file is not there"));
  if (code == KRING_STORAGE_ERROR_PERMISSION)
    return refuse (error, code,
                   saving ? _ ("saving is not allowed in this folder; choose another place")
                          : _ ("reading this file is not allowed"));
  if (code == KRING_STORAGE_ERROR_FULL)
    return refuse (error, code, _ ("the disk is full"));
  g_set_error (error, KRING_STORAGE_ERROR, code,
               saving ? _ ("the file could not be saved: %s")
                      : _ ("the file could not be read: %s"),
               g_strerror (number));
  return FALSE;
}

static gboolean
check_stat (const struct stat *st, GError **error)
{
  if (S_ISDIR (st->st_mode))
    return refuse (error, KRING_STORAGE_ERROR_NOT_FILE, _ ("this is a folder, not a file"));
  if (!S_ISREG (st->st_mode))
    return refuse (error, KRING_STORAGE_ERROR_NOT_FILE, _ ("this is not an ordinary file"));
  return TRUE;
}

static gboolean
check_size (const struct stat *st, GError **error)
{
  if (st->st_size <= KRING_GATE_SIZE_MAX)
    return TRUE;
  g_set_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_LIMIT,
               _ ("the file is too large: %d MB (at most %d)"), (int) (st->st_size / 1000000),
               KRING_GATE_SIZE_MAX / 1000000);
  return FALSE;
}

/* Reads on until the end or until limit; returns whether that worked, else errno is set. */
static gboolean
read_all (int fd, GByteArray *data, gsize limit)
{
  guint8 *buffer = g_malloc (1 << 16);
  gssize n = 1;

  while (n != 0 && data->len <= limit)
    {
      n = read (fd, buffer, 1 << 16);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        break;
      g_byte_array_append (data, buffer, n);
    }
  g_free (buffer);
  return n >= 0;
}

static GBytes *
load_fd (int fd, GError **error)
{
  g_autoptr (GByteArray) data = NULL;
  struct stat st;

  if (fstat (fd, &st) < 0)
    {
      refuse_errno (error, errno, FALSE);
      return NULL;
    }
  if (!check_stat (&st, error) || !check_size (&st, error))
    return NULL;
  data = g_byte_array_sized_new (st.st_size);
  if (!read_all (fd, data, KRING_GATE_SIZE_MAX))
    {
      refuse_errno (error, errno, FALSE);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gboolean
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= n;
    }
  return TRUE;
}

static gboolean
saver_resolve (Saver *self, const char *path, GError **error)
{
  char *real = realpath (path, NULL);

  if (real == NULL && errno == ENOENT)
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *name = g_path_get_basename (path);
      struct stat st;
      char *real_folder;

      if (lstat (path, &st) == 0)
        return refuse (error, KRING_STORAGE_ERROR_NOT_FOUND, _ ("this link points at nothing"));
      real_folder = realpath (folder, NULL);
      if (real_folder == NULL)
        return refuse_errno (error, errno, TRUE);
      self->target = g_build_filename (real_folder, name, NULL);
      free (real_folder);
    }
  else if (real == NULL)
    return refuse_errno (error, errno, TRUE);
  else
    self->target = g_strdup (real);
  free (real);
  self->folder = g_path_get_dirname (self->target);
  self->exists = stat (self->target, &self->old) == 0;
  if (!self->exists)
    return errno == ENOENT || refuse_errno (error, errno, TRUE);
  if (!check_stat (&self->old, error))
    return FALSE;
  /* Renaming would get around the protection of the file itself. */
  return g_access (self->target, W_OK) == 0 ||
         refuse (error, KRING_STORAGE_ERROR_PERMISSION, _ ("this file is write-protected"));
}

static gboolean
saver_create (Saver *self, GError **error)
{
  self->temporary = g_build_filename (self->folder, TEMPORARY_NAME, NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd >= 0)
    return TRUE;
  refuse_errno (error, errno, TRUE);
  g_clear_pointer (&self->temporary, g_free);
  return FALSE;
}

/* Room first, so that a full disk is known before a byte is written. */
static gboolean
saver_fill (Saver *self, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  int number = size > 0 ? posix_fallocate (self->fd, 0, size) : 0;

  if (number != 0 && number != EOPNOTSUPP && number != EINVAL && number != ENOSYS)
    return refuse_errno (error, number, TRUE);
  if (!write_all (self->fd, data, size))
    return refuse_errno (error, errno, TRUE);
  if (self->exists && fchmod (self->fd, self->old.st_mode & 0777) < 0)
    return refuse_errno (error, errno, TRUE);
  if (fsync (self->fd) < 0)
    return refuse_errno (error, errno, TRUE);
  return TRUE;
}

static gboolean
saver_read_back (Saver *self, GError **error)
{
  g_autoptr (GBytes) back = NULL;
  int fd = self->fd;

  if (lseek (fd, 0, SEEK_SET) < 0)
    return refuse_errno (error, errno, TRUE);
  back = load_fd (fd, error);
  if (back == NULL)
    return FALSE;
  self->fd = -1;
  if (close (fd) < 0)
    return refuse_errno (error, errno, TRUE);
  if (!g_bytes_equal (back, self->bytes))
    return refuse (error, KRING_STORAGE_ERROR_VERIFY,
                   _ ("the disk gives back something else than was written"));
  return TRUE;
}

/* The target must still hold what is expected, and be the same file that was looked at first. */
static gboolean
saver_compare (Saver *self, const KringFingerprint *expected, GError **error)
{
  struct stat now;
  gboolean unchanged = FALSE;

  if (!kring_file_is_unchanged (self->target, expected, &unchanged, error))
    return FALSE;
  unchanged = unchanged && self->exists && stat (self->target, &now) == 0 &&
              now.st_ino == self->old.st_ino && now.st_size == self->old.st_size &&
              now.st_mtim.tv_sec == self->old.st_mtim.tv_sec &&
              now.st_mtim.tv_nsec == self->old.st_mtim.tv_nsec;
  return unchanged || refuse (error, KRING_STORAGE_ERROR_CHANGED,
                              _ ("the file was changed or removed by someone else"));
}

static gboolean
saver_rename (Saver *self, GError **error)
{
  if (rename (self->temporary, self->target) < 0)
    return refuse_errno (error, errno, TRUE);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/* Without this the new name may be gone after a power cut. Some places cannot do it. */
static gboolean
saver_sync_folder (Saver *self, GError **error)
{
  int fd = g_open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int number = 0;

  if (fd < 0)
    return refuse_errno (error, errno, TRUE);
  if (fsync (fd) < 0)
    number = errno;
  close (fd);
  if (number == 0 || number == EINVAL || number == ENOTSUP || number == ENOSYS)
    return TRUE;
  return refuse_errno (error, number, TRUE);
}

static gboolean
saver_verify (Saver *self, GError **error)
{
  KringFingerprint written = kring_fingerprint_new (self->bytes);
  gboolean unchanged;

  if (!kring_file_is_unchanged (self->target, &written, &unchanged, error))
    return FALSE;
  return unchanged || refuse (error, KRING_STORAGE_ERROR_VERIFY,
                              _ ("the disk gives back something else than was written"));
}

static void
saver_clear (Saver *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->folder);
}

/**
 * kring_fingerprint_new:
 * @bytes: all of a file
 *
 * Returns: its size and SHA-256, by which two files are told apart
 */
KringFingerprint
kring_fingerprint_new (GBytes *bytes)
{
  KringFingerprint self = { g_bytes_get_size (bytes), { 0 } };
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_strlcpy (self.hash, hash, sizeof self.hash);
  return self;
}

/**
 * kring_fingerprint_equal:
 *
 * Returns: whether both are of the same bytes
 */
gboolean
kring_fingerprint_equal (const KringFingerprint *a, const KringFingerprint *b)
{
  return a->size == b->size && strcmp (a->hash, b->hash) == 0;
}

/**
 * kring_file_load:
 * @error: return location for an error of %KRING_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the content of an ordinary file of at most
 *   %KRING_GATE_SIZE_MAX bytes
 */
GBytes *
kring_file_load (const char *path, GError **error)
{
  /* A pipe without a writer must not block. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  GBytes *bytes;

  if (fd < 0)
    {
      refuse_errno (error, errno, FALSE);
      return NULL;
    }
  bytes = load_fd (fd, error);
  close (fd);
  return bytes;
}

/**
 * kring_file_save:
 * @path: where to; a link is followed, and stays
 * @expected: (nullable): what must stand there now; %NULL: whatever stands there may be replaced
 * @replaced: (out) (optional): whether @bytes stand at @path now; that can be so after a failure
 *   too, if only their durability is in doubt
 * @error: return location for an error of %KRING_STORAGE_ERROR
 *
 * Puts @bytes in the place of the file at @path, whole or not at all. Keeps the permissions of an
 * existing file; a new one is for its owner only.
 *
 * Returns: whether @bytes are safe on the disk
 */
gboolean
kring_file_save (const char *path,
                 GBytes *bytes,
                 const KringFingerprint *expected,
                 gboolean *replaced,
                 GError **error)
{
  Saver self = { .bytes = bytes, .fd = -1 };
  gboolean renamed, saved;

  renamed = saver_resolve (&self, path, error) && saver_create (&self, error) &&
            saver_fill (&self, error) && saver_read_back (&self, error) &&
            (expected == NULL || saver_compare (&self, expected, error)) &&
            saver_rename (&self, error);
  saved = renamed && saver_sync_folder (&self, error) && saver_verify (&self, error);
  saver_clear (&self);
  if (replaced != NULL)
    *replaced = renamed;
  return saved;
}

/**
 * kring_file_is_unchanged:
 * @expected: what was loaded or saved
 * @unchanged: (out): whether the file is there and holds just that
 * @error: return location for an error of %KRING_STORAGE_ERROR
 *
 * Returns: whether it could be found out
 */
gboolean
kring_file_is_unchanged (const char *path,
                         const KringFingerprint *expected,
                         gboolean *unchanged,
                         GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = kring_file_load (path, &failure);
  KringFingerprint now;

  *unchanged = FALSE;
  if (bytes != NULL)
    {
      now = kring_fingerprint_new (bytes);
      *unchanged = kring_fingerprint_equal (&now, expected);
      return TRUE;
    }
  /* Something else stands there now, or nothing. */
  if (failure->code == KRING_STORAGE_ERROR_NOT_FOUND ||
      failure->code == KRING_STORAGE_ERROR_NOT_FILE || failure->code == KRING_STORAGE_ERROR_LIMIT)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * kring_file_may_save:
 *
 * A hint for people before they begin; only kring_file_save () tells for sure.
 *
 * Returns: whether the file and its folder may be written
 */
gboolean
kring_file_may_save (const char *path)
{
  g_autofree char *real = g_file_test (path, G_FILE_TEST_EXISTS) ? realpath (path, NULL) : NULL;
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);

  return (real == NULL || g_access (real, W_OK) == 0) && g_access (folder, W_OK | X_OK) == 0;
}

/**
 * kring_file_remove_stale:
 *
 * Removes the temporary files that savings left in @folder when they were cut off more than a day
 * ago: they hold whole maps.
 */
void
kring_file_remove_stale (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat st;

      if (g_str_has_prefix (name, TEMPORARY_PREFIX) && strlen (name) == strlen (TEMPORARY_NAME) &&
          lstat (path, &st) == 0 && S_ISREG (st.st_mode) && st.st_mtime < now - STALE_AGE)
        g_unlink (path);
    }
}
