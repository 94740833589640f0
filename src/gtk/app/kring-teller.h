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

#define KRING_TYPE_TELLER (kring_teller_get_type ())
G_DECLARE_FINAL_TYPE (KringTeller, kring_teller, KRING, TELLER, GObject)

KringTeller *kring_teller_new (AdwToastOverlay *overlay,
                               GtkWidget *spoken) G_GNUC_WARN_UNUSED_RESULT;
void kring_teller_tell (KringTeller *self, const char *text, guint seconds);
void kring_teller_offer_undo (KringTeller *self, const char *text);
void kring_teller_offer_open (KringTeller *self, const char *text, const char *uri);
void kring_teller_offer_list (KringTeller *self, const char *text, GVariant *left);
void kring_teller_end_offer (KringTeller *self);
void kring_teller_take_back (KringTeller *self);
const char *kring_teller_get_text (KringTeller *self);
const char *kring_teller_get_uri (KringTeller *self);
GVariant *kring_teller_get_left (KringTeller *self);
gboolean kring_teller_is_offering (KringTeller *self);

G_END_DECLS
