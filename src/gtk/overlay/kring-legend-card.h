/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The button at the bottom left and the card it opens: the legend of exactly the signs that the
 * map uses, kept up to date while it is open. Belongs to one canvas. Main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_LEGEND_CARD (kring_legend_card_get_type ())
G_DECLARE_FINAL_TYPE (KringLegendCard, kring_legend_card, KRING, LEGEND_CARD, AdwBin)

GtkWidget *kring_legend_card_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
void kring_legend_card_set_open (KringLegendCard *self, gboolean open);
gboolean kring_legend_card_get_open (KringLegendCard *self);

G_END_DECLS
