/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The line of time with its head: which period is looked at, adding an event, letting time pass, and
 * a day, a week or everything at a time. Under the map it is low and can be closed; on a page of its own it is
 * high. Space pauses time that passes, Esc stops it.
 * Emits "inspect" when the details of the selection are wanted, "closed" when it should go.
 * Main thread only.
 */
#pragma once

#include "gtk/timeline/kring-time-chart.h"
#include "gtk/timeline/kring-time-player.h"

G_BEGIN_DECLS

#define KRING_TYPE_TIME_STRIP (kring_time_strip_get_type ())
G_DECLARE_FINAL_TYPE (KringTimeStrip, kring_time_strip, KRING, TIME_STRIP, GtkBox)

GtkWidget *kring_time_strip_new (KringSession *session, gboolean roomy) G_GNUC_WARN_UNUSED_RESULT;
KringTimeChart *kring_time_strip_get_chart (KringTimeStrip *self);
void kring_time_strip_add (KringTimeStrip *self);
GtkWidget *kring_time_strip_get_popover (KringTimeStrip *self);
KringTimePlayer *kring_time_strip_get_player (KringTimeStrip *self);

G_END_DECLS
