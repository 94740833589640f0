/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share/kring-mentions.h"

#include "core/kring-fold.h"

#include <string.h>

/* Shorter parts of names are too often the beginning of something else. */
#define PART_MIN 3

/* Shorter parts of an address are only the number of a house. */
#define ADDRESS_MIN 6

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
  gboolean part;    /* only a first or a last name: counts when it is written as a name */
  gboolean number;  /* holds digits: counts however they are grouped */
} Name;

struct _KringNames
{
  GPtrArray *by_first[256]; /* (owned) (nullable) (element-type Name), by their first byte */
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

/* @words: from the @start on, @n_words of them */
static Name *
name_new (GArray *words, guint start, guint n_words, gboolean part)
{
  Name *name = g_new0 (Name, 1);
  GString *joined = g_string_new (NULL);

  name->words = g_ptr_array_new_with_free_func (g_free);
  name->part = part;
  for (guint i = start; i < start + n_words; i++)
    {
      const char *folded = g_array_index (words, Word, i).folded;

      g_ptr_array_add (name->words, g_strdup (folded));
      g_string_append (joined, folded);
    }
  name->number = strpbrk (joined->str, "0123456789") != NULL;
  name->joined = g_string_free (joined, FALSE);
  return name;
}

static gboolean
is_of_people (KringItem *item)
{
  return (kring_item_is (item, KRING_KIND_PERSON) &&
          !kring_item_get_bool (item, "identity_unknown")) ||
         kring_item_is (item, KRING_KIND_PARTICIPANT);
}

static void
add_part (GArray *words, guint place, GPtrArray *names)
{
  const Word *word = &g_array_index (words, Word, place);

  if (g_utf8_strlen (word->folded, -1) >= PART_MIN)
    g_ptr_array_add (names, name_new (words, place, 1, TRUE));
}

/* What a person is called is a name however it is written; of a thing it may be any word. */
static gboolean
is_telling (KringItem *item, GArray *words)
{
  gboolean telling =
      (kring_item_is (item, KRING_KIND_PERSON) || kring_item_is (item, KRING_KIND_PARTICIPANT)) &&
      words->len > 0;

  for (guint i = 0; i < words->len && !telling; i++)
    telling = g_array_index (words, Word, i).is_name;
  return telling;
}

/* Of a name of several words also the first and the last, by which people are called. */
static void
add_name (KringItem *item, const char *field_name, const char *text, GPtrArray *names)
{
  g_autoptr (GArray) words = split_words (text);

  if (!is_telling (item, words))
    return;
  g_ptr_array_add (names, name_new (words, 0, words->len, FALSE));
  if (words->len < 2 || strcmp (field_name, "name") != 0 || !is_of_people (item))
    return;
  add_part (words, 0, names);
  if (g_array_index (words, Word, words->len - 1).is_name)
    add_part (words, words->len - 1, names);
}

/* Each part of an address with a number in it: the name of a town tells of nobody. */
static void
add_address (KringItem *item, const char *text, GPtrArray *names)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strpbrk (parts[i], "0123456789") != NULL && strlen (g_strstrip (parts[i])) >= ADDRESS_MIN)
      add_name (item, "address", parts[i], names);
}

/* Whether those of @kind are somebody or something that has a name. */
static gboolean
is_named (const KringKind *kind)
{
  return kind->id == KRING_KIND_PARTICIPANT ||
         (kind->group == KRING_GROUP_ENTITY && kind->id != KRING_KIND_EVENT &&
          kind->id != KRING_KIND_NOTE);
}

/* Adds the names of @item to a list of Name. */
static void
add_names (KringItem *item, GPtrArray *names)
{
  static const char *const fields[] = { "name",  "alias",  "number", "plate",
                                        "phone", "handle", "deputy", "address" };
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < G_N_ELEMENTS (fields) && is_named (kind); i++)
    {
      const char *text = kring_kind_find_field (kind, fields[i]) != NULL
                             ? kring_item_get_text (item, fields[i])
                             : NULL;

      if (text != NULL && strcmp (fields[i], "address") == 0)
        add_address (item, text, names);
      else if (text != NULL)
        add_name (item, fields[i], text, names);
    }
}

/* Of what goes along, and of what does not, as two lists of Name. */
static void
collect (KringMap *map, GHashTable *left_out, GPtrArray *secret, GPtrArray *others)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      add_names (item,
                 g_hash_table_contains (left_out, kring_item_get_id (item)) ? secret : others);
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
  KringNames *self = g_new0 (KringNames, 1);
  g_autoptr (GPtrArray) secret = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (name_free);
  g_autoptr (GHashTable) borne = g_hash_table_new (g_str_hash, g_str_equal);

  collect (map, left_out, secret, others);
  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (borne, ((Name *) others->pdata[i])->joined);
  for (guint i = 0; i < secret->len; i++)
    {
      Name *name = secret->pdata[i];
      GPtrArray **place = &self->by_first[(guchar) name->joined[0]];

      if (g_hash_table_contains (borne, name->joined))
        {
          name_free (name);
          continue;
        }
      if (*place == NULL)
        *place = g_ptr_array_new_with_free_func (name_free);
      g_ptr_array_add (*place, name);
    }
  return self;
}

void
kring_names_free (KringNames *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->by_first); i++)
    g_clear_pointer (&self->by_first[i], g_ptr_array_unref);
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

/* Whether the words from @place on, joined, are @name, wherever the gaps fall. */
static gboolean
stands_joined_at (const Name *name, GArray *words, guint place)
{
  const char *rest = name->joined;

  for (guint i = place; i < words->len; i++)
    {
      const char *word = g_array_index (words, Word, i).folded;
      gsize length = strlen (word);

      if (is_same_word (word, rest))
        return TRUE;
      if (length == 0 || strncmp (rest, word, length) != 0)
        return FALSE;
      rest += length;
    }
  return FALSE;
}

static gboolean
stands_at (const Name *name, GArray *words, guint place)
{
  const Word *first = &g_array_index (words, Word, place);

  if (name->part && !first->is_name)
    return FALSE;
  if (is_same_word (first->folded, name->joined))
    return TRUE;
  if (name->number)
    return stands_joined_at (name, words, place);
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
    {
      const Word *word = &g_array_index (words, Word, place);
      GPtrArray *names = self->by_first[(guchar) word->folded[0]];

      for (guint i = 0; names != NULL && i < names->len; i++)
        if (stands_at (g_ptr_array_index (names, i), words, place))
          return dup_sentence (text, word->start);
    }
  return NULL;
}
