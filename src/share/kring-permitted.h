/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The copy of a map that may leave the house. What may not be seen is not in it: nothing is drawn
 * and covered up afterwards. The copy belongs to the caller and never changes with the original.
 * And the same question without a copy: what one of the two sides may know.
 * Main thread only.
 */
#pragma once

#include "core/kring-map.h"

G_BEGIN_DECLS

GHashTable *kring_share_dup_unknown_to (KringMap *map, KringParty side) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_share_dup_permitted (KringMap *map, guint *n_left_out) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_share_dup_part (KringMap *map,
                                GHashTable *hidden,
                                guint *n_left_out) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
