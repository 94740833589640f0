/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The frozen graph of a map: what stands on it as nodes, ties and references as edges. Boxes are
 * left empty; who knows how large things are drawn fills them in. Main thread; the result is for any.
 */
#pragma once

#include "map/base/kring-graph.h"
#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_MAP_GRAPH_ALL = 0,
  KRING_MAP_GRAPH_NO_REFUTED = 1 << 0, /* refuted ties and items join nothing */
} KringMapGraphFlags;

KringGraphBuilder *kring_map_graph_build (KringMap *map,
                                          KringMapGraphFlags flags) G_GNUC_WARN_UNUSED_RESULT;
KringGraph *kring_map_dup_graph (KringMap *map, KringMapGraphFlags flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
