/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that is full at any moment of an export: said, nothing left behind, and the program goes on. */
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "picture/export/kring-export.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define N_PERSONS 40
#define N_MOMENTS 32

static KringMap *
make_map (void)
{
  KringMap *map = kring_map_new ();

  for (guint i = 0; i < N_PERSONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i), *name = g_strdup_printf ("Persoon %u", i);
      g_autoptr (KringItem) person = kring_item_new (kring_kind_get (KRING_KIND_PERSON), id);

      kring_item_set_text (person, KRING_F_NAME, name);
      kring_item_set_text (person, "notes", "Het was koud, en er was niemand op straat.");
      kring_item_set_position (person, KRING_POINT_INIT ((i % 8) * 160.0, (i / 8) * 140.0));
      kring_map_load (map, person);
    }
  return map;
}

/* No file grows beyond @size. */
static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full (gconstpointer data)
{
  g_autoptr (KringMap) map = make_map ();
  g_autofree char *folder = g_dir_make_tmp ("kring-full-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 12, 0, 0);
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autoptr (KringExport) export = NULL;
  GStatBuf whole;

  options.format = GPOINTER_TO_UINT (data);
  options.bare = options.format == KRING_EXPORT_PNG;
  options.appendices = options.bare ? 0 : (1 << KRING_N_APPENDICES) - 1;
  export = kring_export_new (map, &options, now);
  g_assert_true (kring_export_write (export, file, NULL, NULL, NULL));
  g_assert_cmpint (g_stat (path, &whole), ==, 0);
  g_unlink (path);
  for (guint i = 0; i < N_MOMENTS; i++)
    {
      g_autoptr (GError) error = NULL;

      limit_files ((rlim_t) whole.st_size * i / N_MOMENTS);
      g_assert_false (kring_export_write (export, file, NULL, NULL, &error));
      limit_files (RLIM_INFINITY);
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_IO_ERROR);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_true (kring_export_write (export, file, NULL, NULL, NULL));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_test_add_data_func ("/export/full/pdf", GUINT_TO_POINTER (KRING_EXPORT_PDF), test_full);
  g_test_add_data_func ("/export/full/png", GUINT_TO_POINTER (KRING_EXPORT_PNG), test_full);
  return g_test_run ();
}
