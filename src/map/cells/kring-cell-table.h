/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text that may be a table: which separator parts it, under which headings, and which cells only
 * count the rows. Text that is no table is rows of one cell. Any thread.
 */
#pragma once

#include "map/cells/kring-cells.h"
#include "map/cells/kring-columns.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows;     /* (owned) (element-type KringRow) without titles and headings */
  char separator;      /* 0: no table */
  guint n_columns;     /* how many have a heading; 0: there are none */
  char **headings;     /* (owned) (nullable) */
  KringColumn *kinds;  /* (owned) (nullable) of each heading */
  char *title;         /* (owned) (nullable) what stands above the headings */
  gboolean is_counted; /* without headings: the first cell of a row is its number */
} KringCellTable;

KringCellTable *kring_cell_table_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void kring_cell_table_free (KringCellTable *self);
gboolean kring_cell_is_count (const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringCellTable, kring_cell_table_free)

G_END_DECLS
