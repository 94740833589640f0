/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All conditions of a filter in one popover, to be switched on and off; each works at once. Built
 * anew for the map as it is whenever it opens. A child of the button that opens it.
 * Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_FILTER_MENU (kring_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (KringFilterMenu, kring_filter_menu, KRING, FILTER_MENU, GtkPopover)

GtkWidget *kring_filter_menu_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
