/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GTK keeps the keyboard for a card as long as it is open: the keys of the window, such as Ctrl+S, do
 * nothing then. With this they do the same from any card, menu and list that is open. Main thread
 * only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kring_card_keys_watch (void);

G_END_DECLS
