/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The formats that a map is exported in: one row each, which the dialog, the command line, the file
 * chooser and the writing read.
 */
#pragma once

#include "picture/export/kring-output.h"
#include "picture/export/kring-page.h"
#include "picture/export/kring-progress.h"

G_BEGIN_DECLS

/* In the order in which they are offered. */
typedef enum
{
  KRING_EXPORT_PDF,
  KRING_EXPORT_PNG,
  KRING_N_EXPORT_FORMATS,
} KringExportFormat;

/* What a writer has to know besides the sheets. */
typedef struct
{
  guint sheet;        /* from 0; of no meaning where all are in one file */
  double dpi;         /* pixels per inch, 96 is one pixel per unit */
  gboolean clear;     /* without a ground */
  KringColour ground; /* the colour under everything */
  GDateTime *made;    /* when */
} KringWriteSetup;

/* The texts are not yet translated. */
typedef struct
{
  const char *name;  /* on the command line, and the ending of a file */
  const char *label; /* in the dialog */
  const char *kind;  /* in the file chooser */
  const char *mime_type;
  const char *button;     /* what makes it */
  const char *made;       /* (nullable), what is told of one file; else it is a picture */
  gboolean one_per_sheet; /* every sheet is a file of its own, not all in one */
  gboolean pixels;        /* it has a density, may be clear, and text is outlines */

  /* Writes to @output and finishes it; tells @progress, which may be %NULL. */
  gboolean (*write) (KringPages *pages,
                     const KringPaint *paint,
                     const KringWriteSetup *setup,
                     KringOutput *output,
                     const KringProgress *progress,
                     GError **error);
} KringExportFormatRow;

const KringExportFormatRow *kring_export_format_get_row (KringExportFormat format);
gboolean kring_export_format_find (const char *name, KringExportFormat *format);
char *kring_export_format_dup_names (const char *prefix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
