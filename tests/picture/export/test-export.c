/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exports read back by other programs: text and properties of the PDF by poppler, pixels of the
 * PNG by cairo, its chunks by hand. Every name that is on the map holds a word of its own.
 */
#include "picture/export/kring-export.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  KringMap *map;
  GDateTime *now;
  char *folder;
  KringExportOptions options;
} Fixture;

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *name, double x, double y)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_text (item, "name", name);
  kring_item_set_position (item, KRING_POINT_INIT (x, y));
  kring_map_load (map, item);
  return item;
}

static void
add_tie (KringMap *map, const char *id, const char *from, const char *to, const char *kind)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_named (tie, "from", g_variant_new_string (from));
  kring_item_set_named (tie, "to", g_variant_new_string (to));
  kring_item_set_text (tie, "kind", kind);
  kring_item_set_choice (tie, "quality", KRING_QUALITY_SUPPORT);
  kring_map_load (map, tie);
}

static KringMap *
make_map (void)
{
  KringMap *map = kring_map_new ();
  const char *const centre[] = { "noor", NULL };

  kring_item_set_named (kring_map_get_case (map), "centre", g_variant_new_strv (centre, -1));
  kring_item_set_text (kring_map_get_case (map), "title", "CanaryCase");
  kring_item_set_text (kring_map_get_case (map), "purpose", "CanaryPurpose");
  add (map, KRING_KIND_PERSON, "noor", "CanaryNoor", 0, 0);
  add (map, KRING_KIND_PERSON, "oma", "CanaryÉlise", -300, 120);
  add (map, KRING_KIND_PLACE, "flat", "CanaryFlat", 260, -150);
  kring_item_set_choice (add (map, KRING_KIND_PERSON, "dex", "CanaryHidden", 200, 200), "audience",
                         KRING_AUDIENCE_NONE);
  add_tie (map, "t1", "noor", "oma", "CanaryTie");
  add_tie (map, "t2", "noor", "dex", "CanaryLost");
  return map;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->map = make_map ();
  fixture->now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
  fixture->folder = g_dir_make_tmp ("CanaryFolder-XXXXXX", NULL);
  fixture->options = KRING_EXPORT_OPTIONS_DEFAULT;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_date_time_unref (fixture->now);
  g_assert_finalize_object (fixture->map);
}

/* Writes the export; returns its path. */
static char *
export_to (Fixture *fixture, const char *name)
{
  g_autoptr (KringExport) export = kring_export_new (fixture->map, &fixture->options, fixture->now);
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (kring_export_write (export, file, NULL, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static char *
run (const char *program, const char *option, const char *path)
{
  const char *arguments[] = { program, option, path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  if (strcmp (program, "pdfinfo") == 0)
    arguments[3] = NULL;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                NULL, &error);
  g_assert_no_error (error);
  return output;
}

static void
test_pdf_text (Fixture *fixture, gconstpointer data)
{
  const char *const there[] = { "CanaryNoor",
                                "CanaryÉlise",
                                "CanaryFlat",
                                "CanaryTie",
                                "CanaryCase",
                                "CanaryPurpose",
                                "Network around CanaryNoor",
                                "2 items not on this sheet",
                                "sheet 1 of 1" };
  g_autofree char *path = export_to (fixture, "a.pdf");
  g_autofree char *text = run ("pdftotext", "-raw", path);

  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    if (strstr (text, there[i]) == NULL)
      g_error ("%s is not in the text", there[i]);
  g_assert_null (strstr (text, "CanaryHidden"));
  g_assert_null (strstr (text, "CanaryLost"));
  g_assert_null (strstr (text, "…"));
  g_assert_null (strstr (strstr (text, "unknown or other") + 1, "unknown or other"));
}

/* Only on request: what a filter hides is in no word of the file, and the foot counts it. */
static void
test_pdf_part (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (GPtrArray) places = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_PLACE);

  g_hash_table_add (hidden, (gpointer) kring_item_get_id (g_ptr_array_index (places, 0)));
  fixture->options.rule.hidden = hidden;
  path = export_to (fixture, "part.pdf");
  text = run ("pdftotext", "-raw", path);
  g_assert_nonnull (strstr (text, "CanaryNoor"));
  g_assert_null (strstr (text, "CanaryFlat"));
  g_assert_null (strstr (text, "2 items not on this sheet"));
  g_assert_nonnull (strstr (text, "items not on this sheet"));
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row =
      cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x];
}

static guint
count_coloured (cairo_surface_t *surface)
{
  guint n_coloured = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        n_coloured +=
            (pixel & 0xff) != ((pixel >> 8) & 0xff) || (pixel & 0xff) != ((pixel >> 16) & 0xff);
      }
  return n_coloured;
}

static KringItem *
add_about (KringMap *map, KringKindId kind, const char *words, const char *about)
{
  g_autofree char *id = g_ascii_strdown (words, -1);
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);
  const char *const ids[] = { about, NULL };

  kring_item_set_text (item, kind == KRING_KIND_STATEMENT ? "words" : "name", words);
  kring_item_set_named (item, "about",
                        kind == KRING_KIND_TASK ? g_variant_new_strv (ids, -1)
                                                : g_variant_new_string (about));
  kring_map_load (map, item);
  return item;
}

/* What is known about @about, each with a word of its own that begins with @mark. */
static void
add_known (KringMap *map, const char *about, const char *mark)
{
  g_autofree char *signal = g_strdup_printf ("%sSignal", mark);
  g_autofree char *words = g_strdup_printf ("%sWords", mark);
  g_autofree char *task = g_strdup_printf ("%sTask", mark);

  kring_item_set_text (add_about (map, KRING_KIND_SIGNAL, signal, about), "observed", "2025-10-11");
  kring_item_set_text (add_about (map, KRING_KIND_STATEMENT, words, about), "when", "2025-10-12");
  add_about (map, KRING_KIND_TASK, task, about);
}

/* Lists on upright A4 after the map, with all they should tell and nothing of what stays. */
static void
test_pdf_lists (Fixture *fixture, gconstpointer data)
{
  const char *const there[] = { "CanarySignal",
                                "CanaryWords",
                                "CanaryTask",
                                "CanaryMoment",
                                "sheet 1 of 7",
                                "sheet 7 of 7",
                                "3 items not on this sheet" };
  g_autofree char *path = NULL, *text = NULL, *info = NULL;
  KringItem *event = add (fixture->map, KRING_KIND_EVENT, "e", "CanaryMoment", 0, 300);
  const char *const involved[] = { "dex", "noor", NULL };

  add_known (fixture->map, "noor", "Canary");
  kring_item_set_text (event, "when", "2025-10-14");
  kring_item_set_named (event, "involved", g_variant_new_strv (involved, -1));
  kring_item_set_choice (add_about (fixture->map, KRING_KIND_TASK, "CanaryOwnTask", "noor"),
                         "audience", KRING_AUDIENCE_NONE);
  fixture->options.appendices = (1u << KRING_N_APPENDICES) - 1;
  path = export_to (fixture, "a.pdf");
  text = run ("pdftotext", "-raw", path);
  info = run ("pdfinfo", "-isodates", path);
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    if (strstr (text, there[i]) == NULL)
      g_error ("%s is not in the text", there[i]);
  g_assert_null (strstr (text, "CanaryHidden"));
  g_assert_null (strstr (text, "CanaryOwnTask"));
  g_assert_null (strstr (text, "…"));
  g_assert_nonnull (strstr (info, "Pages:           7"));
}

/* What is known about somebody who stays behind stays behind, too. */
static void
test_lists_canaries (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *text = NULL;

  add_known (fixture->map, "noor", "Canary");
  add_known (fixture->map, "dex", "Secret");
  /* A task that is only about somebody who stays behind is about nobody else. */
  kring_item_set_text (kring_map_get_item (fixture->map, "secrettask"), "name", "CanaryPlan");
  fixture->options.appendices = (1u << KRING_N_APPENDICES) - 1;
  path = export_to (fixture, "a.pdf");
  text = run ("pdftotext", "-raw", path);
  g_assert_null (strstr (text, "CanaryPlan"));
  g_assert_nonnull (strstr (text, "CanaryTask"));
  g_assert_null (strstr (text, "Secret"));
  g_assert_null (strstr (text, "CanaryHidden"));
}

/* Pictures: one a sheet, each as large as its paper. */
static void
test_png_lists (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *second = NULL;
  cairo_surface_t *surface;

  add_known (fixture->map, "noor", "Canary");
  fixture->options.format = KRING_EXPORT_PNG;
  fixture->options.dpi = 96;
  fixture->options.theme = KRING_THEME_GREY;
  fixture->options.appendices = KRING_APPENDIX_SIGNALS;
  path = export_to (fixture, "a.png");
  second = g_build_filename (fixture->folder, "a-2.png", NULL);
  surface = cairo_image_surface_create_from_png (second);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 794);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1123);
  g_assert_cmpuint (count_coloured (surface), ==, 0);
  cairo_surface_destroy (surface);
}

/* Text that nobody would type ends up on paper. */
static void
test_lists_endless (Fixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (100000, 'm');
  g_autofree char *path = NULL;

  add_known (fixture->map, "oma", "Canary");
  kring_item_set_text (kring_map_get_item (fixture->map, "canarysignal"), "name", endless);
  kring_item_set_text (kring_map_get_item (fixture->map, "canarywords"), "words", endless);
  kring_item_set_text (kring_map_get_case (fixture->map), "title", endless);
  fixture->options.appendices = (1u << KRING_N_APPENDICES) - 1;
  path = export_to (fixture, "a.pdf");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Neither properties nor any readable byte name anybody or any place. */
static void
test_pdf_properties (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = export_to (fixture, "a.pdf");
  g_autofree char *info = run ("pdfinfo", "-isodates", path);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_nonnull (strstr (info, "Working document\n"));
  g_assert_nonnull (strstr (info, "2025-11-20T10:42:00"));
  g_assert_null (strstr (info, "Author"));
  g_assert_null (strstr (info, "Canary"));
  g_assert_nonnull (strstr (info, "1190.55 x 841.89 pts (A3)"));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize) length, "Canary"));
}

static void
test_pdf_same (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = export_to (fixture, "a.pdf");
  g_autofree char *other = export_to (fixture, "b.pdf");
  g_autofree char *one_bytes = NULL, *other_bytes = NULL;
  gsize one_length, other_length;

  g_file_get_contents (one, &one_bytes, &one_length, NULL);
  g_file_get_contents (other, &other_bytes, &other_length, NULL);
  g_assert_cmpmem (one_bytes, one_length, other_bytes, other_length);
}

/* A tall map stands on an upright sheet, a wide one on its side, unless told otherwise. */
static void
test_orientation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringExport) wide = NULL, tall = NULL, told = NULL;

  fixture->options.page.paper = KRING_PAPER_A4;
  kring_item_set_choice (kring_map_get_case (fixture->map), "background", 1);
  add (fixture->map, KRING_KIND_PLACE, "right", "Right", 2000, 0);
  wide = kring_export_new (fixture->map, &fixture->options, fixture->now);
  g_assert_cmpfloat (kring_export_get_sheet (wide, 0).width, >, 1000);
  add (fixture->map, KRING_KIND_PLACE, "low", "Low", 0, 5000);
  tall = kring_export_new (fixture->map, &fixture->options, fixture->now);
  g_assert_cmpfloat (kring_export_get_sheet (tall, 0).width, <, 1000);
  g_assert_false (kring_export_is_readable (tall));
  fixture->options.page.orientation = KRING_ORIENTATION_LANDSCAPE;
  told = kring_export_new (fixture->map, &fixture->options, fixture->now);
  g_assert_cmpfloat (kring_export_get_sheet (told, 0).width, >, 1000);
}

/* Too large for one sheet at the chosen scale: an overview and parts, with every name readable. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringExport) export = NULL;
  g_autofree char *path = NULL, *text = NULL;

  add (fixture->map, KRING_KIND_PLACE, "far", "CanaryFar", 3000, 900);
  fixture->options.page.scale = 1;
  export = kring_export_new (fixture->map, &fixture->options, fixture->now);
  g_assert_cmpuint (kring_export_get_n_sheets (export), >=, 4);
  g_assert_true (kring_export_is_readable (export));
  path = export_to (fixture, "a.pdf");
  text = run ("pdftotext", "-raw", path);
  g_assert_nonnull (strstr (text, "Part 1 of"));
  g_assert_nonnull (strstr (text, "row 1, column 2"));
  g_assert_nonnull (strstr (strstr (text, "CanaryFar") + 1, "CanaryFar"));
}

/* Few people in the middle of wide rings: on small paper the rings give way to the names. */
static void
test_rings_give_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringExport) export = NULL;

  fixture->options.page.paper = KRING_PAPER_A4;
  export = kring_export_new (fixture->map, &fixture->options, fixture->now);
  g_assert_true (kring_export_is_readable (export));
  g_assert_cmpfloat (kring_export_get_name_points (export), <=, 9.75);
}

static void
test_png_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  cairo_surface_t *surface;

  fixture->options.format = KRING_EXPORT_PNG;
  fixture->options.dpi = 96;
  path = export_to (fixture, "a.png");
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1588);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1123);
  g_assert_cmphex (get_pixel (surface, 4, 4) & 0xffffff, ==, 0xffffff);
  g_assert_cmpuint (count_coloured (surface), >, 200);
  cairo_surface_destroy (surface);
}

/* On grey paper nothing has a hue, and there is still something to see. */
static void
test_png_grey (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  cairo_surface_t *surface;
  guint n_dark = 0;

  fixture->options.format = KRING_EXPORT_PNG;
  fixture->options.theme = KRING_THEME_GREY;
  fixture->options.dpi = 96;
  path = export_to (fixture, "a.png");
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpuint (count_coloured (surface), ==, 0);
  for (int y = 200; y < 900; y++)
    for (int x = 0; x < 1500; x++)
      n_dark += (get_pixel (surface, x, y) & 0xff) < 0x80;
  g_assert_cmpuint (n_dark, >, 1000);
  cairo_surface_destroy (surface);
}

static void
test_png_bare (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  cairo_surface_t *surface;
  g_autoptr (KringExport) export = NULL;

  fixture->options.format = KRING_EXPORT_PNG;
  fixture->options.bare = fixture->options.clear = TRUE;
  fixture->options.dpi = 192;
  export = kring_export_new (fixture->map, &fixture->options, fixture->now);
  path = export_to (fixture, "a.png");
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==,
                   (int) ceil (kring_export_get_sheet (export, 0).width * 2));
  g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_ARGB32);
  g_assert_cmphex (get_pixel (surface, 1, 1), ==, 0);
  cairo_surface_destroy (surface);
}

/* Size, density and pixels: no chunk can hold a word. */
static void
test_png_chunks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *bytes = NULL;
  g_autoptr (GString) chunks = g_string_new (NULL);
  gsize length;

  fixture->options.format = KRING_EXPORT_PNG;
  fixture->options.dpi = 100;
  path = export_to (fixture, "a.png");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize at = 8; at + 12 <= length;)
    {
      guint32 size;

      memcpy (&size, bytes + at, 4);
      if (!g_str_has_suffix (chunks->str, "IDAT") || strncmp (bytes + at + 4, "IDAT", 4) != 0)
        g_string_append_len (chunks, bytes + at + 4, 4);
      if (strncmp (bytes + at + 4, "pHYs", 4) == 0)
        g_assert_cmpint (memcmp (bytes + at + 8, "\0\0\x0f\x61\0\0\x0f\x61\1", 9), ==, 0);
      at += 12 + GUINT32_FROM_BE (size);
    }
  g_assert_cmpstr (chunks->str, ==, "IHDRpHYsbKGDIDATIEND");
}

static void
test_png_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringExport) export = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "a.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  fixture->options.format = KRING_EXPORT_PNG;
  fixture->options.dpi = 1200;
  export = kring_export_new (fixture->map, &fixture->options, fixture->now);
  g_assert_false (kring_export_write (export, file, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  kring_export_write_finish (KRING_EXPORT (source), result, error);
  if (*error == NULL)
    *error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "done");
}

static void
progress_cb (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

/* Off the main thread; edits in the meantime do not show. */
static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringExport) export = kring_export_new (fixture->map, &fixture->options, fixture->now);
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double fraction = 0;
  const KringProgress progress = { progress_cb, &fraction };

  kring_export_write_async (export, file, &progress, NULL, done_cb, &error);
  kring_item_set_text (kring_map_get_item (fixture->map, "flat"), "name", "CanaryLater");
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpfloat (fraction, ==, 1);
  text = run ("pdftotext", "-raw", path);
  g_assert_nonnull (strstr (text, "CanaryFlat"));
  g_assert_null (strstr (text, "CanaryLater"));
  g_assert_finalize_object (g_steal_pointer (&export));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringExport) export = kring_export_new (fixture->map, &fixture->options, fixture->now);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;

  kring_export_write_async (export, file, NULL, cancellable, done_cb, &error);
  g_cancellable_cancel (cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (folder));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *text = NULL;

  g_object_unref (fixture->map);
  fixture->map = kring_map_new ();
  path = export_to (fixture, "a.pdf");
  text = run ("pdftotext", "-raw", path);
  g_assert_nonnull (strstr (text, "0 persons"));
}

static void
test_names (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
  g_autofree char *name = kring_export_dup_file_name (KRING_EXPORT_PDF, now);
  g_autofree char *second = kring_export_dup_sheet_name ("map.final.png", 1);
  g_autofree char *plain = kring_export_dup_sheet_name ("map", 2);

  g_assert_cmpstr (name, ==, "working-document-2025-11-20.pdf");
  g_assert_cmpstr (second, ==, "map.final-2.png");
  g_assert_cmpstr (plain, ==, "map-3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC) g_test_add ("/export/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("pdf/text", test_pdf_text);
  ADD ("pdf/part", test_pdf_part);
  ADD ("pdf/lists", test_pdf_lists);
  ADD ("pdf/lists-canaries", test_lists_canaries);
  ADD ("pdf/lists-endless", test_lists_endless);
  ADD ("png/lists", test_png_lists);
  ADD ("pdf/properties", test_pdf_properties);
  ADD ("pdf/same", test_pdf_same);
  ADD ("orientation", test_orientation);
  ADD ("parts", test_parts);
  ADD ("rings-give-way", test_rings_give_way);
  ADD ("png/page", test_png_page);
  ADD ("png/grey", test_png_grey);
  ADD ("png/bare", test_png_bare);
  ADD ("png/chunks", test_png_chunks);
  ADD ("png/too-large", test_png_too_large);
  ADD ("async", test_async);
  ADD ("cancel", test_cancel);
  ADD ("empty", test_empty);
  g_test_add_func ("/export/names", test_names);
  return g_test_run ();
}
