/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-search.h"

#include "core/kring-describe.h"
#include "core/kring-fold.h"

#include <string.h>

/* Characters shown before what was found, and in all. */
#define SNIPPET_BEFORE 24
#define SNIPPET_LENGTH 80

/* Shorter numbers are only found as they are written. */
#define BARE_MIN 4

/**
 * kring_search_dup_words:
 * @text: what somebody typed to look for
 *
 * Returns: (transfer full) (element-type utf8): the words of it, folded; empty if there are none
 */
GPtrArray *
kring_search_dup_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = kring_fold (valid);
  g_auto (GStrv) pieces = g_strsplit_set (folded, " \t\r\n,", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (words, g_strdup (pieces[i]));
  return words;
}

static gboolean
is_searched (const KringField *field)
{
  if (field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT))
    return FALSE;
  return kring_field_is_text (field) || field->type == KRING_FIELD_DATE ||
         field->type == KRING_FIELD_AGE;
}

/* How many characters of text come before the folded word: folding keeps order, not lengths. */
static glong
find_place (const char *text, const char *word)
{
  glong low = 0, high = g_utf8_strlen (text, -1);

  /* The longest beginning in which the word does not stand yet. */
  while (low < high)
    {
      glong middle = (low + high) / 2;
      g_autofree char *start = g_utf8_substring (text, 0, middle);
      g_autofree char *folded = kring_fold (start);

      if (strstr (folded, word) != NULL)
        high = middle;
      else
        low = middle + 1;
    }
  return MAX (0, low - g_utf8_strlen (word, -1));
}

static char *
dup_snippet (const char *text, const char *word)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  glong length = g_utf8_strlen (line, -1);
  glong start = MAX (0, find_place (line, word) - SNIPPET_BEFORE);
  glong end = MIN (length, start + SNIPPET_LENGTH);
  g_autofree char *piece = NULL;

  if (length <= SNIPPET_LENGTH)
    return g_steal_pointer (&line);
  piece = g_utf8_substring (line, start, end);
  return g_strconcat (start > 0 ? "…" : "", g_strstrip (piece), end < length ? "…" : "", NULL);
}

/* Only letters and digits, as numbers and plates are often typed. */
static char *
dup_bare (const char *folded)
{
  GString *bare = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (strchr ("- .()/", *p) == NULL)
      g_string_append_c (bare, *p);
  return g_string_free (bare, FALSE);
}

static gboolean
contains (const char *folded, const char *word)
{
  g_autofree char *bare = NULL, *bare_word = NULL;

  if (strstr (folded, word) != NULL)
    return TRUE;
  if (strpbrk (word, "0123456789") == NULL || strlen (word) < BARE_MIN)
    return FALSE;
  bare = dup_bare (folded);
  bare_word = dup_bare (word);
  return strlen (bare_word) >= BARE_MIN && strstr (bare, bare_word) != NULL;
}

/* Looks for every word in one field; returns whether the first one is in it. */
static gboolean
search_field (
    KringMap *map, KringItem *item, const KringField *field, GPtrArray *words, gboolean *found)
{
  g_autofree char *text = kring_map_dup_value_text (map, item, field);
  g_autofree char *folded = text != NULL ? kring_fold (text) : NULL;
  gboolean first = folded != NULL && contains (folded, words->pdata[0]);

  for (guint i = 0; folded != NULL && i < words->len; i++)
    found[i] = found[i] || contains (folded, words->pdata[i]);
  return first;
}

/* Looks in all fields, the item's own first; returns where the first word stands. */
static const KringField *
search_fields (KringMap *map, KringItem *item, GPtrArray *words, gboolean *found)
{
  const KringKind *kind = kring_item_get_kind (item);
  const KringField *first = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[(i + KRING_N_COMMON) % kind->n_fields];

      if (is_searched (field) && kring_item_get_value (item, field) != NULL &&
          search_field (map, item, field, words, found) && first == NULL)
        first = field;
    }
  for (guint i = 0; i < words->len; i++)
    if (!found[i])
      return NULL;
  return first;
}

static KringFound *
search_item (KringMap *map, KringItem *item, GPtrArray *words)
{
  g_autofree gboolean *found = g_new0 (gboolean, words->len);
  const KringField *first = search_fields (map, item, words, found);
  g_autofree char *text = NULL;
  KringFound *result;

  if (first == NULL)
    return NULL;
  result = g_new0 (KringFound, 1);
  text = kring_map_dup_value_text (map, item, first);
  result->item = g_object_ref (item);
  result->field = first;
  result->snippet = dup_snippet (text, words->pdata[0]);
  return result;
}

/* Where a field stands among what is told about an item. */
static guint
get_rank (const KringFound *found)
{
  const KringKind *kind = kring_item_get_kind (found->item);
  guint index = kring_kind_get_field_index (kind, found->field);

  return (index + kind->n_fields - KRING_N_COMMON) % kind->n_fields;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const KringFound *found_a = *(KringFound *const *) a, *found_b = *(KringFound *const *) b;
  int d =
      (int) kring_item_get_kind (found_a->item)->id - (int) kring_item_get_kind (found_b->item)->id;
  g_autofree char *title_a = NULL, *title_b = NULL;

  if (d == 0)
    d = (int) get_rank (found_a) - (int) get_rank (found_b);
  if (d != 0)
    return d;
  title_a = kring_item_dup_title (found_a->item);
  title_b = kring_item_dup_title (found_b->item);
  d = g_utf8_collate (title_a, title_b);
  return d != 0 ? d : strcmp (kring_item_get_id (found_a->item), kring_item_get_id (found_b->item));
}

/**
 * kring_search_matches:
 * @words: (element-type utf8): from kring_search_dup_words ()
 *
 * Returns: whether all words are found in @item
 */
gboolean
kring_search_matches (KringMap *map, KringItem *item, GPtrArray *words)
{
  g_autofree gboolean *found = g_new0 (gboolean, words->len);

  return search_fields (map, item, words, found) != NULL;
}

/**
 * kring_map_search:
 * @words: what somebody typed to look for
 *
 * Returns: (transfer full) (element-type KringFound): the items in which all words are found, by
 *   kind, those found in their names first; empty if there are no words
 */
GPtrArray *
kring_map_search (KringMap *map, const char *words)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_found_free);
  g_autoptr (GPtrArray) split = kring_search_dup_words (words);

  for (guint i = 0; split->len > 0 && i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      KringFound *found = kring_item_get_kind (item)->group != KRING_GROUP_LOOKING
                              ? search_item (map, item, split)
                              : NULL;

      if (found != NULL)
        g_ptr_array_add (results, found);
    }
  g_ptr_array_sort (results, compare_found);
  return results;
}

/**
 * kring_map_find_named:
 * @name: whatever its capitals and accents
 *
 * Returns: (transfer none) (nullable): the first item of @kind of that name
 */
KringItem *
kring_map_find_named (KringMap *map, KringKindId kind, const char *name)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (map, kind);

  for (guint i = 0; i < items->len; i++)
    {
      const char *known = kring_item_get_text (g_ptr_array_index (items, i), "name");

      if (known != NULL && kring_fold_equal (known, name))
        return g_ptr_array_index (items, i);
    }
  return NULL;
}

void
kring_found_free (KringFound *self)
{
  g_object_unref (self->item);
  g_free (self->snippet);
  g_free (self);
}
