/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The map as squares of finished pixels: panning only moves them, a change repaints only those it
 * touches, and while a zoom is under way old ones are stretched. Each is kept as a render node, so
 * that GTK sees by itself what stayed the same. What was seen can be held, to fade into what is
 * seen now. A map of thousands is painted in some frames, and what was seen stays until then. Owned by a canvas; main thread only.
 */
#pragma once

#include "picture/marks/kring-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Paints the map in @area; the context is in map units. Returns how many shapes that took. */
typedef guint (*KringTilePaint) (cairo_t *cr, KringRect area, gpointer data);

typedef struct _KringTiles KringTiles;

KringTiles *kring_tiles_new (KringTilePaint paint, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void kring_tiles_free (KringTiles *self);
void kring_tiles_clear (KringTiles *self);
void kring_tiles_renew (KringTiles *self);
gboolean kring_tiles_is_behind (KringTiles *self);
void kring_tiles_invalidate (KringTiles *self, KringRect area);
void kring_tiles_hold (KringTiles *self);
void kring_tiles_release (KringTiles *self);
void kring_tiles_set_fade (KringTiles *self, double part);
void kring_tiles_snapshot (KringTiles *self,
                           GtkSnapshot *snapshot,
                           const KringViewport *viewport,
                           int scale_factor,
                           gboolean sharp);

G_END_DECLS
