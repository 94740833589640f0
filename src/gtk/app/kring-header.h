/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands at the top of the window: what the map is called, the switcher of its pages and the
 * buttons that there is room for. Property "stack": of the pages. Main thread only.
 */
#pragma once

#include "gtk/app/kring-page-stack.h"

G_BEGIN_DECLS

#define KRING_TYPE_HEADER (kring_header_get_type ())
G_DECLARE_FINAL_TYPE (KringHeader, kring_header, KRING, HEADER, AdwBin)

void kring_header_set_room (KringHeader *self, gboolean working, KringRoom room);
void kring_header_set_titles (KringHeader *self, const char *title, const char *subtitle);
void kring_header_set_presenting (KringHeader *self, gboolean presenting);
void kring_header_set_steps (KringHeader *self, const char *undo, const char *redo);
GtkWidget *kring_header_get_search_place (KringHeader *self);

G_END_DECLS
