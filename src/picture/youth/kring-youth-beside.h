/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The young person's rings laid beside those of the professionals: on the map a ghost on the ring
 * that was chosen, with a thin line to where the professionals have them, and a second rim where
 * both say the same. A comparison, not a judgement: nothing is counted. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"
#include "picture/marks/kring-shape.h"
#include "picture/marks/kring-text-measurer.h"

G_BEGIN_DECLS

GPtrArray *kring_youth_dup_beside (KringMap *map,
                                   const KringTextMeasurer *measurer) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_youth_has_rings (KringMap *map);
double kring_youth_add_legend (GPtrArray *shapes, const KringTextMeasurer *measurer, double top);

G_END_DECLS
