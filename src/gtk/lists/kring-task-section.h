/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of the inspector with the questions and actions about the item that is looked at, and a
 * line to add one. Main thread only.
 */
#pragma once

#include "gtk/widgets/kring-section.h"
#include "hands/session/kring-session.h"

G_BEGIN_DECLS

#define KRING_TYPE_TASK_SECTION (kring_task_section_get_type ())
G_DECLARE_FINAL_TYPE (KringTaskSection, kring_task_section, KRING, TASK_SECTION, GtkBox)

GtkWidget *kring_task_section_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_task_section_add (KringTaskSection *self, const char *text);
void kring_task_section_reveal (KringTaskSection *self);
guint kring_task_section_get_n_shown (KringTaskSection *self);

G_END_DECLS
