/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-mentions.h"

#include "map/share/kring-called.h"
#include "map/share/kring-everyday-word.h"
#include "map/share/kring-permitted.h"
#include "map/share/kring-words.h"

#include <string.h>

/* A shorter name that is broken in two is no name any more: "de-x". */
#define BROKEN_MIN 4

/* Into how many pieces a name is broken at most. */
#define PIECES_MAX 12

#define HYPHEN 0x2010
#define HYPHEN_UNBROKEN 0x2011

struct _KringNames
{
  GPtrArray *secret; /* (owned) (element-type KringCalled): what is looked for */

  /* Places among the secret, as arrays of guint: */
  GHashTable *by_joined; /* (owned) (element-type utf8 GArray): by all words of the name, joined */
  GHashTable *by_first_word; /* (owned) likewise, of more than one word */
  GArray *lengths;           /* (owned) of the keys of by_joined, in bytes, each once, rising */
  GArray *numbers[256];      /* (owned) (nullable): those with digits, by their first byte */

  GHashTable *people; /* (owned) (element-type utf8): names, joined, of people who go along */
  GHashTable *things; /* (owned) likewise of all else */
};

/* Collects the names of items that go along and of those that stay behind, as two lists of
 * KringCalled. */
static void
mentions_collect (KringMap *map, GHashTable *left_out, GPtrArray *secret, GPtrArray *others)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (kring_called_is_secret (item, KRING_F_ADDRESS))
        kring_called_add_value (item, KRING_F_ADDRESS, secret);
      kring_called_add (item, g_hash_table_contains (left_out, kring_item_get_id (item)) ? secret
                                                                                         : others);
    }
}

/* Whether somebody who goes along bears the name @joined; a thing called after somebody does not
 * bear it. */
static gboolean
is_borne (KringNames *self, const KringCalled *name, const char *joined)
{
  return g_hash_table_contains (self->people, joined) ||
         (!name->person && g_hash_table_contains (self->things, joined));
}

static void
mentions_add_place (GArray **places, guint place)
{
  if (*places == NULL)
    *places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*places, place);
}

static void
mentions_add_length (GArray *lengths, guint length)
{
  guint i = 0;

  while (i < lengths->len && g_array_index (lengths, guint, i) < length)
    i++;
  if (i == lengths->len || g_array_index (lengths, guint, i) != length)
    g_array_insert_val (lengths, i, length);
}

static void
add_key (GHashTable *table, const char *key, guint place)
{
  GArray *places = g_hash_table_lookup (table, key);
  gboolean first = places == NULL;

  mentions_add_place (&places, place);
  if (first)
    g_hash_table_insert (table, g_strdup (key), places);
}

/* @name: (transfer full) */
static void
take_secret (KringNames *self, KringCalled *name)
{
  guint place = self->secret->len;

  if (is_borne (self, name, name->joined))
    {
      kring_called_free (name);
      return;
    }
  g_ptr_array_add (self->secret, name);
  add_key (self->by_joined, name->joined, place);
  mentions_add_length (self->lengths, strlen (name->joined));
  if (name->words->len > 1)
    add_key (self->by_first_word, g_ptr_array_index (name->words, 0), place);
  if (name->number)
    mentions_add_place (&self->numbers[(guchar) name->joined[0]], place);
}

static GHashTable *
mentions_new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static KringNames *
mentions_new (void)
{
  KringNames *self = g_new0 (KringNames, 1);

  self->secret = g_ptr_array_new_with_free_func (kring_called_free);
  self->by_joined = mentions_new_table ();
  self->lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_first_word = mentions_new_table ();
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->things = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * kring_names_new:
 * @left_out: (element-type utf8): ids of what stays behind
 * @held: (transfer full) (element-type KringCalled): what else must not be read
 *
 * Returns: (transfer full): the names to look for
 */
KringNames *
kring_names_new (KringMap *map, GHashTable *left_out, GPtrArray *held)
{
  KringNames *self = mentions_new ();
  g_autoptr (GPtrArray) secret = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (kring_called_free);

  mentions_collect (map, left_out, secret, others);
  g_ptr_array_extend_and_steal (secret, held);
  for (guint i = 0; i < others->len; i++)
    {
      KringCalled *name = others->pdata[i];

      if (name->own)
        g_hash_table_add (name->person ? self->people : self->things, g_strdup (name->joined));
    }
  for (guint i = 0; i < secret->len; i++)
    take_secret (self, secret->pdata[i]);
  return self;
}

/**
 * kring_names_new_for:
 * @called: (transfer full) (element-type KringCalled): the names to look for, whoever else bears them
 *
 * Returns: (transfer full): the names to look for
 */
KringNames *
kring_names_new_for (GPtrArray *called)
{
  KringNames *self = mentions_new ();

  for (guint i = 0; i < called->len; i++)
    take_secret (self, called->pdata[i]);
  g_ptr_array_set_free_func (called, NULL);
  g_ptr_array_unref (called);
  return self;
}

void
kring_names_free (KringNames *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    g_clear_pointer (&self->numbers[i], g_array_unref);
  g_hash_table_unref (self->by_joined);
  g_array_unref (self->lengths);
  g_hash_table_unref (self->by_first_word);
  g_ptr_array_unref (self->secret);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->things);
  g_free (self);
}

/* Whether @word is the name, also in the genitive with an s, "Manus auto", and as an account has it,
 * with figures behind it: "manu2010". */
static gboolean
is_same_word (const char *word, const char *name)
{
  gsize length = strlen (name);
  const char *rest = word + length;

  if (length == 0 || strncmp (word, name, length) != 0)
    return FALSE;
  return strcmp (rest, "s") == 0 ||
         rest[g_ascii_isdigit (name[length - 1]) ? 0 : strspn (rest, "0123456789")] == '\0';
}

/* Whether @ending makes a diminutive of a name that ends in @last: "Dexje", "Daantje", "Brampje",
 * "Semmetje", "Noaatje". */
static gboolean
makes_small (const char *ending, char last)
{
  static const char *const endings[] = { "je", "tje", "pje", "etje", NULL };

  return g_strv_contains (endings, ending) ||
         (*ending == last &&
          strcmp (ending + 1, strchr ("aeiou", last) != NULL ? "tje" : "etje") == 0);
}

/* Whether @word is a diminutive of the name, also in the plural or genitive. For a name as short as
 * "Bo" it needs a capital, as a "bootje" is a small boat. */
static gboolean
is_small_form (const KringCalled *name, const KringWord *word)
{
  gsize length = strlen (name->joined);
  g_autofree char *small = NULL;

  if (!name->person || name->number || name->words->len > 1 ||
      strncmp (word->folded, name->joined, length) != 0)
    return FALSE;
  small = g_strdup (word->folded);
  if (g_str_has_suffix (small, "s"))
    small[strlen (small) - 1] = '\0';
  return strlen (small) > length && makes_small (small + length, name->joined[length - 1]) &&
         (word->is_name || (length > 2 && !kring_is_everyday_word (small)));
}

/* Whether @word is @name or made of it, unless @word is the own name of somebody who goes along. */
static gboolean
mentions_is_called (KringNames *self, const KringCalled *name, const KringWord *word)
{
  if (!name->apart && is_same_word (word->folded, name->joined))
    return strcmp (word->folded, name->joined) == 0 || !is_borne (self, name, word->folded);
  return is_small_form (name, word) && !is_borne (self, name, word->folded);
}

/* How many words from @place on, joined, are @name, wherever the gaps fall; 0: they are not. */
static guint
stands_joined_at (const KringCalled *name, GArray *words, guint place)
{
  const char *rest = name->joined;

  for (guint i = place; i < words->len; i++)
    {
      const char *word = g_array_index (words, KringWord, i).folded;
      gsize length = strlen (word);

      if (is_same_word (word, rest))
        return i - place + 1;
      if (length == 0 || strncmp (rest, word, length) != 0)
        return 0;
      rest += length;
    }
  return 0;
}

/* How many words from @place on are @name; 0: it does not stand there. */
static guint
mentions_stands_at (KringNames *self, const KringCalled *name, GArray *words, guint place)
{
  const KringWord *first = &g_array_index (words, KringWord, place);

  if (name->part && !first->is_name)
    return 0;
  if (mentions_is_called (self, name, first))
    return 1;
  if (name->number)
    return stands_joined_at (name, words, place);
  if (name->words->len == 1 || place + name->words->len > words->len)
    return 0;
  for (guint i = 0; i < name->words->len; i++)
    {
      const char *word = g_array_index (words, KringWord, place + i).folded;
      const char *wanted = g_ptr_array_index (name->words, i);

      if (i + 1 < name->words->len ? strcmp (word, wanted) != 0 : !is_same_word (word, wanted))
        return 0;
    }
  return name->words->len;
}

/* Whether the sign at @p ends a sentence of @text; the point of an initial does not: "H. Smit". */
static gboolean
ends_sentence (const char *text, const char *p)
{
  const char *before = p > text ? g_utf8_prev_char (p) : p;

  if (*p == '\n')
    return TRUE;
  if (strchr (".!?", *p) == NULL || (p[1] != '\0' && !g_ascii_isspace (p[1])))
    return FALSE;
  return *p != '.' || !g_unichar_isalpha (g_utf8_get_char (before)) ||
         (before > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (before))));
}

static const char *
find_sentence_start (const char *text, const char *place)
{
  const char *start = place;

  while (start > text && !ends_sentence (text, start - 1))
    start--;
  return start;
}

static const char *
find_sentence_end (const char *text, const char *place)
{
  const char *end = place;

  while (*end != '\0' && !ends_sentence (text, end))
    end++;
  return *end != '\0' && *end != '\n' ? end + 1 : end;
}

/* Appends the sentence of @text in which @place lies; returns where it ends. */
static const char *
append_sentence (GString *sentences, const char *text, const char *place)
{
  const char *start = find_sentence_start (text, place), *end = find_sentence_end (text, place);
  g_autofree char *sentence = g_strstrip (g_strndup (start, end - start));

  g_string_append_printf (sentences, "%s%s", sentences->len > 0 ? " " : "", sentence);
  return end;
}

/* What was found, and where it stands among the secret. */
typedef struct
{
  guint n_words; /* 0: nothing */
  guint nth;
} Found;

/* Takes the longest name that stands at @place, and of those the first. */
static void
find_longest (KringNames *self, GArray *words, guint place, GArray *names, Found *found)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      guint nth = g_array_index (names, guint, i), n;
      const KringCalled *name = g_ptr_array_index (self->secret, nth);

      if (!name->number && name->words->len <= found->n_words && nth > found->nth)
        continue;
      n = mentions_stands_at (self, name, words, place);
      if (n > found->n_words || (n > 0 && n == found->n_words && nth < found->nth))
        *found = (Found){ n, nth };
    }
}

static gboolean
is_hyphen_between (const KringWord *before, const KringWord *after)
{
  gunichar sign = g_utf8_get_char (before->end);
  const char *p = before->end;

  if (sign != '-' && sign != HYPHEN && sign != HYPHEN_UNBROKEN)
    return FALSE;
  p = g_utf8_next_char (p);
  while (p < after->start && g_ascii_isspace (*p))
    p++;
  return p == after->start;
}

/* Takes a name that is @joined, of so many pieces from @first on. */
static void
find_whole (
    KringNames *self, const char *joined, const KringWord *first, guint n_pieces, Found *found)
{
  GArray *names = g_hash_table_lookup (self->by_joined, joined);

  for (guint i = 0; names != NULL && n_pieces > found->n_words && i < names->len; i++)
    {
      guint nth = g_array_index (names, guint, i);
      const KringCalled *name = g_ptr_array_index (self->secret, nth);

      if (!name->number && !name->apart && (!name->part || first->is_name) &&
          g_utf8_strlen (joined, -1) >= BROKEN_MIN)
        *found = (Found){ n_pieces, nth };
    }
}

/* Takes a name that is broken by hyphens, also at the end of a line: "No-or". */
static void
find_broken (KringNames *self, GArray *words, guint place, Found *found)
{
  const KringWord *first = &g_array_index (words, KringWord, place), *last = first;
  g_autoptr (GString) joined = g_string_new (first->folded);

  for (guint n = 2; n <= PIECES_MAX && place + n <= words->len; n++, last++)
    {
      if (!is_hyphen_between (last, last + 1))
        return;
      g_string_append (joined, last[1].folded);
      find_whole (self, joined->str, first, n, found);
      if (g_str_has_suffix (joined->str, "s"))
        {
          g_autofree char *name = g_strndup (joined->str, joined->len - 1);

          find_whole (self, name, first, n, found);
        }
    }
}

/* The longest name at @place, and of how many words it is there; %NULL: none stands there. The first
 * of several words stands there as it is; a name in one word may have something behind it: "Dexje". */
static const KringCalled *
find_at (KringNames *self, GArray *words, guint place, guint *n_words)
{
  g_autofree char *start = g_strdup (g_array_index (words, KringWord, place).folded);
  Found found = { 0 };

  find_longest (self, words, place, self->numbers[(guchar) start[0]], &found);
  find_longest (self, words, place, g_hash_table_lookup (self->by_first_word, start), &found);
  for (guint i = self->lengths->len; i > 0; i--)
    {
      guint length = g_array_index (self->lengths, guint, i - 1);

      if (length > strlen (start))
        continue;
      start[length] = '\0';
      find_longest (self, words, place, g_hash_table_lookup (self->by_joined, start), &found);
    }
  find_broken (self, words, place, &found);
  *n_words = found.n_words;
  return found.n_words > 0 ? g_ptr_array_index (self->secret, found.nth) : NULL;
}

static gboolean
is_named_at (KringNames *self, GArray *words, guint place)
{
  guint n_words;

  return find_at (self, words, place, &n_words) != NULL;
}

/**
 * kring_names_dup_mention:
 * @text: free text
 *
 * Returns: (transfer full) (nullable): the sentences of @text that name something that stays behind;
 *   %NULL: none does
 */
char *
kring_names_dup_mention (KringNames *self, const char *text)
{
  g_autoptr (GArray) words = kring_words_split (text);
  g_autoptr (GString) sentences = g_string_new (NULL);
  const char *end = text;

  for (guint place = 0; place < words->len; place++)
    {
      const char *start = g_array_index (words, KringWord, place).start;

      if (start >= end && is_named_at (self, words, place))
        end = append_sentence (sentences, text, start);
    }
  return sentences->len > 0 ? g_strdup (sentences->str) : NULL;
}

/**
 * kring_names_find:
 * @text: free text
 *
 * Returns: (transfer full) (element-type KringNamePlace): where names of what stays behind stand in it
 */
GArray *
kring_names_find (KringNames *self, const char *text)
{
  g_autoptr (GArray) words = kring_words_split (text);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (KringNamePlace));

  for (guint place = 0; place < words->len; place++)
    {
      const char *start = g_array_index (words, KringWord, place).start;
      KringNamePlace found = { (guint) (start - text), 0 };
      guint n_words;

      if (find_at (self, words, place, &n_words) == NULL)
        continue;
      place += n_words - 1;
      found.length = (guint) (g_array_index (words, KringWord, place).end - start);
      g_array_append_val (places, found);
    }
  return places;
}

/**
 * kring_names_dup_replaced:
 * @text: free text
 * @shown: (element-type utf8 utf8): what stands in for the names of items, by their ids
 * @other: what stands in for all other names
 *
 * Returns: (transfer full): @text without any of the names
 */
char *
kring_names_dup_replaced (KringNames *self, const char *text, GHashTable *shown, const char *other)
{
  g_autoptr (GArray) words = kring_words_split (text);
  GString *replaced = g_string_new (NULL);
  const char *end = text;

  for (guint place = 0; place < words->len; place++)
    {
      guint n_words;
      const KringCalled *name = find_at (self, words, place, &n_words);
      const char *start = g_array_index (words, KringWord, place).start, *instead;

      if (name == NULL)
        continue;
      instead = g_hash_table_lookup (shown, kring_item_get_id (name->owner));
      g_string_append_len (replaced, end, start - end);
      g_string_append (replaced, instead != NULL ? instead : other);
      place += n_words - 1;
      end = g_array_index (words, KringWord, place).end;
      /* The point of an initial: "V." */
      if (*end == '.' && replaced->len > 0 && replaced->str[replaced->len - 1] == '.')
        end++;
    }
  g_string_append (replaced, end);
  return g_string_free (replaced, FALSE);
}

/**
 * kring_names_dup_without:
 * @text: free text
 *
 * Returns: (transfer full) (nullable): @text without the sentences that name anybody; %NULL: nothing
 *   is left of it
 */
char *
kring_names_dup_without (KringNames *self, const char *text)
{
  g_autoptr (GArray) words = kring_words_split (text);
  g_autoptr (GString) rest = g_string_new (NULL);
  const char *end = text;

  for (guint place = 0; place < words->len; place++)
    {
      const char *start = g_array_index (words, KringWord, place).start;

      if (start < end || !is_named_at (self, words, place))
        continue;
      g_string_append_len (rest, end, MAX (find_sentence_start (text, start), end) - end);
      end = find_sentence_end (text, start);
    }
  g_string_append (rest, end);
  g_strstrip (rest->str);
  return *rest->str != '\0' ? g_strdup (rest->str) : NULL;
}
