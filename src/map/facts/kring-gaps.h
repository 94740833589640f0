/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What we do not know: prompts about what is doubtful or missing on a map. Something to talk about,
 * never something that must be done: nothing is counted against anybody, and each prompt can be set
 * aside, which is kept with its item and can be undone. Pure functions of the map. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_GAP_PROTECTION, /* nobody on the map is good for the young person */
  KRING_GAP_IDENTITY,   /* nobody knows who this is */
  KRING_GAP_SUSPECTED,
  KRING_GAP_UNKNOWN,
  KRING_GAP_SOURCE, /* nothing says how it is known */
  KRING_GAP_REASON, /* nothing says why the person is on the map */
  KRING_GAP_ALONE,  /* not connected with anybody or anything */
  KRING_N_GAPS,
} KringGapSort;

typedef struct
{
  KringGapSort sort;
  const char *id; /* interned id of the item that it is about */
  gboolean aside; /* somebody set it aside */
} KringGap;

GArray *kring_map_dup_gaps (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

const char *kring_gap_get_name (KringGapSort sort);
const char *kring_gap_get_field (KringGapSort sort);
char *kring_gap_dup_title (KringMap *map, const KringGap *gap) G_GNUC_WARN_UNUSED_RESULT;
char *kring_gap_dup_prompt (KringMap *map, const KringGap *gap) G_GNUC_WARN_UNUSED_RESULT;
char *kring_gap_dup_question (KringMap *map, const KringGap *gap) G_GNUC_WARN_UNUSED_RESULT;
char *kring_gaps_to_text (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
