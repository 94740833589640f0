/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is drawn of the map: finished pixels, what moves and is marked over them, how one look fades
 * into another, and a ring around what has just appeared. Owned by a canvas; main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"
#include "picture/render/kring-fonts.h"

G_BEGIN_DECLS

typedef struct _KringCanvasPicture KringCanvasPicture;

/* Of a canvas that it belongs to. */
KringCanvasPicture *kring_canvas_get_picture (KringCanvas *canvas);

KringCanvasPicture *kring_canvas_picture_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
void kring_canvas_picture_free (KringCanvasPicture *self);
void kring_canvas_picture_set_fonts (KringCanvasPicture *self, KringFonts *fonts);
KringTextMeasurer kring_canvas_picture_get_measurer (KringCanvasPicture *self);
void kring_canvas_picture_clear (KringCanvasPicture *self);
void kring_canvas_picture_invalidate (KringCanvasPicture *self, KringRect area);
void kring_canvas_picture_soften (KringCanvasPicture *self);
void kring_canvas_picture_begin_fade (KringCanvasPicture *self);
void kring_canvas_picture_end_fade (KringCanvasPicture *self);
void kring_canvas_picture_add_arrivals (KringCanvasPicture *self, GPtrArray *changes);
void kring_canvas_picture_snapshot (KringCanvasPicture *self, GtkSnapshot *snapshot);

G_END_DECLS
