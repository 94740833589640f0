/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists set in type: divided over pages, as shapes from (0, 0) to the right and down. A row stays
 * in one piece and a word on one line, unless it is longer than a page or a line; nothing is left
 * out. Every page begins with what it is and what its columns are. Any one thread.
 */
#pragma once

#include "picture/export/kring-list.h"
#include "picture/marks/kring-text-measurer.h"

G_BEGIN_DECLS

typedef struct
{
  const KringTextMeasurer *measurer;
  double width;      /* of a page */
  double height;     /* of a page */
  const char *intro; /* under the title of the first page */
  const char *again; /* (nullable): there on the pages that follow; else @intro once more */
} KringTable;

GPtrArray *kring_table_dup_pages (const KringTable *self,
                                  const KringList *list) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
