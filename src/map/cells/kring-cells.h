/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text as spreadsheets hand it over: rows of cells that a tab, a semicolon or a comma parts, with
 * quotes around cells that hold such a thing themselves (RFC 4180). Whoever reads rows reads them
 * here, so that a list means the same wherever it comes in. Pure functions; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint line;   /* of the text, on which the row begins; from 1 */
  guint n;      /* how many cells */
  char **cells; /* (owned) without blanks around them; an end of a line within one is "\n" */
} KringRow;

gboolean kring_cells_end_line (gunichar c);
GPtrArray *
kring_cells_read (const char *text, char separator, gboolean *quoted) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_cells_are_alike (GPtrArray *rows);

G_END_DECLS
