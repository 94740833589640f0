/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One thing that is known: a person, a tie, the case. Values are GVariants by field; an unset field
 * is %NULL. Outside the core and the commands an item is read-only; the map owns it, and the item
 * stays the same object as long as it is on the map. Its id is interned, and stays as long as the map.
 * Main thread only.
 */
#pragma once

#include "map/base/kring-geometry.h"
#include "map/base/kring-stamp.h"
#include "map/model/kring-schema.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define KRING_TYPE_ITEM (kring_item_get_type ())
G_DECLARE_FINAL_TYPE (KringItem, kring_item, KRING, ITEM, GObject)

const char *kring_item_get_id (KringItem *self);
const KringKind *kring_item_get_kind (KringItem *self);
gboolean kring_item_is (KringItem *self, KringKindId kind);

GVariant *kring_item_get_value (KringItem *self, const KringField *field);
GVariant *kring_item_get_named (KringItem *self, const char *field_name);
const char *kring_item_get_text (KringItem *self, const char *field_name);
const char *kring_item_get_shown (KringItem *self, const char *field_name);
gboolean kring_item_get_bool (KringItem *self, const char *field_name);
double kring_item_get_number (KringItem *self, const char *field_name);
int kring_item_get_choice (KringItem *self, const char *field_name);
char **kring_item_dup_refs (KringItem *self, const char *field_name) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_item_get_position (KringItem *self, KringPoint *position);

KringParty kring_item_get_party (KringItem *self);
KringCertainty kring_item_get_certainty (KringItem *self);
gboolean kring_item_says_certainty (KringItem *self);
KringAudience kring_item_get_audience (KringItem *self);

gboolean kring_item_refers_to (KringItem *self, const char *id);
gboolean kring_item_equal (KringItem *self, KringItem *other);

KringStamp kring_item_get_stamp (KringItem *self, const KringField *field);
KringStamp kring_item_get_inserted_stamp (KringItem *self);
int kring_item_compare_coming (KringItem *self, KringItem *other);
void kring_item_sort_by_coming (GPtrArray *items);
GVariant *kring_item_get_extra (KringItem *self);

G_END_DECLS
