/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/saving/kring-recent.h"

#define MAX_RECENT 8

static void
recent_store (GSettings *settings, GPtrArray *uris)
{
  g_ptr_array_set_size (uris, MIN (uris->len, MAX_RECENT));
  g_ptr_array_add (uris, NULL);
  g_settings_set_strv (settings, KRING_RECENT_KEY, (const char *const *) uris->pdata);
}

/* The stored list without @uri, after @first if that is given. */
static void
store_without (GSettings *settings, const char *uri, const char *first)
{
  g_auto (GStrv) old = g_settings_get_strv (settings, KRING_RECENT_KEY);
  g_autoptr (GPtrArray) uris = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (uris, (gpointer) first);
  for (guint i = 0; old[i] != NULL; i++)
    {
      if (g_strcmp0 (old[i], uri) != 0)
        g_ptr_array_add (uris, old[i]);
    }
  recent_store (settings, uris);
}

/**
 * kring_recent_dup_uris:
 * @settings: the settings of the program
 *
 * Returns: (transfer full): the newest first; empty when the list is switched off
 */
char **
kring_recent_dup_uris (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  if (!g_settings_get_boolean (settings, "remember-recent"))
    return g_new0 (char *, 1);

  return g_settings_get_strv (settings, KRING_RECENT_KEY);
}

/**
 * kring_recent_add:
 * @settings: the settings of the program
 * @file: a map that was opened or saved
 *
 * Puts the file first. Does nothing when the list is switched off.
 */
void
kring_recent_add (GSettings *settings, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_FILE (file));

  if (!g_settings_get_boolean (settings, "remember-recent"))
    return;

  uri = g_file_get_uri (file);
  store_without (settings, uri, uri);
}

/**
 * kring_recent_remove:
 * @settings: the settings of the program
 * @file: a map that is not there any more
 */
void
kring_recent_remove (GSettings *settings, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  store_without (settings, uri, NULL);
}

/**
 * kring_recent_clear:
 * @settings: the settings of the program
 */
void
kring_recent_clear (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_reset (settings, KRING_RECENT_KEY);
}
