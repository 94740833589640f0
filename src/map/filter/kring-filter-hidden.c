/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two sorts of conditions. Some are about the item itself: its kind, its group, and of what has a
 * date its own period. The others may also be met by something that is told about it:
 *
 *   told at once, by one and the same record:  party, certainty, audience, period, family, category
 *   each by any record:                        text, questions
 *
 * Records about an item are its signals, statements and tasks. An event says of those who were part
 * of it only when that was: it counts where what has no date is hidden. A tie
 * that meets all conditions brings its ends along. A tie of which no one says anything stays between
 * two that are shown, when the conditions are of the sort that ties seldom meet: families,
 * categories, text and questions.
 */
#include "map/filter/kring-filter-hidden.h"

#include "map/base/kring-debug.h"
#include "map/filter/kring-filter-predicate.h"

/* What was found out about an item. */
enum
{
  STRICT = 1 << 0,   /* it meets the conditions that only the item itself can meet */
  TOLD = 1 << 1,     /* it, or a single record, meets all that one must meet */
  TEXT = 1 << 2,     /* the words are in the item, or in a record */
  QUESTION = 1 << 3, /* an open question is about it */
  PLAIN = 1 << 4,    /* it meets the conditions that ties meet by themselves */
  NAMED = 1 << 5,    /* the words are in the item */
  SHOWN = 1 << 6,
  THEN = 1 << 7,       /* in the period a tie or a record of it is there */
  OTHER_THEN = 1 << 8, /* a tie or a record lies before or after the period */
};

typedef struct
{
  KringItem *item; /* (not owned) */
  guint facts;
} Look;

/* A signal, statement, task or event as what it tells. */
typedef struct
{
  KringItem *item; /* (not owned) */
  guint subject;   /* place in looks, from 1, of the one thing it is about; 0: none, or several */
  guint facts;
} Record;

typedef struct
{
  KringFilterPredicate *sieve; /* (owned) */
  KringMap *map;               /* (not owned) */
  guint need;                  /* bits of what was found out without which an item is hidden */
  GArray *looks;               /* (owned) (element-type Look), what stands on the map and ties */
  GArray *records;             /* (owned) (element-type Record) */
  GHashTable *at;              /* (owned) by id, borrowed: place in looks, from 1 */
  gboolean only_dated;
  const KringField *about[KRING_N_KINDS]; /* the one thing that a kind tells about */
  const KringField *from, *to;            /* of ties */
} Matcher;

static gboolean
filter_hidden_is_open_question (KringItem *item)
{
  return kring_item_is (item, KRING_KIND_TASK) &&
         kring_item_get_choice (item, KRING_F_SORT) == KRING_TASK_QUESTION &&
         kring_item_get_choice (item, KRING_F_STATE) == KRING_TASK_OPEN;
}

static Look *
filter_hidden_find (const Matcher *self, const char *id)
{
  guint at = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->at, id)) : 0;

  return at > 0 ? &g_array_index (self->looks, Look, at - 1) : NULL;
}

static guint
filter_hidden_find_place (const Matcher *self, KringItem *item, const KringField *field)
{
  GVariant *value = field != NULL ? kring_item_get_value (item, field) : NULL;

  return value == NULL ? 0
                       : GPOINTER_TO_UINT (
                             g_hash_table_lookup (self->at, g_variant_get_string (value, NULL)));
}

static Look *
get_look (const Matcher *self, guint place)
{
  return place > 0 ? &g_array_index (self->looks, Look, place - 1) : NULL;
}

static void
filter_hidden_look_at (Matcher *self, KringItem *item)
{
  Look look = { item, 0 };

  if (kring_filter_predicate_is_strict (self->sieve, item))
    look.facts |= STRICT;
  if (kring_filter_predicate_is_plain (self->sieve, item))
    look.facts |= PLAIN | (kring_filter_predicate_is_of_family (self->sieve, item) ? TOLD : 0);
  if (kring_filter_predicate_matches (self->sieve, item))
    look.facts |= TEXT | NAMED;
  g_array_append_val (self->looks, look);
  g_hash_table_insert (self->at, (gpointer) kring_item_get_id (item),
                       GUINT_TO_POINTER (self->looks->len));
}

/* Returns what a record tells about its item. */
static guint
get_told (const Matcher *self, KringItem *item)
{
  guint facts = 0;

  if (!kring_filter_predicate_is_known (self->sieve, item) ||
      (kring_item_is (item, KRING_KIND_EVENT) && !self->only_dated))
    return 0;
  if (kring_filter_predicate_is_of_family (self->sieve, item) &&
      kring_filter_predicate_is_plain (self->sieve, item))
    facts |= TOLD;
  if (kring_filter_predicate_matches (self->sieve, item))
    facts |= TEXT;
  if ((self->need & QUESTION) != 0 && filter_hidden_is_open_question (item))
    facts |= QUESTION;
  return facts;
}

typedef void (*SubjectFunc) (Look *look, gpointer data);

static void
foreach_ref (
    const Matcher *self, KringItem *item, const char *field, SubjectFunc func, gpointer data)
{
  g_auto (GStrv) ids = kring_item_dup_refs (item, field);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      Look *look = filter_hidden_find (self, ids[i]);

      if (look != NULL)
        func (look, data);
    }
}

/* Calls @func for everything that @record tells something about. */
static void
foreach_subject (const Matcher *self, const Record *record, SubjectFunc func, gpointer data)
{
  Look *look = get_look (self, record->subject);

  if (look != NULL)
    func (look, data);
  if (kring_item_is (record->item, KRING_KIND_EVENT))
    foreach_ref (self, record->item, KRING_F_INVOLVED, func, data);
  else if (kring_item_is (record->item, KRING_KIND_TASK))
    foreach_ref (self, record->item, KRING_F_ABOUT, func, data);
}

static void
add_facts (Look *look, gpointer data)
{
  look->facts |= GPOINTER_TO_UINT (data);
}

static void
gather_facts (Look *look, gpointer data)
{
  guint *facts = data;

  *facts |= look->facts;
}

static void
filter_hidden_tell (Matcher *self)
{
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);
      const KringKind *kind = kring_item_get_kind (item);
      Record record = { item, 0, 0 };

      if (kind->id != KRING_KIND_EVENT && kind->group != KRING_GROUP_ABOUT)
        continue;
      record.subject = filter_hidden_find_place (self, item, self->about[kind->id]);
      record.facts = get_told (self, item);
      if (record.facts != 0)
        foreach_subject (self, &record, add_facts, GUINT_TO_POINTER (record.facts));
      g_array_append_val (self->records, record);
    }
}

static gboolean
meets_all (const Matcher *self, const Look *look)
{
  return (look->facts & self->need) == self->need;
}

static guint
get_then (const Matcher *self, KringItem *item)
{
  return kring_filter_predicate_is_in_period (self->sieve, item, TRUE) ? THEN : OTHER_THEN;
}

/* Finds whether the ties and records of persons and things lie in the period or outside it. */
static void
find_then (Matcher *self)
{
  for (guint i = 0; i < self->looks->len; i++)
    {
      KringItem *tie = g_array_index (self->looks, Look, i).item;

      for (guint k = 0; k < 2 && kring_item_is (tie, KRING_KIND_TIE); k++)
        {
          guint place = filter_hidden_find_place (self, tie, k == 0 ? self->from : self->to);
          Look *end = get_look (self, place);

          if (end != NULL)
            end->facts |= get_then (self, tie);
        }
    }
  for (guint i = 0; i < self->records->len; i++)
    {
      Record *record = &g_array_index (self->records, Record, i);

      if (kring_filter_predicate_is_in_period (self->sieve, record->item, FALSE) ==
          kring_filter_predicate_is_in_period (self->sieve, record->item, TRUE))
        foreach_subject (self, record, add_facts, GUINT_TO_POINTER (get_then (self, record->item)));
    }
}

/* Shows persons and things by themselves, then ties with their ends, then ties between shown
 * items. */
static void
choose_shown (Matcher *self)
{
  gboolean lenient =
      kring_filter_predicate_has_families (self->sieve) || (self->need & (TEXT | QUESTION)) != 0;

  for (guint i = 0; i < self->looks->len; i++)
    {
      Look *look = &g_array_index (self->looks, Look, i);

      if (meets_all (self, look) && !kring_item_is (look->item, KRING_KIND_TIE) &&
          (look->facts & (THEN | OTHER_THEN)) != OTHER_THEN)
        look->facts |= SHOWN;
    }
  for (guint pass = 0; pass < (lenient ? 2 : 1); pass++)
    for (guint i = 0; i < self->looks->len; i++)
      {
        Look *look = &g_array_index (self->looks, Look, i), *from, *to;

        if (!kring_item_is (look->item, KRING_KIND_TIE) || (look->facts & STRICT) == 0)
          continue;
        from = get_look (self, filter_hidden_find_place (self, look->item, self->from));
        to = get_look (self, filter_hidden_find_place (self, look->item, self->to));
        if (from == NULL || to == NULL)
          continue;
        if (pass == 0 && meets_all (self, look) && (from->facts & to->facts & STRICT) != 0)
          {
            look->facts |= SHOWN;
            from->facts |= SHOWN;
            to->facts |= SHOWN;
          }
        else if (pass == 1 && (look->facts & PLAIN) != 0 && (from->facts & to->facts & SHOWN) != 0)
          look->facts |= SHOWN;
      }
}

/* Hides a record with what it is about, or if it does not meet the conditions itself. */
static gboolean
hides_record (const Matcher *self, const Record *record)
{
  guint subjects = 0;

  foreach_subject (self, record, gather_facts, &subjects);
  if ((subjects != 0 && (subjects & SHOWN) == 0) || (record->facts & TOLD) == 0)
    return TRUE;
  if ((self->need & QUESTION) != 0 && kring_item_is (record->item, KRING_KIND_TASK) &&
      (record->facts & QUESTION) == 0)
    return TRUE;
  return kring_filter_predicate_has_words (self->sieve) &&
         ((subjects & NAMED) | (record->facts & TEXT)) == 0;
}

static gboolean
hides_group (const Matcher *self, KringItem *group)
{
  guint members = 0;

  foreach_ref (self, group, KRING_F_MEMBERS, gather_facts, &members);
  return (members & SHOWN) == 0;
}

static void
hide (GHashTable *hidden, KringItem *item)
{
  g_hash_table_add (hidden, (gpointer) kring_item_get_id (item));
}

static void
add_hidden (const Matcher *self, GHashTable *hidden)
{
  for (guint i = 0; i < self->looks->len; i++)
    {
      const Look *look = &g_array_index (self->looks, Look, i);
      gboolean group = kring_item_is (look->item, KRING_KIND_GROUP);

      if (group ? !kring_filter_predicate_is_known (self->sieve, look->item) ||
                      hides_group (self, look->item)
                : (look->facts & SHOWN) == 0)
        hide (hidden, look->item);
    }
  for (guint i = 0; i < self->records->len; i++)
    {
      const Record *record = &g_array_index (self->records, Record, i);

      if (!kring_item_is (record->item, KRING_KIND_EVENT) && hides_record (self, record))
        hide (hidden, record->item);
    }
}

static const KringField *
filter_hidden_get_field (KringKindId kind, const char *name)
{
  return kring_kind_find_field (kring_kind_get (kind), name);
}

static void
find_fields (Matcher *self)
{
  self->about[KRING_KIND_EVENT] = filter_hidden_get_field (KRING_KIND_EVENT, KRING_F_PLACE);
  self->about[KRING_KIND_SIGNAL] = filter_hidden_get_field (KRING_KIND_SIGNAL, KRING_F_ABOUT);
  self->about[KRING_KIND_STATEMENT] = filter_hidden_get_field (KRING_KIND_STATEMENT, KRING_F_ABOUT);
  self->from = filter_hidden_get_field (KRING_KIND_TIE, KRING_F_FROM);
  self->to = filter_hidden_get_field (KRING_KIND_TIE, KRING_F_TO);
}

static void
matcher_init (Matcher *self, KringFilter *filter, KringMap *map)
{
  self->sieve = kring_filter_predicate_new (filter, map);
  self->map = map;
  self->need = STRICT | TOLD | (kring_filter_predicate_has_words (self->sieve) ? TEXT : 0) |
               (kring_filter_get_questions (filter) ? QUESTION : 0);
  self->only_dated = kring_filter_get_only_dated (filter);
  find_fields (self);
  self->looks = g_array_new (FALSE, FALSE, sizeof (Look));
  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  self->at = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    filter_hidden_look_at (self, kring_map_get_nth (map, i));
}

static void
matcher_clear (Matcher *self)
{
  kring_filter_predicate_free (self->sieve);
  g_array_unref (self->looks);
  g_array_unref (self->records);
  g_hash_table_unref (self->at);
}

/**
 * kring_filter_dup_hidden:
 *
 * Returns: (transfer full) (element-type utf8): a set of the interned ids of what @filter hides;
 *   empty if it has no conditions
 */
GHashTable *
kring_filter_dup_hidden (KringFilter *filter, KringMap *map)
{
  GHashTable *hidden = g_hash_table_new (g_str_hash, g_str_equal);
  Matcher matcher = { 0 };

  if (!kring_filter_is_active (filter))
    return hidden;
  matcher_init (&matcher, filter, map);
  filter_hidden_tell (&matcher);
  if (kring_filter_has (filter, KRING_FILTER_PERIOD))
    find_then (&matcher);
  choose_shown (&matcher);
  add_hidden (&matcher, hidden);
  matcher_clear (&matcher);
  kring_debug (KRING_DEBUG_FILTER, "%u of %u items hidden", g_hash_table_size (hidden),
               kring_map_get_n_items (map));
  return hidden;
}
