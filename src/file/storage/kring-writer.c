/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-writer.h"

#include <math.h>
#include <string.h>

static void append_node (GString *json, JsonNode *node);

static void
begin_line (KringWriter *self, const char *name)
{
  if (self->depth > 0)
    {
      g_string_append (self->text, self->first ? "\n" : ",\n");
      for (int i = 0; i < self->depth; i++)
        g_string_append (self->text, "  ");
    }
  self->first = FALSE;
  if (name == NULL)
    return;
  kring_json_append_string (self->text, name);
  g_string_append (self->text, ": ");
}

/* As few digits as read back the same. */
static void
append_double (GString *json, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.15g", value);
  if (g_ascii_strtod (number, NULL) != value)
    g_ascii_dtostr (number, sizeof number, value);
  g_string_append (json, number);
}

static void
writer_append_value (GString *json, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    kring_json_append_string (json, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (json, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    append_double (json, json_node_get_double (node));
}

static void
append_object (GString *json, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  const char *separator = "";

  g_string_append_c (json, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_string_append (json, separator);
      kring_json_append_string (json, name);
      g_string_append (json, ": ");
      append_node (json, member);
      separator = ", ";
    }
  g_string_append_c (json, '}');
}

static void
append_array (GString *json, JsonArray *array)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      append_node (json, json_array_get_element (array, i));
    }
  g_string_append_c (json, ']');
}

static void
append_node (GString *json, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (json, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (json, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_VALUE (node))
    writer_append_value (json, node);
  else
    g_string_append (json, "null");
}

/**
 * kring_writer_init:
 *
 * Starts an empty text; kring_writer_finish () ends it.
 */
void
kring_writer_init (KringWriter *self)
{
  self->text = g_string_new (NULL);
  self->depth = 0;
  self->first = TRUE;
}

/**
 * kring_writer_finish:
 *
 * Returns: (transfer full): the text, with a newline at its end; the writer is spent
 */
GBytes *
kring_writer_finish (KringWriter *self)
{
  g_string_append_c (self->text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}

/**
 * kring_writer_open:
 * @name: (nullable): name of the member; %NULL in a list and at the top
 * @bracket: `{` or `[`
 */
void
kring_writer_open (KringWriter *self, const char *name, char bracket)
{
  begin_line (self, name);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->first = TRUE;
}

/**
 * kring_writer_close:
 * @bracket: `}` or `]`
 */
void
kring_writer_close (KringWriter *self, char bracket)
{
  self->depth--;
  if (!self->first)
    {
      g_string_append_c (self->text, '\n');
      for (int i = 0; i < self->depth; i++)
        g_string_append (self->text, "  ");
    }
  g_string_append_c (self->text, bracket);
  self->first = FALSE;
}

/**
 * kring_writer_add_int:
 * @name: (nullable): the key; %NULL within a list
 * @value: what is written, the same in every language
 */
void
kring_writer_add_int (KringWriter *self, const char *name, gint64 value)
{
  begin_line (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * kring_writer_add_string:
 * @name: (nullable): the key; %NULL within a list
 * @value: valid UTF-8
 */
void
kring_writer_add_string (KringWriter *self, const char *name, const char *value)
{
  begin_line (self, name);
  kring_json_append_string (self->text, value);
}

/**
 * kring_writer_add_text:
 * @name: (nullable): the name of the member; %NULL in a list
 * @json: a value that is JSON already
 */
void
kring_writer_add_text (KringWriter *self, const char *name, const char *json)
{
  begin_line (self, name);
  g_string_append (self->text, json);
}

/**
 * kring_json_append_string:
 * @json: what it is appended to
 * @value: valid UTF-8
 */
void
kring_json_append_string (GString *json, const char *value)
{
  static const char names[] = "\"\\\b\f\n\r\t", escapes[] = "\"\\bfnrt";

  g_string_append_c (json, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      const char *name = strchr (names, *p);

      if (name != NULL)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, escapes[name - names]);
        }
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

/**
 * kring_json_append_number:
 * @json: what it is appended to
 * @value: finite, at most 1e6 from 0
 * @decimals: how many digits may stand after the point, at most 6; zeros at the end are left out
 */
void
kring_json_append_number (GString *json, double value, int decimals)
{
  gint64 scale = 1, scaled;

  for (int i = 0; i < decimals; i++)
    scale *= 10;
  scaled = llround (value * scale);
  if (scaled < 0)
    g_string_append_c (json, '-');
  scaled = ABS (scaled);
  g_string_append_printf (json, "%" G_GINT64_FORMAT, scaled / scale);
  scaled %= scale;
  if (scaled == 0)
    return;
  for (; scaled % 10 == 0; scaled /= 10)
    decimals--;
  g_string_append_printf (json, ".%0*" G_GINT64_FORMAT, decimals, scaled);
}

/**
 * kring_json_from_node:
 * @node: what the JSON parser made of a text that passed the gate
 *
 * Returns: (transfer full): the same on one line
 */
char *
kring_json_from_node (JsonNode *node)
{
  GString *json = g_string_new (NULL);

  append_node (json, node);
  return g_string_free (json, FALSE);
}
