/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-search.h"

#include "map/base/kring-fold.h"
#include "map/base/kring-sanitize.h"
#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"

#include <string.h>

/* How many characters are shown before what was found, and in all. */
#define SNIPPET_BEFORE 24
#define SNIPPET_LENGTH 80

/* Shorter numbers are only found as they are written. */
#define BARE_MIN 4

/* Ends each field; nobody can type it. */
#define BETWEEN '\x1f'

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

/* Returns how many characters of @text come before the folded word. Folding keeps the order of
 * characters, but not the length. */
static glong
search_find_place (const char *text, const char *word)
{
  g_autofree char *whole = kring_fold (text);
  const char *found = strstr (whole, word);
  glong low = 0, high = g_utf8_strlen (text, -1);

  if (found == NULL)
    return 0;
  if (g_utf8_strlen (whole, -1) == high)
    return g_utf8_pointer_to_offset (whole, found);
  /* Finds the longest beginning that does not contain the word yet. */
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
  g_autofree char *line = g_strdelimit (kring_sanitize_dup (text), "\r\n\t", ' ');
  g_autofree char *piece = NULL;
  glong length, start, end;

  if (strlen (line) <= SNIPPET_LENGTH || g_utf8_strlen (line, -1) <= SNIPPET_LENGTH)
    return g_steal_pointer (&line);
  length = g_utf8_strlen (line, -1);
  start = MAX (0, search_find_place (line, word) - SNIPPET_BEFORE);
  end = MIN (length, start + SNIPPET_LENGTH);
  piece = g_utf8_substring (line, start, end);
  return g_strconcat (start > 0 ? "…" : "", g_strstrip (piece), end < length ? "…" : "", NULL);
}

/* Returns: (transfer full): only the letters and digits, so that numbers and plates are found
 * however they are typed. */
static char *
search_dup_bare (const char *folded)
{
  GString *bare = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (strchr ("- .()/", *p) == NULL)
      g_string_append_c (bare, *p);
  return g_string_free (bare, FALSE);
}

static gboolean
search_contains (const char *folded, const char *word)
{
  g_autofree char *bare = NULL, *bare_word = NULL;

  if (strstr (folded, word) != NULL)
    return TRUE;
  if (strpbrk (word, "0123456789") == NULL || strlen (word) < BARE_MIN)
    return FALSE;
  bare = search_dup_bare (folded);
  bare_word = search_dup_bare (word);
  return strlen (bare_word) >= BARE_MIN && strstr (bare, bare_word) != NULL;
}

/* Returns the next searched field with a value, the fields of the kind first; goes on after @at. */
static const KringField *
next_field (KringItem *item, guint *at)
{
  const KringKind *kind = kring_item_get_kind (item);

  while (*at < kind->n_fields)
    {
      const KringField *field = &kind->fields[((*at)++ + KRING_N_COMMON) % kind->n_fields];

      if (is_searched (field) && kring_item_get_value (item, field) != NULL)
        return field;
    }
  return NULL;
}

/* Returns: (transfer none): all searched text of @item, folded, one field after another. */
static const char *
get_folded (KringMap *map, KringItem *item)
{
  static const char between[] = { BETWEEN, '\0' };
  const char *known = kring_item_get_folded (item);
  GString *all;
  guint at = 0;

  if (known != NULL)
    return known;
  all = g_string_new (NULL);
  for (const KringField *field = next_field (item, &at); field != NULL;
       field = next_field (item, &at))
    {
      g_autofree char *text = kring_map_dup_value_text (map, item, field);
      g_autofree char *folded = text != NULL ? kring_fold (text) : NULL;

      if (folded != NULL)
        g_string_append (all, g_strdelimit (folded, between, ' '));
      g_string_append_c (all, BETWEEN);
    }
  kring_item_set_folded (item, g_string_free (all, FALSE));
  return kring_item_get_folded (item);
}

/* Finds the first field that contains @word. */
static const KringField *
search_find_field (KringMap *map, KringItem *item, const char *word)
{
  guint at = 0;

  for (const char *piece = get_folded (map, item); *piece != '\0';
       piece = strchr (piece, BETWEEN) + 1)
    {
      const KringField *field = next_field (item, &at);
      g_autofree char *folded = g_strndup (piece, (gsize) (strchr (piece, BETWEEN) - piece));

      if (search_contains (folded, word))
        return field;
    }
  return NULL;
}

static KringFound *
new_found (KringMap *map, KringItem *item, GPtrArray *words)
{
  const char *word = g_ptr_array_index (words, 0);
  KringFound *found = g_new0 (KringFound, 1);
  g_autofree char *text = NULL;

  found->item = g_object_ref (item);
  found->field = search_find_field (map, item, word);
  text = kring_map_dup_value_text (map, item, found->field);
  found->snippet = dup_snippet (text, word);
  return found;
}

/* Returns the rank of a field: the lower, the more it tells about the item. */
static guint
search_get_rank (const KringFound *found)
{
  const KringKind *kind = kring_item_get_kind (found->item);
  guint index = kring_kind_get_field_index (kind, found->field);

  return (index + kind->n_fields - KRING_N_COMMON) % kind->n_fields;
}

/* Orders finds by kind, then by rank of the field, then by title. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  const KringFound *found_a = *(KringFound *const *) a, *found_b = *(KringFound *const *) b;
  int d =
      (int) kring_item_get_kind (found_a->item)->id - (int) kring_item_get_kind (found_b->item)->id;

  if (d == 0)
    d = (int) search_get_rank (found_a) - (int) search_get_rank (found_b);
  if (d == 0)
    d = strcmp (kring_item_get_folded (found_a->item), kring_item_get_folded (found_b->item));
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
  const char *folded = get_folded (map, item);

  for (guint i = 0; i < words->len; i++)
    if (!search_contains (folded, g_ptr_array_index (words, i)))
      return FALSE;
  return words->len > 0;
}

/**
 * kring_search_prepare:
 * @from: the place of an item in the map
 * @n: of so many items from there on
 *
 * Folds the words of some items before anybody asks for them, so that the first search of a large
 * map is as quick as the next. May be left out.
 *
 * Returns: whether there are more items after them
 */
gboolean
kring_search_prepare (KringMap *map, guint from, guint n)
{
  guint end = MIN (from + n, kring_map_get_n_items (map));

  for (guint i = from; i < end; i++)
    get_folded (map, kring_map_get_nth (map, i));
  return end < kring_map_get_n_items (map);
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

      if (kring_item_get_kind (item)->group != KRING_GROUP_LOOKING &&
          kring_search_matches (map, item, split))
        g_ptr_array_add (results, new_found (map, item, split));
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
      const char *known = kring_item_get_text (g_ptr_array_index (items, i), KRING_F_NAME);

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
