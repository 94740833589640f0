/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-codec.h"
#include "file/storage/kring-file.h"
#include "map/model/kring-map-private.h"
#include "storage/kring-test-map.h"

#include <locale.h>
#include <string.h>

typedef void (*CaseFunc) (const char *name, GBytes *bytes);

static char *
dup_folder (const char *kind)
{
  return g_test_build_filename (G_TEST_DIST, "file", "storage", "cases", kind, NULL);
}

static GBytes *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

/* Runs over every map in a folder, of which there must be at least one. */
static void
for_each (const char *kind, CaseFunc func)
{
  g_autofree char *folder = dup_folder (kind);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (!g_str_has_suffix (name, ".kring"))
        continue;
      g_test_message ("%s", name);
      bytes = load (folder, name);
      func (name, bytes);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
assert_fixed_point (const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KringMap) map = kring_codec_read (bytes, &error), back = NULL;
  g_autoptr (GBytes) first = NULL, second = NULL;

  g_assert_no_error (error);
  first = kring_codec_write (map, &error);
  g_assert_no_error (error);
  back = kring_codec_read (first, &error);
  g_assert_no_error (error);
  second = kring_codec_write (back, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (kring_map_equal (map, back));
}

/* Old files were written by Kring itself, so they come out as they went in while format 1 is the
 * newest. */
static void
assert_unchanged (const char *name, GBytes *bytes)
{
  g_autoptr (KringMap) map = kring_codec_read (bytes, NULL);
  g_autoptr (GBytes) written = NULL;

  assert_fixed_point (name, bytes);
  written = kring_codec_write (map, NULL);
  g_assert_true (g_bytes_equal (bytes, written));
}

static void
test_valid (void)
{
  for_each ("valid", assert_fixed_point);
}

static void
test_old (void)
{
  for_each ("old", assert_unchanged);
}

/* Whose catalogue somebody works with is not for the file to judge: what this Kring cannot look up
 * opens, is saved as it was, and stays when something else is changed. */
static void
test_kept (void)
{
  g_autofree char *folder = dup_folder ("kept");
  g_autoptr (GBytes) bytes = load (folder, "unknown-signal.kring"), changed = NULL;
  g_autoptr (KringMap) map = NULL, back = NULL;
  const KringField *name = kring_kind_find_field (kring_kind_get (KRING_KIND_PERSON), "name");

  for_each ("kept", assert_unchanged);
  map = kring_codec_read (bytes, NULL);
  kring_map_begin (map);
  kring_map_set (map, "noor", name, g_variant_new_string ("Noor V."));
  kring_map_end (map);
  changed = kring_codec_write (map, NULL);
  back = kring_codec_read (changed, NULL);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (back, "a"), "catalogue"), ==,
                   "of-another-organisation");
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (back, "a"), "name"), ==,
                   "Has two phones");
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (back, "b"), "catalogue"), ==,
                   "ÿ no id at all");
}

/* An older program removed what newer items are about: what they say is kept, out of exports. */
static void
test_mended (void)
{
  g_autofree char *folder = dup_folder ("mended");
  g_autoptr (GBytes) bytes = load (folder, "person-removed.kring"), written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KringMap) map = NULL, back = NULL;
  guint n = 0;
  KringItem *words, *signal, *task;

  map = kring_codec_read_mended (bytes, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  words = kring_map_get_item (map, "s");
  signal = kring_map_get_item (map, "g");
  task = kring_map_get_item (map, "k");
  g_assert_cmpstr (kring_item_get_text (words, "about"), ==, KRING_MAP_CASE_ID);
  g_assert_cmpstr (kring_item_get_text (words, "words"), ==,
                   "Hij zegt dat ik hem nog geld moet geven");
  g_assert_cmpint (kring_item_get_audience (words), ==, KRING_AUDIENCE_NONE);
  g_assert_true (kring_item_refers_to (words, "t"));
  g_assert_false (kring_item_refers_to (words, "gone"));
  g_assert_cmpint (kring_item_get_audience (signal), ==, KRING_AUDIENCE_POLICE);
  g_assert_cmpstr (kring_item_get_text (signal, "catalogue"), ==, "no-such-signal");
  g_assert_true (kring_item_refers_to (task, "noor"));
  g_assert_false (kring_item_refers_to (task, "dex"));
  g_assert_null (kring_item_get_named (task, "who"));
  /* Saved and opened again it stays, and there is nothing to say about it any more. */
  written = kring_codec_write (map, &error);
  g_assert_no_error (error);
  back = kring_codec_read_mended (written, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (kring_map_equal (map, back));
}

/* A table of file and message; see cases/invalid/messages. */
static GHashTable *
load_messages (void)
{
  GHashTable *messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *folder = dup_folder ("invalid");
  g_autoptr (GBytes) bytes = load (folder, "messages");
  g_auto (GStrv) lines = NULL;

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], ": ", 2);

      g_hash_table_insert (messages, g_strdup (parts[0]), g_strdup (parts[1]));
    }
  return messages;
}

static gboolean
opens (GBytes *bytes, GError **error)
{
  g_autoptr (KringMap) map = kring_codec_read (bytes, error);

  return map != NULL;
}

static GHashTable *messages;

static void
assert_refused (const char *name, GBytes *bytes)
{
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".kring"));
  g_autoptr (GError) error = NULL;

  g_assert_false (opens (bytes, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == KRING_STORAGE_ERROR);
  g_assert_cmpstr (error->message, ==, g_hash_table_lookup (messages, stem));
  g_hash_table_remove (messages, stem);
}

static void
test_invalid (void)
{
  messages = load_messages ();
  for_each ("invalid", assert_refused);
  g_assert_cmpuint (g_hash_table_size (messages), ==, 0);
  g_hash_table_unref (messages);
}

static void
test_truncated (void)
{
  g_autoptr (KringMap) map = kring_test_map_new ();
  g_autoptr (GBytes) whole = kring_codec_write (map, NULL);

  for (gsize n = 0; n < g_bytes_get_size (whole) - 2; n++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, n);
      g_autoptr (GError) error = NULL;

      g_assert_false (opens (part, &error));
      g_assert_true (
          g_error_matches (error, KRING_STORAGE_ERROR,
                           n == 0 ? KRING_STORAGE_ERROR_EMPTY : KRING_STORAGE_ERROR_SYNTAX));
      g_assert_true (n == 0 || g_str_has_prefix (error->message, "line "));
    }
}

/* One wrong byte anywhere: a clear refusal or a map, never a crash. */
static void
test_flipped (void)
{
  g_autoptr (KringMap) map = kring_test_map_new ();
  g_autoptr (GBytes) whole = kring_codec_write (map, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) bytes = g_bytes_new_take (copy, size);
        g_autoptr (GError) error = NULL;

        copy[i] ^= 1 << bit;
        g_assert_cmpint (opens (bytes, &error), ==, error == NULL);
      }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/cases/valid", test_valid);
  g_test_add_func ("/storage/cases/old", test_old);
  g_test_add_func ("/storage/cases/kept", test_kept);
  g_test_add_func ("/storage/cases/mended", test_mended);
  g_test_add_func ("/storage/cases/invalid", test_invalid);
  g_test_add_func ("/storage/cases/truncated", test_truncated);
  g_test_add_func ("/storage/cases/flipped", test_flipped);
  return g_test_run ();
}
