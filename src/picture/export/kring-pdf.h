/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sheets as a PDF: lines stay lines, text stays text that can be searched and copied. Its
 * properties tell that it is a working document made with Kring and when: no author, no name, no
 * place on a disk. Runs on the thread that the paint's fonts belong to.
 */
#pragma once

#include "picture/export/kring-export-format.h"

G_BEGIN_DECLS

gboolean kring_pdf_write (KringPages *pages,
                          const KringPaint *paint,
                          const KringWriteSetup *setup,
                          KringOutput *output,
                          const KringProgress *progress,
                          GError **error);

G_END_DECLS
