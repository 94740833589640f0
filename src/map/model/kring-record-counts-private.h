/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the catalogue of the program says its signals are about, made at build time by
 * build-aux/catalogue-table.py: for signals that were noted before a map said so itself.
 * Constant data; usable on any thread.
 */
#pragma once

#include "map/model/kring-record-counts.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id; /* of the catalogue; NULL after the last row */
  KringConcerns concerns;
} KringKnownRow;

extern const KringKnownRow kring_record_counts_rows[];

G_END_DECLS
