/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making and filling items: for the map, the commands and the codec only. An item may be filled
 * freely until it is handed to a map.
 */
#pragma once

#include "map/model/kring-item.h"

G_BEGIN_DECLS

KringItem *kring_item_new (const KringKind *kind, const char *id) G_GNUC_WARN_UNUSED_RESULT;
KringItem *kring_item_copy (KringItem *self) G_GNUC_WARN_UNUSED_RESULT;

void kring_item_set_value (KringItem *self, const KringField *field, GVariant *value);
void kring_item_set_normal (KringItem *self, const KringField *field, GVariant *value);
void kring_item_set_named (KringItem *self, const char *field_name, GVariant *value);
void kring_item_set_text (KringItem *self, const char *field_name, const char *text);
void kring_item_set_choice (KringItem *self, const char *field_name, int choice);
void kring_item_set_position (KringItem *self, KringPoint position);

void kring_item_set_stamp (KringItem *self, const KringField *field, KringStamp stamp);
void kring_item_set_inserted_stamp (KringItem *self, KringStamp stamp);
const char *kring_item_get_folded (KringItem *self);
void kring_item_set_folded (KringItem *self, char *folded);
void kring_item_set_extra (KringItem *self, GVariant *extra);

G_END_DECLS
