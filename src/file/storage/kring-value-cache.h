/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choices, dates, ids and short words come back all the time in a file: a text that was found to be a good value of
 * a field once is that value again, without looking at it anew or keeping it twice. Owned by one
 * reading of one file; any one thread.
 */
#pragma once

#include "map/model/kring-schema.h"

G_BEGIN_DECLS

GHashTable *kring_value_cache_new (void) G_GNUC_WARN_UNUSED_RESULT;
GVariant *kring_value_cache_find (GHashTable *known, const KringField *field, const char *text);
void kring_value_cache_add (GHashTable *known, const KringField *field, GVariant *value);

G_END_DECLS
