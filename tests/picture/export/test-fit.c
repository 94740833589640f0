/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-fit.h"

static const KringRect area = { 50, 100, 800, 400 };

static KringRect
place (KringRect rect, KringFit fit)
{
  return KRING_RECT_INIT (fit.offset.x + rect.x * fit.scale, fit.offset.y + rect.y * fit.scale,
                          rect.width * fit.scale, rect.height * fit.scale);
}

static void
test_sheet (void)
{
  KringRect a4 = kring_paper_get_sheet (KRING_PAPER_A4, FALSE);
  KringRect a3 = kring_paper_get_sheet (KRING_PAPER_A3, TRUE);

  g_assert_cmpfloat_with_epsilon (a4.width * KRING_POINTS_PER_UNIT, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (a4.height * KRING_POINTS_PER_UNIT, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (a3.width * KRING_POINTS_PER_UNIT, 1190.55, 0.01);
  g_assert_cmpfloat_with_epsilon (a3.height, a4.height, 1e-9);
}

/* Inside, as large as can be, and no larger than life. */
static void
test_inside (void)
{
  const KringRect contents[] = {
    { 0, 0, 2000, 100 },
    { -900, -900, 100, 3000 },
    { 10, 10, 40, 40 },
    { 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      KringFit fit = kring_fit_inside (area, contents[i], NULL, 1);
      KringRect placed = place (kring_rect_grow (contents[i], 10), fit);

      g_assert_true (kring_rect_contains_rect (kring_rect_grow (area, 1e-6), placed));
      g_assert_true (fit.scale == 1 || ABS (placed.width - area.width) < 1e-6 ||
                     ABS (placed.height - area.height) < 1e-6);
      g_assert_cmpfloat_with_epsilon (kring_rect_centre (placed).x, 450, 1e-6);
    }
}

static void
test_centre (void)
{
  const KringRect content = { 0, 0, 1000, 400 };
  const KringPoint near_middle = { 520, 200 }, at_edge = { 50, 200 };
  KringFit fit = kring_fit_inside (area, content, &near_middle, 1);

  g_assert_cmpfloat_with_epsilon (fit.offset.x + 520 * fit.scale, 450, 1e-6);
  g_assert_true (kring_rect_contains_rect (area, place (content, fit)));
  fit = kring_fit_inside (area, content, &at_edge, 1);
  g_assert_cmpfloat_with_epsilon (fit.offset.x + 500 * fit.scale, 450, 1e-6);
}

/* Together the parts show everything, and neighbours share a strip. */
static void
test_parts (void)
{
  const KringRect content = { -300, -200, 1500, 700 };
  guint n_columns = 0;
  g_autoptr (GArray) parts = kring_fit_dup_parts (area, content, 1, &n_columns);

  g_assert_cmpuint (n_columns, ==, 2);
  g_assert_cmpuint (parts->len, ==, 4);
  for (double x = content.x; x <= content.x + content.width; x += 50)
    for (double y = content.y; y <= content.y + content.height; y += 50)
      {
        guint n_seen = 0;

        for (guint i = 0; i < parts->len; i++)
          n_seen += kring_rect_contains (
              area, kring_rect_centre (
                        place (KRING_RECT_INIT (x, y, 0, 0), g_array_index (parts, KringFit, i))));
        g_assert_cmpuint (n_seen, >=, 1);
      }
  g_assert_cmpfloat_with_epsilon (g_array_index (parts, KringFit, 0).offset.x -
                                      g_array_index (parts, KringFit, 1).offset.x,
                                  area.width - KRING_PART_OVERLAP, 1e-9);
}

static void
test_one_part (void)
{
  guint n_columns = 0;
  g_autoptr (GArray) parts =
      kring_fit_dup_parts (area, KRING_RECT_INIT (0, 0, 700, 300), 1, &n_columns);

  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpuint (n_columns, ==, 1);
}

static void
test_readable (void)
{
  g_assert_cmpfloat_with_epsilon (kring_paper_get_name_points_min (KRING_PAPER_A4), 6.5, 0.01);
  g_assert_cmpfloat_with_epsilon (kring_paper_get_name_points_min (KRING_PAPER_A3), 8, 0.01);
  g_assert_cmpfloat_with_epsilon (kring_fit_get_name_points (0.925), 9.02, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/fit/sheet", test_sheet);
  g_test_add_func ("/export/fit/inside", test_inside);
  g_test_add_func ("/export/fit/centre", test_centre);
  g_test_add_func ("/export/fit/parts", test_parts);
  g_test_add_func ("/export/fit/one-part", test_one_part);
  g_test_add_func ("/export/fit/readable", test_readable);
  return g_test_run ();
}
