/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stays behind, in words: how much, and on request which items and which texts. Whatever leaves
 * the table says it in these words. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

guint kring_left_count_texts (const KringShareReport *report);
char *kring_left_dup_count (const KringShareReport *report) G_GNUC_WARN_UNUSED_RESULT;
GStrv kring_left_dup_items (KringMap *map,
                            const KringShareReport *report) G_GNUC_WARN_UNUSED_RESULT;
GStrv kring_left_dup_fields (KringMap *map,
                             const KringShareReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *kring_left_dup_heading (const KringShareReport *report) G_GNUC_WARN_UNUSED_RESULT;
char *kring_left_dup_title (KringMap *map, const KringLeftBehind *left) G_GNUC_WARN_UNUSED_RESULT;
GStrv kring_left_dup_texts (KringMap *map,
                            const KringShareReport *report) G_GNUC_WARN_UNUSED_RESULT;
const char *kring_left_get_heading (KringLeftReason reason);
char *kring_left_dup_place (KringMap *map, const char *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
