/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One cell of the list of everything: what a column says about an item, and where it is changed in
 * place: a line of text, or a choice. What the columns are is one table in the .c file. Most cells
 * are only read, so what edits is made when it is wanted. Main thread only.
 */
#pragma once

#include "details/kring-item-list.h"
#include "interact/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  KRING_COLUMN_SIGN,
  KRING_COLUMN_NAME,
  KRING_COLUMN_KIND,
  KRING_COLUMN_DETAILS,
  KRING_COLUMN_CERTAINTY,
  KRING_COLUMN_PARTY,
  KRING_COLUMN_SIGNALS,
  KRING_COLUMN_TIES,
  KRING_COLUMN_RING,
  KRING_COLUMN_AUDIENCE,
  KRING_COLUMN_RECORDED,
  KRING_N_COLUMNS,
} KringColumnId;

const char *kring_column_get_title (KringColumnId column);
int kring_column_get_width (KringColumnId column);
char *kring_column_dup_text (KringColumnId column,
                             KringItemList *list,
                             KringItem *item) G_GNUC_WARN_UNUSED_RESULT;
int kring_column_compare (KringColumnId column, KringItemList *list, KringItem *a, KringItem *b);

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
