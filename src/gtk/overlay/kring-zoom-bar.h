/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The card at the bottom right: smaller, how large, larger, everything; and above it a small map
 * while part of the map is out of sight. Belongs to one canvas. Main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_ZOOM_BAR (kring_zoom_bar_get_type ())
G_DECLARE_FINAL_TYPE (KringZoomBar, kring_zoom_bar, KRING, ZOOM_BAR, AdwBin)

GtkWidget *kring_zoom_bar_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *kring_zoom_bar_get_card (KringZoomBar *self);
void kring_zoom_bar_set_narrow (KringZoomBar *self, gboolean narrow);

G_END_DECLS
