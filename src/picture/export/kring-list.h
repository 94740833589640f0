/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list as it is printed after the map: columns, and rows of cells under headings. What it says,
 * not how it lies on paper. Filled once, then only read; any one thread.
 */
#pragma once

#include "map/model/kring-choices.h"

G_BEGIN_DECLS

#define KRING_LIST_COLUMNS_MAX 6

/* What stands before the text of a cell. */
typedef enum
{
  KRING_SIGN_NONE,
  KRING_SIGN_RISK,
  KRING_SIGN_UNDERGONE, /* a risk: what happens to the person */
  KRING_SIGN_VULNERABILITY,
  KRING_SIGN_PROTECTIVE,
  KRING_SIGN_QUOTE,
  KRING_SIGN_NOTE,
  KRING_SIGN_EVENT,
  KRING_SIGN_TIE,
  KRING_SIGN_QUESTION,
  KRING_SIGN_ACTION,
  KRING_SIGN_DONE,
  KRING_SIGN_LATE,
} KringSign;

typedef struct
{
  char *text; /* (owned) (nullable) */
  char *note; /* (owned) (nullable), smaller, under the text */
  KringSign sign;
  KringParty party; /* whose mark stands before the text */
  gboolean struck;
} KringListCell;

typedef struct
{
  gboolean heading; /* of the rows that follow: the first cell only, over the whole width */
  gboolean under;   /* belongs to the row before: smaller, and nothing parts the two */
  KringListCell cells[KRING_LIST_COLUMNS_MAX];
} KringListRow;

typedef struct
{
  const char *title; /* (not owned) */
  double share;      /* of the width; all together 1 */
} KringListColumn;

typedef struct
{
  const char *title; /* (not owned) */
  guint n_columns;
  const KringListColumn *columns; /* (not owned), titles to be translated */
  GPtrArray *rows;                /* (owned) (element-type KringListRow) */
} KringList;

KringList *kring_list_new (const char *title,
                           const KringListColumn *columns,
                           guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void kring_list_free (KringList *self);
void kring_list_take_heading (KringList *self, char *text, char *note);
KringListRow *kring_list_add_row (KringList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringList, kring_list_free)

G_END_DECLS
