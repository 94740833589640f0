/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which ring everybody stands in: 0 is the one in the middle, KRING_LAYOUT_BANDS is outside all rings.
 * Pure function; any thread.
 */
#pragma once

#include "map/base/kring-graph.h"

G_BEGIN_DECLS

void kring_levels_find_exact (const KringGraph *graph, guint root, guint *levels);
void kring_levels_find (const KringGraph *graph, guint root, guint *levels);

G_END_DECLS
