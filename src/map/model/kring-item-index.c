/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-item-index.h"

#include "map/base/kring-id.h"

#include <string.h>

static int
item_index_compare (KringItem *a, KringItem *b)
{
  int d = (int) kring_item_get_kind (a)->id - (int) kring_item_get_kind (b)->id;

  return d != 0 ? d : strcmp (kring_item_get_id (a), kring_item_get_id (b));
}

/* Binary search from the end, where files add: where item stands or would stand. */
static guint
item_index_find_place (GPtrArray *items, KringItem *item)
{
  guint low = 0, high = items->len;

  for (guint step = 1; low == 0 && step <= high; step *= 2)
    if (item_index_compare (g_ptr_array_index (items, high - step), item) < 0)
      low = high - step + 1;
    else
      high -= step;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (item_index_compare (g_ptr_array_index (items, middle), item) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether item stands at place, where it would stand. */
static gboolean
item_index_stands (GPtrArray *items, guint place, KringItem *item)
{
  return place < items->len && g_ptr_array_index (items, place) == item;
}

void
kring_item_index_init (KringItemIndex *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->referrers =
      g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) kring_id_release,
                             (GDestroyNotify) g_ptr_array_unref);
  memset (self->starts, 0, sizeof self->starts);
}

void
kring_item_index_clear (KringItemIndex *self)
{
  g_hash_table_unref (self->referrers);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
}

static void
add_referrer (KringItemIndex *self, const char *id, KringItem *item)
{
  GPtrArray *referrers = g_hash_table_lookup (self->referrers, id);
  guint place;

  if (referrers == NULL)
    g_hash_table_insert (self->referrers, kring_id_intern (id), referrers = g_ptr_array_new ());
  place = item_index_find_place (referrers, item);
  if (!item_index_stands (referrers, place, item))
    g_ptr_array_insert (referrers, place, item);
}

static void
remove_referrer (KringItemIndex *self, const char *id, KringItem *item)
{
  GPtrArray *referrers = g_hash_table_lookup (self->referrers, id);
  guint place = referrers != NULL ? item_index_find_place (referrers, item) : 0;

  if (referrers == NULL || !item_index_stands (referrers, place, item))
    return; /* it pointed there twice */
  g_ptr_array_remove_index (referrers, place);
  if (referrers->len == 0)
    g_hash_table_remove (self->referrers, id);
}

static void
for_each_reference (KringItemIndex *self,
                    KringItem *item,
                    void (*act) (KringItemIndex *self, const char *id, KringItem *item))
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = field->refers_to != 0 ? kring_item_get_value (item, field) : NULL;
      GVariantIter ids;
      const char *id;

      if (value == NULL)
        continue;
      if (field->type == KRING_FIELD_REF)
        act (self, g_variant_get_string (value, NULL), item);
      else
        for (g_variant_iter_init (&ids, value); g_variant_iter_next (&ids, "&s", &id);)
          act (self, id, item);
    }
}

/**
 * kring_item_index_add_references:
 *
 * Notes at what @item points, after one of its fields was set.
 */
void
kring_item_index_add_references (KringItemIndex *self, KringItem *item)
{
  for_each_reference (self, item, add_referrer);
}

/**
 * kring_item_index_remove_references:
 *
 * Forgets at what @item points, before one of its fields is set.
 */
void
kring_item_index_remove_references (KringItemIndex *self, KringItem *item)
{
  for_each_reference (self, item, remove_referrer);
}

/**
 * kring_item_index_add:
 * @item: with an id that is not there; its references need not be there
 */
void
kring_item_index_add (KringItemIndex *self, KringItem *item)
{
  g_ptr_array_insert (self->items, item_index_find_place (self->items, item), g_object_ref (item));
  g_hash_table_insert (self->by_id, (gpointer) kring_item_get_id (item), item);
  for (guint kind = kring_item_get_kind (item)->id + 1; kind <= KRING_N_KINDS; kind++)
    self->starts[kind]++;
  kring_item_index_add_references (self, item);
}

/**
 * kring_item_index_remove:
 * @item: one that is there
 */
void
kring_item_index_remove (KringItemIndex *self, KringItem *item)
{
  kring_item_index_remove_references (self, item);
  for (guint kind = kring_item_get_kind (item)->id + 1; kind <= KRING_N_KINDS; kind++)
    self->starts[kind]--;
  g_hash_table_remove (self->by_id, kring_item_get_id (item));
  g_ptr_array_remove_index (self->items, item_index_find_place (self->items, item));
}

static gboolean
same_items (GPtrArray *a, GPtrArray *b)
{
  return a != NULL && b != NULL && a->len == b->len &&
         (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0);
}

static gboolean
same_referrers (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id, items;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  for (g_hash_table_iter_init (&iter, a); g_hash_table_iter_next (&iter, &id, &items);)
    if (!same_items (items, g_hash_table_lookup (b, id)))
      return FALSE;
  return TRUE;
}

/**
 * kring_item_index_is_exact:
 *
 * Returns: whether it is what its items make when they are all added anew
 */
gboolean
kring_item_index_is_exact (KringItemIndex *self)
{
  KringItemIndex anew;
  gboolean exact;

  kring_item_index_init (&anew);
  for (guint i = 0; i < self->items->len; i++)
    kring_item_index_add (&anew, g_ptr_array_index (self->items, i));
  exact = same_items (self->items, anew.items) &&
          memcmp (self->starts, anew.starts, sizeof self->starts) == 0 &&
          g_hash_table_size (self->by_id) == self->items->len &&
          same_referrers (self->referrers, anew.referrers);
  kring_item_index_clear (&anew);
  return exact;
}
