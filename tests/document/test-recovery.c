/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/kring-recovery.h"

#include "core/kring-map-private.h"

#include <glib/gstdio.h>
#include <utime.h>

#define SECOND G_TIME_SPAN_SECOND

typedef struct
{
  char *folder; /* (owned) */
  char *copies; /* (owned) folder in it */
  GFile *file;  /* (owned) not there yet */
  KringDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kring-recovery-XXXXXX", NULL);
  fixture->copies = g_build_filename (fixture->folder, "copies", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "map.kring", NULL);
  fixture->document = kring_document_new ();
}

static guint
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) == 0)
        n++;
    }
  g_rmdir (folder);
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture->copies);
  empty_folder (fixture->folder);
  g_clear_object (&fixture->document);
  g_object_unref (fixture->file);
  g_free (fixture->copies);
  g_free (fixture->folder);
}

static void
set_title (KringDocument *document, const char *title)
{
  kring_history_begin (kring_document_get_history (document), "Set Title");
  kring_map_set (kring_document_get_map (document), KRING_MAP_CASE_ID,
                 kring_kind_find_field (kring_kind_get (KRING_KIND_CASE), "title"),
                 g_variant_new_string (title));
  kring_history_commit (kring_document_get_history (document));
}

static void
assert_title (KringDocument *document, const char *expected)
{
  g_autofree char *title = kring_document_dup_title (document);

  g_assert_cmpstr (title, ==, expected);
}

static guint
count_copies (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = kring_recovery_copy_find (fixture->copies);

  return found->len;
}

/* A copy being written keeps its lock until the word that it is done has come round. */
static KringRecoveryCopy *
take_copy (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = kring_recovery_copy_find (fixture->copies);
  gint64 latest = g_get_monotonic_time () + 20 * SECOND;

  while (found->len == 0 && g_get_monotonic_time () < latest)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      g_ptr_array_unref (found);
      found = kring_recovery_copy_find (fixture->copies);
    }
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

/* Leaves a copy as a crash does: nobody removes it. */
static void
crash_with (Fixture *fixture, const char *title)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (GError) error = NULL;

  set_title (fixture->document, title);
  g_assert_true (kring_recovery_flush (recovery, &error));
  g_assert_no_error (error);
  /* Whoever still runs is not offered. */
  g_assert_cmpuint (count_copies (fixture), ==, 0);
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
test_new_map (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (KringRecovery) recovery = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GError) error = NULL;
  KringRecoveryCopy *copy;

  crash_with (fixture, "Noor");
  copy = take_copy (fixture);
  time = kring_recovery_copy_dup_time (copy);
  g_assert_cmpint (ABS (g_date_time_to_unix (time) - g_get_real_time () / SECOND), <=, 5);
  g_assert_null (kring_recovery_copy_get_file (copy));
  g_assert_cmpint (kring_recovery_copy_count_changes (copy), ==, 1);
  restored = kring_recovery_copy_open (copy, &error);
  g_assert_no_error (error);
  assert_title (restored, "Noor");
  g_assert_true (kring_document_get_modified (restored));
  recovery = kring_recovery_new (restored, fixture->copies, copy);
  g_clear_object (&recovery);
  /* Opening alone removes nothing; saving does. */
  recovery = kring_recovery_new (restored, fixture->copies, take_copy (fixture));
  g_assert_true (kring_document_save (restored, fixture->file, 0, NULL, NULL));
  g_clear_object (&recovery);
  g_assert_cmpuint (count_copies (fixture), ==, 0);
  g_assert_cmpuint (empty_folder (fixture->copies), ==, 0);
}

/* The file was changed after the crash: saving the restored map must not overwrite it. */
static void
test_file_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecoveryCopy) copy = NULL;
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kring_document_save (fixture->document, fixture->file, 0, NULL, NULL));
  crash_with (fixture, "Noor");
  copy = take_copy (fixture);
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
test_generations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecoveryCopy) copy = NULL;
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *older = NULL, *newer = NULL;

  crash_with (fixture, "first");
  copy = take_copy (fixture);
  newer = kring_recovery_copy_dup_next_path (copy);
  g_clear_pointer (&copy, kring_recovery_copy_free);
  g_assert_true (g_file_set_contents (newer, "torn", -1, NULL));
  copy = take_copy (fixture);
  older = kring_recovery_copy_dup_next_path (copy);
  g_assert_cmpstr (older, !=, newer);
  restored = kring_recovery_copy_open (copy, &error);
  g_assert_no_error (error);
  assert_title (restored, "first");
  g_clear_object (&restored);
  g_assert_true (g_file_set_contents (older, "torn too", -1, NULL));
  g_assert_null (kring_recovery_copy_open (copy, &error));
  g_assert_nonnull (error);
}

static void
test_undo_and_discard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);

  set_title (fixture->document, "a");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  kring_history_undo (kring_document_get_history (fixture->document));
  g_assert_cmpuint (empty_folder (fixture->copies), ==, 0);
  set_title (fixture->document, "b");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  kring_recovery_discard (recovery);
  g_assert_cmpuint (empty_folder (fixture->copies), ==, 0);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* To meet somebody else at work: not to wait for them. */
static void
run_for (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_copy (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->copies, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".1.kring") || g_str_has_suffix (name, ".2.kring"))
      return TRUE;
  return FALSE;
}

/* Until one is written, by itself. */
static void
wait_for_copy (Fixture *fixture)
{
  gint64 latest = g_get_monotonic_time () + 20 * SECOND;

  while (!has_copy (fixture) && g_get_monotonic_time () < latest)
    run_for (10);
  g_assert_true (has_copy (fixture));
}

static void
test_timer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (KringRecoveryCopy) copy = NULL;

  set_title (fixture->document, "a");
  g_assert_false (g_file_test (fixture->copies, G_FILE_TEST_EXISTS));
  set_title (fixture->document, "b");
  wait_for_copy (fixture);
  g_clear_object (&recovery);
  copy = take_copy (fixture);
  restored = kring_recovery_copy_open (copy, NULL);
  assert_title (restored, "b");
}

/* A drag that lasts: what was done before it, and half of it, is kept all the same. */
static void
test_open_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (KringRecoveryCopy) copy = NULL;
  KringHistory *history = kring_document_get_history (fixture->document);

  set_title (fixture->document, "before");
  kring_history_begin (history, "Drag");
  wait_for_copy (fixture);
  kring_history_commit (history);
  g_clear_object (&recovery);
  copy = take_copy (fixture);
  restored = kring_recovery_copy_open (copy, NULL);
  assert_title (restored, "before");
}

static void
count_cb (KringRecovery *recovery, guint *n)
{
  (*n)++;
}

static gboolean
is_kept (KringRecovery *recovery)
{
  return kring_recovery_get_trouble (recovery) == NULL;
}

static void
wait_until (KringRecovery *recovery, gboolean kept)
{
  gint64 latest = g_get_monotonic_time () + 20 * SECOND;

  while (is_kept (recovery) != kept && g_get_monotonic_time () < latest)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpint (is_kept (recovery), ==, kept);
}

/* The folder cannot be made: said at once, tried again, and over when it can. */
static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  g_assert_true (g_file_set_contents (fixture->copies, "in the way", -1, NULL));
  g_signal_connect (recovery, "trouble", G_CALLBACK (count_cb), &n_told);
  set_title (fixture->document, "a");
  wait_until (recovery, FALSE);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_false (kring_recovery_flush (recovery, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_FAILED);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (g_unlink (fixture->copies), ==, 0);
  wait_until (recovery, TRUE);
  g_assert_cmpuint (n_told, ==, 2);
  g_clear_object (&recovery);
  kring_recovery_copy_free (take_copy (fixture));
}

/* The place goes when copies were made already: said, tried again, and the changes are not lost. */
static void
test_place_lost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "away", NULL);
  g_autoptr (KringDocument) restored = NULL;
  g_autoptr (KringRecoveryCopy) copy = NULL;

  set_title (fixture->document, "a");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  g_assert_cmpint (g_rename (fixture->copies, away), ==, 0);
  set_title (fixture->document, "b");
  wait_until (recovery, FALSE);
  g_assert_cmpint (g_rename (away, fixture->copies), ==, 0);
  wait_until (recovery, TRUE);
  g_clear_object (&recovery);
  copy = take_copy (fixture);
  restored = kring_recovery_copy_open (copy, NULL);
  assert_title (restored, "b");
}

/* What a killed writing left beside the map or among the copies goes when these are opened. */
static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  const char *const folders[] = { fixture->folder, fixture->copies };
  char *paths[G_N_ELEMENTS (folders)];
  struct utimbuf long_ago = { 0, 0 };
  g_autoptr (KringDocument) opened = NULL;

  set_title (fixture->document, "a");
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
  g_assert_cmpuint (count_copies (fixture), ==, 0);
  g_assert_false (g_file_test (paths[1], G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_free (paths[i]);
}

/* Written by a worker and by a flush in between, again and again: the newest always wins. */
static void
test_flush_is_newest (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (KringRecovery) recovery =
          kring_recovery_new (fixture->document, fixture->copies, NULL);
      g_autofree char *older = g_strdup_printf ("older %u", i), *newer = g_strdup_printf ("%u", i);
      g_autoptr (KringRecoveryCopy) copy = NULL;
      g_autoptr (KringDocument) restored = NULL;

      set_title (fixture->document, older);
      run_for (500 + i % 7);
      set_title (fixture->document, newer);
      g_assert_true (kring_recovery_flush (recovery, NULL));
      g_clear_object (&recovery);
      copy = take_copy (fixture);
      restored = kring_recovery_copy_open (copy, NULL);
      assert_title (restored, newer);
      g_clear_pointer (&copy, kring_recovery_copy_remove);
    }
}

/* The map is saved while a copy is being written, and changes again at once: the worker that comes
 * round afterwards does not take the newer copy away. */
static void
test_flush_after_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (KringRecoveryCopy) copy = NULL;
  g_autoptr (KringDocument) restored = NULL;

  set_title (fixture->document, "a");
  g_main_context_iteration (NULL, TRUE); /* the worker begins */
  g_assert_true (kring_document_save (fixture->document, fixture->file, 0, NULL, NULL));
  set_title (fixture->document, "b");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  g_main_context_iteration (NULL, TRUE); /* the worker has ended */
  g_clear_object (&recovery);
  copy = take_copy (fixture);
  restored = kring_recovery_copy_open (copy, NULL);
  assert_title (restored, "b");
}

static void
type (KringRecovery *recovery, const char *words)
{
  g_autofree char *text =
      g_strdup_printf ("[('statement', ['noor'], {'text': '%s', 'way': 'told'})]", words);

  kring_recovery_set_typed (recovery,
                            words != NULL ? g_variant_parse (NULL, text, NULL, NULL, NULL) : NULL);
}

static void
assert_typed (GVariant *typed, const char *expected)
{
  g_autoptr (GVariant) words = NULL;
  const char *text;

  g_assert_nonnull (typed);
  g_variant_get_child (typed, 0, "(&s@as@a{ss})", NULL, NULL, &words);
  g_assert_true (g_variant_lookup (words, "text", "&s", &text));
  g_assert_cmpstr (text, ==, expected);
}

static KringRecovery *
restore (Fixture *fixture)
{
  KringRecoveryCopy *copy = take_copy (fixture);
  g_autoptr (KringDocument) restored = kring_recovery_copy_open (copy, NULL);

  return kring_recovery_new (restored, fixture->copies, copy);
}

/* Nothing changed but what is typed and not noted: it is in the copies until it is noted. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (GError) error = NULL;

  type (recovery, "Hij zei");
  g_assert_true (kring_recovery_flush (recovery, &error));
  g_assert_no_error (error);
  type (recovery, "Hij zei “kom”, en\\nwachtte");
  g_assert_true (kring_recovery_flush (recovery, &error));
  g_clear_object (&recovery);
  recovery = restore (fixture);
  assert_typed (kring_recovery_get_typed (recovery), "Hij zei “kom”, en\nwachtte");
  type (recovery, NULL);
  g_assert_true (kring_recovery_flush (recovery, &error));
  g_clear_object (&recovery);
  recovery = restore (fixture);
  g_assert_null (kring_recovery_get_typed (recovery));
}

/* A saved map has no copy, but what is still typed has; it is in no file. */
static void
test_typed_on_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autofree char *content = NULL;
  gsize size;

  set_title (fixture->document, "a");
  type (recovery, "zwijgt");
  g_assert_true (kring_document_save (fixture->document, fixture->file, 0, NULL, NULL));
  g_assert_true (kring_recovery_flush (recovery, NULL));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &content, &size, NULL, NULL));
  g_assert_null (strstr (content, "zwijgt"));
  g_clear_object (&recovery);
  recovery = restore (fixture);
  assert_typed (kring_recovery_get_typed (recovery), "zwijgt");
  g_clear_object (&recovery);
  empty_folder (fixture->copies);
  recovery = kring_recovery_new (fixture->document, fixture->copies, NULL);
  type (recovery, "zwijgt");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  type (recovery, NULL);
  g_assert_cmpuint (empty_folder (fixture->copies), ==, 0);
  type (recovery, "zwijgt");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  kring_recovery_discard (recovery);
  g_assert_null (kring_recovery_get_typed (recovery));
  g_assert_cmpuint (empty_folder (fixture->copies), ==, 0);
}

/* With a map that is torn go the words about it; those of the other copy are still there. */
static void
test_typed_generations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autoptr (KringRecoveryCopy) copy = NULL;
  g_autoptr (GVariant) typed = NULL;
  g_autofree char *older = NULL, *newer = NULL;

  type (recovery, "first");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  type (recovery, "second");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  g_clear_object (&recovery);
  copy = take_copy (fixture);
  typed = kring_recovery_copy_dup_typed (copy);
  assert_typed (typed, "second");
  g_clear_pointer (&typed, g_variant_unref);
  older = kring_recovery_copy_dup_next_path (copy);
  newer = g_strdup (older);
  newer[strlen (newer) - strlen ("1.kring")] ^= '1' ^ '2';
  g_assert_true (g_file_set_contents (newer, "torn", -1, NULL));
  typed = kring_recovery_copy_dup_typed (copy);
  assert_typed (typed, "first");
  g_clear_pointer (&typed, g_variant_unref);
  g_assert_true (g_file_set_contents (older, "torn too", -1, NULL));
  g_assert_null (kring_recovery_copy_dup_typed (copy));
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/document/recovery/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)

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
  ADD ("trouble", test_trouble);
  ADD ("place-lost", test_place_lost);
  ADD ("leftovers", test_leftovers);
  ADD ("typed", test_typed);
  ADD ("typed-on-saved", test_typed_on_saved);
  ADD ("typed-generations", test_typed_generations);
  ADD ("flush-is-newest", test_flush_is_newest);
  ADD ("flush-after-save", test_flush_after_save);
  return g_test_run ();
}
