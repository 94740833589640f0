/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the window tells at the bottom: one message at a time, the newest. A newer one takes the
 * place of the one that is seen, so that none waits, and none is told to go while it still comes
 * (which libadwaita 1.2 does not survive). An offer to undo is about the last step only; an offer
 * to open what was made, or to list what stayed behind, stays until something else is told.
 * Owned by the window. Main thread only.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_TOASTS (kring_toasts_get_type ())
G_DECLARE_FINAL_TYPE (KringToasts, kring_toasts, KRING, TOASTS, GObject)

KringToasts *kring_toasts_new (AdwToastOverlay *overlay,
                               GtkWidget *spoken) G_GNUC_WARN_UNUSED_RESULT;
void kring_toasts_tell (KringToasts *self, const char *text, guint seconds);
void kring_toasts_offer_undo (KringToasts *self, const char *text);
void kring_toasts_offer_open (KringToasts *self, const char *text, const char *uri);
void kring_toasts_offer_list (KringToasts *self, const char *text, GVariant *left);
void kring_toasts_end_offer (KringToasts *self);
void kring_toasts_take_back (KringToasts *self);
const char *kring_toasts_get_text (KringToasts *self);
const char *kring_toasts_get_uri (KringToasts *self);
GVariant *kring_toasts_get_left (KringToasts *self);
gboolean kring_toasts_is_offering (KringToasts *self);

G_END_DECLS
