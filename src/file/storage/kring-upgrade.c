/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-upgrade.h"

const KringUpgradeStep kring_upgrade_steps[] = { NULL };

/**
 * kring_upgrade_run:
 * @steps: (array zero-terminated=1): from format 1 to 2, from 2 to 3, and so on
 * @root: (inout): the whole map as JSON; its member "kring" follows the steps
 * @from: the format of @root, at least 1 and at most one more than there are steps
 *
 * Returns: whether every step from @from on was taken
 */
gboolean
kring_upgrade_run (const KringUpgradeStep *steps, JsonObject *root, gint64 from, GError **error)
{
  gint64 major = 1;

  for (; *steps != NULL; steps++, major++)
    {
      if (major < from)
        continue;
      if (!(*steps) (root, error))
        return FALSE;
      json_object_set_int_member (root, "kring", major + 1);
    }
  return TRUE;
}
