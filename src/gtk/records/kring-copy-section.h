/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part of the inspector, on the card of the case: who was given a copy, when, and which of them have
 * an older version than the map is now. Main thread only.
 */
#pragma once

#include "gtk/widgets/kring-section.h"
#include "hands/session/kring-session.h"

G_BEGIN_DECLS

#define KRING_TYPE_COPY_SECTION (kring_copy_section_get_type ())
G_DECLARE_FINAL_TYPE (KringCopySection, kring_copy_section, KRING, COPY_SECTION, GtkBox)

GtkWidget *kring_copy_section_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
guint kring_copy_section_get_size (KringCopySection *self);
const char *kring_copy_section_get_subtitle (KringCopySection *self, guint nth);

G_END_DECLS
