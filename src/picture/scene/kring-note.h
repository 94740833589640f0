/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A note: a sheet with a folded corner, a title and the text. Its position is its middle. It has a
 * largest size, or one long note would make all else on paper small; what it says beyond that stands
 * on the lists after the map, and in the inspector.
 * Main thread only.
 */
#pragma once

#include "picture/scene/kring-node-label.h"

G_BEGIN_DECLS

KringRect kring_note_measure (const KringNode *node, const KringTextMeasurer *measurer);
gboolean kring_note_is_cut (const KringNode *node, const KringTextMeasurer *measurer);
void kring_note_draw (const KringNode *node, KringSketch *sketch);

G_END_DECLS
