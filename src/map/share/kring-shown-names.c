/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-shown-names.h"

#include "map/facts/kring-describe.h"
#include "map/share/kring-called.h"
#include "map/share/kring-permitted.h"
#include "map/share/kring-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KringShownNames
{
  KringNameForm form;
  GHashTable *by_id; /* (owned) (element-type utf8 utf8): other names than their own, by ids */
  GHashTable *taken; /* (owned) (element-type utf8): names that are given already */
  KringNames *names; /* (owned): what must not be read in any text */
  GString *key;      /* (owned): of codes */
};

static const char *
get_whole_name (KringItem *item)
{
  const char *name = kring_item_get_shown (item, KRING_F_NAME);

  return name != NULL ? name : kring_item_get_shown (item, KRING_F_ALIAS);
}

/* Nobody is called by a name that somebody else has: "N.V. 2". */
static char *
dup_free_name (KringShownNames *self, char *name)
{
  char *free_name = name;

  for (guint n = 2; g_hash_table_contains (self->taken, free_name); n++)
    {
      if (free_name != name)
        g_free (free_name);
      free_name = g_strdup_printf ("%s %u", name, n);
    }
  if (free_name != name)
    g_free (name);
  return free_name;
}

/* (transfer full) (nullable): %NULL: there is no name. Who is not known may be described by the name
 * of somebody else: "vriend van Dex Smit". */
static char *
dup_short_name (KringShownNames *self, KringItem *person)
{
  const char *name = get_whole_name (person);
  gboolean described = kring_item_get_bool (person, KRING_F_IDENTITY_UNKNOWN);

  if (name == NULL)
    return NULL;
  return self->form == KRING_NAMES_FIRST && !(described && strchr (name, ' ') != NULL)
             ? kring_called_dup_first (name)
             : kring_called_dup_initials (name, described);
}

/* (transfer full) (nullable): %NULL: there is no name. */
static char *
dup_person_name (KringShownNames *self, KringItem *person, guint nth)
{
  return self->form == KRING_NAMES_CODE ? g_strdup_printf ("P%u", nth)
                                        : dup_short_name (self, person);
}

static void
give_name (KringShownNames *self, KringItem *item, char *name)
{
  char *free_name;

  if (name == NULL)
    return;
  free_name = dup_free_name (self, name);
  g_hash_table_add (self->taken, g_strdup (free_name));
  g_hash_table_insert (self->by_id, g_strdup (kring_item_get_id (item)), free_name);
}

/* The words of @name without anything between them. */
static char *
dup_joined_words (const char *name)
{
  g_autoptr (GArray) words = kring_words_split (name);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append (joined, g_array_index (words, KringWord, i).folded);
  return g_string_free (joined, FALSE);
}

/* A first name or initials, which stand in the copy, are no secret of it. */
static gboolean
is_shown_anyway (KringShownNames *self, const KringCalled *called)
{
  g_autofree char *shown = dup_short_name (self, called->owner), *joined = NULL, *last = NULL;

  if (self->form == KRING_NAMES_CODE || shown == NULL)
    return FALSE;
  joined = dup_joined_words (shown);
  last = dup_joined_words (strrchr (shown, ' ') != NULL ? strrchr (shown, ' ') : shown);
  return called->apart || strcmp (called->joined, joined) == 0 ||
         (self->form == KRING_NAMES_FIRST && strcmp (called->joined, last) == 0);
}

static void
add_secrets (KringShownNames *self, KringItem *item, GPtrArray *secret)
{
  guint before = secret->len;

  if (kring_item_is (item, KRING_KIND_PERSON))
    kring_called_add (item, secret);
  else if (!kring_shown_names_shows_reach (self) && !kring_item_is (item, KRING_KIND_PARTICIPANT))
    kring_called_add_reach (item, secret);
  for (guint i = secret->len; i > before; i--)
    {
      KringCalled *called = g_ptr_array_index (secret, i - 1);

      if (kring_item_is (item, KRING_KIND_PERSON) && is_shown_anyway (self, called))
        kring_called_free (g_ptr_array_remove_index (secret, i - 1));
    }
}

static void
add_to_key (KringShownNames *self, KringItem *person)
{
  g_autofree char *title = kring_item_dup_title (person);

  g_string_append_printf (self->key, "%s\t%s\n", kring_shown_names_get (self, person), title);
}

static void
name_one (KringShownNames *self, KringItem *item, guint *numbers)
{
  const KringKind *kind = kring_item_get_kind (item);

  if (kind->id == KRING_KIND_PERSON)
    {
      give_name (self, item, dup_person_name (self, item, ++numbers[kind->id]));
      if (self->form == KRING_NAMES_CODE)
        add_to_key (self, item);
    }
  else if (kind->group == KRING_GROUP_ENTITY && !kring_shown_names_shows_reach (self))
    /* Translators: a sort of thing and its number, "Phone 2", in place of its own number */
    give_name (self, item,
               g_strdup_printf (_ ("%s %u"), kring_kind_get_label (kind), ++numbers[kind->id]));
}

/* The young person is the first; the others stand in the order of the map, which tells nothing. Who
 * is only not shown now may be named in texts, but not by a fuller name than the others. */
static void
name_all (KringShownNames *self, KringMap *map, GHashTable *left_out, GPtrArray *secret)
{
  KringItem *centre = kring_map_get_centre (map);
  guint numbers[KRING_N_KINDS] = { 0 };

  if (centre != NULL)
    name_one (self, centre, numbers);
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      const char *id = kring_item_get_id (item);
      gboolean left = g_hash_table_contains (left_out, id);

      if (!left && item != centre)
        name_one (self, item, numbers);
      if (!left || GPOINTER_TO_UINT (g_hash_table_lookup (left_out, id)) == KRING_LEFT_NOT_SHOWN)
        add_secrets (self, item, secret);
    }
}

/**
 * kring_shown_names_new:
 * @map: the whole map
 * @left_out: (element-type utf8 KringLeftReason): ids of what stays behind, and why
 * @form: how persons are to be called
 *
 * Returns: (transfer full): what those are called who go along
 */
KringShownNames *
kring_shown_names_new (KringMap *map, GHashTable *left_out, KringNameForm form)
{
  KringShownNames *self = g_new0 (KringShownNames, 1);
  GPtrArray *secret = g_ptr_array_new ();

  self->form = form;
  self->key = g_string_new (NULL);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (form != KRING_NAMES_FULL)
    name_all (self, map, left_out, secret);
  self->names = kring_names_new_for (secret);
  return self;
}

void
kring_shown_names_free (KringShownNames *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->taken);
  kring_names_free (self->names);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/**
 * kring_shown_names_get:
 * @item: of the map
 *
 * Returns: (nullable): what it is called instead of its name; of a thing: what stands for its number
 */
const char *
kring_shown_names_get (KringShownNames *self, KringItem *item)
{
  return g_hash_table_lookup (self->by_id, kring_item_get_id (item));
}

/**
 * kring_shown_names_shows_reach:
 *
 * Returns: whether numbers, plates, addresses and dates of birth go along
 */
gboolean
kring_shown_names_shows_reach (KringShownNames *self)
{
  return self->form < KRING_NAMES_INITIALS;
}

/**
 * kring_shown_names_dup_mention:
 *
 * Returns: (transfer full) (nullable): the sentences of @text that tell a name; %NULL: none does
 */
char *
kring_shown_names_dup_mention (KringShownNames *self, const char *text)
{
  return kring_names_dup_mention (self->names, text);
}

/**
 * kring_shown_names_find:
 *
 * Returns: (transfer full) (element-type KringNamePlace): where @text tells a name
 */
GArray *
kring_shown_names_find (KringShownNames *self, const char *text)
{
  return kring_names_find (self->names, text);
}

/**
 * kring_shown_names_dup_replaced:
 *
 * Returns: (transfer full): @text with names as they are to be shown
 */
char *
kring_shown_names_dup_replaced (KringShownNames *self, const char *text)
{
  return kring_names_dup_replaced (self->names, text, self->by_id, "…");
}

/**
 * kring_shown_names_dup_without:
 *
 * Returns: (transfer full) (nullable): @text without the sentences that tell a name
 */
char *
kring_shown_names_dup_without (KringShownNames *self, const char *text)
{
  return kring_names_dup_without (self->names, text);
}

/**
 * kring_shown_names_dup_rest:
 *
 * Returns: (transfer full): @text of the copy without the initials or codes that were put into it,
 *   which may be the initials of somebody else
 */
char *
kring_shown_names_dup_rest (KringShownNames *self, const char *text)
{
  GString *rest = g_string_new (text);
  GHashTableIter iter;
  gpointer shown;

  g_hash_table_iter_init (&iter, self->by_id);
  while (self->form >= KRING_NAMES_INITIALS && g_hash_table_iter_next (&iter, NULL, &shown))
    g_string_replace (rest, shown, "…", 0);
  return g_string_free (rest, FALSE);
}

/**
 * kring_shown_names_get_key:
 *
 * Returns: one line for every person with a code: the code and the name
 */
const char *
kring_shown_names_get_key (KringShownNames *self)
{
  return self->key->str;
}
