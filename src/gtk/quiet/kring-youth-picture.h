/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The young person's own view as a widget: everyone in it can be dragged to a ring, or put there by
 * keys, one step of undo each. It draws and reaches nothing but the copy that may be seen. Follows
 * the map of its editor. Signal "view-changed": there is a new copy. Main thread only.
 */
#pragma once

#include "map/edit/kring-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_YOUTH_PICTURE (kring_youth_picture_get_type ())
G_DECLARE_FINAL_TYPE (KringYouthPicture, kring_youth_picture, KRING, YOUTH_PICTURE, GtkWidget)

GtkWidget *kring_youth_picture_new (KringEditor *editor) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_youth_picture_get_view (KringYouthPicture *self);
void kring_youth_picture_put (KringYouthPicture *self, const char *id, KringRing ring);
KringPoint kring_youth_picture_to_widget (KringYouthPicture *self, KringPoint point);

G_END_DECLS
