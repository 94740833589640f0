/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"
#include "place/embedding/kring-stress.h"
#include "place/layout/kring-layout.h"

#define STEP 200.0
#define NEW 5

static KringLayoutResult *
lay_out (const KringGraph *graph, gboolean keep, guint32 seed)
{
  KringLayoutOptions options = {
    .type = KRING_LAYOUT_STRESS, .seed = seed, .step = STEP, .keep = keep, .overlaps = TRUE
  };
  KringLayoutResult *result = kring_layout_run (graph, &options, NULL);

  g_assert_nonnull (result);
  return result;
}

static double
stress_of (const KringGraph *graph, const KringPoint *places)
{
  g_autoptr (KringStress) stress =
      kring_stress_new ((KringAdjacency){ graph->n_nodes, graph->first, graph->neighbours }, NULL);
  g_autofree float *x = g_new (float, graph->n_nodes + 1);
  g_autofree float *y = g_new (float, graph->n_nodes + 1);

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      x[v] = places[v].x;
      y[v] = places[v].y;
    }
  return kring_stress_measure (stress, x, y);
}

typedef struct
{
  const KringPoint *places;
  guint n; /* only the first ones stand */
} Standing;

static void
stand (KringGraphNode *node, guint number, gpointer data)
{
  const Standing *standing = data;

  node->placed = number < standing->n;
  if (node->placed)
    node->at = standing->places[number];
}

/* Only the first n nodes; graph_random () ties every node to earlier ones. */
static KringGraph *
first_nodes (const KringGraph *graph, guint n)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();

  for (guint v = 0; v < n; v++)
    {
      kring_graph_builder_add_node (builder, graph->ids[v]);
      *kring_graph_builder_get_node (builder, v) = graph->nodes[v];
    }
  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].from < n && graph->edges[e].to < n)
      kring_graph_builder_add_edge (builder, graph->edges[e].from, graph->edges[e].to,
                                    graph->edges[e].role);
  return kring_graph_builder_end (builder);
}

static double
mean_way (const KringPoint *from, const KringPoint *to, guint n)
{
  double sum = 0;

  for (guint v = 0; v < n; v++)
    sum += kring_point_distance (from[v], to[v]);
  return sum / n / STEP;
}

static double
least_stress (const KringGraph *graph)
{
  double least = G_MAXDOUBLE;

  for (guint32 seed = 10; seed < 18; seed++)
    {
      g_autoptr (KringLayoutResult) result = lay_out (graph, FALSE, seed);

      least = MIN (least, stress_of (graph, result->places));
    }
  return least;
}

/* Five people more, again and again: little moves, and the picture stays nearly as good as a new one. */
static void
test_grows (void)
{
  double moved = 0, ratio = 0;
  guint steps = 0;

  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (KringGraph) whole = graph_random (60, seed);
      g_autoptr (KringGraph) begin = first_nodes (whole, 35);
      g_autoptr (KringLayoutResult) before = lay_out (begin, FALSE, 1);

      for (guint n = 35 + NEW; n <= 60; n += NEW)
        {
          Standing standing = { before->places, n - NEW };
          g_autoptr (KringGraph) part = first_nodes (whole, n);
          g_autoptr (KringGraph) grown = graph_copy (part, stand, &standing);
          KringLayoutResult *after = lay_out (grown, TRUE, 1);

          moved += mean_way (before->places, after->places, n - NEW);
          ratio += stress_of (grown, after->places) / least_stress (part);
          steps++;
          kring_layout_result_free (before);
          before = after;
        }
    }
  g_test_message ("movement %.3f, stress %.3f", moved / steps, ratio / steps);
  g_assert_cmpfloat (moved / steps, <, 0.2);
  g_assert_cmpfloat (ratio / steps, <, 1.03);
}

/* Nobody new, nothing to gain: not a byte changes but by rounding. */
static void
test_stays (void)
{
  g_autoptr (KringGraph) graph = graph_random (40, 4);
  g_autoptr (KringLayoutResult) before = lay_out (graph, FALSE, 1);
  Standing standing = { before->places, 40 };
  g_autoptr (KringGraph) same = graph_copy (graph, stand, &standing);
  g_autoptr (KringLayoutResult) after = lay_out (same, TRUE, 2);

  for (guint v = 0; v < 40; v++)
    g_assert_cmpfloat (kring_point_distance (before->places[v], after->places[v]), <, 0.1);
}

/* What was drawn by hand, far from what any layout would do, stays much as it was. */
static void
test_by_hand (void)
{
  g_autoptr (KringGraph) graph = graph_random (40, 4);
  g_autofree KringPoint *grid = g_new (KringPoint, 40);
  Standing standing = { grid, 38 };
  g_autoptr (KringGraph) drawn = NULL;
  g_autoptr (KringLayoutResult) result = NULL;

  for (guint v = 0; v < 40; v++)
    grid[v] = KRING_POINT_INIT (v % 7 * STEP, v / 7 * STEP);
  drawn = graph_copy (graph, stand, &standing);
  result = lay_out (drawn, TRUE, 1);
  g_assert_cmpfloat (mean_way (grid, result->places, 38), <, 0.5);
}

/* Pinned ones do not move however much there would be to gain. */
static void
pin_first (KringGraphNode *node, guint number, gpointer data)
{
  stand (node, number, data);
  node->pinned = number < 3;
}

static void
test_pinned_while_growing (void)
{
  g_autoptr (KringGraph) graph = graph_random (40, 6);
  g_autoptr (KringLayoutResult) before = lay_out (graph, FALSE, 1);
  Standing standing = { before->places, 30 };
  g_autoptr (KringGraph) grown = graph_copy (graph, pin_first, &standing);
  g_autoptr (KringLayoutResult) after = lay_out (grown, TRUE, 1);

  g_assert_cmpmem (before->places, 3 * sizeof (KringPoint), after->places, 3 * sizeof (KringPoint));
}

static void
stand_at (KringGraphNode *node, guint number, gpointer data)
{
  node->placed = TRUE;
  node->at = *(const KringPoint *) data;
}

static void
assert_apart (const KringGraph *graph, const KringPoint *places)
{
  for (guint a = 0; a < graph->n_nodes; a++)
    {
      g_assert_cmpfloat (fabs (places[a].x), <=, KRING_COORDINATE_MAX);
      g_assert_cmpfloat (fabs (places[a].y), <=, KRING_COORDINATE_MAX);
      for (guint b = 0; b < a; b++)
        g_assert_cmpfloat (kring_point_distance (places[a], places[b]), >, 20);
    }
}

/* All on one spot, in the middle of the map and at its edge: every layout takes them apart. */
static void
test_one_spot (void)
{
  KringPoint spots[] = { { 0, 0 }, { KRING_COORDINATE_MAX, KRING_COORDINATE_MAX } };
  g_autoptr (KringGraph) star = graph_star (12, 1);

  for (guint i = 0; i < G_N_ELEMENTS (spots) * KRING_N_LAYOUTS * 2; i++)
    {
      KringLayoutOptions options = { .type = i / 2 % KRING_N_LAYOUTS, .seed = 1, .keep = i % 2 };
      KringPoint *spot = &spots[i / 2 / KRING_N_LAYOUTS];
      g_autoptr (KringGraph) graph = graph_copy (star, stand_at, spot);
      g_autoptr (KringLayoutResult) result = kring_layout_run (graph, &options, NULL);

      g_test_message ("%s, keep %d, at %g", kring_layout_type_get_name (options.type), options.keep,
                      spot->x);
      assert_apart (graph, result->places);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keep/grows", test_grows);
  g_test_add_func ("/keep/stays", test_stays);
  g_test_add_func ("/keep/by-hand", test_by_hand);
  g_test_add_func ("/keep/pinned-while-growing", test_pinned_while_growing);
  g_test_add_func ("/keep/one-spot", test_one_spot);
  return g_test_run ();
}
