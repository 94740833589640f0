/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a scene is made of, for the parts that look at it: words, motion, hit test and labels. Only the
 * scene itself changes it.
 */
#pragma once

#include "picture/scene/kring-hull.h"
#include "picture/scene/kring-scene.h"
#include "picture/scene/kring-tie.h"

G_BEGIN_DECLS

typedef struct
{
  KringMap *map; /* (owned) */
  KringSceneOptions options;
  KringTextMeasurer measurer;
  KringGround ground;

  GHashTable *nodes;     /* (owned) (element-type utf8 KringNode) */
  GHashTable *ties;      /* (owned) (element-type utf8 KringTie) */
  GHashTable *hulls;     /* (owned) (element-type utf8 KringHull) */
  GPtrArray *node_order; /* (owned) (element-type KringNode), as in the map */
  GPtrArray *tie_order;  /* (owned) (element-type KringTie), as in the map */
  GPtrArray *hull_order; /* (owned) (element-type KringHull), as in the map */
  guint n_looks;         /* how often a tie or a label was looked at anew */
} KringSceneItems;

const KringSceneItems *kring_scene_get_items (KringScene *self);
KringNode *kring_scene_get_node (KringScene *self, const char *id);
void kring_scene_assemble (KringScene *self);
void kring_scene_fill_words (KringScene *self, KringGraphBuilder *builder);

G_END_DECLS
