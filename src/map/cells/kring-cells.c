/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/cells/kring-cells.h"

#include <string.h>

/* The longest cell of a spreadsheet: a quote that is closed only after so many bytes did not open
 * one. */
#define CELL_BYTES_MAX (4 * 32767)

typedef struct
{
  const char *at;
  char separator; /* 0: a row is one cell */
  guint line;
  gboolean unclosed; /* a quote was never closed, and none after it will be */
  gboolean quoted;   /* some cell could not be without its quotes */
} Reader;

/**
 * kring_cells_end_line:
 *
 * Writers have more ends of lines than one: also what a word processor puts within a paragraph.
 *
 * Returns: whether a row ends at @c
 */
gboolean
kring_cells_end_line (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

static gboolean
ends_line (const char *p)
{
  return kring_cells_end_line (g_utf8_get_char (p));
}

static gboolean
ends_cell (const Reader *self, const char *p)
{
  return *p == '\0' || (*p == self->separator && self->separator != '\0') || ends_line (p);
}

static const char *
skip_blanks (const Reader *self, const char *p)
{
  while (*p == ' ' || (*p == '\t' && self->separator != '\t'))
    p++;
  return p;
}

/* Skips the end of a line; "\r\n" is one end. */
static const char *
skip_end (const char *p)
{
  return *p == '\r' && p[1] == '\n' ? p + 2 : g_utf8_next_char (p);
}

/* Finds where the quote opened at @start is closed; %NULL: it is not a quoted cell. */
static const char *
cells_find_close (Reader *self, const char *start)
{
  for (const char *p = start + 1; p - start < CELL_BYTES_MAX; p++)
    {
      if (*p == '\0')
        {
          self->unclosed = TRUE;
          return NULL;
        }
      if (*p != '"')
        continue;
      if (p[1] != '"')
        return ends_cell (self, skip_blanks (self, p + 1)) ? p : NULL;
      p++;
    }
  return NULL;
}

/* (transfer full): what stands between two quotes. */
static char *
dup_inner (Reader *self, const char *start, const char *end, gboolean *needed)
{
  GString *inner = g_string_new (NULL);

  for (const char *p = start; p < end;)
    if (ends_line (p))
      {
        g_string_append_c (inner, '\n');
        p = skip_end (p);
        *needed = TRUE;
      }
    else
      {
        *needed |= *p == '"' || (self->separator != '\0' && *p == self->separator);
        g_string_append_unichar (inner, g_utf8_get_char (p));
        p += *p == '"' ? 2 : g_utf8_next_char (p) - p;
      }
  return g_string_free (inner, FALSE);
}

static guint
cells_count_lines (const char *start, const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p = ends_line (p) ? skip_end (p) : g_utf8_next_char (p))
    n += ends_line (p);
  return n;
}

/* Whether the quotes around a cell stay. In typed words they mark nicknames, so only quotes that a
 * spreadsheet needs, around a separator or an end of line, are taken off. */
static gboolean
keeps_quotes (const Reader *self, const char *inner, gboolean needed)
{
  if (self->separator == '\0')
    return strchr (inner, '\n') == NULL;
  return self->separator == '\t' && !needed && strpbrk (inner, ",;") == NULL;
}

/* (transfer full) (nullable): the cell in quotes that begins at @start; goes after it. */
static char *
take_quoted (Reader *self, const char *start)
{
  const char *end = *start == '"' && !self->unclosed ? cells_find_close (self, start) : NULL;
  gboolean needed = FALSE;
  g_autofree char *inner = end != NULL ? dup_inner (self, start + 1, end, &needed) : NULL;

  if (inner == NULL || keeps_quotes (self, inner, needed))
    return NULL;
  self->quoted |= needed;
  self->line += cells_count_lines (start, end);
  self->at = skip_blanks (self, end + 1);
  return g_strdup (g_strstrip (inner));
}

static char *
take_cell (Reader *self)
{
  const char *start = self->at;
  char *quoted = take_quoted (self, skip_blanks (self, start));

  if (quoted != NULL)
    return quoted;
  while (!ends_cell (self, self->at))
    self->at = g_utf8_next_char (self->at);
  return g_strstrip (g_strndup (start, self->at - start));
}

static KringRow *
cells_take_row (Reader *self)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  KringRow *row = g_new0 (KringRow, 1);

  row->line = self->line;
  g_ptr_array_add (cells, take_cell (self));
  while (*self->at != '\0' && !ends_line (self->at))
    {
      self->at++;
      g_ptr_array_add (cells, take_cell (self));
    }
  if (*self->at != '\0')
    {
      self->at = skip_end (self->at);
      self->line++;
    }
  row->n = cells->len;
  g_ptr_array_add (cells, NULL);
  row->cells = (char **) g_ptr_array_steal (cells, NULL);
  return row;
}

static void
cells_row_free (KringRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

static gboolean
cells_is_empty (const KringRow *row)
{
  for (guint i = 0; i < row->n; i++)
    if (*row->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * kring_cells_read:
 * @text: valid UTF-8
 * @separator: what parts the cells; 0: nothing does, every row is one cell
 * @quoted: (out) (optional): whether some cell could not be without its quotes
 *
 * Returns: (transfer full) (element-type KringRow): the rows in which anything stands
 */
GPtrArray *
kring_cells_read (const char *text, char separator, gboolean *quoted)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) cells_row_free);
  Reader reader = { .at = text, .separator = separator, .line = 1 };

  while (*reader.at != '\0')
    {
      KringRow *row = cells_take_row (&reader);

      if (cells_is_empty (row))
        cells_row_free (row);
      else
        g_ptr_array_add (rows, row);
    }
  if (quoted != NULL)
    *quoted = reader.quoted;
  return rows;
}

/**
 * kring_cells_are_alike:
 * @rows: (element-type KringRow): as read
 *
 * Returns: whether every row has as many cells, and more than one
 */
gboolean
kring_cells_are_alike (GPtrArray *rows)
{
  const KringRow *first = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  for (guint i = 0; i < rows->len; i++)
    if (((const KringRow *) g_ptr_array_index (rows, i))->n != first->n)
      return FALSE;
  return first != NULL && first->n > 1;
}
