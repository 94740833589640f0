/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps as large as those of a meeting, laid out and drawn: which ties run behind people, and which words
 * stand under them. */
#include "map/edit/kring-arrange.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-graph.h"
#include "map/model/kring-map-private.h"
#include "picture/scene/kring-scene-items.h"
#include "place/layout/kring-labels.h"
#include "place/layout/kring-layout.h"

#define MISLEADING 24.0

typedef struct
{
  guint ties, behind, words;
} Counts;

static const guint sizes[] = { 16, 20, 24, 28, 34, 40 };

static KringItem *
load (KringMap *map, KringKindId kind, const char *prefix, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", prefix, number);
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_map_load (map, item);
  return item;
}

static void
set_id (KringItem *item, const char *field, guint number)
{
  g_autofree char *id = g_strdup_printf ("p%u", number);

  kring_item_set_named (item, field, g_variant_new_string (id));
}

static void
load_tie (KringMap *map, GHashTable *pairs, guint a, guint b)
{
  static const char *const kinds[] = { "kent", "vriend", "bedreigt", "werkt bij", "woont", "geld" };
  g_autofree char *id = g_strdup_printf ("t%u", g_hash_table_size (pairs));
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  if (a == b || !g_hash_table_add (pairs, GUINT_TO_POINTER (MIN (a, b) * 1000 + MAX (a, b))))
    return;
  set_id (tie, "from", a);
  set_id (tie, "to", b);
  kring_item_set_text (tie, "kind", kinds[(a * 7 + b * 3) % G_N_ELEMENTS (kinds)]);
  kring_map_load (map, tie);
}

/* Circles of people around one, half of whom know her, and some from circle to circle. */
static KringMap *
new_map_of (guint n, guint32 seed)
{
  static const char *const names[] = { "Dex", "Samira", "Oma Jo", "Kay", "Mw. Postma", "Tijn" };
  KringMap *map = kring_map_new ();
  g_autoptr (KringItem) the_case = kring_item_copy (kring_map_get_case (map));
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  guint circle = MAX (4, n / 4);

  for (guint v = 0; v < n; v++)
    kring_item_set_text (load (map, KRING_KIND_PERSON, "p", v), "name",
                         names[v % G_N_ELEMENTS (names)]);
  kring_item_set_named (the_case, "centre", g_variant_new_strv ((const char *[]){ "p0" }, 1));
  kring_map_load (map, the_case);
  for (guint v = 1; v < n; v++)
    {
      guint start = 1 + (v - 1) / circle * circle;

      if (v == start || g_rand_boolean (rand))
        load_tie (map, pairs, 0, v);
      if (v > start)
        load_tie (map, pairs, v, g_rand_int_range (rand, start, v));
      if (v % 3 == 0)
        load_tie (map, pairs, v, g_rand_int_range (rand, start, MIN (start + circle, n)));
      if (v % 4 == 0)
        load_tie (map, pairs, v, g_rand_int_range (rand, 1, n));
    }
  return map;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The first and the third circle of @n people are groups. */
static void
load_groups (KringMap *map, guint n)
{
  guint circle = MAX (4, n / 4);

  for (guint g = 0; g < 2; g++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", g);
      g_autoptr (KringItem) group = kring_item_new (kring_kind_get (KRING_KIND_GROUP), id);
      g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

      for (guint v = 1 + 2 * g * circle; v < MIN (1 + (2 * g + 1) * circle, n); v++)
        g_ptr_array_add (members, g_strdup_printf ("p%u", v));
      g_ptr_array_sort (members, compare_ids);
      kring_item_set_named (
          group, "members",
          g_variant_new_strv ((const char *const *) members->pdata, members->len));
      kring_map_load (map, group);
    }
}

static KringScene *
new_scene (KringMap *map)
{
  const KringSceneOptions options = KRING_SCENE_OPTIONS_EXPORT;

  return kring_scene_new (map, &options, &kring_text_measurer_fixed);
}

static KringGraph *
dup_graph (KringMap *map)
{
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (KringGraphBuilder) builder = kring_map_graph_build (map, KRING_MAP_GRAPH_ALL);

  kring_scene_fill_boxes (scene, builder);
  return kring_graph_builder_end (builder);
}

static void
arrange (KringMap *map, KringLayoutType type)
{
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringLayoutOptions options = { .type = type, .seed = 1, .gap = 8 };
  g_autoptr (KringGraph) graph = dup_graph (map);
  g_autoptr (KringLayoutResult) result = kring_layout_run (graph, &options, NULL);
  KringArrangement arrangement = { result->places, result->ring_sizes };
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (KringLabelSet) before = NULL, after = NULL;

  kring_edit_arrange (editor, graph, &arrangement);
  scene = new_scene (map);
  before = kring_scene_dup_labels (scene);
  after = kring_scene_dup_labels (scene);
  kring_labels_place (after);
  kring_edit_seat_labels (editor, before, after);
}

static double
get_distance (const KringCurve *arc, KringPoint at)
{
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < arc->points->len; i++)
    least = MIN (least, kring_segment_distance (g_array_index (arc->points, KringPoint, i - 1),
                                                g_array_index (arc->points, KringPoint, i), at));
  return least;
}

static void
count_tie (KringScene *scene, const KringTie *tie, Counts *counts)
{
  gboolean behind = FALSE, under = FALSE;

  for (guint i = 0; i < kring_scene_get_items (scene)->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (kring_scene_get_items (scene)->node_order, i);

      behind |=
          node != tie->from && node != tie->to && get_distance (tie->arc, node->at) < MISLEADING;
      under |= !kring_rect_is_empty (tie->place.box) &&
               kring_rect_intersects (tie->place.box, kring_node_get_box (node));
    }
  counts->ties++;
  counts->behind += behind;
  counts->words += under;
}

static void
pin_centre (KringMap *map)
{
  KringItem *centre = kring_map_get_item (map, "p0");

  kring_item_set_named (centre, "position", g_variant_new ("(dd)", 0.0, 0.0));
  kring_item_set_named (centre, "pinned", g_variant_new_boolean (TRUE));
}

static Counts
count_all (KringLayoutType type, gboolean pinned)
{
  Counts counts = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= 2; seed++)
      {
        g_autoptr (KringMap) map = new_map_of (sizes[i], seed);
        g_autoptr (KringScene) scene = NULL;

        if (pinned)
          pin_centre (map);
        if (type == KRING_LAYOUT_GROUPS)
          load_groups (map, sizes[i]);
        arrange (map, type);
        scene = new_scene (map);
        for (guint k = 0; k < kring_scene_get_items (scene)->tie_order->len; k++)
          count_tie (scene, g_ptr_array_index (kring_scene_get_items (scene)->tie_order, k),
                     &counts);
      }
  g_test_message ("%u ties: %u behind people, words of %u under people", counts.ties, counts.behind,
                  counts.words);
  return counts;
}

/* What is left are words that are nearly as wide as their tie is long: they touch the sign of one of its own
 * ends. */
static void
test_rings (void)
{
  Counts counts = count_all (KRING_LAYOUT_RINGS, FALSE);

  g_assert_cmpuint (counts.ties, >, 500);
  g_assert_cmpuint (counts.behind, ==, 0);
  g_assert_cmpuint (counts.words, <=, 16);
}

static void
assert_clear (KringLayoutType type, gboolean pinned, guint words)
{
  Counts counts = count_all (type, pinned);

  g_assert_cmpuint (counts.ties, >, 500);
  g_assert_cmpuint (counts.behind, ==, 0);
  g_assert_cmpuint (counts.words, <=, words);
}

static void
test_calm (void)
{
  assert_clear (KRING_LAYOUT_READABLE, FALSE, 2);
}

/* Around somebody who is pinned there is as much room as anywhere. */
static void
test_pinned (void)
{
  assert_clear (KRING_LAYOUT_READABLE, TRUE, 8);
}

static void
test_groups (void)
{
  assert_clear (KRING_LAYOUT_GROUPS, FALSE, 2);
}

/* Those of a family step aside in their row only, and the others have their places around it. */
static void
test_family (void)
{
  assert_clear (KRING_LAYOUT_FAMILY, FALSE, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawn/rings", test_rings);
  g_test_add_func ("/drawn/calm", test_calm);
  g_test_add_func ("/drawn/pinned", test_pinned);
  g_test_add_func ("/drawn/groups", test_groups);
  g_test_add_func ("/drawn/family", test_family);
  return g_test_run ();
}
