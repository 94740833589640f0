/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For whom single fields of an item are, where that differs from the item: "address:care
 * remark:none", in the order of the schema. Any thread.
 */
#pragma once

#include "map/model/kring-item.h"

G_BEGIN_DECLS

KringAudience kring_item_get_field_audience (KringItem *item, const char *field_name);
char *kring_item_dup_field_audiences (KringItem *item,
                                      const char *field_name,
                                      KringAudience audience) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_item_holds_back (KringItem *item, const KringField *field, KringAudience reader);

G_END_DECLS
