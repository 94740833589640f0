/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-gate.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NUMBER_LENGTH_MAX 64
/* Tables of objects with no more members than this are used again. */
#define NAMES_KEPT 64
#define INTEGER_MAX 9007199254740992.0 /* 2^53 */

/*
 * An object or array that is open. A walk is a stack of frames; between two tokens it is in one
 * of these states:
 *
 *   VALUE          a value must come
 *   FIRST_VALUE    a value or `]`
 *   FIRST_MEMBER   a name or `}`
 *   MEMBER         a name
 *   AFTER          `,` or the end of the open frame; at the bottom nothing
 */
typedef enum
{
  STATE_VALUE,
  STATE_FIRST_VALUE,
  STATE_FIRST_MEMBER,
  STATE_MEMBER,
  STATE_AFTER,
} State;

typedef struct
{
  gboolean object;
  GHashTable
      *names;       /* (owned) (nullable) objects: a set of pointers to names that the walk keeps */
  const char *name; /* (not owned) objects: the member that is being read */
  guint index;      /* arrays: of the value that is being read */
} Frame;

typedef struct
{
  const char *start, *end, *at;
  Frame frames[KRING_GATE_DEPTH_MAX];
  guint depth;
  guint n_values;
  GString *text;     /* (owned) the last name, decoded */
  GHashTable *names; /* (owned) (element-type utf8) every name so far, once */
  const char *path;  /* (nullable) what is looked for */
  const char *found;
  GError *error; /* (owned) (nullable) */
} Walk;

static void
gate_get_place (const char *start, const char *at, guint *line, guint *column)
{
  *line = *column = 1;
  for (const char *p = start; p < at; p++)
    if (*p == '\n')
      {
        (*line)++;
        *column = 1;
      }
    else if (((guchar) *p & 0xc0) != 0x80)
      (*column)++;
}

static gboolean
gate_refuse (Walk *walk, KringStorageError code, const char *at, const char *message)
{
  guint line, column;

  gate_get_place (walk->start, at, &line, &column);
  /* Translators: e.g. "line 3, column 7: a value is missing" */
  walk->error =
      g_error_new (KRING_STORAGE_ERROR, code, _ ("line %u, column %u: %s"), line, column, message);
  return FALSE;
}

static gboolean
refuse_syntax (Walk *walk, const char *message)
{
  return gate_refuse (walk, KRING_STORAGE_ERROR_SYNTAX, walk->at,
                      walk->at < walk->end ? message : _ ("the file ends too early"));
}

static gboolean
next_is (Walk *walk, char c)
{
  return walk->at < walk->end && *walk->at == c;
}

static void
skip_space (Walk *walk)
{
  const char *at = walk->at;

  while (at < walk->end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;
  walk->at = at;
}

static gboolean
take_hex (Walk *walk, gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, walk->at++)
    {
      int digit = walk->at < walk->end ? g_ascii_xdigit_value (*walk->at) : -1;

      if (digit < 0)
        return refuse_syntax (walk, _ ("four hexadecimal digits must follow \\u"));
      *unit = *unit * 16 + digit;
    }
  return TRUE;
}

/* After `\u`: one code point, of one or two escapes. */
static gboolean
take_code_point (Walk *walk)
{
  const char *at = walk->at - 2;
  gunichar unit, low;

  if (!take_hex (walk, &unit))
    return FALSE;
  if (unit == 0)
    return gate_refuse (walk, KRING_STORAGE_ERROR_SYNTAX, at,
                        _ ("text must not hold the character NUL"));
  if (unit >= 0xd800 && unit <= 0xdbff && walk->end - walk->at >= 2 && walk->at[0] == '\\' &&
      walk->at[1] == 'u')
    {
      walk->at += 2;
      if (!take_hex (walk, &low))
        return FALSE;
      if (low >= 0xdc00 && low <= 0xdfff)
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (unit >= 0xd800 && unit <= 0xdfff)
    return gate_refuse (walk, KRING_STORAGE_ERROR_SYNTAX, at, _ ("half of a surrogate pair"));
  g_string_append_unichar (walk->text, unit);
  return TRUE;
}

static gboolean
take_escape (Walk *walk)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  const char *name;

  walk->at++;
  if (next_is (walk, 'u'))
    {
      walk->at++;
      return take_code_point (walk);
    }
  name = walk->at < walk->end && *walk->at != '\0' ? strchr (names, *walk->at) : NULL;
  if (name == NULL)
    return refuse_syntax (walk, _ ("unknown escape after \\"));
  g_string_append_c (walk->text, values[name - names]);
  walk->at++;
  return TRUE;
}

static void
skip_plain (Walk *walk)
{
  const char *at = walk->at;

  while (at < walk->end && *at != '"' && *at != '\\' && (guchar) *at >= 0x20)
    at++;
  walk->at = at;
}

/* Walks over a string, from its opening quote. A name is left decoded in walk->text; a value is
 * only checked. */
static gboolean
take_string (Walk *walk, gboolean name)
{
  g_string_truncate (walk->text, 0);
  walk->at++;
  while (walk->at < walk->end && *walk->at != '"')
    {
      const char *run = walk->at;

      skip_plain (walk);
      if (name)
        g_string_append_len (walk->text, run, walk->at - run);
      if (next_is (walk, '\\'))
        {
          if (!take_escape (walk))
            return FALSE;
        }
      else if (walk->at < walk->end && *walk->at != '"')
        return refuse_syntax (walk, _ ("a control character in a text must be escaped"));
    }
  if (walk->at == walk->end)
    return refuse_syntax (walk, "");
  walk->at++;
  return TRUE;
}

static gsize
gate_take_digits (Walk *walk)
{
  const char *from = walk->at;

  while (walk->at < walk->end && g_ascii_isdigit (*walk->at))
    walk->at++;
  return walk->at - from;
}

static gboolean
check_number (Walk *walk, const char *from, gboolean whole)
{
  char text[NUMBER_LENGTH_MAX + 1] = { 0 };
  double value;

  if (walk->at - from > NUMBER_LENGTH_MAX)
    return gate_refuse (walk, KRING_STORAGE_ERROR_LIMIT, from, _ ("number with too many digits"));
  memcpy (text, from, walk->at - from);
  value = g_ascii_strtod (text, NULL);
  if (!isfinite (value) || (whole && fabs (value) > INTEGER_MAX))
    return gate_refuse (walk, KRING_STORAGE_ERROR_LIMIT, from, _ ("number out of range"));
  return TRUE;
}

static gboolean
gate_take_number (Walk *walk)
{
  const char *from = walk->at;
  gboolean whole = TRUE;

  if (next_is (walk, '-'))
    walk->at++;
  if (next_is (walk, '0'))
    {
      walk->at++;
      if (walk->at < walk->end && g_ascii_isdigit (*walk->at))
        return refuse_syntax (walk, _ ("a number must not begin with 0"));
    }
  else if (gate_take_digits (walk) == 0)
    return refuse_syntax (walk, _ ("a value is missing"));
  if (next_is (walk, '.'))
    {
      whole = FALSE;
      walk->at++;
      if (gate_take_digits (walk) == 0)
        return refuse_syntax (walk, _ ("a digit must follow the point"));
    }
  if (next_is (walk, 'e') || next_is (walk, 'E'))
    {
      whole = FALSE;
      walk->at++;
      if (next_is (walk, '+') || next_is (walk, '-'))
        walk->at++;
      if (gate_take_digits (walk) == 0)
        return refuse_syntax (walk, _ ("a digit must follow the exponent sign"));
    }
  return check_number (walk, from, whole);
}

static gboolean
gate_take_word (Walk *walk)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]), rest = walk->end - walk->at;

      if (strncmp (walk->at, words[i], MIN (n, rest)) != 0)
        continue;
      walk->at += MIN (n, rest);
      return rest >= n || refuse_syntax (walk, "");
    }
  return refuse_syntax (walk, _ ("a value is missing"));
}

/* Whether the frames spell walk->path: members by name, elements by number. */
static gboolean
gate_is_wanted (Walk *walk)
{
  const char *rest = walk->path;

  for (guint i = 0; i < walk->depth; i++)
    {
      const Frame *frame = &walk->frames[i];
      char number[16];
      const char *step = frame->name;

      if (!frame->object)
        {
          g_snprintf (number, sizeof number, "[%u]", frame->index);
          step = number;
        }
      else if (i > 0 && *rest++ != '.')
        return FALSE;
      if (!g_str_has_prefix (rest, step))
        return FALSE;
      rest += strlen (step);
    }
  return *rest == '\0';
}

static gboolean
open_frame (Walk *walk, gboolean object, State *state)
{
  Frame *frame;

  if (walk->depth == KRING_GATE_DEPTH_MAX)
    return gate_refuse (walk, KRING_STORAGE_ERROR_LIMIT, walk->at, _ ("nested too deeply"));
  frame = &walk->frames[walk->depth++];
  frame->object = object;
  if (object && frame->names == NULL)
    frame->names = g_hash_table_new (NULL, NULL);
  frame->name = NULL;
  frame->index = 0;
  *state = object ? STATE_FIRST_MEMBER : STATE_FIRST_VALUE;
  walk->at++;
  return TRUE;
}

static void
close_frame (Walk *walk)
{
  Frame *frame = &walk->frames[--walk->depth];

  /* The next object at this depth uses the table again, unless it grew large. */
  if (frame->object && g_hash_table_size (frame->names) > NAMES_KEPT)
    g_clear_pointer (&frame->names, g_hash_table_unref);
  else if (frame->object)
    g_hash_table_remove_all (frame->names);
}

static gboolean
take_value (Walk *walk, State *state)
{
  if (++walk->n_values > KRING_GATE_VALUES_MAX)
    return gate_refuse (walk, KRING_STORAGE_ERROR_LIMIT, walk->at, _ ("too many values"));
  if (walk->path != NULL && walk->found == NULL && gate_is_wanted (walk))
    walk->found = walk->at;
  *state = STATE_AFTER;
  if (next_is (walk, '{') || next_is (walk, '['))
    return open_frame (walk, *walk->at == '{', state);
  if (next_is (walk, '"'))
    return take_string (walk, FALSE);
  if (next_is (walk, '-') || (walk->at < walk->end && g_ascii_isdigit (*walk->at)))
    return gate_take_number (walk);
  return gate_take_word (walk);
}

/* Returns the name that was just read; equal names are the same pointer. */
static const char *
keep_name (Walk *walk)
{
  char *known = g_hash_table_lookup (walk->names, walk->text->str);

  if (known != NULL)
    return known;
  known = g_strdup (walk->text->str);
  g_hash_table_add (walk->names, known);
  return known;
}

static gboolean
take_member (Walk *walk, State *state)
{
  Frame *frame = &walk->frames[walk->depth - 1];
  const char *at = walk->at;

  if (!next_is (walk, '"'))
    return refuse_syntax (walk, _ ("a name in double quotes is missing"));
  if (!take_string (walk, TRUE))
    return FALSE;
  frame->name = keep_name (walk);
  if (!g_hash_table_add (frame->names, (gpointer) frame->name))
    return gate_refuse (walk, KRING_STORAGE_ERROR_SYNTAX, at,
                        _ ("the same name twice in one object"));
  skip_space (walk);
  if (!next_is (walk, ':'))
    return refuse_syntax (walk, _ ("a colon is missing"));
  walk->at++;
  *state = STATE_VALUE;
  return TRUE;
}

static gboolean
take_after (Walk *walk, State *state)
{
  Frame *frame = &walk->frames[walk->depth - 1];
  gboolean object = frame->object;

  if (next_is (walk, object ? '}' : ']'))
    {
      walk->at++;
      close_frame (walk);
      return TRUE;
    }
  if (!next_is (walk, ','))
    return refuse_syntax (walk,
                          object ? _ ("a comma or } is missing") : _ ("a comma or ] is missing"));
  walk->at++;
  frame->index++;
  *state = object ? STATE_MEMBER : STATE_VALUE;
  return TRUE;
}

static gboolean
take_step (Walk *walk, State *state)
{
  switch (*state)
    {
    case STATE_FIRST_VALUE:
    case STATE_FIRST_MEMBER:
      if (next_is (walk, *state == STATE_FIRST_VALUE ? ']' : '}'))
        {
          walk->at++;
          close_frame (walk);
          *state = STATE_AFTER;
          return TRUE;
        }
      *state = *state == STATE_FIRST_VALUE ? STATE_VALUE : STATE_MEMBER;
      return TRUE;
    case STATE_VALUE:
      return take_value (walk, state);
    case STATE_MEMBER:
      return take_member (walk, state);
    case STATE_AFTER:
      return take_after (walk, state);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
take_document (Walk *walk)
{
  State state = STATE_VALUE;

  skip_space (walk);
  while (state != STATE_AFTER || walk->depth > 0)
    {
      if (!take_step (walk, &state))
        return FALSE;
      skip_space (walk);
    }
  if (walk->at < walk->end)
    return refuse_syntax (walk, _ ("something follows after the end"));
  return TRUE;
}

static gboolean
check_bytes (Walk *walk)
{
  const char *bad;
  gsize size = walk->end - walk->start;

  if (size > KRING_GATE_SIZE_MAX)
    return gate_refuse (walk, KRING_STORAGE_ERROR_LIMIT, walk->start, _ ("the file is too large"));
  if (size >= 2 &&
      (memcmp (walk->start, "\xff\xfe", 2) == 0 || memcmp (walk->start, "\xfe\xff", 2) == 0))
    return gate_refuse (walk, KRING_STORAGE_ERROR_SYNTAX, walk->start,
                        _ ("this is text in UTF-16; save it as UTF-8"));
  if (!g_utf8_validate_len (walk->start, size, &bad))
    return gate_refuse (walk, KRING_STORAGE_ERROR_SYNTAX, bad, _ ("this is not text in UTF-8"));
  return TRUE;
}

static gboolean
gate_run (Walk *walk, GBytes *bytes)
{
  gsize size;
  gboolean passed;

  walk->start = walk->at = g_bytes_get_data (bytes, &size);
  if (walk->start == NULL)
    walk->start = walk->at = "";
  walk->end = walk->start + size;
  walk->text = g_string_new (NULL);
  walk->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  passed = check_bytes (walk) && take_document (walk);
  for (guint i = 0; i < KRING_GATE_DEPTH_MAX; i++)
    g_clear_pointer (&walk->frames[i].names, g_hash_table_unref);
  g_hash_table_unref (walk->names);
  g_string_free (walk->text, TRUE);
  return passed;
}

/**
 * kring_gate_skip_mark:
 *
 * Returns: (transfer full): @bytes without the byte order mark that some editors put before a text
 */
GBytes *
kring_gate_skip_mark (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size < 3 || memcmp (data, "\xef\xbb\xbf", 3) != 0)
    return g_bytes_ref (bytes);
  return g_bytes_new_from_bytes (bytes, 3, size - 3);
}

/**
 * kring_gate_check:
 * @error: return location for an error of %KRING_STORAGE_ERROR with line and column
 *
 * Returns: whether @bytes are JSON that every reader understands alike
 */
gboolean
kring_gate_check (GBytes *bytes, GError **error)
{
  Walk walk = { 0 };

  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error_literal (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_EMPTY,
                           _ ("the file is empty"));
      return FALSE;
    }
  if (gate_run (&walk, bytes))
    return TRUE;
  g_propagate_error (error, walk.error);
  return FALSE;
}

/**
 * kring_gate_locate:
 * @bytes: JSON that passed the gate
 * @path: a value, e.g. `persons[3].name`
 * @line: (out): where it begins, from 1
 * @column: (out): where it begins, in characters, from 1
 *
 * Returns: whether there is such a value
 */
gboolean
kring_gate_locate (GBytes *bytes, const char *path, guint *line, guint *column)
{
  Walk walk = { .path = path };

  gate_run (&walk, bytes);
  g_clear_error (&walk.error);
  if (walk.found == NULL)
    return FALSE;
  gate_get_place (walk.start, walk.found, line, column);
  return TRUE;
}
