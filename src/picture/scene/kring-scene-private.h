/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a scene is made of, for the files of this room that look at it: hit testing, emphasis,
 * drags and the text form.
 */
#pragma once

#include "map/base/kring-graph.h"
#include "map/base/kring-grid.h"
#include "picture/scene/kring-hull.h"
#include "picture/scene/kring-scene.h"
#include "picture/scene/kring-tie.h"

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

struct _KringScene
{
  GObject parent_instance;

  KringMap *map; /* (owned) */
  KringSceneOptions options;
  KringTextMeasurer measurer;
  KringGround ground;

  GHashTable *known;     /* (owned) (element-type utf8 KringRecordCounts) */
  GHashTable *nodes;     /* (owned) (element-type utf8 KringNode) */
  GHashTable *ties;      /* (owned) (element-type utf8 KringTie) */
  GHashTable *hulls;     /* (owned) (element-type utf8 KringHull) */
  GPtrArray *node_order; /* (owned) (element-type KringNode), as in the map */
  GPtrArray *tie_order;  /* (owned) (element-type KringTie), as in the map */
  GPtrArray *hull_order; /* (owned) (element-type KringHull), as in the map */
  GPtrArray *rings;      /* (owned) (element-type KringShape) */

  GPtrArray *shapes; /* (owned) (element-type KringShape), in paint order; borrows them */
  KringGrid *grid;   /* (owned) of the bounds of shapes, by the same index */
  KringRect bounds;

  GHashTable *moving; /* (owned) (nullable) (element-type utf8), interned ids under a drag */
  gboolean gliding;   /* all of them are on their way, groups too */

  GPtrArray *grown;  /* (owned) (element-type KringShape): names of rings and groups, likewise */
  double sign_scale; /* how much larger than drawn marks are seen; 1: as drawn */
  double word_scale; /* how much larger than drawn words are seen; 1: as drawn */
  GHashTable
      *words; /* (owned) (nullable) (element-type utf8 KringWords), where that is more than 1 */
  GHashTable *tried;  /* (owned) (nullable) likewise, as large as was asked for last */
  double tried_scale; /* so large */
  guint n_places;     /* how often places were found for all words that are larger than drawn */
};

/* The rings among the words: no item has this id. */
#define KRING_WORDS_RINGS ""

KringNode *kring_scene_get_node (KringScene *self, const char *id);
gboolean kring_scene_is_moving (KringScene *self, const KringTie *tie);
gboolean kring_scene_is_hull_moving (KringScene *self, const char *id);
GArray *kring_scene_dup_boxes (KringScene *self, KringItem *group) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *kring_scene_dup_words (KringScene *self, double scale) G_GNUC_WARN_UNUSED_RESULT;
void kring_scene_set_sizes (KringScene *self, KringNode *node);
GPtrArray *kring_scene_dup_ground (KringScene *self,
                                   const char *id,
                                   GPtrArray *drawn) G_GNUC_WARN_UNUSED_RESULT;
void kring_scene_add_grown (GPtrArray *shapes, double scale, GPtrArray *grown);
void kring_scene_assemble (KringScene *self);
GPtrArray *kring_scene_get_seen_words (KringScene *self, const char *id, GPtrArray *drawn);
GPtrArray *kring_scene_get_body (KringScene *self, const char *id, GPtrArray *drawn);
GPtrArray *kring_scene_get_all_words (KringScene *self, const char *id, GPtrArray *drawn);
void kring_scene_forget_tried (KringScene *self);
KringRect kring_scene_get_frame (KringScene *self, double word_scale);
KringRect kring_scene_update_words (KringScene *self, KringRect dirty);
void kring_scene_fill_words (KringScene *self, KringGraphBuilder *builder);

G_END_DECLS
