/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-sanitize.h"

/* Marks, embeddings, overrides and isolates, and a byte order mark amid text. */
static gboolean
turns_direction (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x206f) || c == 0xfeff;
}

/* Noncharacters: code points that will never stand for anything. */
static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
sanitize_is_allowed (gunichar c)
{
  if (c == '\n' || c == '\t')
    return TRUE;
  return !g_unichar_iscntrl (c) && !turns_direction (c) && !is_noncharacter (c) && c != 0x2028 &&
         c != 0x2029;
}

/* Letters and signs that are drawn as nothing: fillers, the empty cell of braille, selectors. */
static gboolean
is_filler (gunichar c)
{
  return c == 0x034f || c == 0x115f || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xffa0 ||
         (c >= 0x180b && c <= 0x180f) || (c >= 0xfe00 && c <= 0xfe0f) ||
         (c >= 0xe0000 && c <= 0xe0fff);
}

static gboolean
is_visible (gunichar c)
{
  return sanitize_is_allowed (c) && !g_unichar_isspace (c) && !is_filler (c) &&
         g_unichar_type (c) != G_UNICODE_FORMAT && g_unichar_type (c) != G_UNICODE_SPACE_SEPARATOR;
}

/**
 * kring_sanitize_is_needed:
 * @text: valid UTF-8
 *
 * Returns: whether there is anything in it that kring_sanitize_dup () leaves out
 */
gboolean
kring_sanitize_is_needed (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!sanitize_is_allowed (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * kring_sanitize_is_blank:
 * @text: valid UTF-8
 *
 * Returns: whether there is nothing in it that can be seen
 */
gboolean
kring_sanitize_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_visible (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * kring_sanitize_dup:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text without what cannot be seen but changes what is seen; ends of
 *   lines and tabs stay
 */
char *
kring_sanitize_dup (const char *text)
{
  GString *plain;

  if (!kring_sanitize_is_needed (text))
    return g_strdup (text);
  plain = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (sanitize_is_allowed (c))
        g_string_append_unichar (plain, c);
      else if (c == 0x2028 || c == 0x2029)
        g_string_append_c (plain, '\n');
    }
  return g_string_free (plain, FALSE);
}
