/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bands between rings, and how large the rings must be for those who stand in them. Plain data,
 * owned by a layout; one thread.
 *
 *        outer 3 .-----------.        a node of band 2 stays between outer 1 and outer 2,
 *      outer 2 .-'---------.  '.      far enough from both for its own circle
 *    outer 1 .-'-------.    '.  :
 *           (   root    )    :  :
 */
#pragma once

#include "place/layout/kring-layout.h"

G_BEGIN_DECLS

/* What a node needs towards the borders of its band, in map units. */
#define KRING_BANDS_RIM 28.0

typedef struct
{
  KringPoint usual[KRING_LAYOUT_BANDS]; /* half axes of the rings in their usual size */
  double sizes[KRING_LAYOUT_BANDS];     /* times which each ring is drawn larger */
} KringBands;

void kring_bands_fit (KringBands *self, const KringGraph *graph, const guint *levels, double gap);
void
kring_bands_fit_evenly (KringBands *self, const KringGraph *graph, const guint *levels, double gap);
void kring_bands_keep (KringBands *self, const double *sizes);
void kring_bands_grow (KringBands *self, double factor);
void kring_bands_find_borders (
    const KringBands *self, guint level, KringPoint way, double *low, double *high);

G_END_DECLS
