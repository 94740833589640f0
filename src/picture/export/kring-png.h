/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One sheet as a PNG: pixels and their density, and nothing else: no text chunks. Runs on the
 * thread that the paint's fonts belong to.
 */
#pragma once

#include "picture/export/kring-output.h"
#include "picture/export/kring-page.h"
#include "picture/export/kring-progress.h"

G_BEGIN_DECLS

typedef struct
{
  guint sheet;    /* from 0 */
  double dpi;     /* pixels per inch, 96 is one pixel per unit */
  gboolean clear; /* without a ground */
  KringColour ground;
} KringPngSetup;

gboolean kring_png_write (KringPages *pages,
                          const KringPaint *paint,
                          const KringPngSetup *setup,
                          KringOutput *output,
                          const KringProgress *progress,
                          GError **error);

G_END_DECLS
