/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most years between one 29 February and the next. */
#define LEAP_YEARS 8

/* How few days from today, or from being as near, the same day in another year may be meant just as
 * well. */
#define DOUBT_DAYS 45

static const KringMoment no_moment = { 0, 0, 0, -1, -1 };

/**
 * kring_moment_is_valid:
 *
 * Returns: whether there is such a year, month, day or minute, and nothing coarser is unknown
 */
gboolean
kring_moment_is_valid (KringMoment m)
{
  if (m.year < 1 || m.year > 9999 || m.month < 0 || m.month > 12)
    return FALSE;
  if (m.day != 0 && (m.month == 0 || !g_date_valid_dmy (m.day, m.month, m.year)))
    return FALSE;
  if (m.hour >= 0 && (m.day == 0 || m.hour > 23 || m.minute < 0 || m.minute > 59))
    return FALSE;
  return TRUE;
}

/* Reads exactly n digits; returns -1 if they are not all there. */
static int
date_take_digits (const char **text, int n)
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

  if ((m.year = date_take_digits (&text, 4)) < 0)
    return FALSE;
  if (*text == '-')
    {
      text++;
      if ((m.month = date_take_digits (&text, 2)) < 1)
        return FALSE;
      if (*text == '-')
        {
          text++;
          if ((m.day = date_take_digits (&text, 2)) < 1)
            return FALSE;
        }
    }
  if (*text == 'T')
    {
      text++;
      if ((m.hour = date_take_digits (&text, 2)) < 0 || *text++ != ':' ||
          (m.minute = date_take_digits (&text, 2)) < 0)
        return FALSE;
    }
  if (*text != '\0' || !kring_moment_is_valid (m))
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

/**
 * kring_date_parse_input:
 * @text: what somebody typed, with its year
 * @date: (out): the date; untouched on failure
 *
 * Like kring_date_parse_typed (), where nobody knows what day it is.
 *
 * Returns: whether @text was understood
 */
gboolean
kring_date_parse_input (const char *text, KringDate *date)
{
  return kring_date_parse_typed (text, NULL, KRING_DATE_AIM_NONE, date, NULL);
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
 * Returns: the first minute that @m may mean, counted from the start of the year 1
 */
gint64
kring_moment_first_minute (KringMoment m)
{
  return minute_of (m.year, MAX (m.month, 1), MAX (m.day, 1), MAX (m.hour, 0), MAX (m.minute, 0));
}

/**
 * kring_moment_last_minute:
 *
 * Returns: the last minute that @m may mean, counted from the start of the year 1
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

/* Returns how many days a moment lies after a day; negative if before. */
static gint64
date_get_distance (KringMoment moment, KringMoment today)
{
  const gint64 day = 24 * 60;
  gint64 now = kring_moment_first_minute (today) / day;
  gint64 first = kring_moment_first_minute (moment) / day;
  gint64 last = kring_moment_last_minute (moment) / day;

  return first > now ? first - now : last < now ? last - now : 0;
}

static KringMoment
date_find_nearest (KringMoment moment, KringMoment today, KringDateAim aim)
{
  KringMoment found = no_moment;

  for (int years = -LEAP_YEARS; years <= LEAP_YEARS; years++)
    {
      KringMoment try = moment;
      gint64 days;

      try.year = today.year + years;
      if (!kring_moment_is_valid (try))
        continue;
      days = date_get_distance (try, today);
      if ((aim == KRING_DATE_AIM_PAST && days > 0) || (aim == KRING_DATE_AIM_FUTURE && days < 0))
        continue;
      if (found.year == 0 || ABS (days) < ABS (date_get_distance (found, today)))
        found = try;
    }
  return found;
}

/**
 * kring_moment_guess_year:
 * @moment: has no year
 * @today: a day
 * @other: (out): the same in another year, if that may have been meant just as well; else year 0
 *
 * Returns: @moment in the nearest year that suits @aim; year 0: there is none
 */
KringMoment
kring_moment_guess_year (KringMoment moment,
                         KringMoment today,
                         KringDateAim aim,
                         KringMoment *other)
{
  KringMoment found = date_find_nearest (moment, today, aim);
  gint64 days = found.year > 0 ? date_get_distance (found, today) : 0;
  KringMoment beside = found;
  gint64 away;

  *other = no_moment;
  beside.year += days < 0 ? 1 : -1;
  if (found.year == 0 || days == 0 || !kring_moment_is_valid (beside))
    return found;
  away = ABS (date_get_distance (beside, today)) - (aim == KRING_DATE_AIM_NEAR ? ABS (days) : 0);
  if (away < DOUBT_DAYS)
    *other = beside;
  return found;
}
