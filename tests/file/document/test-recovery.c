/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies.h"

#include <glib/gstdio.h>
#include <utime.h>

#define SECOND G_TIME_SPAN_SECOND

/* Leaves a copy as a crash does: nobody removes it. */
static void
crash_with (Copies *fixture, const char *title)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (GError) error = NULL;

  copies_set_title (fixture->document, title);
  g_assert_true (kring_recovery_flush (recovery, &error));
  g_assert_no_error (error);
  /* Whoever still runs is not offered. */
  g_assert_cmpuint (copies_count (fixture), ==, 0);
}

/* Soon after somebody stops, and never much later while they go on. */
static void
test_delay (void)
{
  g_assert_cmpint (kring_recovery_get_delay (0, 0, 0), ==, SECOND / 2);
  g_assert_cmpint (kring_recovery_get_delay (0, SECOND, SECOND), ==, SECOND / 2);
  g_assert_cmpint (kring_recovery_get_delay (0, 14 * SECOND / 10, 14 * SECOND / 10), ==,
                   SECOND / 10);
  g_assert_cmpint (kring_recovery_get_delay (0, 2 * SECOND, 2 * SECOND), ==, 0);
}

static void
test_new_map (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (KringRecovery) recovery = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GError) error = NULL;
  KringRecoveryCopy *copy;

  crash_with (fixture, "Noor");
  copy = copies_take (fixture);
  time = kring_recovery_copy_dup_time (copy);
  g_assert_cmpint (ABS (g_date_time_to_unix (time) - g_get_real_time () / SECOND), <=, 5);
  g_assert_null (kring_recovery_copy_get_file (copy));
  g_assert_cmpint (kring_recovery_copy_count_changes (copy), ==, 1);
  restored = kring_recovery_copy_open (copy, &error);
  g_assert_no_error (error);
  copies_assert_title (restored, "Noor");
  g_assert_true (kring_document_get_modified (restored));
  recovery = kring_recovery_new (restored, fixture->copies, copy);
  g_clear_object (&recovery);
  /* Opening alone removes nothing; saving does. */
  recovery = kring_recovery_new (restored, fixture->copies, copies_take (fixture));
  g_assert_true (kring_document_save (restored, fixture->file, 0, NULL, NULL));
  g_clear_object (&recovery);
  g_assert_cmpuint (copies_count (fixture), ==, 0);
  g_assert_cmpuint (copies_empty (fixture->copies), ==, 0);
}

/* The file was changed after the crash: saving the restored map must not overwrite it. */
static void
test_file_changed (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecoveryCopy) copy = NULL;
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kring_document_save (fixture->document, fixture->file, 0, NULL, NULL));
  crash_with (fixture, "Noor");
  copy = copies_take (fixture);
  g_assert_true (g_file_equal (kring_recovery_copy_get_file (copy), fixture->file));
  restored = kring_recovery_copy_open (copy, &error);
  g_assert_true (kring_document_save (restored, NULL, 0, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&restored);
  restored = kring_recovery_copy_open (copy, &error);
  g_assert_false (kring_document_save (restored, NULL, 0, NULL, &error));
  g_assert_error (error, KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_CHANGED_ELSEWHERE);
}

static void
test_generations (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecoveryCopy) copy = NULL;
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *older = NULL, *newer = NULL;

  crash_with (fixture, "first");
  copy = copies_take (fixture);
  newer = kring_recovery_copy_dup_next_path (copy);
  g_clear_pointer (&copy, kring_recovery_copy_free);
  g_assert_true (g_file_set_contents (newer, "torn", -1, NULL));
  copy = copies_take (fixture);
  older = kring_recovery_copy_dup_next_path (copy);
  g_assert_cmpstr (older, !=, newer);
  restored = kring_recovery_copy_open (copy, &error);
  g_assert_no_error (error);
  copies_assert_title (restored, "first");
  g_clear_object (&restored);
  g_assert_true (g_file_set_contents (older, "torn too", -1, NULL));
  g_assert_null (kring_recovery_copy_open (copy, &error));
  g_assert_nonnull (error);
}

static void
test_undo_and_discard (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);

  copies_set_title (fixture->document, "a");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  kring_history_undo (kring_document_get_history (fixture->document));
  g_assert_cmpuint (copies_empty (fixture->copies), ==, 0);
  copies_set_title (fixture->document, "b");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  kring_recovery_discard (recovery);
  g_assert_cmpuint (copies_empty (fixture->copies), ==, 0);
}

static void
test_timer (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (KringRecoveryCopy) copy = NULL;

  copies_set_title (fixture->document, "a");
  g_assert_false (g_file_test (fixture->copies, G_FILE_TEST_EXISTS));
  copies_set_title (fixture->document, "b");
  copies_until (copies_has_one (fixture));
  g_clear_object (&recovery);
  copy = copies_take (fixture);
  restored = kring_recovery_copy_open (copy, NULL);
  copies_assert_title (restored, "b");
}

/* A drag that lasts: what was done before it, and half of it, is kept all the same. */
static void
test_open_history (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (KringRecoveryCopy) copy = NULL;
  KringHistory *history = kring_document_get_history (fixture->document);

  copies_set_title (fixture->document, "before");
  kring_history_begin (history, "Drag");
  copies_until (copies_has_one (fixture));
  kring_history_commit (history);
  g_clear_object (&recovery);
  copy = copies_take (fixture);
  restored = kring_recovery_copy_open (copy, NULL);
  copies_assert_title (restored, "before");
}

/* What a killed writing left beside the map or among the copies goes when these are opened. */
static void
test_leftovers (Copies *fixture, gconstpointer data)
{
  const char *const folders[] = { fixture->folder, fixture->copies };
  char *paths[G_N_ELEMENTS (folders)];
  struct utimbuf long_ago = { 0, 0 };
  g_autoptr (KringDocument) opened = NULL;

  copies_set_title (fixture->document, "a");
  g_assert_true (
      kring_document_save (fixture->document, fixture->file, KRING_SAVE_NORMAL, NULL, NULL));
  g_mkdir (fixture->copies, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      paths[i] = g_build_filename (folders[i], ".kring-save-AbCd12", NULL);
      g_assert_true (g_file_set_contents (paths[i], "half a map", -1, NULL));
      utime (paths[i], &long_ago);
    }
  opened = kring_document_open (fixture->file, NULL, NULL);
  g_assert_false (g_file_test (paths[0], G_FILE_TEST_EXISTS));
  g_assert_cmpuint (copies_count (fixture), ==, 0);
  g_assert_false (g_file_test (paths[1], G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_free (paths[i]);
}

/* Written by a worker and by a flush in between, again and again: the newest always wins. */
static void
test_flush_is_newest (Copies *fixture, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (KringRecovery) recovery =
          kring_recovery_new (fixture->document, fixture->copies, NULL);
      g_autofree char *older = g_strdup_printf ("older %u", i), *newer = g_strdup_printf ("%u", i);
      g_autoptr (KringRecoveryCopy) copy = NULL;
      g_autoptr (KringDocument) restored = NULL;

      copies_set_title (fixture->document, older);
      copies_run_for (500 + i % 7);
      copies_set_title (fixture->document, newer);
      g_assert_true (kring_recovery_flush (recovery, NULL));
      g_clear_object (&recovery);
      copy = copies_take (fixture);
      restored = kring_recovery_copy_open (copy, NULL);
      copies_assert_title (restored, newer);
      g_clear_pointer (&copy, kring_recovery_copy_remove);
    }
}

/* The map is saved while a copy is being written, and changes again at once: the worker that comes
 * round afterwards does not take the newer copy away. */
static void
test_flush_after_save (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (KringRecoveryCopy) copy = NULL;
  g_autoptr (KringDocument) restored = NULL;

  copies_set_title (fixture->document, "a");
  g_main_context_iteration (NULL, TRUE); /* the worker begins */
  g_assert_true (kring_document_save (fixture->document, fixture->file, 0, NULL, NULL));
  copies_set_title (fixture->document, "b");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  g_main_context_iteration (NULL, TRUE); /* the worker has ended */
  g_clear_object (&recovery);
  copy = copies_take (fixture);
  restored = kring_recovery_copy_open (copy, NULL);
  copies_assert_title (restored, "b");
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/document/recovery/" NAME, Copies, NULL, copies_set_up, FUNCTION, copies_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/recovery/delay", test_delay);
  ADD ("new-map", test_new_map);
  ADD ("file-changed", test_file_changed);
  ADD ("generations", test_generations);
  ADD ("undo-and-discard", test_undo_and_discard);
  ADD ("timer", test_timer);
  ADD ("open-history", test_open_history);
  ADD ("leftovers", test_leftovers);
  ADD ("flush-is-newest", test_flush_is_newest);
  ADD ("flush-after-save", test_flush_after_save);
  return g_test_run ();
}
