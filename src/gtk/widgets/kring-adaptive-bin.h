/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bin that tells in which step of width it stands, so that its owner can show more or less.
 * It asks for little room whatever is in it, so a window can always be made narrower; the owner
 * then makes the content fit. Emits notify::step after a change, never during allocation.
 * Main thread only.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_ADAPTIVE_BIN (kring_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (KringAdaptiveBin, kring_adaptive_bin, KRING, ADAPTIVE_BIN, GtkWidget)

void kring_adaptive_bin_set_steps (KringAdaptiveBin *self, const int *steps, guint n_steps);
guint kring_adaptive_bin_get_step (KringAdaptiveBin *self);

G_END_DECLS
