/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of a scene is dragged, or on its way from old places to new ones, and how it is drawn
 * meanwhile. Owned by a scene; main thread only.
 */
#pragma once

#include "picture/scene/kring-scene-words.h"

G_BEGIN_DECLS

typedef struct _KringSceneMotion KringSceneMotion;

KringSceneMotion *kring_scene_get_motion (KringScene *scene);

KringSceneMotion *kring_scene_motion_new (const KringSceneItems *items,
                                          KringSceneWords *words) G_GNUC_WARN_UNUSED_RESULT;
void kring_scene_motion_free (KringSceneMotion *self);
gboolean kring_scene_motion_is_gliding (KringSceneMotion *self);
gboolean kring_scene_motion_has_node (KringSceneMotion *self, const KringNode *node);
gboolean kring_scene_motion_has_tie (KringSceneMotion *self, const KringTie *tie);
gboolean kring_scene_motion_has_hull (KringSceneMotion *self, const char *id);
GArray *kring_scene_motion_dup_boxes (KringSceneMotion *self,
                                      KringItem *group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
