/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ties of one item, as a short list: who or what is at the other end, what the tie is called,
 * and how its line is drawn. A click selects the tie. Follows the map. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_TIE_LIST (kring_tie_list_get_type ())
G_DECLARE_FINAL_TYPE (KringTieList, kring_tie_list, KRING, TIE_LIST, GtkBox)

GtkWidget *kring_tie_list_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_tie_list_set_item (KringTieList *self, KringItem *item);
guint kring_tie_list_get_size (KringTieList *self);
GtkWidget *kring_tie_list_get_button (KringTieList *self, guint position);

G_END_DECLS
