/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "What is it?": asks what kind of tie was drawn, with the usual kinds at hand and room for any
 * other words. Enter without words means "knows"; closing it means no tie. Main thread only.
 */
#pragma once

#include "hands/interact/kring-interaction.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_TIE_POPOVER (kring_tie_popover_get_type ())
G_DECLARE_FINAL_TYPE (KringTiePopover, kring_tie_popover, KRING, TIE_POPOVER, GtkPopover)

GtkWidget *kring_tie_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_tie_popover_ask (KringTiePopover *self,
                            KringInteraction *interaction,
                            const char *from,
                            const char *to,
                            KringPoint point);
void kring_tie_popover_finish (KringTiePopover *self);

G_END_DECLS
