/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A map that came back, beside the fuller map that it was made from: which copy it was, and which
 * item each of its items was. Only the map with the secret can tell. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

KringItem *kring_share_find_copy (KringMap *map, KringMap *returned, GHashTable **originals);

G_END_DECLS
