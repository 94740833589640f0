/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A name in place: a field right where the thing stands. Enter or a click elsewhere keeps what was
 * typed, Esc keeps the old name. Main thread only.
 */
#pragma once

#include "hands/interact/kring-interaction.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_RENAME_POPOVER (kring_rename_popover_get_type ())
G_DECLARE_FINAL_TYPE (KringRenamePopover, kring_rename_popover, KRING, RENAME_POPOVER, GtkPopover)

GtkWidget *kring_rename_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
void
kring_rename_popover_ask (KringRenamePopover *self, KringInteraction *interaction, const char *id);
void kring_rename_popover_finish (KringRenamePopover *self);

G_END_DECLS
