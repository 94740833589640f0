/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ids that a map has, and those that it had. */
#include "map/model/kring-map.h"

/**
 * kring_map_get_id:
 * @id: (nullable): an id in whoever's hands
 *
 * Returns: (transfer none) (nullable): the same id as long as the map lives, also when its item goes;
 *   %NULL if nothing has or had it
 */
const char *
kring_map_get_id (KringMap *self, const char *id)
{
  KringItem *item = id != NULL ? kring_map_get_item (self, id) : NULL;
  gpointer gone = NULL;

  if (item == NULL && id != NULL)
    g_hash_table_lookup_extended (kring_map_get_tombstones (self), id, &gone, NULL);
  return item != NULL ? kring_item_get_id (item) : gone;
}

/**
 * kring_map_dup_free_id:
 * @wanted: a valid id
 *
 * Returns: (transfer full): @wanted if nothing has or had that id, else @wanted with a number
 */
char *
kring_map_dup_free_id (KringMap *self, const char *wanted)
{
  char *id = g_strdup (wanted);

  for (int n = 2;
       kring_map_get_item (self, id) || g_hash_table_contains (kring_map_get_tombstones (self), id);
       n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%d", wanted, n);
    }
  return id;
}
