/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/time/kring-time-scale.h"

#include "map/base/kring-date.h"

#include <glib/gi18n-lib.h>

/* The closest and the widest look. */
#define SPAN_MIN (6.0 * KRING_HOUR_MINUTES)
#define SPAN_MAX (200.0 * 366 * KRING_DAY_MINUTES)
/* So much more than everything is shown around it. */
#define MARGIN_PART 0.03
#define MONTH_MINUTES (30 * KRING_DAY_MINUTES)
#define YEAR_MINUTES (366 * KRING_DAY_MINUTES)
/* A month that is narrower cannot be pointed at, in pixels. */
#define MONTH_LEAST 6.0
/* As long as a month has to be, in pixels for each pixel of room, to be written in full. */
#define FULL_NAME 1.3

typedef enum
{
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

/* Weeks are harder to read than months: they need so much more room. */
#define WEEK_ROOM 2.4

/* How far ticks are apart, closest first. */
static const struct
{
  Unit unit;
  int count;
  double minutes; /* of one step, about */
} steps[] = {
  { UNIT_HOUR, 1, 60 },
  { UNIT_HOUR, 3, 180 },
  { UNIT_HOUR, 6, 360 },
  { UNIT_HOUR, 12, 720 },
  { UNIT_DAY, 1, KRING_DAY_MINUTES },
  { UNIT_WEEK, 1, KRING_WEEK_MINUTES },
  { UNIT_MONTH, 1, MONTH_MINUTES },
  { UNIT_MONTH, 3, 3 * MONTH_MINUTES },
  { UNIT_YEAR, 1, 12 * MONTH_MINUTES },
  { UNIT_YEAR, 5, 60 * MONTH_MINUTES },
  { UNIT_YEAR, 20, 240 * MONTH_MINUTES },
  { UNIT_YEAR, 50, 600 * MONTH_MINUTES },
};

static const char *const month_names[] = {
  NC_ ("month name", "January"), NC_ ("month name", "February"), NC_ ("month name", "March"),
  NC_ ("month name", "April"),   NC_ ("month name", "May"),      NC_ ("month name", "June"),
  NC_ ("month name", "July"),    NC_ ("month name", "August"),   NC_ ("month name", "September"),
  NC_ ("month name", "October"), NC_ ("month name", "November"), NC_ ("month name", "December"),
};

/**
 * kring_time_scale_to_x:
 *
 * Returns: where @minute stands, in pixels from the left edge
 */
double
kring_time_scale_to_x (const KringTimeScale *self, double minute)
{
  return (minute - self->first) / kring_time_scale_get_span (self) * self->width;
}

/**
 * kring_time_scale_to_minute:
 *
 * Returns: the minute that stands at @x pixels from the left edge
 */
double
kring_time_scale_to_minute (const KringTimeScale *self, double x)
{
  return self->first + x / MAX (self->width, 1) * kring_time_scale_get_span (self);
}

/**
 * kring_time_scale_get_span:
 *
 * Returns: how many minutes are shown
 */
double
kring_time_scale_get_span (const KringTimeScale *self)
{
  return self->last - self->first;
}

/**
 * kring_time_scale_zoom:
 * @factor: above 1: a shorter time is shown
 * @x: what stands here stays where it is, in pixels
 */
void
kring_time_scale_zoom (KringTimeScale *self, double factor, double x)
{
  double at = kring_time_scale_to_minute (self, x), span = kring_time_scale_get_span (self);
  double wanted = CLAMP (span / factor, SPAN_MIN, SPAN_MAX), part = (at - self->first) / span;

  self->first = at - part * wanted;
  self->last = self->first + wanted;
}

/**
 * kring_time_scale_pan:
 * @pixels: above 0: a later time is shown
 */
void
kring_time_scale_pan (KringTimeScale *self, double pixels)
{
  double minutes = pixels / MAX (self->width, 1) * kring_time_scale_get_span (self);

  self->first += minutes;
  self->last += minutes;
}

/**
 * kring_time_scale_show:
 * @period: what must be in sight, with some air around it; with two ends
 */
void
kring_time_scale_show (KringTimeScale *self, KringPeriod period)
{
  double span = MAX ((double) (period.last - period.first), SPAN_MIN);
  double middle = period.first / 2.0 + period.last / 2.0;

  kring_time_scale_show_span (self, middle, span * (1 + 2 * MARGIN_PART));
}

/**
 * kring_time_scale_show_span:
 * @middle: the minute in the middle
 * @span: how many minutes are shown
 */
void
kring_time_scale_show_span (KringTimeScale *self, double middle, double span)
{
  double wanted = CLAMP (span, SPAN_MIN, SPAN_MAX);

  self->first = middle - wanted / 2;
  self->last = middle + wanted / 2;
}

/**
 * kring_time_scale_keep_within:
 * @bounds: what there is to see
 *
 * Sees to it that something of @bounds stays in sight, and no more empty time than needed.
 */
void
kring_time_scale_keep_within (KringTimeScale *self, KringPeriod bounds)
{
  double span = kring_time_scale_get_span (self), air = span * MARGIN_PART;
  double first = bounds.first - air, last = bounds.last + air;

  if (span >= last - first)
    kring_time_scale_show_span (self, (first + last) / 2, span);
  else if (self->first < first)
    kring_time_scale_show_span (self, first + span / 2, span);
  else if (self->last > last)
    kring_time_scale_show_span (self, last - span / 2, span);
}

/* The last minute at or before @minute on which a tick of this sort stands. */
static KringMoment
get_tick_before (gint64 minute, Unit unit, int count)
{
  KringMoment m = kring_moment_at_minute (minute);
  gint64 day = minute / KRING_DAY_MINUTES;

  m.minute = 0;
  if (unit == UNIT_HOUR)
    {
      m.hour -= m.hour % count;
      return m;
    }
  m.hour = 0;
  if (unit == UNIT_WEEK)
    return kring_moment_at_minute ((day - (day + 6) % 7) * KRING_DAY_MINUTES);
  if (unit == UNIT_DAY)
    return m;
  m.day = 1;
  if (unit == UNIT_YEAR)
    {
      m.month = 1;
      m.year = MAX (m.year - m.year % count, 1);
    }
  else
    m.month -= (m.month - 1) % count;
  return m;
}

static gint64
get_tick_after (gint64 minute, Unit unit, int count)
{
  KringMoment m = kring_moment_at_minute (minute);

  if (unit == UNIT_HOUR)
    return minute + count * KRING_HOUR_MINUTES;
  if (unit == UNIT_DAY || unit == UNIT_WEEK)
    return minute + (unit == UNIT_DAY ? KRING_DAY_MINUTES : KRING_WEEK_MINUTES);
  if (unit == UNIT_YEAR)
    m.year += count;
  else
    m.month += count;
  m.year += (m.month - 1) / 12;
  m.month = (m.month - 1) % 12 + 1;
  return m.year > 9999 ? G_MAXINT64 : kring_moment_first_minute (m);
}

static char *
time_scale_dup_day (KringMoment m)
{
  m.hour = m.minute = -1;
  return kring_date_format_short ((KringDate){ m, m, FALSE });
}

static char *
dup_month (KringMoment m, gboolean full)
{
  g_autofree char *name = NULL;

  m.day = 0;
  m.hour = m.minute = -1;
  if (full)
    name = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "month name", month_names[m.month - 1]));
  else
    name = kring_date_format_short ((KringDate){ m, m, FALSE });
  return m.month == 1 ? g_strdup_printf ("%s %d", name, m.year) : g_steal_pointer (&name);
}

static char *
time_scale_dup_label (gint64 minute, Unit unit, gboolean full)
{
  KringMoment m = kring_moment_at_minute (minute);

  if (unit == UNIT_YEAR)
    return g_strdup_printf ("%d", m.year);
  if (unit == UNIT_MONTH)
    return dup_month (m, full);
  if (unit == UNIT_HOUR && m.hour > 0)
    /* Translators: a time of day along the timeline: hour and minute. */
    return g_strdup_printf (_ ("%d:%02d"), m.hour, m.minute);
  return time_scale_dup_day (m);
}

/**
 * kring_time_scale_dup_ticks:
 * @room: what a label needs, in pixels
 *
 * Returns: (transfer full) (element-type KringTick): round moments that are in sight, in order, as
 *   close to each other as there is room for
 */
GPtrArray *
kring_time_scale_dup_ticks (const KringTimeScale *self, double room)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_tick_free);
  double pixels = self->width / kring_time_scale_get_span (self);
  guint step = 0;
  KringMoment before;

  if (self->width <= 0)
    return ticks;
  while (step + 1 < G_N_ELEMENTS (steps) &&
         steps[step].minutes * pixels < room * (steps[step].unit == UNIT_WEEK ? WEEK_ROOM : 1))
    step++;
  before = get_tick_before ((gint64) self->first, steps[step].unit, steps[step].count);
  for (gint64 at = kring_moment_first_minute (before); at <= self->last;
       at = get_tick_after (at, steps[step].unit, steps[step].count))
    {
      KringTick *tick;

      if (at < self->first)
        continue;
      tick = g_new0 (KringTick, 1);
      tick->minute = at;
      tick->x = kring_time_scale_to_x (self, at);
      tick->label = time_scale_dup_label (at, steps[step].unit,
                                          steps[step].minutes * pixels > room * FULL_NAME);
      g_ptr_array_add (ticks, tick);
    }
  return ticks;
}

/**
 * kring_time_scale_get_step:
 *
 * Returns: the shortest stretch that is worth moving an end of a period by, in minutes
 */
gint64
kring_time_scale_get_step (const KringTimeScale *self)
{
  double span = kring_time_scale_get_span (self);

  if (span <= 3 * KRING_DAY_MINUTES)
    return KRING_HOUR_MINUTES;
  return span <= 2 * YEAR_MINUTES ? KRING_DAY_MINUTES : KRING_WEEK_MINUTES;
}

/**
 * kring_time_scale_dup_typed:
 * @minute: that is pointed at
 *
 * Returns: (transfer full): as people type it, no finer than what is seen can be told apart: an
 *   hour, a day, and in more than two years a month or a year
 */
char *
kring_time_scale_dup_typed (const KringTimeScale *self, gint64 minute)
{
  gint64 step = kring_time_scale_get_step (self);
  double span = kring_time_scale_get_span (self);
  KringMoment moment =
      kring_moment_at_minute (step < KRING_DAY_MINUTES ? minute / step * step : minute);
  KringDate date = { { moment.year, 0, 0, -1, -1 }, { moment.year, 0, 0, -1, -1 }, FALSE };

  if (step > KRING_DAY_MINUTES && self->width * MONTH_MINUTES < MONTH_LEAST * span)
    return g_strdup_printf ("%d", moment.year);
  if (step > KRING_DAY_MINUTES)
    {
      date.start.month = date.end.month = moment.month;
      return kring_date_format (date);
    }
  return step >= KRING_DAY_MINUTES
             ? g_strdup_printf ("%d-%d-%d", moment.day, moment.month, moment.year)
             : g_strdup_printf ("%d-%d-%d %02d:%02d", moment.day, moment.month, moment.year,
                                moment.hour, moment.minute);
}

void
kring_tick_free (KringTick *self)
{
  g_free (self->label);
  g_free (self);
}

/* A whole day says no more than its date. */
static KringMoment
time_scale_get_end (gint64 minute, gboolean last)
{
  KringMoment m = kring_moment_at_minute (minute);

  if (last ? (m.hour == 23 && m.minute == 59) : (m.hour == 0 && m.minute == 0))
    m.hour = m.minute = -1;
  return m;
}

/**
 * kring_period_dup_text:
 *
 * Returns: (transfer full): from when until when, for people
 */
char *
kring_period_dup_text (KringPeriod period)
{
  KringDate date = { time_scale_get_end (period.first, FALSE),
                     time_scale_get_end (period.last, TRUE), FALSE };
  g_autofree char *from = NULL, *to = NULL;

  if (period.first != G_MININT64 && period.last != G_MAXINT64)
    return kring_date_format (date);
  from = kring_date_format ((KringDate){ date.start, date.start, FALSE });
  to = kring_date_format ((KringDate){ date.end, date.end, FALSE });
  if (period.first != G_MININT64)
    return g_strdup_printf (_ ("since %s"), from);
  return period.last != G_MAXINT64 ? g_strdup_printf (_ ("until %s"), to) : g_strdup ("");
}
