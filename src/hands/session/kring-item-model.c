/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-item-model.h"

typedef struct
{
  KringMap *map; /* (owned) */
  KringItemQuery query;
  GObject *asker;   /* (weak) (nullable once it is gone): whom the query is asked for */
  GPtrArray *items; /* (owned) (element-type KringItem) */
} KringItemModelPrivate;

enum
{
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void item_model_list_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (KringItemModel,
                         kring_item_model,
                         G_TYPE_OBJECT,
                         G_ADD_PRIVATE (KringItemModel)
                             G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, item_model_list_init))

#define PRIVATE(model)                                                                             \
  ((KringItemModelPrivate *) kring_item_model_get_instance_private ((KringItemModel *) (model)))

static GType
kring_item_model_get_item_type (GListModel *model)
{
  return KRING_TYPE_ITEM;
}

static guint
kring_item_model_get_n_items (GListModel *model)
{
  return PRIVATE (model)->items->len;
}

static gpointer
kring_item_model_get_item (GListModel *model, guint position)
{
  GPtrArray *items = PRIVATE (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
item_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = kring_item_model_get_item_type;
  iface->get_n_items = kring_item_model_get_n_items;
  iface->get_item = kring_item_model_get_item;
}

static void
kring_item_model_finalize (GObject *object)
{
  KringItemModelPrivate *self = PRIVATE (object);

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
   * @changes: (nullable) (element-type KringChange): of the map
   *
   * The map changed, or what is asked of it: what is said of any item may be different now.
   */
  signals[UPDATED] = g_signal_new ("updated", KRING_TYPE_ITEM_MODEL, G_SIGNAL_RUN_FIRST,
                                   G_STRUCT_OFFSET (KringItemModelClass, updated), NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
kring_item_model_init (KringItemModel *self)
{
  PRIVATE (self)->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Only what is between the first and the last difference is news. */
static void
item_model_replace (KringItemModel *self, GPtrArray *changes)
{
  KringItemModelPrivate *private = PRIVATE (self);
  g_autoptr (GPtrArray) before = NULL, found = NULL;
  guint start = 0, end = 0, shorter;

  if (private->asker == NULL)
    return;
  before = private->items;
  found = private->query (private->map, private->asker);
  shorter = MIN (before->len, found->len);
  private->items = g_ptr_array_copy (found, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (private->items, g_object_unref);
  while (start < shorter && before->pdata[start] == found->pdata[start])
    start++;
  while (end < shorter - start &&
         before->pdata[before->len - 1 - end] == found->pdata[found->len - 1 - end])
    end++;
  if (start + end < before->len || start + end < found->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end,
                                found->len - start - end);
  g_signal_emit (self, signals[UPDATED], 0, changes);
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

  kring_item_model_start (self, map, query, asker);
  return self;
}

/**
 * kring_item_model_start:
 *
 * Makes of a new model that which kring_item_model_new () makes.
 */
void
kring_item_model_start (KringItemModel *self, KringMap *map, KringItemQuery query, gpointer asker)
{
  KringItemModelPrivate *private = PRIVATE (self);

  private->map = g_object_ref (map);
  private->query = query;
  g_set_weak_pointer (&private->asker, asker);
  g_signal_connect_object (map, "changed", G_CALLBACK (item_model_replace), self,
                           G_CONNECT_SWAPPED);
  kring_item_model_update (self);
}

/**
 * kring_item_model_get_map:
 *
 * Returns: (transfer none): the map
 */
KringMap *
kring_item_model_get_map (KringItemModel *self)
{
  return PRIVATE (self)->map;
}

/**
 * kring_item_model_update:
 *
 * Asks again, for something else may be asked now.
 */
void
kring_item_model_update (KringItemModel *self)
{
  item_model_replace (self, NULL);
}
