/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/kring-graph-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A layout holds all distances; more nodes than this would need gigabytes. */
#define NODES_MAX 20000
#define EDGES_MAX 2000000

#define ID_LENGTH_MAX 1000

G_DEFINE_QUARK (kring - graph - file - error - quark, kring_graph_file_error)

typedef struct
{
  KringGraphBuilder *builder; /* (owned) (nullable) */
  guint n_nodes;
  guint n_edges;
} Parse;

static gboolean
find_or_add (Parse *parse, const char *id, guint *node, GError **error)
{
  if (*id == '\0' || strlen (id) > ID_LENGTH_MAX || !g_utf8_validate (id, -1, NULL))
    {
      g_set_error (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SYNTAX,
                   _ ("a node without a usable name"));
      return FALSE;
    }
  if (kring_graph_builder_find_node (parse->builder, id, node))
    return TRUE;
  if (parse->n_nodes++ >= NODES_MAX)
    {
      g_set_error (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SIZE,
                   _ ("more than %d nodes"), NODES_MAX);
      return FALSE;
    }
  *node = kring_graph_builder_add_node (parse->builder, id);
  return TRUE;
}

static gboolean
add_edge (Parse *parse, const char *from, const char *to, GError **error)
{
  guint a, b;

  if (!find_or_add (parse, from, &a, error) || !find_or_add (parse, to, &b, error))
    return FALSE;
  if (parse->n_edges++ >= EDGES_MAX)
    {
      g_set_error (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SIZE,
                   _ ("more than %d lines between nodes"), EDGES_MAX);
      return FALSE;
    }
  if (a != b)
    kring_graph_builder_add_edge (parse->builder, a, b, KRING_EDGE_PLAIN);
  return TRUE;
}

static KringGraphBuilder *
parse_end (Parse *parse, gboolean done)
{
  if (!done)
    g_clear_pointer (&parse->builder, kring_graph_builder_free);
  return g_steal_pointer (&parse->builder);
}

static gboolean
parse_row (Parse *parse, const char *row, guint number, GError **error)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", 3);
  guint n = g_strv_length (cells), node;

  if (n == 0 || *row == '#')
    return TRUE;
  if (n == 1)
    return find_or_add (parse, g_strstrip (cells[0]), &node, error);
  if (add_edge (parse, g_strstrip (cells[0]), g_strstrip (cells[1]), error))
    return TRUE;
  g_prefix_error (error, _ ("line %u: "), number);
  return FALSE;
}

/* One line per line of the graph: source, tab, target; more columns are passed over. "#" begins a
 * remark; a name alone is a node. */
static KringGraphBuilder *
parse_tsv (const char *text, gsize length, GError **error)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) rows = g_strsplit (copy, "\n", -1);
  Parse parse = { kring_graph_builder_new (), 0, 0 };
  gboolean done = TRUE;

  for (guint i = 0; rows[i] != NULL && done; i++)
    {
      g_strchomp (rows[i]);
      done = *rows[i] == '\0' || parse_row (&parse, rows[i], i + 1, error);
    }
  return parse_end (&parse, done);
}

static const char *
find_attribute (const char *name, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  Parse *parse = data;
  guint node;

  if (strcmp (element, "node") == 0)
    {
      const char *id = find_attribute ("id", names, values);

      find_or_add (parse, id != NULL ? id : "", &node, error);
    }
  else if (strcmp (element, "edge") == 0)
    {
      const char *from = find_attribute ("source", names, values);
      const char *to = find_attribute ("target", names, values);

      add_edge (parse, from != NULL ? from : "", to != NULL ? to : "", error);
    }
}

/* Only nodes and edges are read; entities are not expanded. */
static KringGraphBuilder *
parse_graphml (const char *text, gsize length, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element_cb };
  Parse parse = { kring_graph_builder_new (), 0, 0 };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &parse, NULL);
  gboolean done = g_markup_parse_context_parse (context, text, length, error) &&
                  g_markup_parse_context_end_parse (context, error);

  return parse_end (&parse, done);
}

/**
 * kring_graph_file_parse:
 * @text: a graph in either form; GraphML begins with `<`
 *
 * Returns: (transfer full) (nullable): a builder with the graph
 */
KringGraphBuilder *
kring_graph_file_parse (const char *text, gsize length, GError **error)
{
  gsize i = 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;
  if (i < length && text[i] == '<')
    return parse_graphml (text, length, error);
  return parse_tsv (text, length, error);
}
