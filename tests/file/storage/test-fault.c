/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving with an error at every call to the system, one after the other, until no error fires any
 * more. The calls below stand in front of those of the C library, also for GLib.
 */
#undef _FILE_OFFSET_BITS
#include "file/storage/kring-file.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum
{
  FAULT_ERROR,     /* the call fails */
  FAULT_INTERRUPT, /* it fails once with EINTR; must not matter */
  FAULT_SHORT,     /* it reads or writes one byte only; must not matter */
  FAULT_LIE,       /* it writes something else and says nothing */
} FaultKind;

static struct
{
  gboolean armed;
  FaultKind kind;
  int at;     /* which call, from 1 */
  int number; /* errno */
  int n_calls;
  gboolean fired;
  const char *fired_in;
  int n_synced; /* fsync calls that worked */
} fault;

/* Whether this call is the one. */
static gboolean
fires (const char *name, gboolean transfers)
{
  if (!fault.armed || (fault.kind != FAULT_ERROR && !transfers))
    return FALSE;
  if (fault.kind == FAULT_LIE && strcmp (name, "write") != 0)
    return FALSE;
  if (++fault.n_calls != fault.at)
    return FALSE;
  fault.fired = TRUE;
  fault.fired_in = name;
  errno = fault.kind == FAULT_INTERRUPT ? EINTR : fault.number;
  return TRUE;
}

#define REAL(NAME) ((__typeof__ (&NAME)) dlsym (RTLD_NEXT, #NAME))

int
open (const char *path, int flags, ...)
{
  return fires ("open", FALSE) ? -1 : REAL (open) (path, flags, 0600);
}

int
open64 (const char *path, int flags, ...)
{
  return fires ("open", FALSE) ? -1 : REAL (open) (path, flags, 0600);
}

ssize_t
read (int fd, void *buffer, size_t size)
{
  if (!fires ("read", TRUE))
    return REAL (read) (fd, buffer, size);
  return fault.kind == FAULT_SHORT ? REAL (read) (fd, buffer, 1) : -1;
}

ssize_t
write (int fd, const void *buffer, size_t size)
{
  if (!fires ("write", TRUE))
    return REAL (write) (fd, buffer, size);
  if (fault.kind == FAULT_SHORT)
    return REAL (write) (fd, buffer, 1);
  if (fault.kind == FAULT_LIE)
    return REAL (write) (fd, "?", 1);
  return -1;
}

int
close (int fd)
{
  gboolean fail = fires ("close", FALSE);
  int result = REAL (close) (fd);

  if (fail)
    errno = fault.number;
  return fail ? -1 : result;
}

int
fsync (int fd)
{
  if (fires ("fsync", FALSE))
    return -1;
  fault.n_synced++;
  return REAL (fsync) (fd);
}

int
posix_fallocate (int fd, off_t offset, off_t size)
{
  return fires ("posix_fallocate", FALSE) ? fault.number
                                          : REAL (posix_fallocate) (fd, offset, size);
}

int
posix_fallocate64 (int fd, off64_t offset, off64_t size)
{
  return fires ("posix_fallocate", FALSE) ? fault.number
                                          : REAL (posix_fallocate) (fd, offset, size);
}

int
fchmod (int fd, mode_t mode)
{
  return fires ("fchmod", FALSE) ? -1 : REAL (fchmod) (fd, mode);
}

int
rename (const char *from, const char *to)
{
  return fires ("rename", FALSE) ? -1 : REAL (rename) (from, to);
}

int
fstat64 (int fd, struct stat64 *st)
{
  return fires ("fstat", FALSE) ? -1 : REAL (fstat64) (fd, st);
}

int
stat64 (const char *path, struct stat64 *st)
{
  return fires ("stat", FALSE) ? -1 : REAL (stat64) (path, st);
}

off64_t
lseek64 (int fd, off64_t offset, int whence)
{
  return fires ("lseek", FALSE) ? -1 : REAL (lseek64) (fd, offset, whence);
}

typedef struct
{
  char *folder;  /* (owned) */
  char *path;    /* (owned) */
  GBytes *old;   /* (owned) */
  GBytes *fresh; /* (owned) */
} Fixture;

static GBytes *
make_bytes (char c, gsize size)
{
  return g_bytes_new_take (g_strnfill (size, c), size);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kring-fault-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "map.kring", NULL);
  fixture->old = make_bytes ('o', 100000);
  fixture->fresh = make_bytes ('f', 150000);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_bytes_unref (fixture->old);
  g_bytes_unref (fixture->fresh);
}

/* Saves with one fault; gives whether it said "saved" and what stands there after it. */
static gboolean
save_with_fault (Fixture *fixture, FaultKind kind, int at, int number, gboolean *holds_fresh)
{
  KringFingerprint expected = kring_fingerprint_new (fixture->old);
  g_autoptr (GBytes) now = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved, replaced;

  g_assert_true (kring_file_save (fixture->path, fixture->old, NULL, NULL, NULL));
  memset (&fault, 0, sizeof fault);
  fault.kind = kind;
  fault.at = at;
  fault.number = number;
  fault.armed = TRUE;
  saved = kring_file_save (fixture->path, fixture->fresh, &expected, &replaced, &error);
  fault.armed = FALSE;
  if (fault.fired)
    g_test_message ("%d: %s: %s", at, fault.fired_in, saved ? "saved" : error->message);
  g_assert_cmpint (saved, ==, error == NULL);
  now = kring_file_load (fixture->path, NULL);
  *holds_fresh = g_bytes_equal (now, fixture->fresh);
  /* Never torn; and what is said is so. */
  g_assert_true (*holds_fresh || g_bytes_equal (now, fixture->old));
  g_assert_cmpint (*holds_fresh, ==, replaced);
  g_assert_true (!saved || (*holds_fresh && fault.n_synced == 2));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  return saved;
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  static const int numbers[] = { EIO, ENOSPC, EDQUOT, EACCES, EROFS, ESTALE };
  gboolean fresh;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      int at = 1, n_failed = 0;

      do
        n_failed += !save_with_fault (fixture, FAULT_ERROR, at++, numbers[i], &fresh);
      while (fault.fired);
      g_assert_cmpint (at, >, 15);
      g_assert_cmpint (n_failed, >, 10);
    }
}

/* Interrupted and short calls are everyday matters. */
static void
test_hiccups (Fixture *fixture, gconstpointer data)
{
  static const FaultKind kinds[] = { FAULT_INTERRUPT, FAULT_SHORT };
  gboolean fresh;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      int at = 1;

      do
        g_assert_true (save_with_fault (fixture, kinds[i], at++, 0, &fresh));
      while (fault.fired);
      g_assert_cmpint (at, >, 4);
    }
}

static void
test_lies (Fixture *fixture, gconstpointer data)
{
  gboolean fresh;

  g_assert_false (save_with_fault (fixture, FAULT_LIE, 1, 0, &fresh));
  g_assert_true (fault.fired);
  g_assert_false (fresh);
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/storage/fault/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("errors", test_errors);
  ADD ("hiccups", test_hiccups);
  ADD ("lies", test_lies);
  return g_test_run ();
}
