/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lets time pass: moves the end of the period that a session looks at from the first moment to the
 * last. It glides; where movement is not wanted it goes from moment to moment. Playing may be
 * paused and goes on from there; stopping brings back the period as it was.
 * Properties "playing" and "active" (boolean): active from the first play until the end or a stop.
 * Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_TIME_PLAYER (kring_time_player_get_type ())
G_DECLARE_FINAL_TYPE (KringTimePlayer, kring_time_player, KRING, TIME_PLAYER, GObject)

KringTimePlayer *kring_time_player_new (KringSession *session,
                                        GtkWidget *clock) G_GNUC_WARN_UNUSED_RESULT;
void kring_time_player_play (KringTimePlayer *self);
void kring_time_player_pause (KringTimePlayer *self);
void kring_time_player_stop (KringTimePlayer *self);
gboolean kring_time_player_get_playing (KringTimePlayer *self);
gboolean kring_time_player_get_active (KringTimePlayer *self);
gint64 kring_time_player_get_minute (KringTimePlayer *self);

G_END_DECLS
