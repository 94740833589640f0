/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-item-model.h"

struct _KringItemModel
{
  GObject parent_instance;

  KringMap *map; /* (owned) */
  KringItemQuery query;
  GObject *asker;   /* (weak) (nullable once it is gone): whom the query is asked for */
  GPtrArray *items; /* (owned) (element-type KringItem) */
};

enum
{
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
kring_item_model_get_item_type (GListModel *model)
{
  return KRING_TYPE_ITEM;
}

static guint
kring_item_model_get_n_items (GListModel *model)
{
  return KRING_ITEM_MODEL (model)->items->len;
}

static gpointer
kring_item_model_get_item (GListModel *model, guint position)
{
  GPtrArray *items = KRING_ITEM_MODEL (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
item_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = kring_item_model_get_item_type;
  iface->get_n_items = kring_item_model_get_n_items;
  iface->get_item = kring_item_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KringItemModel,
                               kring_item_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, item_model_list_init))

static void
kring_item_model_finalize (GObject *object)
{
  KringItemModel *self = KRING_ITEM_MODEL (object);

  g_clear_weak_pointer (&self->asker);
  g_ptr_array_unref (self->items);
  g_object_unref (self->map);
  G_OBJECT_CLASS (kring_item_model_parent_class)->finalize (object);
}

static void
kring_item_model_class_init (KringItemModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_item_model_finalize;

  /**
   * KringItemModel::updated:
   *
   * The map changed, or what is asked of it: what is said of any item may be different now.
   */
  signals[UPDATED] = g_signal_new ("updated", KRING_TYPE_ITEM_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_item_model_init (KringItemModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kring_item_model_new: (constructor)
 * @query: what is in it; asked at every change of @map
 * @asker: (not owned): given to @query; without it nothing is asked any more
 *
 * Returns: (transfer full): the items of @map that @query finds
 */
KringItemModel *
kring_item_model_new (KringMap *map, KringItemQuery query, gpointer asker)
{
  KringItemModel *self = g_object_new (KRING_TYPE_ITEM_MODEL, NULL);

  self->map = g_object_ref (map);
  self->query = query;
  g_set_weak_pointer (&self->asker, asker);
  g_signal_connect_object (map, "changed", G_CALLBACK (kring_item_model_update), self,
                           G_CONNECT_SWAPPED);
  kring_item_model_update (self);
  return self;
}

/**
 * kring_item_model_update:
 *
 * Asks again, for something else may be asked now. Only what is between the first and the last
 * difference is news.
 */
void
kring_item_model_update (KringItemModel *self)
{
  g_autoptr (GPtrArray) before = NULL, found = NULL;
  guint start = 0, end = 0, shorter;

  if (self->asker == NULL)
    return;
  before = self->items;
  found = self->query (self->map, self->asker);
  shorter = MIN (before->len, found->len);
  self->items = g_ptr_array_copy (found, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->items, g_object_unref);
  while (start < shorter && before->pdata[start] == found->pdata[start])
    start++;
  while (end < shorter - start &&
         before->pdata[before->len - 1 - end] == found->pdata[found->len - 1 - end])
    end++;
  if (start + end < before->len || start + end < found->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end,
                                found->len - start - end);
  g_signal_emit (self, signals[UPDATED], 0);
}
