/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"
#include "place/embedding/kring-local-search.h"
#include "place/embedding/kring-stress.h"
#include "place/layout/kring-layout.h"

#define STEP 200.0

static KringCost *
drawn (const KringGraph *graph, const KringCostWeights *weights, const KringPoint *places)
{
  KringCost *cost = kring_cost_new (graph, weights, STEP);

  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (cost, v, places[v]);
  return cost;
}

/* As random, with every tie there twice. */
static KringGraph *
graph_twice (guint n, guint32 seed)
{
  g_autoptr (KringGraph) graph = graph_random (n, seed);
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();

  for (guint v = 0; v < n; v++)
    {
      kring_graph_builder_add_node (builder, graph->ids[v]);
      *kring_graph_builder_get_node (builder, v) = graph->nodes[v];
    }
  for (guint e = 0; e < 2 * graph->n_edges; e++)
    kring_graph_builder_add_edge (builder, graph->edges[e / 2].from, graph->edges[e / 2].to,
                                  KRING_EDGE_PLAIN);
  return kring_graph_builder_end (builder);
}

static KringPoint *
scattered (guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  KringPoint *places = g_new (KringPoint, n);

  for (guint v = 0; v < n; v++)
    places[v] = KRING_POINT_INIT (g_rand_double (rand) * 900, g_rand_double (rand) * 900);
  return places;
}

/* Each kind of cost by itself is what can be counted. */
static void
test_cost_of_all (void)
{
  g_autoptr (KringGraph) graph = graph_random (30, 3);
  g_autofree KringPoint *places = scattered (30, 5);
  KringCostWeights crossing = { 0, 2, 0, 0, 0 }, overlap = { 0, 0, 1, 0, 0 };
  KringCostWeights through = { 0, 0, 0, 3, 0 }, angle = { 0, 0, 0, 0, 1 };
  g_autoptr (KringCost) a = drawn (graph, &crossing, places);
  g_autoptr (KringCost) b = drawn (graph, &overlap, places);
  g_autoptr (KringCost) c = drawn (graph, &through, places);
  g_autoptr (KringCost) d = drawn (graph, &angle, places);
  KringCostCounts counts;

  kring_cost_count (a, NULL, &counts);
  g_assert_cmpuint (counts.crossings, >, 10);
  g_assert_cmpuint (counts.overlaps, >, 2);
  g_assert_cmpfloat_with_epsilon (kring_cost_of_all (a), 2 * counts.crossings, 1e-6);
  g_assert_cmpfloat (kring_cost_of_all (b), >=, counts.overlaps);
  g_assert_cmpfloat (kring_cost_of_all (b), <=, 2 * counts.overlaps);
  g_assert_cmpfloat_with_epsilon (kring_cost_of_all (c), 3 * counts.through, 1e-6);
  g_assert_cmpfloat_with_epsilon (kring_cost_of_all (d) / 30, 1 - counts.angle, 0.05);
}

static double
turn_of (KringPoint a, KringPoint b, KringPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross (const KringPoint *p, KringGraphEdge e, KringGraphEdge f)
{
  if (e.from == f.from || e.from == f.to || e.to == f.from || e.to == f.to)
    return FALSE;
  return turn_of (p[e.from], p[e.to], p[f.from]) * turn_of (p[e.from], p[e.to], p[f.to]) < 0 &&
         turn_of (p[f.from], p[f.to], p[e.from]) * turn_of (p[f.from], p[f.to], p[e.to]) < 0;
}

/* The vector unit counts what one would count by hand, whatever the machine. */
static void
test_counts (void)
{
  for (guint32 seed = 1; seed < 20; seed++)
    {
      guint n = 20 + seed, crossings = 0, overlaps = 0;
      g_autoptr (KringGraph) graph = graph_random (n, seed);
      g_autofree KringPoint *places = scattered (n, seed);
      KringCostWeights none = { 0 };
      g_autoptr (KringCost) cost = drawn (graph, &none, places);
      KringCostCounts counts;

      for (guint e = 0; e < graph->n_edges; e++)
        for (guint f = 0; f < e; f++)
          crossings += cross (places, graph->edges[e], graph->edges[f]);
      for (guint v = 0; v < n; v++)
        for (guint u = 0; u < v; u++)
          overlaps +=
              fabs (places[v].x - places[u].x) < 120 && fabs (places[v].y - places[u].y) < 40;
      kring_cost_count (cost, NULL, &counts);
      g_assert_cmpuint (counts.crossings, ==, crossings);
      g_assert_cmpuint (counts.overlaps, ==, overlaps);
    }
}

/* What a move changes for one node is what it changes in all, looked around before or not. */
static void
test_cost_of_node (void)
{
  KringCostWeights weights = { 0, 1, 1, 1, 1 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint32 seed = 1; seed < 40; seed++)
    {
      g_autoptr (KringGraph) graph =
          seed % 2 > 0 ? graph_random (30, seed) : graph_twice (20, seed);
      guint n = graph->n_nodes, node = seed % n;
      g_autofree KringPoint *places = scattered (n, seed);
      g_autoptr (KringCost) cost = drawn (graph, &weights, places);
      KringPoint to = { places[node].x + g_rand_double_range (rand, -300, 300),
                        places[node].y + g_rand_double_range (rand, -300, 300) };
      double all, one;

      if (seed % 3 > 0)
        kring_cost_look (cost, node,
                         KRING_RECT_INIT (places[node].x - 200, places[node].y - 200, 400, 400));
      all = kring_cost_of_all (cost);
      one = kring_cost_of_node (cost, node, G_MAXDOUBLE);
      kring_cost_place (cost, node, to);
      one -= kring_cost_of_node (cost, node, G_MAXDOUBLE);
      g_assert_cmpfloat_with_epsilon (all - kring_cost_of_all (cost), one, 1e-3);
    }
}

/* It ends lower than it began, and who is fixed does not move. */
static void
test_improves (void)
{
  g_autoptr (KringGraph) graph = graph_random (30, 3);
  g_autofree KringPoint *places = scattered (30, 5);
  g_autofree guint8 *fixed = g_new0 (guint8, 30);
  KringCostWeights weights = { 0, 1, 1, 0.3, 1 };
  KringLocalSearchOptions options = { .seed = 1, .reach = 2 * STEP, .fixed = fixed };
  g_autoptr (KringCost) cost = drawn (graph, &weights, places);
  double before = kring_cost_of_all (cost);

  for (guint v = 0; v < 30; v += 3)
    fixed[v] = 1;
  g_assert_true (kring_local_search_improve (cost, graph, &options));
  g_assert_cmpfloat (kring_cost_of_all (cost), <, 0.5 * before);
  for (guint v = 0; v < 30; v += 3)
    g_assert_cmpfloat (kring_point_distance (kring_cost_get_place (cost, v), places[v]), <, 1e-3);
}

static KringLayoutResult *
lay_out (const KringGraph *graph, KringLayoutType type, guint32 seed)
{
  KringLayoutOptions options = { .type = type, .seed = seed, .step = 160, .overlaps = TRUE };

  return kring_layout_run (graph, &options, NULL);
}

static double
stress_of (const KringGraph *graph, const KringPoint *places)
{
  g_autoptr (KringStress) stress =
      kring_stress_new ((KringAdjacency){ graph->n_nodes, graph->first, graph->neighbours }, NULL);
  g_autofree float *x = g_new (float, graph->n_nodes);
  g_autofree float *y = g_new (float, graph->n_nodes);

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      x[v] = places[v].x;
      y[v] = places[v].y;
    }
  return kring_stress_measure (stress, x, y);
}

static void
add_counts (const KringGraph *graph, const KringPoint *places, KringCostCounts *sum, double *stress)
{
  KringCostWeights none = { 0 };
  g_autoptr (KringCost) cost = drawn (graph, &none, places);
  KringCostCounts counts;

  kring_cost_count (cost, NULL, &counts);
  sum->crossings += counts.crossings;
  sum->overlaps += counts.overlaps;
  sum->through += counts.through;
  sum->angle += counts.angle;
  *stress += stress_of (graph, places);
}

/* What the readable pass is for: much less of what is hard to read, for a little stress. */
static void
test_pays (void)
{
  KringCostCounts plain = { 0 }, better = { 0 };
  double plain_stress = 0, better_stress = 0;

  for (guint32 seed = 1; seed < 7; seed++)
    {
      g_autoptr (KringGraph) graph = graph_random (30 + 10 * seed, seed);
      g_autoptr (KringLayoutResult) a = lay_out (graph, KRING_LAYOUT_STRESS, seed);
      g_autoptr (KringLayoutResult) b = lay_out (graph, KRING_LAYOUT_READABLE, seed);

      add_counts (graph, a->places, &plain, &plain_stress);
      add_counts (graph, b->places, &better, &better_stress);
    }
  g_test_message ("crossings %u to %u, overlaps %u to %u, through %u to %u, angles %.2f to %.2f, "
                  "stress by %.3f",
                  plain.crossings, better.crossings, plain.overlaps, better.overlaps, plain.through,
                  better.through, plain.angle, better.angle, better_stress / plain_stress);
  g_assert_cmpfloat (better.crossings, <, 0.85 * plain.crossings);
  g_assert_cmpfloat (better.overlaps, <, 0.3 * plain.overlaps);
  g_assert_cmpfloat (better.through, <, 0.6 * plain.through);
  g_assert_cmpfloat (better.angle, >, 1.3 * plain.angle);
  g_assert_cmpfloat (better_stress, <, 1.06 * plain_stress);
}

/* A cost of nothing but stress in steps, for the measure of it. */
static KringCost *
drawn_with_distances (const KringGraph *graph, const KringPoint *places, float **distances)
{
  KringCostWeights weights = { 1 };
  KringCost *cost = drawn (graph, &weights, places);
  guint n = graph->n_nodes;
  g_autoptr (KringStress) stress =
      kring_stress_new ((KringAdjacency){ n, graph->first, graph->neighbours }, NULL);

  *distances = g_new0 (float, n *n);
  for (guint v = 0; v < n * n; v++)
    if (v / n != v % n)
      (*distances)[v] = kring_stress_get_distance (stress, v / n, v % n);
  kring_cost_set_distances (cost, *distances);
  return cost;
}

/* Stress is what the stress layout calls so, however large the drawing; and the best scale is told. */
static void
test_best_scale (void)
{
  for (guint32 seed = 1; seed < 4; seed++)
    {
      g_autoptr (KringGraph) graph = graph_random (40, seed);
      g_autofree KringPoint *places = scattered (40, seed);
      g_autofree float *distances = NULL;
      g_autoptr (KringCost) cost = drawn_with_distances (graph, places, &distances);
      double known = stress_of (graph, places), scale, again;

      g_assert_cmpfloat_with_epsilon (kring_cost_get_stress (cost, &scale), known, 1e-4);
      kring_cost_scale (cost, 1.3);
      g_assert_cmpfloat_with_epsilon (kring_cost_get_stress (cost, &again), known, 1e-4);
      g_assert_cmpfloat_with_epsilon (again, scale / 1.3, 1e-3);
      kring_cost_scale (cost, again);
      kring_cost_get_stress (cost, &scale);
      g_assert_cmpfloat_with_epsilon (scale, 1, 1e-3);
    }
}

/* Nothing is gained by drawing larger than the distances ask for. */
static void
test_not_larger (void)
{
  for (guint32 seed = 1; seed < 4; seed++)
    {
      g_autoptr (KringGraph) graph = graph_random (50, seed);
      g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_READABLE, seed);
      g_autofree float *distances = NULL;
      g_autoptr (KringCost) cost = drawn_with_distances (graph, result->places, &distances);
      double scale;

      kring_cost_get_stress (cost, &scale);
      g_assert_cmpfloat_with_epsilon (scale, STEP / 160, 0.005);
    }
}

/* Easier to read for no more than six hundredths of stress, or next to nothing where there is none. */
static void
test_stress_stays (void)
{
  static const struct
  {
    GraphMaker make;
    guint n;
  } cases[] = { { graph_random, 12 },   { graph_random, 25 },  { graph_random, 60 },
                { graph_random, 120 },  { graph_random, 220 }, { graph_tree, 30 },
                { graph_tree, 90 },     { graph_star, 25 },    { graph_dense, 40 },
                { graph_complete, 15 }, { graph_path, 12 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint32 seed = 1; seed < 3; seed++)
      {
        g_autoptr (KringGraph) graph = cases[i].make (cases[i].n, seed);
        g_autoptr (KringLayoutResult) a = lay_out (graph, KRING_LAYOUT_STRESS, seed);
        g_autoptr (KringLayoutResult) b = lay_out (graph, KRING_LAYOUT_READABLE, seed);
        double least = stress_of (graph, a->places), stress = stress_of (graph, b->places);

        g_test_message ("case %u, %u nodes: stress %.4f to %.4f, by %.3f", i, cases[i].n, least,
                        stress, stress / least);
        g_assert_cmpfloat (stress, <=, MAX (1.06 * least, least + 0.001));
      }
}

/* The same people under other numbers, ties the other way round. */
static KringGraph *
renumbered (const KringGraph *graph, guint by)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  guint n = graph->n_nodes;

  for (guint v = 0; v < n; v++)
    {
      kring_graph_builder_add_node (builder, graph->ids[v]);
      *kring_graph_builder_get_node (builder, v) = graph->nodes[v];
    }
  for (guint e = graph->n_edges; e > 0; e--)
    kring_graph_builder_add_edge (builder, (graph->edges[e - 1].to + by) % n,
                                  (graph->edges[e - 1].from + by) % n, KRING_EDGE_PLAIN);
  kring_graph_builder_set_root (builder, by % n);
  return kring_graph_builder_end (builder);
}

/* Under other numbers the picture is another one, as good as the first. */
static void
test_relabelled (void)
{
  static const KringLayoutType types[] = { KRING_LAYOUT_READABLE, KRING_LAYOUT_RINGS };
  g_autoptr (KringGraph) graph = graph_random (50, 4);

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      KringCostCounts usual = { 0 }, other = { 0 };
      double stress = 0;

      for (guint i = 1; i < 6; i++)
        {
          g_autoptr (KringGraph) same = renumbered (graph, 7 * i);
          g_autoptr (KringLayoutResult) a = lay_out (graph, types[t], i);
          g_autoptr (KringLayoutResult) b = lay_out (same, types[t], i);

          add_counts (graph, a->places, &usual, &stress);
          add_counts (same, b->places, &other, &stress);
        }
      g_test_message ("crossings %u and %u", usual.crossings, other.crossings);
      g_assert_cmpfloat (other.crossings, <, 1.2 * usual.crossings);
      g_assert_cmpfloat (usual.crossings, <, 1.2 * other.crossings);
      g_assert_cmpfloat (other.angle, <, 1.2 * usual.angle);
      g_assert_cmpfloat (usual.angle, <, 1.2 * other.angle);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readable/cost-of-all", test_cost_of_all);
  g_test_add_func ("/readable/cost-of-node", test_cost_of_node);
  g_test_add_func ("/readable/counts", test_counts);
  g_test_add_func ("/readable/relabelled", test_relabelled);
  g_test_add_func ("/readable/improves", test_improves);
  g_test_add_func ("/readable/pays", test_pays);
  g_test_add_func ("/readable/best-scale", test_best_scale);
  g_test_add_func ("/readable/not-larger", test_not_larger);
  g_test_add_func ("/readable/stress-stays", test_stress_stays);
  return g_test_run ();
}
