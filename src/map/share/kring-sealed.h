/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A copy as it is handed to somebody else: every item has an id that only the map with the secret can
 * lead back, and another one in each copy, so that two copies cannot be laid beside each other. No
 * stamps, no history, nothing that this version does not know. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

char *kring_sealed_dup_secret (void) G_GNUC_WARN_UNUSED_RESULT;
char *kring_sealed_dup_secret_of (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
char *kring_sealed_dup_id (const char *id,
                           const char *secret,
                           const char *number) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_sealed_dup_map (KringMap *part,
                                const char *secret,
                                const char *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
