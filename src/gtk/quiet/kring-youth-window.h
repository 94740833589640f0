/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window with nothing in it but the young person's own view, as picture and as list. It stands
 * outside the application: no key of the other windows works in it, and those are put out of sight
 * until it is left, which is done on purpose: twice Esc, or a button and then another.
 * Main thread only.
 */
#pragma once

#include "gtk/quiet/kring-youth-picture.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_YOUTH_WINDOW (kring_youth_window_get_type ())
G_DECLARE_FINAL_TYPE (KringYouthWindow, kring_youth_window, KRING, YOUTH_WINDOW, AdwWindow)

GtkWindow *kring_youth_window_new (KringEditor *editor);
void kring_youth_window_cover (KringYouthWindow *self, GtkApplication *application);
gboolean kring_youth_window_ask_to_leave (KringYouthWindow *self);
KringYouthPicture *kring_youth_window_get_picture (KringYouthWindow *self);

G_END_DECLS
