/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/filter/kring-filter-predicate.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-search.h"
#include "map/facts/kring-timeline.h"
#include "map/share/kring-permitted.h"

/* What was found out about a date. */
enum
{
  NOT_MET,
  OUTSIDE,
  INSIDE,
};

struct _KringFilterPredicate
{
  KringFilter *filter; /* (not owned) */
  KringMap *map;       /* (not owned) */
  guint32 choices[KRING_FILTER_CATEGORY];
  GPtrArray *words;     /* (owned) (element-type utf8), folded; empty: no condition */
  GHashTable *grouped;  /* (owned) (nullable): ids in the groups that are asked for */
  GHashTable *unknown;  /* (owned) (nullable): ids of what the side looked for may not know */
  gboolean by_category; /* there is a condition on categories */
  gboolean by_period;
  gboolean only_dated;
  gint64 first, last;                     /* the period, in minutes */
  const KringField *dates[KRING_N_KINDS]; /* of what has one date */
  GHashTable *met; /* (owned) by date as it is written, borrowed: OUTSIDE or INSIDE */
};

static void
filter_predicate_get_bounds (const char *since, const char *until, gint64 *first, gint64 *last)
{
  KringDate date;

  *first = G_MININT64;
  *last = G_MAXINT64;
  if (since != NULL && kring_date_parse (since, &date))
    *first = kring_moment_first_minute (date.start);
  if (until != NULL && kring_date_parse (until, &date))
    *last = kring_moment_last_minute (date.end);
}

static GHashTable *
dup_grouped (KringFilter *filter, KringMap *map)
{
  const char *const *groups = kring_filter_get_names (filter, KRING_FILTER_GROUP);
  GHashTable *grouped;

  if (groups[0] == NULL)
    return NULL;
  grouped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      KringItem *group = kring_map_get_item (map, groups[i]);
      g_auto (GStrv) members = group != NULL ? kring_item_dup_refs (group, KRING_F_MEMBERS) : NULL;

      for (guint j = 0; members != NULL && members[j] != NULL; j++)
        g_hash_table_add (grouped, g_strdup (members[j]));
    }
  return grouped;
}

static const KringField *
filter_predicate_get_field (KringKindId kind, const char *name)
{
  return kring_kind_find_field (kring_kind_get (kind), name);
}

/**
 * kring_filter_predicate_new: (constructor)
 * @filter: must outlive the sieve, as @map
 *
 * Returns: (transfer full): @filter, ready for the items of @map
 */
KringFilterPredicate *
kring_filter_predicate_new (KringFilter *filter, KringMap *map)
{
  KringFilterPredicate *self = g_new0 (KringFilterPredicate, 1);

  self->filter = filter;
  self->map = map;
  for (guint i = 0; i < KRING_FILTER_CATEGORY; i++)
    self->choices[i] = kring_filter_get_choices (filter, i);
  self->words = kring_search_dup_words (kring_filter_get_text (filter));
  self->grouped = dup_grouped (filter, map);
  if (kring_filter_has (filter, KRING_FILTER_SIDE))
    self->unknown = kring_share_dup_unknown_to (map, kring_filter_get_side (filter));
  self->by_category = kring_filter_has (filter, KRING_FILTER_CATEGORY);
  self->by_period = kring_filter_has (filter, KRING_FILTER_PERIOD);
  self->only_dated = kring_filter_get_only_dated (filter);
  filter_predicate_get_bounds (kring_filter_get_from (filter), kring_filter_get_to (filter),
                               &self->first, &self->last);
  self->dates[KRING_KIND_EVENT] = filter_predicate_get_field (KRING_KIND_EVENT, KRING_F_WHEN);
  self->dates[KRING_KIND_STATEMENT] =
      filter_predicate_get_field (KRING_KIND_STATEMENT, KRING_F_WHEN);
  self->dates[KRING_KIND_SIGNAL] = filter_predicate_get_field (KRING_KIND_SIGNAL, KRING_F_OBSERVED);
  self->met = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
kring_filter_predicate_free (KringFilterPredicate *self)
{
  g_ptr_array_unref (self->words);
  g_clear_pointer (&self->grouped, g_hash_table_unref);
  g_clear_pointer (&self->unknown, g_hash_table_unref);
  g_hash_table_unref (self->met);
  g_free (self);
}

/**
 * kring_filter_predicate_has_words:
 *
 * Returns: whether words are asked for
 */
gboolean
kring_filter_predicate_has_words (KringFilterPredicate *self)
{
  return self->words->len > 0;
}

/**
 * kring_filter_predicate_has_families:
 *
 * Returns: whether signals of some family or category are asked for
 */
gboolean
kring_filter_predicate_has_families (KringFilterPredicate *self)
{
  return self->choices[KRING_FILTER_FAMILY] != 0 || self->by_category;
}

static gboolean
touches_period (KringFilterPredicate *self, KringItem *item, gboolean undated)
{
  KringPeriod period;

  if (!kring_timeline_get_period (item, &period))
    return undated;
  return period.first <= self->last && period.last >= self->first;
}

/**
 * kring_filter_predicate_is_in_period:
 * @undated: the answer for what has no date
 *
 * Returns: whether a date of @item may lie in the period that is asked for, if one is
 */
gboolean
kring_filter_predicate_is_in_period (KringFilterPredicate *self, KringItem *item, gboolean undated)
{
  const KringField *field = self->dates[kring_item_get_kind (item)->id];
  GVariant *value = self->by_period && field != NULL ? kring_item_get_value (item, field) : NULL;
  const char *text;
  guint known;

  if (!self->by_period)
    return TRUE;
  if (value == NULL)
    return touches_period (self, item, undated);
  /* The same dates come back all the time, so each is parsed once. */
  text = g_variant_get_string (value, NULL);
  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->met, text));
  if (known == NOT_MET)
    {
      known = touches_period (self, item, undated) ? INSIDE : OUTSIDE;
      g_hash_table_insert (self->met, (gpointer) text, GUINT_TO_POINTER (known));
    }
  return known == INSIDE;
}

static gboolean
has_choice (KringFilterPredicate *self, KringFilterCondition condition, int choice)
{
  return self->choices[condition] == 0 ||
         (self->choices[condition] & KRING_FILTER_BIT (choice)) != 0;
}

/**
 * kring_filter_predicate_is_plain:
 *
 * Returns: whether @item meets what any item can meet by itself: party, certainty, audience, period
 */
gboolean
kring_filter_predicate_is_plain (KringFilterPredicate *self, KringItem *item)
{
  return (self->choices[KRING_FILTER_PARTY] == 0 ||
          has_choice (self, KRING_FILTER_PARTY, kring_item_get_party (item))) &&
         (self->choices[KRING_FILTER_CERTAINTY] == 0 ||
          has_choice (self, KRING_FILTER_CERTAINTY, kring_item_get_certainty (item))) &&
         (self->choices[KRING_FILTER_AUDIENCE] == 0 ||
          has_choice (self, KRING_FILTER_AUDIENCE, kring_item_get_audience (item))) &&
         kring_filter_predicate_is_in_period (self, item, !self->only_dated);
}

static gboolean
is_in_category (KringFilterPredicate *self, KringItem *signal)
{
  KringCatalogue *catalogue = kring_filter_get_catalogue (self->filter);
  const char *id = kring_item_get_text (signal, KRING_F_CATALOGUE);
  const KringCatalogueSignal *known;

  if (!self->by_category)
    return TRUE;
  known = catalogue != NULL && id != NULL ? kring_catalogue_find (catalogue, id) : NULL;
  return known != NULL && known->category != NULL &&
         g_strv_contains (kring_filter_get_names (self->filter, KRING_FILTER_CATEGORY),
                          known->category);
}

/**
 * kring_filter_predicate_is_of_family:
 *
 * Returns: whether @item is a signal of the families and categories that are asked for, if any are
 */
gboolean
kring_filter_predicate_is_of_family (KringFilterPredicate *self, KringItem *item)
{
  if (!kring_filter_predicate_has_families (self))
    return TRUE;
  return kring_item_is (item, KRING_KIND_SIGNAL) &&
         has_choice (self, KRING_FILTER_FAMILY, kring_item_get_choice (item, KRING_F_FAMILY)) &&
         is_in_category (self, item);
}

/**
 * kring_filter_predicate_is_known:
 *
 * Returns: whether the side that is looked for, if one is, may know @item
 */
gboolean
kring_filter_predicate_is_known (KringFilterPredicate *self, KringItem *item)
{
  return self->unknown == NULL || !g_hash_table_contains (self->unknown, kring_item_get_id (item));
}

static gboolean
is_grouped (KringFilterPredicate *self, KringItem *item)
{
  g_auto (GStrv) involved = NULL;

  if (self->grouped == NULL || g_hash_table_contains (self->grouped, kring_item_get_id (item)))
    return TRUE;
  if (!kring_item_is (item, KRING_KIND_EVENT))
    return FALSE;
  involved = kring_item_dup_refs (item, KRING_F_INVOLVED);
  for (guint i = 0; involved != NULL && involved[i] != NULL; i++)
    if (g_hash_table_contains (self->grouped, involved[i]))
      return TRUE;
  return FALSE;
}

/**
 * kring_filter_predicate_is_strict:
 *
 * Returns: whether @item meets the conditions that no record can meet for it: side, period of what
 *   has a date, kind, group
 */
gboolean
kring_filter_predicate_is_strict (KringFilterPredicate *self, KringItem *item)
{
  if (!kring_filter_predicate_is_known (self, item) ||
      !kring_filter_predicate_is_in_period (self, item, TRUE))
    return FALSE;
  if (kring_item_is (item, KRING_KIND_TIE))
    return TRUE;
  return has_choice (self, KRING_FILTER_KIND, kring_item_get_kind (item)->id) &&
         is_grouped (self, item);
}

/**
 * kring_filter_predicate_matches:
 *
 * Returns: whether words are asked for and stand in @item
 */
gboolean
kring_filter_predicate_matches (KringFilterPredicate *self, KringItem *item)
{
  return self->words->len > 0 && kring_search_matches (self->map, item, self->words);
}
