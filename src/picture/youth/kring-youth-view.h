/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The map as the young person sees it: around them three rings on which they put the people they
 * know, and below the rings whoever has no place yet. It is a map of its own, made of what may be
 * seen and nothing else; ids are those of the original. It does not follow the original: whoever
 * keeps one makes it anew. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"
#include "picture/marks/kring-ground.h"

G_BEGIN_DECLS

KringPoint kring_youth_get_in_band (const KringGround *ground, KringRing ring, double angle);
KringPoint kring_youth_find_place (KringMap *view, const char *id, KringRing ring);
KringRing kring_youth_get_ring_at (KringMap *view, KringPoint point);
KringMap *kring_youth_dup_view (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
