/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hands/session/kring-item-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KringItemRows:
 * @make: (transfer floating): what stands for @item; what is no row stands in one
 * @tell: what was made says what is true of @item now
 *
 * How the rows of a list come from items.
 */
typedef struct
{
  GtkWidget *(*make) (gpointer self, KringItem *item);
  void (*tell) (gpointer self, GtkWidget *made, KringItem *item);
} KringItemRows;

void kring_item_rows_bind (GtkListBox *box,
                           KringItemModel *items,
                           const KringItemRows *rows,
                           gpointer self,
                           GtkWidget *last);
GtkWidget *kring_item_rows_get (GtkListBox *box, KringItem *item);
GtkWidget *kring_item_rows_get_nth (GtkListBox *box, guint position);

G_END_DECLS
