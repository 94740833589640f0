/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-words.h"

#include "map/base/kring-fold.h"

static void
word_clear (gpointer data)
{
  g_free (((KringWord *) data)->folded);
}

/* Invisible characters do not separate words. */
static gboolean
is_unseen (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Emoji are words by themselves: "Dex🦊". */
static gboolean
is_sign (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || is_unseen (c);
}

/* A script without capitals leaves open what is a name. */
static gboolean
may_begin_name (gunichar c)
{
  return g_unichar_isupper (c) || g_unichar_istitle (c) ||
         g_unichar_type (c) == G_UNICODE_OTHER_LETTER;
}

static void
words_add (GArray *words, const char *start, const char *end)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  KringWord word = { .start = start, .end = end };

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unseen (c))
        continue;
      word.is_name = word.is_name || g_unichar_isdigit (c) || is_sign (c) ||
                     (seen->len == 0 && may_begin_name (c));
      g_string_append_unichar (seen, c);
    }
  word.folded = kring_fold (seen->str);
  if (*word.folded != '\0')
    g_array_append_val (words, word);
  else
    g_free (word.folded);
}

/**
 * kring_words_split:
 *
 * Returns: (transfer full) (element-type KringWord): the words of @text, which they point into
 */
GArray *
kring_words_split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (KringWord));
  const char *p = text;

  g_array_set_clear_func (words, word_clear);
  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        words_add (words, start, p);
      else
        {
          p = g_utf8_next_char (p);
          if (is_sign (g_utf8_get_char (start)))
            words_add (words, start, p);
        }
    }
  return words;
}
