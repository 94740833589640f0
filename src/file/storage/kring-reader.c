/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-reader.h"

#include "file/storage/kring-gate.h"

#include <glib/gi18n-lib.h>

#define MESSAGE_LENGTH_MAX 300 /* characters */

/* Names and values in a message come from the file: no control characters, not too long. */
static char *
make_safe (const char *text)
{
  GString *safe = g_string_new (NULL);
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == MESSAGE_LENGTH_MAX)
        {
          g_string_append (safe, "…");
          break;
        }
      g_string_append_unichar (safe, g_unichar_iscntrl (c) ? 0xfffd : c);
    }
  return g_string_free (safe, FALSE);
}

/* E.g. `persons[3].name`. */
static char *
reader_dup_path (KringReader *self)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->depth; i++)
    if (self->path[i].name == NULL)
      g_string_append_printf (path, "[%u]", self->path[i].index);
    else
      g_string_append_printf (path, "%s%s", i > 0 ? "." : "", self->path[i].name);
  return g_string_free (path, FALSE);
}

static gsize
reader_enter (KringReader *self, const char *name, guint index)
{
  g_assert (self->depth < KRING_READER_DEPTH_MAX);

  self->path[self->depth] = (KringReaderStep){ name, index };
  return self->depth++;
}

/**
 * kring_reader_init:
 * @bytes: (transfer none): must outlive the reader
 */
void
kring_reader_init (KringReader *self, GBytes *bytes)
{
  self->bytes = bytes;
  self->depth = 0;
  self->error = NULL;
}

void
kring_reader_clear (KringReader *self)
{
  g_clear_error (&self->error);
}

/**
 * kring_reader_refuse:
 * @code: which kind of refusal it is
 * @format: (not nullable): what is wrong with the value being read, translated
 *
 * Returns: %FALSE
 */
gboolean
kring_reader_refuse (KringReader *self, KringStorageError code, const char *format, ...)
{
  g_autofree char *raw = NULL, *message = NULL, *at = reader_dup_path (self), *path = NULL;
  guint line, column;
  va_list args;

  va_start (args, format);
  raw = g_strdup_vprintf (format, args);
  va_end (args);
  message = make_safe (raw);
  path = make_safe (*at != '\0' ? at : _ ("the whole file"));
  if (kring_gate_locate (self->bytes, at, &line, &column))
    /* Translators: e.g. "persons[3].name (line 120, column 9): a text is expected" */
    g_set_error (&self->error, KRING_STORAGE_ERROR, code, _ ("%s (line %u, column %u): %s"), path,
                 line, column, message);
  else
    g_set_error (&self->error, KRING_STORAGE_ERROR, code, "%s: %s", path, message);
  return FALSE;
}

/**
 * kring_reader_enter:
 * @name: (transfer none): a member of the object being read; stays until the reader leaves it
 *
 * Returns: what kring_reader_leave () needs to come back out
 */
gsize
kring_reader_enter (KringReader *self, const char *name)
{
  return reader_enter (self, name, 0);
}

/**
 * kring_reader_enter_nth:
 * @index: place in the list that is being read
 *
 * Returns: what kring_reader_leave() wants; messages name this place until then
 */
gsize
kring_reader_enter_nth (KringReader *self, guint index)
{
  return reader_enter (self, NULL, index);
}

/**
 * kring_reader_leave:
 * @mark: what entering gave
 */
void
kring_reader_leave (KringReader *self, gsize mark)
{
  self->depth = mark;
}

/**
 * kring_reader_holds:
 *
 * Returns: whether @node is a single value of that type
 */
gboolean
kring_reader_holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * kring_reader_take_double:
 * @value: (out): the number, whole or not
 *
 * Returns: whether there was one; else the reader has its message
 */
gboolean
kring_reader_take_double (KringReader *self, JsonNode *node, double *value)
{
  if (!kring_reader_holds (node, G_TYPE_INT64) && !kring_reader_holds (node, G_TYPE_DOUBLE))
    return kring_reader_refuse (self, KRING_STORAGE_ERROR_FORMAT, _ ("a number is expected"));
  *value = json_node_get_double (node);
  return TRUE;
}

/**
 * kring_reader_take_int:
 * @min: the least that is good
 * @value: (out): the whole number
 *
 * Returns: whether there was one; else the reader has its message
 */
gboolean
kring_reader_take_int (KringReader *self, JsonNode *node, gint64 min, gint64 *value)
{
  if (!kring_reader_holds (node, G_TYPE_INT64) || json_node_get_int (node) < min)
    return kring_reader_refuse (self, KRING_STORAGE_ERROR_FORMAT,
                                _ ("a whole number, %lld or more, is expected"), (long long) min);
  *value = json_node_get_int (node);
  return TRUE;
}

/**
 * kring_reader_take_string:
 *
 * Returns: (transfer none) (nullable): the text; %NULL if it is none, and the reader has its message
 */
const char *
kring_reader_take_string (KringReader *self, JsonNode *node)
{
  if (kring_reader_holds (node, G_TYPE_STRING))
    return json_node_get_string (node);
  kring_reader_refuse (self, KRING_STORAGE_ERROR_FORMAT, _ ("a text in double quotes is expected"));
  return NULL;
}

/**
 * kring_reader_take_object:
 *
 * Returns: (transfer none) (nullable): the object; %NULL if it is none, and the reader has its message
 */
JsonObject *
kring_reader_take_object (KringReader *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  kring_reader_refuse (self, KRING_STORAGE_ERROR_FORMAT, _ ("an object in braces is expected"));
  return NULL;
}

/**
 * kring_reader_take_array:
 *
 * Returns: (transfer none) (nullable): the list; %NULL if it is none, and the reader has its message
 */
JsonArray *
kring_reader_take_array (KringReader *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  kring_reader_refuse (self, KRING_STORAGE_ERROR_FORMAT,
                       _ ("a list in square brackets is expected"));
  return NULL;
}
