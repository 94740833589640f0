/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-id.h"

/* No 0, 1, l or o: ids are sometimes read aloud when a fault is reported. */
static const char alphabet[] = "23456789abcdefghijkmnpqrstuvwxyz";

#define ID_LENGTH 10
#define ID_LENGTH_MAX 64

/* Held around both: GLib alone lets one thread free an id that another is just getting. */
static GMutex interning;

struct _KringIdSource
{
  GRand *rand; /* (owned) */
};

/**
 * kring_id_source_new_random: (constructor)
 *
 * A source seeded by the system; ten characters give fifty random bits.
 *
 * Returns: (transfer full): a new source
 */
KringIdSource *
kring_id_source_new_random (void)
{
  KringIdSource *self = g_new0 (KringIdSource, 1);

  self->rand = g_rand_new ();
  return self;
}

/**
 * kring_id_source_new_seeded: (constructor)
 *
 * A source that gives the same ids in the same order for the same @seed.
 *
 * Returns: (transfer full): a new source
 */
KringIdSource *
kring_id_source_new_seeded (guint32 seed)
{
  KringIdSource *self = g_new0 (KringIdSource, 1);

  self->rand = g_rand_new_with_seed (seed);
  return self;
}

void
kring_id_source_free (KringIdSource *self)
{
  g_rand_free (self->rand);
  g_free (self);
}

/**
 * kring_id_source_next:
 *
 * Returns: (transfer full): a fresh id
 */
char *
kring_id_source_next (KringIdSource *self)
{
  char id[ID_LENGTH + 1] = { 0 };

  for (int i = 0; i < ID_LENGTH; i++)
    id[i] = alphabet[g_rand_int (self->rand) & 31];
  return g_strdup (id);
}

/**
 * kring_id_intern:
 * @id: an id, or the name of a device
 *
 * Returns: (transfer full): the one copy of it; kring_id_release () gives it back
 */
char *
kring_id_intern (const char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&interning);

  return g_ref_string_new_intern (id);
}

void
kring_id_release (char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&interning);

  g_ref_string_release (id);
}

/**
 * kring_id_is_valid:
 * @id: (nullable): a candidate
 *
 * Returns: whether @id is 1 to 64 characters out of a-z, 0-9, `-` and `_`
 */
gboolean
kring_id_is_valid (const char *id)
{
  gsize n = 0;

  if (id == NULL)
    return FALSE;
  while (g_ascii_islower (id[n]) || g_ascii_isdigit (id[n]) || id[n] == '-' || id[n] == '_')
    n++;
  return n > 0 && n <= ID_LENGTH_MAX && id[n] == '\0';
}
