/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"
#include "place/embedding/kring-stress.h"
#include "place/layout/kring-layout.h"
#include "place/layout/kring-separate.h"

/* A complete graph of 60 has 1,770 edges and says no more than one of 20. */
static const struct
{
  const char *name;
  GraphMaker make;
  guint max;
} makers[] = {
  { "empty", graph_empty, 60 }, { "path", graph_path, 60 },
  { "star", graph_star, 60 },   { "complete", graph_complete, 20 },
  { "tree", graph_tree, 60 },   { "random", graph_random, 60 },
  { "parts", graph_parts, 60 }, { "groups", graph_groups, 60 },
  { "dense", graph_dense, 60 },
};

static const guint sizes[] = { 0, 1, 2, 3, 7, 20, 60 };

static KringLayoutResult *
lay_out (const KringGraph *graph, KringLayoutType type)
{
  KringLayoutOptions options = { .type = type, .seed = 1, .gap = 4 };
  g_autoptr (GError) error = NULL;
  KringLayoutResult *result = kring_layout_run (graph, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static void
test_no_overlaps (void)
{
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    for (guint m = 0; m < G_N_ELEMENTS (makers); m++)
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          g_autoptr (KringGraph) graph = makers[m].make (MIN (sizes[s], makers[m].max), 5);
          g_autoptr (KringLayoutResult) result = NULL;

          g_test_message ("%s of %s %u", kring_layout_type_get_name (type), makers[m].name,
                          sizes[s]);
          result = lay_out (graph, type);
          g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
          for (guint v = 0; v < graph->n_nodes; v++)
            g_assert_true (isfinite (result->places[v].x) && isfinite (result->places[v].y));
        }
}

static void
test_same_seed (void)
{
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      g_autoptr (KringGraph) graph = graph_random (40, 3);
      g_autoptr (KringLayoutResult) a = lay_out (graph, type);
      g_autoptr (KringLayoutResult) b = lay_out (graph, type);

      g_assert_cmpmem (a->places, graph->n_nodes * sizeof (KringPoint), b->places,
                       graph->n_nodes * sizeof (KringPoint));
    }
}

static void
pin_some (KringGraphNode *node, guint number, gpointer data)
{
  if (number % 5 != 0)
    return;
  node->placed = node->pinned = TRUE;
  node->at = KRING_POINT_INIT (number * 37.1 - 300, (number * 91) % 400 - 200.3);
}

static void
test_pinned (void)
{
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      g_autoptr (KringGraph) free_graph = graph_random (30, 3);
      g_autoptr (KringGraph) graph = graph_copy (free_graph, pin_some, NULL);
      g_autoptr (KringLayoutResult) result = NULL;

      g_test_message ("%s", kring_layout_type_get_name (type));
      result = lay_out (graph, type);
      for (guint v = 0; v < graph->n_nodes; v += 5)
        g_assert_cmpmem (&result->places[v], sizeof (KringPoint), &graph->nodes[v].at,
                         sizeof (KringPoint));
    }
}

static void
set_ring (KringGraphNode *node, guint number, gpointer data)
{
  node->ring = 1 + number % 3;
}

static void
test_rings_ordered (void)
{
  g_autoptr (KringGraph) plain = graph_random (40, 9);
  g_autoptr (KringGraph) graph = graph_copy (plain, set_ring, NULL);
  g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_RINGS);
  static const KringPoint axes[] = { { 0, 0 }, { 312, 222 }, { 492, 340 }, { 672, 432 } };
  KringPoint middle = result->places[0];

  for (guint v = 1; v < graph->n_nodes; v++)
    {
      int ring = graph->nodes[v].ring;
      double x = result->places[v].x - middle.x, y = result->places[v].y - middle.y;

      g_assert_cmpfloat (hypot (x / axes[ring].x, y / axes[ring].y), <,
                         result->ring_sizes[ring - 1]);
      if (ring > 1)
        g_assert_cmpfloat (hypot (x / axes[ring - 1].x, y / axes[ring - 1].y), >,
                           result->ring_sizes[ring - 2]);
    }
}

static void
place_all (KringGraphNode *node, guint number, gpointer data)
{
  const KringPoint *places = data;

  node->placed = number < 35;
  node->at = places[number];
}

/* Old nodes stay near when five are added; without keeping they do not. */
static void
test_keeps (void)
{
  g_autoptr (KringGraph) graph = graph_random (40, 4);
  KringLayoutOptions options = { .type = KRING_LAYOUT_STRESS, .gap = 4, .keep = TRUE, .seed = 77 };
  g_autoptr (KringLayoutResult) before = lay_out (graph, KRING_LAYOUT_STRESS);
  g_autoptr (KringGraph) grown = graph_copy (graph, place_all, before->places);
  g_autoptr (KringLayoutResult) after = kring_layout_run (grown, &options, NULL);
  double moved = 0;

  for (guint v = 0; v < 35; v++)
    moved += kring_point_distance (before->places[v], after->places[v]) / 35;
  g_assert_cmpfloat (moved, <, 0.25 * 200);
}

static void
test_groups_apart (void)
{
  g_autoptr (KringGraph) graph = graph_parts (42, 1);
  g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_GROUPS);

  for (int group = 0; group < 2; group++)
    {
      KringRect hull = { 0, 0, 0, 0 };

      for (guint v = 0; v < graph->n_nodes; v++)
        if (graph->nodes[v].group == group)
          hull = kring_rect_union (
              hull, KRING_RECT_INIT (result->places[v].x - 60, result->places[v].y - 20, 120, 40));
      for (guint v = 0; v < graph->n_nodes; v++)
        if (graph->nodes[v].group != group)
          g_assert_false (kring_rect_intersects (
              hull, KRING_RECT_INIT (result->places[v].x - 60, result->places[v].y - 20, 120, 40)));
    }
}

/* Colleagues who have no ties with each other stand together all the same. */
static void
test_group_together (void)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  g_autoptr (KringGraph) graph = NULL;
  const guint n = 24, n_members = 5;

  for (guint v = 0; v < n; v++)
    {
      g_autofree char *id = g_strdup_printf ("n%02u", v);

      kring_graph_builder_add_node (builder, id);
      kring_graph_builder_get_node (builder, v)->box = KRING_RECT_INIT (-40, -30, 80, 60);
      kring_graph_builder_get_node (builder, v)->group = v >= n - n_members ? 0 : -1;
    }
  for (guint v = 1; v <= n - n_members; v++)
    kring_graph_builder_add_edge (builder, v / 3, v, KRING_EDGE_PLAIN);
  graph = kring_graph_builder_end (builder);
  for (guint type = KRING_LAYOUT_STRESS; type <= KRING_LAYOUT_READABLE; type++)
    {
      g_autoptr (KringLayoutResult) result = lay_out (graph, type);

      for (guint v = n - n_members; v < n; v++)
        g_assert_cmpfloat (kring_point_distance (result->places[v], result->places[n - n_members]),
                           <, 2.5 * 160);
      g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
    }
}

static void
test_family_rows (void)
{
  g_autoptr (KringGraph) graph = graph_tree (25, 2);
  g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_FAMILY);

  for (guint e = 0; e < graph->n_edges; e++)
    g_assert_cmpfloat (result->places[graph->edges[e].from].y + 100, <,
                       result->places[graph->edges[e].to].y);
}

/* A mother with a former and a new partner, two children and a half sister, and an aunt. */
static void
test_family_in_order (void)
{
  enum
  {
    CHILD,
    MOTHER,
    FATHER,
    BROTHER,
    STEPFATHER,
    HALF_SISTER,
    AUNT,
    N
  };
  static const struct
  {
    guint from, to;
    KringEdgeRole role;
  } ties[] = {
    { MOTHER, CHILD, KRING_EDGE_PARENT },       { FATHER, CHILD, KRING_EDGE_PARENT },
    { MOTHER, BROTHER, KRING_EDGE_PARENT },     { FATHER, BROTHER, KRING_EDGE_PARENT },
    { MOTHER, FATHER, KRING_EDGE_PARTNER },     { MOTHER, STEPFATHER, KRING_EDGE_PARTNER },
    { MOTHER, HALF_SISTER, KRING_EDGE_PARENT }, { STEPFATHER, HALF_SISTER, KRING_EDGE_PARENT },
    { AUNT, MOTHER, KRING_EDGE_SIBLING },
  };
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  g_autoptr (KringGraph) graph = NULL;
  g_autoptr (KringLayoutResult) result = NULL;
  const KringPoint *at;

  for (guint v = 0; v < N; v++)
    {
      g_autofree char *id = g_strdup_printf ("%u", v);

      kring_graph_builder_add_node (builder, id);
      kring_graph_builder_get_node (builder, v)->box = KRING_RECT_INIT (-30, -30, 60, 60);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    kring_graph_builder_add_edge (builder, ties[i].from, ties[i].to, ties[i].role);
  kring_graph_builder_set_root (builder, CHILD);
  graph = kring_graph_builder_end (builder);
  result = lay_out (graph, KRING_LAYOUT_FAMILY);
  at = result->places;
  /* She stands between the two, and the line to her sister runs past both. */
  g_assert_cmpfloat ((at[FATHER].x - at[MOTHER].x) * (at[STEPFATHER].x - at[MOTHER].x), <, 0);
  g_assert_cmpfloat (at[FATHER].y, ==, at[STEPFATHER].y);
  g_assert_cmpfloat (at[AUNT].y, <, at[MOTHER].y - 40);
  g_assert_cmpfloat (at[AUNT].y, >, at[MOTHER].y - 150);
}

static void
place_in_grid (KringGraphNode *node, guint number, gpointer data)
{
  node->placed = TRUE;
  node->at = KRING_POINT_INIT (number % 6 * 140 + number % 2 * 3, number / 6 * 60);
}

static void
test_tidy_moves_little (void)
{
  g_autoptr (KringGraph) plain = graph_random (30, 2);
  g_autoptr (KringGraph) graph = graph_copy (plain, place_in_grid, NULL);
  g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_TIDY);

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      g_assert_cmpfloat (kring_point_distance (result->places[v], graph->nodes[v].at), <, 10);
      g_assert_cmpfloat (result->places[v].y, ==, result->places[v - v % 6].y);
    }
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(KringLayoutResult **) data = kring_layout_run_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (void)
{
  g_autoptr (KringGraph) graph = graph_random (40, 3);
  KringLayoutOptions options = { .type = KRING_LAYOUT_READABLE, .seed = 1, .gap = 4 };
  g_autoptr (KringLayoutResult) direct = lay_out (graph, KRING_LAYOUT_READABLE);
  g_autoptr (KringLayoutResult) result = NULL;

  kring_layout_run_async (graph, &options, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpmem (direct->places, graph->n_nodes * sizeof (KringPoint), result->places,
                   graph->n_nodes * sizeof (KringPoint));
}

/* The same drawing, turned and mirrored, names shuffled: as good, if not the same to the byte. */
static KringGraph *
shuffled (const KringGraph *graph, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  g_autofree guint *number = g_new (guint, graph->n_nodes + 1);

  for (guint v = 0; v < graph->n_nodes; v++)
    number[v] = v;
  for (guint i = graph->n_nodes; i > 1; i--)
    {
      guint j = g_rand_int_range (rand, 0, i), swap = number[i - 1];

      number[i - 1] = number[j];
      number[j] = swap;
    }
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", v);

      kring_graph_builder_add_node (builder, id);
    }
  for (guint v = 0; v < graph->n_nodes; v++)
    *kring_graph_builder_get_node (builder, number[v]) = graph->nodes[v];
  for (guint e = 0; e < graph->n_edges; e++)
    kring_graph_builder_add_edge (builder, number[graph->edges[e].to], number[graph->edges[e].from],
                                  graph->edges[e].role);
  return kring_graph_builder_end (builder);
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

static void
test_relabelled (void)
{
  g_autoptr (KringGraph) graph = graph_random (60, 8);
  KringLayoutOptions options = { .type = KRING_LAYOUT_STRESS, .step = 160, .overlaps = TRUE };
  g_autoptr (KringLayoutResult) usual = kring_layout_run (graph, &options, NULL);

  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autoptr (KringGraph) other = shuffled (graph, seed);
      g_autoptr (KringLayoutResult) result = kring_layout_run (other, &options, NULL);
      double ratio = stress_of (other, result->places) / stress_of (graph, usual->places);

      g_assert_cmpfloat (ratio, >, 0.96);
      g_assert_cmpfloat (ratio, <, 1.04);
    }
}

static void
turn (KringGraphNode *node, guint number, gpointer data)
{
  const KringPoint *places = data;

  node->placed = TRUE;
  node->at = KRING_POINT_INIT (-places[number].y, places[number].x);
}

static void
stand (KringGraphNode *node, guint number, gpointer data)
{
  node->placed = TRUE;
  node->at = ((const KringPoint *) data)[number];
}

/* What stands turned by a quarter stays turned by a quarter. */
static void
test_rotated (void)
{
  g_autoptr (KringGraph) graph = graph_random (50, 5);
  KringLayoutOptions options = { .type = KRING_LAYOUT_STRESS, .keep = TRUE, .overlaps = TRUE };
  g_autoptr (KringLayoutResult) first = lay_out (graph, KRING_LAYOUT_STRESS);
  g_autoptr (KringGraph) straight = graph_copy (graph, stand, first->places);
  g_autoptr (KringGraph) turned = graph_copy (graph, turn, first->places);
  g_autoptr (KringLayoutResult) a = kring_layout_run (straight, &options, NULL);
  g_autoptr (KringLayoutResult) b = kring_layout_run (turned, &options, NULL);

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      g_assert_cmpfloat_with_epsilon (b->places[v].x, -a->places[v].y, 1);
      g_assert_cmpfloat_with_epsilon (b->places[v].y, a->places[v].x, 1);
    }
}

/* The vector unit adds up in another order: as good a picture, though not the same bytes. */
static void
test_plain_kernel (void)
{
  g_autoptr (KringGraph) graph = graph_random (150, 4);
  KringLayoutOptions options = {
    .type = KRING_LAYOUT_STRESS, .step = 160, .seed = 3, .overlaps = TRUE
  };
  g_autoptr (KringLayoutResult) vector = kring_layout_run (graph, &options, NULL);
  g_autoptr (KringLayoutResult) plain = NULL;
  double ratio;

  options.plain = TRUE;
  plain = kring_layout_run (graph, &options, NULL);
  ratio = stress_of (graph, plain->places) / stress_of (graph, vector->places);
  g_assert_cmpfloat (ratio, >, 0.97);
  g_assert_cmpfloat (ratio, <, 1.03);
}

static void
test_selection (void)
{
  g_autoptr (GHashTable) selection = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KringGraph) graph = graph_random (40, 7);
  g_autoptr (KringLayoutResult) first = lay_out (graph, KRING_LAYOUT_READABLE);
  g_autoptr (KringGraph) placed = graph_copy (graph, stand, first->places);

  for (guint v = 0; v < 12; v++)
    g_hash_table_add (selection, (gpointer) placed->ids[v]);
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      KringLayoutOptions options = { .type = type, .gap = 4, .selection = selection };
      g_autoptr (KringLayoutResult) result = kring_layout_run (placed, &options, NULL);

      g_test_message ("%s", kring_layout_type_get_name (type));
      g_assert_cmpmem (result->places + 12, 28 * sizeof (KringPoint), first->places + 12,
                       28 * sizeof (KringPoint));
      g_assert_cmpuint (kring_separate_count (placed, result->places, 0), ==, 0);
    }
}

/* Long, lonely and dense graphs end, without overlaps. */
static void
test_large (void)
{
  const struct
  {
    GraphMaker make;
    guint n;
  } large[] = { { graph_path, 2000 },   { graph_empty, 1000 }, { graph_star, 400 },
                { graph_complete, 60 }, { graph_parts, 700 },  { graph_random, 1200 } };

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autoptr (KringGraph) graph = large[i].make (large[i].n, 2);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_READABLE);

      g_test_message ("%u nodes: %" G_GINT64_FORMAT " ms", large[i].n,
                      (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
    }
}

typedef struct
{
  guint calls;
  double last;
} Shown;

static void
shown_cb (const KringPoint *places, double fraction, gpointer data)
{
  Shown *shown = data;

  g_assert_cmpfloat (fraction, >=, shown->last);
  g_assert_cmpfloat (fraction, <=, 1 + 1e-9);
  shown->last = fraction;
  shown->calls++;
}

static void
test_progress (void)
{
  g_autoptr (KringGraph) graph = graph_parts (70, 7);
  Shown shown = { 0, 0 };
  KringLayoutOptions options = { .type = KRING_LAYOUT_STRESS,
                                 .progress = shown_cb,
                                 .progress_data = &shown };
  g_autoptr (KringLayoutResult) result = kring_layout_run (graph, &options, NULL);

  g_assert_nonnull (result);
  g_assert_cmpuint (shown.calls, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/no-overlaps", test_no_overlaps);
  g_test_add_func ("/layout/same-seed", test_same_seed);
  g_test_add_func ("/layout/pinned", test_pinned);
  g_test_add_func ("/layout/rings-ordered", test_rings_ordered);
  g_test_add_func ("/layout/keeps", test_keeps);
  g_test_add_func ("/layout/groups-apart", test_groups_apart);
  g_test_add_func ("/layout/group-together", test_group_together);
  g_test_add_func ("/layout/family-rows", test_family_rows);
  g_test_add_func ("/layout/family-in-order", test_family_in_order);
  g_test_add_func ("/layout/tidy-moves-little", test_tidy_moves_little);
  g_test_add_func ("/layout/async", test_async);
  g_test_add_func ("/layout/relabelled", test_relabelled);
  g_test_add_func ("/layout/rotated", test_rotated);
  g_test_add_func ("/layout/plain-kernel", test_plain_kernel);
  g_test_add_func ("/layout/selection", test_selection);
  g_test_add_func ("/layout/large", test_large);
  g_test_add_func ("/layout/progress", test_progress);
  return g_test_run ();
}
