/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli.h"

#include "answers/kring-gaps.h"
#include "core/kring-describe.h"
#include "share/kring-permitted.h"

#include <glib/gi18n.h>

static void
print_unknown (KringMap *map)
{
  g_autofree char *text = kring_gaps_to_text (map);

  if (*text != '\0')
    g_print ("%s", text);
  else
    g_print ("%s\n", _ ("Nothing that Kring would ask about."));
}

static KringExit
show (const char *file, gboolean all, gboolean unknown)
{
  g_autoptr (KringDocument) document = kring_cli_open (file);
  g_autoptr (KringMap) permitted = NULL;
  g_autofree char *text = NULL;
  guint n_left_out = 0;

  if (document == NULL)
    return KRING_EXIT_FAILED;
  permitted = kring_share_dup_permitted (kring_document_get_map (document), &n_left_out);
  if (unknown)
    {
      print_unknown (all ? kring_document_get_map (document) : permitted);
      return KRING_EXIT_DONE;
    }
  text = kring_map_to_text (all ? kring_document_get_map (document) : permitted);
  g_print ("%s", text);
  if (!all && n_left_out > 0)
    g_print (ngettext ("\n%u item is not for exports and left out; --all shows it.\n",
                       "\n%u items are not for exports and left out; --all shows them.\n",
                       n_left_out),
             n_left_out);
  return KRING_EXIT_DONE;
}

/**
 * kring_cli_show:
 *
 * Prints everything that a map holds as plain text, kind by kind.
 */
KringExit
kring_cli_show (char **arguments)
{
  gboolean all = FALSE, unknown = FALSE;
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Also what is marked not for exports"), NULL },
    { "unknown", 0, 0, G_OPTION_ARG_NONE, &unknown, N_ ("What we do not know, to talk about"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!kring_cli_parse ("show", entries, &rest))
    return KRING_EXIT_USAGE;
  if (rest[1] == NULL || rest[2] != NULL)
    return kring_cli_misused ("show", "%s", _ ("name one file"));
  return show (rest[1], all, unknown);
}
