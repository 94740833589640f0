/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The line of time with everything that stands along it, and two handles that choose the part of
 * time that is looked at: the period of the session's filter. A press on a sign selects it; a drag
 * beside the signs draws a period, a drag inside one moves it.
 * Emits "inspect" when the details of the selection are wanted, "add" when something is to be added
 * at a moment, and "view-changed" when another stretch of time is shown. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "picture/time/kring-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_TIME_CHART (kring_time_chart_get_type ())
G_DECLARE_FINAL_TYPE (KringTimeChart, kring_time_chart, KRING, TIME_CHART, GtkWidget)

GtkWidget *kring_time_chart_new (KringSession *session, gboolean roomy) G_GNUC_WARN_UNUSED_RESULT;
const KringTimeScale *kring_time_chart_get_scale (KringTimeChart *self);
KringChart *kring_time_chart_get_chart (KringTimeChart *self);
KringPeriod kring_time_chart_get_extent (KringTimeChart *self);
void kring_time_chart_show_all (KringTimeChart *self);
void kring_time_chart_show_span (KringTimeChart *self, gint64 minutes);
void kring_time_chart_reveal (KringTimeChart *self, gint64 minute);

G_END_DECLS
