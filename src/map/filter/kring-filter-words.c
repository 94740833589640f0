/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/filter/kring-filter-words.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

/* More choices than this are only counted. */
#define MAX_NAMED 3

/* All certainties but confirmed and refuted. */
#define NOT_SURE                                                                                   \
  (KRING_FILTER_BIT (KRING_CERTAINTY_PROBABLE) | KRING_FILTER_BIT (KRING_CERTAINTY_SUSPECTED) |    \
   KRING_FILTER_BIT (KRING_CERTAINTY_UNKNOWN))

/* In the order of KringParty, after "brought in by". */
static const char *const party_words[] = {
  N_ ("care"),
  N_ ("police"),
  N_ ("care and police together"),
  N_ ("the young person"),
  N_ ("the parent"),
  N_ ("an open source"),
};

static const char *const titles[KRING_N_FILTERS] = {
  [KRING_FILTER_KIND] = N_ ("Kind"),
  [KRING_FILTER_PARTY] = N_ ("Brought in by"),
  [KRING_FILTER_CERTAINTY] = N_ ("How sure?"),
  [KRING_FILTER_FAMILY] = N_ ("Signals"),
  [KRING_FILTER_AUDIENCE] = N_ ("Share with"),
  [KRING_FILTER_CATEGORY] = N_ ("Subject of signals"),
  [KRING_FILTER_GROUP] = N_ ("Group"),
  [KRING_FILTER_TEXT] = N_ ("Words"),
  [KRING_FILTER_PERIOD] = N_ ("Period"),
  [KRING_FILTER_QUESTIONS] = N_ ("Open questions"),
  [KRING_FILTER_SIDE] = N_ ("As the other sees it"),
};

/**
 * kring_filter_get_title:
 *
 * Returns: (transfer none): what @condition is about
 */
const char *
kring_filter_get_title (KringFilterCondition condition)
{
  return _ (titles[condition]);
}

static const char *
get_common_label (guint common, int choice)
{
  return kring_field_get_choice_label (&kring_kind_get (KRING_KIND_PERSON)->fields[common], choice);
}

/**
 * kring_filter_get_choice_label:
 * @condition: one with choices
 * @choice: its place among those of the condition
 *
 * Returns: (transfer none): what a choice is called
 */
const char *
kring_filter_get_choice_label (KringFilterCondition condition, int choice)
{
  const KringKind *signal = kring_kind_get (KRING_KIND_SIGNAL);

  switch (condition)
    {
    case KRING_FILTER_KIND:
      return kring_kind_get_plural (kring_kind_get (choice));
    case KRING_FILTER_PARTY:
      return choice == KRING_PARTY_NONE ? _ ("Nobody named")
                                        : get_common_label (KRING_COMMON_PARTY, choice);
    case KRING_FILTER_CERTAINTY:
      return get_common_label (KRING_COMMON_CERTAINTY, choice);
    case KRING_FILTER_AUDIENCE:
      return get_common_label (KRING_COMMON_AUDIENCE, choice);
    case KRING_FILTER_FAMILY:
      return kring_field_get_choice_label (kring_kind_find_field (signal, KRING_F_FAMILY), choice);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Returns: (transfer full): the label as in the middle of a sentence. */
static char *
dup_small (const char *label)
{
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *small = g_utf8_strdown (first, -1);

  return g_strconcat (small, g_utf8_next_char (label), NULL);
}

/* (transfer full): the chosen labels with commas, or how many there are. */
static char *
dup_joined (GPtrArray *labels)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  if (labels->len > MAX_NAMED)
    return g_strdup_printf (ngettext ("%u choice", "%u choices", labels->len), labels->len);
  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (labels, i));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
dup_choices (KringFilter *filter, KringFilterCondition condition)
{
  guint32 bits = kring_filter_get_choices (filter, condition);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 31; i++)
    {
      if ((bits & KRING_FILTER_BIT (i)) == 0)
        continue;
      if (condition == KRING_FILTER_PARTY && i < (int) G_N_ELEMENTS (party_words))
        g_ptr_array_add (labels, g_strdup (_ (party_words[i])));
      else
        g_ptr_array_add (labels, dup_small (kring_filter_get_choice_label (condition, i)));
    }
  if ((bits & KRING_FILTER_BIT (KRING_PARTY_NONE)) != 0)
    g_ptr_array_add (labels, g_strdup (_ ("nobody named")));
  return dup_joined (labels);
}

static char *
dup_names (KringFilter *filter, KringFilterCondition condition, KringMap *map)
{
  const char *const *names = kring_filter_get_names (filter, condition);
  KringCatalogue *catalogue = kring_filter_get_catalogue (filter);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      KringItem *group = kring_map_get_item (map, names[i]);

      if (condition == KRING_FILTER_CATEGORY && catalogue != NULL)
        g_ptr_array_add (labels,
                         dup_small (kring_catalogue_get_category_label (catalogue, names[i])));
      else if (group != NULL)
        g_ptr_array_add (labels, kring_item_dup_title (group));
      else
        g_ptr_array_add (labels, g_strdup (_ ("not on this map")));
    }
  return dup_joined (labels);
}

static char *
dup_period (KringFilter *filter)
{
  const char *first = kring_filter_get_from (filter), *last = kring_filter_get_to (filter);
  g_autofree char *from = first != NULL ? kring_date_format_string (first) : NULL;
  g_autofree char *to = last != NULL ? kring_date_format_string (last) : NULL;

  if (from != NULL && to != NULL)
    /* Translators: two dates */
    return g_strdup_printf (_ ("%s to %s"), from, to);
  if (from != NULL)
    /* Translators: a date */
    return g_strdup_printf (_ ("From %s"), from);
  if (to != NULL)
    /* Translators: a date */
    return g_strdup_printf (_ ("Up to %s"), to);
  return g_strdup (_ ("With a date"));
}

/* Conditions that have words of their own, whatever else could be chosen. */
static const char *
find_phrase (KringFilter *filter, KringFilterCondition condition)
{
  switch (condition)
    {
    case KRING_FILTER_PARTY:
      if (kring_filter_get_hidden_side (filter) == KRING_PARTY_CARE)
        return _ ("Without what care brought in");
      if (kring_filter_get_hidden_side (filter) == KRING_PARTY_POLICE)
        return _ ("Without what police brought in");
      return NULL;
    case KRING_FILTER_CERTAINTY:
      return kring_filter_get_choices (filter, condition) == NOT_SURE ? _ ("Not confirmed yet")
                                                                      : NULL;
    case KRING_FILTER_QUESTIONS:
      return _ ("Only open questions");
    case KRING_FILTER_SIDE:
      return kring_filter_get_side (filter) == KRING_PARTY_CARE ? _ ("As care sees it")
                                                                : _ ("As police see it");
    default:
      return NULL;
    }
}

/**
 * kring_filter_dup_words:
 * @condition: one that @filter has
 * @map: whose groups are meant
 *
 * Returns: (transfer full): what it says, as short as a chip
 */
char *
kring_filter_dup_words (KringFilter *filter, KringFilterCondition condition, KringMap *map)
{
  g_autofree char *words = NULL;
  const char *phrase = find_phrase (filter, condition);

  if (phrase != NULL)
    return g_strdup (phrase);
  if (condition < KRING_FILTER_CATEGORY)
    words = dup_choices (filter, condition);
  else if (condition == KRING_FILTER_CATEGORY || condition == KRING_FILTER_GROUP)
    words = dup_names (filter, condition, map);
  switch (condition)
    {
    case KRING_FILTER_PARTY:
      /* Translators: one or more of "care", "police", "the young person" and so on */
      return g_strdup_printf (_ ("Brought in by %s"), words);
    case KRING_FILTER_CERTAINTY:
      /* Translators: one or more of "confirmed", "suspected" and so on */
      return g_strdup_printf (_ ("How sure: %s"), words);
    case KRING_FILTER_FAMILY:
    case KRING_FILTER_CATEGORY:
      /* Translators: families or subjects of signals */
      return g_strdup_printf (_ ("Signals: %s"), words);
    case KRING_FILTER_AUDIENCE:
      /* Translators: with whom something may be shared */
      return g_strdup_printf (_ ("Share with: %s"), words);
    case KRING_FILTER_GROUP:
      /* Translators: names of groups */
      return g_strdup_printf (_ ("Group: %s"), words);
    case KRING_FILTER_KIND:
      /* Translators: kinds of things, such as "persons, places" */
      return g_strdup_printf (_ ("Only %s"), words);
    case KRING_FILTER_TEXT:
      /* Translators: words that are looked for */
      return g_strdup_printf (_ ("“%s”"), kring_filter_get_text (filter));
    case KRING_FILTER_PERIOD:
      return dup_period (filter);
    default:
      return NULL;
    }
}

/**
 * kring_filter_count_dup_words:
 *
 * Returns: (transfer full): as in "13 of 31 shown"
 */
char *
kring_filter_count_dup_words (KringFilterCount count)
{
  /* Translators: how many persons and things a filter shows, of how many there are */
  return g_strdup_printf (ngettext ("%u of %u shown", "%u of %u shown", count.total), count.shown,
                          count.total);
}
