/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions and actions as rows, in the order of the meeting: those that a filter lets through, and
 * those that are open to be edited. Rows stay as long as their task, so that nobody loses the row
 * they type in. Emits "show-item" (id) and "changed" (what it shows). Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "map/facts/kring-tasks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_TASK_LIST (kring_task_list_get_type ())
G_DECLARE_FINAL_TYPE (KringTaskList, kring_task_list, KRING, TASK_LIST, AdwBin)

GtkWidget *kring_task_list_new (KringSession *session,
                                gboolean with_about) G_GNUC_WARN_UNUSED_RESULT;
void kring_task_list_set_filter (KringTaskList *self, const KringTaskFilter *filter);
guint kring_task_list_get_n_shown (KringTaskList *self);
GtkListBox *kring_task_list_get_box (KringTaskList *self);
void kring_task_list_flush (KringTaskList *self);

G_END_DECLS
