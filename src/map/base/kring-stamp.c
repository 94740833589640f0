/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-stamp.h"

#include "map/base/kring-id.h"

#include <string.h>

/**
 * kring_stamp_to_string:
 *
 * Returns: (transfer full): the stamp as `device:counter`
 */
char *
kring_stamp_to_string (KringStamp stamp)
{
  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT, stamp.device ? stamp.device : "", stamp.counter);
}

/**
 * kring_stamp_set:
 * @stamp: the new value; an empty one releases what @self keeps
 *
 * Sets a stamp that is kept: @self keeps the name of the device interned.
 */
void
kring_stamp_set (KringStamp *self, KringStamp stamp)
{
  char *old = (char *) self->device;

  self->device = stamp.device != NULL ? kring_id_intern (stamp.device) : NULL;
  self->counter = stamp.counter;
  g_clear_pointer (&old, kring_id_release);
}

/**
 * kring_stamp_parse:
 * @text: `device:counter`
 * @stamp: (inout): a kept stamp, set to it; untouched on failure
 *
 * Returns: whether @text is a stamp
 */
gboolean
kring_stamp_parse (const char *text, KringStamp *stamp)
{
  const char *colon = strchr (text, ':');
  g_autofree char *device = NULL;
  guint64 counter;

  if (colon == NULL)
    return FALSE;
  device = g_strndup (text, colon - text);
  if (!kring_id_is_valid (device))
    return FALSE;
  if (!g_ascii_string_to_unsigned (colon + 1, 10, 1, KRING_STAMP_COUNTER_MAX, &counter, NULL))
    return FALSE;
  kring_stamp_set (stamp, (KringStamp){ device, counter });
  return TRUE;
}
