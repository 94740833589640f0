/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filters as they are kept in a file: a view is an item with a name and the conditions. Names of
 * choices that this version does not know are passed over. Pure functions but for the one filter
 * that is set. Main thread only.
 */
#pragma once

#include "map/filter/kring-filter.h"

G_BEGIN_DECLS

GVariant *kring_filter_dup_conditions (KringFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void kring_filter_apply_view (KringFilter *self, KringItem *view);
gboolean kring_filter_is_view (KringFilter *self, KringItem *view);

G_END_DECLS
