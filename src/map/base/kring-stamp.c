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
 * kring_stamp_parse:
 * @text: `device:counter`
 * @stamp: (out): the stamp; untouched on failure
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
  stamp->device = g_intern_string (device);
  stamp->counter = counter;
  return TRUE;
}
