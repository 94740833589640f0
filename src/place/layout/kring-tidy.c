/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-layout-private.h"

#include "place/layout/kring-separate.h"

#include <stdlib.h>
#include <string.h>

/* Things closer than this to a common line are put on it, in map units. */
#define NEAR_LINE 14.0

typedef struct
{
  double along;
  guint node;
} Entry;

static int
compare_entries (const void *a, const void *b)
{
  const Entry *x = a, *y = b;

  if (x->along != y->along)
    return x->along < y->along ? -1 : 1;
  return (int) x->node - (int) y->node;
}

static double *
coordinate (KringPoint *place, gboolean vertical)
{
  return vertical ? &place->y : &place->x;
}

/* A run on one line goes to the place of its pinned member, else to its mean. */
static void
level (const KringGraph *graph,
       const Entry *run,
       guint n,
       const guint8 *fixed,
       KringPoint *places,
       gboolean vertical)
{
  double line = 0;

  for (guint i = 0; i < n; i++)
    line += run[i].along / n;
  for (guint i = 0; i < n; i++)
    if (fixed[run[i].node])
      line = run[i].along;
  for (guint i = 0; i < n; i++)
    if (!fixed[run[i].node])
      *coordinate (&places[run[i].node], vertical) = line;
}

static void
straighten (const KringGraph *graph, const guint8 *fixed, KringPoint *places, gboolean vertical)
{
  g_autofree Entry *entries = g_new (Entry, graph->n_nodes + 1);
  guint n = graph->n_nodes;

  for (guint v = 0; v < n; v++)
    entries[v] = (Entry){ *coordinate (&places[v], vertical), v };
  qsort (entries, n, sizeof (Entry), compare_entries);
  for (guint start = 0, end; start < n; start = end)
    {
      for (end = start + 1; end < n && entries[end].along - entries[start].along <= NEAR_LINE;)
        end++;
      level (graph, entries + start, end - start, fixed, places, vertical);
    }
}

/* Straight lines are kept only where they bring no overlap. */
static void
straighten_if_free (const KringGraph *graph,
                    const KringLayoutOptions *options,
                    const guint8 *fixed,
                    KringPoint *places,
                    gboolean vertical)
{
  gsize size = graph->n_nodes * sizeof (KringPoint);
  g_autofree KringPoint *before = g_memdup2 (places, size);

  straighten (graph, fixed, places, vertical);
  if (kring_separate_count (graph, places, options->gap) > 0)
    memcpy (places, before, size);
}

/**
 * kring_layout_tidy:
 *
 * Starts from where everything stands; what stands nowhere begins at the origin.
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_layout_tidy (const KringGraph *graph, const KringLayoutOptions *options, KringPoint *places)
{
  g_autofree guint8 *fixed = kring_layout_dup_fixed (graph, FALSE);
  KringSeparateOptions separate = { .gap = options->gap,
                                    .fixed = fixed,
                                    .cancellable = options->cancellable };

  if (!kring_separate (graph, &separate, places))
    return FALSE;
  straighten_if_free (graph, options, fixed, places, TRUE);
  straighten_if_free (graph, options, fixed, places, FALSE);
  return TRUE;
}
