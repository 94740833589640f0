/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filter of a session in a row: the button that opens all conditions, a chip for each that is
 * set, and how much is shown. Where there is little room the chips become a number on the button.
 * Emits "leave" when the conditions are closed: the keyboard goes back to the map.
 * Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_FILTER_BAR (kring_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (KringFilterBar, kring_filter_bar, KRING, FILTER_BAR, AdwBin)

GtkWidget *kring_filter_bar_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_filter_bar_set_narrow (KringFilterBar *self, gboolean narrow);
void kring_filter_bar_open (KringFilterBar *self);

G_END_DECLS
