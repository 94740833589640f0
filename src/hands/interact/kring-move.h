/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moving things by hand, with pointer or arrows: which things go along, and the one step that
 * results. Persons that come to stand in another ring get that ring in the same step.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "picture/scene/kring-scene.h"

G_BEGIN_DECLS

GPtrArray *kring_move_dup_ids (KringMap *map, GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_move_dup_neighbours (KringMap *map,
                                   GPtrArray *moving,
                                   KringRect visible) G_GNUC_WARN_UNUSED_RESULT;
KringRect kring_move_get_reach (KringScene *scene, GPtrArray *ids);
void kring_move_apply (KringSession *session,
                       KringScene *scene,
                       GPtrArray *ids,
                       double dx,
                       double dy,
                       const char *key);

G_END_DECLS
