/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places over a network that cannot set modes, cannot set files in order on the disk, keep no room
 * or know no lists: saving and exporting over what is there works, again and again. The calls below
 * stand in front of those of the C library.
 */
#undef _FILE_OFFSET_BITS
#include "file/storage/kring-file.h"
#include "picture/export/kring-output.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

/* What the place answers; 0: it can. */
static int refusal;
static guint n_refused;

/* Whether lists can be read there and not set. */
static gboolean lists_lost;

#define REAL(NAME) ((__typeof__ (&NAME)) dlsym (RTLD_NEXT, #NAME))

static gboolean
refuses (void)
{
  if (refusal == 0)
    return FALSE;
  n_refused++;
  errno = refusal;
  return TRUE;
}

int
fchmod (int fd, mode_t mode)
{
  return refuses () ? -1 : REAL (fchmod) (fd, mode);
}

int
fchown (int fd, uid_t uid, gid_t gid)
{
  return refuses () ? -1 : REAL (fchown) (fd, uid, gid);
}

int
fsync (int fd)
{
  return refuses () ? -1 : REAL (fsync) (fd);
}

int
flock (int fd, int operation)
{
  return refuses () ? -1 : REAL (flock) (fd, operation);
}

ssize_t
getxattr (const char *path, const char *name, void *value, size_t size)
{
  return refuses () ? -1 : REAL (getxattr) (path, name, value, size);
}

int
fsetxattr (int fd, const char *name, const void *value, size_t size, int flags)
{
  if (lists_lost)
    {
      errno = ENOSPC;
      return -1;
    }
  return refuses () ? -1 : REAL (fsetxattr) (fd, name, value, size, flags);
}

int
posix_fallocate (int fd, off_t offset, off_t size)
{
  return refuses () ? refusal : REAL (posix_fallocate) (fd, offset, size);
}

int
posix_fallocate64 (int fd, off64_t offset, off64_t size)
{
  return refuses () ? refusal : REAL (posix_fallocate64) (fd, offset, size);
}

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("kring-mounts-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "map.kring", NULL);
  n_refused = 0;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  refusal = 0;
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static const int excused[] = { ENOTSUP, ENOSYS, EINVAL, EPERM };

static void
test_save (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "one", "two", "three" };

  for (guint i = 0; i < G_N_ELEMENTS (excused); i++)
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
      {
        g_autoptr (GBytes) bytes = g_bytes_new_static (texts[t], strlen (texts[t]));
        g_autoptr (GBytes) back = NULL;
        g_autoptr (GError) error = NULL;

        refusal = excused[i];
        kring_file_save (self->path, bytes, NULL, NULL, &error);
        refusal = 0;
        g_assert_no_error (error);
        back = kring_file_load (self->path, NULL);
        g_assert_true (g_bytes_equal (back, bytes));
      }
  g_assert_cmpuint (n_refused, >, 20);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (excused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KringOutput) output = NULL;

      g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
      refusal = excused[i];
      output = kring_output_new (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (kring_output_write (output, (const guint8 *) "new", 3));
      kring_output_finish (output, &error);
      refusal = 0;
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_refused, >, 8);
}

/* What is no peculiarity of the place but a fault is still told. */
static void
test_fault (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  refusal = EIO;
  g_assert_false (kring_file_save (self->path, bytes, NULL, NULL, &error));
  refusal = 0;
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_FAILED);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* Where the list is lost, whoever it held back gains nothing: the group's rights in the mode of a
 * file with a list are those of everybody on it. */
static void
test_list_lost (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint32 version;
    struct
    {
      guint16 tag, rights;
      guint32 who;
    } entries[5];
  } list = { 2, { { 1, 6, -1 }, { 2, 6, 65534 }, { 4, 4, -1 }, { 16, 6, -1 }, { 32, 4, -1 } } };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  struct stat st;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  if (setxattr (self->path, "system.posix_acl_access", &list, sizeof list, 0) != 0)
    {
      g_test_skip ("no access lists here");
      return;
    }
  lists_lost = TRUE;
  kring_file_save (self->path, bytes, NULL, NULL, &error);
  lists_lost = FALSE;
  g_assert_no_error (error);
  g_assert_cmpint (stat (self->path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0644);
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/files/mounts/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save);
  ADD ("export", test_export);
  ADD ("fault", test_fault);
  ADD ("list-lost", test_list_lost);
  return g_test_run ();
}
