/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The three mutators and the transaction bracket of a map: for the history and the codec only.
 * Outside a bracket the mutators refuse. Inside one they keep the invariants: ends of a tie exist,
 * references resolve, values are allowed, ids are unique, one case.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

void kring_map_begin (KringMap *self);
void kring_map_end (KringMap *self);

void kring_map_insert (KringMap *self, KringItem *item);
void kring_map_remove (KringMap *self, const char *id);
void kring_map_set (KringMap *self, const char *id, const KringField *field, GVariant *value);
void kring_map_apply (KringMap *self, const KringChange *change);
void kring_map_revert (KringMap *self, const KringChange *change);

/* Called with every primitive, inside the transaction. */
typedef void (*KringMapObserver) (const KringChange *change, gpointer data);
void kring_map_set_observer (KringMap *self, KringMapObserver observer, gpointer data);

void kring_map_set_device (KringMap *self, const char *device);
void kring_map_add_seen (KringMap *self, KringStamp stamp);
void kring_map_add_tombstone (KringMap *self, const char *id, KringStamp stamp);

/* Loading takes an item as it is, without a transaction or new stamps. */
void kring_map_load (KringMap *self, KringItem *item);

gboolean kring_map_check_item (KringMap *self, KringItem *item, char **place, GError **error);

G_END_DECLS
