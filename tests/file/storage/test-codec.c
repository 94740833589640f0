/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-codec.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "storage/kring-test-map.h"

#include <locale.h>
#include <string.h>

static const char expected[] =
    "{\n"
    "  \"kring\": 1,\n"
    "  \"minor\": 0,\n"
    "  \"case\": {\n"
    "    \"centre\": [\"noor\"],\n"
    "    \"stamps\": {\"centre\": \"care1:49\"}\n"
    "  },\n"
    "  \"persons\": [\n"
    "    {\n"
    "      \"id\": \"dex\",\n"
    "      \"name\": \"Dex “D”\\n\\t\\\"é\\\" 😀\",\n"
    "      \"certainty\": \"suspected\",\n"
    "      \"by\": \"care1:42\",\n"
    "      \"stamps\": {\"certainty\": \"care1:48\"}\n"
    "    },\n"
    "    {\n"
    "      \"id\": \"noor\",\n"
    "      \"name\": \"Noor\",\n"
    "      \"age\": \"15\",\n"
    "      \"position\": [12.3, 0],\n"
    "      \"by\": \"care1:41\",\n"
    "      \"stamps\": {\"age\": \"care1:47\", \"position\": \"care1:46\"}\n"
    "    }\n"
    "  ],\n"
    "  \"places\": [\n"
    "    {\n"
    "      \"id\": \"hotel\",\n"
    "      \"name\": \"Hotel\",\n"
    "      \"by\": \"care1:44\"\n"
    "    }\n"
    "  ],\n"
    "  \"ties\": [\n"
    "    {\n"
    "      \"id\": \"t1\",\n"
    "      \"from\": \"dex\",\n"
    "      \"to\": \"noor\",\n"
    "      \"kind\": \"knows\",\n"
    "      \"label_at\": 0.25,\n"
    "      \"by\": \"care1:45\"\n"
    "    }\n"
    "  ],\n"
    "  \"removed\": {\n"
    "    \"gone\": \"care1:50\"\n"
    "  },\n"
    "  \"seen\": {\n"
    "    \"care1\": 50,\n"
    "    \"police1\": 40\n"
    "  }\n"
    "}\n";

static KringMap *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return kring_codec_read (bytes, error);
}

static void
assert_written (KringMap *map, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kring_codec_write (map, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (written, ==, text);
}

static void
test_golden (void)
{
  g_autoptr (KringMap) map = kring_test_map_new ();
  g_autoptr (KringMap) back = read_text (expected, NULL);

  assert_written (map, expected);
  assert_written (back, expected);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (back, "dex"), "name"), ==,
                   "Dex “D”\n\t\"é\" 😀");
  g_assert_true (g_hash_table_contains (kring_map_get_tombstones (back), "gone"));
}

static void
test_empty (void)
{
  g_autoptr (KringMap) map = kring_map_new ();

  assert_written (map, "{\n  \"kring\": 1,\n  \"minor\": 0,\n  \"case\": {}\n}\n");
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int run = 0; run < 300; run++)
    {
      g_autoptr (KringMap) map = kring_test_map_new_random (rand, 30);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = kring_codec_write (map, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }
}

/* What a newer minor version wrote is carried along, wherever it stands. */
static const char newer[] = "{\n"
                            "  \"kring\": 1,\n"
                            "  \"minor\": 7,\n"
                            "  \"case\": {\n"
                            "    \"mood\": \"good\"\n"
                            "  },\n"
                            "  \"persons\": [\n"
                            "    {\n"
                            "      \"id\": \"noor\",\n"
                            "      \"name\": \"Noor\",\n"
                            "      \"shoe\": [38.5, 1e+20, null, {\"left\": true}],\n"
                            "      \"by\": \"a:1\",\n"
                            "      \"stamps\": {\"name\": \"a:2\", \"shoe\": \"b:3\"}\n"
                            "    }\n"
                            "  ],\n"
                            "  \"omens\": [{\"id\": \"s1\", \"about\": \"noor\"}],\n"
                            "  \"seen\": {\n"
                            "    \"a\": 2,\n"
                            "    \"b\": 3\n"
                            "  }\n"
                            "}\n";

static void
test_newer_minor (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KringMap) map = read_text (newer, &error);
  KringItem *noor;

  g_assert_no_error (error);
  assert_written (map, newer);
  noor = kring_map_get_item (map, "noor");
  kring_map_begin (map);
  kring_map_set (map, "noor", kring_kind_find_field (kring_item_get_kind (noor), "name"),
                 g_variant_new_string ("Noor V."));
  kring_map_end (map);
  g_assert_cmpuint (g_variant_n_children (kring_item_get_extra (noor)), ==, 2);
}

static void
test_newer_major (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("{\"kring\": 2, \"anything\": []}", &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NEWER);
}

static void
test_order_of_input (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KringMap) map =
      read_text ("{\"events\":[{\"involved\":[\"b\",\"a\"],\"id\":\"e\"}],\"case\":{},"
                 "\"persons\":[{\"id\":\"b\"},{\"id\":\"a\"}],\"kring\":1}",
                 &error);
  g_auto (GStrv) ids = NULL;

  g_assert_no_error (error);
  ids = kring_item_dup_refs (kring_map_get_item (map, "e"), "involved");
  g_assert_cmpstrv (ids, ((const char *[]){ "a", "b", NULL }));
}

static void
test_fragment (void)
{
  g_autoptr (KringMap) map = kring_test_map_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new (), back = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, kring_map_get_item (map, "t1"));
  g_ptr_array_add (items, kring_map_get_item (map, "hotel"));
  bytes = kring_codec_write_fragment (items);
  back = kring_codec_read_fragment (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_true (kring_item_equal (back->pdata[0], kring_map_get_item (map, "hotel")));
  g_assert_true (kring_item_equal (back->pdata[1], kring_map_get_item (map, "t1")));
  g_assert_null (kring_item_get_inserted_stamp (back->pdata[0]).device);
  g_assert_null (kring_codec_read (bytes, NULL));
}

/* A later stamp follows all that stand in the file, also when "seen" says less. */
static void
test_counter (void)
{
  g_autoptr (KringMap) map =
      read_text ("{\"kring\":1,\"case\":{},\"persons\":[{\"id\":\"a\",\"by\":\"x:900\"}]}", NULL);
  KringStamp *seen = g_hash_table_lookup (kring_map_get_seen (map), "x");

  g_assert_cmpuint (seen->counter, ==, 900);
}

/* Makes a locale of its own where none with a decimal comma is installed. */
static gboolean
set_comma_locale (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "nl_NL.UTF-8", NULL);
  const char *argv[] = { "localedef", "-i", "nl_NL", "-f", "UTF-8", path, NULL };

  if (setlocale (LC_ALL, "nl_NL.UTF-8") != NULL || setlocale (LC_ALL, "de_DE.UTF-8") != NULL)
    return TRUE;
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                     NULL))
    return FALSE;
  g_setenv ("LOCPATH", folder, TRUE);
  return setlocale (LC_ALL, "nl_NL.UTF-8") != NULL;
}

static void
remove_all (const char *folder)
{
  const char *argv[] = { "rm", "-r", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

static void
test_comma_locale (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-locale-XXXXXX", NULL);

  if (set_comma_locale (folder))
    {
      g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
      test_golden ();
      test_newer_minor ();
      test_random ();
    }
  else
    g_test_skip ("no locale with a decimal comma is installed, and none can be made");
  setlocale (LC_ALL, "C.UTF-8");
  remove_all (folder);
}

/* As editors on other systems put it there; written again it is gone. */
static void
test_byte_order_mark (void)
{
  g_autoptr (KringMap) map = kring_test_map_new (), back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kring_codec_write (map, &error), marked = NULL, again = NULL;
  g_autoptr (GByteArray) all = g_byte_array_new ();

  g_byte_array_append (all, (const guint8 *) "\xef\xbb\xbf", 3);
  g_byte_array_append (all, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  marked = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  back = kring_codec_read (marked, &error);
  g_assert_no_error (error);
  again = kring_codec_write (back, &error);
  g_assert_true (g_bytes_equal (again, bytes));
}

static void
test_utf16 (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xff\xfe{\0}\0", 6);
  g_autoptr (GError) error = NULL;

  g_assert_null (kring_codec_read (bytes, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "UTF-16"));
}

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#include <malloc.h>

/* A map of @nth kind, with ids and devices of its own. */
static void
read_one (guint nth)
{
  g_autoptr (GString) text =
      g_string_new ("{\"kring\": 1, \"minor\": 0, \"case\": {}, \"persons\": [");
  g_autofree char *id = g_strdup_printf ("once%u-0", nth);
  g_autofree char *device = g_strdup_printf ("machine%u-0", nth);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KringMap) map = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (
        text, "%s{\"id\": \"once%u-%u\", \"name\": \"N\", \"by\": \"machine%u-%u:7\"}",
        i > 0 ? ", " : "", nth, i, nth, i);
  g_string_append (text, "], \"removed\": {\"gone\": \"machine:9\"}}");
  bytes = g_bytes_new (text->str, text->len);
  map = kring_codec_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 101);
  g_assert_cmpuint (g_quark_try_string (id), ==, 0);
  g_assert_cmpuint (g_quark_try_string (device), ==, 0);
}

/* A hundred maps, opened and closed, leave nothing behind. */
static void
test_leaves_no_ids (void)
{
  gsize before;

  for (guint i = 0; i < 10; i++)
    read_one (i);
  before = mallinfo2 ().uordblks;
  for (guint i = 10; i < 110; i++)
    read_one (i);
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + 100 * 100);
}
#else
static void
test_leaves_no_ids (void)
{
  g_test_skip ("the allocator does not count");
}
#endif

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/codec/golden", test_golden);
  g_test_add_func ("/storage/codec/empty", test_empty);
  g_test_add_func ("/storage/codec/random", test_random);
  g_test_add_func ("/storage/codec/newer-minor", test_newer_minor);
  g_test_add_func ("/storage/codec/newer-major", test_newer_major);
  g_test_add_func ("/storage/codec/order-of-input", test_order_of_input);
  g_test_add_func ("/storage/codec/fragment", test_fragment);
  g_test_add_func ("/storage/codec/leaves-no-ids", test_leaves_no_ids);
  g_test_add_func ("/storage/codec/counter", test_counter);
  g_test_add_func ("/storage/codec/comma-locale", test_comma_locale);
  g_test_add_func ("/storage/codec/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/storage/codec/utf-16", test_utf16);
  return g_test_run ();
}
