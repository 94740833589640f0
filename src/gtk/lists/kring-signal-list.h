/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All signals on the map as what they are: a dated list, by date or by what they were seen on. What
 * the filter hides is not in it. Nothing is counted or added up. What is selected in it is selected
 * on the map. Emits "show-item" with the id of what a signal is about when that is wanted.
 * Main thread only.
 */
#pragma once

#include "gtk/lists/kring-list-page.h"

G_BEGIN_DECLS

#define KRING_TYPE_SIGNAL_LIST (kring_signal_list_get_type ())
G_DECLARE_FINAL_TYPE (KringSignalList, kring_signal_list, KRING, SIGNAL_LIST, KringListPage)

GtkWidget *kring_signal_list_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_signal_list_add_tool (KringSignalList *self, GtkWidget *tool);
void kring_signal_list_set_by_item (KringSignalList *self, gboolean by_item);

G_END_DECLS
