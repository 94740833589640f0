/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli-reader.h"

#include "map/facts/kring-describe.h"
#include "map/facts/kring-gaps.h"

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

/* @rule: (nullable): for whom; %NULL: everything */
static KringExit
cli_show_show (const char *file,
               const KringShareRule *rule,
               const KringCliReader *reader,
               gboolean unknown)
{
  g_autoptr (KringDocument) document = kring_cli_open (file);
  g_autoptr (KringMap) permitted = NULL;
  g_autoptr (KringShareReport) report = NULL;
  g_autofree char *text = NULL;
  KringMap *map;

  if (document == NULL)
    return KRING_EXIT_FAILED;
  map = kring_document_get_map (document);
  if (rule != NULL)
    {
      permitted = kring_share_dup_part (map, rule, &report);
      kring_cli_tell_left (map, report, reader);
      map = permitted;
    }
  g_print ("%s\n\n", rule != NULL ? kring_reader_get_heading (rule->reader)
                                  : _ ("Everything, whoever it is for"));
  if (unknown)
    {
      print_unknown (map);
      return KRING_EXIT_DONE;
    }
  text = kring_map_to_text (map);
  g_print ("%s", text);
  if (report != NULL && report->left->len > 0)
    g_print (ngettext ("\n%u item stays behind; --all shows it.\n",
                       "\n%u items stay behind; --all shows them.\n", report->left->len),
             report->left->len);
  return KRING_EXIT_DONE;
}

/**
 * kring_cli_show:
 *
 * Prints everything that a map holds as plain text, kind by kind.
 *
 * Returns: the exit status
 */
KringExit
kring_cli_show (char **arguments)
{
  gboolean all = FALSE, unknown = FALSE;
  g_auto (KringCliReader) reader = { 0 };
  KringShareRule rule = { KRING_READER_JOINT, NULL, FALSE };
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Everything, whoever it is for"), NULL },
    KRING_CLI_FOR_ENTRIES (&reader),
    { "unknown", 0, 0, G_OPTION_ARG_NONE, &unknown, N_ ("What we do not know, to talk about"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!kring_cli_parse ("show", entries, &rest))
    return KRING_EXIT_USAGE;
  if (rest[1] == NULL || rest[2] != NULL)
    return kring_cli_misused ("show", "%s", _ ("name one file"));
  if (kring_cli_choose_reader ("show", &reader, &rule) != KRING_EXIT_DONE)
    return KRING_EXIT_USAGE;
  return cli_show_show (rest[1], all ? NULL : &rule, &reader, unknown);
}
