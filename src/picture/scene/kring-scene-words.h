/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which words of a scene are seen where they are larger than they are drawn, and what gave way. Owned
 * by a scene; main thread only.
 */
#pragma once

#include "picture/scene/kring-scene-items.h"

G_BEGIN_DECLS

/* The words of one item on a screen, where they are drawn larger than life. */
typedef struct
{
  GPtrArray *all;  /* (owned) (element-type KringShape): all of them */
  GPtrArray *seen; /* (owned) (element-type KringShape): those there is room for */
  GPtrArray *body; /* (owned) (nullable) (element-type KringShape): of a note, a group or the rings,
                      which are drawn larger with their words */
  KringRect box;   /* of what is seen */
  KringSeat seat;  /* of a name that is seen */
} KringWords;

/* The rings among the words: no item has this id. */
#define KRING_WORDS_RINGS ""

typedef struct _KringSceneWords KringSceneWords;

KringSceneWords *kring_scene_get_words (KringScene *scene);

KringSceneWords *kring_scene_words_new (const KringSceneItems *items) G_GNUC_WARN_UNUSED_RESULT;
void kring_scene_words_free (KringSceneWords *self);
void kring_scene_words_forget (KringSceneWords *self);
KringRect kring_scene_words_update (KringSceneWords *self, KringRect dirty);
void kring_scene_words_set_sizes (KringSceneWords *self, KringNode *node);
void kring_scene_words_begin_ground (KringSceneWords *self);
GPtrArray *kring_scene_words_dup_ground (KringSceneWords *self,
                                         const char *id,
                                         GPtrArray *drawn) G_GNUC_WARN_UNUSED_RESULT;
void kring_scene_words_add_grown (GPtrArray *shapes, double scale, GPtrArray *grown);
GPtrArray *kring_scene_words_get_seen (KringSceneWords *self, const char *id, GPtrArray *drawn);
GPtrArray *kring_scene_words_get_body (KringSceneWords *self, const char *id, GPtrArray *drawn);
GPtrArray *kring_scene_words_get_all (KringSceneWords *self, const char *id, GPtrArray *drawn);

G_END_DECLS
