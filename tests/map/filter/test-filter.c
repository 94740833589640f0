/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/filter/kring-filter-hidden.h"

#include "emitted.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, KringParty party)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (party != KRING_PARTY_NONE)
    kring_item_set_choice (item, "party", party);
  if (kind != KRING_KIND_STATEMENT)
    kring_item_set_text (item, "name", id);
  kring_map_load (map, item);
  return item;
}

static KringItem *
add_about (KringMap *map, KringKindId kind, const char *id, const char *about, KringParty party)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_choice (item, "party", party);
  kring_item_set_named (item, "about",
                        kind == KRING_KIND_TASK ? g_variant_new_strv (&about, 1)
                                                : g_variant_new_string (about));
  kring_map_load (map, item);
  return item;
}

static KringItem *
add_tie (KringMap *map, const char *id, const char *from, const char *to, KringParty party)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_choice (tie, "party", party);
  kring_item_set_named (tie, "from", g_variant_new_string (from));
  kring_item_set_named (tie, "to", g_variant_new_string (to));
  kring_map_load (map, tie);
  return tie;
}

static void
set_refs (KringItem *item, const char *field, const char *const *ids)
{
  kring_item_set_named (item, field, g_variant_new_strv (ids, -1));
}

/*
 *   oma (care) ── t-oma, care ── noor (together) ── t-dex, police, suspected ── dex (care)
 *                                   │
 *                                t-hotel, police, 11 to 14 October               kay (care), alone
 *                                   │
 *                                hotel (police, for the police only)
 */
static KringMap *
make_map (void)
{
  KringMap *map = kring_map_new ();
  KringItem *item;

  add (map, KRING_KIND_PERSON, "noor", KRING_PARTY_TOGETHER);
  add (map, KRING_KIND_PERSON, "oma", KRING_PARTY_CARE);
  add (map, KRING_KIND_PERSON, "dex", KRING_PARTY_CARE);
  add (map, KRING_KIND_PERSON, "kay", KRING_PARTY_CARE);
  item = add (map, KRING_KIND_PLACE, "hotel", KRING_PARTY_POLICE);
  kring_item_set_choice (item, "audience", KRING_AUDIENCE_POLICE);
  add_tie (map, "t-oma", "oma", "noor", KRING_PARTY_CARE);
  item = add_tie (map, "t-dex", "dex", "noor", KRING_PARTY_POLICE);
  kring_item_set_choice (item, "certainty", KRING_CERTAINTY_SUSPECTED);
  item = add_tie (map, "t-hotel", "noor", "hotel", KRING_PARTY_POLICE);
  kring_item_set_text (item, "since", "2025-10-11");
  kring_item_set_text (item, "until", "2025-10-14");
  set_refs (add (map, KRING_KIND_GROUP, "home", KRING_PARTY_CARE), "members",
            (const char *const[]){ "noor", "oma", NULL });
  add (map, KRING_KIND_PARTICIPANT, "marit", KRING_PARTY_CARE);
  return map;
}

/* @shown: ids of what must not be hidden, but for the case and participants; all others must be. */
static void
assert_shown (KringFilter *filter, KringMap *map, const char *shown)
{
  g_autoptr (GHashTable) hidden = kring_filter_dup_hidden (filter, map);
  g_auto (GStrv) ids = g_strsplit (shown, " ", -1);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const char *id = kring_item_get_id (item);

      if (kring_item_is (item, KRING_KIND_CASE) || kring_item_is (item, KRING_KIND_PARTICIPANT))
        {
          g_assert_false (g_hash_table_contains (hidden, id));
          continue;
        }
      if (!g_hash_table_contains (hidden, id))
        g_string_append_printf (found, "%s ", id);
      if (g_strv_contains ((const char *const *) ids, id))
        g_string_append_printf (expected, "%s ", id);
    }
  g_assert_cmpstr (found->str, ==, expected->str);
}

#define ALL "noor oma dex kay hotel t-oma t-dex t-hotel home"

static void
test_conditions (void)
{
  g_autoptr (KringFilter) filter = kring_filter_new (), other = kring_filter_new ();
  g_autoptr (GtSignalLogger) logger = emitted_listen (filter, "changed", NULL);

  g_assert_false (kring_filter_is_active (filter));
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_POLICE, TRUE);
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_NONE, TRUE);
  assert_emitted (logger, "changed; changed");
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_NONE, TRUE);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_cmpuint (kring_filter_get_choices (filter, KRING_FILTER_PARTY), ==, 1u << 31 | 2);
  kring_filter_set_names (filter, KRING_FILTER_GROUP, (const char *const[]){ "b", "a", "b", NULL });
  g_assert_cmpstr (kring_filter_get_names (filter, KRING_FILTER_GROUP)[0], ==, "a");
  g_assert_cmpuint (g_strv_length ((char **) kring_filter_get_names (filter, KRING_FILTER_GROUP)),
                    ==, 2);
  kring_filter_set_name (filter, KRING_FILTER_GROUP, "a", FALSE);
  kring_filter_set_text (filter, "  cadeau ");
  kring_filter_set_period (filter, "2025-10", NULL);
  kring_filter_set_questions (filter, TRUE);
  g_assert_cmpstr (kring_filter_get_text (filter), ==, "cadeau");
  g_assert_cmpuint (kring_filter_get_n_conditions (filter), ==, 5);
  kring_filter_copy_from (other, filter);
  g_assert_true (kring_filter_equal (other, filter));
  assert_emitted (logger, "changed; changed; changed; changed; changed");
  kring_filter_clear_condition (filter, KRING_FILTER_PERIOD);
  g_assert_null (kring_filter_get_from (filter));
  g_assert_false (kring_filter_equal (other, filter));
  assert_emitted (logger, "changed");
  kring_filter_clear (filter);
  assert_emitted (logger, "changed");
  kring_filter_clear (filter);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_false (kring_filter_is_active (filter));
}

static void
test_party (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringFilter) filter = kring_filter_new ();
  g_autoptr (GHashTable) hidden = NULL;

  assert_shown (filter, map, ALL);
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_POLICE, TRUE);
  /* The ends of a tie come along; a group stays with one of its members. */
  assert_shown (filter, map, "noor dex hotel t-dex t-hotel home");
  hidden = kring_filter_dup_hidden (filter, map);
  g_assert_cmpuint (kring_filter_count (map, hidden).shown, ==, 3);
  g_assert_cmpuint (kring_filter_count (map, hidden).total, ==, 5);
  g_assert_cmpuint (kring_filter_count (map, NULL).shown, ==, 5);

  /* Together with another condition: the same tie must meet both. */
  kring_filter_set_choice (filter, KRING_FILTER_CERTAINTY, KRING_CERTAINTY_SUSPECTED, TRUE);
  assert_shown (filter, map, "noor dex t-dex home");
  /* More choices of one condition show more. */
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_CARE, TRUE);
  kring_filter_set_choice (filter, KRING_FILTER_CERTAINTY, KRING_CERTAINTY_CONFIRMED, TRUE);
  assert_shown (filter, map, ALL);

  kring_filter_set_hidden_side (filter, KRING_PARTY_CARE);
  g_assert_cmpint (kring_filter_get_hidden_side (filter), ==, KRING_PARTY_CARE);
  kring_filter_clear_condition (filter, KRING_FILTER_CERTAINTY);
  assert_shown (filter, map, "noor dex hotel t-dex t-hotel home");
  kring_filter_set_hidden_side (filter, KRING_PARTY_POLICE);
  assert_shown (filter, map, "noor oma dex kay t-oma home");
  kring_filter_set_hidden_side (filter, KRING_PARTY_NONE);
  g_assert_false (kring_filter_is_active (filter));
  kring_filter_set_choice (filter, KRING_FILTER_AUDIENCE, KRING_AUDIENCE_POLICE, TRUE);
  assert_shown (filter, map, "hotel");
}

static void
test_kind_and_group (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringFilter) filter = kring_filter_new ();

  kring_filter_set_choice (filter, KRING_FILTER_KIND, KRING_KIND_PERSON, TRUE);
  assert_shown (filter, map, "noor oma dex kay t-oma t-dex home");
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_POLICE, TRUE);
  assert_shown (filter, map, "noor dex t-dex home");
  kring_filter_clear (filter);
  kring_filter_set_name (filter, KRING_FILTER_GROUP, "home", TRUE);
  assert_shown (filter, map, "noor oma t-oma home");
  kring_filter_set_names (filter, KRING_FILTER_GROUP, (const char *const[]){ "gone", NULL });
  assert_shown (filter, map, "");
}

static void
test_signals (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringFilter) filter = kring_filter_new ();
  g_autoptr (KringCatalogueStore) shelf = kring_catalogue_store_new ("/nowhere");
  KringItem *signal;

  add_about (map, KRING_KIND_SIGNAL, "s-risk", "dex", KRING_PARTY_POLICE);
  signal = add_about (map, KRING_KIND_SIGNAL, "s-prot", "oma", KRING_PARTY_CARE);
  kring_item_set_choice (signal, "family", KRING_FAMILY_PROTECTIVE);
  signal = add_about (map, KRING_KIND_SIGNAL, "s-tie", "t-oma", KRING_PARTY_CARE);
  kring_item_set_choice (signal, "family", KRING_FAMILY_VULNERABILITY);
  kring_item_set_text (signal, "catalogue", "unexplained-goods");
  add_about (map, KRING_KIND_STATEMENT, "word", "dex", KRING_PARTY_CARE);

  kring_filter_set_choice (filter, KRING_FILTER_FAMILY, KRING_FAMILY_RISK, TRUE);
  assert_shown (filter, map, "dex s-risk");
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_CARE, TRUE);
  /* The risk was seen by the police, so nothing is a risk seen by care. */
  assert_shown (filter, map, "");
  kring_filter_clear_condition (filter, KRING_FILTER_PARTY);
  kring_filter_set_choice (filter, KRING_FILTER_FAMILY, KRING_FAMILY_VULNERABILITY, TRUE);
  /* Signals of a tie show the tie with its ends; ties between what is shown stay. */
  assert_shown (filter, map, "dex oma noor t-oma t-dex s-risk s-tie home");

  kring_filter_clear (filter);
  kring_filter_set_name (filter, KRING_FILTER_CATEGORY, "no such category", TRUE);
  kring_filter_set_shelf (filter, shelf);
  assert_shown (filter, map, "");
  kring_filter_set_name (
      filter, KRING_FILTER_CATEGORY,
      kring_catalogue_find (kring_catalogue_store_get_catalogue (shelf), "unexplained-goods")
          ->category,
      TRUE);
  assert_shown (filter, map, "oma noor t-oma s-tie home");
}

static void
test_text_and_questions (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringFilter) filter = kring_filter_new ();
  KringItem *task, *word;

  task = add_about (map, KRING_KIND_TASK, "ask", "kay", KRING_PARTY_CARE);
  kring_item_set_choice (task, "sort", KRING_TASK_QUESTION);
  add_about (map, KRING_KIND_TASK, "act", "oma", KRING_PARTY_CARE);
  word = add_about (map, KRING_KIND_STATEMENT, "word", "hotel", KRING_PARTY_POLICE);
  kring_item_set_text (word, "words", "Café bij de zij-ingang");

  kring_filter_set_questions (filter, TRUE);
  assert_shown (filter, map, "kay ask");
  kring_item_set_choice (task, "state", KRING_TASK_DONE);
  assert_shown (filter, map, "");
  kring_filter_set_questions (filter, FALSE);
  kring_filter_set_text (filter, "cafe");
  assert_shown (filter, map, "hotel word");
  /* Who is found by name keeps what is told about him. */
  kring_filter_set_text (filter, "KAY");
  assert_shown (filter, map, "kay ask");
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_POLICE, TRUE);
  assert_shown (filter, map, "");
}

static void
test_period (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringFilter) filter = kring_filter_new ();
  KringItem *event, *signal;

  event = add (map, KRING_KIND_EVENT, "missing", KRING_PARTY_CARE);
  kring_item_set_text (event, "when", "2025-10");
  set_refs (event, "involved", (const char *const[]){ "kay", NULL });
  signal = add_about (map, KRING_KIND_SIGNAL, "seen", "dex", KRING_PARTY_CARE);
  kring_item_set_text (signal, "observed", "2025-11-02");

  /* A vague date is in every period that it touches. */
  kring_filter_set_period (filter, "2025-10-12", "2025-10-13");
  assert_shown (filter, map, ALL " missing");
  kring_filter_set_period (filter, "2025-10-15", NULL);
  /* The hotel goes with its only tie; before its only event nothing is known of Kay. */
  assert_shown (filter, map, "noor oma dex kay t-oma t-dex home missing seen");
  kring_filter_set_period (filter, NULL, "2025-09");
  assert_shown (filter, map, "noor oma dex t-oma t-dex home");
  /* A word that is no date is no bound. */
  kring_filter_set_period (filter, "once", NULL);
  assert_shown (filter, map, ALL " missing seen");

  kring_filter_set_only_dated (filter, TRUE);
  kring_filter_set_period (filter, "2025-11", "2025-11");
  assert_shown (filter, map, "dex seen");
  kring_filter_set_period (filter, "2025-10", "2025-10");
  assert_shown (filter, map, "noor hotel kay t-hotel home missing");
}

/* What the police alone may know is not what care sees, nor what hangs on it. */
static void
test_side (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringFilter) filter = kring_filter_new ();
  KringItem *signal = add_about (map, KRING_KIND_SIGNAL, "s", "noor", KRING_PARTY_POLICE);

  add_about (map, KRING_KIND_SIGNAL, "s-hotel", "hotel", KRING_PARTY_POLICE);
  kring_item_set_choice (signal, "audience", KRING_AUDIENCE_NONE);
  kring_filter_set_side (filter, KRING_PARTY_CARE);
  assert_shown (filter, map, "noor oma dex kay t-oma t-dex home");
  kring_filter_set_side (filter, KRING_PARTY_POLICE);
  assert_shown (filter, map, ALL " s-hotel");
  kring_filter_set_choice (filter, KRING_FILTER_FAMILY, KRING_FAMILY_RISK, TRUE);
  assert_shown (filter, map, "hotel s-hotel");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/conditions", test_conditions);
  g_test_add_func ("/filter/party", test_party);
  g_test_add_func ("/filter/kind-and-group", test_kind_and_group);
  g_test_add_func ("/filter/signals", test_signals);
  g_test_add_func ("/filter/text-and-questions", test_text_and_questions);
  g_test_add_func ("/filter/period", test_period);
  g_test_add_func ("/filter/side", test_side);
  return g_test_run ();
}
