/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the list of everything, shared by the files that make it up and by nobody else.
 */
#pragma once

#include "gtk/lists/kring-item-list.h"
#include "gtk/lists/kring-list-view.h"
#include "hands/interact/kring-actions.h"

G_BEGIN_DECLS

struct _KringListView
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) (nullable) */
  KringItemList *items;  /* (owned) (nullable) */
  guint32 kinds;         /* bits 1 << KringKindId that are shown */
  KringKindId menu_kinds[KRING_N_KINDS];
  GHashTable *hits; /* (owned) (nullable) (element-type utf8): interned ids that are shown */
  GPtrArray *cells; /* (owned) (element-type KringListCell): all that exist, not owned */
  gboolean syncing; /* table and session are being made the same */

  GtkWidget *box; /* (owned) */
  GtkWidget *bar; /* (nullable) */
  GtkWidget *tools;
  GtkWidget *entry;
  GtkWidget *kind_menu;
  GtkWidget *table;
  GtkFilter *filter;        /* (not owned), the model's */
  GtkMultiSelection *model; /* (not owned), the table's */
  GtkWidget *menu;          /* (owned) */
  GtkWidget *chooser;       /* (owned) (nullable): while the other end of a tie is looked for */
};

void kring_list_view_install_actions (GtkWidgetClass *klass);
gboolean kring_list_view_run (KringListView *self, const KringAction *row);
void kring_list_view_add_menu (KringListView *self);
void kring_list_view_inspect (KringListView *self);
void kring_list_view_show_item (KringListView *self, const char *id);

G_END_DECLS
