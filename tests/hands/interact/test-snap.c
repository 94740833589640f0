/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-ghost.h"
#include "hands/interact/kring-outline.h"
#include "hands/interact/kring-snap.h"
#include "hands/session/kring-focus.h"

#include "bench.h"

static void
test_snap (void)
{
  static const KringPoint stand[] = { { 100, 100 }, { 200, 100 }, { 400, 300 } };
  static const struct
  {
    KringPoint wanted;
    KringPoint found;
    gboolean vertical;
    gboolean horizontal;
  } rows[] = {
    { { 104, 50 }, { 100, 50 }, TRUE, FALSE },    /* a centre line */
    { { 107, 50 }, { 107, 50 }, FALSE, FALSE },   /* too far */
    { { 398, 96 }, { 400, 100 }, TRUE, TRUE },    /* two at once */
    { { 297, 102 }, { 300, 100 }, FALSE, TRUE },  /* the third in a row */
    { { 152, 99 }, { 150, 100 }, FALSE, TRUE },   /* halfway */
    { { 3, 103 }, { 0, 100 }, FALSE, TRUE },      /* before the first */
    { { 250, 250 }, { 250, 250 }, FALSE, FALSE }, /* nothing near */
  };
  g_autoptr (GArray) neighbours = g_array_new (FALSE, FALSE, sizeof (KringPoint));

  g_array_append_vals (neighbours, stand, G_N_ELEMENTS (stand));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KringSnap snap = kring_snap_find (rows[i].wanted, neighbours, KRING_SNAP_REACH);

      g_assert_cmpfloat_with_epsilon (snap.point.x, rows[i].found.x, 0.001);
      g_assert_cmpfloat_with_epsilon (snap.point.y, rows[i].found.y, 0.001);
      g_assert_cmpint (snap.vertical, ==, rows[i].vertical);
      g_assert_cmpint (snap.horizontal, ==, rows[i].horizontal);
    }
}

static void
test_outline (void)
{
  g_autoptr (KringPath) square = kring_path_new ();
  g_autoptr (Bench) bench = bench_new ();
  KringScene *scene = kring_interaction_get_scene (bench->interaction);
  KringPoint rim;

  kring_path_move_to (square, -10, -10);
  kring_path_line_to (square, 10, -10);
  kring_path_line_to (square, 10, 10);
  kring_path_line_to (square, -10, 10);
  kring_path_close (square);
  g_assert_cmpfloat_with_epsilon (
      kring_outline_get_reach (square, KRING_POINT_INIT (0, 0), KRING_POINT_INIT (50, 0)), 10,
      0.001);
  g_assert_cmpfloat_with_epsilon (
      kring_outline_get_reach (square, KRING_POINT_INIT (0, 0), KRING_POINT_INIT (-3, 3)), 14.1421,
      0.001);
  g_assert_cmpfloat (
      kring_outline_get_reach (square, KRING_POINT_INIT (0, 0), KRING_POINT_INIT (0, 0)), ==, 0);
  /* A tile is 42 wide. */
  rim = kring_ghost_get_rim (scene, kring_map_get_id (bench->map, "auto"),
                             KRING_POINT_INIT (700, 900));
  g_assert_cmpfloat_with_epsilon (rim.x, 700, 0.01);
  g_assert_cmpfloat_with_epsilon (rim.y, 621, 0.5);
}

static void
test_focus (void)
{
  static const struct
  {
    const char *from;
    KringArrow arrow;
    const char *to;
  } rows[] = {
    { "noor", KRING_ARROW_RIGHT, "dex" }, { "noor", KRING_ARROW_UP, "ilse" },
    { "noor", KRING_ARROW_LEFT, NULL },   { "dex", KRING_ARROW_DOWN, "auto" },
    { "dex", KRING_ARROW_LEFT, "noor" },  { "ilse", KRING_ARROW_RIGHT, "dex" },
    { "auto", KRING_ARROW_UP, "dex" },
  };
  g_autoptr (Bench) bench = bench_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (kring_focus_find (bench->map, rows[i].from, rows[i].arrow, NULL), ==,
                     rows[i].to);
  g_assert_cmpstr (kring_focus_find_nearest (bench->map, KRING_POINT_INIT (650, 550), NULL), ==,
                   "auto");
}

static void
test_circle (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_autoptr (GHashTable) one = NULL, two = NULL;

  bench_add_tie (bench, "noor", "dex", "x");
  bench_add_tie (bench, "dex", "auto", "y");
  one = kring_focus_dup_beyond (bench->map, "noor", 1);
  two = kring_focus_dup_beyond (bench->map, "noor", 2);
  g_assert_true (g_hash_table_contains (one, "auto"));
  g_assert_true (g_hash_table_contains (one, "ilse"));
  g_assert_false (g_hash_table_contains (one, "dex"));
  g_assert_cmpuint (g_hash_table_size (one), ==, 3);
  g_assert_cmpuint (g_hash_table_size (two), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interact/snap", test_snap);
  g_test_add_func ("/interact/outline", test_outline);
  g_test_add_func ("/interact/focus", test_focus);
  g_test_add_func ("/interact/circle", test_circle);
  return g_test_run ();
}
