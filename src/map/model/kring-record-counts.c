/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-record-counts.h"

#include "map/base/kring-date.h"
#include "map/base/kring-fold.h"
#include "map/model/kring-record-counts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static KringConcerns
find_in_catalogue (const char *id)
{
  for (const KringKnownRow *row = kring_record_counts_rows; id != NULL && row->id != NULL; row++)
    if (strcmp (row->id, id) == 0)
      return row->concerns;
  return KRING_CONCERNS_NOT_SAID;
}

/**
 * kring_record_counts_is_undergone:
 * @concerns: what a signal says something about
 * @about: (nullable): the item that it hangs on
 *
 * On a person everything but what a suspect does happens to that person: nobody is taken for a doer
 * unless it says so.
 *
 * Returns: whether it is about what happens to the person, not about what others do
 */
gboolean
kring_record_counts_is_undergone (KringConcerns concerns, KringItem *about)
{
  if (about != NULL && kring_item_is (about, KRING_KIND_PERSON))
    return concerns != KRING_CONCERNS_SUSPECT;
  return concerns == KRING_CONCERNS_VICTIM || concerns == KRING_CONCERNS_RELATION;
}

/**
 * kring_map_is_undergone:
 *
 * What a signal says something about stands in the signal, or else in the catalogue that it was
 * taken from.
 *
 * Returns: whether @signal is about what happens to the person, not about what others do
 */
gboolean
kring_map_is_undergone (KringMap *map, KringItem *signal)
{
  KringConcerns concerns = kring_item_get_choice (signal, KRING_F_CONCERNS);
  KringItem *about = kring_map_get_item (map, kring_item_get_text (signal, KRING_F_ABOUT));

  if (concerns == KRING_CONCERNS_NOT_SAID)
    concerns = find_in_catalogue (kring_item_get_text (signal, KRING_F_CATALOGUE));
  return kring_record_counts_is_undergone (concerns, about);
}

static void
add_signal (KringRecordCounts *counts, KringMap *map, KringItem *signal)
{
  switch (kring_item_get_choice (signal, KRING_F_FAMILY))
    {
    case KRING_FAMILY_VULNERABILITY:
      counts->vulnerabilities++;
      break;
    case KRING_FAMILY_PROTECTIVE:
      counts->protective++;
      break;
    default:
      counts->risks++;
      counts->undergone += kring_map_is_undergone (map, signal);
    }
}

/* Whether a signal counts: not if it was refuted. */
static gboolean
counts_as_signal (KringItem *item)
{
  return kring_item_is (item, KRING_KIND_SIGNAL) &&
         kring_item_get_certainty (item) != KRING_CERTAINTY_REFUTED;
}

static gboolean
counts_as_question (KringItem *item)
{
  return kring_item_is (item, KRING_KIND_TASK) &&
         kring_item_get_certainty (item) != KRING_CERTAINTY_REFUTED &&
         kring_item_get_choice (item, KRING_F_SORT) == KRING_TASK_QUESTION &&
         kring_item_get_choice (item, KRING_F_STATE) == KRING_TASK_OPEN;
}

/**
 * kring_map_count_records:
 *
 * Returns: how much is known about the item @id
 */
KringRecordCounts
kring_map_count_records (KringMap *map, const char *id)
{
  g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (map, id);
  KringRecordCounts counts = { 0 };

  for (guint i = 0; i < referrers->len; i++)
    if (counts_as_signal (g_ptr_array_index (referrers, i)))
      add_signal (&counts, map, g_ptr_array_index (referrers, i));
    else if (counts_as_question (g_ptr_array_index (referrers, i)))
      counts.questions++;
  return counts;
}

static void
record_counts_add_words (GString *text, guint n, const char *one, const char *many)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, "%u %s", n, n == 1 ? one : many);
}

/**
 * kring_record_counts_dup_words:
 * @brief: for a narrow column; else as it is read aloud
 *
 * Returns: (transfer full): the numbers of signals in words; empty if there are none
 */
char *
kring_record_counts_dup_words (KringRecordCounts self, gboolean brief)
{
  GString *text = g_string_new (NULL);

  if (brief)
    {
      /* Translators: after a number, in a narrow column: signals of three families. */
      record_counts_add_words (text, self.risks, _ ("risk"), _ ("risk"));
      record_counts_add_words (text, self.vulnerabilities, _ ("vulnerability"),
                               _ ("vulnerability"));
      record_counts_add_words (text, self.protective, _ ("protection"), _ ("protection"));
    }
  else
    {
      /* Translators: after a number. */
      record_counts_add_words (text, self.risks, _ ("signal of risk"), _ ("signals of risk"));
      record_counts_add_words (text, self.vulnerabilities, _ ("vulnerability"),
                               _ ("vulnerabilities"));
      record_counts_add_words (text, self.protective, _ ("protective factor"),
                               _ ("protective factors"));
    }
  return g_string_free (text, FALSE);
}

/**
 * kring_record_counts_equal:
 *
 * Returns: whether all the numbers are the same
 */
gboolean
kring_record_counts_equal (KringRecordCounts a, KringRecordCounts b)
{
  return a.risks == b.risks && a.undergone == b.undergone &&
         a.vulnerabilities == b.vulnerabilities && a.protective == b.protective &&
         a.questions == b.questions;
}

/**
 * kring_record_counts_is_empty:
 *
 * Returns: whether nothing is counted at all
 */
gboolean
kring_record_counts_is_empty (KringRecordCounts self)
{
  return kring_record_counts_equal (self, (KringRecordCounts){ 0 });
}

static gint64
record_counts_get_time (KringItem *statement)
{
  const char *when = kring_item_get_text (statement, KRING_F_WHEN);
  KringDate date;

  return when != NULL && kring_date_parse (when, &date) ? kring_moment_first_minute (date.start)
                                                        : G_MININT64;
}

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  KringItem *item_a = *(KringItem *const *) a, *item_b = *(KringItem *const *) b;
  gboolean refuted_a = kring_item_get_certainty (item_a) == KRING_CERTAINTY_REFUTED;
  gboolean refuted_b = kring_item_get_certainty (item_b) == KRING_CERTAINTY_REFUTED;
  gint64 time_a = record_counts_get_time (item_a), time_b = record_counts_get_time (item_b);

  if (refuted_a != refuted_b)
    return refuted_a ? 1 : -1;
  if (time_a != time_b)
    return time_a < time_b ? 1 : -1;
  return strcmp (kring_item_get_id (item_a), kring_item_get_id (item_b));
}

/**
 * kring_map_dup_statements_of:
 * @id: of the item that they are about
 *
 * Returns: (transfer container) (element-type KringItem): what is stated about it, the newest first,
 *   what was refuted last
 */
GPtrArray *
kring_map_dup_statements_of (KringMap *map, const char *id)
{
  GPtrArray *statements = kring_map_dup_referrers_of_kind (map, id, KRING_KIND_STATEMENT);

  for (guint i = statements->len; i > 0; i--)
    if (!g_str_equal (kring_item_get_text (g_ptr_array_index (statements, i - 1), KRING_F_ABOUT),
                      id))
      g_ptr_array_remove_index (statements, i - 1);
  g_ptr_array_sort (statements, compare_statements);
  return statements;
}

/**
 * kring_map_find_stated_certainty:
 * @id: of an item
 * @certainty: (out): how sure the surest statement about it is
 *
 * Returns: whether anything is stated about it of which somebody said how sure it is
 */
gboolean
kring_map_find_stated_certainty (KringMap *map, const char *id, KringCertainty *certainty)
{
  g_autoptr (GPtrArray) statements = kring_map_dup_statements_of (map, id);
  gboolean said = FALSE;

  *certainty = KRING_CERTAINTY_REFUTED;
  for (guint i = 0; i < statements->len; i++)
    {
      KringItem *statement = g_ptr_array_index (statements, i);

      if (!kring_item_says_certainty (statement))
        continue;
      *certainty = kring_certainty_get_surest (*certainty, kring_item_get_certainty (statement));
      said = TRUE;
    }
  return said;
}

/**
 * kring_certainty_get_surest:
 *
 * Confirmed before probable, suspected, unknown and refuted.
 *
 * Returns: the surer of the two
 */
KringCertainty
kring_certainty_get_surest (KringCertainty a, KringCertainty b)
{
  return MIN (a, b);
}

/**
 * kring_map_can_state:
 *
 * Returns: whether something can be stated about @item
 */
gboolean
kring_map_can_state (KringItem *item)
{
  const KringField *about =
      kring_kind_find_field (kring_kind_get (KRING_KIND_STATEMENT), KRING_F_ABOUT);
  const KringKind *kind = kring_item_get_kind (item);

  return about->refers_to & (1u << kind->id) && kind->group != KRING_GROUP_CASE;
}

/**
 * kring_item_is_called:
 *
 * Returns: whether @words name @item: by the full name, a nickname, or the first word of either
 */
gboolean
kring_item_is_called (KringItem *item, const char *words)
{
  static const char *const fields[] = { KRING_F_NAME, KRING_F_ALIAS };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *name = kring_kind_find_field (kring_item_get_kind (item), fields[i]) != NULL
                             ? kring_item_get_text (item, fields[i])
                             : NULL;
      g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", " ", 2);

      if (name != NULL && (kring_fold_equal (name, words) || kring_fold_equal (parts[0], words)))
        return TRUE;
    }
  return FALSE;
}

/**
 * kring_map_has_words_of_youth:
 *
 * Returns: whether @statement holds what the young person said, word for word or as it was told:
 *   brought in by the young person, told by the one it is about who stands at the centre, or said by
 *   the one at the centre
 */
gboolean
kring_map_has_words_of_youth (KringMap *map, KringItem *statement)
{
  const char *said_by = kring_item_get_text (statement, KRING_F_SAID_BY);
  const char *about = kring_item_get_text (statement, KRING_F_ABOUT);
  gboolean told =
      kring_item_get_choice (statement, KRING_F_HOW_KNOWN) == KRING_HOW_KNOWN_TOLD_BY_PERSON;
  g_auto (GStrv) centre = kring_item_dup_refs (kring_map_get_case (map), KRING_F_CENTRE);

  if (kring_item_get_choice (statement, KRING_F_FORM) != KRING_STATEMENT_VERBATIM && !told)
    return FALSE;
  if (kring_item_get_party (statement) == KRING_PARTY_YOUTH)
    return TRUE;
  if (told && about != NULL && kring_map_is_centre (map, kring_map_get_item (map, about)))
    return TRUE;
  for (guint i = 0; said_by != NULL && centre[i] != NULL; i++)
    if (kring_item_is_called (kring_map_get_item (map, centre[i]), said_by))
      return TRUE;
  return FALSE;
}

/**
 * kring_map_can_follow:
 *
 * Returns: whether the certainty of @item may follow what is stated about it: nobody set it by
 *   hand, and it is not the young person at the centre, who is there whatever is said of her
 */
gboolean
kring_map_can_follow (KringMap *map, KringItem *item)
{
  return kring_kind_find_field (kring_item_get_kind (item), KRING_F_CERTAINTY_BY_HAND) != NULL &&
         !kring_item_get_bool (item, KRING_F_CERTAINTY_BY_HAND) && !kring_map_is_centre (map, item);
}
