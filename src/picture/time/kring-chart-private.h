/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of a chart, shared by the files that lay it out, name its marks and draw it. For nobody
 * else. Sizes are in pixels, at the usual size of letters. Whoever made the chart owns it; main
 * thread only.
 */
#pragma once

#include "picture/time/kring-chart.h"

G_BEGIN_DECLS

/* Sizes at the usual size of letters, in pixels. */
#define KRING_CHART_RADIUS 6.5
#define KRING_CHART_LETTERS 11.5
#define KRING_CHART_MARK 11.5 /* of who brought it in */
#define KRING_CHART_COUNT 8.8 /* radius of a count of signals */
#define KRING_CHART_TICKS 20.0
#define KRING_CHART_LABEL 19.0 /* height of a line of names */
#define KRING_CHART_ROWS 3     /* lines of names on one side, at most */

struct _KringChart
{
  KringMap *map; /* (owned) */
  KringChartLook look;
  GPtrArray *marks; /* (owned) (element-type KringMark), in order of time, sort by sort */
  GPtrArray *ticks; /* (owned) (element-type KringTick) */
  GArray *episodes; /* (owned) (element-type KringPeriod), when somebody was missing */
  double axis;      /* how far down the line of time runs */
  guint n_rows;     /* lines of names above the axis, and as many under it */
  double leader;    /* from the axis to the first line of names */
  double known;     /* how far down counts and words stand */
  double ties;      /* where ties begin */
  double tie_height;
  guint n_lanes;    /* of ties */
  guint n_left_out; /* ties that found no lane */
};

void kring_chart_place_labels (KringChart *self);
double kring_chart_get_label_start (KringChart *self, const KringMark *mark);

G_END_DECLS
