/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The typeface of maps and exports: Inter, bundled with the program and known to nobody else, so
 * that every machine sets the same lines. Characters that it lacks come from the system's fonts.
 * Hinting is off and positions are not rounded: text is as wide at every zoom.
 * One object belongs to one thread at a time; every export makes its own. What is drawn for one
 * session shares one set: reading the fonts takes a while.
 */
#pragma once

#include "picture/marks/kring-shape.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _KringFonts KringFonts;

KringFonts *kring_fonts_new (void) G_GNUC_WARN_UNUSED_RESULT;
KringFonts *kring_fonts_ref_for (GObject *owner) G_GNUC_WARN_UNUSED_RESULT;
KringFonts *kring_fonts_ref (KringFonts *self);
void kring_fonts_unref (KringFonts *self);
gboolean kring_fonts_is_bundled (KringFonts *self);

PangoLayoutLine *
kring_fonts_get_line (KringFonts *self, const char *text, double size, KringFontWeight weight);
double
kring_fonts_get_width (KringFonts *self, const char *text, double size, KringFontWeight weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringFonts, kring_fonts_unref)

G_END_DECLS
