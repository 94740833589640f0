/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-device.h"

#include "map/base/kring-id.h"

#define DEVICE_KEY "device"

/**
 * kring_device_dup_id:
 * @settings: the settings of the program
 *
 * Returns: (transfer full): the id of this machine, the same one every time
 */
char *
kring_device_dup_id (GSettings *settings)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  id = g_settings_get_string (settings, DEVICE_KEY);
  if (!kring_id_is_valid (id))
    {
      g_autoptr (KringIdSource) ids = kring_id_source_new_random ();

      g_free (id);
      id = kring_id_source_next (ids);
      g_settings_set_string (settings, DEVICE_KEY, id);
    }
  return g_steal_pointer (&id);
}
