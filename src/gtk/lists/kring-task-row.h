/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One question or action in a list: done or not, what, about whom, who does it and by when, and
 * whether that day is over. Opens into all its fields. Keys on the row: Space for done, Enter for
 * what it is about, F2 for the fields, Delete.
 * Emits "show-item" (id) when what it is about is wanted. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_TASK_ROW (kring_task_row_get_type ())
G_DECLARE_FINAL_TYPE (KringTaskRow, kring_task_row, KRING, TASK_ROW, GtkListBoxRow)

GtkWidget *kring_task_row_new (KringSession *session,
                               const char *id,
                               gboolean with_about) G_GNUC_WARN_UNUSED_RESULT;
KringItem *kring_task_row_get_item (KringTaskRow *self);
void kring_task_row_update (KringTaskRow *self);
gboolean kring_task_row_get_open (KringTaskRow *self);
void kring_task_row_set_open (KringTaskRow *self, gboolean open);
void kring_task_row_flush (KringTaskRow *self);

G_END_DECLS
