/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything on the map but the case, as a GListModel of KringItem in the order of the map. Keeps
 * up with the map by itself: items-changed for what came, went or got another value; "refreshed"
 * after every change, when words about an item may be different. Main thread only.
 */
#pragma once

#include "core/kring-known.h"

G_BEGIN_DECLS

#define KRING_TYPE_ITEM_LIST (kring_item_list_get_type ())
G_DECLARE_FINAL_TYPE (KringItemList, kring_item_list, KRING, ITEM_LIST, GObject)

KringItemList *kring_item_list_new (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_item_list_get_map (KringItemList *self);
guint kring_item_list_count_ties (KringItemList *self, KringItem *item);
KringKnown kring_item_list_get_known (KringItemList *self, KringItem *item);

G_END_DECLS
