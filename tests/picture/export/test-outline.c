/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers of a PDF offer to go to. */
#include "map/edit/kring-commands.h"
#include "picture/export/kring-export.h"

#include <glib/gstdio.h>
#include <string.h>

/* (transfer full) (nullable): the outline as a program reads it back; %NULL: it has none. */
static char *
dup_outline (KringMap *map, KringAppendices appendices)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-outline-XXXXXX", NULL), *output = NULL;
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  const char *arguments[] = { "pdftohtml", "-xml", "-stdout", "-i", path, NULL };
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
  g_autoptr (KringExport) export = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const char *outline;

  options.appendices = appendices;
  export = kring_export_new (map, &options, now);
  g_assert_true (kring_export_write (export, file, NULL, NULL, &error));
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  outline = strstr (output, "<outline>");
  return g_strdup (outline);
}

/* The map and each list, in their order; one sheet needs nothing to go to. */
static void
test_outline (void)
{
  static const char *const titles[] = { "\"1\">Map<", "\"2\">Persons<", "\"3\">Vehicles" };
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (3));
  g_autofree char *outline = NULL, *none = NULL;
  const char *at;

  kring_edit_add_centre (editor, "CanaryNoor", KRING_POINT_INIT (0, 0));
  kring_edit_add (editor, KRING_KIND_PHONE, "CanaryPhone", KRING_POINT_INIT (200, 0));
  outline = dup_outline (map, KRING_APPENDIX_PERSONS | KRING_APPENDIX_THINGS);
  g_assert_nonnull (outline);
  at = outline;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      at = strstr (at, titles[i]);
      g_assert_nonnull (at);
    }
  g_assert_null (strstr (outline, "Canary"));
  none = dup_outline (map, 0);
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/titles", test_outline);
  return g_test_run ();
}
