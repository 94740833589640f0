/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A thousand times kill -9 at a random moment while one version after the other is saved. What
 * stands there afterwards must be one whole version, and not older than the last one that was
 * reported as saved.
 */
#include "file/storage/kring-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 1000
#define KILL_WITHIN 6000 /* microseconds */

/* Shared with the child. */
typedef struct
{
  int saved; /* the last version of which saving said that it is safe */
} Report;

static GBytes *
make_version (int version)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 4000 + version % 7 * 500; i++)
    g_string_append_printf (text, "version %d\n", version);
  return g_string_free_to_bytes (text);
}

static void
save_for_ever (const char *path, int version, Report *report)
{
  for (;; version++)
    {
      g_autoptr (GBytes) bytes = make_version (version);

      if (kring_file_save (path, bytes, NULL, NULL, NULL))
        report->saved = version;
    }
}

/* Which whole version stands there. */
static int
read_version (const char *path)
{
  g_autoptr (GBytes) bytes = kring_file_load (path, NULL), whole = NULL;
  g_autofree char *text = NULL;
  int version;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (text, "version "));
  version = atoi (text + strlen ("version "));
  whole = make_version (version);
  g_assert_true (g_bytes_equal (bytes, whole));
  return version;
}

/* What was cut off leaves its temporary file; gives how many there were. */
static int
remove_temporaries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, ".kring-save-") && g_unlink (path) == 0)
        n++;
    }
  return n;
}

static void
kill_once (const char *path, int version, Report *report)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    save_for_ever (path, version, report);
  g_usleep (g_test_rand_int_range (0, KILL_WITHIN));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static void
test_kill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.kring", NULL);
  Report *report =
      mmap (NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_autoptr (GBytes) first = make_version (1);
  int version = 1, n_cut = 0;

  g_assert_true (kring_file_save (path, first, NULL, NULL, NULL));
  report->saved = 1;
  for (int i = 0; i < N_KILLS; i++)
    {
      kill_once (path, version + 1, report);
      version = read_version (path);
      g_assert_cmpint (version, >=, report->saved);
      n_cut += remove_temporaries (folder);
    }
  g_test_message ("%d kills, %d of them while saving, %d versions saved", N_KILLS, n_cut, version);
  g_assert_cmpint (n_cut, >, N_KILLS / 20);
  munmap (report, sizeof *report);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/kill", test_kill);
  return g_test_run ();
}
