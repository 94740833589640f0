/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-how-known.h"

#include "map/base/kring-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *icon;
  const char *word;
} ways[] = {
  [KRING_HOW_KNOWN_SEEN] = { "kring-eye-symbolic", N_ ("seen ourselves") },
  [KRING_HOW_KNOWN_TOLD_BY_PERSON] = { "kring-hearsay-symbolic", N_ ("told by the person") },
  [KRING_HOW_KNOWN_TOLD_BY_OTHER] = { "kring-hearsay-symbolic", N_ ("from hearsay") },
  [KRING_HOW_KNOWN_FROM_SYSTEM] = { "kring-document-symbolic", N_ ("from a document") },
  [KRING_HOW_KNOWN_CONCLUDED] = { "kring-lamp-symbolic", N_ ("our own conclusion") },
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
    case KRING_HOW_KNOWN_SEEN:
      if (who != NULL)
        /* Translators: how a sentence begins that somebody completes: who saw it, and a date. */
        return g_strdup_printf (_ ("%s saw on %s "), who, date);
      /* Translators: how a sentence begins that somebody completes; %s is a date. */
      return g_strdup_printf (_ ("Seen on %s: "), date);
    case KRING_HOW_KNOWN_NOT_SAID:
    case KRING_HOW_KNOWN_TOLD_BY_PERSON:
      return g_strdup ("");
    case KRING_HOW_KNOWN_TOLD_BY_OTHER:
      /* Translators: how a sentence begins that somebody completes. */
      return g_strdup (_ ("Heard from "));
    case KRING_HOW_KNOWN_FROM_SYSTEM:
      /* Translators: how a sentence begins that somebody completes: in which document. */
      return g_strdup (_ ("It says in "));
    default:
      /* Translators: how a sentence begins that somebody completes; it ends in a reason. */
      return g_strdup (_ ("We think that …, because "));
    }
}

/* More words than these are no name before "says". */
#define SPEAKER_WORDS_MAX 5

static gboolean
begins_with_one_of (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether one of @phrases stands in @words from @place on; the last word may have a sign behind it. */
static gboolean
how_known_stands_at (char **words, guint place, const char *const *phrases)
{
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      g_auto (GStrv) wanted = g_strsplit (phrases[i], " ", -1);
      guint k = 0;

      while (wanted[k] != NULL && words[place + k] != NULL &&
             (strcmp (words[place + k], wanted[k]) == 0 ||
              (wanted[k + 1] == NULL && g_str_has_prefix (words[place + k], wanted[k]) &&
               strspn (words[place + k] + strlen (wanted[k]), ",:;") ==
                   strlen (words[place + k] + strlen (wanted[k])))))
        k++;
      if (wanted[k] == NULL)
        return TRUE;
    }
  return FALSE;
}

/* A sign that ends a part of a sentence; the point of an initial does not. */
static gboolean
ends_part (const char *word)
{
  gsize length = strlen (word);

  return length > 0 && strchr (",;:!?.)", word[length - 1]) != NULL &&
         !(word[length - 1] == '.' && g_utf8_strlen (word, -1) <= 2);
}

/* The place of the word that says that somebody said it; 0: none does. */
static guint
find_saying (char **words)
{
  static const char *const says[] = {
    "zegt",         "zei",
    "zeggen",       "zeiden",
    "vertelt",      "vertelde",
    "vertellen",    "vertelden",
    "meldt",        "meldde",
    "schrijft",     "schreef",
    "appt",         "appte",
    "geeft aan",    "gaf aan",
    "geven aan",    "heeft verteld",
    "heeft gezegd", "heeft aangegeven",
    "heeft gemeld", "heeft geschreven",
    "says",         "said",
    "tells",        "told",
    "writes",       "wrote",
    "has said",     "has told",
    NULL,
  };

  for (guint i = 1; words[0] != NULL && words[i] != NULL && i <= SPEAKER_WORDS_MAX; i++)
    {
      if (ends_part (words[i - 1]))
        return 0;
      if (how_known_stands_at (words, i, says))
        return i;
    }
  return 0;
}

/* (transfer full) (nullable): the first @n words; %NULL: they only say "she". */
static char *
dup_speaker (char **words, guint n)
{
  static const char *const nobody[] = { "hij", "zij", "ze",  "ik", "we",   "wij", "men",
                                        "die", "he",  "she", "i",  "they", "one", NULL };
  g_autofree char *only = g_utf8_strdown (words[0], -1);
  g_autoptr (GString) speaker = g_string_new (words[0]);

  if (n == 1 && g_strv_contains (nobody, only))
    return NULL;
  for (guint i = 1; i < n; i++)
    g_string_append_printf (speaker, " %s", words[i]);
  return g_strdup (speaker->str);
}

/* (transfer full) (nullable): the name in "According to Noor …": words with a capital. */
static char *
how_known_dup_source (char **words)
{
  guint first = g_ascii_strcasecmp (words[0], "volgens") == 0 ? 1
                : words[1] != NULL && g_ascii_strcasecmp (words[0], "according") == 0 &&
                        g_ascii_strcasecmp (words[1], "to") == 0
                    ? 2
                    : 0;
  guint n = first;

  while (first > 0 && words[n] != NULL && g_unichar_isupper (g_utf8_get_char (words[n])) &&
         (n == first || !ends_part (words[n - 1])))
    n++;
  /* The word that is being typed is not whole yet. */
  if (n == first || words[n] == NULL)
    return NULL;
  return g_strdelimit (dup_speaker (words + first, n - first), ",:;", ' ');
}

/* Whether somebody said it, and who. */
static gboolean
recognise_saying (const char *text, const char *folded, char **speaker)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1), small = g_strsplit (folded, " ", -1);
  guint n = find_saying (small);

  if (g_strv_length (words) != g_strv_length (small) || words[0] == NULL)
    return FALSE;
  *speaker = n > 0 ? dup_speaker (words, n) : how_known_dup_source (words);
  if (*speaker != NULL && *g_strstrip (*speaker) == '\0')
    g_clear_pointer (speaker, g_free);
  return n > 0 || *speaker != NULL;
}

/**
 * kring_how_known_recognise:
 * @text: what was typed so far, in Dutch or English
 * @speaker: (out) (transfer full) (nullable): who is said to have said it: "Noor says that …"
 *
 * Returns: how it is known, if the text itself says so in its first words; else not said. Told by
 *   the person: somebody said it, and whether that was the person, @speaker tells, if anybody does
 */
KringHowKnown
kring_how_known_recognise (const char *text, char **speaker)
{
  static const char *const seen[] = { "ik zag ", "wij zagen ", "we zagen ", "gezien ",
                                      "i saw ",  "we saw ",    "seen ",     NULL };
  static const char *const heard[] = { "gehoord van ",
                                       "ik hoorde van ",
                                       "we hoorden van ",
                                       "wij hoorden van ",
                                       "heard from ",
                                       "we heard from ",
                                       NULL };
  static const char *const thinks[] = { "wij denken ", "we denken ", "ik denk ",
                                        "we think ",   "i think ",   NULL };
  static const char *const documents[] = { "volgens het dossier ",   "in het dossier ",
                                           "volgens het logboek ",   "in het logboek ",
                                           "er staat in ",           "it says in ",
                                           "according to the file ", NULL };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  *speaker = NULL;
  if (begins_with_one_of (folded, seen))
    return KRING_HOW_KNOWN_SEEN;
  if (begins_with_one_of (folded, heard))
    return KRING_HOW_KNOWN_TOLD_BY_OTHER;
  if (begins_with_one_of (folded, thinks))
    return KRING_HOW_KNOWN_CONCLUDED;
  if (begins_with_one_of (folded, documents))
    return KRING_HOW_KNOWN_FROM_SYSTEM;
  return recognise_saying (text, folded, speaker) ? KRING_HOW_KNOWN_TOLD_BY_PERSON
                                                  : KRING_HOW_KNOWN_NOT_SAID;
}
