/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line that is walked by the distance along it: what ties are made of. Distances are in map units
 * and are kept between 0 and the length. A curve does not change. Any thread.
 */
#pragma once

#include "picture/marks/kring-shape.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *points;    /* (owned) (element-type KringPoint), at least two */
  GArray *distances; /* (owned) (element-type double), of each point from the start */
} KringCurve;

KringCurve *kring_curve_new_arc (KringPoint a, KringPoint b, double bend, double lean)
    G_GNUC_WARN_UNUSED_RESULT;
void kring_curve_free (KringCurve *self);

double kring_curve_get_length (const KringCurve *self);
KringPoint kring_curve_at (const KringCurve *self, double distance, KringPoint *direction);
KringCurve *
kring_curve_cut (const KringCurve *self, double from, double to) G_GNUC_WARN_UNUSED_RESULT;

KringPath *kring_curve_dup_path (const KringCurve *self) G_GNUC_WARN_UNUSED_RESULT;
KringPath *kring_curve_dup_beside (const KringCurve *self, double offset) G_GNUC_WARN_UNUSED_RESULT;
KringPath *kring_curve_dup_wave (const KringCurve *self,
                                 double amplitude,
                                 double wavelength,
                                 gboolean zigzag) G_GNUC_WARN_UNUSED_RESULT;

double kring_segment_inside (KringPoint a, KringPoint b, KringRect rect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringCurve, kring_curve_free)

G_END_DECLS
