/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The areas that groups cover on a map, where somebody new would look like a member; they only
 * grow, while a list of things is added. And the gaps between angles around a middle. Main thread
 * only.
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
