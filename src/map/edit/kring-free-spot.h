/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where something new may stand: a free spot near a point, a free shift for a bunch of copies, the
 * next slot of a ring. Nothing that stands already ever moves; every item claims a box of a usual
 * label. Rings are ellipses round the centre person. Nothing is written; main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

/* What is free on a map, for a list of things: finding the next slot takes no longer for the last. */
typedef struct _KringSlots KringSlots;

KringRect kring_free_spot_get_box (KringKindId kind, KringPoint position);
KringPoint kring_free_spot_get_middle (KringMap *map);
KringRing kring_free_spot_get_ring (KringMap *map, KringPoint point);
KringPoint kring_free_spot_find_free (KringMap *map, KringKindId kind, KringPoint near);
KringPoint kring_free_spot_find_new (KringMap *map, KringKindId kind);
guint kring_free_spot_settle (KringMap *map);
KringPoint kring_free_spot_find_shift (KringMap *map, GPtrArray *items, KringPoint base);

KringSlots *kring_slots_new (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
void kring_slots_free (KringSlots *self);
KringPoint kring_slots_find (KringSlots *self, KringKindId kind, KringRing ring);
KringPoint kring_slots_find_near (
    KringSlots *self, KringKindId kind, KringRing ring, KringPoint near, const char *group);
void kring_slots_join (KringSlots *self, KringItem *group, KringItem *member);
void kring_slots_take (KringSlots *self, KringItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringSlots, kring_slots_free)

G_END_DECLS
