/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window that fills a screen with the map as others may see it. B makes it blank and shows it
 * again, Esc and F5 end it. It belongs to GTK and to no application: what comes over the own window
 * never comes over this one, and it closes with the window it is of. Main thread only.
 */
#pragma once

#include "gtk/presenting/kring-presented-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_PRESENTATION (kring_presentation_get_type ())
G_DECLARE_FINAL_TYPE (KringPresentation, kring_presentation, KRING, PRESENTATION, AdwWindow)

GtkWindow *kring_presentation_new (KringSession *session, const KringShareRule *rule);
void kring_presentation_fill_screen (KringPresentation *self, GdkMonitor *screen);
KringPresentedMap *kring_presentation_get_map (KringPresentation *self);

G_END_DECLS
