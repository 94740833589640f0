/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-held.h"

#include "map/model/kring-field-audience.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "map/share/kring-called.h"

static gboolean
holds_any (KringItem *item, KringAudience reader)
{
  const KringKind *kind = kring_item_get_kind (item);

  if (kring_item_get_text (item, KRING_F_FIELD_AUDIENCES) == NULL)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kring_item_holds_back (item, &kind->fields[i], reader))
      return TRUE;
  return FALSE;
}

static gboolean
map_holds_any (KringMap *map, KringAudience reader)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (holds_any (kring_map_get_nth (map, i), reader))
      return TRUE;
  return FALSE;
}

static KringItem *
dup_without (KringItem *item, KringAudience reader)
{
  KringItem *copy = kring_item_copy (item);
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kring_item_holds_back (item, &kind->fields[i], reader))
      kring_item_set_value (copy, &kind->fields[i], NULL);
  return copy;
}

/**
 * kring_held_dup_map:
 * @reader: the mark of what the reader may have besides what is for all
 *
 * Returns: (transfer full): @map itself, or if a field of it is not for the reader, a copy without
 *   such fields, with the same ids
 */
KringMap *
kring_held_dup_map (KringMap *map, KringAudience reader)
{
  KringMap *copy;

  if (!map_holds_any (map, reader))
    return g_object_ref (map);
  copy = kring_map_new ();
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      g_autoptr (KringItem) item = dup_without (kring_map_get_nth (map, i), reader);

      kring_map_load (copy, item);
    }
  return copy;
}

/**
 * kring_held_add_secrets:
 * @reader: the mark of what the reader may have besides what is for all
 * @secret: (element-type KringCalled): gets what such fields of @map say, where that can be found
 *   again in other texts: addresses and numbers
 */
void
kring_held_add_secrets (KringMap *map, KringAudience reader, GPtrArray *secret)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const KringKind *kind = kring_item_get_kind (item);

      for (guint k = 0; k < kind->n_fields; k++)
        if ((kind->fields[k].flags & KRING_FIELD_GOES) == KRING_FIELD_GOES_REACH &&
            kring_field_is_text (&kind->fields[k]) &&
            kring_item_holds_back (item, &kind->fields[k], reader))
          kring_called_add_value (item, kind->fields[k].name, secret);
    }
}
