/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A map as somebody else may see it, and nothing else: the scene is made of a copy that holds only
 * what is for them, and is made anew whenever the map, its filter or the rule changes. What is
 * selected stands out where it is part of the copy. It edits nothing. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "map/share/kring-permitted.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_PRESENTED_MAP (kring_presented_map_get_type ())
G_DECLARE_FINAL_TYPE (KringPresentedMap, kring_presented_map, KRING, PRESENTED_MAP, GtkWidget)

void kring_presented_map_begin (KringPresentedMap *self,
                                KringSession *session,
                                const KringShareRule *rule);
void kring_presented_map_set_blank (KringPresentedMap *self, gboolean blank);
gboolean kring_presented_map_get_blank (KringPresentedMap *self);
KringMap *kring_presented_map_get_part (KringPresentedMap *self);

G_END_DECLS
