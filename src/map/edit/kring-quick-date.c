/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-quick-date.h"

#include "map/base/kring-date.h"

#include <string.h>

/* How many words a date takes at most: "11 oktober 2025 om 23:30 t/m 14 oktober 2025 06:20 uur". */
#define WORDS_MAX 12

/* Years that stand alone must be near the present. */
#define YEAR_MIN 1900
#define YEAR_MAX 2100

/* Shorter names of days are ordinary words too: "ma", "do", "zat". */
#define DAY_NAME_MIN 6

typedef struct
{
  char **words; /* (owned) */
  guint n;
  const char *today; /* in its written form */
  KringDate now;
  KringQuickDatePlace place;
  guint first, end; /* which of the words are the date */
  KringDate date;
  KringDate other; /* year 0: none */
} Split;

static gboolean
quick_date_is_number (const char *word, gsize digits_min, gsize digits_max)
{
  gsize length = strlen (word);

  return length >= digits_min && length <= digits_max && strspn (word, "0123456789") == length;
}

static gboolean
has_digit (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

/* Whether there is a word beside the date; numbers alone are none. */
static gboolean
has_letter (char **words, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
  return FALSE;
}

static char *
quick_date_dup_words (char **words, guint first, guint end)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_printf (text, "%s%s", i > first ? " " : "", words[i]);
  return g_string_free (text, FALSE);
}

static gboolean
read_range (Split *self, guint first, guint end, KringDateAim aim, KringDate *date)
{
  g_autofree char *text = quick_date_dup_words (self->words, first, end);

  /* "12-11: missing" */
  if (g_str_has_suffix (text, ":"))
    text[strlen (text) - 1] = '\0';
  return kring_date_parse_typed (text, self->today, aim, date, &self->other);
}

static gboolean
quick_date_is_same (const KringDate *a, const KringDate *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

static gboolean
says (Split *self, guint first, guint end, const KringDate wanted[2])
{
  KringDate date;

  return first < end && read_range (self, first, end, KRING_DATE_AIM_PAST, &date) &&
         quick_date_is_same (&date, &wanted[0]) && quick_date_is_same (&self->other, &wanted[1]);
}

/* Whether @word is a day of the week, which means another date when it is still to come. */
static gboolean
is_day_of_week (Split *self, guint place, const KringDate *past)
{
  KringDate coming;

  return read_range (self, place, place + 1, KRING_DATE_AIM_FUTURE, &coming) &&
         (self->other.start.year > 0 || !quick_date_is_same (past, &coming));
}

/* Whether one word is meant as a date where it stands. */
static gboolean
quick_date_is_plain (Split *self, guint place, const KringDate *date)
{
  const char *word = self->words[place];

  if (quick_date_is_number (word, 1, 4))
    return date->start.year >= YEAR_MIN && date->start.year <= YEAR_MAX;
  if (has_digit (word))
    return TRUE;
  if (date->start.day == 0)
    return g_unichar_islower (g_utf8_get_char (word));
  if (is_day_of_week (self, place, date))
    return place == 0 && strlen (word) >= DAY_NAME_MIN && self->place == KRING_QUICK_DATE_FIRST;
  return place == 0 || g_unichar_islower (g_utf8_get_char (word));
}

static gboolean
is_month (Split *self, guint place)
{
  KringDate date;

  return !has_digit (self->words[place]) &&
         read_range (self, place, place + 1, KRING_DATE_AIM_PAST, &date) && date.start.day == 0;
}

/* Whether the date would be a piece of something that is no date, such as 31 feb 2025. */
static gboolean
goes_on (Split *self, guint first)
{
  return first > 0 &&
         ((quick_date_is_number (self->words[first - 1], 1, 2) && is_month (self, first)) ||
          (quick_date_is_number (self->words[first], 4, 4) && is_month (self, first - 1)));
}

static gboolean
is_future (Split *self, const KringDate *date)
{
  return kring_moment_first_minute (date->start) > kring_moment_last_minute (self->now.end);
}

/* "23.30 u"; "12-11 u" speaks to somebody. */
static gboolean
is_hour_word (const char *word, KringMoment moment)
{
  return moment.hour >= 0 &&
         (g_str_equal (word, "uur") || g_str_equal (word, "u") || g_str_equal (word, "u."));
}

/* Whether what stands from @first to @end is a date, without the small words around it. */
static gboolean
quick_date_take (Split *self, guint first, guint end)
{
  KringDate said[2];
  guint last = end;

  if (goes_on (self, first) || !read_range (self, first, end, KRING_DATE_AIM_PAST, &said[0]))
    return FALSE;
  said[1] = self->other;
  self->first = first;
  while (says (self, first + 1, end, said))
    first++;
  /* What follows the date belongs to what is said: "12-11 de politie belt". */
  while (says (self, first, last - 1, said))
    last--;
  self->end = self->first == 0 ? last : end;
  if (self->end < end && is_hour_word (self->words[self->end], said[0].end))
    self->end++;
  if (last == first + 1 && !quick_date_is_plain (self, first, &said[0]))
    return FALSE;
  self->date = said[0];
  self->other = said[1];
  if (self->place == KRING_QUICK_DATE_FIRST)
    return TRUE;
  if (self->other.start.year > 0 && is_future (self, &self->other))
    self->other.start.year = 0;
  return !is_future (self, &self->date);
}

/* "12-11 2000 euro" is an amount. */
static guint
count_first (Split *self)
{
  guint n = MIN (WORDS_MAX, self->n);

  for (guint i = 1; i < n; i++)
    if (quick_date_is_number (self->words[i], 4, 4) &&
        strpbrk (self->words[i - 1], "-/.") != NULL && has_digit (self->words[i - 1]))
      return i;
  return n;
}

static gboolean
quick_date_find_first (Split *self)
{
  for (guint n = count_first (self); n > 0; n--)
    if (quick_date_take (self, 0, n))
      return TRUE;
  return FALSE;
}

static gboolean
find_last (Split *self)
{
  for (guint n = MIN (WORDS_MAX, MAX (self->n, 1) - 1); n > 0; n--)
    if (has_letter (self->words, 0, self->n - n) && quick_date_take (self, self->n - n, self->n))
      return TRUE;
  return FALSE;
}

/* (transfer full): everything but the date */
static char *
dup_rest (Split *self)
{
  g_autofree char *before = quick_date_dup_words (self->words, 0, self->first);
  g_autofree char *after = quick_date_dup_words (self->words, self->end, self->n);
  const char *rest = after;

  /* "12-11 - missing" */
  if (self->first == 0 && (g_str_has_prefix (rest, "- ") || g_str_has_prefix (rest, "– ")))
    rest = strchr (rest, ' ') + 1;
  return g_strconcat (before, *before != '\0' && *rest != '\0' ? " " : "", rest, NULL);
}

/* Returns the words of the text, without the empty ones between two spaces. */
static char **
dup_split (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " \t\n", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (words, g_strdup (pieces[i]));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/**
 * kring_quick_date_split:
 * @typed: a line with words and perhaps a date
 * @today: in its written form
 * @date: (out) (transfer full) (nullable): the date in it, in its written form; %NULL: none
 * @other: (out) (transfer full) (nullable): another date that may have been meant just as well
 *
 * Returns: (transfer full): what was typed without the date, and without spaces around it
 */
char *
kring_quick_date_split (
    const char *typed, const char *today, KringQuickDatePlace place, char **date, char **other)
{
  g_autofree char *stripped = g_strstrip (g_utf8_make_valid (typed, -1));
  g_auto (GStrv) words = dup_split (stripped);
  Split self = { .words = words, .n = g_strv_length (words), .today = today, .place = place };

  *date = *other = NULL;
  if (!kring_date_parse (today, &self.now) ||
      !((place == KRING_QUICK_DATE_FIRST && quick_date_find_first (&self)) || find_last (&self)))
    return g_steal_pointer (&stripped);
  *date = kring_date_to_string (self.date);
  if (self.other.start.year > 0)
    *other = kring_date_to_string (self.other);
  return dup_rest (&self);
}
