/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/catalogue/kring-catalogue-gate.h"

#include "map/catalogue/kring-catalogue-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEPTH_MAX 8

typedef struct
{
  guint line;
  guint depth;
  gboolean in_string;
  gboolean escaped;
} Gate;

static gboolean
catalogue_gate_refuse (GError **error, guint line, const char *why)
{
  /* Translators: %u is a line of a file, %s what is wrong with it. */
  g_set_error (error, KRING_CATALOGUE_ERROR, KRING_CATALOGUE_ERROR_INVALID, _ ("line %u: %s"), line,
               why);
  return FALSE;
}

static void
step_in_string (Gate *self, char c)
{
  if (self->escaped)
    self->escaped = FALSE;
  else if (c == '\\')
    self->escaped = TRUE;
  else if (c == '"')
    self->in_string = FALSE;
}

static gboolean
step (Gate *self, char c, GError **error)
{
  if (c == '\n')
    self->line++;
  if (self->in_string)
    {
      step_in_string (self, c);
      return TRUE;
    }
  if (c == '"')
    self->in_string = TRUE;
  else if (c == '{' || c == '[')
    self->depth++;
  else if (c == '}' || c == ']')
    self->depth -= self->depth > 0;
  else if (!g_ascii_isalnum (c) && strchr (" \t\r\n,:+-.", c) == NULL)
    return catalogue_gate_refuse (error, self->line, _ ("a character that does not belong here"));
  if (self->depth > DEPTH_MAX)
    return catalogue_gate_refuse (error, self->line, _ ("too deep"));
  return TRUE;
}

/**
 * kring_catalogue_gate_check:
 * @text: bytes of a file
 * @length: how many
 * @error: return location for an error of %KRING_CATALOGUE_ERROR
 *
 * Returns: whether they may be parsed
 */
gboolean
kring_catalogue_gate_check (const char *text, gsize length, GError **error)
{
  Gate gate = { .line = 1 };
  const char *end;

  if (length > KRING_CATALOGUE_BYTES_MAX)
    return catalogue_gate_refuse (error, 1, _ ("the file is too large"));
  if (!g_utf8_validate_len (text, length, &end))
    {
      for (const char *p = text; p < end; p++)
        gate.line += *p == '\n';
      return catalogue_gate_refuse (error, gate.line, _ ("not UTF-8 text"));
    }
  for (gsize i = 0; i < length; i++)
    if (!step (&gate, text[i], error))
      return FALSE;
  if (gate.depth > 0 || gate.in_string)
    return catalogue_gate_refuse (error, gate.line, _ ("the file ends too early"));
  return TRUE;
}
