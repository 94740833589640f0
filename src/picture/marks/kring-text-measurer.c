/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-text-measurer.h"

#include <string.h>

#define ELLIPSIS "…"
#define FIXED_WIDTH 7

/* How many bytes are tried first when a line is filled. */
#define FIRST_LOOK 16

/* A line to be filled. */
typedef struct
{
  const KringTextMeasurer *measurer;
  double max_width;
  double size;
  KringFontWeight weight;
} Line;

static double
fixed_width (const char *text, double size, KringFontWeight weight, gpointer data)
{
  return FIXED_WIDTH * g_utf8_strlen (text, -1);
}

const KringTextMeasurer kring_text_measurer_fixed = { fixed_width, NULL };

static gboolean
fits (const Line *line, const char *text, gsize length, const char *ending)
{
  g_autofree char *head = g_strndup (text, length);
  g_autofree char *whole = g_strconcat (head, ending, NULL);

  return line->measurer->width (whole, line->size, line->weight, line->measurer->data) <=
         line->max_width;
}

/* The last place up to @offset where a character begins. */
static gsize
text_measurer_align (const char *text, gsize offset)
{
  while (offset > 0 && ((guchar) text[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

/* How many bytes of text fit with @ending behind them: first looks ever further, then in between,
 * so that a very long word is not measured whole for every line. */
static gsize
find_fit (const Line *line, const char *text, const char *ending)
{
  gsize length = strlen (text), low = 0,
        high = text_measurer_align (text, MIN (FIRST_LOOK, length));

  while (fits (line, text, high, ending))
    {
      low = high;
      if (low == length)
        return length;
      high = text_measurer_align (text, MIN (high * 2, length));
    }
  while (TRUE)
    {
      gsize middle = text_measurer_align (text, (low + high) / 2);

      if (middle <= low)
        middle = g_utf8_next_char (text + low) - text;
      if (middle >= high)
        return low;
      if (fits (line, text, middle, ending))
        low = middle;
      else
        high = middle;
    }
}

/* After the last hyphen among the first @length bytes; without one, after all of them. */
static gsize
find_break (const char *word, gsize length)
{
  for (gsize i = length; i > 1; i--)
    if (word[i - 1] == '-')
      return i;
  return length;
}

/* Adds a word that begins a line; a word wider than a line is broken, after a hyphen if it has any.
 * Returns the rest. */
static char *
break_word (GPtrArray *lines, const Line *line, const char *word)
{
  while (TRUE)
    {
      gsize first = g_utf8_next_char (word) - word;
      gsize length = MAX (first, find_fit (line, word, ""));

      if (word[length] == '\0')
        return g_strdup (word);
      length = find_break (word, length);
      g_ptr_array_add (lines, g_strndup (word, length));
      word += length;
    }
}

/**
 * kring_text_wrap:
 * @text: words, separated by blanks and line breaks
 * @max_width: how wide a line may be, in map units
 * @size: of the letters, in map units
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
  const Line empty = { measurer, max_width, size, weight };

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
          line = break_word (lines, &empty, words[i]);
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
  const Line line = { measurer, max_width, size, weight };
  g_autofree char *head = g_strndup (text, find_fit (&line, text, ELLIPSIS));

  return g_strconcat (head, ELLIPSIS, NULL);
}
