/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-stress.h"

#include "place/embedding/kring-pivot.h"

#include <string.h>

/* Pairs handled at once: their distances are widened to floats here, inside the first cache. */
#define CHUNK 1024

/* The last step size is this part of the weight of neighbours. Zheng et al., section 2.1, take half of
 * it; with so few iterations this ends lower. */
#define LAST_STEP 0.2

/* The first one is this part of the weight of the farthest: the start is good already, and the full
 * step would throw it away. */
#define FIRST_STEP 0.1

#define ITERATIONS 12
#define SWEEPS 1

/*
 * Nodes are shuffled once, so that a diagonal is a random set of pairs: shuffling diagonals instead
 * of pairs then costs nothing in quality and keeps memory streaming.
 */
struct _KringStress
{
  guint n;
  guint *place;              /* (owned) inner number of every node */
  KringDistances *distances; /* (owned) by inner number */
  float *x, *y;              /* (owned) by inner number, during a solve */
  GCancellable *cancellable; /* (owned) (nullable) */
};

typedef enum
{
  PASS_DESCEND,
  PASS_GATHER,
  PASS_MEASURE,
} PassType;

typedef struct
{
  PassType type;
  const KringStressKernel *kernel;
  float eta;
  KringSums sums;
  KringStressSum total;
} Pass;

static guint *
shuffled (guint n, GRand *rand)
{
  guint *numbers = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    numbers[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint j = g_rand_int_range (rand, 0, i);
      guint swap = numbers[i - 1];

      numbers[i - 1] = numbers[j];
      numbers[j] = swap;
    }
  return numbers;
}

/* The graph with its nodes renamed. */
static KringDistances *
shuffled_distances (KringAdjacency graph, const guint *place, GCancellable *cancellable)
{
  g_autofree guint *first = g_new (guint, graph.n + 1);
  g_autofree guint *neighbours = g_new (guint, graph.first[graph.n] + 1);
  g_autofree float *lengths =
      graph.lengths != NULL ? g_new (float, graph.first[graph.n] + 1) : NULL;
  g_autofree guint *node_at = g_new (guint, graph.n + 1);
  guint out = 0;

  for (guint v = 0; v < graph.n; v++)
    node_at[place[v]] = v;
  for (guint p = 0; p < graph.n; p++)
    {
      guint v = node_at[p];

      first[p] = out;
      for (guint i = graph.first[v]; i < graph.first[v + 1]; i++)
        {
          if (lengths != NULL)
            lengths[out] = graph.lengths[i];
          neighbours[out++] = place[graph.neighbours[i]];
        }
    }
  first[graph.n] = out;
  return kring_distances_new ((KringAdjacency){ graph.n, first, neighbours, lengths }, cancellable);
}

/**
 * kring_stress_new: (constructor)
 * @graph: a connected graph
 * @cancellable: (nullable): looked at while distances are found, and in long steps afterwards
 *
 * Returns: (transfer full) (nullable): a solver, or %NULL if cancelled
 */
KringStress *
kring_stress_new (KringAdjacency graph, GCancellable *cancellable)
{
  g_autoptr (KringStress) self = g_new0 (KringStress, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (graph.n);

  self->n = graph.n;
  g_set_object (&self->cancellable, cancellable);
  self->place = shuffled (graph.n, rand);
  self->x = g_new0 (float, graph.n + 1);
  self->y = g_new0 (float, graph.n + 1);
  self->distances = shuffled_distances (graph, self->place, cancellable);
  return self->distances != NULL ? g_steal_pointer (&self) : NULL;
}

void
kring_stress_free (KringStress *self)
{
  g_clear_pointer (&self->distances, kring_distances_free);
  g_clear_object (&self->cancellable);
  g_free (self->place);
  g_free (self->x);
  g_free (self->y);
  g_free (self);
}

static void
stress_widen (const KringDistances *distances, gsize at, guint n, float *d)
{
  if (distances->wide != NULL)
    for (guint i = 0; i < n; i++)
      d[i] = distances->wide[at + i] * distances->unit;
  else
    for (guint i = 0; i < n; i++)
      d[i] = distances->narrow[at + i];
}

static KringSums
sums_at (KringSums sums, guint at)
{
  return (KringSums){ sums.x + at, sums.y + at, sums.weight + at };
}

static void
stress_run_pass (KringStress *self, Pass *pass, guint a, guint b, const float *d, guint n)
{
  KringPairs pairs = { self->x + a, self->y + a, self->x + b, self->y + b };

  switch (pass->type)
    {
    case PASS_DESCEND:
      pass->kernel->descend (pairs, d, n, pass->eta);
      break;
    case PASS_GATHER:
      pass->kernel->gather (pairs, sums_at (pass->sums, a), sums_at (pass->sums, b), d, n);
      break;
    case PASS_MEASURE:
      pass->kernel->measure (pairs, d, n, &pass->total);
      break;
    }
}

/*
 * Diagonal k holds the pairs (i, i + k mod n). Cut into runs of at most k (before the wrap) or n - k
 * (after it), no run names a node twice; while measuring, where nothing moves, it may:
 *
 *   i:  0 ......... n-k-1 | n-k ...... n-1
 *   j:  k ......... n-1   | 0 ........ k-1
 */
static void
run_diagonal (KringStress *self, Pass *pass, guint k)
{
  guint n = self->n;
  guint end = n % 2 == 0 && k == n / 2 ? k : n;
  gsize base = (gsize) (k - 1) * n;
  float d[CHUNK];

  for (guint i = 0; i < end;)
    {
      gboolean wrapped = i >= n - k;
      guint j = wrapped ? i - (n - k) : i + k;
      guint room = wrapped ? MIN (end - i, n - k) : MIN (end, n - k) - i;
      guint most = wrapped || pass->type == PASS_MEASURE ? CHUNK : MIN (k, CHUNK);
      guint count = MIN (room, most);

      stress_widen (self->distances, base + i, count, d);
      stress_run_pass (self, pass, i, j, d, count);
      i += count;
    }
}

static void
stress_hold (KringStress *self,
             const KringStressOptions *options,
             const float *ax,
             const float *ay,
             float eta)
{
  if (options->anchor == NULL)
    return;
  for (guint p = 0; p < self->n; p++)
    {
      float strength = options->anchor[p] * eta;
      float pull = strength < 1 ? strength : 1;

      if (pull > 0)
        {
          self->x[p] += pull * (ax[p] - self->x[p]);
          self->y[p] += pull * (ay[p] - self->y[p]);
        }
    }
}

static void
report (KringStress *self, const KringStressOptions *options, double fraction)
{
  g_autofree float *x = NULL, *y = NULL;

  if (options->progress == NULL)
    return;
  x = g_new (float, self->n + 1);
  y = g_new (float, self->n + 1);
  for (guint v = 0; v < self->n; v++)
    {
      x[v] = self->x[self->place[v]];
      y[v] = self->y[self->place[v]];
    }
  options->progress (x, y, fraction, options->progress_data);
}

static guint
count_iterations (KringStress *self, const KringStressOptions *options)
{
  if (options->iterations > 0)
    return options->iterations;
  return ITERATIONS;
}

static gboolean
descend (KringStress *self, const KringStressOptions *options, const float *ax, const float *ay)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (options->seed);
  guint iterations = count_iterations (self, options);
  double longest = self->distances->longest * self->distances->unit;
  double far = options->warm ? options->first_step : FIRST_STEP * longest * longest;
  double greatest = MAX (far, 1);
  double decay = log (LAST_STEP / greatest) / MAX (iterations - 1, 1);
  Pass pass = { PASS_DESCEND, kring_stress_kernel_get (options->plain), 0, { NULL }, { 0 } };

  for (guint t = 0; t < iterations; t++)
    {
      g_autofree guint *order = shuffled (self->distances->n_diagonals, rand);

      pass.eta = greatest * exp (decay * t);
      for (guint k = 0; k < self->distances->n_diagonals; k++)
        {
          if (g_cancellable_is_cancelled (options->cancellable))
            return FALSE;
          run_diagonal (self, &pass, order[k] + 1);
        }
      stress_hold (self, options, ax, ay, pass.eta);
      report (self, options, (t + 1.0) / (iterations + 1));
    }
  return TRUE;
}

static guint
count_sweeps (KringStress *self, const KringStressOptions *options)
{
  if (options->sweeps > 0)
    return options->sweeps;
  return SWEEPS;
}

static gboolean
majorise (KringStress *self, const KringStressOptions *options, const float *ax, const float *ay)
{
  guint sweeps = count_sweeps (self, options);
  g_autofree float *x = g_new (float, self->n + 1);
  g_autofree float *y = g_new (float, self->n + 1);
  g_autofree float *weight = g_new (float, self->n + 1);
  Pass pass = { PASS_GATHER, kring_stress_kernel_get (options->plain), 0, { x, y, weight }, { 0 } };

  for (guint t = 0; t < sweeps; t++)
    {
      memset (x, 0, self->n * sizeof (float));
      memset (y, 0, self->n * sizeof (float));
      memset (weight, 0, self->n * sizeof (float));
      for (guint k = 1; k <= self->distances->n_diagonals; k++)
        {
          if (g_cancellable_is_cancelled (options->cancellable))
            return FALSE;
          run_diagonal (self, &pass, k);
        }
      for (guint p = 0; p < self->n; p++)
        {
          float anchor = options->anchor != NULL ? options->anchor[p] : 0;

          if (!(anchor < G_MAXFLOAT) || !(weight[p] > 0))
            continue;
          anchor *= weight[p];
          self->x[p] = (x[p] + anchor * ax[p]) / (weight[p] + anchor);
          self->y[p] = (y[p] + anchor * ay[p]) / (weight[p] + anchor);
        }
    }
  return TRUE;
}

static KringStressSum
stress_measure (KringStress *self)
{
  Pass pass = { PASS_MEASURE, kring_stress_kernel_get (FALSE), 0, { NULL }, { 0 } };

  for (guint k = 1;
       k <= self->distances->n_diagonals && !g_cancellable_is_cancelled (self->cancellable); k++)
    run_diagonal (self, &pass, k);
  return pass.total;
}

static void
take_in (KringStress *self, const float *x, const float *y)
{
  for (guint v = 0; v < self->n; v++)
    {
      self->x[self->place[v]] = x[v];
      self->y[self->place[v]] = y[v];
    }
}

static void
give_out (KringStress *self, float *x, float *y)
{
  for (guint v = 0; v < self->n; v++)
    {
      x[v] = self->x[self->place[v]];
      y[v] = self->y[self->place[v]];
    }
}

/* Drawn as large as stress is least: the best factor is sum(r) / sum(r^2), r = length / distance. */
static void
rescale (KringStress *self)
{
  KringStressSum sum = stress_measure (self);
  float factor = sum.square > 0 ? sum.ratio / sum.square : 1;

  for (guint p = 0; p < self->n; p++)
    {
      self->x[p] *= factor;
      self->y[p] *= factor;
    }
}

/**
 * kring_stress_solve:
 * @x: (inout): a coordinate for every node, in steps; read if warm or anchored
 * @y: (inout): the same
 *
 * PivotMDS start, gradient descent, a few sweeps of majorisation. The same options give the same
 * bytes on the same machine.
 *
 * Returns: %FALSE if cancelled; then @x and @y are as they were
 */
gboolean
kring_stress_solve (KringStress *self, const KringStressOptions *options, float *x, float *y)
{
  g_autofree float *ax = g_new0 (float, self->n + 1);
  g_autofree float *ay = g_new0 (float, self->n + 1);
  g_autofree float *anchor = g_new0 (float, self->n + 1);
  KringStressOptions inner = *options;

  if (self->n < 2)
    return !g_cancellable_is_cancelled (options->cancellable);
  take_in (self, options->anchor_x != NULL ? options->anchor_x : x,
           options->anchor_y != NULL ? options->anchor_y : y);
  memcpy (ax, self->x, self->n * sizeof (float));
  memcpy (ay, self->y, self->n * sizeof (float));
  take_in (self, x, y);
  if (options->anchor != NULL)
    {
      for (guint v = 0; v < self->n; v++)
        anchor[self->place[v]] = options->anchor[v];
      inner.anchor = anchor;
    }
  if (!options->warm)
    {
      kring_pivot_start (self->distances, options->seed, self->cancellable, self->x, self->y);
      rescale (self);
    }
  if ((!options->warm || options->first_step > 0) && !descend (self, &inner, ax, ay))
    return FALSE;
  if (!majorise (self, &inner, ax, ay))
    return FALSE;
  if (options->anchor == NULL)
    rescale (self);
  give_out (self, x, y);
  for (guint v = 0; options->anchor != NULL && v < self->n; v++)
    if (!(options->anchor[v] < G_MAXFLOAT))
      {
        x[v] = ax[self->place[v]];
        y[v] = ay[self->place[v]];
      }
  return TRUE;
}

/**
 * kring_stress_measure:
 *
 * Returns: the mean over all pairs of (s length / distance - 1)^2, with the scale s at which it is
 *   least
 */
double
kring_stress_measure (KringStress *self, const float *x, const float *y)
{
  double pairs = (double) self->n * (self->n - 1) / 2;
  KringStressSum sum;

  if (self->n < 2)
    return 0;
  take_in (self, x, y);
  sum = stress_measure (self);
  return sum.square > 0 ? 1 - sum.ratio * sum.ratio / (sum.square * pairs) : 1;
}

/**
 * kring_stress_get_distance:
 *
 * Returns: the length of the shortest way between the two, in steps: how many ties it takes, where all
 *   are of one length
 */
float
kring_stress_get_distance (KringStress *self, guint a, guint b)
{
  return kring_distances_get (self->distances, self->place[a], self->place[b]) *
         self->distances->unit;
}
