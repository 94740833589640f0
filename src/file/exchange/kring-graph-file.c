/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/exchange/kring-graph-file.h"

#include "file/exchange/kring-graph-form.h"

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
  gboolean in_graphml; /* whether the outermost element is the right one */
  gboolean has_graph;
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
graph_file_add_edge (Parse *parse, const char *from, const char *to, GError **error)
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

/* Takes off the needless quotes that some programs put around words between tabs. */
static const char *
clean (char *cell)
{
  gsize length = strlen (cell);

  if (length < 2 || cell[0] != '"' || cell[length - 1] != '"')
    return cell;
  cell[length - 1] = '\0';
  return g_strstrip (cell + 1);
}

static gboolean
parse_row (Parse *parse, const KringRow *row, GError **error)
{
  const char *from = clean (row->cells[0]), *to = row->n > 1 ? clean (row->cells[1]) : NULL;
  guint node;
  gboolean done;

  if (to == NULL)
    done = find_or_add (parse, from, &node, error);
  else if (parse->n_nodes == 0 && kring_graph_form_is_heading (from, to))
    done = TRUE;
  else
    done = graph_file_add_edge (parse, from, to, error);
  if (!done)
    g_prefix_error (error, _ ("line %u: "), row->line);
  return done;
}

/* Refuses text that is not UTF-8, with the line of the first wrong byte. */
static gboolean
check_encoding (const char *text, GError **error)
{
  const char *wrong;
  guint line = 1;

  if (g_utf8_validate (text, -1, &wrong))
    return TRUE;
  for (const char *p = text; p < wrong; p++)
    line += *p == '\n';
  g_set_error_literal (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SYNTAX,
                       _ ("a node without a usable name"));
  g_prefix_error (error, _ ("line %u: "), line);
  return FALSE;
}

/* One line per line of the graph: source, tab, target; more columns are passed over. "#" begins a
 * remark; a name alone is a node. Where no line has a tab, commas or semicolons do as well. */
static KringGraphBuilder *
parse_rows (const char *text, gsize length, GError **error)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autoptr (GPtrArray) rows = NULL;
  Parse parse = { kring_graph_builder_new (), 0, 0, FALSE, FALSE };
  gboolean done = check_encoding (copy, error);

  rows = kring_graph_form_read_rows (done ? copy : "");
  for (guint i = 0; i < rows->len && done; i++)
    done = parse_row (&parse, g_ptr_array_index (rows, i), error);
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

/* Returns the name without the prefix of its name space. */
static const char *
get_local (const char *element)
{
  const char *colon = strrchr (element, ':');

  return colon != NULL ? colon + 1 : element;
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
  const char *local = get_local (element);
  guint node;

  if (!parse->in_graphml && strcmp (local, "graphml") != 0)
    {
      g_set_error (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SYNTAX,
                   _ ("this seems to be XML of another kind (%s), not GraphML"), element);
      return;
    }
  parse->in_graphml = TRUE;
  if (strcmp (local, "graph") == 0)
    parse->has_graph = TRUE;
  else if (strcmp (local, "node") == 0)
    {
      const char *id = find_attribute ("id", names, values);

      find_or_add (parse, id != NULL ? id : "", &node, error);
    }
  else if (strcmp (local, "edge") == 0)
    {
      const char *from = find_attribute ("source", names, values);
      const char *to = find_attribute ("target", names, values);

      graph_file_add_edge (parse, from != NULL ? from : "", to != NULL ? to : "", error);
    }
}

/* Only nodes and edges are read; entities are not expanded. */
static KringGraphBuilder *
parse_graphml (const char *text, gsize length, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element_cb };
  Parse parse = { kring_graph_builder_new (), 0, 0, FALSE, FALSE };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &parse, NULL);
  gboolean done = g_markup_parse_context_parse (context, text, length, error) &&
                  g_markup_parse_context_end_parse (context, error);

  if (done && !parse.has_graph)
    {
      g_set_error_literal (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SYNTAX,
                           _ ("there is no graph in this file"));
      done = FALSE;
    }
  return parse_end (&parse, done);
}

static KringGraphBuilder *
parse_any (const char *text, gsize length, GError **error)
{
  const char *other = kring_graph_form_guess_other (text, length);
  gsize i = 0;

  if (other != NULL)
    {
      g_set_error_literal (error, KRING_GRAPH_FILE_ERROR, KRING_GRAPH_FILE_ERROR_SYNTAX, other);
      return NULL;
    }
  while (i < length && g_ascii_isspace (text[i]))
    i++;
  if (i < length && text[i] == '<')
    return parse_graphml (text, length, error);
  return parse_rows (text, length, error);
}

/**
 * kring_graph_file_parse:
 * @text: a graph in either form, with or without a byte order mark; GraphML begins with `<`
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable): a builder with the graph
 */
KringGraphBuilder *
kring_graph_file_parse (const char *text, gsize length, GError **error)
{
  gsize mark = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  g_autoptr (GError) failure = NULL;
  KringGraphBuilder *builder = parse_any (text + mark, length - mark, &failure);
  g_autofree char *message = NULL;

  if (builder != NULL)
    return builder;
  /* The message may quote a piece of the file, which need not be valid UTF-8. */
  message = g_utf8_make_valid (failure->message, -1);
  g_set_error_literal (error, failure->domain, failure->code, message);
  return NULL;
}
