/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page of time: the line of time on top, and the story of the case under it. Both obey the
 * filter. Emits "inspect" when the details of the selection are wanted. Main thread only.
 */
#pragma once

#include "gtk/lists/kring-story-list.h"
#include "gtk/timeline/kring-time-strip.h"

G_BEGIN_DECLS

#define KRING_TYPE_TIME_VIEW (kring_time_view_get_type ())
G_DECLARE_FINAL_TYPE (KringTimeView, kring_time_view, KRING, TIME_VIEW, GtkBox)

GtkWidget *kring_time_view_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *kring_time_view_get_strip (KringTimeView *self);

G_END_DECLS
