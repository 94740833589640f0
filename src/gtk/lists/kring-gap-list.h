/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What we do not know, as a list to go through together: each prompt can be made a question or set
 * aside, and brought back. Keys on a row: Enter for the item on the map, ? for a question, Delete
 * to set it aside or bring it back. Nothing here must be done.
 * Emits "show-item" (id) when an item is wanted on the map. Main thread only.
 */
#pragma once

#include "gtk/lists/kring-list-page.h"

G_BEGIN_DECLS

#define KRING_TYPE_GAP_LIST (kring_gap_list_get_type ())
G_DECLARE_FINAL_TYPE (KringGapList, kring_gap_list, KRING, GAP_LIST, KringListPage)

GtkWidget *kring_gap_list_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
guint kring_gap_list_get_n_shown (KringGapList *self);
void kring_gap_list_set_narrow (KringGapList *self, gboolean narrow);
void kring_gap_list_set_all (KringGapList *self, gboolean all);
void kring_gap_list_make_question (KringGapList *self, guint position);
void kring_gap_list_set_aside (KringGapList *self, guint position);

G_END_DECLS
