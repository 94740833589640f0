/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a column of a spreadsheet holds, by its heading: Dutch and English words as people write
 * them. Constant data; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KRING_COLUMN_OTHER, /* no word for it is known */
  KRING_COLUMN_NUMBER,
  KRING_COLUMN_NAME,
  KRING_COLUMN_FIRST_NAME,
  KRING_COLUMN_INFIX,
  KRING_COLUMN_LAST_NAME,
  KRING_COLUMN_SEX,
  KRING_COLUMN_AGE,
  KRING_COLUMN_BORN,
  KRING_COLUMN_RELATION,
  KRING_COLUMN_ROLE,
  KRING_COLUMN_PHONE,
  KRING_COLUMN_PLATE,
  KRING_COLUMN_ACCOUNT,
  KRING_COLUMN_GROUP,
  KRING_COLUMN_NOTE,
  KRING_N_COLUMNS,
} KringColumn;

KringColumn kring_column_find (const char *heading);
gboolean kring_column_may_name (const char *heading);
gboolean kring_column_is_name (KringColumn column);

G_END_DECLS
