/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving what is open in a window, and all that has to be asked about it: where to, what to do when
 * that fails, and before the window closes. Looks at the disk when the user comes back. Knows the
 * window by its actions only, and is owned by it.
 * Emits "changed" when it is slow or is over, "finish-typing" when what is typed has to be on the
 * map, and "is-taken" (a file) to hear whether another window has it. Main thread only.
 */
#pragma once

#include "gtk/saving/kring-draft-opener.h"
#include "gtk/saving/kring-file-bar.h"

G_BEGIN_DECLS

#define KRING_TYPE_SAVING (kring_saving_get_type ())
G_DECLARE_FINAL_TYPE (KringSaving, kring_saving, KRING, SAVING, GObject)

KringSaving *kring_saving_new (GtkWindow *window,
                               KringDocument *document,
                               KringSession *session,
                               KringRecovery *recovery,
                               KringFileBar *bar,
                               KringDraftOpener *opener) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_saving_is_slow (KringSaving *self);
void kring_saving_save (KringSaving *self);
void kring_saving_save_as (KringSaving *self);
void kring_saving_save_at (KringSaving *self, GFile *file);
gboolean kring_saving_may_close (KringSaving *self);

G_END_DECLS
