/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/kring-how-known.h"

#include "core/kring-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *icon;
  const char *word;
} ways[] = {
  [KRING_KNOWN_SEEN] = { "kring-eye-symbolic", N_ ("seen ourselves") },
  [KRING_KNOWN_TOLD_BY_PERSON] = { "kring-hearsay-symbolic", N_ ("told by the person") },
  [KRING_KNOWN_TOLD_BY_OTHER] = { "kring-hearsay-symbolic", N_ ("from hearsay") },
  [KRING_KNOWN_FROM_SYSTEM] = { "kring-document-symbolic", N_ ("from a document") },
  [KRING_KNOWN_CONCLUDED] = { "kring-lamp-symbolic", N_ ("our own conclusion") },
};

/**
 * kring_how_known_get_icon:
 * @how_known: a KringHowKnown
 * @form: words have a quotation mark, whoever told them
 *
 * Returns: (transfer none): the name of an icon
 */
const char *
kring_how_known_get_icon (int how_known, KringStatementForm form)
{
  if (form == KRING_STATEMENT_VERBATIM)
    return "kring-quote-symbolic";
  return how_known >= 0 ? ways[how_known].icon : "kring-lamp-symbolic";
}

/**
 * kring_how_known_get_word:
 * @how_known: a KringHowKnown
 *
 * Returns: (transfer none) (nullable): how it is known, in small letters
 */
const char *
kring_how_known_get_word (int how_known)
{
  return how_known >= 0 ? _ (ways[how_known].word) : NULL;
}

/**
 * kring_how_known_dup_opening:
 * @how_known: a KringHowKnown
 * @who: (nullable): who writes, if that is sure
 * @today: a date in the written form
 *
 * Returns: (transfer full): how a sentence begins that says who knows it
 */
char *
kring_how_known_dup_opening (int how_known, const char *who, const char *today)
{
  g_autofree char *date = kring_date_format_string (today);

  switch (how_known)
    {
    case KRING_KNOWN_SEEN:
      if (who != NULL)
        /* Translators: how a sentence begins that somebody completes: who saw it, and a date. */
        return g_strdup_printf (_ ("%s saw on %s "), who, date);
      /* Translators: how a sentence begins that somebody completes; %s is a date. */
      return g_strdup_printf (_ ("Seen on %s: "), date);
    case KRING_KNOWN_NOT_SAID:
    case KRING_KNOWN_TOLD_BY_PERSON:
      return g_strdup ("");
    case KRING_KNOWN_TOLD_BY_OTHER:
      /* Translators: how a sentence begins that somebody completes. */
      return g_strdup (_ ("Heard from "));
    case KRING_KNOWN_FROM_SYSTEM:
      /* Translators: how a sentence begins that somebody completes: in which document. */
      return g_strdup (_ ("It says in "));
    default:
      /* Translators: how a sentence begins that somebody completes; it ends in a reason. */
      return g_strdup (_ ("We think that …, because "));
    }
}

static gboolean
begins_with_one_of (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * kring_how_known_recognise:
 * @text: what was typed so far, in Dutch or English
 * @speaker: (out) (transfer full) (nullable): who is said to have said it: "Noor says that …"
 *
 * Returns: how it is known, if the text itself says so in its first words; else not said
 */
KringHowKnown
kring_how_known_recognise (const char *text, char **speaker)
{
  static const char *const seen[] = { "ik zag ", "wij zagen ", "we zagen ", "gezien ",
                                      "i saw ",  "we saw ",    "seen ",     NULL };
  static const char *const says[] = { "zegt ", "zei ",   "vertelt ", "vertelde ", "says ",
                                      "said ", "tells ", "told ",    NULL };
  static const char *const thinks[] = { "wij denken ", "we denken ", "ik denk ",
                                        "we think ",   "i think ",   NULL };
  static const char *const documents[] = { "volgens het dossier ",   "in het dossier ",
                                           "volgens het logboek ",   "in het logboek ",
                                           "according to the file ", NULL };
  g_autofree char *folded = g_utf8_strdown (text, -1);
  const char *rest = strchr (folded, ' ');

  *speaker = NULL;
  if (begins_with_one_of (folded, seen))
    return KRING_KNOWN_SEEN;
  if (begins_with_one_of (folded, thinks))
    return KRING_KNOWN_CONCLUDED;
  if (begins_with_one_of (folded, documents))
    return KRING_KNOWN_FROM_SYSTEM;
  if (rest == NULL || !begins_with_one_of (rest + 1, says))
    return KRING_KNOWN_NOT_SAID;
  *speaker = g_strndup (text, strcspn (text, " "));
  return KRING_KNOWN_TOLD_BY_PERSON;
}
