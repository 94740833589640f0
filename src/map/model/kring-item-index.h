/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The items of a map in their order, and what a map is asked of them all day: which has this id,
 * which are of this kind, which point at this one. Only kring-map.c writes it. An id may be pointed
 * at before its item comes.
 */
#pragma once

#include "map/model/kring-item.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *items;      /* (owned) (element-type KringItem), sorted by kind, then id */
  GHashTable *by_id;     /* (owned) (element-type utf8 KringItem), borrows from items */
  GHashTable *referrers; /* (owned) (element-type utf8 GPtrArray), items as in items, by the id
                            that they point at; none is empty */
  guint starts[KRING_N_KINDS + 1]; /* where the items of each kind begin in items */
} KringItemIndex;

void kring_item_index_init (KringItemIndex *self);
void kring_item_index_clear (KringItemIndex *self);

void kring_item_index_add (KringItemIndex *self, KringItem *item);
void kring_item_index_remove (KringItemIndex *self, KringItem *item);
void kring_item_index_add_references (KringItemIndex *self, KringItem *item);
void kring_item_index_remove_references (KringItemIndex *self, KringItem *item);

gboolean kring_item_index_is_exact (KringItemIndex *self);

G_END_DECLS
