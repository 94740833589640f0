/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-last-reader.h"

#include "map/share/kring-permitted.h"

#include <string.h>

static gboolean
came_before (KringItem *item, KringItem *other)
{
  return kring_item_get_inserted_stamp (item).counter <
         kring_item_get_inserted_stamp (other).counter;
}

/* (nullable): of those that came at once the first by kind and id. */
static KringItem *
last_reader_find_first (KringMap *map)
{
  KringItem *first = NULL;

  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (kring_item_get_kind (item)->group == KRING_GROUP_ENTITY &&
          (first == NULL || came_before (item, first)))
        first = item;
    }
  return first;
}

/* (transfer full) (nullable): what @map is known by; %NULL: there is nothing on it. */
static char *
dup_key (KringMap *map)
{
  KringItem *first = last_reader_find_first (map);
  g_auto (GStrv) centre = kring_item_dup_refs (kring_map_get_case (map), KRING_F_CENTRE);
  g_autofree char *about = g_strjoinv ("\n", centre), *known_by = NULL;
  const char *machine = kring_map_get_device (map);

  if (first == NULL)
    return NULL;
  known_by = g_strjoin ("\n", kring_item_get_id (first), about, NULL);
  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) machine, strlen (machine),
                                    known_by, -1);
}

/**
 * kring_last_reader_get:
 * @settings: the settings of the program
 *
 * Returns: for whom the last sheet of @map was that was made here, else joint
 */
KringReader
kring_last_reader_get (GSettings *settings, KringMap *map)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, KRING_LAST_READERS_KEY);
  g_autofree char *wanted = dup_key (map);
  GVariantIter iter;
  const char *key, *name;
  KringReader reader = KRING_READER_JOINT;

  g_variant_iter_init (&iter, all);
  while (wanted != NULL && g_variant_iter_next (&iter, "(&s&s)", &key, &name))
    if (strcmp (key, wanted) == 0)
      return kring_reader_find (name, &reader) ? reader : KRING_READER_JOINT;
  return KRING_READER_JOINT;
}

/**
 * kring_last_reader_set:
 * @settings: the settings of the program
 * @reader: joint, care or police
 *
 * A sheet of @map was made for @reader. Of many maps those are forgotten of which that is longest
 * ago; joint, which is what a map begins with, takes no room.
 */
void
kring_last_reader_set (GSettings *settings, KringMap *map, KringReader reader)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, KRING_LAST_READERS_KEY);
  g_autofree char *own = dup_key (map);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *name;
  guint n = reader != KRING_READER_JOINT;

  if (own == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  if (reader != KRING_READER_JOINT)
    g_variant_builder_add (&builder, "(ss)", own, kring_reader_get_name (reader));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &key, &name) && n < KRING_LAST_READERS_MAX)
    if (strcmp (key, own) != 0)
      {
        g_variant_builder_add (&builder, "(ss)", key, name);
        n++;
      }
  g_settings_set_value (settings, KRING_LAST_READERS_KEY, g_variant_builder_end (&builder));
}
