/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-statement-words.h"

#include "gtk/widgets/kring-date-picker.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-record-counts.h"

#include <glib/gi18n-lib.h>

/**
 * kring_statement_words_read_date:
 * @typed: (nullable): what stands as its date, if anything
 * @when: (out) (transfer full) (nullable): in its written form
 * @message: (out) (transfer full) (nullable): the date in full, or what is wrong with it
 *
 * Returns: whether it can be noted
 */
gboolean
kring_statement_words_read_date (KringSession *session,
                                 const char *typed,
                                 char **when,
                                 char **message)
{
  *when = *message = NULL;
  if (typed == NULL || *typed == '\0')
    return TRUE;
  if (kring_date_picker_read (session, typed, KRING_DATE_AIM_PAST, when, message))
    return TRUE;
  if (*message == NULL)
    *message = g_strdup (_ ("This is not a date yet. Type for example 12-9, last Friday, "
                            "September 2025 or about 2019."));
  return FALSE;
}

/* Whether @words name @item, or one of the two that it ties. */
static gboolean
statement_words_is_called (KringMap *map, KringItem *item, const char *words)
{
  static const char *const ends[] = { KRING_F_FROM, KRING_F_TO };

  if (!kring_item_is (item, KRING_KIND_TIE))
    return kring_item_is_called (item, words);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      KringItem *end = kring_map_get_item (map, kring_item_get_text (item, ends[i]));

      if (end != NULL && kring_item_is_called (end, words))
        return TRUE;
    }
  return FALSE;
}

/**
 * kring_statement_words_is_own:
 * @ids: (element-type utf8): what it is about
 * @said_by: (nullable): who said it, as it was typed
 *
 * Returns: whether they are words of one of those that they are about, or of the young person
 */
gboolean
kring_statement_words_is_own (KringSession *session, GPtrArray *ids, const char *said_by)
{
  KringMap *map = kring_session_get_map (session);
  KringItem *centre = kring_map_get_centre (map);

  if (centre != NULL && kring_item_is_called (centre, said_by))
    return TRUE;
  for (guint i = 0; i < ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (ids, i));

      if (item != NULL && statement_words_is_called (map, item, said_by))
        return TRUE;
    }
  return FALSE;
}

/**
 * kring_statement_words_find_way:
 * @ids: (element-type utf8): what it is about
 * @said: as kring_how_known_recognise () found it
 * @speaker: (nullable): and who said it
 *
 * Returns: how it is known: who said it is one of those that it is about, or somebody else; of "she"
 *   neither is known
 */
KringHowKnown
kring_statement_words_find_way (KringSession *session,
                                GPtrArray *ids,
                                KringHowKnown said,
                                const char *speaker)
{
  if (said != KRING_HOW_KNOWN_TOLD_BY_PERSON)
    return said;
  if (speaker == NULL)
    return KRING_HOW_KNOWN_NOT_SAID;
  return kring_statement_words_is_own (session, ids, speaker) ? KRING_HOW_KNOWN_TOLD_BY_PERSON
                                                              : KRING_HOW_KNOWN_TOLD_BY_OTHER;
}

/**
 * kring_statement_words_find_writer:
 *
 * Returns: (transfer none) (nullable): the name of the only participant of the pen
 */
const char *
kring_statement_words_find_writer (KringSession *session)
{
  KringParty pen = kring_editor_get_pen (kring_session_get_editor (session));
  g_autoptr (GPtrArray) all =
      kring_map_dup_items_of_kind (kring_session_get_map (session), KRING_KIND_PARTICIPANT);
  const char *name = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    if (kring_item_get_party (all->pdata[i]) == pen && n++ == 0)
      name = kring_item_get_text (all->pdata[i], KRING_F_NAME);
  return n == 1 ? name : NULL;
}

/**
 * kring_statement_words_get:
 * @words: (nullable): a{ss}
 * @part: of the card
 *
 * Returns: (transfer none) (nullable): what was typed there, if anything
 */
const char *
kring_statement_words_get (GVariant *words, const char *part)
{
  const char *text = NULL;

  g_variant_lookup (words, part, "&s", &text);
  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * kring_statement_words_get_number:
 * @words: (nullable): a{ss}
 * @part: of the card
 *
 * Returns: what was chosen there, else @otherwise
 */
int
kring_statement_words_get_number (GVariant *words, const char *part, int otherwise)
{
  const char *text = words != NULL ? kring_statement_words_get (words, part) : NULL;

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : otherwise;
}

/* Literal words were told by whoever said them. */
static int
get_how_known (KringSession *session, GPtrArray *ids, GVariant *words, gboolean literal)
{
  const char *said_by = kring_statement_words_get (words, "said_by");

  if (!literal)
    return kring_statement_words_get_number (words, "way", KRING_HOW_KNOWN_NOT_SAID);
  if (said_by == NULL)
    return KRING_HOW_KNOWN_NOT_SAID;
  return kring_statement_words_is_own (session, ids, said_by) ? KRING_HOW_KNOWN_TOLD_BY_PERSON
                                                              : KRING_HOW_KNOWN_TOLD_BY_OTHER;
}

/**
 * kring_statement_words_note:
 * @ids: (element-type utf8): what they are about, on the map
 * @words: a{ss}
 *
 * Returns: whether they were noted
 */
gboolean
kring_statement_words_note (KringSession *session, GPtrArray *ids, GVariant *words, GError **error)
{
  int form = kring_statement_words_get_number (words, "form", KRING_STATEMENT_INTERPRETATION);
  gboolean literal = form == KRING_STATEMENT_VERBATIM;
  int way = get_how_known (session, ids, words, literal);
  const char *text = kring_statement_words_get (words, "text");
  g_autofree char *when = NULL, *message = NULL;
  KringNewStatement wanted = { form,
                               text != NULL ? text : "",
                               literal || way == KRING_HOW_KNOWN_TOLD_BY_PERSON ||
                                       way == KRING_HOW_KNOWN_TOLD_BY_OTHER
                                   ? kring_statement_words_get (words, "said_by")
                                   : NULL,
                               literal ? kring_statement_words_get (words, "heard_by") : NULL,
                               way,
                               NULL };

  if (!kring_statement_words_read_date (session, kring_statement_words_get (words, "when"), &when,
                                        &message))
    {
      g_set_error_literal (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE, message);
      return FALSE;
    }
  wanted.when = when;
  return kring_edit_add_statements (kring_session_get_editor (session), ids, &wanted, error) > 0;
}
