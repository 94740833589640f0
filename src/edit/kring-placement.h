/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where something new may stand: a free spot near a point, a free shift for a bunch of copies, the
 * next slot of a ring. Nothing that stands already ever moves; every item claims a box of a usual
 * label. Rings are ellipses round the centre person. Pure functions of the map; main thread only.
 */
#pragma once

#include "core/kring-map.h"

G_BEGIN_DECLS

KringRect kring_placement_get_box (KringKindId kind, KringPoint position);
KringPoint kring_placement_get_middle (KringMap *map);
KringRing kring_placement_get_ring (KringMap *map, KringPoint point);
KringPoint kring_placement_find_free (KringMap *map, KringKindId kind, KringPoint near);
KringPoint kring_placement_find_shift (KringMap *map, GPtrArray *items, KringPoint base);
KringPoint kring_placement_find_slot (KringMap *map, KringKindId kind, KringRing ring);
KringPoint
kring_placement_find_slot_near (KringMap *map, KringKindId kind, KringRing ring, KringPoint near);

G_END_DECLS
