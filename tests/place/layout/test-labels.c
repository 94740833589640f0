/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-labels.h"

#define AIR 4

/* Below, above, right, left, then the corners. */
static const KringPoint directions[KRING_LABEL_SEATS] = {
  { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 }, { 1, 0.6 }, { -1, 0.6 }, { 1, -0.6 }, { -1, -0.6 },
};

static KringLabelNode *
add_node (KringLabelSet *set, double x, double y)
{
  KringLabelNode *node = kring_label_set_add_node (set, NULL);

  node->body = node->marks = KRING_RECT_INIT (x - 24, y - 24, 48, 48);
  for (int s = 0; s < KRING_LABEL_SEATS; s++)
    node->seats[s] = KRING_RECT_INIT (x + directions[s].x * (24 + AIR + 40) - 40,
                                      y + directions[s].y * (24 + AIR + 8) - 8, 80, 16);
  return node;
}

static KringLabelTie *
add_tie (KringLabelSet *set, KringPoint a, KringPoint b)
{
  KringLabelTie *tie = kring_label_set_add_tie (set, NULL);

  g_array_append_val (tie->line, a);
  g_array_append_val (tie->line, b);
  tie->slot = KRING_LABEL_SLOTS / 2;
  for (int s = 0; s < KRING_LABEL_SLOTS; s++)
    {
      double t = KRING_LABEL_SLOT_AT (s);

      tie->slots[s] =
          KRING_RECT_INIT (a.x + t * (b.x - a.x) - 30, a.y + t * (b.y - a.y) - 8, 60, 16);
    }
  return tie;
}

static void
test_alone (void)
{
  g_autoptr (KringLabelSet) set = kring_label_set_new ();
  KringLabelNode *node = add_node (set, 0, 0);

  node->seat = 3;
  kring_labels_place (set);
  g_assert_cmpint (node->seat, ==, 0);
  g_assert_cmpuint (kring_labels_count (set).overlaps, ==, 0);
}

/* A line straight down takes the place below. */
static void
test_line_below (void)
{
  g_autoptr (KringLabelSet) set = kring_label_set_new ();
  KringLabelCounts counts;

  add_node (set, 0, 0);
  add_node (set, 0, 300);
  add_tie (set, KRING_POINT_INIT (0, 24), KRING_POINT_INIT (0, 276));
  kring_labels_place (set);
  g_assert_cmpint (g_array_index (set->nodes, KringLabelNode, 0).seat, ==, 1);
  g_assert_cmpint (g_array_index (set->nodes, KringLabelNode, 1).seat, ==, 0);
  counts = kring_labels_count (set);
  g_assert_cmpuint (counts.overlaps + counts.lines, ==, 0);
}

/* Words that would lie on somebody in every slot are given none, also where one of them is better. */
static void
test_no_slot (void)
{
  g_autoptr (KringLabelSet) set = kring_label_set_new ();
  KringLabelTie *tie;

  for (int i = 0; i < 9; i++)
    add_node (set, 20 + 50 * i, 10)->fixed = TRUE;
  add_tie (set, KRING_POINT_INIT (220, -100), KRING_POINT_INIT (220, 100))->fixed = TRUE;
  tie = add_tie (set, KRING_POINT_INIT (20, 0), KRING_POINT_INIT (420, 0));
  kring_labels_place (set);
  g_assert_cmpint (tie->slot, ==, KRING_LABEL_SLOTS / 2);
  for (int i = 0; i < 9; i++)
    g_array_index (set->nodes, KringLabelNode, i).body.y -= 400;
  kring_labels_place (set);
  g_assert_cmpint (tie->slot, !=, KRING_LABEL_SLOTS / 2);
}

static void
test_fixed (void)
{
  g_autoptr (KringLabelSet) set = kring_label_set_new ();
  KringLabelNode *node = add_node (set, 0, 0);
  KringLabelTie *tie = add_tie (set, KRING_POINT_INIT (30, 0), KRING_POINT_INIT (300, 0));

  node->seat = 2;
  node->fixed = TRUE;
  tie->slot = 0;
  tie->fixed = TRUE;
  kring_labels_place (set);
  g_assert_cmpint (node->seat, ==, 2);
  g_assert_cmpint (tie->slot, ==, 0);
  g_assert_cmpuint (kring_labels_count (set).overlaps, >, 0);
}

/* Two ties that cross in the middle: their labels slide apart. */
static void
test_crossing_ties (void)
{
  g_autoptr (KringLabelSet) set = kring_label_set_new ();
  KringLabelCounts counts;

  add_tie (set, KRING_POINT_INIT (-200, -200), KRING_POINT_INIT (200, 200));
  add_tie (set, KRING_POINT_INIT (-200, 200), KRING_POINT_INIT (200, -200));
  kring_labels_place (set);
  counts = kring_labels_count (set);
  g_assert_cmpuint (counts.overlaps + counts.lines, ==, 0);
}

/* Node and tie give way to each other: neither could alone. */
static void
test_jointly (void)
{
  g_autoptr (KringLabelSet) set = kring_label_set_new ();
  KringLabelCounts counts;

  add_node (set, 0, 0);
  add_node (set, 0, 130);
  add_node (set, 150, 20);
  add_tie (set, KRING_POINT_INIT (24, 0), KRING_POINT_INIT (126, 20));
  add_tie (set, KRING_POINT_INIT (0, 24), KRING_POINT_INIT (0, 106));
  kring_labels_place (set);
  counts = kring_labels_count (set);
  g_assert_cmpuint (counts.overlaps, ==, 0);
}

static void
fill_crowd (KringLabelSet *set)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int v = 0; v < 40; v++)
    add_node (set, v % 8 * 150 + g_rand_double_range (rand, -40, 40),
              v / 8 * 130 + g_rand_double_range (rand, -30, 30));
  for (int e = 0; e < 60; e++)
    {
      int from = g_rand_int_range (rand, 0, 40), to = g_rand_int_range (rand, 0, 40);
      KringLabelTie *tie =
          add_tie (set, kring_rect_centre (g_array_index (set->nodes, KringLabelNode, from).body),
                   kring_rect_centre (g_array_index (set->nodes, KringLabelNode, to).body));

      tie->from = from;
      tie->to = to;
    }
}

/* A random crowd: the labels cover far less than when everybody's stands below. */
static void
test_crowd (void)
{
  g_autoptr (KringLabelSet) set = kring_label_set_new ();
  KringLabelCounts before, after;

  fill_crowd (set);
  before = kring_labels_count (set);
  kring_labels_place (set);
  after = kring_labels_count (set);
  g_test_message ("%u + %u -> %u + %u", before.overlaps, before.lines, after.overlaps, after.lines);
  g_assert_cmpuint (2 * after.overlaps, <, before.overlaps);
  g_assert_cmpuint (after.lines, <, before.lines);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/labels/alone", test_alone);
  g_test_add_func ("/layout/labels/line-below", test_line_below);
  g_test_add_func ("/layout/labels/fixed", test_fixed);
  g_test_add_func ("/layout/labels/crossing-ties", test_crossing_ties);
  g_test_add_func ("/layout/labels/no-slot", test_no_slot);
  g_test_add_func ("/layout/labels/jointly", test_jointly);
  g_test_add_func ("/layout/labels/crowd", test_crowd);
  return g_test_run ();
}
