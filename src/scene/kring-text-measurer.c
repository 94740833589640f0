/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/kring-text-measurer.h"

#include <string.h>

#define ELLIPSIS "…"
#define FIXED_WIDTH 7

static double
fixed_width (const char *text, double size, KringFontWeight weight, gpointer data)
{
  return FIXED_WIDTH * g_utf8_strlen (text, -1);
}

const KringTextMeasurer kring_text_measurer_fixed = { fixed_width, NULL };

/* How many bytes of text fit, at least one character. */
static gsize
fit (const KringTextMeasurer *measurer,
     const char *text,
     double max_width,
     double size,
     KringFontWeight weight)
{
  const char *end = g_utf8_next_char (text);

  while (*end != '\0')
    {
      const char *next = g_utf8_next_char (end);
      g_autofree char *head = g_strndup (text, next - text);

      if (measurer->width (head, size, weight, measurer->data) > max_width)
        break;
      end = next;
    }
  return end - text;
}

/* Adds a word that begins a line; a word wider than a line is broken. Returns the rest. */
static char *
break_word (GPtrArray *lines,
            const KringTextMeasurer *measurer,
            const char *word,
            double max_width,
            double size,
            KringFontWeight weight)
{
  while (measurer->width (word, size, weight, measurer->data) > max_width)
    {
      gsize length = fit (measurer, word, max_width, size, weight);

      if (word[length] == '\0')
        break;
      g_ptr_array_add (lines, g_strndup (word, length));
      word += length;
    }
  return g_strdup (word);
}

/**
 * kring_text_wrap:
 * @text: words, separated by blanks and line breaks
 * @max_width: how wide a line may be, in map units
 *
 * Line breaks of @text stay.
 *
 * Returns: (transfer full): the lines, none empty
 */
char **
kring_text_wrap (const KringTextMeasurer *measurer,
                 const char *text,
                 double max_width,
                 double size,
                 KringFontWeight weight)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint p = 0; paragraphs[p] != NULL; p++)
    {
      g_auto (GStrv) words = g_strsplit_set (paragraphs[p], " \t\r", -1);
      g_autofree char *line = NULL;

      for (guint i = 0; words[i] != NULL; i++)
        {
          g_autofree char *longer = NULL;

          if (*words[i] == '\0')
            continue;
          longer = line != NULL ? g_strconcat (line, " ", words[i], NULL) : NULL;
          if (longer != NULL && measurer->width (longer, size, weight, measurer->data) <= max_width)
            {
              g_free (line);
              line = g_steal_pointer (&longer);
              continue;
            }
          if (line != NULL)
            g_ptr_array_add (lines, g_steal_pointer (&line));
          line = break_word (lines, measurer, words[i], max_width, size, weight);
        }
      if (line != NULL)
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}

/**
 * kring_text_shorten:
 *
 * Returns: (transfer full): @text with as much of its end replaced by "…" as @max_width asks for;
 *   the mark is always there
 */
char *
kring_text_shorten (const KringTextMeasurer *measurer,
                    const char *text,
                    double max_width,
                    double size,
                    KringFontWeight weight)
{
  g_autoptr (GString) out = g_string_new (text);

  g_string_append (out, ELLIPSIS);
  while (out->len > strlen (ELLIPSIS) &&
         measurer->width (out->str, size, weight, measurer->data) > max_width)
    {
      const char *mark = out->str + out->len - strlen (ELLIPSIS);
      const char *last = g_utf8_prev_char (mark);

      g_string_erase (out, last - out->str, mark - last);
    }
  return g_strdup (out->str);
}
