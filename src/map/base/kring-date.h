/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates as people know them: a year, a month, a day, a minute; exact or "about"; a moment or a
 * period. Written down as ISO 8601 with two additions: a leading `~` for "about" and `/` between
 * the two ends of a period, e.g. `2025`, `~2025-09`, `2025-10-11T17:40`, `2025-10-11/2025-10-14`.
 * A plain value. Nothing here knows the time zone: a map speaks of the clock on the wall.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int year;   /* 1 to 9999; 0: nothing */
  int month;  /* 1 to 12; 0: unknown */
  int day;    /* 1 to 31; 0: unknown */
  int hour;   /* 0 to 23; -1: unknown */
  int minute; /* 0 to 59; -1: unknown */
} KringMoment;

typedef struct
{
  KringMoment start;
  KringMoment end; /* equal to start for a moment */
  gboolean about;
} KringDate;

/* Where a date lies whose year is not said. */
typedef enum
{
  KRING_DATE_AIM_PAST,   /* something that happened */
  KRING_DATE_AIM_FUTURE, /* something to be done */
  KRING_DATE_AIM_NEAR,   /* on whichever side of today it is nearer */
  KRING_DATE_AIM_NONE,   /* nowhere: the year must be said, and nothing is relative to today */
} KringDateAim;

gboolean kring_date_parse (const char *text, KringDate *date);
gboolean kring_date_parse_input (const char *text, KringDate *date);
gboolean kring_date_parse_typed (
    const char *text, const char *today, KringDateAim aim, KringDate *date, KringDate *other);
char *kring_date_to_string (KringDate date) G_GNUC_WARN_UNUSED_RESULT;
char *kring_date_format (KringDate date) G_GNUC_WARN_UNUSED_RESULT;
char *kring_date_format_short (KringDate date) G_GNUC_WARN_UNUSED_RESULT;
char *kring_date_format_string (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_date_is_period (KringDate date);
gboolean kring_moment_is_valid (KringMoment moment);
KringMoment kring_moment_guess_year (KringMoment moment,
                                     KringMoment today,
                                     KringDateAim aim,
                                     KringMoment *other);
gint64 kring_moment_first_minute (KringMoment moment);
gint64 kring_moment_last_minute (KringMoment moment);
KringMoment kring_moment_at_minute (gint64 minute);

G_END_DECLS
