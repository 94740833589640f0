/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything on the map as a table: sorted, searched, narrowed to a kind, changed in place. What is
 * selected in it is what is selected on the map, both ways. With its actions "list.*" everything
 * that the map can do is possible here, for whoever does not use the map.
 * Emits "inspect" when the details of the selection are wanted, "show-item" (an id) when an item
 * should be shown on the map. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_LIST_VIEW (kring_list_view_get_type ())
G_DECLARE_FINAL_TYPE (KringListView, kring_list_view, KRING, LIST_VIEW, GtkWidget)

GtkWidget *kring_list_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_list_view_set_session (KringListView *self, KringSession *session);
void kring_list_view_add_tool (KringListView *self, GtkWidget *tool);
void kring_list_view_set_narrow (KringListView *self, gboolean narrow);
void kring_list_view_search (KringListView *self, const char *text);
void kring_list_view_set_kinds (KringListView *self, guint32 kinds);
GtkColumnView *kring_list_view_get_table (KringListView *self);
GListModel *kring_list_view_get_items (KringListView *self);
void kring_list_view_flush (KringListView *self);

G_END_DECLS
