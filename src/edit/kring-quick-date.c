/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-quick-date.h"

#include "core/kring-date.h"

#include <stdio.h>
#include <string.h>

/* How many words a date takes at most: "12 sep 2025". */
#define WORDS_MAX 3

static const char *const months[12][6] = {
  { "jan", "januari", "january" },
  { "feb", "februari", "february" },
  { "mrt", "maart", "mar", "march" },
  { "apr", "april" },
  { "mei", "may" },
  { "jun", "juni", "june" },
  { "jul", "juli", "july" },
  { "aug", "augustus", "august" },
  { "sep", "sept", "september" },
  { "okt", "oktober", "oct", "october" },
  { "nov", "november" },
  { "dec", "december" },
};

static const char *const days_ago[3][4] = {
  { "vandaag", "today" },
  { "gisteren", "yesterday" },
  { "eergisteren" },
};

/* 1 to 12; 0: not the name of a month. */
static int
find_month (const char *word)
{
  for (int month = 0; month < 12; month++)
    for (guint i = 0; months[month][i] != NULL; i++)
      if (strcmp (word, months[month][i]) == 0)
        return month + 1;
  return 0;
}

static gboolean
is_number (const char *word, gsize digits_min, gsize digits_max)
{
  gsize length = strlen (word);

  return length >= digits_min && length <= digits_max && strspn (word, "0123456789") == length;
}

/* The written form, if there is such a date and it has begun; else NULL. */
static char *
dup_past (int year, int month, int day, KringDate today)
{
  g_autofree char *text = day > 0     ? g_strdup_printf ("%04d-%02d-%02d", year, month, day)
                          : month > 0 ? g_strdup_printf ("%04d-%02d", year, month)
                                      : g_strdup_printf ("%04d", year);
  KringDate date;

  if (!kring_date_parse (text, &date) ||
      kring_moment_first_minute (date.start) > kring_moment_last_minute (today.end))
    return NULL;
  return g_steal_pointer (&text);
}

/* Without a year the last one that has been is meant. */
static char *
dup_latest (int month, int day, KringDate today)
{
  char *text = dup_past (today.start.year, month, day, today);

  return text != NULL ? text : dup_past (today.start.year - 1, month, day, today);
}

static char *
dup_days_ago (int days, KringDate today)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (today.start.year, MAX (today.start.month, 1),
                                                     MAX (today.start.day, 1), 0, 0, 0);
  g_autoptr (GDateTime) then = start != NULL ? g_date_time_add_days (start, -days) : NULL;

  return then != NULL ? g_date_time_format (then, "%Y-%m-%d") : NULL;
}

/* 12-9, 12/9, 12-9-2025, 9-2025 */
static char *
read_numbers (const char *word, KringDate today)
{
  int a, b, c, n = 0;

  if (sscanf (word, "%2d%*1[-/]%2d%n", &a, &b, &n) == 2 && word[n] == '\0')
    return a > 0 && b > 0 ? dup_latest (b, a, today) : NULL;
  n = 0;
  if (sscanf (word, "%2d%*1[-/]%2d%*1[-/]%4d%n", &a, &b, &c, &n) == 3 && word[n] == '\0')
    return a > 0 && b > 0 ? dup_past (c < 100 ? 2000 + c : c, b, a, today) : NULL;
  n = 0;
  if (sscanf (word, "%2d%*1[-/]%4d%n", &a, &b, &n) == 2 && word[n] == '\0' && a > 0)
    return dup_past (b, a, 0, today);
  return NULL;
}

static char *
read_one (const char *word, KringDate today)
{
  int month = find_month (word);

  if (month > 0)
    return dup_latest (month, 0, today);
  for (guint days = 0; days < G_N_ELEMENTS (days_ago); days++)
    for (guint i = 0; days_ago[days][i] != NULL; i++)
      if (strcmp (word, days_ago[days][i]) == 0)
        return dup_days_ago (days, today);
  if (is_number (word, 4, 4) && atoi (word) >= 1900)
    return dup_past (atoi (word), 0, 0, today);
  return read_numbers (word, today);
}

/* Numbers alone are no words that a date could stand behind. */
static gboolean
has_letter (char **words, guint n)
{
  for (guint i = 0; i < n; i++)
    for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
  return FALSE;
}

/* Whether the date would be the tail of something that is no date, such as 31 feb. */
static gboolean
goes_on (const char *before, const char *first)
{
  return (find_month (first) > 0 && is_number (before, 1, 2)) ||
         (is_number (first, 4, 4) && find_month (before) > 0);
}

/* The date that the last @n of @words are. */
static char *
read_words (char **words, guint n, KringDate today)
{
  if (n == 1)
    return read_one (words[0], today);
  if (n == 2 && is_number (words[0], 1, 2) && find_month (words[1]) > 0)
    return atoi (words[0]) > 0 ? dup_latest (find_month (words[1]), atoi (words[0]), today) : NULL;
  if (n == 2 && find_month (words[0]) > 0 && is_number (words[1], 4, 4))
    return dup_past (atoi (words[1]), find_month (words[0]), 0, today);
  if (n == 3 && is_number (words[0], 1, 2) && find_month (words[1]) > 0 &&
      is_number (words[2], 4, 4) && atoi (words[0]) > 0)
    return dup_past (atoi (words[2]), find_month (words[1]), atoi (words[0]), today);
  return NULL;
}

/**
 * kring_quick_date_split:
 * @today: in its written form
 * @date: (out) (transfer full) (nullable): the date at the end, in its written form; %NULL: none
 *
 * Returns: (transfer full): what was typed without the date, and without spaces around it
 */
char *
kring_quick_date_split (const char *typed, const char *today, char **date)
{
  g_autofree char *stripped = g_strstrip (g_utf8_make_valid (typed, -1));
  g_auto (GStrv) words = g_strsplit (stripped, " ", -1);
  guint n_words = g_strv_length (words);
  KringDate now;

  *date = NULL;
  if (!kring_date_parse (today, &now))
    return g_steal_pointer (&stripped);
  for (guint n = MIN (WORDS_MAX, MAX (n_words, 1) - 1); n > 0; n--)
    {
      guint first = n_words - n;

      if (!has_letter (words, first) || goes_on (words[first - 1], words[first]))
        continue;
      *date = read_words (words + n_words - n, n, now);
      if (*date == NULL)
        continue;
      g_clear_pointer (&words[n_words - n], g_free);
      for (guint i = n_words - n + 1; i < n_words; i++)
        g_clear_pointer (&words[i], g_free);
      g_free (stripped);
      stripped = g_strjoinv (" ", words);
      return g_strstrip (g_steal_pointer (&stripped));
    }
  return g_steal_pointer (&stripped);
}
