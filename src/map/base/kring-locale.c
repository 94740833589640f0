/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* Values that say how text is coded, but not in which language. */
static const char *const no_languages[] = { "", "C.UTF-8", "C.utf8", NULL };

static gboolean
names_language (const char *variable)
{
  const char *value = g_getenv (variable);

  return value != NULL && !g_strv_contains (no_languages, value);
}

static gboolean
locale_is_plain (const char *variable)
{
  return g_strcmp0 (g_getenv (variable), "C") == 0 || g_strcmp0 (g_getenv (variable), "POSIX") == 0;
}

/* LANG=C is what a machine has that was never told a language; LC_ALL=C is somebody's wish. */
static gboolean
is_chosen (void)
{
  return names_language ("LANGUAGE") || names_language ("LC_ALL") ||
         names_language ("LC_MESSAGES") || (names_language ("LANG") && !locale_is_plain ("LANG"));
}

/**
 * kring_locale_init:
 * @locale_dir: where the translations were installed; the environment variable KRING_LOCALEDIR goes
 *   first, for a build tree has translations of its own
 */
void
kring_locale_init (const char *locale_dir)
{
  const char *override = g_getenv ("KRING_LOCALEDIR");

  if (!is_chosen ())
    {
      g_setenv ("LANG", "C.UTF-8", TRUE);
      g_setenv ("LANGUAGE", "nl", TRUE);
    }
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, override != NULL ? override : locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
