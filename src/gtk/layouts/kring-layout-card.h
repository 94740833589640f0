/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The button over the map that says how it is laid out, and the choice under it. While a layout
 * is being made it shows that, and a button that stops it. Main thread only.
 */
#pragma once

#include "gtk/layouts/kring-arranger.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_LAYOUT_CARD (kring_layout_card_get_type ())
G_DECLARE_FINAL_TYPE (KringLayoutCard, kring_layout_card, KRING, LAYOUT_CARD, AdwBin)

GtkWidget *kring_layout_card_new (KringCanvas *canvas,
                                  KringArranger *arranger) G_GNUC_WARN_UNUSED_RESULT;
void kring_layout_card_open_menu (KringLayoutCard *self);
void kring_layout_card_set_narrow (KringLayoutCard *self, gboolean narrow);

G_END_DECLS
