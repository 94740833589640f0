/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the line of time, shared by the file that shows it and the one that takes what comes
 * in. For nobody else.
 */
#pragma once

#include "gtk/timeline/kring-time-chart.h"
#include "picture/render/kring-fonts.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_TIME_DRAG_NONE,
  KRING_TIME_DRAG_DRAW, /* a new period */
  KRING_TIME_DRAG_MOVE, /* the period as a whole */
} KringTimeDrag;

struct _KringTimeChart
{
  GtkWidget parent_instance;

  KringSession *session;      /* (owned) */
  KringFonts *fonts;          /* (owned) */
  KringTextMeasurer measurer; /* on top of the fonts */
  gboolean roomy;
  KringPeriod extent; /* what there is to see */
  KringTimeScale scale;
  int height;               /* in pixels */
  gboolean shows_all;       /* and goes on doing so when more comes */
  KringChart *chart;        /* (owned) (nullable): made when it is asked for */
  double pointer_x;         /* where the pointer was last */
  const KringMark *hovered; /* (nullable), of the chart */
  const char *focused;      /* (nullable), interned id of the mark that has the keyboard */
  GtkWidget *handles[2];    /* (owned) the first and the last moment */

  KringTimeDrag drag;
  KringPeriod drag_window; /* the period when a drag began */
  double drag_x;
  double zoom_span; /* of a pinch */
};

void kring_time_chart_install_input (KringTimeChart *self);
void kring_time_chart_forget (KringTimeChart *self);
void kring_time_chart_shown (KringTimeChart *self);
void kring_time_chart_inspect (KringTimeChart *self);
void kring_time_chart_add (KringTimeChart *self, double x);

G_END_DECLS
