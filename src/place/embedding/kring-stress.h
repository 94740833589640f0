/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stress: drawn distance follows distance in steps, for all pairs of a connected graph. Works in
 * steps, not map units. A solver belongs to one call on one thread; nothing global.
 */
#pragma once

#include "place/embedding/kring-distances.h"
#include "place/embedding/kring-stress-kernel.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 seed;
  guint iterations;      /* of gradient descent; 0: by size */
  double first_step;     /* of gradient descent, if warm; 0: none, majorisation alone */
  guint sweeps;          /* of majorisation; 0: by size */
  gboolean warm;         /* start from the coordinates given, and only refine */
  const float *anchor;   /* (nullable) per node: how strongly it keeps its place, 0: not at all,
                                infinity: pinned */
  const float *anchor_x; /* (nullable) the places that anchors keep; else the coordinates given */
  const float *anchor_y; /* (nullable) */
  gboolean plain;        /* no vector unit */
  GCancellable *cancellable; /* (nullable) looked at many times a second */
  void (*progress) (const float *x,
                    const float *y,
                    double fraction,
                    gpointer data); /* (nullable) */
  gpointer progress_data;
} KringStressOptions;

typedef struct _KringStress KringStress;

KringStress *kring_stress_new (KringAdjacency graph,
                               GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void kring_stress_free (KringStress *self);
gboolean
kring_stress_solve (KringStress *self, const KringStressOptions *options, float *x, float *y);
double kring_stress_measure (KringStress *self, const float *x, const float *y);
float kring_stress_get_distance (KringStress *self, guint a, guint b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringStress, kring_stress_free)

G_END_DECLS
