/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A map as it will be seen: a flat array of shapes in paint order. Painting walks it forwards, hit
 * testing walks the same array backwards, through a spatial index. It reads the map and never
 * writes it. Main thread only; a scene whose map no longer changes may be painted on any one thread.
 */
#pragma once

#include "map/base/kring-graph.h"
#include "map/base/kring-label-set.h"
#include "map/model/kring-map.h"
#include "picture/marks/kring-shape.h"
#include "picture/marks/kring-text-measurer.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean complete_labels; /* as many lines as it takes: exports; else at most two and "…" */
  gboolean tie_icons;       /* a symbol before the kind of a tie, whatever the case says */
  double label_scale;       /* of names and labels; 1, or 1.15 in presentations */
  gboolean pins;            /* a small sign on what is pinned: screens only */
  gboolean listed;          /* lists follow, with all that a long label has no room for */
} KringSceneOptions;

#define KRING_SCENE_OPTIONS_SCREEN ((KringSceneOptions){ FALSE, FALSE, 1.0, TRUE, FALSE })
#define KRING_SCENE_OPTIONS_EXPORT ((KringSceneOptions){ TRUE, FALSE, 1.0, FALSE, FALSE })

typedef struct
{
  const char *id; /* interned id of the item */
  KringComponent part;
  gboolean on_rim; /* of a person or thing: close to the outline, where a tie is drawn from */
} KringHit;

/* How things stand out on a screen; never in exports. Sets of interned ids and ids, all nullable;
 * nothing of it is owned. */
typedef struct
{
  GHashTable *selected;
  GHashTable *faded;
  const char *hovered;
  const char *focused;     /* by the keyboard */
  const char *drop_target; /* what would be tied to */
  const char *rim_handle;  /* item whose rim handle is shown */
  KringPoint rim_point;    /* where on the rim */
} KringEmphasis;

#define KRING_TYPE_SCENE (kring_scene_get_type ())
G_DECLARE_FINAL_TYPE (KringScene, kring_scene, KRING, SCENE, GObject)

KringScene *kring_scene_new (KringMap *map,
                             const KringSceneOptions *options,
                             const KringTextMeasurer *measurer) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_scene_get_map (KringScene *self);
void kring_scene_set_options (KringScene *self, const KringSceneOptions *options);

/* On a screen, words have a smallest size whatever the zoom; what then has no room gives way. */
double kring_scene_get_word_scale (KringScene *self, double zoom, double text_scale);
gboolean kring_scene_set_word_scale (KringScene *self, double scale);
gboolean kring_scene_set_sign_scale (KringScene *self, double scale);
KringRect kring_scene_get_people_bounds (KringScene *self, double word_scale);
guint kring_scene_get_n_places (KringScene *self);
GArray *kring_scene_dup_people_boxes (KringScene *self,
                                      double word_scale) G_GNUC_WARN_UNUSED_RESULT;
void kring_scene_add_hidden_words (KringScene *self, const char *id, GPtrArray *shapes);
gboolean kring_scene_hit_words (KringScene *self, const char *id, KringPoint point, KringHit *hit);

KringRect kring_scene_apply (KringScene *self, GPtrArray *changes);
void kring_scene_rebuild (KringScene *self);

GPtrArray *kring_scene_get_shapes (KringScene *self);
GPtrArray *kring_scene_dup_visible (KringScene *self, KringRect area) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_scene_dup_emphasis (KringScene *self,
                                     const KringEmphasis *emphasis) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *kring_scene_dup_signs (KringScene *self, GPtrArray *over) G_GNUC_WARN_UNUSED_RESULT;

KringRect kring_scene_get_bounds (KringScene *self);
gboolean kring_scene_get_item_bounds (KringScene *self, const char *id, KringRect *bounds);
gboolean
kring_scene_get_label_box (KringScene *self, const char *id, KringSeat seat, KringRect *box);
gboolean kring_scene_hit (KringScene *self, KringPoint point, double reach, KringHit *hit);
GPtrArray *kring_scene_dup_inside (KringScene *self, KringRect area) G_GNUC_WARN_UNUSED_RESULT;
KringColour kring_scene_get_ground (KringScene *self, KringPoint point);
KringRing kring_scene_get_ring_at (KringScene *self, KringPoint point);
KringPoint kring_scene_get_ring_axes (KringScene *self, guint ring);
double kring_scene_get_ring_size (KringScene *self, guint ring);
void kring_scene_fill_boxes (KringScene *self, KringGraphBuilder *builder);
KringLabelSet *kring_scene_dup_labels (KringScene *self) G_GNUC_WARN_UNUSED_RESULT;

/* A drag under way: what moves is left out of the array and drawn by itself, without a command. */
void kring_scene_begin_moving (KringScene *self, GPtrArray *ids);
GPtrArray *
kring_scene_dup_moving (KringScene *self, double dx, double dy) G_GNUC_WARN_UNUSED_RESULT;
void kring_scene_end_moving (KringScene *self);

/* Everything on its way from where it was seen to its place at once; ends like a drag. */
typedef struct _KringSight KringSight;

KringSight *kring_sight_new (GHashTable *places) G_GNUC_WARN_UNUSED_RESULT;
KringSight *kring_scene_dup_sight (KringScene *self,
                                   const KringSight *from,
                                   double part) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_sight_is_of (const KringSight *self, KringScene *scene);
void kring_sight_free (KringSight *self);
void kring_scene_begin_gliding (KringScene *self);
GPtrArray *kring_scene_dup_gliding (KringScene *self,
                                    const KringSight *from,
                                    double part) G_GNUC_WARN_UNUSED_RESULT;

/* What the drawing says in part, or not at all, for want of room. */
typedef struct
{
  KringItem *item; /* (owned) */
  char *text;      /* (owned): all of it */
} KringCutWords;

double kring_scene_get_smallest_name (KringScene *self);
GPtrArray *kring_scene_dup_cut_words (KringScene *self) G_GNUC_WARN_UNUSED_RESULT;

char *kring_scene_to_text (KringScene *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringSight, kring_sight_free)

G_END_DECLS
