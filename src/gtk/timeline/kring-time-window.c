/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/timeline/kring-time-window.h"

#include "map/base/kring-date.h"

/**
 * kring_time_window_get:
 *
 * Returns: the period that is looked at; with open ends where nothing limits it
 */
KringPeriod
kring_time_window_get (KringSession *session)
{
  KringFilter *filter = kring_session_get_filter (session);
  const char *from = kring_filter_get_from (filter), *to = kring_filter_get_to (filter);
  KringPeriod period = KRING_PERIOD_EVER;
  KringDate date;

  if (from != NULL && kring_date_parse (from, &date))
    period.first = kring_moment_first_minute (date.start);
  if (to != NULL && kring_date_parse (to, &date))
    period.last = kring_moment_last_minute (date.end);
  return period;
}

/* A whole day is written without its time. */
static char *
time_window_dup_end (gint64 minute, gint64 whole)
{
  KringMoment moment = kring_moment_at_minute (minute);

  if (minute % KRING_DAY_MINUTES == whole)
    moment.hour = moment.minute = -1;
  return kring_date_to_string ((KringDate){ moment, moment, FALSE });
}

/**
 * kring_time_window_set:
 * @period: what is looked at from now on
 *
 * Sets the period of the filter, and leaves its other conditions as they are.
 */
void
kring_time_window_set (KringSession *session, KringPeriod period)
{
  g_autofree char *from = period.first != G_MININT64 ? time_window_dup_end (period.first, 0) : NULL;
  g_autofree char *to =
      period.last != G_MAXINT64 ? time_window_dup_end (period.last, KRING_DAY_MINUTES - 1) : NULL;

  kring_filter_set_period (kring_session_get_filter (session), from, to);
}

static gint64
time_window_round_to (gint64 minute, gint64 step)
{
  return (minute + step / 2) / step * step;
}

/**
 * kring_time_window_snap:
 * @period: about what is wanted
 * @step: its ends lie on whole steps, in minutes
 * @bounds: an end that reaches or passes these is open
 *
 * Returns: the closest period of at least one step
 */
KringPeriod
kring_time_window_snap (KringPeriod period, gint64 step, KringPeriod bounds)
{
  KringPeriod snapped = KRING_PERIOD_EVER;

  if (period.first > bounds.first)
    snapped.first = MIN (time_window_round_to (period.first, step), bounds.last / step * step);
  if (period.last < bounds.last)
    snapped.last =
        MAX (time_window_round_to (period.last + 1, step), (bounds.first / step + 1) * step) - 1;
  if (snapped.first != G_MININT64 && snapped.last != G_MAXINT64 && snapped.last < snapped.first)
    snapped.last = snapped.first + step - 1;
  return snapped;
}
