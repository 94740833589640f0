/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Graphs to test layouts with. Every node has a box of 120 x 40 and no place.
 */
#pragma once

#include "map/base/kring-graph.h"

typedef KringGraph *(*GraphMaker) (guint n, guint32 seed);

KringGraph *graph_empty (guint n, guint32 seed);
KringGraph *graph_path (guint n, guint32 seed);
KringGraph *graph_star (guint n, guint32 seed);
KringGraph *graph_complete (guint n, guint32 seed);
KringGraph *graph_tree (guint n, guint32 seed);
KringGraph *graph_random (guint n, guint32 seed);
KringGraph *graph_parts (guint n, guint32 seed);
KringGraph *graph_dense (guint n, guint32 seed);
KringGraph *graph_groups (guint n, guint32 seed);
KringGraph *graph_copy (const KringGraph *graph,
                        void (*change) (KringGraphNode *node, guint number, gpointer data),
                        gpointer data);
