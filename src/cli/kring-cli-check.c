/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli.h"

#include <glib/gi18n.h>

static const GOptionEntry entries[] = {
  G_OPTION_ENTRY_NULL,
};

static void
cli_check_tell_mended (const char *name, guint n)
{
  /* Translators: %s is a file, %u how many signals and statements. */
  g_print (g_dngettext (GETTEXT_PACKAGE,
                        "%s: in order; %u signal or statement was about something that is not on "
                        "the map any more\n",
                        "%s: in order; %u signals and statements were about something that is not "
                        "on the map any more\n",
                        n),
           name, n);
}

/**
 * kring_cli_check:
 *
 * Reads files as strictly as opening does, and says of each whether it is sound. Writes nothing.
 *
 * Returns: done if all are
 */
KringExit
kring_cli_check (char **arguments)
{
  g_auto (GStrv) rest = g_strdupv (arguments);
  KringExit worst = KRING_EXIT_DONE;

  if (!kring_cli_parse ("check", entries, &rest))
    return KRING_EXIT_USAGE;
  if (rest[1] == NULL)
    return kring_cli_misused ("check", "%s", _ ("name a file"));
  for (guint i = 1; rest[i] != NULL; i++)
    {
      g_autoptr (KringDocument) document = kring_cli_open (rest[i]);
      g_autofree char *name = kring_cli_dup_name (rest[i]);

      if (document == NULL)
        worst = KRING_EXIT_FAILED;
      else if (kring_document_get_n_mended (document) > 0)
        cli_check_tell_mended (name, kring_document_get_n_mended (document));
      else
        /* Translators: %s is a file in which nothing is wrong */
        g_print (_ ("%s: in order\n"), name);
    }
  return worst;
}
