/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a killed program left beside a map goes; what somebody is writing stays.
 */
#include "file/disk/kring-temporary.h"

#include "file/storage/kring-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

typedef struct
{
  char *folder; /* (owned) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("kring-files-XXXXXX", NULL);
}

static guint
count (Fixture *self, gboolean empty)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      n++;
      if (empty)
        g_unlink (path);
    }
  return n;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  count (self, TRUE);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static void
put (Fixture *self, const char *name, gint64 age)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  struct utimbuf times = { time (NULL) - age, time (NULL) - age };

  g_assert_true (g_file_set_contents (path, "a whole map", -1, NULL));
  utime (path, &times);
}

static gboolean
is_there (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A child that is killed while it has a file open; returns when it is gone. */
static void
leave_one (Fixture *self)
{
  KringTemporary temporary = KRING_TEMPORARY_INIT;
  int ready[2], status;
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (kring_temporary_open (&temporary, self->folder) &&
          write (temporary.fd, "half a map", 10) == 10 && write (ready[1], "x", 1) == 1)
        for (;;)
          pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  /* Somebody else opens the folder meanwhile: it is being written. */
  kring_temporary_remove_stale (self->folder);
  g_assert_cmpuint (count (self, FALSE), ==, 1);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  close (ready[0]);
  close (ready[1]);
  g_assert_cmpuint (count (self, FALSE), ==, 1);
}

static void
test_killed (Fixture *self, gconstpointer data)
{
  leave_one (self);
  kring_temporary_remove_stale (self->folder);
  g_assert_cmpuint (count (self, FALSE), ==, 0);
}

/* The next saving of a map takes away what the last left. */
static void
test_saving (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "map.kring", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  leave_one (self);
  g_assert_true (kring_file_save (path, bytes, NULL, NULL, NULL));
  g_assert_cmpuint (count (self, FALSE), ==, 1);
}

/* Names of other machines, and of before the machine was in the name: only when a day old. Whatever
 * else begins alike is somebody's own. */
static void
test_names (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 age;
    gboolean stays;
  } rows[] = {
    { ".kring-save-AbCd12", 90000, FALSE },
    { ".kring-save-AbCd34", 60, TRUE },
    { ".kring-AbCd12", 90000, FALSE },
    { ".kring-AbCd34", 60, TRUE },
    { ".kring-save-zzzzzzzz-AbCd12", 90000, FALSE },
    { ".kring-save-zzzzzzzz-AbCd34", 60, TRUE },
    { ".kring-save-zzzzzzzz-a.d 12", 90000, TRUE },
    { ".kring-save-other.txt", 90000, TRUE },
    { ".kring-notes", 90000, TRUE },
    { ".kring-a.txt", 90000, TRUE },
    { "kring-AbCd12", 90000, TRUE },
    { ".kring", 90000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    put (self, rows[i].name, rows[i].age);
  kring_temporary_remove_stale (self->folder);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (is_there (self, rows[i].name), ==, rows[i].stays);
    }
}

/* What somebody is writing is old when the disk stood still or the clock was set: it stays. */
static void
test_old_in_use (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, ".kring-save-zzzzzzzz-AbCd12", NULL);
  int fd;

  put (self, ".kring-save-zzzzzzzz-AbCd12", 90000);
  fd = g_open (path, O_RDONLY, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  kring_temporary_remove_stale (self->folder);
  g_assert_cmpuint (count (self, FALSE), ==, 1);
  close (fd);
  kring_temporary_remove_stale (self->folder);
  g_assert_cmpuint (count (self, FALSE), ==, 0);
}

/* In a shared folder, what a colleague left is theirs to remove. */
static void
test_of_others (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, ".kring-save-AbCd12", NULL);

  put (self, ".kring-save-AbCd12", 90000);
  if (chown (path, geteuid () + 1, -1) < 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  kring_temporary_remove_stale (self->folder);
  g_assert_cmpuint (count (self, FALSE), ==, 1);
}

/* A link of that name leads to something that is not ours. */
static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, ".kring-save-AbCd12", NULL);

  put (self, "mine", 90000);
  g_assert_cmpint (symlink ("mine", link), ==, 0);
  kring_temporary_remove_stale (self->folder);
  g_assert_true (is_there (self, "mine"));
  g_assert_cmpuint (count (self, FALSE), ==, 2);
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/files/temporary/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("killed", test_killed);
  ADD ("saving", test_saving);
  ADD ("names", test_names);
  ADD ("old-in-use", test_old_in_use);
  ADD ("of-others", test_of_others);
  ADD ("link", test_link);
  return g_test_run ();
}
