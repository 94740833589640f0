/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inner loops of stress, over runs of pairs whose two ends are disjoint, so that eight pairs go
 * through a vector unit at once. One plain version and one for AVX2, chosen at run time.
 * Pure functions of their arguments; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Coordinates of the two ends of a run of pairs; the four arrays must not overlap. */
typedef struct
{
  float *xa;
  float *ya;
  float *xb;
  float *yb;
} KringPairs;

/* What majorisation adds up for every node. */
typedef struct
{
  float *x;
  float *y;
  float *weight;
} KringSums;

typedef struct
{
  double weighted; /* sum of w (length - d)^2 */
  double ratio;    /* sum of length / d */
  double square;   /* sum of (length / d)^2 */
} KringStressSum;

typedef struct
{
  /* One step of gradient descent for n pairs at distances d. */
  void (*descend) (KringPairs pairs, const float *d, guint n, float eta);
  /* Adds what each end pulls the other to. */
  void (*gather) (KringPairs pairs, KringSums a, KringSums b, const float *d, guint n);
  void (*measure) (KringPairs pairs, const float *d, guint n, KringStressSum *sum);
} KringStressKernel;

const KringStressKernel *kring_stress_kernel_get (gboolean plain);

G_END_DECLS
