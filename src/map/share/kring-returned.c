/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-returned.h"

#include "map/share/kring-sealed.h"

/* (transfer container) (element-type utf8 utf8): of the items of @returned that were items of @map in
 * the share of @number, the id that they had; all interned. */
static GHashTable *
dup_originals (KringMap *map, KringMap *returned, const char *secret, const char *number)
{
  GHashTable *originals = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i), *own;
      g_autofree char *id = kring_sealed_dup_id (kring_item_get_id (item), secret, number);

      own = kring_map_get_item (returned, id);
      if (own != NULL && !kring_item_is (item, KRING_KIND_CASE))
        g_hash_table_insert (originals, (gpointer) kring_item_get_id (own),
                             (gpointer) kring_item_get_id (item));
    }
  return originals;
}

/**
 * kring_share_find_copy:
 * @map: the fuller map, which has the secret and the copies
 * @returned: a map that came from elsewhere
 * @originals: (out) (optional) (transfer container) (element-type utf8 utf8): of each item of @returned
 *   that is in @map still, the id that it has there; untouched if it is no copy of @map
 *
 * Returns: (transfer none) (nullable): the copy, in @map, that @returned was given out as
 */
KringItem *
kring_share_find_copy (KringMap *map, KringMap *returned, GHashTable **originals)
{
  const char *secret = kring_item_get_text (kring_map_get_case (map), KRING_F_SHARE_SECRET);
  g_autoptr (GPtrArray) copies = kring_map_dup_items_of_kind (map, KRING_KIND_COPY);

  for (guint i = 0; secret != NULL && i < copies->len; i++)
    {
      KringItem *copy = g_ptr_array_index (copies, i);
      const char *number = kring_item_get_text (copy, KRING_F_SHARE_NUMBER);
      g_autoptr (GHashTable) found = NULL;

      if (number == NULL)
        continue;
      found = dup_originals (map, returned, secret, number);
      if (g_hash_table_size (found) == 0)
        continue;
      if (originals != NULL)
        *originals = g_steal_pointer (&found);
      return copy;
    }
  return NULL;
}
