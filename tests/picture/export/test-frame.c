/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-frame.h"
#include "picture/render/kring-measurer.h"

#include <string.h>

typedef struct
{
  KringFonts *fonts;
  KringTextMeasurer measurer;
  KringMap *map;
  KringWording *wording;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2025, 11, 20, 10, 42, 0);
  const KringWordingReader reader = { KRING_READER_JOINT, 0, 0 };

  fixture->fonts = kring_fonts_new ();
  fixture->measurer = kring_measurer_for_fonts (fixture->fonts);
  fixture->map = kring_map_new ();
  fixture->wording = kring_wording_new (fixture->map, &reader, now);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  kring_wording_free (fixture->wording);
  g_object_unref (fixture->map);
  kring_fonts_unref (fixture->fonts);
}

static char *
dup_text (GPtrArray *shapes)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);

      if (shape->text != NULL)
        g_string_append_printf (all, "%s ", shape->text);
    }
  return g_strdup (all->str);
}

/* No two texts touch or lie on each other, none leaves the sheet, and the rule lies under all of them. */
static void
assert_tidy (GPtrArray *shapes, double width, double height)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *one = g_ptr_array_index (shapes, i);

      if (one->type != KRING_SHAPE_TEXT)
        continue;
      g_assert_cmpfloat (one->bounds.x, >=, -0.01);
      g_assert_cmpfloat (one->bounds.x + one->bounds.width, <=, width + 0.01);
      g_assert_cmpfloat (one->at.y, <=, height);
      for (guint j = i + 1; j < shapes->len; j++)
        {
          const KringShape *other = g_ptr_array_index (shapes, j);
          KringRect smaller = one->bounds;

          smaller.height = one->size;
          g_assert_false (other->type == KRING_SHAPE_TEXT && g_str_equal (one->text, other->text) &&
                          kring_point_distance (one->at, other->at) < 1);
          g_assert_false (other->type == KRING_SHAPE_TEXT && other->at.y > one->at.y &&
                          kring_rect_intersects (smaller, other->bounds) &&
                          other->bounds.y + other->bounds.height * 0.25 <
                              smaller.y + smaller.height);
        }
    }
}

static void
replace (char **text, const char *with)
{
  g_free (*text);
  *text = g_strdup (with);
}

static void
add_row (Fixture *fixture, const char *label, const char *value)
{
  KringWordingRow *row = g_new0 (KringWordingRow, 1);

  row->label = g_strdup (label);
  row->value = g_strdup (value);
  g_ptr_array_add (fixture->wording->rows, row);
}

/* However much there is to say, on any paper: it wraps, and every word is there. */
static void
test_header (Fixture *fixture, gconstpointer data)
{
  const double widths[] = { 703, 879, 1290, 1496 };
  const char *words = "safety of the young person, renewed contact, weekend leave, and then more";

  replace (&fixture->wording->title, "Network around Noor Voorbeeld and Tijn Voorbeeld");
  g_strfreev (fixture->wording->terms);
  fixture->wording->terms = g_strsplit ("Review on 20 Dec 2025|Destroy on 20 Feb 2026", "|", -1);
  g_ptr_array_add (fixture->wording->lines, g_strdup (words));
  g_ptr_array_add (fixture->wording->lines, g_strdup (words));
  add_row (fixture, "Meeting", "20 Nov 2025");
  add_row (fixture, "Participants", "Marit de Boer (care), Sem Hakim (police), Joris Prins (care)");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      const KringFrame frame = { fixture->wording, &fixture->measurer, widths[i] };
      double height = 0;
      g_autoptr (GPtrArray) shapes = kring_frame_dup_header (&frame, &height);
      g_autofree char *text = dup_text (shapes);

      assert_tidy (shapes, widths[i], height);
      g_assert_nonnull (strstr (text, words));
      g_assert_nonnull (strstr (text, "Joris Prins"));
      g_assert_nonnull (strstr (text, "Destroy on 20 Feb 2026"));
      g_assert_null (strstr (text, "…"));
    }
}

/* A title that goes on and on leaves room for the map, and is told in full elsewhere. */
static void
test_long_word (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cut = g_ptr_array_new_with_free_func (g_free);
  const KringFrame frame = { fixture->wording, &fixture->measurer, 700, cut };
  g_autofree char *word = g_strnfill (400, 'W');
  double height = 0;
  g_autoptr (GPtrArray) shapes = NULL;

  replace (&fixture->wording->title, word);
  shapes = kring_frame_dup_header (&frame, &height);
  assert_tidy (shapes, 700, height);
  g_assert_cmpfloat (height, <, 200);
  g_assert_cmpuint (cut->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (cut, 0), ==, word);
}

static void
test_slim_header (Fixture *fixture, gconstpointer data)
{
  const KringFrame frame = { fixture->wording, &fixture->measurer, 879 };
  double height = 0;
  g_autoptr (GPtrArray) shapes =
      kring_frame_dup_slim_header (&frame, "Part 1 of 4: row 1, column 1", &height);

  assert_tidy (shapes, 879, height);
  g_assert_cmpfloat (height, <, 40);
}

static void
test_footer (Fixture *fixture, gconstpointer data)
{
  const double widths[] = { 400, 703, 1496 };

  replace (&fixture->wording->case_name, "Example case Noor: everything is invented · 2025-0001");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      const KringFrame frame = { fixture->wording, &fixture->measurer, widths[i] };
      double height = 0;
      g_autoptr (GPtrArray) shapes = kring_frame_dup_footer (&frame, 1, 3, &height);
      g_autofree char *text = dup_text (shapes);

      assert_tidy (shapes, widths[i], height);
      g_assert_nonnull (strstr (text, "nothing left out"));
      g_assert_nonnull (strstr (text, "sheet 1 of 3"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/frame/header", Fixture, NULL, set_up, test_header, tear_down);
  g_test_add ("/export/frame/long-word", Fixture, NULL, set_up, test_long_word, tear_down);
  g_test_add ("/export/frame/slim-header", Fixture, NULL, set_up, test_slim_header, tear_down);
  g_test_add ("/export/frame/footer", Fixture, NULL, set_up, test_footer, tear_down);
  return g_test_run ();
}
