/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sharing from one window: the dialog, also while it makes room for the map, and what is remembered
 * between one time and the next. "made" is the one place where it is announced that something was made
 * for somebody; "show-item" says that the map is to be seen. Main thread only.
 */
#pragma once

#include "gtk/sharing/kring-made.h"
#include "map/filter/kring-filter-hidden.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_SHARING (kring_sharing_get_type ())
G_DECLARE_FINAL_TYPE (KringSharing, kring_sharing, KRING, SHARING, GObject)

KringSharing *kring_sharing_new (GtkWindow *window, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void kring_sharing_ask (KringSharing *self, KringMap *map, GFile *origin, KringFilter *filter);

G_END_DECLS
