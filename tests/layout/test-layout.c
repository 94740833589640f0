/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"
#include "layout/kring-layout.h"
#include "layout/kring-separate.h"

/* A complete graph of 60 has 1,770 edges and says no more than one of 20. */
static const struct
{
  const char *name;
  GraphMaker make;
  guint max;
} makers[] = {
  { "empty", graph_empty, 60 },       { "path", graph_path, 60 }, { "star", graph_star, 60 },
  { "complete", graph_complete, 20 }, { "tree", graph_tree, 60 }, { "random", graph_random, 60 },
  { "parts", graph_parts, 60 },
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
      double x = (result->places[v].x - middle.x) / result->ring_scale;
      double y = (result->places[v].y - middle.y) / result->ring_scale;

      g_assert_cmpfloat (hypot (x / axes[ring].x, y / axes[ring].y), <, 1);
      if (ring > 1)
        g_assert_cmpfloat (hypot (x / axes[ring - 1].x, y / axes[ring - 1].y), >, 1);
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
  g_assert_cmpfloat (moved, <, 0.25 * 160);
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

static void
test_family_rows (void)
{
  g_autoptr (KringGraph) graph = graph_tree (25, 2);
  g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_FAMILY);

  for (guint e = 0; e < graph->n_edges; e++)
    g_assert_cmpfloat (result->places[graph->edges[e].from].y + 100, <,
                       result->places[graph->edges[e].to].y);
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

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (g_random_int_range (0, 30000));
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (KringGraph) graph = graph_random (900, 6);

  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      KringLayoutOptions options = { .type = type, .gap = 4, .cancellable = cancellable };
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
      g_autoptr (GError) error = NULL;
      g_autoptr (KringLayoutResult) result = kring_layout_run (graph, &options, &error);

      g_thread_join (thread);
      if (type != KRING_LAYOUT_TIDY)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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
  g_test_add_func ("/layout/family-rows", test_family_rows);
  g_test_add_func ("/layout/tidy-moves-little", test_tidy_moves_little);
  g_test_add_func ("/layout/cancel", test_cancel);
  g_test_add_func ("/layout/async", test_async);
  return g_test_run ();
}
