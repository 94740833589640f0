/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A group as it is drawn: a rounded hull or frame around its members, with its name on top.
 * Owned by the scene. Main thread only.
 */
#pragma once

#include "picture/marks/kring-ground.h"
#include "picture/marks/kring-sketch.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;    /* interned */
  GPtrArray *shapes; /* (owned) (element-type KringShape) */
  char *signature;   /* (owned) what it was drawn from */
  char *name;        /* (owned) (nullable) as drawn */
  KringPoint top;    /* where the name stands */
} KringHull;

KringHull *kring_hull_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
void kring_hull_free (KringHull *self);
gboolean kring_hull_update (KringHull *self,
                            KringItem *group,
                            GArray *boxes,
                            KringColour colour,
                            const KringGround *ground,
                            const KringTextMeasurer *measurer);

KringRect kring_hull_get_name_box (const KringHull *self,
                                   KringPoint at,
                                   double scale,
                                   const KringTextMeasurer *measurer);
void kring_hull_draw_larger (const KringHull *self, KringPoint at, double scale, GPtrArray *shapes);

G_END_DECLS
