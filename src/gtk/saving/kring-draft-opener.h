/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Brings what was typed and not noted back to the box that it was typed in: after it was thrown
 * away by undoing, when the window may not close without it, and after the program ended. Knows the
 * window by its actions and properties only, and is owned by it. Main thread only.
 */
#pragma once

#include "file/document/kring-recovery.h"
#include "hands/interact/kring-interaction.h"
#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_DRAFT_OPENER (kring_draft_opener_get_type ())
G_DECLARE_FINAL_TYPE (KringDraftOpener, kring_draft_opener, KRING, DRAFT_OPENER, GObject)

KringDraftOpener *kring_draft_opener_new (GtkWindow *window,
                                          KringSession *session,
                                          KringRecovery *recovery,
                                          KringInteraction *interaction) G_GNUC_WARN_UNUSED_RESULT;
void kring_draft_opener_open (KringDraftOpener *self, const KringUnnoted *draft);
void kring_draft_opener_show_restored (KringDraftOpener *self, GtkWidget *map);

G_END_DECLS
