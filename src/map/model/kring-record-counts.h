/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much is known about each item: how many signals of each family, and how many open questions.
 * Numbers of things that somebody placed, not of how bad it is: they are never added up. What was
 * refuted does not count. And how sure it is: as sure as the surest thing that is stated about it.
 * Pure functions of the map. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

/* What a signal says something about, by the place of the choice in the schema. */
typedef enum
{
  KRING_CONCERNS_NOT_SAID = -1,
  KRING_CONCERNS_VICTIM, /* what happens to the person it is about */
  KRING_CONCERNS_SUSPECT,
  KRING_CONCERNS_RELATION,
  KRING_CONCERNS_PLACE,
  KRING_CONCERNS_ONLINE,
} KringConcerns;

typedef struct
{
  guint risks;     /* those of a return among them */
  guint undergone; /* of the risks: what happens to the person it is about, not what others do */
  guint vulnerabilities;
  guint protective;
  guint questions;
} KringRecordCounts;

KringRecordCounts kring_map_count_records (KringMap *map, const char *id);
char *kring_record_counts_dup_words (KringRecordCounts self,
                                     gboolean brief) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_record_counts_equal (KringRecordCounts a, KringRecordCounts b);
gboolean kring_record_counts_is_empty (KringRecordCounts self);
gboolean kring_record_counts_is_undergone (KringConcerns concerns, KringItem *about);
gboolean kring_map_is_undergone (KringMap *map, KringItem *signal);

GPtrArray *kring_map_dup_statements_of (KringMap *map, const char *id) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_map_find_stated_certainty (KringMap *map, const char *id, KringCertainty *certainty);
KringCertainty kring_certainty_get_surest (KringCertainty a, KringCertainty b);
gboolean kring_map_can_state (KringItem *item);
gboolean kring_item_is_called (KringItem *item, const char *words);
gboolean kring_map_has_words_of_youth (KringMap *map, KringItem *statement);
gboolean kring_map_can_follow (KringMap *map, KringItem *item);

G_END_DECLS
