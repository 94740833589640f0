/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/filter/kring-filter-hidden.h"

/* Whether it is one of those of which "13 of 31" are shown: persons and things, and events that
 * stand on the map. */
static gboolean
counts (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  KringPoint point;

  return kind->id != KRING_KIND_NOTE &&
         (kind->id != KRING_KIND_EVENT || kring_item_get_position (item, &point));
}

/**
 * kring_filter_count:
 * @hidden: (nullable) (element-type utf8): interned ids
 *
 * Returns: how many persons and things there are, and how many of them are not in @hidden
 */
KringFilterCount
kring_filter_count (KringMap *map, GHashTable *hidden)
{
  KringFilterCount count = { 0, 0 };

  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (!counts (item))
        continue;
      count.total++;
      if (hidden == NULL || !g_hash_table_contains (hidden, kring_item_get_id (item)))
        count.shown++;
    }
  return count;
}
