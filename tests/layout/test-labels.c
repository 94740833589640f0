/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-labels.h"

static KringLabelNode
node_at (double x, double y)
{
  return (KringLabelNode){ KRING_RECT_INIT (x - 24, y - 24, 48, 48), 80, 16, -1 };
}

static KringLabelTie
tie_between (double x0, double y0, double x1, double y1)
{
  return (KringLabelTie){ { x0, y0 }, { x1, y1 }, 60, 16, -1 };
}

static void
test_alone (void)
{
  KringLabelNode node = node_at (0, 0);
  KringLabelCounts counts;
  int seat;

  kring_labels_place (&node, 1, NULL, 0, &seat, NULL, &counts);
  g_assert_cmpint (seat, ==, KRING_LABEL_BELOW);
  g_assert_cmpuint (counts.overlaps, ==, 0);
}

/* A line straight down takes the place below. */
static void
test_line_below (void)
{
  KringLabelNode nodes[] = { node_at (0, 0), node_at (0, 300) };
  KringLabelTie tie = tie_between (0, 24, 0, 276);
  KringLabelCounts counts;
  int seats[2], slot;

  kring_labels_place (nodes, 2, &tie, 1, seats, &slot, &counts);
  g_assert_cmpint (seats[0], ==, KRING_LABEL_ABOVE);
  g_assert_cmpint (seats[1], ==, KRING_LABEL_BELOW);
  g_assert_cmpuint (counts.overlaps + counts.lines, ==, 0);
}

static void
test_fixed (void)
{
  KringLabelNode node = node_at (0, 0);
  KringLabelTie tie = tie_between (30, 0, 300, 0);
  int seat, slot;

  node.seat = KRING_LABEL_RIGHT;
  tie.slot = 0;
  kring_labels_place (&node, 1, &tie, 1, &seat, &slot, NULL);
  g_assert_cmpint (seat, ==, KRING_LABEL_RIGHT);
  g_assert_cmpint (slot, ==, 0);
}

/* Two ties that cross in the middle: their labels slide apart. */
static void
test_crossing_ties (void)
{
  KringLabelTie ties[] = { tie_between (-200, -200, 200, 200), tie_between (-200, 200, 200, -200) };
  KringLabelCounts counts;
  int slots[2];

  kring_labels_place (NULL, 0, ties, 2, NULL, slots, &counts);
  g_assert_cmpuint (counts.overlaps, ==, 0);
  g_assert_cmpuint (counts.lines, ==, 0);
}

/* A random crowd: everybody below is worse than everybody placed. */
static void
test_crowd (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  KringLabelNode free_nodes[40], below[40];
  KringLabelTie ties[60];
  KringLabelCounts placed, naive;
  int seats[40], slots[60];

  for (int v = 0; v < 40; v++)
    {
      free_nodes[v] = below[v] = node_at (v % 8 * 150 + g_rand_double_range (rand, -40, 40),
                                          v / 8 * 130 + g_rand_double_range (rand, -30, 30));
      below[v].seat = KRING_LABEL_BELOW;
    }
  for (int e = 0; e < 60; e++)
    {
      KringPoint a = kring_rect_centre (free_nodes[g_rand_int_range (rand, 0, 40)].body);
      KringPoint b = kring_rect_centre (free_nodes[g_rand_int_range (rand, 0, 40)].body);

      ties[e] = tie_between (a.x, a.y, b.x, b.y);
    }
  kring_labels_place (below, 40, ties, 60, seats, slots, &naive);
  kring_labels_place (free_nodes, 40, ties, 60, seats, slots, &placed);
  g_assert_cmpuint (placed.overlaps + placed.lines, <, naive.overlaps + naive.lines);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/labels/alone", test_alone);
  g_test_add_func ("/layout/labels/line-below", test_line_below);
  g_test_add_func ("/layout/labels/fixed", test_fixed);
  g_test_add_func ("/layout/labels/crossing-ties", test_crossing_ties);
  g_test_add_func ("/layout/labels/crowd", test_crowd);
  return g_test_run ();
}
