/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ink: shapes onto a cairo context, in order, for screen, picture, paper and preview alike. The
 * painter keeps nothing and decides nothing; everything comes as an argument. The context maps the
 * shapes' units to the surface. Runs on the thread that the fonts belong to.
 */
#pragma once

#include "picture/marks/kring-theme.h"
#include "picture/render/kring-fonts.h"
#include "picture/render/kring-halos.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How shapes are painted; nothing of it is owned. */
typedef struct
{
  const KringTheme *theme;
  KringFonts *fonts;
  KringHalos *halos;         /* (nullable): for screens; without it halos are real strokes */
  KringRect clip;            /* what is wanted, in shape units; empty: everything */
  gboolean outlines;         /* letters as exact outlines, evenly spaced at every zoom: for
                                pictures and screens; not for PDF, where they must stay text */
  GHashTable *faded;         /* (nullable) interned ids of items out of focus */
  GHashTable *hidden;        /* (nullable) interned ids of items that are left out */
  GCancellable *cancellable; /* (nullable): painting stops soon after it is cancelled */
} KringPaint;

void kring_painter_paint (cairo_t *cr, GPtrArray *shapes, const KringPaint *paint);
void
kring_painter_set_colour (cairo_t *cr, const KringTheme *theme, KringColour colour, double opacity);

G_END_DECLS
