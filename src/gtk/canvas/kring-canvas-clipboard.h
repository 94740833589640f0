/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies leave as a fragment of the file format and as plain lines; text comes back as names. */
#pragma once

#include "gtk/canvas/kring-canvas.h"

G_BEGIN_DECLS

void kring_canvas_clipboard_copy (KringCanvas *self);
void kring_canvas_clipboard_paste (KringCanvas *self);
void kring_canvas_clipboard_copy_picture (KringCanvas *self);

G_END_DECLS
