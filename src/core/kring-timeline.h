/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has a date, in the order of time: events, signals and statements. A vague date stands where
 * it begins. Refuted items are among them: that they were thought once belongs to the story.
 * Pure function of the map. Main thread only.
 */
#pragma once

#include "core/kring-map.h"

G_BEGIN_DECLS

const char *kring_timeline_get_date (KringItem *item);
GPtrArray *kring_map_dup_timeline (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
