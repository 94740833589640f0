/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole map as dots, with a frame around what the canvas shows; a press or drag brings that
 * place to the middle. Seen only while part of the map is out of sight. Main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

G_BEGIN_DECLS

#define KRING_TYPE_MINIMAP (kring_minimap_get_type ())
G_DECLARE_FINAL_TYPE (KringMinimap, kring_minimap, KRING, MINIMAP, GtkWidget)

GtkWidget *kring_minimap_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
