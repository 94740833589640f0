/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table behind kring-icon: one row a symbol, made at build time by build-aux/icon-table.py.
 * Constant data; usable on any thread.
 */
#pragma once

#include "picture/marks/kring-shape.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* without "kring-" and "-symbolic"; NULL after the last row */
  const guint8 *verbs;
  guint n_verbs;
  const KringPoint *points;
} KringIconRow;

extern const KringIconRow kring_icon_rows[];

G_END_DECLS
