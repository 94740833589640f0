/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where labels stand and which way parallel ties bend: everything in a drawing that depends on its
 * neighbours. A pure function of the nodes and ties, in their order; what did not change keeps its
 * course. Tells by flags which nodes and ties must be drawn again. Main thread only.
 */
#pragma once

#include "scene/kring-ground.h"
#include "scene/kring-tie.h"

G_BEGIN_DECLS

void kring_placement_run (GPtrArray *nodes, GPtrArray *ties, const KringGround *ground);

G_END_DECLS
