/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has a date, in the order of time: events, signals, statements and ties that began or ended.
 * A vague date stands where it begins. Refuted items are among them: that they were thought once
 * belongs to the story. What is known of one fact, such as an event, the signals of that day and what
 * was said of it, is told together. With the words in which one moment is told.
 * Pure functions of the map. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

/* From the first to the last minute that is meant, as kring_moment_first_minute () counts them. */
typedef struct
{
  gint64 first; /* G_MININT64: nobody knows since when */
  gint64 last;  /* G_MAXINT64: until now, as far as is known */
} KringPeriod;

const char *kring_timeline_get_date (KringItem *item);
gboolean kring_timeline_get_period (KringItem *item, KringPeriod *period);
int kring_timeline_compare (KringItem *a, KringItem *b);
GArray *kring_map_dup_episodes (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_map_dup_timeline (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *kring_map_dup_facts (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
int kring_timeline_compare_told (KringItem *a, KringItem *b, GHashTable *facts);

const char *kring_map_get_last_meeting (KringMap *map);
gboolean kring_item_is_newer (KringItem *item, const char *date);

char *kring_timeline_dup_when (KringItem *item) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_timeline_is_said_above (KringItem *item, KringItem *above);
char *kring_timeline_dup_sentence (KringMap *map, KringItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *kring_timeline_dup_source (KringItem *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
