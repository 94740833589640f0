/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One open map and everything to work on it with. The window puts the parts together and holds the
 * "win." actions; the parts share nothing but the session. Parts tell the user something with the
 * actions "win.tell" and "win.tell-undo" (a text), which show a toast.
 * Main thread only.
 */
#pragma once

#include "file/document/kring-recovery.h"
#include "hands/session/kring-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_WINDOW (kring_window_get_type ())
G_DECLARE_FINAL_TYPE (KringWindow, kring_window, KRING, WINDOW, AdwApplicationWindow)

KringWindow *kring_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

KringDocument *kring_window_get_document (KringWindow *self);
KringSession *kring_window_get_session (KringWindow *self);
gboolean kring_window_is_at_start (KringWindow *self);
void
kring_window_set_document (KringWindow *self, KringDocument *document, KringRecoveryCopy *copy);
void kring_window_begin (KringWindow *self);
void kring_window_flush (KringWindow *self);
void kring_window_show_restored (KringWindow *self);
void kring_window_note_all (KringWindow *self);
void kring_window_add_toast (KringWindow *self, const char *text, guint seconds);

G_END_DECLS
