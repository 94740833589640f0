/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and not noted stays with what it is about; thrown away, it can be taken back. */
#include "bench.h"

#include "hands/session/kring-drafts.h"
#include "map/edit/kring-commands.h"

static GPtrArray *
new_ids (const char *first, const char *second)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) first);
  if (second != NULL)
    g_ptr_array_add (ids, (gpointer) second);
  return ids;
}

static void
test_kept (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  g_autoptr (GPtrArray) dex = new_ids ("dex", NULL), both = new_ids ("dex", "noor");

  kring_drafts_keep_text (drafts, KRING_DRAFT_STATEMENT, dex, " Hij zei dat");
  kring_drafts_keep_text (drafts, KRING_DRAFT_STATEMENT, both, "Zij");
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_STATEMENT, dex), ==, " Hij zei dat");
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_STATEMENT, both), ==, "Zij");
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_SIGNAL, dex), ==, "");
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 2);
  kring_drafts_keep_text (drafts, KRING_DRAFT_STATEMENT, dex, " \n");
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 1);
  g_assert_null (kring_drafts_get (drafts, KRING_DRAFT_STATEMENT, dex));
}

static void
seen_cb (char **seen, const KringUnnoted *draft)
{
  g_free (*seen);
  *seen = g_strdup (kring_unnoted_get_text (draft));
}

/* The last first, and a step on the map that was made since before it. */
static void
test_taken_back (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  g_autoptr (GPtrArray) dex = new_ids ("dex", NULL), noor = new_ids ("noor", NULL);
  g_autofree char *seen = NULL;

  g_signal_connect_swapped (drafts, "taken-back", G_CALLBACK (seen_cb), &seen);
  g_assert_false (kring_drafts_throw_away (drafts, KRING_DRAFT_SIGNAL, dex));
  kring_drafts_keep_text (drafts, KRING_DRAFT_SIGNAL, dex, "cadeaus");
  kring_drafts_keep_text (drafts, KRING_DRAFT_QUESTION, noor, "Waar slaapt zij?");
  g_assert_true (kring_drafts_throw_away (drafts, KRING_DRAFT_SIGNAL, dex));
  g_assert_true (kring_drafts_throw_away (drafts, KRING_DRAFT_QUESTION, noor));
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 0);
  kring_edit_rename (bench->editor, "dex", "Dexter", NULL);
  g_assert_false (kring_drafts_take_back (drafts));
  kring_history_undo (bench_history (bench));
  g_assert_true (kring_drafts_take_back (drafts));
  g_assert_cmpstr (seen, ==, "Waar slaapt zij?");
  g_assert_true (kring_drafts_take_back (drafts));
  g_assert_cmpstr (seen, ==, "cadeaus");
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_SIGNAL, dex), ==, "cadeaus");
  g_assert_false (kring_drafts_can_take_back (drafts));
}

/* A box that opens with the words takes the draft, while others are still to hear of it. */
static void
test_removed_while_told (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  g_autoptr (GPtrArray) dex = new_ids ("dex", NULL);
  g_autofree char *seen = NULL;

  g_signal_connect (drafts, "taken-back", G_CALLBACK (kring_drafts_remove), NULL);
  g_signal_connect_swapped (drafts, "taken-back", G_CALLBACK (seen_cb), &seen);
  kring_drafts_keep_text (drafts, KRING_DRAFT_NAME, dex, "Dexter");
  kring_drafts_throw_away (drafts, KRING_DRAFT_NAME, dex);
  g_assert_true (kring_drafts_take_back (drafts));
  g_assert_cmpstr (seen, ==, "Dexter");
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 0);
  g_assert_false (kring_drafts_can_take_back (drafts));
}

/* What was new and went with its name comes back as long as it can be done again; then it is over,
 * and does not stand before what was thrown away earlier. */
static void
test_name_of_new (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  KringItem *jaap;
  g_autoptr (GPtrArray) ids = NULL, dex = new_ids ("dex", NULL);

  kring_drafts_keep_text (drafts, KRING_DRAFT_SIGNAL, dex, "cadeaus");
  kring_drafts_throw_away (drafts, KRING_DRAFT_SIGNAL, dex);
  jaap = kring_edit_add (bench->editor, KRING_KIND_PERSON, "Jaap", KRING_POINT_INIT (0, 0));
  ids = new_ids (kring_item_get_id (jaap), NULL);
  kring_history_undo (bench_history (bench));
  kring_drafts_keep_text (drafts, KRING_DRAFT_NAME, ids, "Jaap V");
  kring_drafts_throw_away (drafts, KRING_DRAFT_NAME, ids);
  kring_history_redo (bench_history (bench));
  g_assert_false (kring_drafts_can_take_back (drafts));
  kring_history_undo (bench_history (bench));
  g_assert_true (kring_drafts_take_back (drafts));
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_NAME, ids), ==, "Jaap V");
  kring_drafts_throw_away (drafts, KRING_DRAFT_NAME, ids);
  kring_edit_rename (bench->editor, "noor", "Noortje", NULL);
  kring_history_undo (bench_history (bench));
  g_assert_true (kring_drafts_take_back (drafts));
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_NAME, ids), ==, "");
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_SIGNAL, dex), ==, "cadeaus");
  g_assert_false (kring_drafts_can_take_back (drafts));
}

/* What stands in the box by now is not written over. */
static void
test_box_in_use (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  g_autoptr (GPtrArray) dex = new_ids ("dex", NULL);

  kring_drafts_keep_text (drafts, KRING_DRAFT_SIGNAL, dex, "cadeaus");
  kring_drafts_throw_away (drafts, KRING_DRAFT_SIGNAL, dex);
  kring_drafts_keep_text (drafts, KRING_DRAFT_SIGNAL, dex, "telefoon");
  g_assert_false (kring_drafts_take_back (drafts));
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_SIGNAL, dex), ==, "telefoon");
  kring_drafts_keep_text (drafts, KRING_DRAFT_SIGNAL, dex, "");
  g_assert_true (kring_drafts_take_back (drafts));
  g_assert_cmpstr (kring_drafts_get_text (drafts, KRING_DRAFT_SIGNAL, dex), ==, "cadeaus");
}

static void
assert_title (Bench *bench, guint index, const char *expected)
{
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  g_autofree char *title =
      kring_unnoted_dup_title (kring_drafts_get_draft (drafts, index), bench->map);

  g_assert_cmpstr (title, ==, expected);
}

/* Each says what it is about, also when that is not there any more. */
static void
test_titles (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  g_autoptr (GPtrArray) dex = new_ids ("dex", NULL), none = g_ptr_array_new ();
  g_autoptr (GPtrArray) born = new_ids ("noor", "birth_date");
  g_autoptr (GPtrArray) born_of_both = new_ids ("dex", "noor");
  g_autofree char *filler = g_strnfill (300, 'x'), *start = g_strnfill (80, 'x');
  g_autofree char *words = g_strconcat ("Een regel\nen ", filler, NULL);
  g_autofree char *expected =
      g_strdup_printf ("Question about the whole map: “Een regel en %.67s…”", start);

  g_ptr_array_add (born_of_both, (gpointer) "birth_date");
  kring_drafts_keep_text (drafts, KRING_DRAFT_STATEMENT, dex, "Hij zei");
  kring_drafts_keep_text (drafts, KRING_DRAFT_QUESTION, none, words);
  kring_drafts_keep_text (drafts, KRING_DRAFT_FIELD, born, "ergens in mei");
  assert_title (bench, 0, "Observation or statement about dex: “Hij zei”");
  assert_title (bench, 1, expected);
  assert_title (bench, 2, "noor, Date of birth: “ergens in mei”");
  kring_drafts_keep_text (drafts, KRING_DRAFT_FIELD, born_of_both, "ooit");
  assert_title (bench, 3, "2 items, Date of birth: “ooit”");
  g_assert_true (kring_unnoted_is_reachable (kring_drafts_get_draft (drafts, 2), bench->map));
  kring_edit_delete (bench->editor, dex);
  g_assert_false (kring_unnoted_is_reachable (kring_drafts_get_draft (drafts, 3), bench->map));
  assert_title (bench, 0,
                "Observation or statement about what is not on the map any more: “Hij zei”");
  kring_history_undo (bench_history (bench));
  assert_title (bench, 0, "Observation or statement about dex: “Hij zei”");
}

/* Of a tie, both ends. */
static void
test_title_of_tie (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  g_autoptr (GPtrArray) ids = new_ids ("dex", "noor"), noor = new_ids ("noor", NULL);

  kring_drafts_keep_text (drafts, KRING_DRAFT_TIE, ids, "100% buren");
  assert_title (bench, 0, "Tie between dex and noor: “100% buren”");
  kring_edit_delete (bench->editor, noor);
  assert_title (bench, 0, "Tie with what is not on the map any more: “100% buren”");
}

/* Each letter is told of, and all that is kept comes back in another session. */
static void
test_restored (void)
{
  g_autoptr (Bench) bench = bench_new (), other = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  KringDrafts *restored = kring_session_get_drafts (other->session);
  g_autoptr (GPtrArray) both = new_ids ("dex", "noor"), field = new_ids ("noor", "birth_date");
  g_autoptr (GVariant) all = NULL, again = NULL;
  g_autoptr (GtSignalLogger) logger =
      emitted_listen (drafts, "changed", "typed", "taken-back", NULL);

  g_assert_null (kring_drafts_dup_all (drafts));
  kring_drafts_keep_text (drafts, KRING_DRAFT_TIE, both, "b");
  kring_drafts_keep_text (drafts, KRING_DRAFT_TIE, both, "bu");
  kring_drafts_keep_text (drafts, KRING_DRAFT_FIELD, field, "in mei");
  assert_emitted (logger, "changed; typed; typed; changed; typed");
  all = kring_drafts_dup_all (drafts);
  kring_drafts_restore (restored, all);
  g_assert_cmpuint (kring_drafts_get_size (restored), ==, 2);
  g_assert_cmpstr (kring_drafts_get_text (restored, KRING_DRAFT_TIE, both), ==, "bu");
  g_assert_cmpstr (kring_drafts_get_text (restored, KRING_DRAFT_FIELD, field), ==, "in mei");
  again = kring_drafts_dup_all (restored);
  g_assert_cmpvariant (all, again);
}

/* Each box has a name of its own in the copy. */
static void
test_restored_boxes (void)
{
  g_autoptr (Bench) bench = bench_new (), other = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  KringDrafts *restored = kring_session_get_drafts (other->session);
  g_autoptr (GPtrArray) one = new_ids ("dex", NULL), both = new_ids ("dex", "noor");
  g_autoptr (GPtrArray) field = new_ids ("noor", "birth_date");
  g_autoptr (GVariant) all = NULL;

  for (KringDraftBox box = 0; box <= KRING_DRAFT_FIELD; box++)
    kring_drafts_keep_text (drafts, box,
                            box == KRING_DRAFT_TIE     ? both
                            : box == KRING_DRAFT_FIELD ? field
                                                       : one,
                            "words");
  all = kring_drafts_dup_all (drafts);
  kring_drafts_restore (restored, all);
  g_assert_cmpuint (kring_drafts_get_size (restored), ==, KRING_DRAFT_FIELD + 1);
  for (KringDraftBox box = 0; box <= KRING_DRAFT_FIELD; box++)
    g_assert_cmpint (kring_drafts_get_draft (restored, box)->box, ==, box);
}

/* What another version wrote: what has no place here is kept without one. */
static void
test_restored_strange (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringDrafts *drafts = kring_session_get_drafts (bench->session);
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_new_parsed (
      "[('dream', ['dex'], {'text': 'a'}), ('field', ['dex'], {'text': 'a'}),"
      " ('field', ['dex', 'shoe'], {'text': 'a'}), ('tie', ['dex'], {'text': 'a'}),"
      " ('name', @as [], {'text': 'a'}), ('question', ['dex'], @a{ss} {}),"
      " ('question', ['dex'], {'text': 'twice'}), ('field', ['gone', 'name'], {'text': 'b'})]"));
  g_autoptr (GVariant) again = NULL;
  g_autofree char *whole = NULL;

  kring_drafts_restore (drafts, all);
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      const KringUnnoted *draft = kring_drafts_get_draft (drafts, i);

      g_assert_cmpint (kring_unnoted_is_reachable (draft, bench->map), ==, i == 5);
    }
  assert_title (bench, 0, "Words of another version of Kring: “a”");
  assert_title (bench, 5, "Question about dex: “”");
  assert_title (bench, 6, "Words of another version of Kring: “twice”");
  assert_title (bench, 7, "what is not on the map any more: “b”");
  whole = kring_unnoted_dup_whole (kring_drafts_get_draft (drafts, 6), bench->map);
  g_assert_cmpstr (whole, ==, "Words of another version of Kring:\ntwice");
  again = kring_drafts_dup_all (drafts);
  g_assert_cmpuint (g_variant_n_children (again), ==, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interact/drafts/kept", test_kept);
  g_test_add_func ("/interact/drafts/taken-back", test_taken_back);
  g_test_add_func ("/interact/drafts/removed-while-told", test_removed_while_told);
  g_test_add_func ("/interact/drafts/name-of-new", test_name_of_new);
  g_test_add_func ("/interact/drafts/box-in-use", test_box_in_use);
  g_test_add_func ("/interact/drafts/titles", test_titles);
  g_test_add_func ("/interact/drafts/title-of-tie", test_title_of_tie);
  g_test_add_func ("/interact/drafts/restored", test_restored);
  g_test_add_func ("/interact/drafts/restored-boxes", test_restored_boxes);
  g_test_add_func ("/interact/drafts/restored-strange", test_restored_strange);
  return g_test_run ();
}
