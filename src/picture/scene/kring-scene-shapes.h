/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The shapes of a scene in paint order, by place: what is to be painted, and what is hit. Owned by a
 * scene; main thread only.
 */
#pragma once

#include "map/base/kring-grid.h"
#include "picture/scene/kring-scene-items.h"

G_BEGIN_DECLS

typedef struct _KringSceneShapes KringSceneShapes;

KringSceneShapes *kring_scene_get_shape_index (KringScene *scene);

KringSceneShapes *kring_scene_shapes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_scene_shapes_free (KringSceneShapes *self);
void kring_scene_shapes_clear (KringSceneShapes *self);
void kring_scene_shapes_add (KringSceneShapes *self, GPtrArray *shapes);
guint kring_scene_get_n_looks (KringScene *scene);
KringShape *
kring_scene_find_shape (KringScene *scene, KringPoint point, double reach, double margin);
double kring_path_get_distance (const KringPath *path, KringPoint point);

G_END_DECLS
