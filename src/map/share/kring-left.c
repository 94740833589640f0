/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-left.h"

#include "map/base/kring-sanitize.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

/* Why something stays behind: behind its name, and over all of which that is so. */
static const struct
{
  const char *reason;
  const char *heading;
} reasons[KRING_N_LEFT_REASONS] = {
  [KRING_LEFT_NOT_IN_EXPORTS] = { N_ ("not in exports"), N_ ("Marked as not in exports") },
  [KRING_LEFT_CARE_ONLY] = { N_ ("care only"), N_ ("Only for care") },
  [KRING_LEFT_POLICE_ONLY] = { N_ ("police only"), N_ ("Only for the police") },
  [KRING_LEFT_NOT_SHOWN] = { N_ ("not shown now"), N_ ("Hidden by the filter") },
  [KRING_LEFT_HANGS_ON] = { N_ ("belongs to something that stays behind"),
                            N_ ("Hangs on something that stays behind") },
  [KRING_LEFT_MENTIONS] = { N_ ("names something that stays behind"),
                            N_ ("Its text names something that stays behind") },
  [KRING_LEFT_NOT_YOUTH] = { N_ ("not in the young person's view"),
                             N_ ("Not in the young person's view") },
  [KRING_LEFT_NOT_ASKED] = { N_ ("does not go along"), N_ ("Of a part that does not go along") },
  [KRING_LEFT_OF_POLICE] = { N_ ("brought in by the police or from open sources"),
                             N_ ("Brought in by the police or from open sources") },
  [KRING_LEFT_CONFIDED] = { N_ ("told in confidence by somebody else"),
                            N_ ("Told in confidence by somebody else") },
  [KRING_LEFT_OF_OTHERS] = { N_ ("about somebody else"), N_ ("About somebody else") },
};

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

      if (mention->settling == KRING_SETTLE_LEAVE && !g_hash_table_contains (left, mention->id))
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

/**
 * kring_left_dup_place:
 * @map: the whole map
 * @place: as kring_share_find_trace () tells it
 *
 * Returns: (transfer full) (nullable): whose text that is, and which; %NULL: not of @map, whose ids a
 *   copy need not have
 */
char *
kring_left_dup_place (KringMap *map, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, ".", 2);
  KringItem *item = parts[0] != NULL ? kring_map_get_item (map, parts[0]) : NULL;
  const KringField *field = item != NULL && parts[1] != NULL
                                ? kring_kind_find_field (kring_item_get_kind (item), parts[1])
                                : NULL;
  g_autofree char *title = field != NULL ? kring_map_dup_title (map, item) : NULL;

  /* Translators: an item and one of its fields */
  return field != NULL ? g_strdup_printf (_ ("%s, %s"), title, kring_field_get_label (field))
                       : NULL;
}

/**
 * kring_share_report_free:
 * @report: (transfer full)
 */
void
kring_share_report_free (KringShareReport *report)
{
  g_array_unref (report->left);
  g_array_unref (report->fields);
  g_ptr_array_unref (report->mentions);
  g_ptr_array_unref (report->shown);
  g_free (report->key);
  g_free (report);
}

/**
 * kring_left_get_heading:
 *
 * Returns: why things stay behind, as it stands over them
 */
const char *
kring_left_get_heading (KringLeftReason reason)
{
  g_return_val_if_fail (reason < KRING_N_LEFT_REASONS, NULL);

  return _ (reasons[reason].heading);
}

/**
 * kring_left_dup_heading:
 *
 * Returns: (transfer full): how many items stay behind, and how many fields of what goes along
 */
char *
kring_left_dup_heading (const KringShareReport *report)
{
  guint n = report->left->len, n_fields = report->fields->len;
  g_autofree char *items = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item stays behind", "%u items stay behind", n), n);
  g_autofree char *fields = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u field stays behind", "%u fields stay behind", n_fields),
      n_fields);

  if (n_fields == 0)
    return g_steal_pointer (&items);
  /* Translators: "3 items stay behind", and "1 field stays behind" */
  return n > 0 ? g_strdup_printf (_ ("%s, %s"), items, fields) : g_steal_pointer (&fields);
}

/**
 * kring_left_dup_title:
 * @map: the whole map
 * @left: an item, or a field of one
 *
 * Returns: (transfer full): what stays behind: an item, or an item and its field
 */
char *
kring_left_dup_title (KringMap *map, const KringLeftBehind *left)
{
  KringItem *item = kring_map_get_item (map, left->id);
  g_autofree char *title = kring_map_dup_title (map, item);
  const KringField *field =
      left->field != NULL ? kring_kind_find_field (kring_item_get_kind (item), left->field) : NULL;

  /* Translators: an item and one of its fields */
  return field != NULL ? g_strdup_printf (_ ("%s, %s"), title, kring_field_get_label (field))
                       : g_steal_pointer (&title);
}

/**
 * kring_left_dup_fields:
 * @map: the whole map
 *
 * Returns: (transfer full): the fields of what goes along that stay behind and why, one line each
 */
GStrv
kring_left_dup_fields (KringMap *map, const KringShareReport *report)
{
  GStrv lines = g_new0 (char *, report->fields->len + 1);

  for (guint i = 0; i < report->fields->len; i++)
    lines[i] = kring_share_describe_left (map, &g_array_index (report->fields, KringLeftBehind, i));
  return lines;
}

/**
 * kring_share_describe_left:
 * @map: the whole map
 * @left: how much stays behind, by reason
 *
 * Returns: (transfer full): what stays behind and why, in one line
 */
char *
kring_share_describe_left (KringMap *map, const KringLeftBehind *left)
{
  g_autofree char *title = kring_left_dup_title (map, left);

  /* Translators: an item that is not in an export, and why */
  return g_strdup_printf (_ ("%s (%s)"), title, _ (reasons[left->reason].reason));
}

/**
 * kring_share_describe_mention:
 * @map: the whole map
 *
 * Returns: (transfer full): whose text it is, and the sentence, in one line
 */
char *
kring_share_describe_mention (KringMap *map, const KringMention *mention)
{
  KringItem *item = kring_map_get_item (map, mention->id);
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), mention->field);
  g_autofree char *title = kring_map_dup_title (map, item);
  g_autofree char *sentence = g_strdelimit (kring_sanitize_dup (mention->sentence), "\n", ' ');

  /* Translators: an item, one of its fields, and a sentence that stands in it */
  return g_strdup_printf (_ ("%s, %s: “%s”"), title, kring_field_get_label (field), sentence);
}
