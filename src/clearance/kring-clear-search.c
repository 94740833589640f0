/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clearance/kring-clear-search.h"

/* So often is every node tried in a pass, and so often in the place of another. */
#define MOVES 10
#define CHANGES 4

/* Moves get shorter by as much as this in as many passes; they stay longer than the least. */
#define SHORTER 0.955
#define SHORTER_PASSES 80
#define LEAST_REACH 12.0

/* From this part of the passes on only better moves are made. */
#define COLD 0.6

typedef struct
{
  KringClutter *clutter;
  const KringGraph *graph;
  const KringClearSearchOptions *options;
  guint *members; /* (owned) those of the first band, then those of the second ... */
  guint *first;   /* (owned) where each begins in members */
  double reach;
  double heat;
} Search;

static void
list_bands (Search *self)
{
  const guint *bands = self->options->bands;
  guint n = self->graph->n_nodes, n_bands = 1, at = 0;

  for (guint v = 0; bands != NULL && v < n; v++)
    n_bands = MAX (n_bands, bands[v] + 1);
  self->members = g_new (guint, n + 1);
  self->first = g_new0 (guint, n_bands + 1);
  for (guint band = 0; band < n_bands; band++)
    {
      self->first[band] = at;
      for (guint v = 0; bands != NULL && v < n; v++)
        if (bands[v] == band)
          self->members[at++] = v;
    }
  self->first[n_bands] = at;
}

static double
draw_offset (Search *self, double reach)
{
  return (2 * g_rand_double (self->options->rand) - 1) * reach;
}

/* Along the band and across it. */
static KringPoint
propose (Search *self, guint node, KringPoint at, double reach)
{
  const KringClearSearchOptions *options = self->options;
  double dx = at.x - options->middle.x, dy = at.y - options->middle.y;
  double length = hypot (dx, dy);
  double along = draw_offset (self, reach);
  double across = draw_offset (self, options->depth > 0 ? MIN (reach, options->depth) : reach);
  KringPoint to = { at.x + across, at.y + along };

  if (length > 1)
    to = KRING_POINT_INIT (at.x + (across * dx - along * dy) / length,
                           at.y + (across * dy + along * dx) / length);
  return options->allow != NULL ? options->allow (node, to, options->allow_data) : to;
}

static void
try_move (Search *self, guint node, double reach, double *now)
{
  KringPoint at = kring_clutter_get_place (self->clutter, node);
  double limit = *now + self->heat * g_rand_double (self->options->rand), then;
  KringPoint to = propose (self, node, at, reach);

  if (to.x == at.x && to.y == at.y)
    return;
  kring_clutter_place (self->clutter, node, to);
  then = kring_clutter_of_node (self->clutter, node, limit);
  if (then < limit)
    *now = then;
  else
    kring_clutter_place (self->clutter, node, at);
}

/* Each to the place of the other. */
static void
change_places (Search *self, guint node, guint other)
{
  const KringClearSearchOptions *options = self->options;
  KringPoint a = kring_clutter_get_place (self->clutter, node);
  KringPoint b = kring_clutter_get_place (self->clutter, other);

  kring_clutter_place (self->clutter, node,
                       options->allow != NULL ? options->allow (node, b, options->allow_data) : b);
  kring_clutter_place (self->clutter, other,
                       options->allow != NULL ? options->allow (other, a, options->allow_data) : a);
}

static void
try_change (Search *self, guint node, guint other, double *now)
{
  KringPoint a = kring_clutter_get_place (self->clutter, node);
  KringPoint b = kring_clutter_get_place (self->clutter, other);
  double before = *now + kring_clutter_of_node (self->clutter, other, G_MAXDOUBLE);
  double limit = before + self->heat * g_rand_double (self->options->rand), then;

  change_places (self, node, other);
  then = kring_clutter_of_node (self->clutter, node, limit);
  if (then <= limit)
    then += kring_clutter_of_node (self->clutter, other, limit - then);
  if (then < limit)
    {
      *now = kring_clutter_of_node (self->clutter, node, G_MAXDOUBLE);
      return;
    }
  kring_clutter_place (self->clutter, node, a);
  kring_clutter_place (self->clutter, other, b);
}

static void
try_changes (Search *self, guint node, double *now)
{
  const guint *bands = self->options->bands;
  guint band = bands != NULL ? bands[node] : 0;

  for (guint i = 0; band > 0 && i < CHANGES; i++)
    {
      guint start = self->first[band], end = self->first[band + 1];
      guint other = self->members[g_rand_int_range (self->options->rand, start, end)];

      if (other != node && !self->options->fixed[other])
        try_change (self, node, other, now);
    }
}

static gboolean
run_pass (Search *self)
{
  for (guint node = 0; node < self->graph->n_nodes; node++)
    {
      double now;

      if (self->options->fixed[node])
        continue;
      if (g_cancellable_is_cancelled (self->options->cancellable))
        return FALSE;
      now = kring_clutter_of_node (self->clutter, node, G_MAXDOUBLE);
      for (guint i = 0; i < MOVES; i++)
        try_move (self, node, self->reach, &now);
      if (self->options->far > 0)
        try_move (self, node, self->options->far, &now);
      try_changes (self, node, &now);
    }
  return TRUE;
}

/**
 * kring_clear_search:
 * @clutter: (inout): where everybody stands
 *
 * Annealing by thresholds, with the distance between nodes and lines in what is weighed (Davidson, Harel,
 * "Drawing graphs nicely using simulated annealing", ACM TOG 15(4), 1996).
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_clear_search (KringClutter *clutter,
                    const KringGraph *graph,
                    const KringClearSearchOptions *options)
{
  Search search = { clutter, graph, options, NULL, NULL, 0, 0 };
  gboolean done = TRUE;

  list_bands (&search);
  for (guint pass = 0; pass < options->passes && done; pass++)
    {
      double part = (double) pass / options->passes;

      search.reach = options->reach * pow (SHORTER, SHORTER_PASSES * part) + LEAST_REACH;
      search.heat = options->heat * MAX (1 - part / COLD, 0);
      done = run_pass (&search);
    }
  g_free (search.members);
  g_free (search.first);
  return done;
}
