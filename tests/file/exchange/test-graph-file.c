/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/exchange/kring-graph-file.h"

#include <string.h>

static const struct
{
  const char *text;
  guint nodes;
  guint edges;
  const char *message; /* part of it; NULL: no error */
} cases[] = {
  { "", 0, 0, NULL },
  { "# only a remark\n", 0, 0, NULL },
  { "a\tb\nb\tc\t3\r\n\nalone\n", 4, 2, NULL },
  { "a\ta\na\tb\na\tb\n", 2, 2, NULL },
  { "a\tb\n\tc\n", 0, 0, "line 2" },
  { "a\xff\tb\n", 0, 0, "line 1" },
  { "<graphml><graph><node id='x'/><edge source='x' target='y'/></graph></graphml>", 2, 1, NULL },
  { " <graphml><graph><edge source='x'/></graph></graphml>", 0, 0, "name" },
  { "<graphml><graph>", 0, 0, "" },
  { "\xef\xbb\xbf<graphml><graph><edge source='x' target='y'/></graph></graphml>", 2, 1, NULL },
  { "\xef\xbb\xbfNoor\tDex\nNoor\tYara\n", 3, 2, NULL },
  { "<g:graphml xmlns:g='u'><g:graph><g:edge source='a' target='b'/></g:graph></g:graphml>", 2, 1,
    NULL },
  { "<graphml/>", 0, 0, "no graph" },
  { "<gexf><graph/></gexf>", 0, 0, "gexf" },
  { "<html><body>hoi</body></html>", 0, 0, "HTML" },
  { "<!DOCTYPE html>\n<p>", 0, 0, "HTML" },
  { "PK\003\004xl", 0, 0, "xlsx" },
  { "%PDF-1.7", 0, 0, "not a text file" },
  { "{\"kring\": 1}", 0, 0, "JSON" },
  { "graph [\n node [ id 1 ]\n]", 0, 0, "GML" },
  { "Creator \"x\"\ngraph\n[\n]", 0, 0, "GML" },
  { "*Vertices 2\n1 \"a\"\n", 0, 0, "Pajek" },
  { "digraph G {\n a -> b;\n}", 0, 0, "DOT" },
  { "strict graph {\n a -- b\n}", 0, 0, "DOT" },
  { "graph\tNoor\n", 2, 1, NULL },
  { "\xff\xfe"
    "a",
    0, 0, "UTF-16" },
  { "Source,Target\nNoor,Dex\nNoor,Yara\n", 3, 2, NULL },
  { "Noor;Dex\r\nNoor;Yara\r\n", 3, 2, NULL },
  { "\"Noor\",\"Dex\"\n", 2, 1, NULL },
  { "\"Jansen, Dex\",Noor\nYara,Noor\n", 3, 2, NULL },
  { "\"Noor\nde Wit\"\tDex\nDex\tYara\n", 3, 2, NULL },
  { "\"Noor\nde Wit\"\tDex\n\tYara\n", 0, 0, "line 3" },
  { "# een, twee\nNoor,Dex\n", 2, 1, NULL },
  { "Source\tTarget\tWeight\na\tb\t1\n", 2, 1, NULL },
  { "Jansen, Piet\nNoor\n", 2, 0, NULL },
  { "<graphml \xff\xfe='1'><graph/></graphml>", 0, 0, "" },
  { "<!DOCTYPE x [<!ENTITY a 'b'>]><graphml><node id='&a;'/></graphml>", 0, 0, "ntity" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KringGraphBuilder) builder =
          kring_graph_file_parse (cases[i].text, strlen (cases[i].text), &error);
      g_autoptr (KringGraph) graph = NULL;

      g_test_message ("case %u", i);
      if (cases[i].message != NULL)
        {
          g_assert_null (builder);
          g_assert_nonnull (error);
          g_assert_nonnull (strstr (error->message, cases[i].message));
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      g_assert_no_error (error);
      graph = kring_graph_builder_end (builder);
      g_assert_cmpuint (graph->n_nodes, ==, cases[i].nodes);
      g_assert_cmpuint (graph->n_edges, ==, cases[i].edges);
    }
}

/* What stands after it would not be read, and nobody would know. */
static void
test_nul (void)
{
  static const char text[] = "Noor\tDex\n\0Yara\tNoor\n";
  g_autoptr (GError) error = NULL;

  g_assert_null (kring_graph_file_parse (text, sizeof text - 1, &error));
  g_assert_error (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SYNTAX);
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KringGraphBuilder) builder = NULL;

  for (int i = 0; i < 20002; i++)
    g_string_append_printf (text, "n%d\tn%d\n", i, i + 1);
  builder = kring_graph_file_parse (text->str, text->len, &error);
  g_assert_null (builder);
  g_assert_error (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SIZE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/graph-file/cases", test_cases);
  g_test_add_func ("/exchange/graph-file/nul", test_nul);
  g_test_add_func ("/exchange/graph-file/too-many", test_too_many);
  return g_test_run ();
}
