/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "hands/interact/kring-keys.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-search.h"
#include "map/filter/kring-filter.h"
#include "map/model/kring-item-private.h"

static gboolean
is_faded (Bench *bench, const char *id)
{
  GHashTable *faded = kring_interaction_get_emphasis (bench->interaction)->faded;

  return faded != NULL && g_hash_table_contains (faded, id);
}

/* The car is all that is left. */
static void
only_vehicles (Bench *bench)
{
  kring_filter_set_choice (kring_session_get_filter (bench->session), KRING_FILTER_KIND,
                           KRING_KIND_VEHICLE, TRUE);
}

static void
test_hides (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringSelection *selection = bench_selection (bench);

  bench_click (bench, DEX, 0);
  kring_selection_toggle (selection, "auto");
  only_vehicles (bench);
  g_assert_true (is_faded (bench, "dex"));
  g_assert_false (is_faded (bench, "auto"));
  /* What is hidden is not meant by the next command. */
  g_assert_cmpuint (kring_selection_get_size (selection), ==, 1);
  g_assert_true (kring_selection_contains (selection, "auto"));

  bench_click (bench, ILSE, 0);
  g_assert_cmpuint (kring_selection_get_size (selection), ==, 0);
  bench_click (bench, CAR, 0);
  g_assert_true (kring_selection_contains (selection, "auto"));
  kring_interaction_key (bench->interaction, KRING_KEY_LEFT, 0);
  g_assert_cmpstr (kring_selection_get_focus (selection), ==, "auto");
  kring_interaction_key (bench->interaction, 'a', KRING_MODIFIER_CTRL);
  g_assert_cmpuint (kring_selection_get_size (selection), ==, 1);

  kring_filter_clear (kring_session_get_filter (bench->session));
  g_assert_null (kring_interaction_get_emphasis (bench->interaction)->faded);
  bench_click (bench, ILSE, 0);
  g_assert_true (kring_selection_contains (selection, "ilse"));
}

static void
test_combines (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_autoptr (GHashTable) hits = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (hits, (gpointer) "auto");
  g_hash_table_add (hits, (gpointer) "dex");
  kring_filter_set_text (kring_session_get_filter (bench->session), "noor");
  kring_interaction_set_hits (bench->interaction, hits);
  g_assert_true (is_faded (bench, "dex"));
  g_assert_true (is_faded (bench, "noor"));
  kring_interaction_set_hits (bench->interaction, NULL);
  g_assert_true (is_faded (bench, "dex"));
  g_assert_false (is_faded (bench, "noor"));
}

static void
test_follows_the_map (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_autoptr (GtSignalLogger) logger = emitted_listen (bench->session, "hidden-changed", NULL);

  kring_edit_rename (bench->editor, "dex", "Manu", NULL);
  gt_signal_logger_assert_no_emissions (logger);
  kring_filter_set_text (kring_session_get_filter (bench->session), "manu");
  g_assert_false (is_faded (bench, "dex"));
  assert_emitted (logger, "hidden-changed");
  kring_edit_rename (bench->editor, "dex", "Dex", NULL);
  assert_emitted (logger, "hidden-changed");
  g_assert_true (is_faded (bench, "dex"));
  kring_history_undo (bench_history (bench));
  g_assert_false (is_faded (bench, "dex"));
  assert_emitted (logger, "hidden-changed");
}

/* Walking along the ties of a person skips what is hidden. */
static void
test_steps_over_ties (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringSelection *selection = bench_selection (bench);

  kring_edit_add_tie (bench->editor, "noor", "dex", "knows", KRING_CERTAINTY_CONFIRMED, NULL);
  kring_edit_add_tie (bench->editor, "noor", "ilse", "mother", KRING_CERTAINTY_CONFIRMED, NULL);
  kring_filter_set_text (kring_session_get_filter (bench->session), "mother");
  bench_click (bench, NOOR, 0);
  for (guint i = 0; i < 3; i++)
    {
      KringItem *item;

      kring_interaction_key (bench->interaction, '.', 0);
      item = kring_map_get_item (bench->map, kring_selection_get_focus (selection));
      g_assert_cmpstr (kring_item_get_text (item, "kind"), ==, "mother");
    }
}

/* While nobody does anything, the map is made ready for search; a change after that is found too. */
static void
test_ready_for_search (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_autoptr (GPtrArray) found = NULL;
  guint ready = 0;

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  for (guint i = 0; i < kring_map_get_n_items (bench->map); i++)
    ready += kring_item_get_folded (kring_map_get_nth (bench->map, i)) != NULL;
  g_assert_cmpuint (ready, ==, kring_map_get_n_items (bench->map));
  kring_edit_rename (bench->editor, "dex", "Quokka", NULL);
  found = kring_map_search (bench->map, "quokka");
  g_assert_cmpuint (found->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interact/filter/hides", test_hides);
  g_test_add_func ("/interact/filter/combines", test_combines);
  g_test_add_func ("/interact/filter/follows-the-map", test_follows_the_map);
  g_test_add_func ("/interact/filter/steps-over-ties", test_steps_over_ties);
  g_test_add_func ("/interact/filter/ready-for-search", test_ready_for_search);
  return g_test_run ();
}
