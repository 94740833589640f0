/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Items in words, in the language of the interface: short titles for menus and lists, sentences
 * for screen readers and plain-text output. Pure functions of the map. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

char *kring_item_dup_title (KringItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *kring_map_dup_title (KringMap *map, KringItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *kring_map_dup_title_of_all (KringMap *map, GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;

char *kring_map_dup_value_text (KringMap *map,
                                KringItem *item,
                                const KringField *field) G_GNUC_WARN_UNUSED_RESULT;
char *kring_map_dup_description (KringMap *map, KringItem *item) G_GNUC_WARN_UNUSED_RESULT;
const char *kring_map_get_ring_name (KringMap *map, KringRing ring);
double kring_map_get_ring_size (KringMap *map, KringRing ring);
char *kring_map_dup_both_rings (KringMap *map, KringItem *person) G_GNUC_WARN_UNUSED_RESULT;
char *kring_map_dup_summary (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
char *kring_map_to_text (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
