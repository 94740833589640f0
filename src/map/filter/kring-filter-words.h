/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filters in words, in the language of the interface: what a condition says, and how much is left.
 * Pure functions. Main thread only.
 */
#pragma once

#include "map/filter/kring-filter-hidden.h"

G_BEGIN_DECLS

const char *kring_filter_get_title (KringFilterCondition condition);
const char *kring_filter_get_choice_label (KringFilterCondition condition, int choice);
char *kring_filter_dup_words (KringFilter *filter,
                              KringFilterCondition condition,
                              KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
char *kring_filter_count_dup_words (KringFilterCount count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
