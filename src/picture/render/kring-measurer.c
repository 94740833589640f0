/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/render/kring-measurer.h"

static double
width (const char *text, double size, KringFontWeight weight, gpointer data)
{
  return kring_fonts_get_width (data, text, size, weight);
}

/**
 * kring_measurer_for_fonts:
 * @fonts: (not nullable): outlives the measurer
 *
 * Returns: a measurer to hand to a scene, by value
 */
KringTextMeasurer
kring_measurer_for_fonts (KringFonts *fonts)
{
  return (KringTextMeasurer){ width, fonts };
}
