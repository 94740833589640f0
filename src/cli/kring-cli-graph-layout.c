/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli.h"

#include "file/exchange/kring-graph-file.h"
#include "place/embedding/kring-cost.h"
#include "place/embedding/kring-stress.h"
#include "place/layout/kring-layout.h"

#include <glib/gi18n.h>
#include <time.h>

/* What is measured assumes boxes of this size, at this many units a step. */
#define BOX_WIDTH 120.0
#define BOX_HEIGHT 40.0
#define STEP 160.0

typedef struct
{
  char *layout; /* (owned) (nullable) */
  char *root;   /* (owned) (nullable) */
  char *output; /* (owned) (nullable) */
  char *places; /* (owned) (nullable) */
  int seed;
  int iterations;
  gboolean stats;
  gboolean separate;
  gboolean bands;
  gboolean force;
} Typed;

/* In milliseconds. */
typedef struct
{
  double wall;
  double cpu;
} Spent;

static void
cli_graph_layout_typed_clear (Typed *typed)
{
  g_free (typed->layout);
  g_free (typed->root);
  g_free (typed->output);
  g_free (typed->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, cli_graph_layout_typed_clear)

static gboolean
cli_graph_layout_parse (Typed *typed, char ***arguments)
{
  const GOptionEntry entries[] = {
    { "layout", 'l', 0, G_OPTION_ARG_STRING, &typed->layout,
      N_ ("stress (as it is), readable or rings"), N_ ("LAYOUT") },
    { "root", 0, 0, G_OPTION_ARG_STRING, &typed->root,
      N_ ("Name of the node in the middle of the rings"), N_ ("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output, N_ ("Write to this file"),
      N_ ("OUTPUT") },
    KRING_CLI_FORCE_ENTRY (&typed->force),
    { "seed", 0, 0, G_OPTION_ARG_INT, &typed->seed,
      N_ ("Number that decides between equally good pictures"), N_ ("NUMBER") },
    { "iterations", 0, 0, G_OPTION_ARG_INT, &typed->iterations,
      N_ ("Rounds of gradient descent, if not as many as usual"), N_ ("NUMBER") },
    { "stats", 0, 0, G_OPTION_ARG_NONE, &typed->stats, N_ ("Print one line of JSON with measures"),
      NULL },
    { "separate", 0, 0, G_OPTION_ARG_NONE, &typed->separate,
      N_ ("Take boxes of 120 x 40 off each other"), NULL },
    { "places", 0, 0, G_OPTION_ARG_FILENAME, &typed->places,
      N_ ("Start from the places in this file, as written with -o, and stay near them"),
      N_ ("FILE") },
    { "bands", 0, 0, G_OPTION_ARG_NONE, &typed->bands,
      N_ ("In rings: stand anywhere between two rings"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return kring_cli_parse ("graph-layout", entries, arguments);
}

static gboolean
parse_place (KringGraphBuilder *builder, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  KringGraphNode *node;
  guint number;

  if (line[0] == '\0' || g_strv_length (cells) != 3 ||
      !kring_graph_builder_find_node (builder, cells[0], &number))
    return line[0] == '\0';
  node = kring_graph_builder_get_node (builder, number);
  node->at = KRING_POINT_INIT (g_ascii_strtod (cells[1], NULL), g_ascii_strtod (cells[2], NULL));
  node->placed = isfinite (node->at.x) && isfinite (node->at.y);
  return node->placed;
}

static gboolean
read_places (KringGraphBuilder *builder, const char *places, const char **file, GError **error)
{
  g_autoptr (GBytes) bytes = kring_cli_read (places, error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  *file = places;
  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!parse_place (builder, lines[i]))
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     _ ("line %u: expected the name of a node and two numbers"), i + 1);
        return FALSE;
      }
  return TRUE;
}

static KringGraphBuilder *
parse_graph (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return kring_graph_file_parse (text != NULL ? text : "", length, error);
}

static KringGraph *
read_graph (const Typed *typed, const char **file, GError **error)
{
  g_autoptr (KringGraphBuilder) builder = NULL;
  g_autoptr (KringGraph) graph = NULL;
  g_autoptr (GBytes) bytes = kring_cli_read (*file, error);
  const char *root = typed->root;
  guint node;

  if (bytes == NULL)
    return NULL;
  builder = parse_graph (bytes, error);
  if (builder == NULL)
    return NULL;
  if (root != NULL && !kring_graph_builder_find_node (builder, root, &node))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("there is no node “%s”"),
                   root);
      return NULL;
    }
  if (root != NULL)
    kring_graph_builder_set_root (builder, node);
  for (node = 0; node < kring_graph_builder_get_n_nodes (builder); node++)
    kring_graph_builder_get_node (builder, node)->box =
        KRING_RECT_INIT (-BOX_WIDTH / 2, -BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT);
  if (typed->places != NULL && !read_places (builder, typed->places, file, error))
    return NULL;
  graph = kring_graph_builder_end (builder);
  return g_steal_pointer (&graph);
}

static gboolean
write_places (const char *file, const KringGraph *graph, const KringPoint *places, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GString *text = g_string_new (NULL);
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint v = 0; v < graph->n_nodes; v++)
    g_string_append_printf (text, "%s\t%s\t%s\n", graph->ids[v],
                            g_ascii_formatd (x, sizeof x, "%.3f", places[v].x),
                            g_ascii_formatd (y, sizeof y, "%.3f", places[v].y));
  bytes = g_string_free_to_bytes (text);
  return kring_cli_write (file, bytes, error);
}

/* Stress is defined for connected graphs only; otherwise it is told as null. */
static void
append_stress (GString *line, const KringGraph *graph, const KringPoint *places)
{
  KringAdjacency adjacency = { graph->n_nodes, graph->first, graph->neighbours };
  g_autofree int *distances = g_new (int, graph->n_nodes + 1);
  g_autofree float *x = g_new (float, graph->n_nodes + 1);
  g_autofree float *y = g_new (float, graph->n_nodes + 1);
  g_autoptr (KringStress) stress = NULL;
  gboolean connected = graph->n_nodes > 0;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (connected)
    kring_distances_from (adjacency, 0, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      connected = connected && distances[v] >= 0;
      x[v] = places[v].x;
      y[v] = places[v].y;
    }
  if (!connected)
    {
      g_string_append (line, ", \"stress\": null");
      return;
    }
  stress = kring_stress_new (adjacency, NULL);
  g_string_append_printf (
      line, ", \"stress\": %s",
      g_ascii_formatd (number, sizeof number, "%.6f", kring_stress_measure (stress, x, y)));
}

static Spent
clocks (void)
{
  return (Spent){ g_get_monotonic_time () / 1000.0, clock () * 1000.0 / CLOCKS_PER_SEC };
}

static void
print_stats (const KringGraph *graph, const KringPoint *places, const Spent *spent)
{
  const KringCostWeights weights = { 0, 1, 1, 1, 1 };
  g_autoptr (KringCost) cost = kring_cost_new (graph, &weights, STEP);
  g_autoptr (GString) line = g_string_new (NULL);
  char ms[G_ASCII_DTOSTR_BUF_SIZE], cpu[G_ASCII_DTOSTR_BUF_SIZE];
  KringCostCounts counts;

  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (cost, v, places[v]);
  kring_cost_count (cost, NULL, &counts);
  g_string_append_printf (line, "{\"nodes\": %u, \"edges\": %u, \"ms\": %s, \"cpu_ms\": %s",
                          graph->n_nodes, graph->n_edges,
                          g_ascii_formatd (ms, sizeof ms, "%.3f", spent->wall),
                          g_ascii_formatd (cpu, sizeof cpu, "%.3f", spent->cpu));
  append_stress (line, graph, places);
  g_string_append_printf (line, ", \"crossings\": %u, \"overlaps\": %u, \"through\": %u",
                          counts.crossings, counts.overlaps, counts.through);
  g_string_append_printf (line, ", \"angle\": %s}",
                          g_ascii_formatd (ms, sizeof ms, "%.4f", counts.angle));
  g_print ("%s\n", line->str);
}

/* @file: (inout): what to read; on failure the file with which it went wrong */
static gboolean
cli_graph_layout_run (const Typed *typed,
                      const KringLayoutOptions *options,
                      const char **file,
                      GError **error)
{
  g_autoptr (KringGraph) graph = read_graph (typed, file, error);
  g_autoptr (KringLayoutResult) result = NULL;
  Spent start, spent;

  if (graph == NULL)
    return FALSE;
  start = clocks ();
  result = kring_layout_run (graph, options, error);
  if (result == NULL)
    return FALSE;
  spent = clocks ();
  spent.wall -= start.wall;
  spent.cpu -= start.cpu;
  if (typed->stats)
    print_stats (graph, result->places, &spent);
  if (typed->output == NULL)
    return TRUE;
  *file = typed->output;
  return write_places (typed->output, graph, result->places, error);
}

/**
 * kring_cli_graph_layout:
 * @arguments: as typed, from the command on: options and one file
 *
 * Lays out a bare graph, so that anyone can compare with other programs.
 *
 * Returns: the exit status
 */
KringExit
kring_cli_graph_layout (char **arguments)
{
  g_auto (Typed) typed = { 0 };
  KringLayoutOptions options = { .type = KRING_LAYOUT_STRESS, .step = STEP, .gap = 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autoptr (GError) error = NULL;
  const char *file;

  if (!cli_graph_layout_parse (&typed, &rest))
    return KRING_EXIT_USAGE;
  if (g_strv_length (rest) != 2 || (typed.output == NULL && !typed.stats))
    return kring_cli_misused ("graph-layout", "%s",
                              _ ("name one file, and where to write with -o or --stats"));
  if (typed.layout != NULL && !kring_layout_type_find (typed.layout, &options.type))
    return kring_cli_misused ("graph-layout", _ ("unknown layout “%s”"), typed.layout);
  if (typed.output != NULL && !kring_cli_may_write (typed.output, NULL, typed.force))
    return KRING_EXIT_FAILED;
  options.seed = typed.seed;
  options.iterations = MAX (typed.iterations, 0);
  options.keep = typed.places != NULL;
  options.overlaps = !typed.separate;
  options.exact = options.type == KRING_LAYOUT_RINGS && !typed.bands;
  file = rest[1];
  if (cli_graph_layout_run (&typed, &options, &file, &error))
    return KRING_EXIT_DONE;
  kring_cli_complain (file, error);
  return KRING_EXIT_FAILED;
}
