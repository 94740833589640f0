/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-date.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Month names as typed, Dutch and English; the first three letters decide, save for mrt. */
static const char *const typed_months[][4] = {
  { "jan", NULL },        { "feb", NULL },        { "maa", "mrt", "mar", NULL },
  { "apr", NULL },        { "mei", "may", NULL }, { "jun", NULL },
  { "jul", NULL },        { "aug", NULL },        { "sep", NULL },
  { "okt", "oct", NULL }, { "nov", NULL },        { "dec", NULL },
};

static const char *const about_words[] = {
  "rond", "omstreeks", "ongeveer", "ca", "circa", "about"
};

static const KringMoment no_moment = { 0, 0, 0, -1, -1 };

static gboolean
moment_is_valid (KringMoment m)
{
  if (m.year < 1 || m.year > 9999 || m.month < 0 || m.month > 12)
    return FALSE;
  if (m.day != 0 && (m.month == 0 || !g_date_valid_dmy (m.day, m.month, m.year)))
    return FALSE;
  if (m.hour >= 0 && (m.day == 0 || m.hour > 23 || m.minute < 0 || m.minute > 59))
    return FALSE;
  return TRUE;
}

/* Reads exactly n digits; returns -1 where there are none. */
static int
take_digits (const char **text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return -1;
      value = value * 10 + ((*text)[i] - '0');
    }
  *text += n;
  return value;
}

static gboolean
parse_iso_moment (const char *text, KringMoment *moment)
{
  KringMoment m = no_moment;

  if ((m.year = take_digits (&text, 4)) < 0)
    return FALSE;
  if (*text == '-')
    {
      text++;
      if ((m.month = take_digits (&text, 2)) < 1)
        return FALSE;
      if (*text == '-')
        {
          text++;
          if ((m.day = take_digits (&text, 2)) < 1)
            return FALSE;
        }
    }
  if (*text == 'T')
    {
      text++;
      if ((m.hour = take_digits (&text, 2)) < 0 || *text++ != ':' ||
          (m.minute = take_digits (&text, 2)) < 0)
        return FALSE;
    }
  if (*text != '\0' || !moment_is_valid (m))
    return FALSE;
  *moment = m;
  return TRUE;
}

/**
 * kring_date_parse:
 * @text: a date as it stands in a file
 * @date: (out): the date; untouched on failure
 *
 * Returns: whether @text is a date in the written form of this header
 */
gboolean
kring_date_parse (const char *text, KringDate *date)
{
  KringDate result = { no_moment, no_moment, FALSE };
  const char *slash;

  if (*text == '~')
    {
      result.about = TRUE;
      text++;
    }
  slash = strchr (text, '/');
  if (slash != NULL)
    {
      g_autofree char *first = g_strndup (text, slash - text);

      if (!parse_iso_moment (first, &result.start) || !parse_iso_moment (slash + 1, &result.end))
        return FALSE;
      if (kring_moment_first_minute (result.end) < kring_moment_first_minute (result.start))
        return FALSE;
    }
  else
    {
      if (!parse_iso_moment (text, &result.start))
        return FALSE;
      result.end = result.start;
    }
  *date = result;
  return TRUE;
}

static int
parse_month_name (const char *word)
{
  if (strlen (word) < 3)
    return 0;
  for (int month = 0; month < 12; month++)
    for (int i = 0; typed_months[month][i] != NULL; i++)
      if (g_ascii_strncasecmp (word, typed_months[month][i], 3) == 0)
        return month + 1;
  return 0;
}

static gboolean
parse_clock (const char *word, KringMoment *m)
{
  int hour, minute, n = 0;

  if (sscanf (word, "%2d%*1[:.]%2d%n", &hour, &minute, &n) != 2 || word[n] != '\0')
    return FALSE;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  m->hour = hour;
  m->minute = minute;
  return TRUE;
}

/* 16-10-2025, 16/10/25, 10-2025 */
static gboolean
parse_numbers (const char *word, KringMoment *m)
{
  int a, b, c, n = 0;

  if (sscanf (word, "%2d%*1[-/.]%2d%*1[-/.]%4d%n", &a, &b, &c, &n) == 3 && word[n] == '\0' &&
      c >= 0)
    {
      m->day = a;
      m->month = b;
      m->year = c < 100 ? 2000 + c : c;
      return TRUE;
    }
  n = 0;
  if (sscanf (word, "%2d%*1[-/]%4d%n", &a, &b, &n) == 2 && word[n] == '\0' && b > 99)
    {
      m->month = a;
      m->year = b;
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_word (const char *word, KringMoment *m)
{
  gboolean digits = strspn (word, "0123456789") == strlen (word);
  int month = parse_month_name (word);

  if (month > 0 && m->month == 0)
    {
      m->month = month;
      return TRUE;
    }
  if (digits && strlen (word) == 4 && m->year == 0)
    {
      m->year = atoi (word);
      return TRUE;
    }
  if (digits && strlen (word) <= 2 && m->day == 0)
    {
      m->day = atoi (word);
      return m->day > 0;
    }
  if (m->day != 0 && parse_clock (word, m))
    return TRUE;
  return m->year == 0 && m->month == 0 && parse_numbers (word, m);
}

static gboolean
is_about_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (about_words); i++)
    if (g_ascii_strncasecmp (word, about_words[i], strlen (about_words[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_filler (const char *word)
{
  return *word == '\0' || g_ascii_strcasecmp (word, "uur") == 0 ||
         g_ascii_strcasecmp (word, "om") == 0;
}

static gboolean
parse_words (const char *text, KringDate *date)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,\t", -1);
  KringMoment m = no_moment;
  gboolean about = FALSE;

  for (int i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (is_filler (word))
        continue;
      if (i == 0 && is_about_word (word))
        about = TRUE;
      else if (!take_word (word, &m))
        return FALSE;
    }
  if (!moment_is_valid (m))
    return FALSE;
  date->start = date->end = m;
  date->about = date->about || about;
  return TRUE;
}

/**
 * kring_date_parse_input:
 * @text: what somebody typed, e.g. `16-10-2025`, `16 okt 2025 17:40`, `september 2025`,
 *   `rond 2019`, `11-10-2025 t/m 14-10-2025`, or the written form
 * @date: (out): the date; untouched on failure
 *
 * Understands Dutch and English month names, whatever the language of the interface.
 *
 * Returns: whether @text was understood
 */
gboolean
kring_date_parse_input (const char *text, KringDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (GStrv) ends = NULL;
  KringDate first = { no_moment, no_moment, FALSE }, last = first;
  char *rest = stripped;

  if (kring_date_parse (stripped, date))
    return TRUE;
  if (*rest == '~')
    {
      first.about = TRUE;
      rest++;
    }
  if (*rest == '\0')
    return FALSE;
  ends = g_strsplit (rest, strstr (rest, " t/m ") ? " t/m " : " – ", 2);
  if (!parse_words (ends[0], &first))
    return FALSE;
  if (ends[1] != NULL)
    {
      if (!parse_words (ends[1], &last))
        return FALSE;
      first.end = last.start;
      if (kring_moment_first_minute (first.end) < kring_moment_first_minute (first.start))
        return FALSE;
    }
  *date = first;
  return TRUE;
}

static void
append_iso (GString *out, KringMoment m)
{
  g_string_append_printf (out, "%04d", m.year);
  if (m.month > 0)
    g_string_append_printf (out, "-%02d", m.month);
  if (m.day > 0)
    g_string_append_printf (out, "-%02d", m.day);
  if (m.hour >= 0)
    g_string_append_printf (out, "T%02d:%02d", m.hour, m.minute);
}

/**
 * kring_date_to_string:
 *
 * Returns: (transfer full): @date in the written form
 */
char *
kring_date_to_string (KringDate date)
{
  GString *out = g_string_new (date.about ? "~" : "");

  append_iso (out, date.start);
  if (kring_date_is_period (date))
    {
      g_string_append_c (out, '/');
      append_iso (out, date.end);
    }
  return g_string_free (out, FALSE);
}

static const char *
month_name (int month)
{
  static const char *const names[] = {
    NC_ ("month", "Jan"), NC_ ("month", "Feb"), NC_ ("month", "Mar"), NC_ ("month", "Apr"),
    NC_ ("month", "May"), NC_ ("month", "Jun"), NC_ ("month", "Jul"), NC_ ("month", "Aug"),
    NC_ ("month", "Sep"), NC_ ("month", "Oct"), NC_ ("month", "Nov"), NC_ ("month", "Dec"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", names[month - 1]);
}

static void
append_readable (GString *out, KringMoment m, gboolean with_year)
{
  if (m.day > 0)
    g_string_append_printf (out, "%d ", m.day);
  if (m.month > 0)
    g_string_append (out, month_name (m.month));
  if (m.month == 0 || with_year)
    g_string_append_printf (out, m.month > 0 ? " %d" : "%d", m.year);
  if (m.hour >= 0)
    /* Translators: a time of day, hour and minute, e.g. 17:40 */
    g_string_append_printf (out, _ (", %d:%02d"), m.hour, m.minute);
}

static char *
format (KringDate date, gboolean with_year)
{
  g_autoptr (GString) out = g_string_new (NULL);
  KringMoment first = date.start;
  gboolean same_year = date.start.year == date.end.year;

  if (kring_date_is_period (date))
    {
      if (same_year && first.month == date.end.month && first.hour < 0 && first.day > 0 &&
          date.end.day > 0)
        g_string_append_printf (out, "%d", first.day);
      else
        append_readable (out, first, with_year && !same_year);
      g_string_append (out, "–");
    }
  append_readable (out, date.end, with_year);
  if (date.about)
    return g_strdup_printf (_ ("about %s"), out->str);
  return g_strdup (out->str);
}

/**
 * kring_date_format:
 *
 * Returns: (transfer full): @date for people, in the language of the interface, with its year
 */
char *
kring_date_format (KringDate date)
{
  return format (date, TRUE);
}

/**
 * kring_date_format_short:
 *
 * Returns: (transfer full): @date for people, without its year unless that is all there is
 */
char *
kring_date_format_short (KringDate date)
{
  return format (date, FALSE);
}

/**
 * kring_date_format_string:
 * @text: a date in the written form, or anything else
 *
 * Returns: (transfer full): the date for people, or @text itself if it is no date
 */
char *
kring_date_format_string (const char *text)
{
  KringDate date;

  return kring_date_parse (text, &date) ? kring_date_format (date) : g_strdup (text);
}

/**
 * kring_date_is_period:
 *
 * Returns: whether the two ends of @date differ
 */
gboolean
kring_date_is_period (KringDate date)
{
  return memcmp (&date.start, &date.end, sizeof (KringMoment)) != 0;
}

static gint64
minute_of (int year, int month, int day, int hour, int minute)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return ((gint64) g_date_get_julian (&date) * 24 + hour) * 60 + minute;
}

/**
 * kring_moment_first_minute:
 *
 * Returns: the first minute that @moment may mean, counted from the start of the year 1
 */
gint64
kring_moment_first_minute (KringMoment m)
{
  return minute_of (m.year, MAX (m.month, 1), MAX (m.day, 1), MAX (m.hour, 0), MAX (m.minute, 0));
}

/**
 * kring_moment_last_minute:
 *
 * Returns: the last minute that @moment may mean, counted from the start of the year 1
 */
gint64
kring_moment_last_minute (KringMoment m)
{
  int month = m.month > 0 ? m.month : 12;
  int day = m.day > 0 ? m.day : g_date_get_days_in_month (month, m.year);

  return minute_of (m.year, month, day, m.hour >= 0 ? m.hour : 23, m.minute >= 0 ? m.minute : 59);
}

/**
 * kring_moment_at_minute:
 * @minute: counted from the start of the year 1, as by kring_moment_first_minute ()
 *
 * Returns: the day and the time of @minute; years before 1 and after 9999 are not known here
 */
KringMoment
kring_moment_at_minute (gint64 minute)
{
  const gint64 day = 24 * 60;
  gint64 clamped = CLAMP (minute, day, minute_of (9999, 12, 31, 23, 59));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, clamped / day);
  return (KringMoment){ g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date),
                        clamped % day / 60, clamped % 60 };
}
