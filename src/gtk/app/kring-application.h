/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The running program: one window for each open map, and what is not about one map. Opening never
 * replaces what is open; only a window in which nothing has happened yet may be used for it.
 * Main thread only.
 */
#pragma once

#include "gtk/app/kring-window.h"
#include "map/catalogue/kring-catalogue-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_APPLICATION (kring_application_get_type ())
G_DECLARE_FINAL_TYPE (KringApplication, kring_application, KRING, APPLICATION, AdwApplication)

KringApplication *kring_application_new (void) G_GNUC_WARN_UNUSED_RESULT;
KringCatalogueStore *kring_application_get_shelf (KringApplication *self);
KringWindow *kring_application_find_window (KringApplication *self, GFile *file);

G_END_DECLS
