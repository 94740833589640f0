/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ties that keep clear of people: a tie that runs behind somebody reads as theirs. Which bend passes
 * everybody, from where people stand and nothing else. One call, one thread.
 */
#pragma once

#include "map/base/kring-geometry.h"

G_BEGIN_DECLS

/* A tie nearer than this to somebody's middle reads as theirs; one that bends keeps further off. */
#define KRING_CLEARANCE 25.0
#define KRING_CLEARANCE_BENT 28.0

/* How far a tie lies to the right of the straight way, in map units: at the part t of the way
 * 4 t (1 - t) (out + lean (2 t - 1)). Without lean it is an arc that lies furthest out in its middle; one that
 * leans does so nearer to one end, or on one side first and then on the other. */
typedef struct
{
  double out, lean;
} KringBend;

/* Everybody who stands on a drawing. */
typedef struct _KringClearance KringClearance;

KringClearance *kring_clearance_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_clearance_free (KringClearance *self);
guint kring_clearance_get_n_looks (KringClearance *self);
void kring_clearance_add (KringClearance *self, KringPoint at, double wider);
double
kring_clearance_find_bend (KringClearance *self, KringPoint a, KringPoint b, const GArray *bends);

KringBend
kring_clearance_find_way (KringClearance *self, KringPoint a, KringPoint b, const GArray *bends);

double kring_clearance_get_widest (KringClearance *self);
guint kring_clearance_get_n_ways (KringClearance *self);
void kring_clearance_add_moved (KringClearance *self, KringPoint at);
gboolean kring_clearance_is_disturbed (KringClearance *self,
                                       KringPoint a,
                                       KringPoint b,
                                       const GArray *bends);

double kring_bend_at (KringBend bend, double t);
double kring_clearance_of_arc (KringPoint a, KringPoint b, double bend, KringPoint point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringClearance, kring_clearance_free)

G_END_DECLS
