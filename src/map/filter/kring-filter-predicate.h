/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A filter made ready to hold thousands of items of one map against it, each by itself; what
 * follows for those around it is for kring-filter-hidden. Holds good as long as neither filter nor
 * map changes. Owned by one search. Main thread only.
 */
#pragma once

#include "map/filter/kring-filter.h"

G_BEGIN_DECLS

typedef struct _KringFilterPredicate KringFilterPredicate;

KringFilterPredicate *kring_filter_predicate_new (KringFilter *filter,
                                                  KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
void kring_filter_predicate_free (KringFilterPredicate *self);

gboolean kring_filter_predicate_has_words (KringFilterPredicate *self);
gboolean kring_filter_predicate_has_families (KringFilterPredicate *self);

gboolean
kring_filter_predicate_is_in_period (KringFilterPredicate *self, KringItem *item, gboolean undated);
gboolean kring_filter_predicate_is_plain (KringFilterPredicate *self, KringItem *item);
gboolean kring_filter_predicate_is_of_family (KringFilterPredicate *self, KringItem *item);
gboolean kring_filter_predicate_is_known (KringFilterPredicate *self, KringItem *item);
gboolean kring_filter_predicate_is_strict (KringFilterPredicate *self, KringItem *item);
gboolean kring_filter_predicate_matches (KringFilterPredicate *self, KringItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringFilterPredicate, kring_filter_predicate_free)

G_END_DECLS
