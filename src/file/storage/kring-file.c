/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-file.h"

#include "file/disk/kring-rights.h"
#include "file/disk/kring-system-error.h"
#include "file/disk/kring-temporary.h"
#include "file/storage/kring-gate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * One saving: the new bytes go into a temporary file beside the target, and only when all of them
 * are on the disk and read back the same does that file take the name of the target.
 */
typedef struct
{
  GBytes *bytes;       /* (not owned) */
  char *target;        /* (owned) with links resolved */
  char *folder;        /* (owned) of the target */
  gboolean exists;     /* there is a target */
  struct stat old;     /* of the target, if it exists */
  KringTemporary file; /* (owned) exists until it is renamed */
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
file_refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, KRING_STORAGE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_errno (GError **error, int number, gboolean saving)
{
  return file_refuse (error, get_error_code (number), kring_system_error_describe (number, saving));
}

static gboolean
check_stat (const struct stat *st, GError **error)
{
  if (S_ISDIR (st->st_mode))
    return file_refuse (error, KRING_STORAGE_ERROR_NOT_FILE, _ ("this is a folder, not a file"));
  if (!S_ISREG (st->st_mode))
    return file_refuse (error, KRING_STORAGE_ERROR_NOT_FILE, _ ("this is not an ordinary file"));
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
        return file_refuse (error, KRING_STORAGE_ERROR_NOT_FOUND,
                            _ ("this link points at nothing"));
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
  /* Refuses a write-protected file, for renaming would get around its protection. */
  return g_access (self->target, W_OK) == 0 ||
         file_refuse (error, KRING_STORAGE_ERROR_PERMISSION, _ ("this file is write-protected"));
}

static gboolean
saver_create (Saver *self, GError **error)
{
  return kring_temporary_open (&self->file, self->folder) || refuse_errno (error, errno, TRUE);
}

/* Reserves the space first, so that a full disk is noticed before a byte is written. */
static gboolean
saver_fill (Saver *self, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  int fd = self->file.fd, number = size > 0 ? posix_fallocate (fd, 0, size) : 0;

  if (number != 0 && !kring_rights_is_excused (number))
    return refuse_errno (error, number, TRUE);
  if (!write_all (fd, data, size))
    return refuse_errno (error, errno, TRUE);
  if (self->exists && !kring_rights_carry (fd, self->target, &self->old))
    return refuse_errno (error, errno, TRUE);
  if (fsync (fd) < 0 && !kring_rights_is_excused (errno))
    return refuse_errno (error, errno, TRUE);
  return TRUE;
}

static gboolean
saver_read_back (Saver *self, GError **error)
{
  g_autoptr (GBytes) back = NULL;

  if (lseek (self->file.fd, 0, SEEK_SET) < 0)
    return refuse_errno (error, errno, TRUE);
  back = load_fd (self->file.fd, error);
  if (back == NULL)
    return FALSE;
  if (!kring_temporary_close (&self->file))
    return refuse_errno (error, errno, TRUE);
  if (!g_bytes_equal (back, self->bytes))
    return file_refuse (error, KRING_STORAGE_ERROR_VERIFY,
                        _ ("the disk gives back something else than was written"));
  return TRUE;
}

/* Checks that the target still holds what is expected, and is the same file that was looked at
 * first. */
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
  return unchanged || file_refuse (error, KRING_STORAGE_ERROR_CHANGED,
                                   _ ("the file was changed or removed by someone else"));
}

static gboolean
saver_rename (Saver *self, GError **error)
{
  return kring_temporary_rename (&self->file, self->target) || refuse_errno (error, errno, TRUE);
}

/* Without this the new name may be gone after a power cut. Some file systems cannot do it. */
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
  if (number == 0 || kring_rights_is_excused (number))
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
  return unchanged || file_refuse (error, KRING_STORAGE_ERROR_VERIFY,
                                   _ ("the disk gives back something else than was written"));
}

static void
saver_clear (Saver *self)
{
  kring_temporary_clear (&self->file);
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
 * @path: of the file
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
 * Puts @bytes in the place of the file at @path, whole or not at all. An existing file keeps
 * its group and who may read and write it, as far as that is allowed; a new one is for its owner only.
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
  Saver self = { .bytes = bytes, .file = KRING_TEMPORARY_INIT };
  gboolean renamed, saved;

  renamed = saver_resolve (&self, path, error) && saver_create (&self, error) &&
            saver_fill (&self, error) && saver_read_back (&self, error) &&
            (expected == NULL || saver_compare (&self, expected, error)) &&
            saver_rename (&self, error);
  saved = renamed && saver_sync_folder (&self, error) && saver_verify (&self, error);
  if (saved)
    kring_temporary_remove_stale (self.folder);
  saver_clear (&self);
  if (replaced != NULL)
    *replaced = renamed;
  return saved;
}

/**
 * kring_file_is_unchanged:
 * @path: of the file
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
