/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A person, a thing or a note as it stands on the drawing: its form, size, marks and label. Filled
 * from the item; only the seat of the label is decided later, by kring-placement. Owned by the
 * scene. Main thread only.
 */
#pragma once

#include "map/model/kring-record-counts.h"
#include "picture/marks/kring-badge.h"
#include "picture/marks/kring-sketch.h"
#include "picture/scene/kring-node-label.h"
#include "picture/scene/kring-scene.h"

G_BEGIN_DECLS

#define KRING_NODE_N_SEATS 8

typedef enum
{
  KRING_FORM_CIRCLE,  /* women and girls */
  KRING_FORM_SQUARE,  /* men and boys */
  KRING_FORM_DIAMOND, /* others and unknown */
  KRING_FORM_TILE,    /* things */
  KRING_FORM_NOTE,
} KringForm;

struct _KringNode
{
  const char *id;  /* interned */
  KringItem *item; /* (owned) */
  KringPoint at;   /* the middle */
  KringForm form;
  double radius;
  KringRect paper; /* of a note */
  gboolean centre;
  gboolean deceased;
  gboolean identity_unknown;
  KringCertainty certainty;
  const char *icon; /* (nullable) of things, and of persons whose age is not known */
  char *age;        /* (owned) (nullable) */

  KringParty party;
  KringLock lock;
  gboolean pinned;  /* and shown to be */
  gboolean listed;  /* what has no room here stands on a list */
  gboolean printed; /* on paper */
  KringRecordCounts known;

  double sign_scale;     /* how much larger than drawn marks are seen; 0 as 1 */
  double age_scale;      /* and what stands inside, as far as there is room */
  KringRect plain_marks; /* of the marks as they are drawn on paper */

  KringNodeLabel label;
  KringColour ground;     /* under the label */
  gboolean fresh;         /* never drawn yet */
  gboolean label_changed; /* must be drawn again */

  GPtrArray *body_shapes;  /* (owned) (element-type KringShape) */
  GPtrArray *badge_shapes; /* (owned) (element-type KringShape) */
  GPtrArray *label_shapes; /* (owned) (element-type KringShape) */
};

KringNode *kring_node_new (KringMap *map,
                           KringItem *item,
                           KringRecordCounts known,
                           const KringSceneOptions *options,
                           const KringTextMeasurer *measurer) G_GNUC_WARN_UNUSED_RESULT;
void kring_node_free (KringNode *self);

gboolean kring_node_contains (const KringNode *self, KringPoint point, double pad);
KringPath *kring_node_dup_outline (const KringNode *self, double grow) G_GNUC_WARN_UNUSED_RESULT;
KringRect kring_node_get_box (const KringNode *self);
guint kring_node_get_seats (const KringNode *self,
                            double sign_scale,
                            KringPoint seats[KRING_NODE_N_SEATS]);

double kring_node_get_aside (const KringNode *self);
void kring_node_draw (KringNode *self, const KringTextMeasurer *measurer);

G_END_DECLS
