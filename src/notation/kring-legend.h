/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The legend: exactly the signs that a map uses, with their meaning, as shapes made by the same
 * code as the map. On screen a card of one column, in exports several columns under the map.
 */
#pragma once

#include "core/kring-map.h"
#include "scene/kring-shape.h"
#include "scene/kring-text-measurer.h"

G_BEGIN_DECLS

GPtrArray *kring_legend_dup_shapes (KringMap *map,
                                    const KringTextMeasurer *measurer,
                                    double width,
                                    guint columns,
                                    double *height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
