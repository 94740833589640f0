/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which part of the map is seen, and the way from one to another; what is brought into sight for a
 * while. Owned by a canvas; main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

G_BEGIN_DECLS

typedef struct _KringCanvasView KringCanvasView;

/* Of a canvas that it belongs to. */
KringCanvasView *kring_canvas_get_view (KringCanvas *canvas);

KringCanvasView *kring_canvas_view_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
void kring_canvas_view_free (KringCanvasView *self);
void kring_canvas_view_forget (KringCanvasView *self);
void kring_canvas_view_glide_to (KringCanvasView *self, const KringViewport *to);
void kring_canvas_view_stop (KringCanvasView *self);
void kring_canvas_view_yield (KringCanvasView *self);
KringViewport kring_canvas_view_get_aim (KringCanvasView *self);
gboolean kring_canvas_view_is_same (const KringViewport *a, const KringViewport *b);

G_END_DECLS
