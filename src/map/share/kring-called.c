/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-called.h"

#include "map/share/kring-everyday-word.h"
#include "map/share/kring-words.h"

#include <string.h>

/* First names of so many letters are looked for without a capital too, even if they are ordinary
 * words. */
#define LOOSE_MIN 4

/* The same for last names, which are ordinary words more often. */
#define LOOSE_LAST_MIN 6

/* Shorter parts of an address are house numbers. */
#define ADDRESS_MIN 6

/* Numbers with fewer digits are ages or house numbers. */
#define DIGITS_MIN 6

/* Letters and digits of a number plate. */
#define PLATE_LENGTH 6

/* Prefixes of Dutch telephone numbers, as dialled from abroad. */
#define COUNTRY "31"

/* Stand in a name and are none; the first so many between its parts, the others before it. */
#define N_PARTICLES 26
static const char *const no_names[] = {
  "de",        "het",         "een",       "van",        "den",    "der",     "ter",
  "ten",       "te",          "op",        "in",         "aan",    "bij",     "von",
  "el",        "al",          "la",        "le",         "du",     "da",      "di",
  "bin",       "ben",         "en",        "of",         "the",    "mw",      "mevr",
  "mevrouw",   "dhr",         "hr",        "heer",       "meneer", "mr",      "mrs",
  "ms",        "dr",          "drs",       "ir",         "ing",    "prof",    "agent",
  "wijkagent", "rechercheur", "brigadier", "inspecteur", "mentor", "officer", NULL,
};

/* Words that are not names either, and after which may stand the name of somebody else: "Sister of
 * Dex". */
static const char *const relatives[] = {
  "tante",    "oom",      "oma",     "opa",       "papa",      "mama",     "vader",     "moeder",
  "broer",    "broertje", "zus",     "zusje",     "zoon",      "dochter",  "neef",      "nicht",
  "familie",  "fam",      "man",     "vrouw",     "jongen",    "meisje",   "vriend",    "vriendin",
  "vrienden", "ex",       "buurman", "buurvrouw", "onbekende", "onbekend", "informant", "bron",
  "tipgever", "getuige",  "unknown", "mother",    "father",    "brother",  "sister",    "son",
  "daughter", "uncle",    "aunt",    "cousin",    "woman",     "boy",      "girl",      "friend",
  "source",   "witness",  "contact", NULL,
};

/**
 * kring_called_free:
 * @called: (transfer full) (type KringCalled)
 */
void
kring_called_free (gpointer called)
{
  KringCalled *self = called;

  g_ptr_array_unref (self->words);
  g_free (self->joined);
  g_free (self);
}

/* @words: (transfer full) (element-type utf8) */
static KringCalled *
take_called (GPtrArray *words, GPtrArray *all)
{
  KringCalled *called = g_new0 (KringCalled, 1);
  GString *joined = g_string_new (NULL);

  called->words = words;
  called->own = TRUE;
  for (guint i = 0; i < words->len; i++)
    g_string_append (joined, g_ptr_array_index (words, i));
  called->number = strpbrk (joined->str, "0123456789") != NULL;
  called->joined = g_string_free (joined, FALSE);
  g_ptr_array_add (all, called);
  return called;
}

static GPtrArray *
called_new_words (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Returns: (transfer full): the words of @words from @start up to @end. */
static KringCalled *
called_add_words (GArray *words, guint start, guint end, GPtrArray *all)
{
  GPtrArray *taken = called_new_words ();

  for (guint i = start; i < end; i++)
    g_ptr_array_add (taken, g_strdup (g_array_index (words, KringWord, i).folded));
  return take_called (taken, all);
}

/* Whether the word is no name here. "Ben" at the start is a first name; further on it means "son
 * of". */
static gboolean
is_no_name (GArray *words, guint place)
{
  const KringWord *word = &g_array_index (words, KringWord, place);

  if (place == 0 && words->len > 1 && strcmp (word->folded, "ben") == 0)
    return FALSE;
  return g_strv_contains (no_names, word->folded) || g_strv_contains (relatives, word->folded);
}

static gboolean
is_emoji (const KringWord *word)
{
  return !g_unichar_isalnum (g_utf8_get_char (word->folded));
}

static gboolean
is_own_name (GArray *words, guint place)
{
  const KringWord *word = &g_array_index (words, KringWord, place);

  return (g_utf8_strlen (word->folded, -1) > 1 || is_emoji (word)) &&
         strpbrk (word->folded, "0123456789") == NULL && !is_no_name (words, place);
}

static void
add_initial (GPtrArray *words, const KringWord *word)
{
  gunichar first = g_utf8_get_char (word->folded);
  char letter[7] = { 0 };

  g_unichar_to_utf8 (first, letter);
  g_ptr_array_add (words, g_strdup (letter));
}

/* Returns: (transfer full): the initials of @words, and the words from @full on in full; words that
 * are no names only @with_all. */
static KringCalled *
add_initials (GArray *words, guint first, guint full, gboolean with_all, GPtrArray *all)
{
  GPtrArray *taken = called_new_words ();
  KringCalled *called;

  for (guint i = first; i < words->len; i++)
    {
      const KringWord *word = &g_array_index (words, KringWord, i);

      if (!with_all && is_no_name (words, i))
        continue;
      if (i < full)
        add_initial (taken, word);
      else
        g_ptr_array_add (taken, g_strdup (word->folded));
    }
  called = take_called (taken, all);
  called->part = TRUE;
  return called;
}

/* Adds "H. de Vries" or "H. Vries", and "H.d.V." or "H.V."; @first is the place of the first
 * name. */
static void
add_short (GArray *words, guint first, GPtrArray *all)
{
  for (guint with_all = 0; with_all < 2; with_all++)
    {
      add_initials (words, first, first + 1, with_all, all)->part = FALSE;
      add_initials (words, first, words->len, with_all, all)->apart = TRUE;
    }
}

/* Adds one word of a name; the first may be written without a capital. */
static void
called_add_part (GArray *words, guint place, gboolean first, GPtrArray *all)
{
  const KringWord *word = &g_array_index (words, KringWord, place);
  glong length = g_utf8_strlen (word->folded, -1);

  if (length > 2 || word->is_name)
    called_add_words (words, place, place + 1, all)->part =
        length < (first ? LOOSE_MIN : LOOSE_LAST_MIN) && kring_is_everyday_word (word->folded);
  if (first && place + 1 < words->len)
    add_short (words, place, all);
}

/* Whether the word at @place is the name of somebody else, as in "Hassans maat". */
static gboolean
is_genitive (GArray *words, guint place)
{
  const KringWord *next = &g_array_index (words, KringWord, place + 1);

  return g_str_has_suffix (g_array_index (words, KringWord, place).folded, "s") &&
         place + 1 < words->len && !next->is_name && !is_no_name (words, place + 1);
}

/* Adds each word that is a name, of a name of several words. */
static void
called_add_parts (GArray *words, GPtrArray *all)
{
  gboolean first = TRUE, own = TRUE;

  for (guint i = 0; i < words->len; i++)
    {
      const KringWord *word = &g_array_index (words, KringWord, i);
      guint before = all->len;

      own = own && !g_strv_contains (relatives, word->folded);
      if (!is_own_name (words, i) || (!first && !word->is_name))
        continue;
      called_add_part (words, i, first, all);
      first = FALSE;
      for (guint k = before; k < all->len; k++)
        ((KringCalled *) g_ptr_array_index (all, k))->own = own && !is_genitive (words, i);
    }
}

static void
called_add_number (const char *before, const char *digits, GPtrArray *all)
{
  GPtrArray *words = called_new_words ();

  g_ptr_array_add (words, g_strconcat (before, digits, NULL));
  take_called (words, all);
}

/* @digits: a number as it is dialled, with or without a country before it */
static void
add_dialled (const char *digits, GPtrArray *all)
{
  static const char *const before[] = { "",           "0",         COUNTRY,
                                        "00" COUNTRY, COUNTRY "0", "00" COUNTRY "0" };
  const char *rest = digits;

  called_add_number ("", digits, all);
  if (g_str_has_prefix (rest, "00"))
    rest += 2;
  else
    called_add_number ("00", rest, all);
  if (g_str_has_prefix (rest, COUNTRY))
    rest += strlen (COUNTRY);
  rest += strspn (rest, "0");
  if (strlen (rest) < DIGITS_MIN || (rest == digits && strlen (rest) != 9))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    called_add_number (before[i], rest, all);
}

/* Adds the numbers among the words, as in "prepaid 06-0000 0003". */
static void
add_numbers (GArray *words, GPtrArray *all)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (guint i = 0; i <= words->len; i++)
    {
      const char *word = i < words->len ? g_array_index (words, KringWord, i).folded : "x";

      if (strspn (word, "0123456789") == strlen (word))
        {
          g_string_append (digits, word);
          continue;
        }
      if (digits->len >= DIGITS_MIN)
        add_dialled (digits->str, all);
      g_string_truncate (digits, 0);
    }
}

/* Whether the field holds a handle, number, plate or phone, which identifies somebody however it is
 * written. */
static gboolean
called_is_sign (const char *field_name)
{
  static const char *const signs[] = { KRING_F_HANDLE, KRING_F_NUMBER, KRING_F_PLATE, KRING_F_PHONE,
                                       NULL };

  return g_strv_contains (signs, field_name);
}

static gboolean
is_somebody (KringItem *item)
{
  return kring_item_is (item, KRING_KIND_PERSON) || kring_item_is (item, KRING_KIND_PARTICIPANT);
}

/* Whether the name counts however it is written: of a person it does; of a thing it may be an
 * ordinary word. */
static gboolean
called_is_telling (KringItem *item, const char *field_name, const char *text, GArray *words)
{
  gboolean telling =
      is_somebody (item) || called_is_sign (field_name) || strpbrk (text, "@_") != NULL;

  for (guint i = 0; i < words->len && !telling; i++)
    telling = g_array_index (words, KringWord, i).is_name;
  return telling && words->len > 0;
}

/* Adds the last word of the name of a place, as in "Hotel De Zwaan". */
static void
add_last (GArray *words, GPtrArray *all)
{
  const KringWord *last = &g_array_index (words, KringWord, words->len - 1);

  if (words->len > 1 && last->is_name && is_own_name (words, words->len - 1) &&
      g_utf8_strlen (last->folded, -1) >= LOOSE_MIN)
    called_add_words (words, words->len - 1, words->len, all)->part = TRUE;
}

static void
called_add_name (KringItem *item, const char *field_name, const char *text, GPtrArray *all)
{
  g_autoptr (GArray) words = kring_words_split (text);
  gboolean known = !kring_item_is (item, KRING_KIND_PERSON) ||
                   !kring_item_get_bool (item, KRING_F_IDENTITY_UNKNOWN);

  add_numbers (words, all);
  if (!called_is_telling (item, field_name, text, words))
    return;
  called_add_words (words, 0, words->len, all)->part =
      words->len == 1 && kring_is_in_every_text (g_array_index (words, KringWord, 0).folded);
  if (is_somebody (item) && known && words->len > 1)
    called_add_parts (words, all);
  else if (strcmp (field_name, KRING_F_NAME) == 0 && !is_somebody (item))
    add_last (words, all);
}

/* Adds each of several nicknames in one line. */
static void
add_each (KringItem *item, const char *field_name, const char *text, GPtrArray *all)
{
  g_auto (GStrv) names = g_strsplit_set (text, ",;/&\n()\"", -1);

  for (guint i = 0; names[i] != NULL; i++)
    called_add_name (item, field_name, names[i], all);
}

/* Adds each part of an address that holds a number; the name of a town identifies nobody. */
static void
add_address (KringItem *item, const char *text, GPtrArray *all)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strpbrk (parts[i], "0123456789") != NULL && strlen (g_strstrip (parts[i])) >= ADDRESS_MIN)
      called_add_name (item, KRING_F_ADDRESS, parts[i], all);
}

/* Whether items of @kind are persons or things with a name. */
static gboolean
is_named (const KringKind *kind)
{
  return kind->id == KRING_KIND_PARTICIPANT ||
         (kind->group == KRING_GROUP_ENTITY && kind->id != KRING_KIND_EVENT &&
          kind->id != KRING_KIND_NOTE);
}

static void
called_add_field (KringItem *item, const char *field_name, const char *text, GPtrArray *all)
{
  guint before = all->len;

  if (strcmp (field_name, KRING_F_ADDRESS) == 0)
    add_address (item, text, all);
  else
    called_add_name (item, field_name, text, all);
  if (is_somebody (item) && strpbrk (text, ",;/&\n()\"") != NULL)
    add_each (item, field_name, text, all);
  for (guint i = before; i < all->len; i++)
    {
      KringCalled *called = g_ptr_array_index (all, i);

      called->owner = item;
      called->person = is_somebody (item);
      called->own = called->own && strcmp (field_name, KRING_F_DEPUTY) != 0;
    }
}

/**
 * kring_called_is_secret:
 *
 * Returns: whether that field of @item is the address that is marked as secret, which tells no more
 *   than that it is
 */
gboolean
kring_called_is_secret (KringItem *item, const char *field_name)
{
  return strcmp (field_name, KRING_F_ADDRESS) == 0 && kring_item_get_bool (item, KRING_F_SECRET);
}

/**
 * kring_called_add_value:
 * @field_name: a text of @item
 * @all: (element-type KringCalled): gets every way to write what that field of @item says, if it
 *   says anything
 */
void
kring_called_add_value (KringItem *item, const char *field_name, GPtrArray *all)
{
  const char *text = kring_item_get_text (item, field_name);

  if (text != NULL)
    called_add_field (item, field_name, text, all);
}

/* Every way to call @item by one of its @fields that is no secret of its own. */
static void
called_add_fields (KringItem *item, const char *const *fields, GPtrArray *all)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; fields[i] != NULL && is_named (kind); i++)
    {
      const char *text = kring_kind_find_field (kind, fields[i]) != NULL
                             ? kring_item_get_text (item, fields[i])
                             : NULL;

      if (text != NULL && !kring_called_is_secret (item, fields[i]))
        called_add_field (item, fields[i], text, all);
    }
}

/**
 * kring_called_add:
 * @all: (element-type KringCalled): gets every way to call @item that is no secret of its own
 */
void
kring_called_add (KringItem *item, GPtrArray *all)
{
  static const char *const fields[] = { KRING_F_NAME,   KRING_F_ALIAS,   KRING_F_NUMBER,
                                        KRING_F_PLATE,  KRING_F_PHONE,   KRING_F_HANDLE,
                                        KRING_F_DEPUTY, KRING_F_ADDRESS, NULL };

  called_add_fields (item, fields, all);
}

/* Adds each plate among the words: six letters and digits, as one word or in three groups. */
static void
add_plates (GArray *words, GPtrArray *all)
{
  for (guint i = 0; i < words->len; i++)
    for (guint n = 1; n <= 3 && i + n <= words->len; n += 2)
      {
        KringCalled *called = called_add_words (words, i, i + n, all);

        if (!called->number || strlen (called->joined) != PLATE_LENGTH ||
            strpbrk (called->joined, "abcdefghijklmnopqrstuvwxyz") == NULL)
          kring_called_free (g_ptr_array_remove_index (all, all->len - 1));
      }
}

/* Adds the number, plate, account name or address that a thing has for its name. */
static void
add_reach_in_name (KringItem *item, GPtrArray *all)
{
  const char *name = kring_item_get_text (item, KRING_F_NAME);
  g_autoptr (GArray) words = kring_words_split (name != NULL ? name : "");
  guint before = all->len;

  add_numbers (words, all);
  if (kring_item_is (item, KRING_KIND_VEHICLE))
    add_plates (words, all);
  else if (kring_item_is (item, KRING_KIND_PLACE) && name != NULL)
    add_address (item, name, all);
  else if (kring_item_is (item, KRING_KIND_ACCOUNT) && name != NULL && strpbrk (name, "@_") != NULL)
    called_add_name (item, KRING_F_HANDLE, name, all);
  for (guint i = before; i < all->len; i++)
    ((KringCalled *) g_ptr_array_index (all, i))->owner = item;
}

/**
 * kring_called_add_reach:
 * @all: (element-type KringCalled): gets every number, plate, account name and address of @item,
 *   also where its name is one
 */
void
kring_called_add_reach (KringItem *item, GPtrArray *all)
{
  static const char *const fields[] = { KRING_F_NUMBER, KRING_F_PLATE,   KRING_F_PHONE,
                                        KRING_F_HANDLE, KRING_F_ADDRESS, NULL };

  called_add_fields (item, fields, all);
  if (is_named (kring_item_get_kind (item)))
    add_reach_in_name (item, all);
}

/* Between the parts of a name: "van", not "mevrouw". */
static gboolean
is_particle (const char *folded)
{
  for (guint i = 0; i < N_PARTICLES; i++)
    if (strcmp (no_names[i], folded) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_said_before (const char *folded)
{
  return g_strv_contains (relatives, folded) ||
         (g_strv_contains (no_names, folded) && !is_particle (folded));
}

static void
append_initial (GString *name, const KringWord *word)
{
  gunichar first = g_unichar_toupper (g_utf8_get_char (word->start));

  if (name->len > 0 && name->str[name->len - 1] != '.')
    g_string_append_c (name, ' ');
  g_string_append_unichar (name, first);
  g_string_append_c (name, '.');
}

static void
append_whole (GString *name, const KringWord *word)
{
  if (name->len > 0)
    g_string_append_c (name, ' ');
  g_string_append_len (name, word->start, word->end - word->start);
}

/* Whether the word is shown whole among initials; of a description all words without a capital are,
 * unless it is of one word. */
static gboolean
stays_whole (GArray *words, const KringWord *word, gboolean described)
{
  return is_said_before (word->folded) || (described && words->len > 1 && !word->is_name);
}

/**
 * kring_called_dup_initials:
 * @name: of a person
 * @described: whether it may be a description, as nobody knows who that is
 *
 * Returns: (transfer full): "N.V." for "Noor van Vliet", "oma J." for "oma Jansen"; "man met G." for
 *   "man met Golf" if it is a description; "…" if there are no letters in it
 */
char *
kring_called_dup_initials (const char *name, gboolean described)
{
  g_autoptr (GArray) words = kring_words_split (name);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const KringWord *word = &g_array_index (words, KringWord, i);

      if (stays_whole (words, word, described))
        append_whole (shown, word);
      else if (!is_emoji (word) && (i == 0 || !is_particle (word->folded)))
        append_initial (shown, word);
    }
  return g_strdup (shown->len > 0 ? shown->str : "…");
}

/* Behind the comma of "Vliet, Noor van". */
static const char *
find_first_name (const char *name)
{
  const char *comma = strchr (name, ',');
  g_autoptr (GArray) words = kring_words_split (comma != NULL ? comma : "");

  return words->len > 0 ? comma : name;
}

/**
 * kring_called_dup_first:
 * @name: of a person
 *
 * Returns: (transfer full): "Noor" for "Noor van Vliet" and "Vliet, Noor van", "oma Truus" for "oma
 *   Truus Jansen"; after a title, which last names stand behind, initials: "mw. P."
 */
char *
kring_called_dup_first (const char *name)
{
  g_autoptr (GArray) words = kring_words_split (find_first_name (name));
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const KringWord *word = &g_array_index (words, KringWord, i);

      if (i + 1 < words->len && g_strv_contains (no_names, word->folded) &&
          !is_particle (word->folded))
        return kring_called_dup_initials (name, FALSE);
      /* Emoji before a name may be those of somebody else: "🦊 Noor". */
      if (i + 1 < words->len && !g_unichar_isalnum (g_utf8_get_char (word->folded)))
        continue;
      append_whole (shown, word);
      if (!is_no_name (words, i))
        break;
    }
  return g_strdup (shown->len > 0 ? shown->str : name);
}
