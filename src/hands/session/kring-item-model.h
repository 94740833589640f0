/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/model/kring-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KringItemQuery:
 *
 * Returns: (transfer container) (element-type KringItem): what @map holds of it, in order
 */
typedef GPtrArray *(*KringItemQuery) (KringMap *map, gpointer asker);

#define KRING_TYPE_ITEM_MODEL (kring_item_model_get_type ())
G_DECLARE_DERIVABLE_TYPE (KringItemModel, kring_item_model, KRING, ITEM_MODEL, GObject)

struct _KringItemModelClass
{
  GObjectClass parent_class;

  void (*updated) (KringItemModel *self, GPtrArray *changes);
};

KringItemModel *kring_item_model_new (KringMap *map,
                                      KringItemQuery query,
                                      gpointer asker) G_GNUC_WARN_UNUSED_RESULT;
void
kring_item_model_start (KringItemModel *self, KringMap *map, KringItemQuery query, gpointer asker);
KringMap *kring_item_model_get_map (KringItemModel *self);
void kring_item_model_update (KringItemModel *self);

G_END_DECLS
