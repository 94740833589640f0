/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-timeline.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#define DAY (24 * 60)

static KringItem *
new_item (KringKindId kind, const char *field, const char *date)
{
  KringItem *item = kring_item_new (kring_kind_get (kind), "a");

  kring_item_set_text (item, field, date);
  return item;
}

/* From the first minute that is meant to the last, and open where nobody said. */
static void
test_period (void)
{
  g_autoptr (KringItem) tie = new_item (KRING_KIND_TIE, "since", "2025-10-11");
  g_autoptr (KringItem) signal = new_item (KRING_KIND_SIGNAL, "observed", "2025-10");
  g_autoptr (KringItem) person = new_item (KRING_KIND_PERSON, "name", "Noor");
  KringPeriod period;

  g_assert_true (kring_timeline_get_period (tie, &period));
  g_assert_cmpint (period.last, ==, G_MAXINT64);
  kring_item_set_text (tie, "until", "2025-10-14");
  g_assert_true (kring_timeline_get_period (tie, &period));
  g_assert_cmpint (period.last - period.first, ==, 4 * DAY - 1);
  kring_item_set_text (tie, "since", NULL);
  g_assert_true (kring_timeline_get_period (tie, &period));
  g_assert_cmpint (period.first, ==, G_MININT64);
  g_assert_true (kring_timeline_get_period (signal, &period));
  g_assert_cmpint (period.last - period.first, ==, 31 * DAY - 1);
  g_assert_false (kring_timeline_get_period (person, &period));
}

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *field, const char *date)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (field != NULL)
    kring_item_set_text (item, field, date);
  if (kind == KRING_KIND_TIE)
    {
      kring_item_set_named (item, "from", g_variant_new_string ("dex"));
      kring_item_set_named (item, "to", g_variant_new_string ("hotel"));
    }
  kring_map_load (map, item);
  return item;
}

static KringItem *
add_about (KringMap *map, KringKindId kind, const char *id, const char *date, const char *about)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_named (item, "about", g_variant_new_string (about));
  kring_item_set_text (item, kind == KRING_KIND_SIGNAL ? "observed" : "when", date);
  kring_map_load (map, item);
  return item;
}

static void
set_involved (KringItem *event, const char *first, const char *second)
{
  const char *const ids[] = { first, second, NULL };

  kring_item_set_named (event, "involved", g_variant_new_strv (ids, -1));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer facts)
{
  return kring_timeline_compare_told (*(KringItem *const *) a, *(KringItem *const *) b, facts);
}

/* "event(signal statement) tie(signal)": what belongs to a fact between brackets behind it */
static char *
dup_told (KringMap *map)
{
  g_autoptr (GHashTable) facts = kring_map_dup_facts (map);
  g_autoptr (GPtrArray) moments = kring_map_dup_timeline (map);
  GString *text = g_string_new (NULL);
  KringItem *last = NULL;

  g_ptr_array_sort_with_data (moments, compare_cb, facts);
  for (guint i = 0; i < moments->len; i++)
    {
      KringItem *item = g_ptr_array_index (moments, i), *fact = g_hash_table_lookup (facts, item);

      if (fact == NULL)
        last = item;
      g_assert_true (fact == NULL || fact == last);
      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", fact != NULL ? "+" : "",
                              kring_item_get_id (item));
    }
  return g_string_free (text, FALSE);
}

/* One fact with what is known of it: nothing is told twice, nothing is lost. */
static void
test_facts (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autofree char *told = NULL;
  KringItem *tie;

  add (map, KRING_KIND_PERSON, "noor", NULL, NULL);
  add (map, KRING_KIND_PERSON, "dex", NULL, NULL);
  add (map, KRING_KIND_PLACE, "hotel", NULL, NULL);
  set_involved (add (map, KRING_KIND_EVENT, "seen", "when", "2025-10-12T17:40"), "dex", "hotel");
  set_involved (add (map, KRING_KIND_EVENT, "call", "when", "2025-10-12T19:00"), "noor", "dex");
  set_involved (add (map, KRING_KIND_EVENT, "talk", "when", "2025-10-16"), "noor", "noor");
  tie = add (map, KRING_KIND_TIE, "visit", "since", "2025-10-12");
  kring_item_set_text (tie, "until", "2025-10-12");
  add (map, KRING_KIND_TIE, "rents", "since", "2025-09");
  add_about (map, KRING_KIND_SIGNAL, "men", "2025-10-12", "hotel");
  add_about (map, KRING_KIND_STATEMENT, "staff", "2025-10-12", "visit");
  add_about (map, KRING_KIND_SIGNAL, "lone", "2025-10-12", "noor");
  add_about (map, KRING_KIND_SIGNAL, "first", "2025-09-03", "rents");
  add_about (map, KRING_KIND_SIGNAL, "later", "2025-10-14", "rents");
  add_about (map, KRING_KIND_STATEMENT, "told", "2025-10-20", "talk");
  add_about (map, KRING_KIND_SIGNAL, "other", "2025-10-16", "hotel");
  told = dup_told (map);
  g_assert_cmpstr (told, ==,
                   "rents +first seen +visit +men +staff call +lone later talk +told other");
}

/* A date is passed over where it stands above in full, not where that only begins alike. */
static void
test_said_above (void)
{
  g_autoptr (KringItem) above = new_item (KRING_KIND_EVENT, "when", "2025-09-01T17:40");
  g_autoptr (KringItem) tie = new_item (KRING_KIND_TIE, "since", "2025-09-01");
  g_autoptr (KringItem) signal = new_item (KRING_KIND_SIGNAL, "observed", "2025-09-01");
  g_autoptr (KringItem) undated = new_item (KRING_KIND_SIGNAL, "name", "Gifts");

  g_assert_true (kring_timeline_is_said_above (signal, above));
  g_assert_false (kring_timeline_is_said_above (above, signal));
  g_assert_false (kring_timeline_is_said_above (undated, above));
  g_assert_false (kring_timeline_is_said_above (signal, undated));
  kring_item_set_text (tie, "until", "2025-11-03");
  g_assert_false (kring_timeline_is_said_above (signal, tie));
  kring_item_set_text (tie, "until", "2025-09-01");
  g_assert_true (kring_timeline_is_said_above (signal, tie));
  kring_item_set_text (above, "when", "2025-09-01T17:40/2026-01-03");
  g_assert_false (kring_timeline_is_said_above (signal, above));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/timeline/period", test_period);
  g_test_add_func ("/core/timeline/facts", test_facts);
  g_test_add_func ("/core/timeline/said-above", test_said_above);
  return g_test_run ();
}
