/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything on the map but the case, as they were typed: a KringItemModel that also tells
 * items-changed of what got another value, so that it is sorted and filtered anew. The columns of the
 * list are those of KringColumnId and what else the schema has a heading for. Main thread only.
 */
#pragma once

#include "hands/session/kring-item-model.h"
#include "map/model/kring-record-counts.h"

G_BEGIN_DECLS

#define KRING_TYPE_ITEM_LIST (kring_item_list_get_type ())
G_DECLARE_FINAL_TYPE (KringItemList, kring_item_list, KRING, ITEM_LIST, KringItemModel)

KringItemList *kring_item_list_new (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  KRING_COLUMN_SIGN,
  KRING_COLUMN_NAME,
  KRING_COLUMN_KIND,
  KRING_COLUMN_DETAILS,
  KRING_COLUMN_CERTAINTY,
  KRING_COLUMN_PARTY,
  KRING_COLUMN_SIGNALS,
  KRING_COLUMN_TIES,
  KRING_COLUMN_RING,
  KRING_COLUMN_AUDIENCE,
  KRING_COLUMN_RECORDED,
  KRING_N_COLUMNS,
} KringColumnId;

guint kring_column_get_n (void);
const char *kring_column_get_title (KringColumnId column);
int kring_column_get_width (KringColumnId column);
const KringField *kring_column_get_field (KringColumnId column, KringItem *item);
char *kring_column_dup_text (KringColumnId column,
                             KringItemList *list,
                             KringItem *item) G_GNUC_WARN_UNUSED_RESULT;
int kring_column_compare (KringColumnId column, KringItemList *list, KringItem *a, KringItem *b);

G_END_DECLS
