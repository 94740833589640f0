/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-analysis.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-graph.h"
#include "map/model/kring-map-private.h"

/* Nodes are letters, lines pairs of letters: "ab bc". */
static KringGraph *
graph_of (const char *letters, const char *lines)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();
  g_auto (GStrv) pairs = g_strsplit (lines, " ", -1);

  for (const char *c = letters; *c != '\0'; c++)
    kring_graph_builder_add_node (builder, (char[]){ *c, '\0' });
  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      guint a, b;

      g_assert_true (kring_graph_builder_find_node (builder, (char[]){ pairs[i][0], '\0' }, &a));
      g_assert_true (kring_graph_builder_find_node (builder, (char[]){ pairs[i][1], '\0' }, &b));
      kring_graph_builder_add_edge (builder, a, b, KRING_EDGE_PLAIN);
    }
  return kring_graph_builder_end (builder);
}

static char *
letters_of (const KringGraph *graph, GArray *nodes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    g_string_append (text, graph->ids[g_array_index (nodes, guint, i)]);
  g_array_unref (nodes);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *letters;
  const char *lines;
  const char *links;
  const char *bridges;
} shapes[] = {
  { "", "", "", "" },
  { "a", "", "", "" },
  { "ab", "ab", "", "ab" },
  { "ab", "ab ab", "", "" },
  { "abc", "ab bc", "b", "bcab" },
  { "abc", "ab bc ca", "", "" },
  { "abcde", "ab bc ca cd de", "cd", "decd" },
  { "abcdef", "ab bc ca de ef fd cd", "cd", "cd" },
  { "abcd", "ab ac ad", "a", "abacad" },
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (KringGraph) graph = graph_of (shapes[i].letters, shapes[i].lines);
      g_autofree char *links = letters_of (graph, kring_analysis_dup_links (graph));
      g_autofree char *bridges = letters_of (graph, kring_analysis_dup_bridges (graph));

      g_test_message ("%s", shapes[i].lines);
      g_assert_cmpstr (links, ==, shapes[i].links);
      g_assert_cmpstr (bridges, ==, shapes[i].bridges);
    }
}

static const struct
{
  const char *lines;
  const char *ways; /* from a to e */
} ways[] = {
  { "ab bc", "" },
  { "ae", "ae" },
  { "ab be", "abe" },
  { "ab be ac ce", "abe ace" },
  { "ab be ac cd de", "abe acde" },
  { "ab bc ce be", "abe abce" },
  { "ae ab be ac ce ad de", "ae abe ace" },
  { "ab bc cd de", "abcde" },
};

static void
test_ways (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (KringGraph) graph = graph_of ("abcde", ways[i].lines);
      g_autoptr (GPtrArray) found = kring_analysis_dup_ways (graph, 0, 4, 3);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint w = 0; w < found->len; w++)
        {
          const KringWay *way = g_ptr_array_index (found, w);

          g_string_append (text, w > 0 ? " " : "");
          for (guint n = 0; n < way->length; n++)
            g_string_append (text, graph->ids[way->nodes[n]]);
        }
      g_assert_cmpstr (text->str, ==, ways[i].ways);
    }
}

static void
test_neighbourhood (void)
{
  g_autoptr (KringGraph) graph = graph_of ("abcdefg", "ab ac bd cd de ef");
  g_autofree char *shared = letters_of (graph, kring_analysis_dup_shared (graph, 0, 3));
  g_autofree char *alone = letters_of (graph, kring_analysis_dup_alone (graph));
  g_autofree char *one = letters_of (graph, kring_analysis_dup_within (graph, 0, 1));
  g_autofree char *two = letters_of (graph, kring_analysis_dup_within (graph, 0, 2));

  g_assert_cmpstr (shared, ==, "bc");
  g_assert_cmpstr (alone, ==, "g");
  g_assert_cmpstr (one, ==, "abc");
  g_assert_cmpstr (two, ==, "abcd");
}

static void
insert (KringMap *map, KringKindId kind, const char *id, const char *const *fields)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  for (guint i = 0; fields[i] != NULL; i += 2)
    kring_item_set_text (item, fields[i], fields[i + 1]);
  kring_map_insert (map, item);
}

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_map_graph (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringGraph) all = NULL, certain = NULL;

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "a", FIELDS ("name", "A"));
  insert (map, KRING_KIND_PERSON, "b", FIELDS ("name", "B", "ring", "near"));
  insert (map, KRING_KIND_PERSON, "c", FIELDS ("name", "C"));
  insert (map, KRING_KIND_ACCOUNT, "x", FIELDS ("controlled_by", "c"));
  insert (map, KRING_KIND_TIE, "t1", FIELDS ("from", "a", "to", "b", "kind", "Dochter"));
  insert (map, KRING_KIND_TIE, "t2", FIELDS ("from", "b", "to", "c", "certainty", "refuted"));
  kring_map_set (map, KRING_MAP_CASE_ID,
                 kring_kind_find_field (kring_kind_get (KRING_KIND_CASE), "centre"),
                 g_variant_new_strv ((const char *const[]){ "a" }, 1));
  kring_map_end (map);

  all = kring_map_dup_graph (map, KRING_MAP_GRAPH_ALL);
  certain = kring_map_dup_graph (map, KRING_MAP_GRAPH_NO_REFUTED);
  g_assert_cmpuint (all->n_nodes, ==, 4);
  g_assert_cmpuint (all->n_edges, ==, 3);
  g_assert_cmpuint (certain->n_edges, ==, 2);
  g_assert_cmpint (all->root, ==, 0);
  g_assert_cmpint (all->nodes[1].ring, ==, 1);
  g_assert_cmpint (all->edges[1].role, ==, KRING_EDGE_PARENT);
  g_assert_cmpuint (all->edges[1].from, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/links", test_links);
  g_test_add_func ("/analysis/ways", test_ways);
  g_test_add_func ("/analysis/neighbourhood", test_neighbourhood);
  g_test_add_func ("/analysis/map-graph", test_map_graph);
  return g_test_run ();
}
