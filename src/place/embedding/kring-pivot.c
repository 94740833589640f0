/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-pivot.h"

#include <string.h>

#define PIVOTS_MAX 50
#define PIVOTS_FEW 16
#define FEW_NODES 400
#define POWER_STEPS 20

/* Pivots far from each other: each next one is the node farthest from those before. */
static guint
choose_pivots (const KringDistances *distances,
               guint32 seed,
               GCancellable *cancellable,
               guint *pivots)
{
  guint n = distances->n, count = MIN (n, n <= FEW_NODES ? PIVOTS_FEW : PIVOTS_MAX);
  g_autofree guint *nearest = g_new (guint, n);
  guint next = seed % n;

  for (guint v = 0; v < n; v++)
    nearest[v] = G_MAXUINT;
  for (guint p = 0; p < count; p++)
    {
      guint far = 0;

      pivots[p] = next;
      for (guint v = 0; v < n && !g_cancellable_is_cancelled (cancellable); v++)
        {
          guint d = kring_distances_get (distances, pivots[p], v);

          nearest[v] = MIN (nearest[v], d);
          if (nearest[v] > nearest[far])
            far = v;
        }
      next = far;
    }
  return count;
}

/* Squared distances to the pivots, with the mean of every row and column taken out. */
static double *
centred (const KringDistances *distances, const guint *pivots, guint count)
{
  guint n = distances->n;
  double *c = g_new (double, (gsize) n *count);
  g_autofree double *column = g_new0 (double, count);
  double all = 0;

  for (guint v = 0; v < n; v++)
    for (guint p = 0; p < count; p++)
      {
        double d = kring_distances_get (distances, pivots[p], v) * (double) distances->unit;

        c[(gsize) v * count + p] = d * d;
        column[p] += d * d / n;
      }
  for (guint p = 0; p < count; p++)
    all += column[p] / count;
  for (guint v = 0; v < n; v++)
    {
      double row = 0;

      for (guint p = 0; p < count; p++)
        row += c[(gsize) v * count + p] / count;
      for (guint p = 0; p < count; p++)
        c[(gsize) v * count + p] = -0.5 * (c[(gsize) v * count + p] - row - column[p] + all);
    }
  return c;
}

static void
pivot_normalise (double *v, guint n)
{
  double length = 0;

  for (guint i = 0; i < n; i++)
    length += v[i] * v[i];
  length = sqrt (length);
  for (guint i = 0; i < n && length > 0; i++)
    v[i] /= length;
}

/* The strongest direction of the symmetric matrix b, at right angles to other, if given. */
static void
power_iteration (const double *b, guint count, const double *other, GRand *rand, double *v)
{
  g_autofree double *w = g_new (double, count);

  for (guint i = 0; i < count; i++)
    v[i] = g_rand_double_range (rand, -1, 1);
  for (guint step = 0; step < POWER_STEPS; step++)
    {
      double along = 0;

      for (guint i = 0; i < count; i++)
        {
          w[i] = 0;
          for (guint j = 0; j < count; j++)
            w[i] += b[i * count + j] * v[j];
        }
      for (guint i = 0; other != NULL && i < count; i++)
        along += other[i] * w[i];
      for (guint i = 0; i < count; i++)
        v[i] = other != NULL ? w[i] - along * other[i] : w[i];
      pivot_normalise (v, count);
    }
}

static double *
square (const double *c, guint n, guint count, GCancellable *cancellable)
{
  double *b = g_new0 (double, count *count);

  for (guint v = 0; v < n && !g_cancellable_is_cancelled (cancellable); v++)
    for (guint i = 0; i < count; i++)
      for (guint j = 0; j < count; j++)
        b[i * count + j] += c[(gsize) v * count + i] * c[(gsize) v * count + j];
  return b;
}

/**
 * kring_pivot_start:
 * @seed: which node is the first pivot, and how ties are broken
 * @cancellable: (nullable): ends the work with some coordinates
 * @x: (out caller-allocates): a coordinate for every node, in steps up to a factor
 * @y: (out caller-allocates): another for every node
 *
 * Classical scaling on the distances to at most 50 pivots (Brandes, Pich, "Eigensolver methods for
 * progressive multidimensional scaling of large data", GD 2006). A little noise keeps nodes with the
 * same distances apart.
 */
void
kring_pivot_start (
    const KringDistances *distances, guint32 seed, GCancellable *cancellable, float *x, float *y)
{
  guint pivots[PIVOTS_MAX];
  guint n = distances->n, count = choose_pivots (distances, seed, cancellable, pivots);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree double *c = centred (distances, pivots, count);
  g_autofree double *b = square (c, n, count, cancellable);
  double first[PIVOTS_MAX], second[PIVOTS_MAX];

  power_iteration (b, count, NULL, rand, first);
  power_iteration (b, count, first, rand, second);
  for (guint v = 0; v < n; v++)
    {
      double px = 0, py = 0;

      for (guint p = 0; p < count; p++)
        {
          px += c[(gsize) v * count + p] * first[p];
          py += c[(gsize) v * count + p] * second[p];
        }
      x[v] = px + g_rand_double_range (rand, -0.1, 0.1);
      y[v] = py + g_rand_double_range (rand, -0.1, 0.1);
    }
}
