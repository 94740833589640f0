/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a filter leaves of a map. A tie is hidden with either of its ends, a group with all of its
 * members, a signal with what it is about. Ends of a tie that meets all conditions stay, so that
 * it can be seen. The case, participants and copies are never hidden.
 * Pure functions of filter and map. Main thread only.
 */
#pragma once

#include "map/filter/kring-filter.h"

G_BEGIN_DECLS

typedef struct
{
  guint shown; /* persons and things that stand on the map */
  guint total;
} KringFilterCount;

GHashTable *kring_filter_dup_hidden (KringFilter *filter, KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
KringFilterCount kring_filter_count (KringMap *map, GHashTable *hidden);

G_END_DECLS
