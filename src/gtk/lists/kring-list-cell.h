/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One cell of the list of everything: what a column says about an item, and where it is changed in
 * place: a line of text, or a choice. Most cells are only read, so what edits is made when
 * it is wanted. Main thread only.
 */
#pragma once

#include "gtk/lists/kring-item-list.h"
#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_LIST_CELL (kring_list_cell_get_type ())
G_DECLARE_FINAL_TYPE (KringListCell, kring_list_cell, KRING, LIST_CELL, GtkWidget)

GtkWidget *kring_list_cell_new (KringSession *session,
                                KringItemList *list,
                                KringColumnId column) G_GNUC_WARN_UNUSED_RESULT;
void kring_list_cell_flush (KringListCell *self);
void kring_list_cell_set_item (KringListCell *self, KringItem *item);
KringItem *kring_list_cell_get_item (KringListCell *self);
KringColumnId kring_list_cell_get_column (KringListCell *self);
void kring_list_cell_edit (KringListCell *self);

G_END_DECLS
