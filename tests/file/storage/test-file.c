/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare () */
#include "file/storage/kring-file.h"

#include "file/storage/kring-gate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define NOBODY 65534

/* The status of a child that may not mount anything. */
#define CANNOT_MOUNT 77

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) in it, not there yet */
  char *disk;   /* (owned) likewise: a folder to mount on */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kring-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "map é.kring", NULL);
  fixture->disk = g_build_filename (fixture->folder, "disk", NULL);
}

static guint
empty_folder (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_str_has_prefix (name, prefix);
      g_remove (path);
    }
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* Whatever happened, no temporary file stays. */
  g_assert_cmpuint (empty_folder (fixture->folder, ".kring-save-"), ==, 0);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->disk);
  g_free (fixture->folder);
}

static gboolean
save (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return kring_file_save (path, bytes, NULL, NULL, error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kring_file_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
assert_not_saved (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (path, "new", &error));
  g_assert_error (error, KRING_STORAGE_ERROR, code);
}

static void
assert_not_loaded (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kring_file_load (path, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, code);
}

static guint
get_mode (const char *path)
{
  struct stat st;

  g_assert_cmpint (lstat (path, &st), ==, 0);
  return st.st_mode & 0777;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_assert_true (save (fixture->path, "first", NULL));
  assert_content (fixture->path, "first");
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
  g_chmod (fixture->path, 0640);
  g_assert_true (save (fixture->path, "second, longer", NULL));
  assert_content (fixture->path, "second, longer");
  g_assert_cmpuint (get_mode (fixture->path), ==, 0640);
  g_assert_true (save (fixture->path, "", NULL));
  assert_content (fixture->path, "");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);

  g_assert_true (save (fixture->path, "first", NULL));
  g_assert_cmpint (symlink ("map é.kring", link), ==, 0);
  g_assert_cmpint (symlink ("gone/map.kring", nowhere), ==, 0);
  g_assert_true (save (link, "through", NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->path, "through");
  assert_not_saved (nowhere, KRING_STORAGE_ERROR_NOT_FOUND);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n'), *longer = g_strnfill (256, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *too_long = g_build_filename (fixture->folder, longer, NULL);

  g_assert_true (save (path, "text", NULL));
  assert_content (path, "text");
  assert_not_saved (too_long, KRING_STORAGE_ERROR_FAILED);
}

static void
test_expected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5),
                     second = g_bytes_new_static ("2nd", 3);
  KringFingerprint expected = kring_fingerprint_new (first);
  struct stat st;
  struct utimbuf times;
  gboolean replaced;
  g_autoptr (GError) error = NULL;

  g_assert_true (kring_file_save (fixture->path, first, NULL, NULL, NULL));
  g_assert_true (kring_file_save (fixture->path, second, &expected, &replaced, &error));
  g_assert_no_error (error);
  g_assert_true (replaced);
  g_assert_false (kring_file_save (fixture->path, first, &expected, &replaced, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (replaced);
  assert_content (fixture->path, "2nd");
  /* Same size, time put back, as synchronising programs do. */
  expected = kring_fingerprint_new (second);
  g_assert_cmpint (stat (fixture->path, &st), ==, 0);
  g_assert_true (save (fixture->path, "3rd", NULL));
  times.actime = times.modtime = st.st_mtime;
  g_assert_cmpint (utime (fixture->path, &times), ==, 0);
  g_assert_false (kring_file_save (fixture->path, first, &expected, NULL, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_CHANGED);
  g_clear_error (&error);
  g_unlink (fixture->path);
  g_assert_false (kring_file_save (fixture->path, first, &expected, NULL, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_CHANGED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_not_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gone = g_build_filename (fixture->folder, "gone", "map.kring", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *below = NULL;

  assert_not_loaded (fixture->path, KRING_STORAGE_ERROR_NOT_FOUND);
  assert_not_loaded (fixture->folder, KRING_STORAGE_ERROR_NOT_FILE);
  assert_not_saved (fixture->folder, KRING_STORAGE_ERROR_NOT_FILE);
  assert_not_saved (gone, KRING_STORAGE_ERROR_NOT_FOUND);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_not_loaded (pipe, KRING_STORAGE_ERROR_NOT_FILE);
  assert_not_saved (pipe, KRING_STORAGE_ERROR_NOT_FILE);
  g_assert_true (save (fixture->path, "text", NULL));
  below = g_build_filename (fixture->path, "map.kring", NULL);
  assert_not_loaded (below, KRING_STORAGE_ERROR_NOT_FOUND);
  assert_not_saved (below, KRING_STORAGE_ERROR_NOT_FOUND);
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_true (save (fixture->path, "", NULL));
  g_assert_cmpint (truncate (fixture->path, 200 * 1000 * 1000), ==, 0);
  assert_not_loaded (fixture->path, KRING_STORAGE_ERROR_LIMIT);
  /* Refused by its size alone, not after reading it. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
  g_assert_cmpint (truncate (fixture->path, KRING_GATE_SIZE_MAX + 1), ==, 0);
  assert_not_loaded (fixture->path, KRING_STORAGE_ERROR_LIMIT);
}

static void
check_permission (Fixture *fixture)
{
  g_assert_true (save (fixture->path, "old", NULL));
  g_chmod (fixture->path, 0);
  assert_not_loaded (fixture->path, KRING_STORAGE_ERROR_PERMISSION);
  g_chmod (fixture->path, 0400);
  assert_not_saved (fixture->path, KRING_STORAGE_ERROR_PERMISSION);
  g_chmod (fixture->path, 0600);
  g_chmod (fixture->folder, 0500);
  g_assert_false (kring_file_may_save (fixture->path));
  assert_not_saved (fixture->path, KRING_STORAGE_ERROR_PERMISSION);
  g_chmod (fixture->folder, 0700);
  g_assert_true (kring_file_may_save (fixture->path));
  assert_content (fixture->path, "old");
}

/* How a child process ended in which @func did what this process must not do to itself. */
static int
run_in_child (void (*func) (Fixture *fixture), Fixture *fixture)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      func (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
give_up_root (Fixture *fixture)
{
  g_assert_cmpint (setuid (NOBODY), ==, 0);
  check_permission (fixture);
}

/* Root may do everything, so a child gives up being root first. */
static void
test_permission (Fixture *fixture, gconstpointer data)
{
  if (geteuid () != 0)
    {
      check_permission (fixture);
      return;
    }
  g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (run_in_child (give_up_root, fixture), ==, 0);
}

static gboolean
write_to (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY);
  gboolean written = fd >= 0 && write (fd, text, strlen (text)) == (ssize_t) strlen (text);

  if (fd >= 0)
    close (fd);
  return written;
}

/* Mounts for this process alone. Who is not root is so in a name space of their own, where the
 * machine allows that. */
static gboolean
mount_small (const char *disk)
{
  g_autofree char *uid = g_strdup_printf ("0 %u 1", (guint) geteuid ());
  g_autofree char *gid = g_strdup_printf ("0 %u 1", (guint) getegid ());
  gboolean root = geteuid () == 0;

  if (unshare (root ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) < 0)
    return FALSE;
  if (!root && !(write_to ("/proc/self/setgroups", "deny") &&
                 write_to ("/proc/self/uid_map", uid) && write_to ("/proc/self/gid_map", gid)))
    return FALSE;
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("none", disk, "tmpfs", 0, "size=1m") == 0;
}

static void
fill_small_disk (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->disk, "map.kring", NULL);
  g_autofree char *large = g_strnfill (600 * 1024, 'x');
  g_autoptr (GError) error = NULL;

  if (!mount_small (fixture->disk))
    _exit (CANNOT_MOUNT);
  g_assert_true (save (path, large, NULL));
  large[0] = 'y';
  g_assert_false (save (path, large, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_FULL);
  large[0] = 'x';
  assert_content (path, large);
  g_assert_cmpuint (empty_folder (fixture->disk, ".kring-save-"), ==, 0);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  int status;

  g_mkdir (fixture->disk, 0700);
  status = run_in_child (fill_small_disk, fixture);
  g_rmdir (fixture->disk);
  if (status == CANNOT_MOUNT)
    g_test_skip ("no disk can be mounted here, not even one for this process alone");
  else
    g_assert_cmpint (status, ==, 0);
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/storage/file/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save);
  ADD ("link", test_link);
  ADD ("long-name", test_long_name);
  ADD ("expected", test_expected);
  ADD ("not-files", test_not_files);
  ADD ("large", test_large);
  ADD ("permission", test_permission);
  ADD ("full-disk", test_full_disk);
  return g_test_run ();
}
