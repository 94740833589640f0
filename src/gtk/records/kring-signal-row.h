/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One signal in a list: the sign of its family, what it is called, and since when, how surely and
 * by whom. A press unfolds it to its fields. 1 to 5 say how sure, Delete takes it away, both with
 * undo. It keeps the id, never the item. Emits "unfolded" when its fields are asked for.
 * Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "map/catalogue/kring-catalogue-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_SIGNAL_ROW (kring_signal_row_get_type ())
G_DECLARE_FINAL_TYPE (KringSignalRow, kring_signal_row, KRING, SIGNAL_ROW, GtkBox)

GtkWidget *kring_signal_row_new (KringSession *session,
                                 KringCatalogueStore *shelf,
                                 const char *id) G_GNUC_WARN_UNUSED_RESULT;
const char *kring_signal_row_get_id (KringSignalRow *self);
void kring_signal_row_refresh (KringSignalRow *self);
gboolean kring_signal_row_get_open (KringSignalRow *self);
void kring_signal_row_set_open (KringSignalRow *self, gboolean open);
void kring_signal_row_flush (KringSignalRow *self);
const char *kring_signal_row_get_origin (KringSignalRow *self);
const char *kring_signal_row_get_detail (KringSignalRow *self);

G_END_DECLS
