/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A signal in one word: an entry right at what it was seen on, and under it what the catalogue
 * offers. Enter places what is chosen, observed today or on the date that was typed behind it;
 * Shift+Enter stays for the next, Ctrl+Enter takes the words as they are. What it will do is seen
 * before it is done. Belongs to one session; main thread only.
 */
#pragma once

#include "gtk/find/kring-item-popover.h"
#include "map/catalogue/kring-catalogue-store.h"

G_BEGIN_DECLS

#define KRING_TYPE_SIGNAL_POPOVER (kring_signal_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    KringSignalPopover, kring_signal_popover, KRING, SIGNAL_POPOVER, KringItemPopover)

GtkWidget *kring_signal_popover_new (KringSession *session,
                                     KringCatalogueStore *shelf) G_GNUC_WARN_UNUSED_RESULT;
void kring_signal_popover_ask (KringSignalPopover *self,
                               GtkWidget *parent,
                               const GdkRectangle *at,
                               GPtrArray *ids,
                               gboolean protective);
void kring_signal_popover_set_text (KringSignalPopover *self, const char *text);
guint kring_signal_popover_get_n_rows (KringSignalPopover *self);
const char *kring_signal_popover_get_row (KringSignalPopover *self, guint position);

G_END_DECLS
