/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one question after something was made for somebody: who gets it. What was answered the last
 * time for such a reader stands there already; Enter notes it, Esc or the cross leaves it, and going on
 * with the map does not wait for it. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "map/edit/kring-commands.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_COPY_BAR (kring_copy_bar_get_type ())
G_DECLARE_FINAL_TYPE (KringCopyBar, kring_copy_bar, KRING, COPY_BAR, AdwBin)

GtkWidget *kring_copy_bar_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_copy_bar_ask (KringCopyBar *self, const KringNewCopy *given);
gboolean kring_copy_bar_get_asking (KringCopyBar *self);
void kring_copy_bar_skip (KringCopyBar *self);
void kring_copy_bar_note (KringCopyBar *self);

G_END_DECLS
