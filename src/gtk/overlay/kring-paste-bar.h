/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The card that tells how far a long list of names is on its way to the map, and stops it. There
 * only while there is one. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_PASTE_BAR (kring_paste_bar_get_type ())
G_DECLARE_FINAL_TYPE (KringPasteBar, kring_paste_bar, KRING, PASTE_BAR, AdwBin)

GtkWidget *kring_paste_bar_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
