/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-grid.h"

static GArray *
new_points (const KringPoint *points, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (KringPoint));

  g_array_append_vals (array, points, n);
  return array;
}

static void
check_corners (GArray *hull, const KringPoint *expected, guint n)
{
  g_assert_cmpuint (hull->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      KringPoint corner = g_array_index (hull, KringPoint, i);

      g_assert_cmpfloat (corner.x, ==, expected[i].x);
      g_assert_cmpfloat (corner.y, ==, expected[i].y);
    }
}

/* What lies inside, on an edge, or in a corner once more is no corner. */
static void
test_hull (void)
{
  static const KringPoint given[] = { { 5, 5 },  { 10, 10 }, { 0, 0 }, { 5, 0 },
                                      { 0, 10 }, { 10, 0 },  { 0, 0 }, { 10, 4 } };
  static const KringPoint clockwise[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } };
  g_autoptr (GArray) points = new_points (given, G_N_ELEMENTS (given));
  g_autoptr (GArray) hull = kring_points_dup_hull (points);

  check_corners (hull, clockwise, G_N_ELEMENTS (clockwise));
  for (guint i = 0; i < hull->len; i++)
    g_assert_cmpfloat (
        kring_points_get_turn (clockwise[i], clockwise[(i + 1) % 4], KRING_POINT_INIT (5, 5)), >,
        0);
}

/* Points on one line have a hull of two corners. */
static void
test_line (void)
{
  static const KringPoint given[] = { { 2, 2 }, { 0, 0 }, { 3, 3 }, { 1, 1 } };
  static const KringPoint ends[] = { { 0, 0 }, { 3, 3 } };
  g_autoptr (GArray) points = new_points (given, G_N_ELEMENTS (given));
  g_autoptr (GArray) hull = kring_points_dup_hull (points);

  check_corners (hull, ends, G_N_ELEMENTS (ends));
}

/* The hull of the corners of a rectangle is the rectangle. */
static void
test_corners (void)
{
  static const KringPoint clockwise[] = { { 1, 2 }, { 4, 2 }, { 4, 6 }, { 1, 6 } };
  g_autoptr (GArray) points = new_points (NULL, 0);
  g_autoptr (GArray) hull = NULL;

  kring_rect_add_corners (KRING_RECT_INIT (1, 2, 3, 4), points);
  g_assert_cmpuint (points->len, ==, 4);
  hull = kring_points_dup_hull (points);
  check_corners (hull, clockwise, G_N_ELEMENTS (clockwise));
}

static gboolean
is_found (KringGrid *grid, guint index, KringRect area)
{
  GArray *found = kring_grid_find (grid, area);

  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, guint, i) == index)
      return TRUE;
  return FALSE;
}

/* What takes the place of another is found where it lies, large or small, and no more where that lay. */
static void
test_put (void)
{
  static const KringRect places[] = {
    { 5, 5, 10, 10 }, { 505, 5, 10, 10 }, { 2000, 2000, 900, 900 }, { -600, -40, 10, 10 }
  };
  g_autoptr (KringGrid) grid = kring_grid_new (20);

  kring_grid_add (grid, KRING_RECT_INIT (5, 5, 1, 1));
  g_assert_true (kring_grid_put (grid, 1, places[G_N_ELEMENTS (places) - 1]));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_true (kring_grid_put (grid, 1, places[i]));
      g_assert_false (kring_grid_put (grid, 1, places[i]));
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        g_assert_cmpint (is_found (grid, 1, places[k]), ==, k == i);
      g_assert_true (is_found (grid, 0, places[0]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/hull", test_hull);
  g_test_add_func ("/geometry/line", test_line);
  g_test_add_func ("/geometry/corners", test_corners);
  g_test_add_func ("/grid/put", test_put);
  return g_test_run ();
}
