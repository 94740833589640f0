/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-timeline.h"

#include "map/base/kring-date.h"
#include "map/base/kring-sanitize.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Separates the parts of the line that tells the source. */
#define DOT " · "

#define DAY_MINUTES (24 * 60)

static const char *
get_tie_date (KringItem *tie)
{
  const char *since = kring_item_get_text (tie, KRING_F_SINCE);

  return since != NULL ? since : kring_item_get_text (tie, KRING_F_UNTIL);
}

/**
 * kring_timeline_get_date:
 *
 * Returns: (transfer none) (nullable): when @item happened, was seen or began, as in its field
 */
const char *
kring_timeline_get_date (KringItem *item)
{
  switch (kring_item_get_kind (item)->id)
    {
    case KRING_KIND_EVENT:
    case KRING_KIND_STATEMENT:
      return kring_item_get_text (item, KRING_F_WHEN);
    case KRING_KIND_SIGNAL:
      return kring_item_get_text (item, KRING_F_OBSERVED);
    case KRING_KIND_MEETING:
      return kring_item_get_text (item, KRING_F_ON);
    case KRING_KIND_TIE:
      return get_tie_date (item);
    default:
      return NULL;
    }
}

static gboolean
read_date (const char *text, KringDate *date)
{
  return text != NULL && kring_date_parse (text, date);
}

static gboolean
get_tie_period (KringItem *tie, KringPeriod *period)
{
  KringDate since, until;
  gboolean begins = read_date (kring_item_get_text (tie, KRING_F_SINCE), &since);
  gboolean ends = read_date (kring_item_get_text (tie, KRING_F_UNTIL), &until);

  period->first = begins ? kring_moment_first_minute (since.start) : G_MININT64;
  period->last = ends ? kring_moment_last_minute (until.end) : G_MAXINT64;
  if (period->last < period->first)
    period->last = period->first;
  return begins || ends;
}

/**
 * kring_timeline_get_period:
 * @period: (out): all that its date may mean; of a tie, as long as it lasts
 *
 * Returns: whether @item has a date
 */
gboolean
kring_timeline_get_period (KringItem *item, KringPeriod *period)
{
  KringDate date;

  if (kring_item_is (item, KRING_KIND_TIE))
    return get_tie_period (item, period);
  if (!read_date (kring_timeline_get_date (item), &date))
    return FALSE;
  period->first = kring_moment_first_minute (date.start);
  period->last = kring_moment_last_minute (date.end);
  return TRUE;
}

/* Returns the first minute that the date of an item may mean. */
static gint64
timeline_get_start (KringItem *item)
{
  KringDate date;

  if (!kring_date_parse (kring_timeline_get_date (item), &date))
    return G_MAXINT64;
  return kring_moment_first_minute (date.start);
}

static int
timeline_compare_kinds (KringItem *a, KringItem *b)
{
  int kind = (int) kring_item_get_kind (a)->id - (int) kring_item_get_kind (b)->id;

  return kind != 0 ? kind : strcmp (kring_item_get_id (a), kring_item_get_id (b));
}

/**
 * kring_timeline_compare:
 *
 * Returns: which of both with a date comes first: negative, 0 or positive
 */
int
kring_timeline_compare (KringItem *a, KringItem *b)
{
  gint64 start_a = timeline_get_start (a), start_b = timeline_get_start (b);

  if (start_a != start_b)
    return start_a < start_b ? -1 : 1;
  return timeline_compare_kinds (a, b);
}

/* A moment with where it begins: dates are read once, not at every comparison. */
typedef struct
{
  KringItem *item; /* (not owned) */
  gint64 start;
} Moment;

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const Moment *moment_a = a, *moment_b = b;

  if (moment_a->start != moment_b->start)
    return moment_a->start < moment_b->start ? -1 : 1;
  return timeline_compare_kinds (moment_a->item, moment_b->item);
}

/**
 * kring_map_dup_timeline:
 *
 * Returns: (transfer container) (element-type KringItem): everything with a date, earliest first
 */
GPtrArray *
kring_map_dup_timeline (KringMap *map)
{
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      Moment moment = { kring_map_get_nth (map, i), 0 };

      if (kring_timeline_get_date (moment.item) == NULL)
        continue;
      moment.start = timeline_get_start (moment.item);
      g_array_append_val (moments, moment);
    }
  g_array_sort (moments, compare_moments);
  for (guint i = 0; i < moments->len; i++)
    g_ptr_array_add (items, g_array_index (moments, Moment, i).item);
  return items;
}

/* How closely a record belongs to a fact. */
typedef enum
{
  FIT_NONE,
  FIT_BY_TIE,    /* it is about a tie of somebody whom the fact is about */
  FIT_BY_PERSON, /* both are about the same */
  FIT_ITSELF,    /* it is about that very fact */
} Fit;

typedef struct
{
  KringMap *map;
  GHashTable *events; /* (owned) (element-type utf8 GPtrArray), by their day */
  GHashTable *facts;  /* (owned): what comes of it */
} Telling;

/* Returns: (transfer full) (nullable): the day of an item that lasted no longer; if its date is
 * vaguer, that date as written. */
static char *
timeline_dup_day (KringItem *item)
{
  KringPeriod period;
  KringMoment moment;

  if (!kring_timeline_get_period (item, &period))
    return NULL;
  if (period.first / DAY_MINUTES != period.last / DAY_MINUTES)
    return kring_item_is (item, KRING_KIND_TIE) ? NULL : g_strdup (kring_timeline_get_date (item));
  moment = kring_moment_at_minute (period.first);
  moment.hour = moment.minute = -1;
  return kring_date_to_string ((KringDate){ moment, moment, FALSE });
}

static gboolean
refers_to (KringItem *event, const char *id)
{
  return id != NULL && kring_item_refers_to (event, id);
}

static Fit
timeline_fit (Telling *self, KringItem *event, KringItem *item)
{
  const char *about = kring_item_get_text (item, KRING_F_ABOUT);
  KringItem *subject = about != NULL ? kring_map_get_item (self->map, about) : item;
  gboolean from, to;

  if (subject == event)
    return FIT_ITSELF;
  if (subject == NULL || !kring_item_is (subject, KRING_KIND_TIE))
    return refers_to (event, about) ? FIT_BY_PERSON : FIT_NONE;
  from = refers_to (event, kring_item_get_text (subject, KRING_F_FROM));
  to = refers_to (event, kring_item_get_text (subject, KRING_F_TO));
  if (from && to)
    return FIT_BY_PERSON;
  return (from || to) && subject != item ? FIT_BY_TIE : FIT_NONE;
}

/* Returns: (transfer none) (nullable): the event of that day that @item fits best, the earliest of
 * several */
static KringItem *
find_event (Telling *self, KringItem *item)
{
  g_autofree char *day = timeline_dup_day (item);
  GPtrArray *events = day != NULL ? g_hash_table_lookup (self->events, day) : NULL;
  KringItem *best = NULL;
  Fit most = FIT_NONE;

  for (guint i = 0; events != NULL && i < events->len; i++)
    if (timeline_fit (self, g_ptr_array_index (events, i), item) > most)
      {
        best = g_ptr_array_index (events, i);
        most = timeline_fit (self, best, item);
      }
  return best;
}

/* Returns: (transfer none) (nullable): the event that @item is about, or the tie if it began on
 * that day. */
static KringItem *
find_subject (Telling *self, KringItem *item)
{
  const char *about = kring_item_get_text (item, KRING_F_ABOUT);
  KringItem *subject = about != NULL ? kring_map_get_item (self->map, about) : NULL;
  KringPeriod period;
  KringDate date;

  if (subject == NULL || kring_timeline_get_date (subject) == NULL)
    return NULL;
  if (kring_item_is (subject, KRING_KIND_EVENT))
    return subject;
  if (!kring_item_is (subject, KRING_KIND_TIE) || !kring_timeline_get_period (item, &period) ||
      !read_date (kring_timeline_get_date (subject), &date))
    return NULL;
  return period.last >= kring_moment_first_minute (date.start) &&
                 period.first <= kring_moment_last_minute (date.end)
             ? subject
             : NULL;
}

static void
timeline_add_event (Telling *self, KringItem *event)
{
  g_autofree char *day = timeline_dup_day (event);
  GPtrArray *events = day != NULL ? g_hash_table_lookup (self->events, day) : NULL;

  if (day == NULL)
    return;
  if (events == NULL)
    {
      events = g_ptr_array_new ();
      g_hash_table_insert (self->events, g_steal_pointer (&day), events);
    }
  g_ptr_array_add (events, event);
}

/* Ties are placed first, as what is known of a tie goes along with it. */
static void
tell_under (Telling *self, GPtrArray *moments, gboolean ties)
{
  for (guint i = 0; i < moments->len; i++)
    {
      KringItem *item = g_ptr_array_index (moments, i), *fact, *above;
      gboolean is_tie = kring_item_is (item, KRING_KIND_TIE);

      if (is_tie != ties || (!is_tie && kring_item_get_kind (item)->group != KRING_GROUP_ABOUT))
        continue;
      fact = find_subject (self, item);
      if (fact == NULL || kring_item_is (fact, KRING_KIND_TIE))
        {
          above = find_event (self, item);
          fact = above != NULL ? above : fact;
        }
      above = fact != NULL ? g_hash_table_lookup (self->facts, fact) : NULL;
      if (fact != NULL)
        g_hash_table_insert (self->facts, item, above != NULL ? above : fact);
    }
}

/**
 * kring_map_dup_facts:
 *
 * A signal or a statement belongs to the event or tie that it is about, or to the event of the same
 * day about the same people; a tie of one day to the event in which both its ends were.
 *
 * Returns: (transfer full) (element-type KringItem KringItem): of what belongs to a fact with a date,
 *   that fact; facts belong to none
 */
GHashTable *
kring_map_dup_facts (KringMap *map)
{
  g_autoptr (GPtrArray) moments = kring_map_dup_timeline (map);
  Telling self = { map,
                   g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref),
                   g_hash_table_new (NULL, NULL) };

  for (guint i = 0; i < moments->len; i++)
    if (kring_item_is (g_ptr_array_index (moments, i), KRING_KIND_EVENT))
      timeline_add_event (&self, g_ptr_array_index (moments, i));
  tell_under (&self, moments, TRUE);
  tell_under (&self, moments, FALSE);
  g_hash_table_unref (self.events);
  return self.facts;
}

/**
 * kring_timeline_compare_told:
 * @a: an item with a date
 * @b: another
 * @facts: of kring_map_dup_facts ()
 *
 * Returns: which of both with a date is told first: facts in the order of time, each with what
 *   belongs to it right behind
 */
int
kring_timeline_compare_told (KringItem *a, KringItem *b, GHashTable *facts)
{
  KringItem *above_a = g_hash_table_lookup (facts, a), *above_b = g_hash_table_lookup (facts, b);
  KringItem *fact_a = above_a != NULL ? above_a : a, *fact_b = above_b != NULL ? above_b : b;

  if (fact_a != fact_b)
    return kring_timeline_compare (fact_a, fact_b);
  if (above_a == NULL || above_b == NULL)
    return (above_a != NULL) - (above_b != NULL);
  return kring_timeline_compare (a, b);
}

static gboolean
has_sort (KringItem *item, int sort)
{
  return kring_item_is (item, KRING_KIND_EVENT) &&
         kring_item_get_choice (item, KRING_F_SORT) == sort &&
         kring_item_get_certainty (item) != KRING_CERTAINTY_REFUTED;
}

/* Returns the latest minute of the first of @moments after @from in which @id was found. */
static gint64
find_found (GPtrArray *moments, guint from, const char *id)
{
  for (guint i = from; i < moments->len; i++)
    {
      KringItem *item = g_ptr_array_index (moments, i);
      KringPeriod period;

      if (has_sort (item, KRING_EVENT_FOUND) && kring_item_refers_to (item, id) &&
          kring_timeline_get_period (item, &period))
        return period.last;
    }
  return G_MAXINT64;
}

/* Returns when all who were missing had been found; things that went along do not count. */
static gint64
find_end (KringMap *map, GPtrArray *moments, guint from, KringItem *missing)
{
  g_auto (GStrv) ids = kring_item_dup_refs (missing, KRING_F_INVOLVED);
  gint64 end = G_MININT64;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KringItem *item = kring_map_get_item (map, ids[i]);

      if (item != NULL && kring_item_is (item, KRING_KIND_PERSON))
        end = MAX (end, find_found (moments, from, ids[i]));
    }
  return end == G_MININT64 ? G_MAXINT64 : end;
}

/**
 * kring_map_dup_episodes:
 *
 * Returns: (transfer full) (element-type KringPeriod): the times that somebody was missing, from an
 *   event of that sort to the one in which the last of them was found; open if that never happened,
 *   and as long as the event itself if it has a period
 */
GArray *
kring_map_dup_episodes (KringMap *map)
{
  g_autoptr (GPtrArray) moments = kring_map_dup_timeline (map);
  GArray *episodes = g_array_new (FALSE, FALSE, sizeof (KringPeriod));

  for (guint i = 0; i < moments->len; i++)
    {
      KringItem *item = g_ptr_array_index (moments, i);
      KringPeriod period;
      KringDate date;

      if (!has_sort (item, KRING_EVENT_MISSING) || !kring_timeline_get_period (item, &period))
        continue;
      kring_date_parse (kring_timeline_get_date (item), &date);
      if (!kring_date_is_period (date))
        period.last = find_end (map, moments, i + 1, item);
      g_array_append_val (episodes, period);
    }
  return episodes;
}

/* Returns the last minute of the day of a date; text that is no date lies before everything. */
static gint64
timeline_get_end (const char *text)
{
  KringDate date;

  return read_date (text, &date) ? kring_moment_last_minute (date.end) : G_MININT64;
}

/**
 * kring_item_is_newer:
 * @date: a date in its written form
 *
 * Returns: whether @item was brought in after @date; what does not say when is never newer
 */
gboolean
kring_item_is_newer (KringItem *item, const char *date)
{
  KringDate recorded;

  return read_date (kring_item_get_text (item, KRING_F_RECORDED), &recorded) &&
         kring_moment_first_minute (recorded.start) > timeline_get_end (date);
}

static gboolean
has_newer (KringMap *map, const char *date)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (kring_item_is_newer (kring_map_get_nth (map, i), date))
      return TRUE;
  return FALSE;
}

/**
 * kring_map_get_last_meeting:
 *
 * Of the earlier meetings that are kept the last one before the meeting of the case. When that has
 * been, and more was brought in afterwards, it is the last one itself.
 *
 * Returns: (transfer none) (nullable): its date; %NULL if no earlier meeting is known
 */
const char *
kring_map_get_last_meeting (KringMap *map)
{
  const char *current = kring_item_get_text (kring_map_get_case (map), KRING_F_MEETING),
             *last = NULL;
  g_autoptr (GPtrArray) meetings = kring_map_dup_items_of_kind (map, KRING_KIND_MEETING);

  if (current != NULL && has_newer (map, current))
    return current;
  for (guint i = 0; i < meetings->len; i++)
    {
      const char *on = kring_item_get_text (g_ptr_array_index (meetings, i), KRING_F_ON);

      if (timeline_get_end (on) > timeline_get_end (last) &&
          (current == NULL || timeline_get_end (on) < timeline_get_end (current)))
        last = on;
    }
  return last;
}

static char *
dup_tie_when (KringItem *tie)
{
  const char *since = kring_item_get_text (tie, KRING_F_SINCE);
  const char *until = kring_item_get_text (tie, KRING_F_UNTIL);
  g_autofree char *from = since != NULL ? kring_date_format_string (since) : NULL;
  g_autofree char *to = until != NULL ? kring_date_format_string (until) : NULL;

  if (from != NULL && to != NULL && g_str_equal (from, to))
    return g_steal_pointer (&from);
  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL)
    return g_strdup_printf (_ ("since %s"), from);
  return to != NULL ? g_strdup_printf (_ ("until %s"), to) : NULL;
}

/**
 * kring_timeline_dup_when:
 *
 * Returns: (transfer full) (nullable): its date for people; of a tie, from when until when
 */
char *
kring_timeline_dup_when (KringItem *item)
{
  const char *date = kring_timeline_get_date (item);

  if (kring_item_is (item, KRING_KIND_TIE))
    return dup_tie_when (item);
  return date != NULL ? kring_date_format_string (date) : NULL;
}

/**
 * kring_timeline_is_said_above:
 * @above: what stands in the row above
 *
 * Returns: whether the date of @item is the same, or the day of the moment that stands there
 */
gboolean
kring_timeline_is_said_above (KringItem *item, KringItem *above)
{
  g_autofree char *when = kring_timeline_dup_when (item);
  g_autofree char *before = kring_timeline_dup_when (above);
  const char *rest;

  if (when == NULL || before == NULL || !g_str_has_prefix (before, when))
    return FALSE;
  rest = before + strlen (when);
  /* "12 Oct 2025, 17:40" tells the day; a period that begins on it does not. */
  return *rest == '\0' || (*rest == ',' && strstr (rest, "–") == NULL);
}

/**
 * kring_timeline_dup_sentence:
 *
 * What happened or was said, and about whom. Verbatim words stand in quotes.
 *
 * Returns: (transfer full): one line
 */
char *
kring_timeline_dup_sentence (KringMap *map, KringItem *item)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), KRING_F_ABOUT);
  g_autofree char *title = kring_map_dup_title (map, item);
  g_autofree char *about = field != NULL ? kring_map_dup_value_text (map, item, field) : NULL;
  const char *said_by = kring_item_get_shown (item, KRING_F_SAID_BY);
  g_autofree char *said = said_by != NULL ? kring_sanitize_dup (said_by) : NULL;
  g_autofree char *line = NULL;

  if (said != NULL)
    line = g_strdup_printf ("%s: %s", said, title);
  else
    line = g_steal_pointer (&title);
  return about != NULL ? g_strdup_printf ("%s — %s", line, about) : g_steal_pointer (&line);
}

static void
timeline_add_piece (GString *line, const char *piece)
{
  if (piece != NULL && *piece != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? DOT : "", piece);
}

static void
add_choice (GString *line, KringItem *item, const char *field_name)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  int choice = kring_item_get_choice (item, field_name);

  if (choice >= 0)
    timeline_add_piece (line, kring_field_get_choice_label (field, choice));
}

/**
 * kring_timeline_dup_source:
 *
 * Returns: (transfer full): who brought it in, how it is known and how sure it is, in one line
 */
char *
kring_timeline_dup_source (KringItem *item)
{
  GString *line = g_string_new (NULL);
  const char *heard_by = kring_item_get_shown (item, KRING_F_HEARD_BY);
  g_autofree char *heard = heard_by != NULL
                               /* Translators: %s is who heard what somebody else said. */
                               ? g_strdup_printf (_ ("heard by %s"), heard_by)
                               : NULL;
  g_autofree char *whole = NULL;

  add_choice (line, item, KRING_F_PARTY);
  timeline_add_piece (line, kring_item_get_shown (item, KRING_F_BROUGHT_IN_BY));
  timeline_add_piece (line, heard);
  add_choice (line, item, KRING_F_HOW_KNOWN);
  if (kring_item_says_certainty (item))
    add_choice (line, item, KRING_F_CERTAINTY);
  whole = g_string_free (line, FALSE);
  return kring_sanitize_dup (whole);
}
