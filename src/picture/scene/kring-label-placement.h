/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where labels stand and which way parallel ties bend: everything in a drawing that depends on its
 * neighbours. A pure function of the nodes and ties, in their order; what did not change and has no
 * changed neighbours keeps its course and place. Tells by flags which nodes and ties must be drawn again. Main thread only.
 */
#pragma once

#include "map/base/kring-grid.h"
#include "picture/marks/kring-ground.h"
#include "picture/scene/kring-tie.h"

G_BEGIN_DECLS

KringGrid *kring_label_placement_new_touched (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_label_placement_touch_node (KringGrid *touched, const KringNode *node);
void kring_label_placement_touch_tie (KringGrid *touched, KringTie *tie);
void kring_label_placement_run (GPtrArray *nodes,
                                GPtrArray *ties,
                                const KringGround *ground,
                                KringGrid *touched);

G_END_DECLS
