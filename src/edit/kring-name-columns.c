/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-name-columns.h"

#include "core/kring-fold.h"
#include "core/kring-plain.h"
#include "edit/kring-name-line.h"
#include "edit/kring-name-words.h"

#include <string.h>

/* Longer numbers are of a telephone or an account, and count no rows. */
#define COUNT_DIGITS_MAX 4

typedef enum
{
  COLUMN_OTHER, /* goes along with its heading */
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_FIRST_NAME,
  COLUMN_INFIX,
  COLUMN_LAST_NAME,
  COLUMN_SEX,
  COLUMN_AGE,
  COLUMN_BORN,
  COLUMN_RELATION,
  COLUMN_ROLE,
  COLUMN_PHONE,
  COLUMN_PLATE,
  COLUMN_ACCOUNT,
  COLUMN_GROUP,
  COLUMN_NOTE,
} Column;

/* Headings, folded, with commas around each; in the order in which a line says it. */
static const struct
{
  Column column;
  const char *words;
  const char *before; /* what a cell gets in front in a line */
} columns[] = {
  { COLUMN_NUMBER, ",nr,nr.,no,no.,#,nummer,volgnummer,number,", "" },
  { COLUMN_NAME, ",naam,namen,name,names,volledige naam,full name,wie,persoon,person,who,", "" },
  { COLUMN_FIRST_NAME, ",voornaam,voornamen,roepnaam,first name,given name,", "" },
  { COLUMN_INFIX, ",tussenvoegsel,tussenvoegsels,tv,infix,", "" },
  { COLUMN_LAST_NAME, ",achternaam,familienaam,last name,surname,family name,", "" },
  { COLUMN_SEX, ",geslacht,m/v,m/v/x,sekse,sex,gender,", "" },
  { COLUMN_AGE, ",leeftijd,age,jaar,", "" },
  { COLUMN_BORN,
    ",geboren,geboren op,geb,geb.,geboortedatum,gebdatum,geb.datum,geb. datum,born,date of birth,"
    "birth date,birthday,dob,",
    "geb. " },
  { COLUMN_RELATION, ",relatie,relaties,band,relation,relationship,tie,", "" },
  { COLUMN_ROLE, ",rol,functie,in beeld als,role,function,", "rol: " },
  { COLUMN_PHONE,
    ",telefoon,tel,tel.,telefoonnummer,mobiel,gsm,06,phone,phone number,mobile,telephone,", "" },
  { COLUMN_PLATE, ",kenteken,kentekens,plate,number plate,licence plate,license plate,", "" },
  { COLUMN_ACCOUNT,
    ",account,snapchat,snap,instagram,insta,tiktok,telegram,gebruikersnaam,username,", "@" },
  { COLUMN_GROUP, ",groep,group,", "#" },
  { COLUMN_NOTE,
    ",opmerking,opmerkingen,notitie,notities,toelichting,bijzonderheden,note,notes,remark,remarks,"
    "comment,comments,",
    "" },
};

static Column
find_column (const char *heading)
{
  g_autofree char *folded = kring_fold (heading);
  g_autofree char *wanted = g_strdup_printf (",%s,", folded);

  if (*folded == '\0' || strchr (folded, ',') != NULL)
    return COLUMN_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strstr (columns[i].words, wanted) != NULL)
      return columns[i].column;
  return COLUMN_OTHER;
}

/* (transfer full): the cells of a row, without spaces around them. */
static char **
split_row (const char *row, char separator)
{
  const char between[] = { separator, '\0' };
  char **cells = separator != '\0' ? g_strsplit (row, between, -1) : g_strsplit (row, "\n", 1);

  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  return cells;
}

static gboolean
is_name_column (Column column)
{
  return column == COLUMN_NAME || column == COLUMN_FIRST_NAME || column == COLUMN_LAST_NAME;
}

/* One word for a name, or two other known words, and no figures: that is no person. */
static gboolean
is_heading (char **cells)
{
  guint n_known = 0;
  gboolean named = FALSE;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      Column column = find_column (cells[i]);

      if (column == COLUMN_OTHER && strpbrk (cells[i], "0123456789") != NULL)
        return FALSE;
      n_known += column != COLUMN_OTHER && column != COLUMN_NUMBER;
      named = named || is_name_column (column);
    }
  return named || n_known >= 2;
}

static guint
count (const char *row, char separator)
{
  guint n = 0;

  for (const char *p = strchr (row, separator); p != NULL; p = strchr (p + 1, separator))
    n++;
  return n;
}

static gboolean
has_headings (GPtrArray *rows, char separator)
{
  g_auto (GStrv) cells = split_row (g_ptr_array_index (rows, 0), separator);

  return rows->len > 1 && cells[1] != NULL && is_heading (cells);
}

/* Whether a tab stands between words: those at the ends were only dragged along. */
static gboolean
has_tab_within (const char *row)
{
  g_autofree char *stripped = g_strstrip (g_strdup (row));

  return strchr (stripped, '\t') != NULL;
}

/* What parts the cells: tabs if there are any within a row, semicolons if all rows have as many, or
 * whatever parts the headings; else 0. */
static char
find_separator (GPtrArray *rows)
{
  guint n = count (g_ptr_array_index (rows, 0), ';'), n_alike = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      if (has_tab_within (g_ptr_array_index (rows, i)))
        return '\t';
      n_alike += count (g_ptr_array_index (rows, i), ';') == n;
    }
  if (has_headings (rows, ';') || (n > 0 && rows->len > 1 && n_alike == rows->len))
    return ';';
  return has_headings (rows, ',') ? ',' : '\0';
}

/* "Jansen, Dex" is Dex Jansen. */
static char *
dup_name (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return g_strv_length (parts) == 2 ? g_strdup_printf ("%s %s", parts[1], parts[0])
                                    : g_strjoinv (" ", parts);
}

static void
add_part (GString *line, const char *before, const char *part)
{
  if (*part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, ", ");
  g_string_append_printf (line, "%s%s", before, part);
}

/* What no line has a word for. */
static void
add_note (GString *line, const char *heading, const char *cell)
{
  g_autofree char *flat = g_strdelimit (g_strdup (cell), "()", '/');
  g_autofree char *note = heading != NULL ? g_strdup_printf ("(%s: %s)", heading, flat)
                                          : g_strdup_printf ("(%s)", flat);

  if (*cell != '\0')
    add_part (line, "", note);
}

/* Whether a line takes the part for what it is, and not for a relation. */
static gboolean
is_understood (const char *part)
{
  g_autofree char *text = g_strdup_printf ("x, %s", part);
  g_autoptr (KringNameLine) line = kring_name_line_parse (text);

  return !line->tied && (line->age != NULL || line->sex != KRING_SEX_UNKNOWN ||
                         line->born != NULL || line->details != NULL || line->role != NULL);
}

static void
add_cell (GString *line, Column column, const char *before, const char *heading, const char *cell)
{
  g_autofree char *part = g_strconcat (g_str_has_prefix (cell, before) ? "" : before, cell, NULL);

  if (*cell == '\0')
    return;
  if (column == COLUMN_NOTE)
    add_note (line, NULL, cell);
  else if (column == COLUMN_RELATION ||
           (column == COLUMN_ROLE && kring_name_word_find (cell) != NULL))
    add_part (line, "", cell);
  else if (column == COLUMN_GROUP)
    add_part (line, "", g_strdelimit (part, ",", ' '));
  else if (strchr (cell, ',') == NULL && is_understood (part))
    add_part (line, "", part);
  else
    add_note (line, heading, cell);
}

typedef struct
{
  char **headings; /* (owned) */
  Column *kinds;   /* (owned) of each heading */
  guint n;
} Table;

static void
table_clear (Table *self)
{
  g_strfreev (self->headings);
  g_free (self->kinds);
}

/* What the row calls itself: first name, infix and last name are one. */
static char *
dup_row_name (const Table *self, char **cells)
{
  static const Column order[] = { COLUMN_NAME, COLUMN_FIRST_NAME, COLUMN_INFIX, COLUMN_LAST_NAME };
  GString *name = g_string_new (NULL);

  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    for (guint i = 0; i < self->n && cells[i] != NULL; i++)
      if (self->kinds[i] == order[o] && *cells[i] != '\0')
        {
          g_autofree char *part = dup_name (cells[i]);

          g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
        }
  return g_string_free (name, FALSE);
}

/* Which of the rows it is: "12" or "12." */
static gboolean
is_count (const char *cell)
{
  gsize n_digits = strspn (cell, "0123456789");

  return n_digits > 0 && n_digits <= COUNT_DIGITS_MAX &&
         (cell[n_digits] == '\0' || g_str_equal (cell + n_digits, ".") ||
          g_str_equal (cell + n_digits, ")"));
}

static void
add_others (const Table *self, GString *line, char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (i >= self->n)
      add_note (line, NULL, cells[i]);
    else if (self->kinds[i] == COLUMN_OTHER ||
             (self->kinds[i] == COLUMN_NUMBER && !is_count (cells[i])))
      add_note (line, *self->headings[i] != '\0' ? self->headings[i] : NULL, cells[i]);
}

/* A plate or a number alone is a thing. */
static gboolean
is_person (const char *text)
{
  g_autoptr (KringNameLine) line = kring_name_line_parse (text);

  return line->kind == KRING_KIND_PERSON;
}

/* (transfer full): the line that says what the row says. */
static char *
dup_line (const Table *self, char **cells)
{
  GString *line = g_string_new (NULL);
  g_autofree char *name = dup_row_name (self, cells);

  add_part (line, "", name);
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    for (guint i = 0; i < self->n && cells[i] != NULL; i++)
      if (columns[c].column > COLUMN_LAST_NAME && self->kinds[i] == columns[c].column)
        add_cell (line, columns[c].column, columns[c].before, self->headings[i], cells[i]);
  add_others (self, line, cells);
  if (*name == '\0' && line->len > 0 && is_person (line->str))
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

/* The first cell from @cells on that says anything. */
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

  if (second == NULL || is_understood (second) || kring_name_word_find (second) != NULL)
    return g_strdup (cell);
  return dup_name (cell);
}

/* The cells one after the other, without the mark of a list. */
static char *
dup_plain_line (char **cells)
{
  GString *line = g_string_new (NULL);
  char **first = skip_empty (cells), **others = *first != NULL ? skip_empty (first + 1) : first;

  if (*others != NULL && is_list_mark (*first))
    {
      first = others;
      others = skip_empty (first + 1);
    }
  if (*others != NULL)
    {
      g_autofree char *name = dup_first_cell (*first);

      add_part (line, "", name);
      first++;
    }
  for (; *first != NULL; first++)
    add_part (line, "", *first);
  return g_string_free (line, FALSE);
}

static void
read_headings (Table *self, char **cells)
{
  self->headings = g_strdupv (cells);
  self->n = g_strv_length (cells);
  self->kinds = g_new0 (Column, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->kinds[i] = find_column (cells[i]);
}

/**
 * kring_name_columns_read:
 * @rows: (element-type utf8): lines as pasted, none of them blank
 * @headings: (out) (transfer full) (nullable): the headings that were found, for people
 *
 * Returns: (transfer full) (element-type utf8): a line for each row; of lines that are no rows the
 *   lines themselves
 */
GPtrArray *
kring_name_columns_read (GPtrArray *rows, char **headings)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  char separator = rows->len > 0 ? find_separator (rows) : '\0';
  Table table = { 0 };

  *headings = NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (GStrv) cells = split_row (g_ptr_array_index (rows, i), separator);
      g_autofree char *line = NULL;

      if (i == 0 && rows->len > 1 && is_heading (cells))
        {
          if (separator != '\0')
            read_headings (&table, cells);
          *headings = g_strjoinv (", ", cells);
          continue;
        }
      line = table.n > 0 ? dup_line (&table, cells) : dup_plain_line (cells);
      if (!kring_plain_is_blank (line))
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  table_clear (&table);
  return lines;
}
