/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How wide text is: the one thing a scene must ask the outside world. The real one is in `render`;
 * tests use kring_text_measurer_fixed, in which every character is 7 wide at every size.
 */
#pragma once

#include "picture/marks/kring-shape.h"

G_BEGIN_DECLS

typedef struct
{
  /* Width of one line, in map units; size is the em in map units. */
  double (*width) (const char *text, double size, KringFontWeight weight, gpointer data);
  gpointer data; /* (not owned) */
} KringTextMeasurer;

extern const KringTextMeasurer kring_text_measurer_fixed;

char **kring_text_wrap (const KringTextMeasurer *measurer,
                        const char *text,
                        double max_width,
                        double size,
                        KringFontWeight weight) G_GNUC_WARN_UNUSED_RESULT;
char *kring_text_shorten (const KringTextMeasurer *measurer,
                          const char *text,
                          double max_width,
                          double size,
                          KringFontWeight weight) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
