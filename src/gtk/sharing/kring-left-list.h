/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stays behind and why: the reasons with how many items each is about, which unfold to the items.
 * "show-item" says that somebody wants to see one on the map. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_LEFT_LIST (kring_left_list_get_type ())
G_DECLARE_FINAL_TYPE (KringLeftList, kring_left_list, KRING, LEFT_LIST, GtkBox)

void kring_left_list_show (KringLeftList *self, KringMap *map, const KringShareReport *report);

G_END_DECLS
