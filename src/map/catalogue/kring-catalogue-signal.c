/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/catalogue/kring-catalogue-signal.h"

#include <string.h>

/**
 * kring_catalogue_choose_label:
 *
 * Returns: (transfer none): @nl or @en, whichever the interface speaks
 */
const char *
kring_catalogue_choose_label (const char *nl, const char *en)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_has_prefix (languages[i], "nl"))
        return nl;
      if (g_str_has_prefix (languages[i], "en"))
        return en;
    }
  return en;
}

/**
 * kring_catalogue_signal_get_label:
 *
 * Returns: (transfer none): what it is called, in the language of the interface
 */
const char *
kring_catalogue_signal_get_label (const KringCatalogueSignal *self)
{
  return kring_catalogue_choose_label (self->nl, self->en);
}

/**
 * kring_catalogue_signal_get_category:
 *
 * Returns: (transfer none): what its category is called, in the language of the interface
 */
const char *
kring_catalogue_signal_get_category (const KringCatalogueSignal *self)
{
  return kring_catalogue_choose_label (self->category_nl, self->category_en);
}

/**
 * kring_catalogue_signal_applies_to:
 * @kind: a KringKindId
 *
 * Returns: whether it can be seen on items of that kind
 */
gboolean
kring_catalogue_signal_applies_to (const KringCatalogueSignal *self, guint kind)
{
  return (self->applies_to & (1u << kind)) != 0;
}

static gboolean
begins_word (const char *text, const char *word)
{
  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    if (p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
      return TRUE;
  return FALSE;
}

/* How well one word fits: the less the better; -1: not at all. */
static int
match_word (const KringCatalogueSignal *self, const char *word)
{
  if (begins_word (self->folded_label, word))
    return 0;
  if (begins_word (self->folded_synonyms, word))
    return 1;
  if (strstr (self->folded_label, word) != NULL)
    return 2;
  if (strstr (self->folded_synonyms, word) != NULL)
    return 3;
  return strstr (self->folded_category, word) != NULL ? 4 : -1;
}

/**
 * kring_catalogue_signal_match:
 * @folded_words: words as kring_fold () gives them
 *
 * Returns: how far from its label the words are found, 0 or more; -1 if one of them is not found
 */
int
kring_catalogue_signal_match (const KringCatalogueSignal *self, char **folded_words)
{
  int worst = 0;

  for (guint i = 0; folded_words[i] != NULL; i++)
    {
      int fit = *folded_words[i] != '\0' ? match_word (self, folded_words[i]) : 0;

      if (fit < 0)
        return -1;
      worst = MAX (worst, fit);
    }
  return worst;
}

void
kring_catalogue_signal_free (KringCatalogueSignal *self)
{
  g_free (self->id);
  g_free (self->nl);
  g_free (self->en);
  g_free (self->category);
  g_free (self->category_nl);
  g_free (self->category_en);
  g_free (self->about);
  g_strfreev (self->synonyms);
  g_strfreev (self->sources);
  g_free (self->last_reviewed);
  g_free (self->folded_label);
  g_free (self->folded_synonyms);
  g_free (self->folded_category);
  g_free (self);
}

/**
 * kring_catalogue_category_new:
 * @nl: its label in Dutch
 * @en: its label in English
 *
 * Returns: (transfer full): a subject of signals
 */
KringCatalogueCategory *
kring_catalogue_category_new (const char *nl, const char *en)
{
  KringCatalogueCategory *self = g_new (KringCatalogueCategory, 1);

  *self = (KringCatalogueCategory){ g_strdup (nl), g_strdup (en) };
  return self;
}

/**
 * kring_catalogue_category_free:
 * @self: (transfer full)
 */
void
kring_catalogue_category_free (KringCatalogueCategory *self)
{
  g_free (self->nl);
  g_free (self->en);
  g_free (self);
}
