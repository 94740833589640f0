/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-gaps.h"

#include "map/facts/kring-describe.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kinds that can be doubted: everything that somebody claims. */
#define CLAIMS                                                                                     \
  (1u << KRING_KIND_PERSON | 1u << KRING_KIND_ORGANISATION | 1u << KRING_KIND_PLACE |              \
   1u << KRING_KIND_VEHICLE | 1u << KRING_KIND_PHONE | 1u << KRING_KIND_ACCOUNT |                  \
   1u << KRING_KIND_MONEY | 1u << KRING_KIND_EVENT | 1u << KRING_KIND_TIE |                        \
   1u << KRING_KIND_SIGNAL)

typedef struct
{
  const char *name; /* as in the file */
  const char *heading;
  const char *prompt;   /* with the title of the item, if it has a %s */
  const char *question; /* likewise */
} Row;

static const Row rows[KRING_N_GAPS] = {
  [KRING_GAP_PROTECTION] = { "protection", N_ ("What protects"),
                             N_ ("Who or what is good for %s? That is not on the map yet."),
                             N_ ("Who or what is good for %s?") },
  [KRING_GAP_IDENTITY] = { "identity", N_ ("Identity unknown"),
                           N_ ("We do not know who this is. Who could know?"), N_ ("Who is %s?") },
  [KRING_GAP_SUSPECTED] = { "suspected", N_ ("Suspected"),
                            N_ ("We suspect this. What would make it surer?"),
                            N_ ("Is this right: %s?") },
  [KRING_GAP_UNKNOWN] = { "unknown", NC_ ("certainty", "Unknown"),
                          N_ ("We do not know whether this is right. Who could know?"),
                          N_ ("Is this right: %s?") },
  [KRING_GAP_SOURCE] = { "source", N_ ("Without a source"),
                         N_ ("It does not say how we know this."),
                         N_ ("How do we know this: %s?") },
  [KRING_GAP_REASON] = { "reason", N_ ("Without a reason"), N_ ("Why is this person on the map?"),
                         N_ ("Why is %s on the map?") },
  [KRING_GAP_ALONE] = { "alone", N_ ("Not connected"),
                        N_ ("This person is not connected with anybody. Is that right?"),
                        N_ ("With whom is %s connected?") },
};

typedef struct
{
  KringMap *map; /* (not owned) */
  GArray *gaps;  /* (owned) (element-type KringGap) */
} Search;

static gboolean
is_claim (KringItem *item)
{
  return (CLAIMS >> kring_item_get_kind (item)->id) & 1;
}

static gboolean
gaps_is_refuted (KringItem *item)
{
  return kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED;
}

static gboolean
is_aside (KringItem *item, KringGapSort sort)
{
  const char *text = kring_item_get_text (item, KRING_F_SET_ASIDE);
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", " ", -1);

  return g_strv_contains ((const char *const *) names, rows[sort].name);
}

static void
gaps_add (Search *self, KringGapSort sort, KringItem *item)
{
  const KringGap gap = { sort, kring_item_get_id (item), is_aside (item, sort) };

  g_array_append_val (self->gaps, gap);
}

/* Whether somebody supports the young person at the centre: a tie of support, or a person with a
 * protective signal. */
static gboolean
is_protected (KringMap *map, KringItem *centre)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, kring_item_get_id (centre));
  g_autoptr (GPtrArray) signals = kring_map_dup_items_of_kind (map, KRING_KIND_SIGNAL);

  for (guint i = 0; i < ties->len; i++)
    if (!gaps_is_refuted (ties->pdata[i]) &&
        kring_item_get_choice (ties->pdata[i], KRING_F_QUALITY) == KRING_QUALITY_SUPPORT)
      return TRUE;
  for (guint i = 0; i < signals->len; i++)
    {
      KringItem *signal = g_ptr_array_index (signals, i);
      KringItem *about = kring_map_get_item (map, kring_item_get_text (signal, KRING_F_ABOUT));

      if (!gaps_is_refuted (signal) &&
          kring_item_get_choice (signal, KRING_F_FAMILY) == KRING_FAMILY_PROTECTIVE &&
          about != NULL && about != centre && !kring_item_is (about, KRING_KIND_CASE))
        return TRUE;
    }
  return FALSE;
}

/* Whether an item of these kinds says something of @item that was not refuted. */
static gboolean
is_referred_to (KringMap *map, KringItem *item, guint kinds)
{
  g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (map, kring_item_get_id (item));

  for (guint i = 0; i < referrers->len; i++)
    if ((kinds >> kring_item_get_kind (referrers->pdata[i])->id) & 1 &&
        !gaps_is_refuted (referrers->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
look_at_claim (Search *self, KringItem *item)
{
  KringCertainty certainty = kring_item_get_certainty (item);

  if (certainty == KRING_CERTAINTY_SUSPECTED)
    gaps_add (self, KRING_GAP_SUSPECTED, item);
  if (certainty == KRING_CERTAINTY_UNKNOWN)
    gaps_add (self, KRING_GAP_UNKNOWN, item);
  if (kring_item_get_named (item, KRING_F_HOW_KNOWN) == NULL &&
      !is_referred_to (self->map, item, 1u << KRING_KIND_STATEMENT))
    gaps_add (self, KRING_GAP_SOURCE, item);
}

static void
look_at_person (Search *self, KringItem *person)
{
  gboolean centre = kring_map_is_centre (self->map, person);

  if (kring_item_get_bool (person, KRING_F_IDENTITY_UNKNOWN))
    gaps_add (self, KRING_GAP_IDENTITY, person);
  if (!centre && kring_item_get_text (person, KRING_F_WHY) == NULL)
    gaps_add (self, KRING_GAP_REASON, person);
  if (!centre && !is_referred_to (self->map, person, 1u << KRING_KIND_TIE | 1u << KRING_KIND_GROUP))
    gaps_add (self, KRING_GAP_ALONE, person);
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const KringGap *gap_a = a, *gap_b = b;

  return (int) gap_a->sort - (int) gap_b->sort;
}

/**
 * kring_map_dup_gaps:
 *
 * Refuted items ask nothing. The young person at the centre needs no reason and no tie.
 *
 * Returns: (transfer full) (element-type KringGap): by sort, and within that in the order of the map
 */
GArray *
kring_map_dup_gaps (KringMap *map)
{
  Search search = { map, g_array_new (FALSE, FALSE, sizeof (KringGap)) };
  KringItem *centre = kring_map_get_centre (map);

  if (centre != NULL && !is_protected (map, centre))
    gaps_add (&search, KRING_GAP_PROTECTION, centre);
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (gaps_is_refuted (item))
        continue;
      if (is_claim (item))
        look_at_claim (&search, item);
      if (kring_item_is (item, KRING_KIND_PERSON))
        look_at_person (&search, item);
    }
  g_array_sort (search.gaps, compare_gaps);
  return search.gaps;
}

/**
 * kring_gap_get_name:
 *
 * Returns: as it is kept with items that it is set aside for
 */
const char *
kring_gap_get_name (KringGapSort sort)
{
  return rows[sort].name;
}

/* Returns: the heading of prompts of this sort. */
static const char *
get_heading (KringGapSort sort)
{
  if (sort == KRING_GAP_UNKNOWN)
    return g_dpgettext2 (GETTEXT_PACKAGE, "certainty", rows[sort].heading);
  return _ (rows[sort].heading);
}

/**
 * kring_gap_get_field:
 *
 * Returns: (transfer none) (nullable): the name of the field of the item that fills it, if it is one
 */
const char *
kring_gap_get_field (KringGapSort sort)
{
  switch (sort)
    {
    case KRING_GAP_REASON:
      return "why";
    case KRING_GAP_SOURCE:
      return "how_known";
    default:
      return NULL;
    }
}

/**
 * kring_gap_dup_title:
 *
 * Returns: (transfer full): what it is about; of a signal with whom or what that was seen on
 */
char *
kring_gap_dup_title (KringMap *map, const KringGap *gap)
{
  KringItem *item = kring_map_get_item (map, gap->id);

  if (item == NULL)
    return g_strdup ("?");
  return kring_item_is (item, KRING_KIND_SIGNAL) ? kring_timeline_dup_sentence (map, item)
                                                 : kring_map_dup_title (map, item);
}

static char *
gaps_fill (KringMap *map, const KringGap *gap, const char *format)
{
  g_autofree char *title = kring_gap_dup_title (map, gap);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (title, parts);
}

/**
 * kring_gap_dup_prompt:
 *
 * Returns: (transfer full): what to think about, in a sentence; its item is named beside it
 */
char *
kring_gap_dup_prompt (KringMap *map, const KringGap *gap)
{
  return gaps_fill (map, gap, _ (rows[gap->sort].prompt));
}

/**
 * kring_gap_dup_question:
 *
 * Returns: (transfer full): the question that somebody could find an answer to
 */
char *
kring_gap_dup_question (KringMap *map, const KringGap *gap)
{
  return gaps_fill (map, gap, _ (rows[gap->sort].question));
}

static void
append_gap (GString *text, KringMap *map, const KringGap *gap, gboolean first)
{
  g_autofree char *title = kring_gap_dup_title (map, gap);
  g_autofree char *prompt = kring_gap_dup_prompt (map, gap);

  if (first)
    g_string_append_printf (text, "%s%s\n  %s\n", text->len > 0 ? "\n" : "",
                            get_heading (gap->sort), prompt);
  if (gap->sort != KRING_GAP_PROTECTION)
    g_string_append_printf (text, "  - %s\n", title);
}

/**
 * kring_gaps_to_text:
 *
 * Returns: (transfer full): what we do not know as plain text, without what was set aside
 */
char *
kring_gaps_to_text (KringMap *map)
{
  g_autoptr (GArray) gaps = kring_map_dup_gaps (map);
  GString *text = g_string_new (NULL);
  int last = -1;

  for (guint i = 0; i < gaps->len; i++)
    {
      const KringGap *gap = &g_array_index (gaps, KringGap, i);

      if (gap->aside)
        continue;
      append_gap (text, map, gap, (int) gap->sort != last);
      last = (int) gap->sort;
    }
  return g_string_free (text, FALSE);
}
