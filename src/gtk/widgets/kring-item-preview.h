/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small painted sign: an item as it stands on the map, or a sample of what one choice of a field
 * looks like. Made by the same scene and the same painter as the map itself, from a tiny map of its
 * own, and only when it is first drawn. Follows the light or dark style. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_ITEM_PREVIEW (kring_item_preview_get_type ())
G_DECLARE_FINAL_TYPE (KringItemPreview, kring_item_preview, KRING, ITEM_PREVIEW, GtkWidget)

GtkWidget *
kring_item_preview_new (KringSession *session, int width, int height) G_GNUC_WARN_UNUSED_RESULT;

void kring_item_preview_show_item (KringItemPreview *self, KringItem *item);
void
kring_item_preview_show_signal (KringItemPreview *self, KringFamily family, gboolean undergone);
void kring_item_preview_show_sample (KringItemPreview *self,
                                     const KringKind *kind,
                                     const KringField *field,
                                     int choice);
void kring_item_preview_show_sample_of (KringItemPreview *self,
                                        KringItem *item,
                                        const KringKind *kind,
                                        const KringField *field,
                                        int choice);

G_END_DECLS
