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

/* What changed since the last run. */
typedef struct
{
  GArray *standers; /* (owned) (element-type KringStander): who went, and in the end who came too;
                       not who stands where they stood */
  KringGrid *grid;  /* (owned) where something went or came that labels kept clear of */
} KringTouched;

KringTouched *kring_touched_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_touched_free (KringTouched *self);
void kring_touched_add_node (KringTouched *self, const KringNode *node);
void kring_touched_add_tie (KringTouched *self, KringTie *tie);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringTouched, kring_touched_free)

guint kring_label_placement_run (GPtrArray *nodes,
                                 GPtrArray *ties,
                                 const KringGround *ground,
                                 KringTouched *touched);

G_END_DECLS
