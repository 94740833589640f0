/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of names beside the map: one line, one thing, on the map at once. It types, the quick
 * name list of the commands understands. Emits "done" when the user has finished and "to-map" when
 * the keyboard goes to the map. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_NAME_PANEL (kring_name_panel_get_type ())
G_DECLARE_FINAL_TYPE (KringNamePanel, kring_name_panel, KRING, NAME_PANEL, AdwBin)

GtkWidget *kring_name_panel_new (void) G_GNUC_WARN_UNUSED_RESULT;

void kring_name_panel_set_session (KringNamePanel *self, KringSession *session);
void kring_name_panel_begin (KringNamePanel *self);
void kring_name_panel_finish (KringNamePanel *self, gboolean leaving);
gboolean kring_name_panel_take_back (KringNamePanel *self);

G_END_DECLS
