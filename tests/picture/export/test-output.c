/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-output.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static const guint8 bytes[] = "bytes";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kring-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.pdf", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
assert_contents (Fixture *fixture, const char *wanted)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, wanted);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KringOutput) output = kring_output_new (fixture->file, NULL, &error);
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_true (kring_output_write (output, bytes, 5));
  g_assert_false (g_file_query_exists (fixture->file, NULL));
  g_assert_true (kring_output_finish (output, &error));
  assert_contents (fixture, "bytes");
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  KringOutput *output;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  output = kring_output_new (fixture->file, NULL, NULL);
  g_assert_true (kring_output_write (output, bytes, 5));
  kring_output_free (output);
  assert_contents (fixture, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  KringOutput *output;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  output = kring_output_new (fixture->file, cancellable, NULL);
  g_assert_true (kring_output_write (output, bytes, 5));
  g_cancellable_cancel (cancellable);
  g_assert_false (kring_output_write (output, bytes, 5));
  g_assert_false (kring_output_finish (output, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  kring_output_free (output);
  assert_contents (fixture, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* An existing file keeps its mode, and a link stays a link. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (KringOutput) output = NULL;
  GStatBuf status;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  g_chmod (fixture->path, 0640);
  g_assert_cmpint (symlink ("out.pdf", link), ==, 0);
  output = kring_output_new (file, NULL, NULL);
  g_assert_true (kring_output_write (output, bytes, 5));
  g_assert_true (kring_output_finish (output, NULL));
  assert_contents (fixture, "bytes");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0640);
}

static void
test_dangling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("away.pdf", fixture->path), ==, 0);
  g_assert_null (kring_output_new (fixture->file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* What is no file is not put away for one. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (kring_output_new (fixture->file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpint (g_lstat (fixture->path, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* In a process that is not root, whom no protection holds. */
static void
test_protected (Fixture *fixture, gconstpointer data)
{
  int status = -1;
  pid_t child;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  g_chmod (fixture->path, 0444);
  g_chmod (fixture->folder, 0777);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      if (getuid () == 0 && setuid (65534) != 0)
        _exit (2);
      _exit (kring_output_new (fixture->file, NULL, &error) == NULL &&
                     g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
                 ? 0
                 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  assert_contents (fixture, "old");
}

static void
test_no_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/proc/nowhere/out.pdf");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (kring_output_new (nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kring_output_new (folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_elsewhere (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///nowhere/out.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_null (kring_output_new (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/output/whole", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/export/output/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/export/output/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/export/output/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/export/output/dangling", Fixture, NULL, set_up, test_dangling, tear_down);
  g_test_add ("/export/output/pipe", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/export/output/protected", Fixture, NULL, set_up, test_protected, tear_down);
  g_test_add ("/export/output/no-place", Fixture, NULL, set_up, test_no_place, tear_down);
  g_test_add_func ("/export/output/elsewhere", test_elsewhere);
  return g_test_run ();
}
