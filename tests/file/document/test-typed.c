/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SECOND G_TIME_SPAN_SECOND

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
restore (Copies *fixture)
{
  KringRecoveryCopy *copy = copies_take (fixture);
  g_autoptr (KringDocument) restored = kring_recovery_copy_open (copy, NULL);

  return kring_recovery_new (restored, fixture->copies, copy);
}

/* Nothing changed but what is typed and not noted: it is in the copies until it is noted. */
static void
test_typed (Copies *fixture, gconstpointer data)
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
test_typed_on_saved (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);
  g_autofree char *content = NULL;
  gsize size;

  copies_set_title (fixture->document, "a");
  type (recovery, "zwijgt");
  g_assert_true (kring_document_save (fixture->document, fixture->file, 0, NULL, NULL));
  g_assert_true (kring_recovery_flush (recovery, NULL));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &content, &size, NULL, NULL));
  g_assert_null (strstr (content, "zwijgt"));
  g_clear_object (&recovery);
  recovery = restore (fixture);
  assert_typed (kring_recovery_get_typed (recovery), "zwijgt");
  g_clear_object (&recovery);
  copies_empty (fixture->copies);
  recovery = kring_recovery_new (fixture->document, fixture->copies, NULL);
  type (recovery, "zwijgt");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  type (recovery, NULL);
  g_assert_cmpuint (copies_empty (fixture->copies), ==, 0);
  type (recovery, "zwijgt");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  kring_recovery_discard (recovery);
  g_assert_null (kring_recovery_get_typed (recovery));
  g_assert_cmpuint (copies_empty (fixture->copies), ==, 0);
}

/* With a map that is torn go the words about it; those of the other copy are still there. */
static void
test_typed_generations (Copies *fixture, gconstpointer data)
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
  copy = copies_take (fixture);
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

/* (transfer full): the file with what was typed, of the only copy. */
static char *
find_typed (Copies *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->copies, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".typed"))
      return g_build_filename (fixture->copies, name, NULL);
  g_assert_not_reached ();
}

static void
end_amid_words (Copies *fixture)
{
  g_autoptr (KringRecovery) recovery =
      kring_recovery_new (fixture->document, fixture->copies, NULL);

  type (recovery, "Hij zei");
  g_assert_true (kring_recovery_flush (recovery, NULL));
}

/* Nothing is made of it, it is said where it is, and it stays there whatever becomes of the copies. */
static void
assert_spared (Copies *fixture, const char *content)
{
  g_autoptr (KringRecovery) recovery = restore (fixture);
  g_autofree char *unread = g_strdup (kring_recovery_get_unread (recovery)), *still = NULL;

  g_assert_null (kring_recovery_get_typed (recovery));
  g_assert_nonnull (unread);
  type (recovery, "iets anders");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  type (recovery, "nog iets");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  kring_recovery_discard (recovery);
  g_assert_cmpuint (copies_count (fixture), ==, 0);
  g_assert_true (g_file_test (unread, G_FILE_TEST_EXISTS));
  if (content == NULL)
    return;
  g_assert_true (g_file_get_contents (unread, &still, NULL, NULL));
  g_assert_cmpstr (still, ==, content);
}

static void
test_damaged (Copies *fixture, gconstpointer data)
{
  const char *const contents[] = { "", "[('statement', ['noor'], {'text': 'Hij z", "no such thing",
                                   "[('statement', 'of another version')]", "{\"version\": 7}" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *path = NULL;

      end_amid_words (fixture);
      path = find_typed (fixture);
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      assert_spared (fixture, contents[i]);
      copies_empty (fixture->copies);
    }
}

/* No file at all, but in its place. */
static void
test_folder (Copies *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  end_amid_words (fixture);
  path = find_typed (fixture);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_spared (fixture, NULL);
  dir = g_dir_open (fixture->copies, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *left = g_build_filename (fixture->copies, name, NULL);

      g_rmdir (left);
    }
}

static void
test_not_permitted (Copies *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  end_amid_words (fixture);
  path = find_typed (fixture);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  assert_spared (fixture, NULL);
}

/* What can be read is no trouble, and neither is nothing. */
static void
test_nothing_unread (Copies *fixture, gconstpointer data)
{
  g_autoptr (KringRecovery) recovery = NULL;

  end_amid_words (fixture);
  recovery = restore (fixture);
  assert_typed (kring_recovery_get_typed (recovery), "Hij zei");
  g_assert_null (kring_recovery_get_unread (recovery));
  type (recovery, NULL);
  copies_set_title (fixture->document, "a");
  g_assert_true (kring_recovery_flush (recovery, NULL));
  g_clear_object (&recovery);
  recovery = restore (fixture);
  g_assert_null (kring_recovery_get_unread (recovery));
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/document/typed/" NAME, Copies, NULL, copies_set_up, FUNCTION, copies_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_typed);
  ADD ("on-saved", test_typed_on_saved);
  ADD ("generations", test_typed_generations);
  ADD ("damaged", test_damaged);
  ADD ("folder", test_folder);
  ADD ("not-permitted", test_not_permitted);
  ADD ("nothing-unread", test_nothing_unread);
  return g_test_run ();
}
