/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The map on the screen: shows the scene of a session's map, turns GTK's events into calls of the
 * interaction, and carries the "map." actions. It decides nothing about the map itself.
 * Property "scale" (double): pixels per map unit. Emits "edit" (id) when somebody wants the fields
 * of an item, and "view-changed" when another part of the map is shown. Main thread only.
 */
#pragma once

#include "hands/interact/kring-interaction.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_CANVAS (kring_canvas_get_type ())
G_DECLARE_FINAL_TYPE (KringCanvas, kring_canvas, KRING, CANVAS, GtkWidget)

GtkWidget *kring_canvas_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_canvas_set_session (KringCanvas *self, KringSession *session);
KringSession *kring_canvas_get_session (KringCanvas *self);
KringInteraction *kring_canvas_get_interaction (KringCanvas *self);
void kring_canvas_flush (KringCanvas *self);
KringScene *kring_canvas_get_scene (KringCanvas *self);
GActionGroup *kring_canvas_get_actions (KringCanvas *self);
gboolean kring_canvas_run (KringCanvas *self, const char *action);

double kring_canvas_get_text_scale (GtkWidget *widget);
double kring_canvas_get_scale (KringCanvas *self);
void kring_canvas_zoom_to_fit (KringCanvas *self);
gboolean kring_canvas_shows_whole (KringCanvas *self);
void kring_canvas_zoom_by (KringCanvas *self, double factor);
void kring_canvas_zoom_to (KringCanvas *self, double scale);
void kring_canvas_show_item (KringCanvas *self, const char *id);
void kring_canvas_reveal (KringCanvas *self, GHashTable *ids, KringRect covered);
void kring_canvas_end_reveal (KringCanvas *self);
void kring_canvas_centre_on (KringCanvas *self, KringPoint point);
void kring_canvas_hold_places (KringCanvas *self);
void kring_canvas_glide (KringCanvas *self);
void kring_canvas_preview_places (KringCanvas *self, GHashTable *places);
void kring_canvas_show_trial (KringCanvas *self, KringMap *map, gboolean whole);
void kring_canvas_set_following (KringCanvas *self, gboolean following);
void kring_canvas_add_cover (KringCanvas *self, GtkWidget *frame, GtkWidget *card);
void kring_canvas_set_tray (KringCanvas *self, GtkWidget *tray);
void kring_canvas_set_left_inset (KringCanvas *self, int inset);
void kring_canvas_set_single_keys (KringCanvas *self, gboolean enabled);
void kring_canvas_set_message (KringCanvas *self, const char *message);

G_END_DECLS
