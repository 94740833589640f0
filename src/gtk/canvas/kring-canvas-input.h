/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GTK's events, as calls of the interaction. Nothing is decided here. Owned by a canvas; main thread
 * only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

G_BEGIN_DECLS

typedef struct _KringCanvasInput KringCanvasInput;

KringCanvasInput *kring_canvas_input_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
void kring_canvas_input_free (KringCanvasInput *self);

G_END_DECLS
