/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page of the map: the canvas and all that lies over it, folded to the room that there is.
 * Emits "inspect" when the details of the selection are wanted, and "leave" when something over the
 * map gives the keyboard back. Property "single-keys" (boolean). Main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_MAP_PAGE (kring_map_page_get_type ())
G_DECLARE_FINAL_TYPE (KringMapPage, kring_map_page, KRING, MAP_PAGE, AdwBin)

GtkWidget *kring_map_page_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
KringCanvas *kring_map_page_get_canvas (KringMapPage *self);
GtkWidget *kring_map_page_get_filter_bar (KringMapPage *self);
void kring_map_page_set_fold (KringMapPage *self, gboolean narrow, gboolean short_filters);
void kring_map_page_show_pen (KringMapPage *self, KringParty pen);
void kring_map_page_toggle_legend (KringMapPage *self);
void kring_map_page_open_questions (KringMapPage *self);
void kring_map_page_open_layouts (KringMapPage *self);
void kring_map_page_ask_news (KringMapPage *self);
void kring_map_page_hold_places (KringMapPage *self);
void kring_map_page_glide (KringMapPage *self);
gboolean kring_map_page_end_trial (KringMapPage *self);
gboolean kring_map_page_cancel (KringMapPage *self);

G_END_DECLS
