/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "file/document/kring-document.h"
#include "file/storage/kring-storage-error.h"
#include "gtk/app/kring-device.h"
#include "gtk/widgets/kring-error-words.h"
#include "map/base/kring-id.h"
#include "map/edit/kring-editor.h"

static char *
dup_open_body (GQuark domain, int code, const char *message)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/plek/proef.kring");
  g_autoptr (GError) error = g_error_new_literal (domain, code, message);

  return kring_error_words_dup_open_body (file, error);
}

static void
assert_holds (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no \"%s\" in \"%s\"", part, text);
}

/* Every code has words of its own, in which stands what the message holds. */
static void
test_edit (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) other =
      g_error_new_literal (KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_SYNTAX, "as it is");
  g_autofree char *sentence = kring_error_words_dup_edit (other);

  for (int code = 0; code < KRING_N_EDIT_ERRORS; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (KRING_EDIT_ERROR, code, "");
      g_autoptr (GError) about = g_error_new_literal (KRING_EDIT_ERROR, code, "4711");
      char *words = kring_error_words_dup_edit (about);
      g_autofree char *empty = kring_error_words_dup_edit (error);

      if (!g_str_equal (words, empty))
        assert_holds (words, "4711");
      g_assert_true (*words != '\0' && g_hash_table_add (seen, words));
    }
  g_assert_cmpstr (sentence, ==, "as it is");
}

/* Every one names the file, and none the folder; a mistake inside comes with its place. */
static void
test_open (void)
{
  for (int code = KRING_STORAGE_ERROR_SYNTAX; code <= KRING_STORAGE_ERROR_FAILED; code++)
    {
      g_autofree char *body = dup_open_body (KRING_STORAGE_ERROR, code, "line 3, column 9: wrong");

      assert_holds (body, "proef.kring");
      g_assert_null (strstr (body, "plek"));
      if (code == KRING_STORAGE_ERROR_NOT_FOUND)
        g_assert_null (strstr (body, "line 3"));
      else
        assert_holds (body, "ine 3, column 9: wrong");
    }
}

static void
test_newer (void)
{
  g_autofree char *body =
      dup_open_body (KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_NEWER, "format 9");
  g_autoptr (GError) error =
      g_error_new_literal (KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_NEWER, "format 9");

  assert_holds (body, "was not opened");
  assert_holds (kring_error_words_get_open_heading (error), "newer");
}

static void
test_save (void)
{
  g_autoptr (GError) full =
      g_error_new_literal (KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_FULL, "the disk is full");
  g_autoptr (GError) doubt =
      g_error_new_literal (KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_VERIFY, "something else");
  g_autofree char *kept = kring_error_words_dup_save_body (full, TRUE);
  g_autofree char *lost = kring_error_words_dup_save_body (full, FALSE);
  g_autofree char *doubtful = kring_error_words_dup_save_body (doubt, TRUE);

  assert_holds (kept, "The disk is full.\n");
  assert_holds (kept, "a recovery copy of it is kept");
  assert_holds (kept, "Nothing on the disk was changed.");
  assert_holds (lost, "No recovery copy");
  g_assert_null (strstr (doubtful, "Nothing on the disk"));
}

static void
assert_sentence (const char *message, const char *expected)
{
  g_autofree char *sentence = kring_error_words_dup_sentence (message);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentence (void)
{
  assert_sentence ("", "");
  assert_sentence ("één", "Één.");
  assert_sentence ("done.", "Done.");
}

/* Of several pictures the first may be there when a later one fails. */
static void
test_export (void)
{
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the disk is full");
  g_autofree char *one = kring_error_words_dup_export_body (error, FALSE);
  g_autofree char *many = kring_error_words_dup_export_body (error, TRUE);

  g_assert_true (g_str_has_prefix (one, "The disk is full."));
  g_assert_nonnull (strstr (one, "Nothing was written"));
  g_assert_true (g_str_has_prefix (many, "The disk is full."));
  g_assert_null (strstr (many, "Nothing was written"));
}

static void
test_device (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  g_autofree char *first = NULL, *again = NULL, *other = NULL;

  g_settings_reset (settings, "device");
  first = kring_device_dup_id (settings);
  again = kring_device_dup_id (settings);
  g_assert_true (kring_id_is_valid (first));
  g_assert_cmpstr (first, ==, again);
  g_settings_reset (settings, "device");
  other = kring_device_dup_id (settings);
  g_assert_cmpstr (first, !=, other);
}

/* What a window shows is signed by this machine. */
static void
test_signed (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  g_autofree char *device = kring_device_dup_id (settings);
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  KringMap *map;

  kring_window_begin (window);
  map = kring_document_get_map (kring_window_get_document (window));
  g_assert_cmpstr (kring_map_get_device (map), ==, device);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/trouble/open", test_open);
  g_test_add_func ("/ui/trouble/newer", test_newer);
  g_test_add_func ("/ui/trouble/save", test_save);
  g_test_add_func ("/ui/trouble/sentence", test_sentence);
  g_test_add_func ("/ui/trouble/export", test_export);
  g_test_add_func ("/ui/trouble/edit", test_edit);
  g_test_add_func ("/ui/device/same", test_device);
  g_test_add_func ("/ui/device/signed", test_signed);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
