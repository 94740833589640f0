/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A filter made ready to hold thousands of items of one map against it, each by itself; what
 * follows for those around it is for kring-filter-match. Holds good as long as neither filter nor
 * map changes. Owned by one search. Main thread only.
 */
#pragma once

#include "map/filter/kring-filter.h"

G_BEGIN_DECLS

typedef struct _KringSieve KringSieve;

KringSieve *kring_sieve_new (KringFilter *filter, KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
void kring_sieve_free (KringSieve *self);

gboolean kring_sieve_has_words (KringSieve *self);
gboolean kring_sieve_has_families (KringSieve *self);

gboolean kring_sieve_is_in_period (KringSieve *self, KringItem *item, gboolean undated);
gboolean kring_sieve_is_plain (KringSieve *self, KringItem *item);
gboolean kring_sieve_is_of_family (KringSieve *self, KringItem *item);
gboolean kring_sieve_is_known (KringSieve *self, KringItem *item);
gboolean kring_sieve_is_strict (KringSieve *self, KringItem *item);
gboolean kring_sieve_matches (KringSieve *self, KringItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringSieve, kring_sieve_free)

G_END_DECLS
