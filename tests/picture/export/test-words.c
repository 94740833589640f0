/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written on a map can be read on its sheet, and what has no room there stands on a list. */
#include "picture/export/kring-export.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "picture/render/kring-measurer.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_PEOPLE 32
#define CROWD_X 150
#define CROWD_Y 130

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *name, double x, double y)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (name != NULL)
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
  kring_map_load (map, tie);
}

/* As many as at a large table, two by two around the one in the middle. */
static KringMap *
make_map (void)
{
  KringMap *map = kring_map_new ();
  const char *const centre[] = { "noor", NULL };

  kring_item_set_named (kring_map_get_case (map), "centre", g_variant_new_strv (centre, -1));
  add (map, KRING_KIND_PERSON, "noor", "Noor", 0, 0);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      double angle = 2 * G_PI * i / N_PEOPLE, far = i % 2 == 0 ? 1 : 0.65;
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *name = g_strdup_printf ("Mustafa P. %u", i);
      g_autofree char *tie = g_strdup_printf ("t%u", i);
      g_autofree char *kind = g_strdup_printf ("langdurige bezigheid%u", i);

      kring_item_set_text (
          add (map, KRING_KIND_PERSON, id, name, 600 * far * cos (angle), 400 * far * sin (angle)),
          "role", "rol onduidelijk");
      add_tie (map, tie, "noor", id, kind);
    }
  return map;
}

static KringExport *
new_export (KringMap *map, KringPaper paper, KringOrientation orientation)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);

  options.page.paper = paper;
  options.page.orientation = orientation;
  return kring_export_new (map, &options, now);
}

/* What stands on one sheet, or from there to the end, as another program reads it. */
static char *
read_text (KringExport *export, const char *first)
{
  g_autofree char *folder = g_dir_make_tmp ("words-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *arguments[] = { "pdftotext", "-raw", "-f", first, path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (kring_export_write (export, file, NULL, NULL, &error));
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

/* Names are read at arm's length on A4, and across a table on A3, whichever way the sheet lies. */
static void
test_smallest_names (void)
{
  static const double least[] = { [KRING_PAPER_A4] = 6.5, [KRING_PAPER_A3] = 8 };

  for (KringPaper paper = KRING_PAPER_A4; paper <= KRING_PAPER_A3; paper++)
    for (KringOrientation o = KRING_ORIENTATION_AUTO; o <= KRING_ORIENTATION_LANDSCAPE; o++)
      {
        g_autoptr (KringMap) map = make_map ();
        g_autoptr (KringExport) export = new_export (map, paper, o);

        g_assert_cmpfloat (kring_export_get_name_points (export), >=, least[paper] / 1.03);
        g_assert_true (kring_export_is_readable (export));
      }
}

/* Nearly a hundred people in rows, and one so far away that their names must be twice as large as
 * drawn, for which there is no room side by side: together they find it. */
static void
test_crowd (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringExport) export = NULL;

  kring_item_set_choice (kring_map_get_case (map), "background", 1);
  add (map, KRING_KIND_PERSON, "far", "Ver Weg", 3300, 0);
  for (guint i = 0; i < 96; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *name = g_strdup_printf ("Mustafa P. %u", i);

      add (map, KRING_KIND_PERSON, id, name, i % 16 * CROWD_X, i / 16 * CROWD_Y);
    }
  export = new_export (map, KRING_PAPER_A4, KRING_ORIENTATION_LANDSCAPE);
  g_assert_cmpfloat (kring_export_get_name_points (export), <, 7);
  g_assert_true (kring_export_is_readable (export));
}

/* Every name, second line and word on a tie stands on the sheet or on the list after it. */
static void
test_nothing_lost (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringExport) export = NULL;
  g_autofree char *all = NULL, *lists = NULL;

  /* Somebody far away makes the others small. */
  add (map, KRING_KIND_PERSON, "far", "Ver Weg", 1700, 0);
  export = new_export (map, KRING_PAPER_A4, KRING_ORIENTATION_AUTO);
  all = read_text (export, "1");
  lists = read_text (export, "2");
  g_assert_cmpuint (kring_export_get_n_sheets (export), >=, 2);
  g_assert_nonnull (strstr (lists, "Notes and words in full"));
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Mustafa P. %u", i);
      g_autofree char *kind = g_strdup_printf ("bezigheid%u", i);

      g_assert_nonnull (strstr (all, name));
      g_assert_nonnull (strstr (all, kind));
    }
}

/* What a rim tells, with the legend, needs no row of its own. */
static void
test_told_by_rim (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringExport) export = NULL;
  g_autofree char *lists = NULL;

  for (guint i = 0; i < N_PEOPLE; i += 2)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      KringItem *item = kring_map_get_item (map, id);

      kring_item_set_text (item, "role", NULL);
      kring_item_set_named (item, "identity_unknown", g_variant_new_boolean (TRUE));
    }
  add (map, KRING_KIND_PERSON, "far", "Ver Weg", 2600, 0);
  export = new_export (map, KRING_PAPER_A4, KRING_ORIENTATION_AUTO);
  lists = read_text (export, "2");
  g_assert_nonnull (strstr (lists, "rol onduidelijk"));
  g_assert_null (strstr (lists, "identity unknown"));
}

/* A small map uses its sheet. */
static void
test_larger_than_life (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringExport) export = NULL;

  kring_item_set_choice (kring_map_get_case (map), "background", 1);
  add (map, KRING_KIND_PERSON, "a", "Anna", 0, 0);
  add (map, KRING_KIND_PERSON, "b", "Bo", 300, 100);
  export = new_export (map, KRING_PAPER_A3, KRING_ORIENTATION_AUTO);
  g_assert_cmpfloat (kring_export_get_name_points (export), >, 13);
  g_assert_cmpfloat (kring_export_get_name_points (export), <, 16);
}

/* The legend takes nothing of a map that leaves room beside it. */
static void
test_legend_beside (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringExport) with = NULL, without = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;

  kring_item_set_choice (kring_map_get_case (map), "background", 1);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      add (map, KRING_KIND_PERSON, id, id, 360 * cos (i), 400 * sin (i));
    }
  options.page.orientation = KRING_ORIENTATION_LANDSCAPE;
  with = kring_export_new (map, &options, now);
  options.page.legend = FALSE;
  without = kring_export_new (map, &options, now);
  g_assert_cmpfloat (kring_export_get_name_points (without), <, 12);
  g_assert_cmpfloat_with_epsilon (kring_export_get_name_points (with),
                                  kring_export_get_name_points (without), 0.01);
}

/* No ring runs off a sheet, wherever the legend stands. */
static void
test_rings_whole (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  const char *const centre[] = { "noor", NULL };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
  const KringWordingReader reader = { KRING_READER_JOINT, 0, 0 };
  KringFonts *fonts = kring_fonts_new ();
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);

  add (map, KRING_KIND_PERSON, "noor", "Noor", 0, 0);
  kring_item_set_named (kring_map_get_case (map), "centre", g_variant_new_strv (centre, -1));
  for (KringPaper paper = KRING_PAPER_A4; paper <= KRING_PAPER_A3; paper++)
    {
      const KringPageSetup setup = { paper, KRING_ORIENTATION_AUTO, 0, TRUE, FALSE };
      g_autoptr (KringScene) scene = kring_scene_new (map, &KRING_SCENE_OPTIONS_EXPORT, &measurer);
      KringWording *wording = kring_wording_new (map, &reader, now);
      g_autoptr (KringPages) pages = kring_pages_new (scene, wording, &setup, NULL, &measurer);
      KringRect bounds = kring_scene_get_bounds (scene), sheet = kring_pages_get_sheet (pages, 0);
      double scale = kring_pages_get_map_scale (pages);

      g_assert_cmpfloat (bounds.width * scale, <=, sheet.width);
      g_assert_cmpfloat (bounds.height * scale, <=, sheet.height);
      kring_wording_free (wording);
    }
  kring_fonts_unref (fonts);
}

static char *
new_words (guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (words, "woord ");
  return g_string_free (g_string_append (words, "slotwoord"), FALSE);
}

/* However much a note says, names stay as large; what it goes on to say is on a list. */
static void
test_long_note (void)
{
  g_autoptr (KringMap) map = make_map (), with = make_map ();
  g_autoptr (KringExport) before = new_export (map, KRING_PAPER_A3, KRING_ORIENTATION_AUTO);
  g_autoptr (KringExport) after = NULL;
  g_autofree char *words = new_words (3000), *sheet = NULL, *lists = NULL;

  kring_item_set_text (add (with, KRING_KIND_NOTE, "n", NULL, 0, 200), "text", words);
  after = new_export (with, KRING_PAPER_A3, KRING_ORIENTATION_AUTO);
  g_assert_cmpfloat_with_epsilon (kring_export_get_name_points (after),
                                  kring_export_get_name_points (before), 0.01);
  sheet = read_text (after, "1");
  g_assert_nonnull (strstr (sheet, "goes on in the lists"));
  lists = read_text (after, "2");
  g_assert_nonnull (strstr (lists, "Notes and words in full"));
  g_assert_nonnull (strstr (lists, "slotwoord"));
}

/* A short note is whole where it stands, and makes no list. */
static void
test_short_note (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringExport) export = NULL;
  g_autofree char *words = new_words (20), *sheet = NULL;

  kring_item_set_text (add (map, KRING_KIND_NOTE, "n", "Weekendverlof", 0, 0), "text", words);
  export = new_export (map, KRING_PAPER_A3, KRING_ORIENTATION_AUTO);
  g_assert_cmpuint (kring_export_get_n_sheets (export), ==, 1);
  sheet = read_text (export, "1");
  g_assert_nonnull (strstr (sheet, "slotwoord"));
  g_assert_null (strstr (sheet, "…"));
}

/* The same of a name, a role and a word on a tie that go on and on. */
static void
test_long_labels (void)
{
  g_autoptr (KringMap) map = make_map (), with = make_map ();
  g_autoptr (KringExport) before = new_export (map, KRING_PAPER_A3, KRING_ORIENTATION_AUTO);
  g_autoptr (KringExport) after = NULL;
  g_autofree char *words = new_words (300), *lists = NULL;

  kring_item_set_text (kring_map_get_item (with, "p3"), "role", words);
  kring_item_set_text (kring_map_get_item (with, "t5"), "kind", words);
  after = new_export (with, KRING_PAPER_A3, KRING_ORIENTATION_AUTO);
  g_assert_cmpfloat (kring_export_get_name_points (after), >,
                     kring_export_get_name_points (before) * 0.85);
  lists = read_text (after, "2");
  g_assert_nonnull (strstr (lists, "slotwoord"));
  g_assert_nonnull (strstr (strstr (lists, "slotwoord") + 1, "slotwoord"));
}

/* The same of what stands above the map. */
static void
test_long_header (void)
{
  static const char *const fields[] = { "purpose", "ground", "covenant", "consent", "informed" };

  for (KringPaper paper = KRING_PAPER_A4; paper <= KRING_PAPER_A3; paper++)
    {
      g_autoptr (KringMap) map = make_map ();
      g_autoptr (KringExport) export = NULL;
      g_autofree char *lists = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          g_autofree char *words = new_words (300);
          g_autofree char *text = g_strconcat (words, fields[i], NULL);

          kring_item_set_text (kring_map_get_case (map), fields[i], text);
        }
      export = new_export (map, paper, KRING_ORIENTATION_AUTO);
      g_assert_cmpfloat (kring_export_get_name_points (export), >, 5);
      lists = read_text (export, "2");
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          g_autofree char *last = g_strconcat ("slotwoord", fields[i], NULL);

          if (strstr (lists, last) == NULL)
            g_error ("%s is lost", last);
        }
    }
}

/* How to reach whoever was there stands on paper, whether lists follow or not. */
static void
test_contacts (void)
{
  for (guint lists = 0; lists < 2; lists++)
    {
      g_autoptr (KringMap) map = make_map ();
      g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
      KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
      g_autoptr (KringItem) there = kring_item_new (kring_kind_get (KRING_KIND_PARTICIPANT), "sem");
      g_autoptr (KringItem) meeting = kring_item_new (kring_kind_get (KRING_KIND_MEETING), "m");
      g_autoptr (KringExport) export = NULL;
      g_autofree char *text = NULL;

      kring_item_set_text (there, "phone", "06-0000 0012");
      kring_item_set_text (there, "deputy", "Fatma Kok");
      kring_item_set_text (there, "name", "Sem");
      kring_map_load (map, there);
      kring_item_set_named (meeting, "on", g_variant_new_string ("2025-11-01"));
      kring_item_set_text (meeting, "agreed", "Call");
      kring_map_load (map, meeting);
      options.appendices = lists ? KRING_APPENDIX_TIMELINE : 0;
      export = kring_export_new (map, &options, now);
      text = read_text (export, "1");
      g_assert_nonnull (strstr (text, "06-0000 0012"));
      g_assert_nonnull (strstr (text, "Fatma Kok"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/words/smallest-names", test_smallest_names);
  g_test_add_func ("/export/words/crowd", test_crowd);
  g_test_add_func ("/export/words/nothing-lost", test_nothing_lost);
  g_test_add_func ("/export/words/told-by-rim", test_told_by_rim);
  g_test_add_func ("/export/words/larger-than-life", test_larger_than_life);
  g_test_add_func ("/export/words/legend-beside", test_legend_beside);
  g_test_add_func ("/export/words/rings-whole", test_rings_whole);
  g_test_add_func ("/export/words/long-note", test_long_note);
  g_test_add_func ("/export/words/short-note", test_short_note);
  g_test_add_func ("/export/words/long-labels", test_long_labels);
  g_test_add_func ("/export/words/long-header", test_long_header);
  g_test_add_func ("/export/words/contacts", test_contacts);
  return g_test_run ();
}
