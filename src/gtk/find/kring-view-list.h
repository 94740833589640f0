/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The views that are kept in the file, by name: one press looks at the map that way, and each can
 * get another name or go. Below them the filter of now can be kept. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_VIEW_LIST (kring_view_list_get_type ())
G_DECLARE_FINAL_TYPE (KringViewList, kring_view_list, KRING, VIEW_LIST, GtkBox)

GtkWidget *kring_view_list_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *kring_view_list_get_line (KringViewList *self);

G_END_DECLS
