/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What groups cover on a map: somebody new who is put there reads as one of them. Only grows, for a
 * list of things that are added. And where gaps are round a middle. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef struct _KringGroupAreas KringGroupAreas;

KringGroupAreas *kring_group_areas_new (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
void kring_group_areas_free (KringGroupAreas *self);
void kring_group_areas_add (KringGroupAreas *self, KringItem *group, KringItem *member);
gboolean kring_group_areas_cover (KringGroupAreas *self, KringRect box, const char *but);

/* Angles of what stands round a middle: the widest gaps between them, as if each were filled. */
void kring_angles_insert (GArray *angles, double angle);
void kring_angles_list_gaps (GArray *known, double *gaps, guint n);

G_END_DECLS
