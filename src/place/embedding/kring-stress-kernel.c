/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-stress-kernel.h"

#include <math.h>

/* The arrays of a run of pairs are disjoint; checking every two of ten at run time would not pay. */
#if defined(__clang__)
#define DISJOINT _Pragma ("clang loop vectorize(assume_safety)")
#else
#define DISJOINT _Pragma ("GCC ivdep")
#endif

/* Keeps two nodes on one point from dividing by nothing. */
#define TINY 1e-9f

#define INLINE static inline __attribute__ ((always_inline))

/*
 * Stochastic gradient descent on one pair (Zheng, Pawar, Goodman, "Graph drawing by stochastic
 * gradient descent", TVCG 25(9), 2019): with weight 1/d^2 and step eta, both ends move towards the
 * wanted distance by mu / 2 of what is missing, mu never above 1.
 */
INLINE void
descend (KringPairs pairs, const float *restrict d, guint n, float eta)
{
  float *restrict xa = pairs.xa, *restrict ya = pairs.ya;
  float *restrict xb = pairs.xb, *restrict yb = pairs.yb;

  DISJOINT
  for (guint i = 0; i < n; i++)
    {
      float dx = xa[i] - xb[i], dy = ya[i] - yb[i];
      float inverse = 1.0f / sqrtf (dx * dx + dy * dy + TINY);
      float mu = eta / (d[i] * d[i]);
      float r;

      mu = mu < 1.0f ? mu : 1.0f;
      r = 0.5f * mu * (1.0f - d[i] * inverse);
      xa[i] -= r * dx;
      ya[i] -= r * dy;
      xb[i] += r * dx;
      yb[i] += r * dy;
    }
}

/*
 * Majorisation (Gansner, Koren, North, "Graph drawing by stress majorization", GD 2004): each end
 * wants to stand at the wanted distance from the other, in the direction it has now.
 */
INLINE void
gather (KringPairs pairs, KringSums a, KringSums b, const float *restrict d, guint n)
{
  const float *restrict xa = pairs.xa, *restrict ya = pairs.ya;
  const float *restrict xb = pairs.xb, *restrict yb = pairs.yb;
  float *restrict ax = a.x, *restrict ay = a.y, *restrict aw = a.weight;
  float *restrict bx = b.x, *restrict by = b.y, *restrict bw = b.weight;

  DISJOINT
  for (guint i = 0; i < n; i++)
    {
      float dx = xa[i] - xb[i], dy = ya[i] - yb[i];
      float w = 1.0f / (d[i] * d[i]);
      float pull = w * d[i] / sqrtf (dx * dx + dy * dy + TINY);

      ax[i] += w * xb[i] + pull * dx;
      ay[i] += w * yb[i] + pull * dy;
      aw[i] += w;
      bx[i] += w * xa[i] - pull * dx;
      by[i] += w * ya[i] - pull * dy;
      bw[i] += w;
    }
}

INLINE void
measure (KringPairs pairs, const float *restrict d, guint n, KringStressSum *sum)
{
  float weighted = 0, ratios = 0, squares = 0;

  DISJOINT
  for (guint i = 0; i < n; i++)
    {
      float dx = pairs.xa[i] - pairs.xb[i], dy = pairs.ya[i] - pairs.yb[i];
      float ratio = sqrtf (dx * dx + dy * dy) / d[i];

      weighted += (ratio - 1.0f) * (ratio - 1.0f);
      ratios += ratio;
      squares += ratio * ratio;
    }
  sum->weighted += weighted;
  sum->ratio += ratios;
  sum->square += squares;
}

static void
descend_plain (KringPairs pairs, const float *d, guint n, float eta)
{
  descend (pairs, d, n, eta);
}

static void
gather_plain (KringPairs pairs, KringSums a, KringSums b, const float *d, guint n)
{
  gather (pairs, a, b, d, n);
}

static void
measure_plain (KringPairs pairs, const float *d, guint n, KringStressSum *sum)
{
  measure (pairs, d, n, sum);
}

static const KringStressKernel plain_kernel = { descend_plain, gather_plain, measure_plain };

#if defined(__x86_64__)
#define AVX2 __attribute__ ((target ("avx2,fma")))

AVX2 static void
descend_avx2 (KringPairs pairs, const float *d, guint n, float eta)
{
  descend (pairs, d, n, eta);
}

AVX2 static void
gather_avx2 (KringPairs pairs, KringSums a, KringSums b, const float *d, guint n)
{
  gather (pairs, a, b, d, n);
}

AVX2 static void
measure_avx2 (KringPairs pairs, const float *d, guint n, KringStressSum *sum)
{
  measure (pairs, d, n, sum);
}

static const KringStressKernel avx2_kernel = { descend_avx2, gather_avx2, measure_avx2 };
#endif

/**
 * kring_stress_kernel_get:
 * @plain: whether to take the plain version whatever the machine can do
 *
 * Returns: (transfer none): the fastest version for this machine
 */
const KringStressKernel *
kring_stress_kernel_get (gboolean plain)
{
#if defined(__x86_64__)
  if (!plain && __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma"))
    return &avx2_kernel;
#endif
  return &plain_kernel;
}
