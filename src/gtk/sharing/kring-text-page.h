/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts that tell a name, each to be settled by itself or all at once. It keeps what was settled;
 * "changed" says that it is otherwise, "show-item" that somebody wants to see whose text it is, "back"
 * that they are done. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_TEXT_PAGE (kring_text_page_get_type ())
G_DECLARE_FINAL_TYPE (KringTextPage, kring_text_page, KRING, TEXT_PAGE, GtkBox)

void kring_text_page_show (KringTextPage *self, KringMap *map, const KringShareReport *report);
void kring_text_page_forget (KringTextPage *self);
GHashTable *kring_text_page_get_settled (KringTextPage *self);

G_END_DECLS
