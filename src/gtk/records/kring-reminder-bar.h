/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A calm bar that says, when words of the young person are noted for the first time on a map, not to
 * question further, and why. It follows the mark in the file, so it comes once per map; it never
 * asks anything and goes at one press. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_REMINDER_BAR (kring_reminder_bar_get_type ())
G_DECLARE_FINAL_TYPE (KringReminderBar, kring_reminder_bar, KRING, REMINDER_BAR, AdwBin)

GtkWidget *kring_reminder_bar_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_reminder_bar_get_shown (KringReminderBar *self);
void kring_reminder_bar_dismiss (KringReminderBar *self);

G_END_DECLS
