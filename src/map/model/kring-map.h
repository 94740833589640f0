/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The truth: everything that is known, in one flat, sorted set of items with exactly one case.
 * Read here; written only inside a transaction (see edit/kring-history.h). Items always stand in
 * the same order, by kind and then by id, whatever the order in which they came.
 * The signal "changed" (GPtrArray of KringChange) is emitted once at the end of a transaction.
 * Main thread only.
 */
#pragma once

#include "map/model/kring-change.h"
#include "map/model/kring-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KRING_TYPE_MAP (kring_map_get_type ())
G_DECLARE_FINAL_TYPE (KringMap, kring_map, KRING, MAP, GObject)

#define KRING_MAP_ERROR (kring_map_error_quark ())

typedef enum
{
  KRING_MAP_ERROR_REFERENCE, /* points at nothing, or at the wrong kind */
  KRING_MAP_ERROR_VALUE,     /* a value out of range */
  KRING_MAP_ERROR_CASE,      /* not exactly one case */
  KRING_MAP_ERROR_SELF_TIE,  /* a tie from an item to itself */
} KringMapError;

GQuark kring_map_error_quark (void);

/* The id of the one case item of every map. */
#define KRING_MAP_CASE_ID "case"

KringMap *kring_map_new (void) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_map_copy (KringMap *self) G_GNUC_WARN_UNUSED_RESULT;

guint kring_map_get_n_items (KringMap *self);
KringItem *kring_map_get_nth (KringMap *self, guint position);
KringItem *kring_map_get_item (KringMap *self, const char *id);
const char *kring_map_get_id (KringMap *self, const char *id);
KringItem *kring_map_get_case (KringMap *self);
KringItem *kring_map_get_centre (KringMap *self);
gboolean kring_map_is_centre (KringMap *self, KringItem *item);
guint kring_map_get_n_of_kind (KringMap *self, KringKindId kind);
guint kring_map_get_n_placeable (KringMap *self);
guint kring_map_get_n_drawn (KringMap *self);
GPtrArray *kring_map_dup_items_of_kind (KringMap *self, KringKindId kind) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_map_dup_ties_of (KringMap *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_map_dup_referrers (KringMap *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_map_dup_referrers_of_kind (KringMap *self,
                                            const char *id,
                                            KringKindId kind) G_GNUC_WARN_UNUSED_RESULT;
char *kring_map_dup_free_id (KringMap *self, const char *wanted) G_GNUC_WARN_UNUSED_RESULT;

gboolean kring_map_check (KringMap *self, char **place, GError **error);
gboolean kring_map_check_references (KringMap *self, char **place, GError **error);
gboolean kring_map_equal (KringMap *self, KringMap *other);

const char *kring_map_get_device (KringMap *self);
GHashTable *kring_map_get_seen (KringMap *self);
GHashTable *kring_map_get_tombstones (KringMap *self);

G_END_DECLS
