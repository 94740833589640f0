/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-sight.h"

#include "map/base/kring-id.h"

/* Whether it is there, and where. */
gboolean
kring_sight_find (GHashTable *places, const char *id, KringPoint *place)
{
  const KringPoint *found = g_hash_table_lookup (places, id);

  if (found != NULL)
    *place = *found;
  return found != NULL;
}

/* It was seen @offset from @at. */
void
kring_sight_put (GHashTable *places, const char *id, KringPoint at, KringPoint offset)
{
  KringPoint *place = g_new (KringPoint, 1);

  *place = KRING_POINT_INIT (at.x + offset.x, at.y + offset.y);
  g_hash_table_insert (places, kring_id_intern (id), place);
}

static GHashTable *
new_places (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) kring_id_release, g_free);
}

/**
 * kring_sight_new: (constructor)
 * @places: (element-type utf8 KringPoint): by interned id; copied
 *
 * Returns: (transfer full): persons, things and notes at @places, on the ground as it is
 */
KringSight *
kring_sight_new (GHashTable *places)
{
  KringSight *self = g_new0 (KringSight, 1);
  GHashTableIter iter;
  gpointer id, at;

  self->nodes = new_places ();
  self->labels = new_places ();
  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &id, &at))
    kring_sight_put (self->nodes, id, *(const KringPoint *) at, KRING_POINT_INIT (0, 0));
  return self;
}

void
kring_sight_free (KringSight *self)
{
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->labels);
  g_free (self);
}
