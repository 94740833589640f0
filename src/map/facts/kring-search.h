/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking for words in everything that is known: all text fields of the schema, whatever the
 * capitals and accents. Several words must all be found in one item, in any of its fields.
 * Pure functions of the map; main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef struct
{
  KringItem *item;         /* (owned) */
  const KringField *field; /* where the first word stands; of several the most telling */
  char *snippet;           /* (owned) one line around it, plain text */
} KringFound;

gboolean kring_search_prepare (KringMap *map, guint from, guint n);
GPtrArray *kring_map_search (KringMap *map, const char *words) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_search_dup_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_search_matches (KringMap *map, KringItem *item, GPtrArray *words);
KringItem *kring_map_find_named (KringMap *map, KringKindId kind, const char *name);
void kring_found_free (KringFound *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringFound, kring_found_free)

G_END_DECLS
