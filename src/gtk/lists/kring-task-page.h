/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions and actions of the whole map: a line to add one, which of them are shown, and the list.
 * Beside it what we do not know. Emits "show-item" (id) when what something is about is wanted on
 * the map. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  KRING_TASKS_ALL,
  KRING_TASKS_OPEN,
  KRING_TASKS_OVERDUE,
  KRING_TASKS_QUESTIONS,
  KRING_N_TASKS_SHOWN,
} KringTasksShown;

#define KRING_TYPE_TASK_PAGE (kring_task_page_get_type ())
G_DECLARE_FINAL_TYPE (KringTaskPage, kring_task_page, KRING, TASK_PAGE, GtkBox)

GtkWidget *kring_task_page_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_task_page_show (KringTaskPage *self, KringTasksShown shown);
void kring_task_page_show_gaps (KringTaskPage *self);
gboolean kring_task_page_add (KringTaskPage *self, const char *text);
guint kring_task_page_get_n_shown (KringTaskPage *self);
void kring_task_page_set_narrow (KringTaskPage *self, gboolean narrow);
void kring_task_page_flush (KringTaskPage *self);

G_END_DECLS
