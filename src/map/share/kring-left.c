/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-left.h"

#include <glib/gi18n-lib.h>

static GHashTable *
dup_left_ids (const KringShareReport *report)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < report->left->len; i++)
    g_hash_table_add (ids, (gpointer) g_array_index (report->left, KringLeftBehind, i).id);
  return ids;
}

/* Returns: (transfer full) (element-type KringMention): the texts that were removed from items that
 * go along. */
static GPtrArray *
dup_left_texts (const KringShareReport *report)
{
  g_autoptr (GHashTable) left = dup_left_ids (report);
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < report->mentions->len; i++)
    {
      KringMention *mention = g_ptr_array_index (report->mentions, i);

      if (!mention->kept && !g_hash_table_contains (left, mention->id))
        g_ptr_array_add (texts, mention);
    }
  return texts;
}

/**
 * kring_left_count_texts:
 *
 * Returns: how many texts were removed from items that go along
 */
guint
kring_left_count_texts (const KringShareReport *report)
{
  g_autoptr (GPtrArray) texts = dup_left_texts (report);

  return texts->len;
}

/**
 * kring_left_dup_count:
 *
 * Returns: (transfer full) (nullable): how many items stay behind, and how many texts of what goes
 *   along; %NULL: none
 */
char *
kring_left_dup_count (const KringShareReport *report)
{
  guint n = report->left->len, n_texts = kring_left_count_texts (report);
  g_autofree char *items = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item stays behind", "%u items stay behind", n), n);
  g_autofree char *texts = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u text left out", "%u texts left out", n_texts), n_texts);

  if (n_texts == 0)
    return n > 0 ? g_steal_pointer (&items) : NULL;
  /* Translators: "3 items stay behind", and "1 text left out" */
  return n > 0 ? g_strdup_printf (_ ("%s, %s"), items, texts) : g_steal_pointer (&texts);
}

/**
 * kring_left_dup_items:
 * @map: the whole map
 *
 * Returns: (transfer full): what stays behind and why, one line each
 */
GStrv
kring_left_dup_items (KringMap *map, const KringShareReport *report)
{
  GStrv lines = g_new0 (char *, report->left->len + 1);

  for (guint i = 0; i < report->left->len; i++)
    lines[i] = kring_share_describe_left (map, &g_array_index (report->left, KringLeftBehind, i));
  return lines;
}

/**
 * kring_left_dup_texts:
 * @map: the whole map
 *
 * Returns: (transfer full): the texts that are left out of what goes along, one line each
 */
GStrv
kring_left_dup_texts (KringMap *map, const KringShareReport *report)
{
  g_autoptr (GPtrArray) texts = dup_left_texts (report);
  GStrv lines = g_new0 (char *, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    lines[i] = kring_share_describe_mention (map, g_ptr_array_index (texts, i));
  return lines;
}
