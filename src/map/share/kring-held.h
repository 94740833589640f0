/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Single fields that are not for the reader, of items that are: out of the map before anything else
 * is decided, and looked for in the texts of the rest. For the files of this room. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

KringMap *kring_held_dup_map (KringMap *map, KringAudience reader) G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_held_dup_fields (KringMap *map,
                               const KringShareRule *rule,
                               GHashTable *reasons) G_GNUC_WARN_UNUSED_RESULT;
void kring_held_add_secrets (KringMap *map, KringAudience reader, GPtrArray *secret);

G_END_DECLS
