/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The legend: exactly the signs that a map uses, with their meaning, as shapes made by the same
 * code as the map. On screen a card of one column, in exports several columns under the map, or one
 * beside it.
 */
#pragma once

#include "map/model/kring-map.h"
#include "picture/marks/kring-shape.h"
#include "picture/marks/kring-text-measurer.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_LEGEND_COLUMN, /* one column on a screen */
  KRING_LEGEND_BELOW,  /* as many columns as there is room for */
  KRING_LEGEND_BESIDE, /* one column on paper */
} KringLegendForm;

typedef struct
{
  const KringTextMeasurer *measurer; /* (not owned) */
  KringLegendForm form;
  double width;        /* how wide it may be, in map units */
  gboolean colourless; /* colours cannot be told apart: none is named */
} KringLegendSetup;

GPtrArray *kring_legend_dup_shapes (KringMap *map,
                                    const KringLegendSetup *setup,
                                    double *height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
