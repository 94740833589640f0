/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an end of a stretch of time is held by: dragged, or moved by the arrow keys. A slider to a
 * screen reader. It is drawn by the chart it lies on, and only tells what is asked of it.
 * Emits "drag-begin"; "drag" (pixels since then); "step" (how many steps, less than 0: earlier);
 * "open" when there should be no end; "clicked" (x, y) when it was pressed and not moved.
 * Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Wide enough for a finger, in pixels. */
#define KRING_TIME_HANDLE_SIZE 44

#define KRING_TYPE_TIME_HANDLE (kring_time_handle_get_type ())
G_DECLARE_FINAL_TYPE (KringTimeHandle, kring_time_handle, KRING, TIME_HANDLE, GtkWidget)

GtkWidget *kring_time_handle_new (gboolean end) G_GNUC_WARN_UNUSED_RESULT;
void kring_time_handle_tell (KringTimeHandle *self, double part, const char *text);

G_END_DECLS
