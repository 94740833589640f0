/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One sheet as a PNG: pixels and their density, and nothing else: no text chunks. Runs on the
 * thread that the paint's fonts belong to.
 */
#pragma once

#include "picture/export/kring-export-format.h"

G_BEGIN_DECLS

gboolean kring_png_write (KringPages *pages,
                          const KringPaint *paint,
                          const KringWriteSetup *setup,
                          KringOutput *output,
                          const KringProgress *progress,
                          GError **error);

G_END_DECLS
