/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"
#include "place/layout/kring-layout.h"
#include "place/layout/kring-separate.h"

/*
 * Larger graphs than most maps are, in every layout that anyone would wait for; small ones are in
 * test-layout.c. Told, not judged: how long it took.
 */
static const struct
{
  const char *name;
  GraphMaker make;
  guint n;
  guint layouts; /* bits */
} cases[] = {
#define ALL ((1u << KRING_N_LAYOUTS) - 1)
#define QUICK (ALL & ~(1u << KRING_LAYOUT_RINGS) & ~(1u << KRING_LAYOUT_READABLE))
  { "random", graph_random, 200, ALL },  { "dense", graph_dense, 200, ALL },
  { "groups", graph_groups, 200, ALL },  { "random", graph_random, 400, ALL },
  { "star", graph_star, 400, ALL },      { "parts", graph_parts, 400, QUICK },
  { "random", graph_random, 1100, ALL }, { "groups", graph_groups, 1100, QUICK },
  { "dense", graph_dense, 1100, QUICK }, { "random", graph_random, 4000, QUICK },
  { "empty", graph_empty, 4000, QUICK },
};

static void
test_size (gconstpointer data)
{
  guint type = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KringLayoutOptions options = { .type = type, .seed = 1, .gap = 4, .sectors = TRUE };
      g_autoptr (KringGraph) graph = NULL;
      g_autoptr (KringLayoutResult) result = NULL;
      gint64 start = g_get_monotonic_time ();

      if ((cases[i].layouts & 1u << type) == 0)
        continue;
      graph = cases[i].make (cases[i].n, 3);
      result = kring_layout_run (graph, &options, NULL);
      g_test_message ("%s %u: %" G_GINT64_FORMAT " ms", cases[i].name, cases[i].n,
                      (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
    }
}

typedef struct
{
  const KringPoint *places;
  double shrunk;
} Crowd;

static void
crowd (KringGraphNode *node, guint number, gpointer data)
{
  const Crowd *crowd = data;

  node->placed = TRUE;
  node->at = KRING_POINT_INIT (crowd->places[number].x * crowd->shrunk,
                               crowd->places[number].y * crowd->shrunk);
}

/* However dense it stands, tidying ends: here hundreds in the room of a few. */
static void
test_crowded (void)
{
  g_autoptr (KringGraph) graph = graph_random (500, 3);
  KringLayoutOptions options = { .type = KRING_LAYOUT_STRESS, .overlaps = TRUE };
  g_autoptr (KringLayoutResult) free_result = kring_layout_run (graph, &options, NULL);

  options = (KringLayoutOptions){ .type = KRING_LAYOUT_TIDY, .gap = 4 };
  for (double shrunk = 1; shrunk > 1e-5; shrunk *= 0.1)
    {
      Crowd from = { free_result->places, shrunk };
      g_autoptr (KringGraph) crowded = graph_copy (graph, crowd, &from);
      g_autoptr (KringLayoutResult) result = kring_layout_run (crowded, &options, NULL);

      g_assert_cmpuint (kring_separate_count (crowded, result->places, 0), ==, 0);
    }
}

/* Two who may not move and stand on each other must not drive the others away. */
static void
pin_two (KringGraphNode *node, guint number, gpointer data)
{
  if (number != 3 && number != 4)
    return;
  node->placed = node->pinned = TRUE;
  node->at = KRING_POINT_INIT (150 + 10 * number, 20);
}

static void
test_stuck (void)
{
  g_autoptr (KringGraph) plain = graph_random (20, 3);
  g_autoptr (KringGraph) graph = graph_copy (plain, pin_two, NULL);

  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      KringLayoutOptions options = { .type = type, .seed = 1, .gap = 4 };
      g_autoptr (KringLayoutResult) result = kring_layout_run (graph, &options, NULL);

      g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 1);
      g_assert_cmpfloat (result->ring_sizes[2], <, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      g_autofree char *path = g_strdup_printf ("/sizes/%s", kring_layout_type_get_name (type));

      g_test_add_data_func (path, GUINT_TO_POINTER (type), test_size);
    }
  g_test_add_func ("/sizes/crowded", test_crowded);
  g_test_add_func ("/sizes/stuck", test_stuck);
  return g_test_run ();
}
