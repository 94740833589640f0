/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hands/session/kring-item-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KringItemRows:
 * @make: (transfer floating): what stands for @item
 * @tell: what was made says what is true of @item now
 *
 * How the rows of a list come from items.
 */
typedef struct
{
  GtkWidget *(*make) (gpointer self, KringItem *item);
  void (*tell) (gpointer self, GtkWidget *made, KringItem *item);
} KringItemRows;

void kring_item_rows_bind (GtkWidget *box,
                           KringItemModel *items,
                           const KringItemRows *rows,
                           gpointer self);
GtkWidget *kring_item_rows_get (GtkWidget *box, KringItem *item);
GtkWidget *kring_item_rows_get_nth (GtkWidget *box, guint position);

G_END_DECLS
