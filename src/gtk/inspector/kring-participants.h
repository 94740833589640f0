/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who sits at the table: one line for each participant, opening to its fields, and a line to add
 * somebody by typing a name. Follows the map. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_PARTICIPANTS (kring_participants_get_type ())
G_DECLARE_FINAL_TYPE (KringParticipants, kring_participants, KRING, PARTICIPANTS, GtkBox)

GtkWidget *kring_participants_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
guint kring_participants_get_size (KringParticipants *self);
void kring_participants_flush (KringParticipants *self);
void kring_participants_finish (KringParticipants *self);
void kring_participants_add (KringParticipants *self, const char *name);

G_END_DECLS
