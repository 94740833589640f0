/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/cells/kring-cell-table.h"

#include <stdlib.h>
#include <string.h>

/* Longer numbers are telephone or account numbers and do not number rows. */
#define COUNT_DIGITS_MAX 4

/* How many lines of titles may stand above the headings. */
#define TITLES_MAX 4

static const KringRow *
cell_table_get_row (GPtrArray *rows, guint index)
{
  return g_ptr_array_index (rows, index);
}

static guint
count_filled (const KringRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n; i++)
    n += *row->cells[i] != '\0';
  return n;
}

/* Whether a row of one cell is a heading: only a plain word for "name" is, anything else may be a
 * person. */
static gboolean
is_lone_heading (const KringRow *row)
{
  for (guint i = 0; i < row->n; i++)
    if (kring_column_find (row->cells[i]) == KRING_COLUMN_NAME)
      return TRUE;
  return FALSE;
}

/* Whether a row holds headings: one word for a name, or two other known words, and no figures. */
static gboolean
is_heading (const KringRow *row)
{
  guint n_known = 0;
  gboolean named = FALSE;

  if (count_filled (row) < 2)
    return is_lone_heading (row);

  for (guint i = 0; i < row->n; i++)
    {
      KringColumn column = kring_column_find (row->cells[i]);

      if (column == KRING_COLUMN_OTHER && strpbrk (row->cells[i], "0123456789") != NULL)
        return FALSE;
      n_known += (column != KRING_COLUMN_OTHER && column != KRING_COLUMN_NUMBER) ||
                 kring_column_may_name (row->cells[i]);
      named = named || kring_column_is_name (column);
    }
  return named || n_known >= 2;
}

/* Finds the row of headings: the first with more than one filled cell, since a title may stand
 * above the table. -1: there is none. */
static int
find_headings (GPtrArray *rows)
{
  for (guint i = 0; i + 1 < rows->len && i <= TITLES_MAX; i++)
    {
      const KringRow *row = cell_table_get_row (rows, i);

      if (is_heading (row) && (i == 0 || count_filled (row) > 1))
        return i;
      if (count_filled (row) > 1)
        return -1;
    }
  return -1;
}

/* Whether any row has two filled cells; tabs at the ends of lines do not make a table. */
static gboolean
has_cells (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (count_filled (cell_table_get_row (rows, i)) > 1)
      return TRUE;
  return FALSE;
}

static gboolean
has_headings (GPtrArray *rows)
{
  int at = find_headings (rows);

  return at >= 0 && count_filled (cell_table_get_row (rows, at)) > 1;
}

/* Whether @separator makes a table of the text. Typed lines have commas too, so commas need
 * headings or quotes. */
static gboolean
is_table (GPtrArray *rows, char separator, gboolean quoted)
{
  if (separator == '\t')
    return has_cells (rows);
  return has_headings (rows) ||
         (kring_cells_are_alike (rows) && (quoted || (separator == ';' && rows->len > 1)));
}

static gboolean
is_quoted (const char *cell)
{
  gsize length = strlen (cell);

  return length > 1 && cell[0] == '"' && cell[length - 1] == '"';
}

/* Takes off the quotes around cells if every cell of the first row has them. */
static void
cell_table_unquote (GPtrArray *rows)
{
  const KringRow *first = rows->len > 0 ? cell_table_get_row (rows, 0) : NULL;

  if (first == NULL || first->n < 2)
    return;
  for (guint i = 0; i < first->n; i++)
    if (!is_quoted (first->cells[i]))
      return;
  for (guint r = 0; r < rows->len; r++)
    for (guint i = 0; i < cell_table_get_row (rows, r)->n; i++)
      {
        char *cell = cell_table_get_row (rows, r)->cells[i];

        if (!is_quoted (cell))
          continue;
        cell[strlen (cell) - 1] = '\0';
        memmove (cell, cell + 1, strlen (cell));
      }
}

/* Returns: (transfer full) (element-type KringRow): the text, split by the first separator that
 * makes a table of it; else line by line. */
static GPtrArray *
read_rows (const char *text, char *separator)
{
  static const char separators[] = { '\t', ';', ',' };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gboolean quoted;
      g_autoptr (GPtrArray) rows = kring_cells_read (text, separators[i], &quoted);

      *separator = separators[i];
      if (separators[i] == '\t')
        cell_table_unquote (rows);
      if (is_table (rows, separators[i], quoted))
        return g_steal_pointer (&rows);
    }
  *separator = '\0';
  return kring_cells_read (text, '\0', NULL);
}

/**
 * kring_cell_is_count:
 *
 * Returns: whether the cell may say which of the rows it is: "12", "12." or "12)"
 */
gboolean
kring_cell_is_count (const char *cell)
{
  gsize n_digits = strspn (cell, "0123456789");

  return n_digits > 0 && n_digits <= COUNT_DIGITS_MAX &&
         (cell[n_digits] == '\0' || g_str_equal (cell + n_digits, ".") ||
          g_str_equal (cell + n_digits, ")"));
}

/* Returns the first filled cell of a row that has others. */
static const char *
get_first (const KringRow *row)
{
  guint i = 0;

  while (i < row->n && *row->cells[i] == '\0')
    i++;
  return i < row->n && count_filled (row) > 1 ? row->cells[i] : NULL;
}

/* Whether the first cells number the rows: all numbers differ, and they rise or none is much
 * greater than the number of rows. Ages fail both. */
static gboolean
are_counted (GPtrArray *rows)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  gboolean upwards = TRUE;
  guint last = 0, most = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *first = get_first (cell_table_get_row (rows, i));
      guint number = first != NULL ? atoi (first) : 0;

      if (first == NULL)
        continue;
      if (!kring_cell_is_count (first) || !g_hash_table_add (found, GUINT_TO_POINTER (number)))
        return FALSE;
      upwards = upwards && (g_hash_table_size (found) == 1 || number > last);
      last = number;
      most = MAX (most, number);
    }
  return g_hash_table_size (found) > 0 && (upwards || most <= 2 * rows->len);
}

/* Whether all filled cells of a column without a heading number the rows. */
static gboolean
counts_rows (const KringCellTable *self, guint column)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KringRow *row = cell_table_get_row (self->rows, i);

      if (column < row->n && *row->cells[column] != '\0' &&
          !kring_cell_is_count (row->cells[column]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_kind (const KringCellTable *self, KringColumn kind)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->kinds[i] == kind)
      return TRUE;
  return FALSE;
}

/* Decides which columns hold the name: one of them, or a first and a last name; a name beside a
 * first name is a last name. */
static void
settle_names (KringCellTable *self)
{
  gboolean parts = has_kind (self, KRING_COLUMN_FIRST_NAME);
  gboolean last = has_kind (self, KRING_COLUMN_LAST_NAME);
  gboolean named = parts || last || has_kind (self, KRING_COLUMN_NAME), taken = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (!named && kring_column_may_name (self->headings[i]))
        self->kinds[i] = KRING_COLUMN_NAME;
      if (self->kinds[i] != KRING_COLUMN_NAME)
        continue;
      self->kinds[i] = taken || (parts && last) ? KRING_COLUMN_OTHER
                       : parts                  ? KRING_COLUMN_LAST_NAME
                                                : KRING_COLUMN_NAME;
      taken = TRUE;
    }
}

static void
read_headings (KringCellTable *self, guint at)
{
  const KringRow *row = cell_table_get_row (self->rows, at);

  self->headings = g_strdupv (row->cells);
  self->n_columns = row->n;
  self->kinds = g_new0 (KringColumn, row->n);
  for (guint i = 0; i < at; i++)
    {
      g_autofree char *before = g_steal_pointer (&self->title);
      g_autofree char *said = g_strjoinv (" ", cell_table_get_row (self->rows, i)->cells);

      self->title = before != NULL ? g_strdup_printf ("%s, %s", before, g_strstrip (said))
                                   : g_strdup (g_strstrip (said));
    }
  g_ptr_array_remove_range (self->rows, 0, at + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->kinds[i] = *self->headings[i] == '\0' && counts_rows (self, i)
                         ? KRING_COLUMN_NUMBER
                         : kring_column_find (self->headings[i]);
  settle_names (self);
}

/**
 * kring_cell_table_read:
 * @text: valid UTF-8, as pasted or as it stands in a file
 *
 * Returns: (transfer full): the table
 */
KringCellTable *
kring_cell_table_read (const char *text)
{
  KringCellTable *self = g_new0 (KringCellTable, 1);
  int at;

  self->rows = read_rows (text, &self->separator);
  at = find_headings (self->rows);
  if (at >= 0)
    read_headings (self, at);
  else if (self->separator != '\0')
    self->is_counted = are_counted (self->rows);
  return self;
}

void
kring_cell_table_free (KringCellTable *self)
{
  g_ptr_array_unref (self->rows);
  g_strfreev (self->headings);
  g_free (self->kinds);
  g_free (self->title);
  g_free (self);
}
