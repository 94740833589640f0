/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who was given a copy of the map, and whether the map says something else since. Pure functions of
 * the map. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

char *kring_copies_dup_state (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_copies_dup_all (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_copies_dup_older (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

char *kring_copy_dup_holder (KringItem *copy) G_GNUC_WARN_UNUSED_RESULT;
char *kring_copy_dup_details (KringItem *copy) G_GNUC_WARN_UNUSED_RESULT;
KringItem *kring_copies_find_last (KringMap *map, int reader);

G_END_DECLS
