/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-list.h"

static void
list_row_free (gpointer data)
{
  KringListRow *row = data;

  for (guint i = 0; i < KRING_LIST_COLUMNS_MAX; i++)
    {
      g_free (row->cells[i].text);
      g_free (row->cells[i].note);
    }
  g_free (row);
}

/**
 * kring_list_new: (constructor)
 * @title: stays where it is as long as the list lives
 * @columns: stay where they are as long as the list lives
 *
 * Returns: (transfer full): a list without rows
 */
KringList *
kring_list_new (const char *title, const KringListColumn *columns, guint n_columns)
{
  KringList *self = g_new0 (KringList, 1);

  g_return_val_if_fail (n_columns <= KRING_LIST_COLUMNS_MAX, self);

  self->title = title;
  self->columns = columns;
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func (list_row_free);
  return self;
}

void
kring_list_free (KringList *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * kring_list_take_heading:
 * @text: (transfer full):
 * @note: (transfer full) (nullable):
 */
void
kring_list_take_heading (KringList *self, char *text, char *note)
{
  KringListRow *row = kring_list_add_row (self);

  row->heading = TRUE;
  row->cells[0].text = text;
  row->cells[0].note = note;
}

/**
 * kring_list_add_row:
 *
 * Returns: (transfer none): an empty row at the end, to be filled
 */
KringListRow *
kring_list_add_row (KringList *self)
{
  KringListRow *row = g_new0 (KringListRow, 1);

  for (guint i = 0; i < KRING_LIST_COLUMNS_MAX; i++)
    row->cells[i].party = KRING_PARTY_NONE;
  g_ptr_array_add (self->rows, row);
  return row;
}
