/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-layout-private.h"

#include "map/base/kring-debug.h"
#include "place/clearance/kring-clear-up.h"

#include <string.h>

/* Half axes of three rings and of the outer arc. */
static const KringPoint usual_axes[KRING_LAYOUT_BANDS] = {
  { 312, 222 }, { 492, 340 }, { 672, 432 }, { 860, 570 }
};

static const char *const names[KRING_N_LAYOUTS] = {
  "rings", "stress", "readable", "groups", "family", "tidy",
};

/* Stress is the measure; the others are weighed against one pair's worth of it. */
static KringLayoutOptions
completed (const KringLayoutOptions *options)
{
  KringLayoutOptions full = *options;

  for (guint i = 0; i < KRING_LAYOUT_BANDS; i++)
    if (!(full.ring_axes[i].x > 0 && full.ring_axes[i].y > 0))
      full.ring_axes[i] = usual_axes[i];
  return full;
}

/**
 * kring_layout_dup_fixed:
 * @keep: whether everything that stands somewhere stays, and not only what is pinned
 *
 * Returns: (transfer full) (array length=n_nodes): which nodes may not move
 */
guint8 *
kring_layout_dup_fixed (const KringGraph *graph, gboolean keep)
{
  guint8 *fixed = g_new0 (guint8, graph->n_nodes + 1);

  for (guint v = 0; v < graph->n_nodes; v++)
    fixed[v] = graph->nodes[v].placed && (graph->nodes[v].pinned || keep);
  return fixed;
}

/**
 * kring_layout_take_places:
 * @places: (inout): as long as the graph has nodes
 *
 * Fills in the places that nodes had before; the others are left.
 */
void
kring_layout_take_places (const KringGraph *graph, KringPoint *places)
{
  for (guint v = 0; v < graph->n_nodes; v++)
    if (graph->nodes[v].placed)
      places[v] = graph->nodes[v].at;
}

static gboolean
layout_clear_up (const KringGraph *graph, const KringLayoutOptions *options, KringPoint *places)
{
  g_autofree guint8 *fixed = kring_layout_dup_fixed (graph, options->keep);
  KringClearUpOptions clear = {
    .seed = options->seed, .gap = options->gap, .fixed = fixed, .cancellable = options->cancellable
  };

  if (options->step > 0 || options->overlaps)
    return TRUE;
  return kring_clear_up (graph, &clear, places);
}

static gboolean
layout_run (const KringGraph *graph,
            const KringLayoutOptions *options,
            KringPoint *places,
            double *ring_sizes)
{
  switch (options->type)
    {
    case KRING_LAYOUT_RINGS:
      return kring_layout_rings (graph, options, places, ring_sizes);
    case KRING_LAYOUT_STRESS:
      return kring_layout_solve_stress (graph, options, places);
    case KRING_LAYOUT_READABLE:
      return kring_layout_solve_stress (graph, options, places) &&
             layout_clear_up (graph, options, places);
    case KRING_LAYOUT_GROUPS:
      return kring_layout_groups (graph, options, places) &&
             layout_clear_up (graph, options, places);
    case KRING_LAYOUT_FAMILY:
      return kring_layout_family (graph, options, places);
    case KRING_LAYOUT_TIDY:
      return kring_layout_tidy (graph, options, places);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * kring_layout_dup_graph:
 * @nodes: (array length=n_nodes): what to say of its nodes instead
 *
 * Returns: (transfer full): a copy of the graph with other places, boxes, pins
 */
KringGraph *
kring_layout_dup_graph (const KringGraph *graph, const KringGraphNode *nodes)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      kring_graph_builder_add_node (builder, graph->ids[v]);
      *kring_graph_builder_get_node (builder, v) = nodes[v];
    }
  for (guint e = 0; e < graph->n_edges; e++)
    kring_graph_builder_copy_edge (builder, &graph->edges[e], graph->edges[e].from,
                                   graph->edges[e].to);
  kring_graph_builder_set_root (builder, graph->root);
  return kring_graph_builder_end (builder);
}

/* What is not selected counts as pinned. */
static KringGraph *
layout_dup_selected (const KringGraph *graph, GHashTable *selection)
{
  g_autofree KringGraphNode *nodes =
      g_memdup2 (graph->nodes, graph->n_nodes * sizeof (KringGraphNode));

  for (guint v = 0; v < graph->n_nodes; v++)
    if (!g_hash_table_contains (selection, graph->ids[v]))
      nodes[v].pinned = TRUE;
  return kring_layout_dup_graph (graph, nodes);
}

/* Whoever stands nearer than this to another stands on them, in map units. */
#define SAME_SPOT 1.0

static gboolean
is_on_another (const KringGraph *graph, const KringGraphNode *nodes, guint node)
{
  for (guint v = 0; v < graph->n_nodes; v++)
    if (v != node && nodes[v].placed &&
        kring_point_distance (nodes[v].at, nodes[node].at) < SAME_SPOT)
      return TRUE;
  return FALSE;
}

/* Of those on one spot only one is taken to stand there: the root, else the last; the pinned always. */
static KringGraph *
dup_apart (const KringGraph *graph)
{
  g_autofree KringGraphNode *nodes =
      g_memdup2 (graph->nodes, graph->n_nodes * sizeof (KringGraphNode));

  for (guint v = 0; v < graph->n_nodes; v++)
    if (nodes[v].placed && !nodes[v].pinned && (int) v != graph->root &&
        is_on_another (graph, nodes, v))
      nodes[v].placed = FALSE;
  return kring_layout_dup_graph (graph, nodes);
}

/* By how much a span must move to lie on the map. */
static double
get_way_in (double low, double high)
{
  return high > KRING_COORDINATE_MAX   ? KRING_COORDINATE_MAX - high
         : low < -KRING_COORDINATE_MAX ? -KRING_COORDINATE_MAX - low
                                       : 0;
}

/* At the edge of the map the whole picture moves in, or people would be put on each other there. */
static void
move_onto_map (const KringGraph *graph, KringPoint *places)
{
  KringPoint low = places[0], high = places[0], way;

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      if (graph->nodes[v].placed && graph->nodes[v].pinned)
        return;
      low = KRING_POINT_INIT (MIN (low.x, places[v].x), MIN (low.y, places[v].y));
      high = KRING_POINT_INIT (MAX (high.x, places[v].x), MAX (high.y, places[v].y));
    }
  way = KRING_POINT_INIT (get_way_in (low.x, high.x), get_way_in (low.y, high.y));
  for (guint v = 0; v < graph->n_nodes; v++)
    places[v] = KRING_POINT_INIT (places[v].x + way.x, places[v].y + way.y);
}

/* Rounding must not move what is pinned, not even by a bit. */
static void
layout_put_pinned_back (const KringGraph *graph, KringPoint *places)
{
  for (guint v = 0; v < graph->n_nodes; v++)
    if (graph->nodes[v].placed && graph->nodes[v].pinned)
      places[v] = graph->nodes[v].at;
}

/**
 * kring_layout_run:
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a place for every node
 */
KringLayoutResult *
kring_layout_run (const KringGraph *graph, const KringLayoutOptions *options, GError **error)
{
  g_autoptr (KringLayoutResult) result = g_new0 (KringLayoutResult, 1);
  g_autoptr (KringGraph) selected = NULL;
  g_autoptr (KringGraph) apart = NULL;
  KringLayoutOptions full = completed (options);

  kring_debug (KRING_DEBUG_LAYOUT, "%s of %u nodes and %u edges", names[options->type],
               graph->n_nodes, graph->n_edges);
  if (options->selection != NULL)
    graph = selected = layout_dup_selected (graph, options->selection);
  if (full.keep)
    graph = apart = dup_apart (graph);
  for (guint i = 0; i < KRING_LAYOUT_BANDS; i++)
    result->ring_sizes[i] = 1;
  result->places = g_new0 (KringPoint, graph->n_nodes + 1);
  kring_layout_take_places (graph, result->places);
  if (graph->n_nodes > 0 && !layout_run (graph, &full, result->places, result->ring_sizes))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
      return NULL;
    }
  move_onto_map (graph, result->places);
  layout_put_pinned_back (graph, result->places);
  return g_steal_pointer (&result);
}

void
kring_layout_result_free (KringLayoutResult *self)
{
  g_free (self->places);
  g_free (self);
}

typedef struct
{
  KringGraph *graph; /* (owned) */
  KringLayoutOptions options;
} Job;

static void
job_free (Job *job)
{
  kring_graph_unref (job->graph);
  g_clear_pointer (&job->options.selection, g_hash_table_unref);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  KringLayoutResult *result = kring_layout_run (job->graph, &job->options, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) kring_layout_result_free);
  else
    g_task_return_error (task, error);
}

/**
 * kring_layout_run_async:
 * @options: copied; its cancellable ends the call; its selection must not change meanwhile
 *
 * Like kring_layout_run (), on a worker thread.
 */
void
kring_layout_run_async (KringGraph *graph,
                        const KringLayoutOptions *options,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, options->cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->graph = kring_graph_ref (graph);
  job->options = *options;
  if (options->selection != NULL)
    g_hash_table_ref (options->selection);
  g_task_set_source_tag (task, kring_layout_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * kring_layout_run_finish:
 *
 * Returns: (transfer full) (nullable): what kring_layout_run () returned
 */
KringLayoutResult *
kring_layout_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kring_layout_type_get_name:
 *
 * Returns: (transfer none): the name on the command line
 */
const char *
kring_layout_type_get_name (KringLayoutType type)
{
  return names[type];
}

/**
 * kring_layout_type_find:
 * @name: as it is typed and stored
 * @type: (out): the layout of that name
 *
 * Returns: whether there is one
 */
gboolean
kring_layout_type_find (const char *name, KringLayoutType *type)
{
  for (guint i = 0; i < KRING_N_LAYOUTS; i++)
    if (strcmp (names[i], name) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}
