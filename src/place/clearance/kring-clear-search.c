/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/clearance/kring-clear-search.h"

/* So often is every node tried in a pass, and so often in the place of another, as long as moves may be
 * worse: later hardly any of these is better. */
#define MOVES 10
#define CHANGES 2

/* Moves get shorter by as much as this in as many passes; they stay longer than the least. */
#define SHORTER 0.955
#define SHORTER_PASSES 80
#define LEAST_REACH 12.0

/* In one pass a node gets no further than this part of a move. */
#define DRIFT 1.5

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
clear_search_propose (Search *self, guint node, KringPoint at, double reach)
{
  const KringClearSearchOptions *options = self->options;
  double dx = at.x - options->middle.x, dy = at.y - options->middle.y;
  double length = sqrt (dx * dx + dy * dy);
  double along = draw_offset (self, reach);
  double across = draw_offset (self, options->depth > 0 ? MIN (reach, options->depth) : reach);
  KringPoint to = { at.x + across, at.y + along };

  if (length > 1)
    to = KRING_POINT_INIT (at.x + (across * dx - along * dy) / length,
                           at.y + (across * dy + along * dx) / length);
  return options->allow != NULL ? options->allow (node, to, options->allow_data) : to;
}

/* Where it may be moved to, along the band and across it, from here. */
static KringRect
clear_search_get_area (const Search *self, KringPoint at)
{
  const KringClearSearchOptions *options = self->options;
  double dx = at.x - options->middle.x, dy = at.y - options->middle.y;
  double length = MAX (sqrt (dx * dx + dy * dy), 1), along = DRIFT * self->reach;
  double across = options->depth > 0 ? DRIFT * MIN (self->reach, options->depth) : along;
  double wide = (fabs (dx) * across + fabs (dy) * along) / length;
  double high = (fabs (dy) * across + fabs (dx) * along) / length;

  return KRING_RECT_INIT (at.x - wide, at.y - high, 2 * wide, 2 * high);
}

static gboolean
clear_search_is_in (KringRect area, KringPoint at)
{
  return at.x >= area.x && at.y >= area.y && at.x <= area.x + area.width &&
         at.y <= area.y + area.height;
}

/* Moves that are not far, for which little has to be looked at. */
static void
try_moves (Search *self, guint node)
{
  KringPoint at = kring_clutter_get_place (self->clutter, node);
  KringRect area = clear_search_get_area (self, at);
  double now;

  kring_clutter_look (self->clutter, node, area);
  now = kring_clutter_try (self->clutter, node, at, G_MAXDOUBLE);
  for (guint i = 0; i < MOVES; i++)
    {
      double limit = now + self->heat * g_rand_double (self->options->rand), then;
      KringPoint to = clear_search_propose (self, node, at, self->reach);

      if (!clear_search_is_in (area, to) || (to.x == at.x && to.y == at.y))
        continue;
      then = kring_clutter_try (self->clutter, node, to, limit);
      if (then >= limit)
        continue;
      kring_clutter_place (self->clutter, node, to);
      at = kring_clutter_get_place (self->clutter, node);
      now = then;
    }
}

static void
try_far_move (Search *self, guint node, double *now)
{
  KringPoint at = kring_clutter_get_place (self->clutter, node);
  double limit = *now + self->heat * g_rand_double (self->options->rand), then;

  kring_clutter_place (self->clutter, node,
                       clear_search_propose (self, node, at, self->options->far));
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
clear_search_run_pass (Search *self)
{
  for (guint node = 0; node < self->graph->n_nodes; node++)
    {
      double now;

      if (self->options->fixed[node])
        continue;
      if (g_cancellable_is_cancelled (self->options->cancellable))
        return FALSE;
      try_moves (self, node);
      if (self->heat <= 0)
        continue;
      now = kring_clutter_of_node (self->clutter, node, G_MAXDOUBLE);
      if (self->options->far > 0)
        try_far_move (self, node, &now);
      try_changes (self, node, &now);
    }
  return TRUE;
}

static gboolean
clear_search_run (Search *self)
{
  const KringClearSearchOptions *options = self->options;

  for (guint pass = 0; pass < options->passes; pass++)
    {
      double part = (double) pass / options->passes;

      self->reach = options->reach * pow (SHORTER, SHORTER_PASSES * part) + LEAST_REACH;
      self->heat = options->heat * MAX (1 - part / COLD, 0);
      if (!clear_search_run_pass (self))
        return FALSE;
    }
  return TRUE;
}

/* Where all stand, if that is the best so far. */
static void
clear_search_take_places (const Search *self, double *least, KringPoint *places)
{
  double cost = kring_clutter_of_all (self->clutter);

  for (guint v = 0; v < self->graph->n_nodes && cost < *least; v++)
    if (!self->options->fixed[v])
      places[v] = kring_clutter_get_place (self->clutter, v);
  *least = MIN (*least, cost);
}

/**
 * kring_clear_search:
 * @places: (inout) (array length=n_nodes): where everybody stands
 *
 * Annealing by thresholds, with the distance between nodes and lines in what is weighed (Davidson, Harel,
 * "Drawing graphs nicely using simulated annealing", ACM TOG 15(4), 1996).
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_clear_search (KringClutter *clutter,
                    const KringGraph *graph,
                    const KringClearSearchOptions *options,
                    KringPoint *places)
{
  Search search = { clutter, graph, options, NULL, NULL, 0, 0 };
  g_autofree KringPoint *from = g_memdup2 (places, graph->n_nodes * sizeof (KringPoint));
  double least = G_MAXDOUBLE;
  gboolean done = TRUE;

  list_bands (&search);
  for (guint i = 0; i < MAX (options->runs, 1) && done; i++)
    {
      kring_clutter_place_all (clutter, from);
      done = clear_search_run (&search);
      if (done)
        clear_search_take_places (&search, &least, places);
    }
  g_free (search.members);
  g_free (search.first);
  return done;
}
