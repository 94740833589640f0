/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Single signs of the notation, drawn by the same code as the map: for the legend, and for choices
 * that are shown instead of named. Main thread only.
 */
#pragma once

#include "map/model/kring-choices.h"
#include "picture/marks/kring-sketch.h"

G_BEGIN_DECLS

typedef struct
{
  KringQuality quality;
  KringCertainty certainty;
  KringIntensity intensity;
  KringDirection direction;
} KringTieSample;

typedef struct
{
  KringSex sex;     /* of a person */
  const char *icon; /* (nullable) of a thing; NULL: a person */
  gboolean centre;
  gboolean deceased;
  gboolean identity_unknown;
  KringCertainty certainty; /* of the rim */
} KringNodeSample;

void kring_sample_draw_tie (KringSketch *sketch,
                            KringPoint start,
                            double width,
                            const KringTieSample *sample);
void kring_sample_draw_node (KringSketch *sketch,
                             KringPoint at,
                             double radius,
                             const KringNodeSample *sample);

G_END_DECLS
