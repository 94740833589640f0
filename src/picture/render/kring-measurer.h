/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The real answer to "how wide is this text": a scene's text measurer on top of the fonts. The
 * measurer only points at the fonts, which must outlive every scene that uses it; it belongs to
 * the thread of the fonts.
 */
#pragma once

#include "picture/marks/kring-text-measurer.h"
#include "picture/render/kring-fonts.h"

G_BEGIN_DECLS

KringTextMeasurer kring_measurer_for_fonts (KringFonts *fonts);

G_END_DECLS
