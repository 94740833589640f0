/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/quickadd/kring-name-columns.h"

#include "map/base/kring-sanitize.h"
#include "map/cells/kring-cell-table.h"
#include "map/quickadd/kring-name-line.h"
#include "map/quickadd/kring-name-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is put before a cell in a line, in the order of a line. */
static const struct
{
  KringColumn column;
  const char *before;
} order[] = {
  { KRING_COLUMN_SEX, "" },      { KRING_COLUMN_AGE, "" },       { KRING_COLUMN_BORN, "geb. " },
  { KRING_COLUMN_RELATION, "" }, { KRING_COLUMN_ROLE, "rol: " }, { KRING_COLUMN_PHONE, "" },
  { KRING_COLUMN_PLATE, "" },    { KRING_COLUMN_ACCOUNT, "@" },  { KRING_COLUMN_GROUP, "#" },
  { KRING_COLUMN_NOTE, "" },
};

/* (transfer full): a cell that has lines of its own, as one. */
static char *
dup_flat (const char *cell, const char *between)
{
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);
  g_autoptr (GStrvBuilder) said = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (said, lines[i]);
  kept = g_strv_builder_end (said);
  return g_strjoinv (between, kept);
}

/* "Jansen, Dex" is Dex Jansen. */
static char *
name_columns_dup_name (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return g_strv_length (parts) == 2 ? g_strdup_printf ("%s %s", parts[1], parts[0])
                                    : g_strjoinv (" ", parts);
}

static void
name_columns_add_part (GString *line, const char *before, const char *part)
{
  if (*part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, ", ");
  g_string_append_printf (line, "%s%s", before, part);
}

/* Adds in brackets a cell for which a line has no word. */
static void
add_note (GString *line, const char *heading, const char *cell)
{
  g_autofree char *unfolded = dup_flat (cell, "; ");
  g_autofree char *flat = g_strdelimit (g_steal_pointer (&unfolded), "()", '/');
  g_autofree char *note = heading != NULL ? g_strdup_printf ("(%s: %s)", heading, flat)
                                          : g_strdup_printf ("(%s)", flat);

  if (*cell != '\0')
    name_columns_add_part (line, "", note);
}

/* Whether the line has read a cell as what its heading says; a short number elsewhere is no age. */
static gboolean
is_read_as (const KringNameLine *line, KringColumn column)
{
  if (column == KRING_COLUMN_AGE)
    return line->age != NULL;
  if (column == KRING_COLUMN_BORN)
    return line->born != NULL;
  return column == KRING_COLUMN_OTHER || line->age == NULL;
}

/* Whether a line takes the part for what it is in a @column, and not for a relation. */
static gboolean
is_understood (const char *part, KringColumn column)
{
  g_autofree char *text = g_strdup_printf ("x, %s", part);
  g_autoptr (KringNameLine) line = kring_name_line_parse (text);

  return !line->tied && is_read_as (line, column) &&
         (line->age != NULL || line->sex != KRING_SEX_UNKNOWN || line->born != NULL ||
          line->details != NULL || line->role != NULL);
}

static void
add_cell (GString *line, guint nth, const char *heading, const char *cell)
{
  KringColumn column = order[nth].column;
  const char *before = order[nth].before;
  g_autofree char *flat = dup_flat (cell, " ");
  g_autofree char *part = g_strconcat (g_str_has_prefix (flat, before) ? "" : before, flat, NULL);

  if (*flat == '\0')
    return;
  if (column == KRING_COLUMN_NOTE)
    add_note (line, NULL, cell);
  else if (column == KRING_COLUMN_RELATION ||
           (column == KRING_COLUMN_ROLE && kring_name_word_find (flat) != NULL))
    name_columns_add_part (line, "", flat);
  else if (column == KRING_COLUMN_GROUP)
    name_columns_add_part (line, "", g_strdelimit (part, ",", ' '));
  else if (strchr (flat, ',') == NULL && is_understood (part, column))
    name_columns_add_part (line, "", part);
  else
    add_note (line, heading, cell);
}

static void
name_columns_add_name (GString *name, const char *cell)
{
  g_autofree char *flat = dup_flat (cell, " ");
  g_autofree char *part = name_columns_dup_name (flat);

  /* A last name with the first name in front of it says both. */
  if (name->len > 0 && g_str_has_prefix (part, name->str))
    g_string_truncate (name, 0);
  if (*part != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
}

/* Returns: (transfer full): the name in the row; first name, infix and last name are put
 * together. */
static char *
dup_row_name (const KringCellTable *table, const KringRow *row)
{
  static const KringColumn names[] = { KRING_COLUMN_NAME, KRING_COLUMN_FIRST_NAME,
                                       KRING_COLUMN_INFIX, KRING_COLUMN_LAST_NAME };
  GString *name = g_string_new (NULL);

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    for (guint i = 0; i < table->n_columns && i < row->n; i++)
      if (table->kinds[i] == names[n])
        name_columns_add_name (name, row->cells[i]);
  return g_string_free (name, FALSE);
}

static gboolean
is_other (const KringCellTable *table, guint i, const char *cell)
{
  return table->kinds[i] == KRING_COLUMN_OTHER ||
         (table->kinds[i] == KRING_COLUMN_NUMBER && !kring_cell_is_count (cell));
}

static void
add_others (const KringCellTable *table, GString *line, const KringRow *row)
{
  for (guint i = 0; i < row->n; i++)
    if (i >= table->n_columns)
      add_note (line, NULL, row->cells[i]);
    else if (is_other (table, i, row->cells[i]))
      add_note (line, *table->headings[i] != '\0' ? table->headings[i] : NULL, row->cells[i]);
}

/* A plate or a number alone is a thing. */
static gboolean
name_columns_is_person (const char *text)
{
  g_autoptr (KringNameLine) line = kring_name_line_parse (text);

  return line->kind == KRING_KIND_PERSON;
}

/* (transfer full): the line that says what the row says. */
static char *
name_columns_dup_line (const KringCellTable *table, const KringRow *row)
{
  GString *line = g_string_new (NULL);
  g_autofree char *name = dup_row_name (table, row);

  name_columns_add_part (line, "", name);
  for (guint n = 0; n < G_N_ELEMENTS (order); n++)
    for (guint i = 0; i < table->n_columns && i < row->n; i++)
      if (table->kinds[i] == order[n].column)
        add_cell (line, n, table->headings[i], row->cells[i]);
  add_others (table, line, row);
  if (*name == '\0' && line->len > 0 && name_columns_is_person (line->str))
    g_string_prepend (line, "? ");
  return g_string_free (line, FALSE);
}

static gsize
count_digits_and_dots (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]) || text[n] == '.')
    n++;
  return n;
}

/* "•", "–", "1.", "2)", "(3)" or "a)" before a tab; "?" is somebody whom nobody knows. */
static gboolean
is_list_mark (const char *cell)
{
  const char *p = *cell == '(' ? cell + 1 : cell;
  gsize n_digits = count_digits_and_dots (p);

  if (*p == '\0' || g_str_equal (cell, "?"))
    return FALSE;
  if (g_ascii_isalpha (*p))
    return g_str_equal (p + 1, ")");
  if (n_digits > 0 && g_ascii_isdigit (*p))
    return (p[n_digits] == '\0' && p[n_digits - 1] == '.') || g_str_equal (p + n_digits, ")");
  for (p = cell; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ispunct (g_utf8_get_char (p)) &&
        g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_PRIVATE_USE)
      return FALSE;
  return TRUE;
}

/* Returns the first filled cell from @cells on. */
static char **
skip_empty (char **cells)
{
  while (*cells != NULL && **cells == '\0')
    cells++;
  return cells;
}

/* (transfer full): the first of several cells; what a line says after a comma is no first name. */
static char *
dup_first_cell (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, ",", -1);
  const char *second = g_strv_length (parts) == 2 ? g_strstrip (parts[1]) : NULL;

  if (second == NULL || is_understood (second, KRING_COLUMN_OTHER) ||
      kring_name_word_find (second) != NULL)
    return g_strdup (cell);
  return name_columns_dup_name (cell);
}

/* A number that counts the rows goes; another one is no name, but what a line says after it. */
static char *
name_columns_take_number (const KringCellTable *table, char **first)
{
  if (*first == NULL || *skip_empty (first + 1) == NULL || !kring_cell_is_count (*first) ||
      (*first)[strspn (*first, "0123456789")] != '\0')
    return NULL;
  return g_strdup (table->is_counted ? "" : *first);
}

/* Returns: (transfer full): the cells one after the other, without the mark of a list. */
static char *
dup_plain_line (const KringCellTable *table, char **cells)
{
  GString *line = g_string_new (NULL);
  char **first = skip_empty (cells), **others = *first != NULL ? skip_empty (first + 1) : first;
  g_autofree char *number = name_columns_take_number (table, first);

  if (*others != NULL && (number != NULL || is_list_mark (*first)))
    {
      first = others;
      others = skip_empty (first + 1);
    }
  if (*others != NULL || number != NULL)
    {
      g_autofree char *flat = dup_flat (*first, " ");
      g_autofree char *name = dup_first_cell (flat);

      name_columns_add_part (line, "", name);
      name_columns_add_part (line, "", number != NULL ? number : "");
      first++;
    }
  for (; *first != NULL; first++)
    {
      g_autofree char *flat = dup_flat (*first, " ");

      name_columns_add_part (line, "", flat);
    }
  return g_string_free (line, FALSE);
}

static void
name_columns_add_word (GString *words, const char *word)
{
  if (*word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
}

/* (transfer full) (nullable): how the columns were read, for people. Nothing is left unsaid: what no
 * line has a word for, and what was not read. */
static char *
dup_said (const KringCellTable *table)
{
  g_autoptr (GString) known = g_string_new (NULL), others = g_string_new (NULL);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *heading = dup_flat (table->headings[i], " ");

      name_columns_add_word (table->kinds[i] == KRING_COLUMN_OTHER ? others : known, heading);
    }
  /* Translators: the headings of a table that was pasted */
  g_string_append_printf (said, _ ("Read as columns: %s"), known->str);
  if (others->len > 0)
    {
      /* Translators: headings of columns that are no fields of a person */
      g_autofree char *text = g_strdup_printf (_ ("In the description: %s"), others->str);

      g_string_append_printf (said, ". %s", text);
    }
  if (table->title != NULL)
    {
      /* Translators: what stood above a table that was pasted */
      g_autofree char *text = g_strdup_printf (_ ("Not read: %s"), table->title);

      g_string_append_printf (said, ". %s", text);
    }
  return g_string_free (said, FALSE);
}

/**
 * kring_name_columns_read:
 * @text: valid UTF-8, as pasted
 * @said: (out) (transfer full) (nullable): how its columns were read, if they have headings
 *
 * Returns: (transfer full) (element-type utf8): a line for each row that says anything; of lines
 *   that are no rows the lines themselves
 */
GPtrArray *
kring_name_columns_read (const char *text, char **said)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KringCellTable) table = kring_cell_table_read (text);

  *said = table->headings != NULL ? dup_said (table) : NULL;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const KringRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *line = table->n_columns > 1 ? name_columns_dup_line (table, row)
                                                   : dup_plain_line (table, row->cells);

      if (!kring_sanitize_is_blank (line))
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  return lines;
}
