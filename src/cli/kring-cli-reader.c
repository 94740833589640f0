/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli-reader.h"

#include <glib/gi18n.h>

/**
 * kring_cli_choose_reader:
 * @reader: (nullable): what was typed behind --for; %NULL: for all at the table
 * @rule: where the answer goes
 *
 * Returns: done, or that @reader is nobody
 */
KringExit
kring_cli_choose_reader (const char *command,
                         const char *reader,
                         gboolean keep_mentions,
                         KringShareRule *rule)
{
  rule->keep_mentions = keep_mentions;
  if (reader == NULL || kring_share_find_audience (reader, &rule->audience))
    return KRING_EXIT_DONE;
  return kring_cli_misused (command, _ ("unknown reader “%s”: joint, care or police"), reader);
}

/**
 * kring_cli_tell_left:
 * @map: the whole map
 * @kept: whether texts that name what stays behind went along
 *
 * Says on the error output how many texts name what stays behind, and which items they are of. The
 * sentences themselves are not said: they are what should not get about.
 */
void
kring_cli_tell_left (KringMap *map, const KringShareReport *report, gboolean kept)
{
  guint n = report->mentions->len;

  if (n == 0)
    return;
  g_printerr (kept
                  ? ngettext ("%u text names something that stays behind, and was kept:\n",
                              "%u texts name something that stays behind, and were kept:\n", n)
                  : ngettext ("%u text names something that stays behind, and was left out:\n",
                              "%u texts name something that stays behind, and were left out:\n", n),
              n);
  for (guint i = 0; i < n; i++)
    {
      const KringMention *mention = g_ptr_array_index (report->mentions, i);

      g_printerr ("  %s.%s\n", mention->id, mention->field);
    }
}
