/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-incremental.h"

#include <string.h>

/* New nodes are settled from several starts, near by and far. */
#define SETTLE_STARTS 6
#define SETTLE_STARTS_MAX 400
#define SETTLE_NEAR 2
#define SETTLE_FAR 9
#define SETTLE_SWEEPS 30

/*
 * What stands gives way until stress is at most ENOUGH times the least known, or for a readable drawing
 * what such a drawing is worth. Hold is loosened step by step, and tightened again as long as that
 * lasts; who moved little is held more firmly than who had to move much, so that few move.
 */
#define ENOUGH 1.018
#define ENOUGH_READABLE 1.06
#define HOLD_FIRST 2.0
#define HOLD_LAST 0.002
#define HOLD_TIGHT 0.5
#define HOLD_LOOSER 0.85
#define HOLD_SWEEPS 8
#define HOLD_NEAR 0.1

/* Edge lengths of mean movement that a whole stress too many is worth. */
#define PRICE 12

/* Further above the least, and nobody drew it by stress: it gives way a little and no more. */
#define BY_HAND 1.4
#define BY_HAND_HOLD 2.0f
#define BY_HAND_SWEEPS 30

/* Pairs that may be looked at, and how many are for one way of giving way. */
#define WORK 4e7
#define WORK_WAY 300.0

/* What is pinned pulls a free drawing into its place from this step on. */
#define PINNED_STEP 1

/* How it begins: with a free drawing turned onto what stands, or with a descent, its first step and how
 * firmly all are held meanwhile. The first are the most promising. */
static const struct
{
  double heat;
  float hold;
  gboolean cold;
} ways[] = {
  { 0, 0, FALSE },     { 0.5, 0.01, FALSE }, { 0, 0, TRUE },     { 1, 0.03, FALSE },
  { 0, 0, TRUE },      { 4, 0.01, FALSE },   { 1, 0.1, FALSE },  { 0, 0, TRUE },
  { 2, 0.3, FALSE },   { 2, 0, FALSE },      { 0, 0, TRUE },     { 8, 0.03, FALSE },
  { 8, 0.1, FALSE },   { 0, 0, TRUE },       { 16, 0.3, FALSE }, { 16, 0, FALSE },
  { 30, 0.01, FALSE }, { 0, 0, TRUE },       { 0, 0, TRUE },     { 0, 0, TRUE },
};

typedef struct
{
  const KringIncrementalOptions *options; /* (not owned) */
  const KringGraph *graph;                /* (not owned), of the options */
  float *x, *y;                           /* (not owned) */
} Keep;

static gboolean
incremental_is_held (const Keep *self, guint v)
{
  return kring_incremental_is_held (self->options, v);
}

/* Where a node that is held stands, in steps. */
static KringPoint
get_held (const Keep *self, guint v)
{
  KringPoint at = self->graph->nodes[v].at;

  return KRING_POINT_INIT (at.x / self->options->step, at.y / self->options->step);
}

/* New nodes begin beside the middle of their placed neighbours. */
static void
seat_new_nodes (Keep *self, guint32 seed, guint8 *seated)
{
  const KringGraph *graph = self->graph;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint v = 0; v < graph->n_nodes; v++)
        {
          double x = 0, y = 0;
          guint count = 0;

          for (guint i = graph->first[v]; !seated[v] && i < graph->first[v + 1]; i++)
            if (seated[graph->neighbours[i]] == 1)
              {
                x += self->x[graph->neighbours[i]];
                y += self->y[graph->neighbours[i]];
                count++;
              }
          if (count == 0)
            continue;
          self->x[v] = x / count + g_rand_double_range (rand, -0.7, 0.7);
          self->y[v] = y / count + g_rand_double_range (rand, -0.7, 0.7);
          seated[v] = 1;
          more = TRUE;
        }
    }
}

/* The middles of what is held: in the free drawing, and where it stands. */
static void
find_middles (const Keep *self, KringPoint *drawn, KringPoint *stands)
{
  guint n = 0;

  *drawn = *stands = KRING_POINT_INIT (0, 0);
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (incremental_is_held (self, v))
      {
        KringPoint at = get_held (self, v);

        drawn->x += self->x[v];
        drawn->y += self->y[v];
        stands->x += at.x;
        stands->y += at.y;
        n++;
      }
  *drawn = KRING_POINT_INIT (drawn->x / n, drawn->y / n);
  *stands = KRING_POINT_INIT (stands->x / n, stands->y / n);
}

/* The turn that brings what is held closest to where it stands, once mirrored or not (@side is -1 or
 * 1), as a cosine and a sine; and how close that is: more is closer. */
static double
find_turn (const Keep *self, KringPoint drawn, KringPoint stands, double side, KringPoint *turn)
{
  double c = 0, s = 0, closeness;

  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (incremental_is_held (self, v))
      {
        KringPoint at = get_held (self, v);
        double px = side * (self->x[v] - drawn.x), py = self->y[v] - drawn.y;
        double qx = at.x - stands.x, qy = at.y - stands.y;

        c += px * qx + py * qy;
        s += px * qy - py * qx;
      }
  closeness = hypot (c, s);
  *turn = closeness > 0 ? KRING_POINT_INIT (c / closeness, s / closeness) : KRING_POINT_INIT (1, 0);
  return closeness;
}

/* Turns, mirrors and shifts the free drawing onto what is held (Procrustes in the plane). */
static void
align_with_held (Keep *self)
{
  KringPoint drawn, stands, turn, mirrored;
  double side = 1;

  find_middles (self, &drawn, &stands);
  if (find_turn (self, drawn, stands, -1, &mirrored) > find_turn (self, drawn, stands, 1, &turn))
    {
      turn = mirrored;
      side = -1;
    }
  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      double px = side * (self->x[v] - drawn.x), py = self->y[v] - drawn.y;

      self->x[v] = stands.x + turn.x * px - turn.y * py;
      self->y[v] = stands.y + turn.y * px + turn.x * py;
    }
}

/* New nodes find their place first, while those that stand do not move at all. */
static gboolean
settle_new_nodes (Keep *self, const guint8 *standing)
{
  guint n = self->graph->n_nodes;
  KringStress *stress = self->options->stress;
  g_autofree float *anchor = g_new0 (float, n + 1);
  g_autofree float *x = g_memdup2 (self->x, n * sizeof (float));
  g_autofree float *y = g_memdup2 (self->y, n * sizeof (float));
  double least = G_MAXDOUBLE;

  for (guint v = 0; v < n; v++)
    anchor[v] = incremental_is_held (self, v) ? INFINITY : 0;
  for (guint start = 0; start < (n <= SETTLE_STARTS_MAX ? SETTLE_STARTS : 1); start++)
    {
      KringStressOptions options = self->options->solve;
      g_autofree guint8 *seated = g_memdup2 (standing, n);
      double now;

      options.seed += start;
      options.warm = TRUE;
      options.first_step = start % 2 == 0 ? SETTLE_NEAR : SETTLE_FAR;
      options.sweeps = SETTLE_SWEEPS;
      options.anchor = anchor;
      seat_new_nodes (self, options.seed, seated);
      if (!kring_stress_solve (stress, &options, self->x, self->y))
        return FALSE;
      now = kring_stress_measure (stress, self->x, self->y);
      if (now >= least)
        continue;
      least = now;
      memcpy (x, self->x, n * sizeof (float));
      memcpy (y, self->y, n * sizeof (float));
    }
  memcpy (self->x, x, n * sizeof (float));
  memcpy (self->y, y, n * sizeof (float));
  return TRUE;
}

typedef struct
{
  Keep keep;
  guint n;
  double enough; /* stress at which nobody has to move any further */
  float *from_x; /* (owned) where all stood */
  float *from_y; /* (owned) */
  float *last_x; /* (owned) before the last step */
  float *last_y; /* (owned) */
  float *best_x; /* (owned) the cheapest drawing so far */
  float *best_y; /* (owned) */
  float *anchor; /* (owned) */
  double least;  /* what the cheapest costs */
} Giving;

static void
giving_init (Giving *self, const Keep *keep, double enough)
{
  gsize size;

  self->keep = *keep;
  self->n = keep->graph->n_nodes;
  self->enough = enough;
  size = self->n * sizeof (float);
  self->from_x = g_memdup2 (keep->x, size);
  self->from_y = g_memdup2 (keep->y, size);
  self->last_x = g_memdup2 (keep->x, size);
  self->last_y = g_memdup2 (keep->y, size);
  self->best_x = g_memdup2 (keep->x, size);
  self->best_y = g_memdup2 (keep->y, size);
  self->anchor = g_new0 (float, self->n + 1);
}

static void
giving_clear (Giving *self)
{
  g_free (self->from_x);
  g_free (self->from_y);
  g_free (self->last_x);
  g_free (self->last_y);
  g_free (self->best_x);
  g_free (self->best_y);
  g_free (self->anchor);
}

static void
copy_places (const Giving *self, float *to_x, float *to_y, const float *x, const float *y)
{
  memcpy (to_x, x, self->n * sizeof (float));
  memcpy (to_y, y, self->n * sizeof (float));
}

static double
incremental_measure (const Keep *self)
{
  return kring_stress_measure (self->options->stress, self->x, self->y);
}

static double
get_movement (const Giving *self)
{
  const Keep *keep = &self->keep;
  double sum = 0;
  guint held = 0;

  for (guint v = 0; v < self->n; v++)
    if (incremental_is_held (keep, v))
      {
        sum += hypot (keep->x[v] - self->from_x[v], keep->y[v] - self->from_y[v]);
        held++;
      }
  return sum / MAX (held, 1);
}

static double
incremental_get_cost (const Giving *self)
{
  double above = (incremental_measure (&self->keep) - self->enough) / self->keep.options->least;

  return get_movement (self) + PRICE * MAX (above, 0);
}

/* All go on from where they are, held to where they stood. */
static gboolean
move_on (Giving *self, const KringStressOptions *how, float hold, gboolean few)
{
  const Keep *keep = &self->keep;
  KringStressOptions options = *how;

  for (guint v = 0; v < self->n; v++)
    if (!incremental_is_held (keep, v))
      self->anchor[v] = 0;
    else if (keep->graph->nodes[v].pinned)
      self->anchor[v] = INFINITY;
    else
      self->anchor[v] = few ? hold / (HOLD_NEAR + hypot (keep->x[v] - self->from_x[v],
                                                         keep->y[v] - self->from_y[v]))
                            : hold;
  options.warm = TRUE;
  options.anchor = self->anchor;
  options.anchor_x = self->from_x;
  options.anchor_y = self->from_y;
  return kring_stress_solve (keep->options->stress, &options, keep->x, keep->y);
}

static gboolean
loosen (Giving *self)
{
  KringStressOptions options = self->keep.options->solve;

  options.sweeps = HOLD_SWEEPS;
  for (double hold = HOLD_FIRST; hold > HOLD_LAST; hold *= HOLD_LOOSER)
    {
      if (incremental_measure (&self->keep) <= self->enough)
        return TRUE;
      if (!move_on (self, &options, hold, TRUE))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tighten (Giving *self)
{
  const Keep *keep = &self->keep;
  KringStressOptions options = keep->options->solve;
  double most = MAX (self->enough, incremental_measure (keep));

  options.sweeps = HOLD_SWEEPS;
  for (double hold = HOLD_LAST; hold < HOLD_TIGHT; hold /= HOLD_LOOSER)
    {
      copy_places (self, self->last_x, self->last_y, keep->x, keep->y);
      if (!move_on (self, &options, hold, TRUE))
        return FALSE;
      if (incremental_measure (keep) > most)
        {
          copy_places (self, keep->x, keep->y, self->last_x, self->last_y);
          return TRUE;
        }
    }
  return TRUE;
}

static void
incremental_put_pinned_back (Giving *self)
{
  Keep *keep = &self->keep;

  for (guint v = 0; v < self->n; v++)
    if (incremental_is_held (keep, v) && keep->graph->nodes[v].pinned)
      {
        keep->x[v] = self->from_x[v];
        keep->y[v] = self->from_y[v];
      }
}

/* Where a way begins, before all are drawn back to where they stood as far as stress allows. */
static gboolean
begin_way (Giving *self, guint way)
{
  Keep *keep = &self->keep;
  KringStressOptions options = keep->options->solve;

  options.seed += way;
  if (ways[way].cold)
    {
      if (!kring_stress_solve (keep->options->stress, &options, keep->x, keep->y))
        return FALSE;
      align_with_held (keep);
      incremental_put_pinned_back (self);
      return TRUE;
    }
  copy_places (self, keep->x, keep->y, self->from_x, self->from_y);
  options.first_step = ways[way].heat;
  options.sweeps = SETTLE_SWEEPS;
  return !(ways[way].heat > 0) || move_on (self, &options, ways[way].hold, FALSE);
}

static gboolean
incremental_try_way (Giving *self, guint way)
{
  const Keep *keep = &self->keep;
  double cost;

  if (!begin_way (self, way) || !loosen (self) || !tighten (self))
    return FALSE;
  cost = incremental_get_cost (self);
  if (cost < self->least)
    {
      self->least = cost;
      copy_places (self, self->best_x, self->best_y, keep->x, keep->y);
    }
  return TRUE;
}

static gboolean
try_ways (Giving *self)
{
  double way_work = WORK_WAY * self->n * self->n / 2;
  guint n_ways = CLAMP (WORK / way_work, 1, G_N_ELEMENTS (ways));

  self->least = incremental_get_cost (self);
  if (!(self->least > 0))
    return TRUE;
  for (guint way = 0; way < n_ways; way++)
    if (!incremental_try_way (self, way))
      return FALSE;
  copy_places (self, self->keep.x, self->keep.y, self->best_x, self->best_y);
  return TRUE;
}

static gboolean
give_way (const Keep *keep)
{
  const KringIncrementalOptions *known = keep->options;
  gboolean by_hand = !(incremental_measure (keep) < BY_HAND * known->least);
  KringStressOptions options = known->solve;
  Giving self;
  gboolean done;

  options.sweeps = BY_HAND_SWEEPS;
  giving_init (&self, keep, (known->readable ? ENOUGH_READABLE : ENOUGH) * known->least);
  done = by_hand ? move_on (&self, &options, BY_HAND_HOLD, FALSE) : try_ways (&self);
  giving_clear (&self);
  return done;
}

/* Free first, turned onto what is pinned, then pulled into place. */
static gboolean
pull_to_pinned (Keep *self)
{
  const KringGraph *graph = self->graph;
  KringStressOptions options = self->options->solve;
  g_autofree float *anchor = g_new0 (float, graph->n_nodes + 1);

  align_with_held (self);
  options.warm = TRUE;
  options.first_step = PINNED_STEP;
  options.anchor = anchor;
  for (guint v = 0; v < graph->n_nodes; v++)
    if (incremental_is_held (self, v))
      {
        anchor[v] = INFINITY;
        self->x[v] = get_held (self, v).x;
        self->y[v] = get_held (self, v).y;
      }
  return kring_stress_solve (self->options->stress, &options, self->x, self->y);
}

/**
 * kring_incremental_is_held:
 *
 * Returns: whether @node stands somewhere and has to stay there or near
 */
gboolean
kring_incremental_is_held (const KringIncrementalOptions *options, guint node)
{
  const KringGraphNode *known = &options->graph->nodes[node];

  return known->placed && (known->pinned || options->keep);
}

/**
 * kring_incremental_solve:
 * @x: (inout): a coordinate for every node; read if not everything that stands is kept: a drawing in
 *   which nothing is held
 * @y: (inout): the same
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_incremental_solve (const KringIncrementalOptions *options, float *x, float *y)
{
  const KringGraph *graph = options->graph;
  Keep self = { options, graph, x, y };
  g_autofree guint8 *standing = g_new0 (guint8, graph->n_nodes + 1);

  if (!options->keep)
    return pull_to_pinned (&self);
  for (guint v = 0; v < graph->n_nodes; v++)
    if (incremental_is_held (&self, v))
      {
        x[v] = graph->nodes[v].at.x / options->step;
        y[v] = graph->nodes[v].at.y / options->step;
        standing[v] = 1;
      }
  return settle_new_nodes (&self, standing) && give_way (&self);
}
