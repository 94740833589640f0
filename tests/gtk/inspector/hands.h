/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Real pointer and key events, made by xdotool on the display that the test has for itself, while
 * the main loop goes on. A test that uses them is left out where there is no xdotool.
 */
#pragma once

#include "map/base/kring-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hands_do (const char *format, ...) G_GNUC_PRINTF (1, 2);
void hands_drag (KringPoint from, KringPoint to);
KringPoint hands_find (GtkWidget *widget, KringPoint point);

G_END_DECLS
