/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How all of the map is brought into view, beside what lies over it, and whether it is. Owned by a
 * canvas; main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

G_BEGIN_DECLS

typedef struct _KringCanvasFit KringCanvasFit;

/* Of a canvas that it belongs to. */
KringCanvasFit *kring_canvas_get_fit (KringCanvas *canvas);

KringCanvasFit *kring_canvas_fit_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
void kring_canvas_fit_free (KringCanvasFit *self);
void kring_canvas_fit_forget (KringCanvasFit *self);
void kring_canvas_fit_follow (KringCanvasFit *self);
void kring_canvas_fit_set_size (KringCanvasFit *self, int width, int height);
int kring_canvas_fit_get_bottom_inset (KringCanvasFit *self);

G_END_DECLS
