/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"
#include "place/embedding/kring-distances.h"
#include "place/embedding/kring-lengths.h"
#include "place/layout/kring-layout.h"
#include "place/layout/kring-levels.h"
#include "place/layout/kring-pack.h"
#include "place/layout/kring-separate.h"

/* People as on a map: a sign with a name below it, and words of different length on the ties. */
static KringGraph *
dup_map (const KringGraph *graph)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      kring_graph_builder_add_node (builder, graph->ids[v]);
      *kring_graph_builder_get_node (builder, v) = graph->nodes[v];
      kring_graph_builder_get_node (builder, v)->box = KRING_RECT_INIT (-30, -29, 60, 72);
    }
  for (guint e = 0; e < graph->n_edges; e++)
    {
      kring_graph_builder_copy_edge (builder, &graph->edges[e], graph->edges[e].from,
                                     graph->edges[e].to);
      kring_graph_builder_get_edge (builder, e)->words = e % 3 * 45;
    }
  kring_graph_builder_set_root (builder, graph->root);
  return kring_graph_builder_end (builder);
}

/* So many people as on a map, without ties. */
static void
add_people (KringGraphBuilder *builder, guint n)
{
  for (guint v = 0; v < n; v++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", v);

      kring_graph_builder_add_node (builder, id);
      kring_graph_builder_get_node (builder, v)->box = KRING_RECT_INIT (-30, -29, 60, 72);
    }
}

static KringLayoutResult *
lay_out (const KringGraph *graph, KringLayoutType type, double step)
{
  KringLayoutOptions options = { .type = type, .seed = 1, .gap = 8, .step = step };
  g_autoptr (GError) error = NULL;
  KringLayoutResult *result = kring_layout_run (graph, &options, &error);

  g_assert_no_error (error);
  return result;
}

static KringRect
get_bounds (const KringGraph *graph, const KringPoint *places)
{
  KringRect bounds = { 0, 0, 0, 0 };

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      KringRect box = graph->nodes[v].box;

      box.x += places[v].x;
      box.y += places[v].y;
      bounds = kring_rect_union (bounds, box);
    }
  return bounds;
}

/* Boxes and words side by side and one above the other. */
static void
test_along (void)
{
  KringRect box = { -30, -29, 60, 72 };
  double beside = kring_lengths_along (box, box, 50, KRING_POINT_INIT (1, 0));
  double below = kring_lengths_along (box, box, 50, KRING_POINT_INIT (0, 1));

  g_assert_cmpfloat (beside, >=, 30 + 50 + 30);
  g_assert_cmpfloat (beside, <, 30 + 50 + 30 + 30);
  g_assert_cmpfloat (below, >=, 43 + 29);
  g_assert_cmpfloat (below, <, beside);
  g_assert_cmpfloat (kring_lengths_along (box, box, 90, KRING_POINT_INIT (1, 0)), ==, beside + 40);
  g_assert_cmpfloat (kring_lengths_along (box, box, 0, KRING_POINT_INIT (1, 0)), >, 60);
}

static double
length_of (const KringGraph *graph, const float *lengths, guint a, guint b)
{
  for (guint i = graph->first[a]; i < graph->first[a + 1]; i++)
    if (graph->neighbours[i] == b)
      return lengths[i];
  return -1;
}

/* Every tie has its own length, the same from both ends; those of a hub of thirty have room for all. */
static void
test_lengths (void)
{
  g_autoptr (KringGraph) path = graph_path (7, 0);
  g_autoptr (KringGraph) map = dup_map (path);
  g_autoptr (KringGraph) star = graph_star (31, 0);
  g_autoptr (KringGraph) hub = dup_map (star);
  double step, hub_step;
  g_autofree float *lengths = kring_lengths_new (map, 8, NULL, &step);
  g_autofree float *hub_lengths = kring_lengths_new (hub, 8, NULL, &hub_step);

  for (guint v = 1; v < 7; v++)
    g_assert_cmpfloat (length_of (map, lengths, v - 1, v), ==, length_of (map, lengths, v, v - 1));
  g_assert_cmpfloat (length_of (map, lengths, 0, 1), <, length_of (map, lengths, 1, 2));
  g_assert_cmpfloat (length_of (map, lengths, 1, 2), <, length_of (map, lengths, 2, 3));
  g_assert_cmpfloat (step, >, 80);
  g_assert_cmpfloat (step, <, 200);
  g_assert_cmpfloat (2 * G_PI * hub_step, >, 0.7 * 30 * 66);
}

/* Ways add up, and the far ones count for less. */
static void
test_distances (void)
{
  g_autoptr (KringGraph) graph = graph_path (5, 0);
  g_autofree float *lengths = g_new (float, graph->first[5] + 1);
  g_autoptr (KringDistances) distances = NULL;
  double before = 0;

  for (guint v = 0; v < 5; v++)
    for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
      lengths[i] = MIN (v, graph->neighbours[i]) == 2 ? 3 : 1;
  distances =
      kring_distances_new ((KringAdjacency){ 5, graph->first, graph->neighbours, lengths }, NULL);
  g_assert_cmpfloat_with_epsilon (kring_distances_get (distances, 0, 1) * distances->unit, 1, 0.01);
  for (guint v = 1; v < 5; v++)
    {
      double now = kring_distances_get (distances, 0, v) * distances->unit;

      g_assert_cmpuint (kring_distances_get (distances, v, 0), ==,
                        kring_distances_get (distances, 0, v));
      g_assert_cmpfloat (now, >, before);
      before = now;
    }
  g_assert_cmpfloat (before, >, 3);
  g_assert_cmpfloat (before, <, 6);
}

/* Whether the words on a tie do not fit between its ends, as it runs. */
static gboolean
is_too_short (const KringGraph *graph, const KringPoint *places, guint e)
{
  guint a = graph->edges[e].from, b = graph->edges[e].to;
  double length = kring_point_distance (places[a], places[b]);
  KringPoint direction = { (places[b].x - places[a].x) / length,
                           (places[b].y - places[a].y) / length };

  return length < 0.8 * kring_lengths_along (graph->nodes[a].box, graph->nodes[b].box,
                                             graph->edges[e].words, direction);
}

static guint
count_short (const KringGraph *graph, const KringPoint *places)
{
  guint count = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    count += graph->edges[e].words > 0 && is_too_short (graph, places, e);
  return count;
}

/* A sheet is as small as the names and words on it allow. */
static void
test_small_sheet (void)
{
  for (guint type = KRING_LAYOUT_STRESS; type <= KRING_LAYOUT_READABLE; type++)
    {
      g_autoptr (KringGraph) tree = graph_tree (90, 3);
      g_autoptr (KringGraph) graph = dup_map (tree);
      g_autoptr (KringLayoutResult) even = lay_out (graph, type, 200);
      g_autoptr (KringLayoutResult) result = lay_out (graph, type, 0);
      KringRect wide = get_bounds (graph, even->places);
      KringRect bounds = get_bounds (graph, result->places);

      g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
      g_assert_cmpfloat (bounds.width * bounds.height, <, 0.5 * wide.width * wide.height);
    }
}

/* Words on ties fit between their ends. */
static void
test_words_fit (void)
{
  static const KringLayoutType types[] = { KRING_LAYOUT_READABLE, KRING_LAYOUT_RINGS };

  for (guint32 seed = 0; seed < 4; seed++)
    for (guint t = 0; t < G_N_ELEMENTS (types); t++)
      {
        g_autoptr (KringGraph) tree = graph_tree (40, seed);
        g_autoptr (KringGraph) graph = dup_map (tree);
        g_autoptr (KringLayoutResult) result = lay_out (graph, types[t], 0);

        g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
        g_test_message ("%u", count_short (graph, result->places));
        g_assert_cmpuint (count_short (graph, result->places), <=, 3);
      }
}

static void
stand (KringGraphNode *node, guint number, gpointer data)
{
  node->placed = number != 39;
  node->at = ((const KringPoint *) data)[number];
}

/* What is added to a map drawn wide is drawn as wide. */
static void
test_custom (void)
{
  g_autoptr (KringGraph) tree = graph_tree (40, 3);
  g_autoptr (KringGraph) graph = dup_map (tree);
  g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_STRESS, 0);
  KringLayoutOptions options = { .type = KRING_LAYOUT_STRESS, .gap = 8, .keep = TRUE };
  guint other = graph->neighbours[graph->first[39]];
  double lengths[2];

  for (guint wide = 0; wide < 2; wide++)
    {
      KringPoint places[40];
      g_autoptr (KringGraph) standing = NULL;
      g_autoptr (KringLayoutResult) kept = NULL;
      double moved = 0;

      for (guint v = 0; v < 40; v++)
        places[v] = KRING_POINT_INIT ((1 + 0.6 * wide) * result->places[v].x,
                                      (1 + 0.6 * wide) * result->places[v].y);
      standing = graph_copy (graph, stand, places);
      kept = kring_layout_run (standing, &options, NULL);
      lengths[wide] = kring_point_distance (kept->places[39], kept->places[other]);
      for (guint v = 0; v < 39; v++)
        moved += kring_point_distance (kept->places[v], places[v]) / 39;
      g_assert_cmpfloat (moved, <, 60);
    }
  g_test_message ("%g, %g", lengths[0], lengths[1]);
  g_assert_cmpfloat (lengths[1], >, 1.2 * lengths[0]);
}

/* How far the distances of leaves from the hub of a star differ, and the angles between them. */
static void
measure_fan (guint n, const KringPoint *places, double *lengths, double *angles)
{
  double least = G_MAXDOUBLE, most = 0, nearest = G_MAXDOUBLE;

  for (guint v = 1; v < n; v++)
    {
      double length = kring_point_distance (places[0], places[v]);

      least = MIN (least, length);
      most = MAX (most, length);
      for (guint u = 1; u < v; u++)
        nearest =
            MIN (nearest,
                 fabs (remainder (atan2 (places[v].y - places[0].y, places[v].x - places[0].x) -
                                      atan2 (places[u].y - places[0].y, places[u].x - places[0].x),
                                  2 * G_PI)));
    }
  *lengths = most / least;
  *angles = nearest * (n - 1) / (2 * G_PI);
}

/* Leaves of one hub stand at one distance and at equal angles; crowds at two. */
static void
test_fan (void)
{
  static const guint sizes[] = { 5, 9, 16, 31 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint type = KRING_LAYOUT_STRESS; type <= KRING_LAYOUT_READABLE; type++)
      {
        g_autoptr (KringGraph) star = graph_star (sizes[i], 0);
        g_autoptr (KringGraph) graph = dup_map (star);
        g_autoptr (KringLayoutResult) result = lay_out (graph, type, 0);
        double lengths, angles;

        g_assert_cmpuint (kring_separate_count (graph, result->places, 7), ==, 0);
        measure_fan (sizes[i], result->places, &lengths, &angles);
        g_assert_cmpfloat (lengths, <, 1.001);
        g_assert_cmpfloat (angles, >, 0.999);
      }
}

/* In rings they stand evenly within their ring. */
static void
test_fan_in_rings (void)
{
  for (guint32 seed = 1; seed < 4; seed++)
    {
      g_autoptr (KringGraph) star = graph_star (13, 0);
      g_autoptr (KringGraph) graph = dup_map (star);
      KringLayoutOptions options = { .type = KRING_LAYOUT_RINGS, .seed = seed, .gap = 8 };
      g_autoptr (KringLayoutResult) result = kring_layout_run (graph, &options, NULL);
      KringPoint round[13];
      double lengths, angles;

      g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
      for (guint v = 0; v < 13; v++)
        round[v] = KRING_POINT_INIT (result->places[v].x / 312, result->places[v].y / 222);
      measure_fan (13, round, &lengths, &angles);
      g_assert_cmpfloat (angles, >, 0.98);
    }
}

/* Who is pinned is no part of a fan, and no fan runs into anybody. */
static void
pin_two (KringGraphNode *node, guint number, gpointer data)
{
  node->placed = node->pinned = number == 3 || number == 4;
  node->at = KRING_POINT_INIT (number * 70.0, 20);
}

static void
test_fan_pinned (void)
{
  g_autoptr (KringGraph) star = graph_star (13, 0);
  g_autoptr (KringGraph) plain = dup_map (star);
  g_autoptr (KringGraph) graph = graph_copy (plain, pin_two, NULL);

  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      g_autoptr (KringLayoutResult) result = lay_out (graph, type, 0);

      g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
      g_assert_cmpmem (result->places + 3, 2 * sizeof (KringPoint),
                       ((KringPoint[]){ { 210, 20 }, { 280, 20 } }), 2 * sizeof (KringPoint));
    }
}

/* The one in the middle is not the one that stays when those beside it may not move. */
static void
test_wedged (void)
{
  g_autoptr (KringGraph) graph = graph_star (5, 0);
  const guint8 fixed[] = { FALSE, TRUE, TRUE, TRUE, TRUE };

  for (guint no_scaling = 0; no_scaling < 2; no_scaling++)
    {
      KringSeparateOptions options = { .gap = 8, .fixed = fixed, .no_scaling = no_scaling };
      KringPoint places[] = { { 0, 0 }, { -80, 0 }, { 80, 0 }, { 0, -50 }, { 0, 50 } };

      g_assert_true (kring_separate (graph, &options, places));
      g_assert_cmpuint (kring_separate_count (graph, places, 0), ==, 0);
    }
}

/* In a row that may not move is no room for one more: it gets out above or below. */
static void
test_wedged_in_row (void)
{
  g_autoptr (KringGraph) graph = graph_star (3, 0);
  const guint8 fixed[] = { TRUE, FALSE, TRUE };
  KringSeparateOptions options = { .gap = 8, .fixed = fixed };
  KringPoint places[] = { { 0, 0 }, { 100, 2 }, { 210, 0 } };

  g_assert_true (kring_separate (graph, &options, places));
  g_assert_cmpuint (kring_separate_count (graph, places, 0), ==, 0);
  g_assert_cmpfloat (hypot (places[1].x - 100, places[1].y), <, 150);
}

/* Who was refuted stands outside all rings, unless pinned; and who is tied by refuted ties only. */
static void
test_refuted (void)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  g_autoptr (KringGraph) graph = NULL;
  g_autoptr (KringLayoutResult) result = NULL;
  guint levels[7];

  add_people (builder, 7);
  for (guint v = 1; v < 7; v++)
    kring_graph_builder_add_edge (builder, v == 4 ? 3 : 0, v, KRING_EDGE_PLAIN);
  kring_graph_builder_get_node (builder, 1)->refuted = TRUE;
  kring_graph_builder_get_node (builder, 2)->refuted = TRUE;
  kring_graph_builder_get_node (builder, 2)->ring = 1;
  kring_graph_builder_get_edge (builder, 2)->refuted = TRUE;
  kring_graph_builder_get_edge (builder, 4)->refuted = TRUE;
  kring_graph_builder_get_node (builder, 5)->ring = 2;
  kring_graph_builder_set_root (builder, 0);
  graph = kring_graph_builder_end (builder);
  kring_levels_find (graph, 0, levels);
  g_assert_cmpmem (levels, sizeof levels, ((guint[]){ 0, 4, 4, 4, 4, 2, 1 }), sizeof levels);
  result = lay_out (graph, KRING_LAYOUT_RINGS, 0);
  for (guint v = 1; v < 7; v++)
    {
      double out = hypot (result->places[v].x / 672, result->places[v].y / 432);

      if (levels[v] == KRING_LAYOUT_BANDS)
        g_assert_cmpfloat (out, >, result->ring_sizes[2]);
      else
        g_assert_cmpfloat (out, <, result->ring_sizes[2]);
    }
}

/* An event is nobody near the young person, and nobody is nearer for having been there. */
static void
test_events (void)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  g_autoptr (KringGraph) graph = NULL;
  g_autoptr (KringLayoutResult) result = NULL;
  guint levels[4];

  add_people (builder, 4);
  for (guint v = 1; v < 4; v++)
    kring_graph_builder_add_edge (builder, v == 2 ? 1 : 0, v, KRING_EDGE_PLAIN);
  kring_graph_builder_get_node (builder, 1)->outside = TRUE;
  kring_graph_builder_set_root (builder, 0);
  graph = kring_graph_builder_end (builder);
  kring_levels_find (graph, 0, levels);
  g_assert_cmpmem (levels, sizeof levels, ((guint[]){ 0, 4, 4, 1 }), sizeof levels);
  result = lay_out (graph, KRING_LAYOUT_RINGS, 0);
  g_assert_cmpfloat (hypot (result->places[1].x / 672, result->places[1].y / 432), >,
                     result->ring_sizes[2]);
}

/* A line of people lies along the sheet or across it, whichever way it was drawn. */
static void
test_turned (void)
{
  g_autoptr (KringGraph) graph = graph_path (9, 0);
  KringPoint places[9];
  KringRect bounds;

  for (guint v = 0; v < 9; v++)
    places[v] = KRING_POINT_INIT (v * 3.0, v * 200.0);
  g_assert_cmpfloat (kring_pack_fit (graph, 8, 1.4, places), ==, 1);
  bounds = get_bounds (graph, places);
  g_assert_cmpfloat (bounds.width, >, 1.3 * bounds.height);
  g_assert_cmpfloat_with_epsilon (kring_point_distance (places[0], places[1]), 200, 0.1);
}

static void
put_words (KringGraphBuilder *builder, double words)
{
  for (guint e = 0; e < kring_graph_builder_get_n_edges (builder); e++)
    kring_graph_builder_get_edge (builder, e)->words = words;
}

/* Words take room too. */
static void
test_full_of_words (void)
{
  double factors[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
      g_autoptr (KringGraph) graph = NULL;
      KringPoint places[20];

      add_people (builder, 20);
      for (guint v = 0; v < 20; v++)
        {
          places[v] = KRING_POINT_INIT (v % 5 * 60.0, v / 5 * 72.0);
          if (v > 0)
            kring_graph_builder_add_edge (builder, 0, v, KRING_EDGE_PLAIN);
        }
      put_words (builder, i * 90);
      graph = kring_graph_builder_end (builder);
      factors[i] = kring_pack_fit (graph, 8, 1.4, places);
    }
  g_assert_cmpfloat (factors[1], >, 1.1 * factors[0]);
}

/* A drawing that is all boxes is made larger until there is air between them. */
static void
test_full (void)
{
  g_autoptr (KringGraph) graph = graph_empty (100, 0);
  KringPoint places[100];
  KringRect bounds;

  for (guint v = 0; v < 100; v++)
    places[v] = KRING_POINT_INIT (v % 10 * 20.0, v / 10 * 20.0);
  g_assert_cmpfloat (kring_pack_fit (graph, 8, 1.4, places), >, 2);
  bounds = get_bounds (graph, places);
  g_assert_cmpfloat (bounds.width * bounds.height, >, 2 * 100 * 120 * 40);
}

/* Those who have ties with each other and none with the middle stay together on the outer arc. */
static void
test_outer_arc (void)
{
  double longest = 0;

  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (KringGraph) parts = graph_parts (24, seed);
      g_autoptr (KringGraph) map = dup_map (parts);
      KringLayoutOptions options = { .type = KRING_LAYOUT_RINGS, .seed = seed, .gap = 8 };
      g_autoptr (KringLayoutResult) result = kring_layout_run (map, &options, NULL);

      for (guint e = 0; e < map->n_edges; e++)
        longest = MAX (longest, kring_point_distance (result->places[map->edges[e].from],
                                                      result->places[map->edges[e].to]));
    }
  g_test_message ("%.0f", longest);
  g_assert_cmpfloat (longest, <, 600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maps/along", test_along);
  g_test_add_func ("/maps/lengths", test_lengths);
  g_test_add_func ("/maps/distances", test_distances);
  g_test_add_func ("/maps/small-sheet", test_small_sheet);
  g_test_add_func ("/maps/words-fit", test_words_fit);
  g_test_add_func ("/maps/custom", test_custom);
  g_test_add_func ("/maps/fan", test_fan);
  g_test_add_func ("/maps/fan-in-rings", test_fan_in_rings);
  g_test_add_func ("/maps/fan-pinned", test_fan_pinned);
  g_test_add_func ("/maps/wedged", test_wedged);
  g_test_add_func ("/maps/wedged-in-row", test_wedged_in_row);
  g_test_add_func ("/maps/refuted", test_refuted);
  g_test_add_func ("/maps/events", test_events);
  g_test_add_func ("/maps/turned", test_turned);
  g_test_add_func ("/maps/full", test_full);
  g_test_add_func ("/maps/full-of-words", test_full_of_words);
  g_test_add_func ("/maps/outer-arc", test_outer_arc);
  return g_test_run ();
}
