/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing that is done, in which ties run behind people: whom it concerns steps aside. */
#include "people.h"

#include "place/clearance/kring-clear-up.h"
#include "place/clearance/kring-clearance.h"
#include "place/clearance/kring-clutter.h"

#define FALSE_TIE 24.0
#define GAP 8.0

/* Ties in a row, past one each: from the first to the third, from the second to the fourth ... */
static KringGraph *
new_row (guint n)
{
  g_autoptr (KringGraphBuilder) builder = people_new (n);

  for (guint v = 2; v < n; v++)
    kring_graph_builder_add_edge (builder, v - 2, v, KRING_EDGE_PLAIN);
  return kring_graph_builder_end (builder);
}

static void
stand_in_row (KringPoint *places, guint n)
{
  for (guint v = 0; v < n; v++)
    places[v] = KRING_POINT_INIT (100.0 * v, 0);
}

static gboolean
clear_up (const KringGraph *graph, const guint8 *fixed, KringPoint *places)
{
  KringClearUpOptions options = { .seed = 1, .gap = GAP, .fixed = fixed };

  return kring_clear_up (graph, &options, places);
}

static guint
count_near (const KringGraph *graph, const KringPoint *places)
{
  guint count = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    for (guint v = 0; v < graph->n_nodes; v++)
      count += v != graph->edges[e].from && v != graph->edges[e].to &&
               kring_segment_distance (places[graph->edges[e].from], places[graph->edges[e].to],
                                       places[v]) < FALSE_TIE;
  return count;
}

static KringRect
get_box (const KringGraph *graph, const KringPoint *places, guint v)
{
  KringRect box = graph->nodes[v].box;

  return KRING_RECT_INIT (places[v].x + box.x, places[v].y + box.y, box.width, box.height);
}

static void
assert_nobody_on_anybody (const KringGraph *graph, const KringPoint *places)
{
  for (guint a = 0; a < graph->n_nodes; a++)
    for (guint b = 0; b < a; b++)
      g_assert_false (
          kring_rect_intersects (get_box (graph, places, a), get_box (graph, places, b)));
}

static void
test_row (void)
{
  g_autoptr (KringGraph) graph = new_row (9);
  const guint8 fixed[9] = { TRUE };
  KringPoint places[9], again[9];

  stand_in_row (places, 9);
  stand_in_row (again, 9);
  g_assert_cmpuint (count_near (graph, places), ==, 7);
  g_assert_true (clear_up (graph, fixed, places));
  g_assert_cmpuint (count_near (graph, places), ==, 0);
  assert_nobody_on_anybody (graph, places);
  g_assert_cmpfloat (kring_point_distance (places[0], again[0]), ==, 0);
  g_assert_true (clear_up (graph, fixed, again));
  g_assert_cmpmem (places, sizeof places, again, sizeof again);
}

/* Whom nothing concerns stays, to the bit, and so does who may not move. */
static void
test_stay (void)
{
  g_autoptr (KringGraph) graph = new_row (3);
  const guint8 all[3] = { TRUE, TRUE, TRUE }, none[3] = { 0 };
  const KringPoint clear[] = { { 0, 0 }, { 150.1, 90.3 }, { 300.7, 0.2 } };
  KringPoint places[3];

  memcpy (places, clear, sizeof places);
  g_assert_true (clear_up (graph, none, places));
  g_assert_cmpmem (places, sizeof places, clear, sizeof clear);
  stand_in_row (places, 3);
  g_assert_true (clear_up (graph, all, places));
  g_assert_cmpuint (count_near (graph, places), ==, 1);
}

/* Two who stand too near each other for what is written between them. */
static void
test_words (void)
{
  g_autoptr (KringGraphBuilder) builder = people_new (2);
  g_autoptr (KringGraph) graph = NULL;
  const guint8 fixed[2] = { TRUE, FALSE };
  KringPoint places[2] = { { 0, 0 }, { 110, 0 } };

  kring_graph_builder_add_edge (builder, 0, 1, KRING_EDGE_PLAIN);
  kring_graph_builder_get_edge (builder, 0)->words = 90;
  graph = kring_graph_builder_end (builder);
  g_assert_true (clear_up (graph, fixed, places));
  g_assert_true (kring_point_distance (places[0], places[1]) > 150 || fabs (places[1].y) > 72);
}

/* A group does not get larger by it: its hull would take in others. */
static void
test_group (void)
{
  g_autoptr (KringGraphBuilder) builder = people_new (5);
  g_autoptr (KringGraph) graph = NULL;
  const guint8 fixed[5] = { 0 };
  KringPoint places[5] = { { -200, 0 }, { 0, 3 }, { 200, 0 }, { 0, -200 }, { 0, 200 } };
  KringRect before, after;

  for (guint v = 0; v < 3; v++)
    kring_graph_builder_get_node (builder, v)->group = 0;
  kring_graph_builder_add_edge (builder, 0, 2, KRING_EDGE_PLAIN);
  kring_graph_builder_add_edge (builder, 3, 4, KRING_EDGE_PLAIN);
  graph = kring_graph_builder_end (builder);
  before = kring_rect_union (get_box (graph, places, 0), get_box (graph, places, 1));
  before = kring_rect_union (before, get_box (graph, places, 2));
  g_assert_true (clear_up (graph, fixed, places));
  after = kring_rect_union (get_box (graph, places, 0), get_box (graph, places, 1));
  after = kring_rect_union (after, get_box (graph, places, 2));
  g_assert_true (kring_rect_contains_rect (kring_rect_grow (before, 0.01), after));
}

static KringPoint
keep_height_cb (guint node, KringPoint from, KringPoint to, gpointer data)
{
  return KRING_POINT_INIT (to.x, from.y);
}

static void
test_allow (void)
{
  g_autoptr (KringGraph) graph = new_row (3);
  const guint8 fixed[3] = { 0 };
  KringPoint places[3] = { { 0, 0 }, { 100, 90 }, { 200, 180 } };
  KringClearUpOptions options = { .gap = GAP, .fixed = fixed, .allow = keep_height_cb };

  g_assert_true (kring_clear_up (graph, &options, places));
  g_assert_cmpuint (count_near (graph, places), ==, 0);
  g_assert_cmpfloat_with_epsilon (places[2].y - places[0].y, 180, 0.01);
}

static void
test_cancelled (void)
{
  g_autoptr (KringGraph) graph = new_row (9);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const guint8 fixed[9] = { 0 };
  KringPoint places[9];
  KringClearUpOptions options = { .gap = GAP, .fixed = fixed, .cancellable = cancellable };

  stand_in_row (places, 9);
  g_cancellable_cancel (cancellable);
  g_assert_false (kring_clear_up (graph, &options, places));
}

/* How near a bent tie from (0, 0) to (600, 200) comes to the nearest of them. */
static double
get_nearest (double bend, const KringPoint *people, guint n)
{
  double least = G_MAXDOUBLE;

  for (guint v = 0; v < n; v++)
    least = MIN (least, kring_clearance_of_arc (KRING_POINT_INIT (0, 0),
                                                KRING_POINT_INIT (600, 200), bend, people[v]));
  return least;
}

/* It passes everybody, and nothing less deep passes everybody as well; none only where there is none. */
static void
assert_least (double bend, const KringPoint *people, guint n)
{
  double need = KRING_CLEARANCE_BENT;

  if (get_nearest (0, people, n) >= KRING_CLEARANCE)
    {
      g_assert_cmpfloat (bend, ==, 0);
      return;
    }
  if (bend == 0 || get_nearest (bend, people, n) < need)
    need = KRING_CLEARANCE;
  if (bend != 0)
    g_assert_cmpfloat (get_nearest (bend, people, n), >=, need);
  for (double less = 6; less < (bend != 0 ? fabs (bend) : 180); less += 3)
    for (int side = -1; side <= 1; side += 2)
      g_assert_cmpfloat (get_nearest (side * less, people, n), <, need);
}

static void
test_least_bend (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_bent = 0;

  for (guint turn = 0; turn < 300; turn++)
    {
      g_autoptr (KringClearance) clearance = kring_clearance_new ();
      g_autoptr (GArray) bends = g_array_new (FALSE, TRUE, sizeof (double));
      KringPoint people[12];
      double bend;

      g_array_set_size (bends, 1);
      for (guint v = 0; v < G_N_ELEMENTS (people); v++)
        {
          people[v] = KRING_POINT_INIT (g_rand_double_range (rand, 60, 540),
                                        g_rand_double_range (rand, -200, 400));
          kring_clearance_add (clearance, people[v], 0);
        }
      bend = kring_clearance_find_bend (clearance, KRING_POINT_INIT (0, 0),
                                        KRING_POINT_INIT (600, 200), bends);
      assert_least (bend, people, G_N_ELEMENTS (people));
      n_bent += bend != 0;
    }
  g_assert_cmpuint (n_bent, >, 100);
}

/* How often it is asked how far somebody stands from a way through a square of so many by so many. */
static guint
count_looks (guint side)
{
  g_autoptr (KringClearance) clearance = kring_clearance_new ();
  g_autoptr (GArray) bends = g_array_new (FALSE, TRUE, sizeof (double));

  g_array_set_size (bends, 1);
  for (guint i = 0; i < side * side; i++)
    kring_clearance_add (clearance, KRING_POINT_INIT (i % side * 150, i / side * 150), 0);
  kring_clearance_find_bend (clearance, KRING_POINT_INIT (0, 0),
                             KRING_POINT_INIT (side * 150, side * 150), bends);
  return kring_clearance_get_n_looks (clearance);
}

/* A tie across a large map is looked at along its way, not against everybody. */
static void
test_long_way (void)
{
  guint few = count_looks (40), many = count_looks (80);

  g_test_message ("%u and %u", few, many);
  g_assert_cmpuint (few, >, 40);
  g_assert_cmpuint (many, <, 3 * few);
}

/* How near a tie from (0, 0) to (600, 0) that bends like this comes to the nearest of them. */
static double
get_nearest_to_way (KringBend bend, const KringPoint *people, guint n)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i <= 600; i++)
    for (guint v = 0; v < n; v++)
      least = MIN (least, kring_point_distance (
                              KRING_POINT_INIT (i, kring_bend_at (bend, i / 600.0)), people[v]));
  return least;
}

/* An arc where there is one, else one that leans, and both pass everybody; otherwise it stays straight. */
static void
test_leaning (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  const KringPoint a = { 0, 0 }, b = { 600, 0 };
  guint n_leaning = 0;

  for (guint turn = 0; turn < 300; turn++)
    {
      g_autoptr (KringClearance) clearance = kring_clearance_new ();
      g_autoptr (GArray) bends = g_array_new (FALSE, TRUE, sizeof (double));
      KringPoint people[14];
      KringBend bend;
      double arc;

      g_array_set_size (bends, 1);
      for (guint v = 0; v < G_N_ELEMENTS (people); v++)
        {
          people[v] = KRING_POINT_INIT (g_rand_double_range (rand, 60, 540),
                                        g_rand_double_range (rand, -200, 200));
          kring_clearance_add (clearance, people[v], 0);
        }
      arc = kring_clearance_find_bend (clearance, a, b, bends);
      bend = kring_clearance_find_way (clearance, a, b, bends);
      n_leaning += bend.lean != 0;
      if (arc != 0)
        g_assert_true (bend.out == arc && bend.lean == 0);
      if (bend.lean != 0)
        g_assert_cmpfloat (get_nearest_to_way (bend, people, G_N_ELEMENTS (people)), >, 23.9);
    }
  g_assert_cmpuint (n_leaning, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clear-up/row", test_row);
  g_test_add_func ("/clear-up/stay", test_stay);
  g_test_add_func ("/clear-up/words", test_words);
  g_test_add_func ("/clear-up/group", test_group);
  g_test_add_func ("/clear-up/allow", test_allow);
  g_test_add_func ("/clear-up/cancelled", test_cancelled);
  g_test_add_func ("/clear-up/least-bend", test_least_bend);
  g_test_add_func ("/clear-up/long-way", test_long_way);
  g_test_add_func ("/clear-up/leaning", test_leaning);
  return g_test_run ();
}
