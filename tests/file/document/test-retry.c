/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies.h"

#include "emitted.h"
#include <glib/gstdio.h>
#include <string.h>

static gboolean
is_kept (KringRecovery *recovery)
{
  return kring_recovery_get_trouble (recovery) == NULL;
}

KringRecoveryCopy *__wrap_kring_recovery_copy_new (const char *folder, GError **error);
KringRecoveryCopy *__real_kring_recovery_copy_new (const char *folder, GError **error);

static guint n_tried;

KringRecoveryCopy *
__wrap_kring_recovery_copy_new (const char *folder, GError **error)
{
  n_tried++;
  return __real_kring_recovery_copy_new (folder, error);
}

/* The folder cannot be made: said at once, tried again, and over when it can. */
static void
test_trouble (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtSignalLogger) logger = emitted_listen (recovery, "trouble", NULL);

  g_assert_true (g_file_set_contents (fixture->copies, "in the way", -1, NULL));
  copies_set_title (fixture->document, "a");
  copies_until (!is_kept (recovery));
  assert_emitted (logger, "trouble");
  g_assert_false (kring_recovery_flush (recovery, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_FAILED);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_cmpint (g_unlink (fixture->copies), ==, 0);
  copies_until (is_kept (recovery));
  assert_emitted (logger, "trouble");
  g_clear_object (&recovery);
  kring_recovery_copy_free (copies_take (fixture));
}

/* As above, and nobody asks for a copy meanwhile: it is tried again by itself, also twice. */
static void
test_tried_again (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (GtSignalLogger) logger = emitted_listen (recovery, "trouble", NULL);

  g_assert_true (g_file_set_contents (fixture->copies, "in the way", -1, NULL));
  copies_set_title (fixture->document, "a");
  copies_until (!is_kept (recovery));
  assert_emitted (logger, "trouble");
  n_tried = 0;
  copies_until (n_tried == 2);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_false (is_kept (recovery));
  g_assert_cmpint (g_unlink (fixture->copies), ==, 0);
  copies_until (is_kept (recovery));
  assert_emitted (logger, "trouble");
  copies_until (copies_has_one (fixture));
}

#define N_BUSY 32

typedef struct
{
  GMutex mutex;
  int n_busy; /* what still runs, or waits to; atomic */
} Busy;

static void
wait_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Busy *busy = data;

  g_mutex_lock (&busy->mutex);
  g_mutex_unlock (&busy->mutex);
  g_atomic_int_add (&busy->n_busy, -1);
}

static gboolean
holds (Copies *fixture, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->copies, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (!found && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->copies, name, NULL), *content = NULL;

      found = g_file_get_contents (path, &content, NULL, NULL) && strstr (content, text) != NULL;
    }
  return found;
}

/* The writing takes long, for all threads are busy: what changes meanwhile is written after it. */
static void
test_slow_writing (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  Busy busy = { .n_busy = N_BUSY };

  g_mutex_init (&busy.mutex);
  g_mutex_lock (&busy.mutex);
  for (guint i = 0; i < N_BUSY; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_task_data (task, &busy, NULL);
      g_task_run_in_thread (task, wait_thread);
    }
  copies_set_title (fixture->document, "begun");
  copies_run_for (600);
  copies_set_title (fixture->document, "meanwhile");
  copies_run_for (700);
  g_assert_false (copies_has_one (fixture));
  g_mutex_unlock (&busy.mutex);
  copies_until (holds (fixture, "meanwhile"));
  copies_until (g_atomic_int_get (&busy.n_busy) == 0);
  g_mutex_clear (&busy.mutex);
}

/* The place goes when copies were made already: said, tried again, and the changes are not lost. */
static void
test_place_lost (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (KringRecoveryCopy) copy = NULL;

  copies_set_title (fixture->document, "a");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  g_assert_cmpint (g_rename (fixture->copies, away), ==, 0);
  copies_set_title (fixture->document, "b");
  copies_until (!is_kept (recovery));
  g_assert_cmpint (g_rename (away, fixture->copies), ==, 0);
  copies_until (is_kept (recovery));
  g_clear_object (&recovery);
  copy = copies_take (fixture);
  restored = kring_recovery_copy_open (copy, NULL);
  copies_assert_title (restored, "b");
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/document/retry/" NAME, Copies, NULL, copies_set_up, FUNCTION, copies_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("trouble", test_trouble);
  ADD ("tried-again", test_tried_again);
  ADD ("slow-writing", test_slow_writing);
  ADD ("place-lost", test_place_lost);
  return g_test_run ();
}
