/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share/kring-mentions.h"

#include "core/kring-fold.h"

#include <string.h>

/* Shorter first names are too often the beginning of something else. */
#define FIRST_NAME_MIN 3

/* One word of a text. */
typedef struct
{
  char *folded; /* (owned) */
  const char *start;
  gboolean is_name; /* begins with a capital, or holds a digit */
} Word;

/* One name: its words in order. */
typedef struct
{
  GPtrArray *words; /* (owned) (element-type utf8), folded */
  char *joined;     /* (owned) the words without anything between them */
  gboolean first;   /* only a first name: counts when it is written as a name */
} Name;

struct _KringNames
{
  GPtrArray *names;   /* (owned) (element-type Name) */
  GHashTable *others; /* (owned) (element-type utf8): joined names of what goes along */
};

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static void
name_free (gpointer data)
{
  Name *name = data;

  g_ptr_array_unref (name->words);
  g_free (name->joined);
  g_free (name);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* (transfer full) (element-type Word): the words of @text, which they point into. */
static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *p = text;

  g_array_set_clear_func (words, word_clear);
  while (*p != '\0')
    {
      const char *start = p;
      gboolean digit = FALSE;
      g_autofree char *piece = NULL;
      Word word;

      while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
        {
          digit = digit || g_unichar_isdigit (g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
      if (p == start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      piece = g_strndup (start, p - start);
      word =
          (Word){ kring_fold (piece), start, digit || g_unichar_isupper (g_utf8_get_char (start)) };
      g_array_append_val (words, word);
    }
  return words;
}

static Name *
name_new (GArray *words, guint n_words, gboolean first)
{
  Name *name = g_new0 (Name, 1);
  GString *joined = g_string_new (NULL);

  name->words = g_ptr_array_new_with_free_func (g_free);
  name->first = first;
  for (guint i = 0; i < n_words; i++)
    {
      const char *folded = g_array_index (words, Word, i).folded;

      g_ptr_array_add (name->words, g_strdup (folded));
      g_string_append (joined, folded);
    }
  name->joined = g_string_free (joined, FALSE);
  return name;
}

static gboolean
has_first_name (KringItem *item, const char *field_name, GArray *words)
{
  return kring_item_is (item, KRING_KIND_PERSON) && strcmp (field_name, "name") == 0 &&
         !kring_item_get_bool (item, "identity_unknown") && words->len > 1 &&
         g_utf8_strlen (g_array_index (words, Word, 0).folded, -1) >= FIRST_NAME_MIN;
}

/* What a person is called is a name however it is written; of a thing it may be any word. */
static gboolean
is_telling (KringItem *item, GArray *words)
{
  gboolean telling = kring_item_is (item, KRING_KIND_PERSON) && words->len > 0;

  for (guint i = 0; i < words->len && !telling; i++)
    telling = g_array_index (words, Word, i).is_name;
  return telling;
}

/* Adds the names of @item to a list of Name. */
static void
add_names (KringItem *item, GPtrArray *names)
{
  static const char *const fields[] = { "name", "alias", "number", "plate", "handle" };
  const KringKind *kind = kring_item_get_kind (item);

  if (kind->group != KRING_GROUP_ENTITY || kind->id == KRING_KIND_EVENT ||
      kind->id == KRING_KIND_NOTE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = kring_kind_find_field (kind, fields[i]) != NULL
                             ? kring_item_get_text (item, fields[i])
                             : NULL;
      g_autoptr (GArray) words = text != NULL ? split_words (text) : NULL;

      if (words == NULL || !is_telling (item, words))
        continue;
      g_ptr_array_add (names, name_new (words, words->len, FALSE));
      if (has_first_name (item, fields[i], words))
        g_ptr_array_add (names, name_new (words, 1, TRUE));
    }
}

/**
 * kring_names_new:
 * @left_out: (element-type utf8): ids of what stays behind
 *
 * Returns: (transfer full): the names to look for
 */
KringNames *
kring_names_new (KringMap *map, GHashTable *left_out)
{
  KringNames *self = g_new (KringNames, 1);

  self->names = g_ptr_array_new_with_free_func (name_free);
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (name_free);

      if (g_hash_table_contains (left_out, kring_item_get_id (item)))
        {
          add_names (item, self->names);
          continue;
        }
      add_names (item, others);
      for (guint k = 0; k < others->len; k++)
        g_hash_table_add (self->others, g_strdup (((Name *) others->pdata[k])->joined));
    }
  return self;
}

void
kring_names_free (KringNames *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->others);
  g_free (self);
}

/* Also with the s of the genitive behind it: "Manus auto". */
static gboolean
is_same_word (const char *word, const char *name)
{
  gsize length = strlen (name);

  return strncmp (word, name, length) == 0 &&
         (word[length] == '\0' || strcmp (word + length, "s") == 0);
}

static gboolean
stands_at (const Name *name, GArray *words, guint place)
{
  const Word *first = &g_array_index (words, Word, place);

  if (name->first && !first->is_name)
    return FALSE;
  if (is_same_word (first->folded, name->joined))
    return TRUE;
  if (place + name->words->len > words->len)
    return FALSE;
  for (guint i = 0; i < name->words->len; i++)
    {
      const char *word = g_array_index (words, Word, place + i).folded;
      const char *wanted = g_ptr_array_index (name->words, i);

      if (i + 1 < name->words->len ? strcmp (word, wanted) != 0 : !is_same_word (word, wanted))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): the sentence of @text in which @place lies. */
static char *
dup_sentence (const char *text, const char *place)
{
  const char *start = place, *end = place;

  while (start > text && strchr (".!?\n", start[-1]) == NULL)
    start--;
  while (*end != '\0' && strchr (".!?\n", *end) == NULL)
    end++;
  if (*end != '\0' && *end != '\n')
    end++;
  return g_strstrip (g_strndup (start, end - start));
}

/**
 * kring_names_dup_mention:
 * @text: free text
 *
 * Returns: (transfer full) (nullable): the first sentence of @text that names something that stays
 *   behind; %NULL: none does
 */
char *
kring_names_dup_mention (KringNames *self, const char *text)
{
  g_autoptr (GArray) words = split_words (text);

  for (guint place = 0; place < words->len; place++)
    for (guint i = 0; i < self->names->len; i++)
      {
        const Name *name = g_ptr_array_index (self->names, i);

        if (!g_hash_table_contains (self->others, name->joined) && stands_at (name, words, place))
          return dup_sentence (text, g_array_index (words, Word, place).start);
      }
  return NULL;
}
