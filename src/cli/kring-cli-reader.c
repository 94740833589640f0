/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli-reader.h"

#include "map/base/kring-sanitize.h"
#include "map/share/kring-left.h"

#include <glib/gi18n.h>

/**
 * kring_cli_choose_reader:
 * @command: its name, for the complaint
 * @reader: what was typed; nothing: for all at the table
 * @rule: where the answer goes
 *
 * Returns: done, or that @reader is nobody
 */
KringExit
kring_cli_choose_reader (const char *command, const KringCliReader *reader, KringShareRule *rule)
{
  rule->keep_mentions = reader->keep_mentions;
  if (reader->whom == NULL || kring_reader_find (reader->whom, &rule->reader))
    return KRING_EXIT_DONE;
  return kring_cli_misused (
      command, _ ("unknown reader “%s”: joint, care, police, youth, parents or municipality"),
      reader->whom);
}

static void
tell_texts (const KringShareReport *report, gboolean kept)
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

/* Fields of what goes along. */
static void
tell_fields (KringMap *map, const KringShareReport *report, gboolean list)
{
  guint n = report->fields->len;
  g_auto (GStrv) lines = kring_left_dup_fields (map, report);

  if (n > 0)
    g_printerr (list ? ngettext ("%u field stays behind:\n", "%u fields stay behind:\n", n)
                     : ngettext ("%u field stays behind.\n", "%u fields stay behind.\n", n),
                n);
  for (guint i = 0; list && i < n; i++)
    {
      g_autofree char *line = kring_sanitize_dup (lines[i]);

      g_printerr ("  %s\n", line);
    }
}

/**
 * kring_cli_tell_left:
 * @map: the whole map
 * @reader: what was typed
 *
 * Says on the error output how many items stay behind, and which if that was asked for; and how many
 * texts name them, and which items those are of. The sentences themselves are not said: they are
 * what should not get about.
 */
void
kring_cli_tell_left (KringMap *map, const KringShareReport *report, const KringCliReader *reader)
{
  guint n = report->left->len;
  g_auto (GStrv) lines = kring_left_dup_items (map, report);

  if (n > 0 && reader->list)
    g_printerr (ngettext ("%u item stays behind:\n", "%u items stay behind:\n", n), n);
  else if (n > 0)
    g_printerr (ngettext ("%u item stays behind; %s says which.\n",
                          "%u items stay behind; %s says which.\n", n),
                n, reader->list_option != NULL ? reader->list_option : "--left");
  for (guint i = 0; reader->list && i < n; i++)
    {
      g_autofree char *line = kring_sanitize_dup (lines[i]);

      g_printerr ("  %s\n", line);
    }
  tell_fields (map, report, reader->list);
  tell_texts (report, reader->keep_mentions);
}

void
kring_cli_reader_clear (KringCliReader *reader)
{
  g_free (reader->whom);
}
