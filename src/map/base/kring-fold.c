/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-fold.h"

#include <string.h>

/* Letters that Unicode does not decompose into a letter and an accent. */
static const struct
{
  gunichar letter;
  const char *plain;
} whole_letters[] = {
  { 0x00f8, "o" },  { 0x0111, "d" },  { 0x0142, "l" }, { 0x0131, "i" },  { 0x0133, "ij" },
  { 0x00e6, "ae" }, { 0x0153, "oe" }, { 0x00f0, "d" }, { 0x00fe, "th" },
};

static void
append_folded (GString *folded, gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole_letters); i++)
    if (whole_letters[i].letter == c)
      {
        g_string_append (folded, whole_letters[i].plain);
        return;
      }
  if (!g_unichar_ismark (c))
    g_string_append_unichar (folded, c);
}

/* Folds plain ASCII, which is quick. Returns: (transfer full) (nullable): NULL if there is anything
 * else in @text. */
static char *
fold_plain (const char *text)
{
  gsize length = strlen (text);
  char *folded = g_malloc (length + 1);

  for (gsize i = 0; i <= length; i++)
    {
      if ((guchar) text[i] >= 0x80)
        {
          g_free (folded);
          return NULL;
        }
      folded[i] = g_ascii_tolower (text[i]);
    }
  return folded;
}

/**
 * kring_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text in small letters and without accents
 */
char *
kring_fold (const char *text)
{
  char *plain = fold_plain (text);
  g_autofree char *small = NULL, *apart = NULL;
  GString *folded;

  if (plain != NULL)
    return plain;
  small = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (small));
  for (const char *p = apart != NULL ? apart : small; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

/**
 * kring_fold_equal:
 *
 * Returns: whether both texts are the same but for capitals and accents
 */
gboolean
kring_fold_equal (const char *a, const char *b)
{
  g_autofree char *folded_a = kring_fold (a);
  g_autofree char *folded_b = kring_fold (b);

  return strcmp (folded_a, folded_b) == 0;
}
