/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which stretch of time is shown, and how wide: from minutes to pixels and back, zooming, panning,
 * and the marks along it in years, months, weeks, days or hours. Minutes are counted as in
 * core/kring-date.h. A plain value; any thread.
 */
#pragma once

#include "map/facts/kring-timeline.h"

G_BEGIN_DECLS

#define KRING_HOUR_MINUTES ((gint64) 60)
#define KRING_DAY_MINUTES ((gint64) 24 * 60)
#define KRING_WEEK_MINUTES ((gint64) 7 * 24 * 60)

typedef struct
{
  double first; /* the minute at the left edge */
  double last;  /* the minute at the right edge, later than first */
  double width; /* in pixels */
} KringTimeScale;

typedef struct
{
  gint64 minute;
  double x;
  char *label; /* (owned) */
} KringTick;

double kring_time_scale_to_x (const KringTimeScale *self, double minute);
double kring_time_scale_to_minute (const KringTimeScale *self, double x);
double kring_time_scale_get_span (const KringTimeScale *self);
void kring_time_scale_zoom (KringTimeScale *self, double factor, double x);
void kring_time_scale_pan (KringTimeScale *self, double pixels);
void kring_time_scale_show (KringTimeScale *self, KringPeriod period);
void kring_time_scale_show_span (KringTimeScale *self, double middle, double span);
void kring_time_scale_keep_within (KringTimeScale *self, KringPeriod bounds);

GPtrArray *kring_time_scale_dup_ticks (const KringTimeScale *self,
                                       double room) G_GNUC_WARN_UNUSED_RESULT;
gint64 kring_time_scale_get_step (const KringTimeScale *self);
char *kring_time_scale_dup_typed (const KringTimeScale *self,
                                  gint64 minute) G_GNUC_WARN_UNUSED_RESULT;
void kring_tick_free (KringTick *self);

char *kring_period_dup_text (KringPeriod period) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
