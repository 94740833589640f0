/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands along the line of time, laid out in pixels: events as discs with their names above
 * and below, what is vague as wide as it is vague, signals as counts and words as quotation marks
 * under the line, ties as long as they lasted, and the time that somebody was missing as a band.
 * It reads the map once and never writes it; made again when map, size or stretch of time change.
 * Pixels count from the top left corner. Main thread only.
 */
#pragma once

#include "picture/marks/kring-sketch.h"
#include "picture/time/kring-time-scale.h"

G_BEGIN_DECLS

typedef struct
{
  KringTimeScale scale;
  double height;                     /* in pixels */
  double text;                       /* how much larger than usual letters and marks are */
  gboolean roomy;                    /* ties have their names with them */
  const KringTextMeasurer *measurer; /* must outlive the chart */
  GHashTable *hidden;                /* (nullable) (element-type utf8), interned ids out of view */
} KringChartLook;

typedef enum
{
  KRING_MARK_EVENT,
  KRING_MARK_SIGNALS, /* all of one sign that stand too close to tell apart */
  KRING_MARK_WORDS,   /* statements, likewise */
  KRING_MARK_TIE,
} KringMarkSort;

typedef struct
{
  KringMarkSort sort;
  GPtrArray *items;    /* (owned) (element-type KringItem), at least one, owned by the map */
  const char *id;      /* interned id of the first */
  KringComponent part; /* of signals: their sign */
  double x1, x2;       /* from where to where it may be; the same for a moment */
  double at;           /* where its sign stands */
  double y;
  KringRect box;       /* of the sign */
  char *label;         /* (owned) (nullable): what is written beside it */
  KringRect label_box; /* with the mark of who brought it in; empty without a label */
} KringMark;

typedef struct _KringChart KringChart;

/* What is drawn over the marks: which part of time is looked at, and what is picked. */
typedef struct
{
  KringPeriod window;       /* with open ends: everything */
  GHashTable *selected;     /* (nullable) (element-type utf8), interned ids */
  const KringMark *hovered; /* (nullable), the chart's */
  const KringMark *focused; /* (nullable), the chart's */
} KringChartState;

KringPeriod kring_chart_get_extent (KringMap *map);

KringChart *kring_chart_new (KringMap *map, const KringChartLook *look) G_GNUC_WARN_UNUSED_RESULT;
void kring_chart_free (KringChart *self);
GPtrArray *kring_chart_get_marks (KringChart *self);
double kring_chart_get_axis (KringChart *self);
const KringMark *kring_chart_hit (KringChart *self, double x, double y);
const KringMark *kring_chart_step (KringChart *self, const char *id, int step);
double kring_chart_get_handle (KringChart *self, gint64 minute);
GPtrArray *kring_chart_dup_shapes (KringChart *self,
                                   const KringChartState *state) G_GNUC_WARN_UNUSED_RESULT;
char *kring_mark_dup_text (KringMap *map, const KringMark *mark) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringChart, kring_chart_free)

G_END_DECLS
