/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/kring-graph-file.h"

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
          continue;
        }
      g_assert_no_error (error);
      graph = kring_graph_builder_end (builder);
      g_assert_cmpuint (graph->n_nodes, ==, cases[i].nodes);
      g_assert_cmpuint (graph->n_edges, ==, cases[i].edges);
    }
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
  g_test_add_func ("/exchange/graph-file/too-many", test_too_many);
  return g_test_run ();
}
