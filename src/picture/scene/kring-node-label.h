/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The name and the lines under it: what they say, how they wrap, where they may stand. Two
 * wrappings are kept, as there is more room beside a node than above and below it.
 * Owned by its node. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"
#include "picture/marks/kring-sketch.h"
#include "picture/scene/kring-scene.h"

G_BEGIN_DECLS

typedef struct _KringNode KringNode;

typedef struct
{
  GPtrArray *lines; /* (owned) (element-type utf8) */
  guint n_names;    /* how many of the lines are the name */
  double width;
  double height;
} KringLabelBlock;

typedef struct
{
  double name_size;
  double sub_size;
  KringLabelBlock stacked; /* below and above */
  KringLabelBlock beside;  /* right and left, in line, lower and upper */
  KringSeat wanted;        /* KRING_SEAT_AUTO: to be chosen */
  KringSeat seat;          /* where it stands; never KRING_SEAT_AUTO */
  KringRect reach;         /* what was looked at when the seat was chosen */
  double aside;            /* how much further out marks reach than they are drawn */
  gboolean cut;            /* there is more than fits in the lines that it may have */
} KringNodeLabel;

void kring_node_label_read (KringNode *node,
                            const KringSceneOptions *options,
                            const KringTextMeasurer *measurer);
KringNodeLabel kring_node_label_enlarge (const KringNodeLabel *self,
                                         double scale,
                                         gboolean only_name,
                                         const KringTextMeasurer *measurer);
gboolean kring_node_label_can_narrow (const KringNodeLabel *self);
void kring_node_label_narrow (KringNodeLabel *self, const KringTextMeasurer *measurer);
void kring_node_label_clear (KringNodeLabel *self);
KringPoint kring_seat_get_direction (KringSeat seat);
KringRect kring_node_label_get_box (const KringNode *node, KringSeat seat);
char *kring_node_label_dup_text (const KringNode *node, gboolean only_second);
void kring_node_label_draw (KringNode *node, const KringTextMeasurer *measurer);

G_END_DECLS
