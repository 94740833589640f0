/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What clutters a drawing, and a search that takes it away. */
#include "people.h"

#include "place/clearance/kring-clear-search.h"

#include <string.h>

/* The first two with a tie, and a third. */
static KringGraph *
new_three (double words)
{
  g_autoptr (KringGraphBuilder) builder = people_new (3);

  kring_graph_builder_add_edge (builder, 0, 1, KRING_EDGE_PLAIN);
  kring_graph_builder_get_edge (builder, 0)->words = words;
  return kring_graph_builder_end (builder);
}

static void
place (KringClutter *clutter, const KringPoint *places, guint n)
{
  for (guint v = 0; v < n; v++)
    kring_clutter_place (clutter, v, places[v]);
}

static double
cost_at (KringClutter *clutter, guint node, double x, double y)
{
  kring_clutter_place (clutter, node, KRING_POINT_INIT (x, y));
  return kring_clutter_of_node (clutter, node, G_MAXDOUBLE);
}

/* The nearer a tie comes to somebody, the worse; whoever of them is moved. */
static void
test_near (void)
{
  g_autoptr (KringGraph) graph = new_three (0);
  g_autoptr (KringClutter) clutter = kring_clutter_new (graph);
  double far, beside, behind;

  place (clutter, ((KringPoint[]){ { -300, 0 }, { 300, 0 }, { 0, 200 } }), 3);
  far = cost_at (clutter, 2, 0, 120);
  beside = cost_at (clutter, 2, 0, 34);
  behind = cost_at (clutter, 2, 0, 4);
  g_assert_cmpfloat (beside, >, far);
  g_assert_cmpfloat (behind, >, beside + 1);
  beside = cost_at (clutter, 1, 300, 0);
  g_assert_cmpfloat (cost_at (clutter, 1, 300, -400), <, beside - 1);
}

/* A bend passes one person; where people stand all over the way, none does. */
static void
test_misleading (void)
{
  g_autoptr (KringGraphBuilder) builder = people_new (30);
  g_autoptr (KringGraph) graph = NULL;
  g_autoptr (KringClutter) clutter = NULL;
  KringPoint places[30];
  guint8 marks[30] = { 0 };

  kring_graph_builder_add_edge (builder, 0, 1, KRING_EDGE_PLAIN);
  graph = kring_graph_builder_end (builder);
  clutter = kring_clutter_new (graph);
  for (guint v = 0; v < 30; v++)
    places[v] = KRING_POINT_INIT (4000 + 200 * v, 0);
  memcpy (places, ((KringPoint[]){ { -300, 0 }, { 300, 0 }, { 0, 3 } }), 3 * sizeof (KringPoint));
  kring_clutter_place_all (clutter, places);
  g_assert_cmpuint (kring_clutter_count_misleading (clutter, NULL), ==, 0);
  for (guint v = 2; v < 29; v++)
    places[v] = KRING_POINT_INIT ((v % 2) * 30, 30.0 * ((double) v - 15));
  kring_clutter_place_all (clutter, places);
  g_assert_cmpuint (kring_clutter_count_misleading (clutter, marks), ==, 1);
  g_assert_true (marks[0] && marks[1] && marks[15] && !marks[2] && !marks[29]);
}

/* People all over, with ties to some of those before them, and words of all lengths on these. */
static KringGraph *
new_tangle (GRand *rand, guint n)
{
  g_autoptr (KringGraphBuilder) builder = people_new (n);
  guint e = 0;

  for (guint v = 1; v < n; v++)
    for (guint i = 0, at = g_rand_int_range (rand, 0, v); i < MIN (v, 3); i++, e++)
      {
        kring_graph_builder_add_edge (builder, (at + i) % v, v, KRING_EDGE_PLAIN);
        kring_graph_builder_get_edge (builder, e)->words = 10 * (e % 9);
      }
  return kring_graph_builder_end (builder);
}

/* Where little is looked at comes to the same as looking at everything, but for what is always so. */
static void
test_look (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (KringGraph) graph = new_tangle (rand, 40);
  g_autoptr (KringClutter) clutter = kring_clutter_new (graph);

  for (guint v = 0; v < 40; v++)
    kring_clutter_place (
        clutter, v,
        KRING_POINT_INIT (g_rand_int_range (rand, 0, 900), g_rand_int_range (rand, 0, 700)));
  for (guint v = 0; v < 40; v++)
    {
      KringPoint at = kring_clutter_get_place (clutter, v);
      double whole = kring_clutter_of_node (clutter, v, G_MAXDOUBLE), little;

      kring_clutter_look (clutter, v, KRING_RECT_INIT (at.x - 60, at.y - 80, 120, 160));
      little = kring_clutter_try (clutter, v, at, G_MAXDOUBLE);
      for (guint i = 0; i < 20; i++)
        {
          KringPoint to = { at.x + g_rand_int_range (rand, -60, 60),
                            at.y + g_rand_int_range (rand, -80, 80) };
          double then = kring_clutter_try (clutter, v, to, G_MAXDOUBLE);

          g_assert_cmpfloat_with_epsilon (then - little, cost_at (clutter, v, to.x, to.y) - whole,
                                          0.01);
        }
      kring_clutter_place (clutter, v, at);
    }
}

/* A row of people in which everybody has ties two further. */
static KringGraph *
new_row (guint n)
{
  g_autoptr (KringGraphBuilder) builder = people_new (n);

  for (guint v = 2; v < n; v++)
    kring_graph_builder_add_edge (builder, v - 2, v, KRING_EDGE_PLAIN);
  return kring_graph_builder_end (builder);
}

/* Of several searches the best is kept. */
static void
test_runs (void)
{
  g_autoptr (KringGraph) graph = new_row (14);
  g_autoptr (KringClutter) clutter = kring_clutter_new (graph);
  g_autofree guint8 *fixed = g_new0 (guint8, 14);
  double costs[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1);
      KringClearSearchOptions options = {
        .rand = rand, .passes = 6, .runs = 1 + 5 * i, .heat = 10, .reach = 150, .fixed = fixed
      };
      KringPoint places[14];

      for (guint v = 0; v < 14; v++)
        places[v] = KRING_POINT_INIT (100.0 * v, 0);
      g_assert_true (kring_clear_search (clutter, graph, &options, places));
      place (clutter, places, 14);
      costs[i] = kring_clutter_of_all (clutter);
    }
  g_assert_cmpfloat (costs[1], <, costs[0]);
}

/* Words want a place on their tie that is clear of people. */
static void
test_words (void)
{
  g_autoptr (KringGraph) plain = new_three (0);
  g_autoptr (KringGraph) written = new_three (100);
  g_autoptr (KringClutter) silent = kring_clutter_new (plain);
  g_autoptr (KringClutter) clutter = kring_clutter_new (written);
  const KringPoint clear[] = { { -160, 0 }, { 160, 0 }, { 0, 400 } };
  const KringPoint under[] = { { -160, 0 }, { 160, 0 }, { 0, 32 } };

  place (clutter, clear, 3);
  place (silent, clear, 3);
  g_assert_cmpfloat (kring_clutter_of_node (clutter, 1, G_MAXDOUBLE), <=,
                     kring_clutter_of_node (silent, 1, G_MAXDOUBLE) + 1);
  place (clutter, under, 3);
  place (silent, under, 3);
  g_assert_cmpfloat (kring_clutter_of_node (clutter, 1, G_MAXDOUBLE), >,
                     kring_clutter_of_node (silent, 1, G_MAXDOUBLE) + 1);
}

/* Above the limit nothing more is asked; below it the answer does not hang on it. */
static void
test_limit (void)
{
  g_autoptr (KringGraph) graph = new_three (60);
  g_autoptr (KringClutter) clutter = kring_clutter_new (graph);
  double cost;

  place (clutter, ((KringPoint[]){ { -160, 0 }, { 160, 0 }, { 0, 10 } }), 3);
  cost = kring_clutter_of_node (clutter, 1, G_MAXDOUBLE);
  g_assert_cmpfloat (kring_clutter_of_node (clutter, 1, cost + 1), ==, cost);
  g_assert_cmpfloat (kring_clutter_of_node (clutter, 1, 0.01), >, 0.01);
}

static gboolean
search (const KringGraph *graph, guint32 seed, GCancellable *cancellable, KringPoint *places)
{
  g_autoptr (KringClutter) clutter = kring_clutter_new (graph);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint8 *fixed = g_new0 (guint8, graph->n_nodes);
  KringClearSearchOptions options = {
    .rand = rand, .passes = 40, .heat = 10, .reach = 150, .fixed = fixed, .cancellable = cancellable
  };

  fixed[0] = TRUE;
  for (guint v = 0; v < graph->n_nodes; v++)
    places[v] = KRING_POINT_INIT (100.0 * v, 0);
  kring_clutter_place_all (clutter, places);
  g_assert_cmpuint (kring_clutter_count_misleading (clutter, NULL), ==, 0);
  return kring_clear_search (clutter, graph, &options, places);
}

static guint
count_near (const KringGraph *graph, const KringPoint *places)
{
  guint count = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    for (guint v = 0; v < graph->n_nodes; v++)
      count += v != graph->edges[e].from && v != graph->edges[e].to &&
               kring_segment_distance (places[graph->edges[e].from], places[graph->edges[e].to],
                                       places[v]) < 24;
  return count;
}

/* Everybody gets out of the way of the ties of others, the same way every time, and who may not move does
 * not. */
static void
test_search (void)
{
  g_autoptr (KringGraph) graph = new_row (12);
  KringPoint places[12], again[12], row[12];

  for (guint v = 0; v < 12; v++)
    row[v] = KRING_POINT_INIT (100.0 * v, 0);
  g_assert_cmpuint (count_near (graph, row), ==, 10);
  g_assert_true (search (graph, 3, NULL, places));
  g_assert_cmpuint (count_near (graph, places), ==, 0);
  g_assert_cmpfloat (kring_point_distance (places[0], row[0]), ==, 0);
  g_assert_true (search (graph, 3, NULL, again));
  g_assert_cmpmem (places, sizeof places, again, sizeof again);
}

static void
test_cancelled (void)
{
  g_autoptr (KringGraph) graph = new_row (12);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  KringPoint places[12];

  g_cancellable_cancel (cancellable);
  g_assert_false (search (graph, 3, cancellable, places));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clearance/near", test_near);
  g_test_add_func ("/clearance/misleading", test_misleading);
  g_test_add_func ("/clearance/look", test_look);
  g_test_add_func ("/clearance/runs", test_runs);
  g_test_add_func ("/clearance/words", test_words);
  g_test_add_func ("/clearance/limit", test_limit);
  g_test_add_func ("/clearance/search", test_search);
  g_test_add_func ("/clearance/cancelled", test_cancelled);
  return g_test_run ();
}
