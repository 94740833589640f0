/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The young person's rings laid over the map, as long as somebody wants to see them beside ours.
 * Owned by a canvas; main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

G_BEGIN_DECLS

typedef struct _KringCanvasBeside KringCanvasBeside;

/* Of a canvas that it belongs to. */
KringCanvasBeside *kring_canvas_get_beside (KringCanvas *canvas);

KringCanvasBeside *kring_canvas_beside_new (KringCanvas *canvas,
                                            GActionMap *actions) G_GNUC_WARN_UNUSED_RESULT;
void kring_canvas_beside_free (KringCanvasBeside *self);
void kring_canvas_beside_forget (KringCanvasBeside *self);
GPtrArray *kring_canvas_beside_get_shapes (KringCanvasBeside *self);

G_END_DECLS
