/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-export.h"

#include <glib/gstdio.h>

/* Every format says what it is, is found by its name, and makes the files that it promises. */
static void
test_formats (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
  g_autofree char *folder = g_dir_make_tmp ("kring-format-XXXXXX", NULL);
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;

  for (guint i = 0; i < KRING_N_EXPORT_FORMATS; i++)
    {
      const KringExportFormatRow *row = kring_export_format_get_row (i);
      g_autofree char *name = kring_export_dup_file_name (i, now), *path = NULL;
      g_autofree char *upper = g_ascii_strup (row->name, -1), *type = NULL, *mime_type = NULL;
      g_autoptr (KringExport) export = NULL;
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;
      KringExportFormat found = KRING_N_EXPORT_FORMATS;

      g_assert_true (row->label != NULL && row->kind != NULL && row->button != NULL);
      g_assert_true (kring_export_format_find (upper, &found));
      g_assert_cmpint (found, ==, i);
      g_assert_true (g_str_has_suffix (name, row->name));
      options.format = i;
      export = kring_export_new (map, &options, now);
      g_assert_cmpuint (kring_export_get_n_files (export), ==, 1);
      path = g_build_filename (folder, name, NULL);
      file = g_file_new_for_path (path);
      g_assert_true (kring_export_write (export, file, NULL, NULL, &error));
      g_assert_no_error (error);
      type = g_content_type_guess (name, NULL, 0, NULL);
      mime_type = g_content_type_get_mime_type (type);
      g_assert_cmpstr (mime_type, ==, row->mime_type);
      g_unlink (path);
    }
  g_assert_false (kring_export_format_find ("doc", &options.format));
  g_assert_false (kring_export_format_find (NULL, &options.format));
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/formats", test_formats);
  return g_test_run ();
}
