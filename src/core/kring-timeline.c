/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-timeline.h"

#include "core/kring-date.h"

#include <string.h>

/**
 * kring_timeline_get_date:
 *
 * Returns: (transfer none) (nullable): when @item happened or was seen, as in its field
 */
const char *
kring_timeline_get_date (KringItem *item)
{
  switch (kring_item_get_kind (item)->id)
    {
    case KRING_KIND_EVENT:
    case KRING_KIND_STATEMENT:
      return kring_item_get_text (item, "when");
    case KRING_KIND_SIGNAL:
      return kring_item_get_text (item, "observed");
    default:
      return NULL;
    }
}

/* The first minute that its date may mean. */
static gint64
get_start (KringItem *item)
{
  KringDate date;

  if (!kring_date_parse (kring_timeline_get_date (item), &date))
    return G_MAXINT64;
  return kring_moment_first_minute (date.start);
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  KringItem *item_a = *(KringItem *const *) a, *item_b = *(KringItem *const *) b;
  gint64 start_a = get_start (item_a), start_b = get_start (item_b);
  int kind = (int) kring_item_get_kind (item_a)->id - (int) kring_item_get_kind (item_b)->id;

  if (start_a != start_b)
    return start_a < start_b ? -1 : 1;
  return kind != 0 ? kind : strcmp (kring_item_get_id (item_a), kring_item_get_id (item_b));
}

/**
 * kring_map_dup_timeline:
 *
 * Returns: (transfer container) (element-type KringItem): everything with a date, earliest first
 */
GPtrArray *
kring_map_dup_timeline (KringMap *map)
{
  GPtrArray *moments = g_ptr_array_new ();

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (kring_timeline_get_date (kring_map_get_nth (map, i)) != NULL)
      g_ptr_array_add (moments, kring_map_get_nth (map, i));
  g_ptr_array_sort (moments, compare_moments);
  return moments;
}
