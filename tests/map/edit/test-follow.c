/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certainty of items follows what is stated about them, until somebody sets it by hand. */
#include "rig.h"

#include "known.h"
#include "map/model/kring-record-counts.h"

static void
set_certainty (Rig *rig, const char *id, KringCertainty certainty)
{
  g_autoptr (GPtrArray) ids = rig_list (id);

  kring_edit_set_certainty (rig->editor, ids, certainty);
}

static char *
add_words (Rig *rig, const char *about)
{
  return rig_dup_id (
      known_add_statement (rig->editor, about, KRING_STATEMENT_VERBATIM, "ja, nee", NULL));
}

static void
assert_certainty (Rig *rig, const char *id, KringCertainty certainty)
{
  g_assert_cmpint (kring_item_get_certainty (kring_map_get_item (rig->map, id)), ==, certainty);
}

/* The best of them counts, whatever happens to them; each is one step. */
static void
test_follows (Rig *rig, gconstpointer data)
{
  g_autofree char *first = add_words (rig, rig->tie), *second = NULL;
  g_autoptr (GPtrArray) ids = rig_list (first);

  assert_certainty (rig, rig->tie, KRING_CERTAINTY_PROBABLE);
  assert_certainty (rig, first, KRING_CERTAINTY_PROBABLE);
  set_certainty (rig, first, KRING_CERTAINTY_SUSPECTED);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
  rig_undo (rig);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_PROBABLE);
  kring_history_redo (rig->history);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
  second = add_words (rig, rig->tie);
  set_certainty (rig, first, KRING_CERTAINTY_CONFIRMED);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_CONFIRMED);
  set_certainty (rig, first, KRING_CERTAINTY_REFUTED);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
  set_certainty (rig, second, KRING_CERTAINTY_REFUTED);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_REFUTED);
  rig_undo (rig);
  rig_undo (rig);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_CONFIRMED);
  kring_edit_delete (rig->editor, ids);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
  rig_undo (rig);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_CONFIRMED);
}

/* Noting something never makes anything less sure, nor surer, nor is it refuted from the start. */
static void
test_noting_changes_nothing (Rig *rig, gconstpointer data)
{
  for (int i = KRING_CERTAINTY_CONFIRMED; i <= KRING_CERTAINTY_REFUTED; i++)
    {
      g_autofree char *words = NULL;
      g_autoptr (GPtrArray) tie = rig_list (rig->tie);

      set_certainty (rig, rig->tie, i);
      words = add_words (rig, rig->tie);
      assert_certainty (rig, rig->tie, i);
      assert_certainty (rig, words,
                        i == KRING_CERTAINTY_REFUTED ? KRING_CERTAINTY_SUSPECTED
                                                     : (KringCertainty) i);
      rig_undo (rig);
      kring_edit_set_one (rig->editor, rig->tie, "certainty_by_hand", NULL, NULL);
      words = (g_free (words), add_words (rig, rig->tie));
      assert_certainty (rig, rig->tie, i);
      rig_undo (rig);
    }
}

/* What nobody judged is not judged by a statement about it. */
static void
test_nothing_said (Rig *rig, gconstpointer data)
{
  g_autofree char *words = NULL;

  kring_edit_set_one (rig->editor, rig->dex, "certainty", NULL, NULL);
  kring_edit_set_one (rig->editor, rig->dex, "certainty_by_hand", NULL, NULL);
  words = add_words (rig, rig->dex);
  g_assert_null (kring_item_get_named (kring_map_get_item (rig->map, words), "certainty"));
  g_assert_null (kring_item_get_named (kring_map_get_item (rig->map, rig->dex), "certainty"));
}

/* A statement that nobody judged does not make sure what a judged one leaves in doubt. */
static void
test_unsaid_counts_for_nothing (Rig *rig, gconstpointer data)
{
  g_autofree char *first = add_words (rig, rig->tie), *second = add_words (rig, rig->tie);

  kring_edit_set_one (rig->editor, second, "certainty", NULL, NULL);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_PROBABLE);
  set_certainty (rig, first, KRING_CERTAINTY_SUSPECTED);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
  kring_edit_set_one (rig->editor, first, "certainty", NULL, NULL);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
}

static void
test_moved (Rig *rig, gconstpointer data)
{
  g_autofree char *words = add_words (rig, rig->tie);

  kring_edit_set_one (rig->editor, words, "about", g_variant_new_string (rig->dex), NULL);
  assert_certainty (rig, rig->dex, KRING_CERTAINTY_CONFIRMED);
  /* Nothing is stated about the tie any more: it stays as it was. */
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_PROBABLE);
}

static void
test_by_hand (Rig *rig, gconstpointer data)
{
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) ids = rig_list (rig->tie);

  set_certainty (rig, rig->tie, KRING_CERTAINTY_UNKNOWN);
  words = add_words (rig, rig->tie);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_UNKNOWN);
  set_certainty (rig, words, KRING_CERTAINTY_SUSPECTED);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_UNKNOWN);
  kring_edit_follow_sources (rig->editor, ids);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
  g_assert_cmpstr (kring_history_get_undo_label (rig->history), ==, "Follow Sources");
  set_certainty (rig, words, KRING_CERTAINTY_PROBABLE);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_PROBABLE);
  /* The form sets it as a field like any other. */
  kring_edit_set_one (rig->editor, rig->tie, "certainty", g_variant_new_string ("confirmed"), NULL);
  set_certainty (rig, words, KRING_CERTAINTY_REFUTED);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_CONFIRMED);
  rig_undo (rig);
  rig_undo (rig);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_PROBABLE);
  set_certainty (rig, words, KRING_CERTAINTY_SUSPECTED);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
}

/* Nobody doubts that she is there. */
static void
test_centre (Rig *rig, gconstpointer data)
{
  g_autofree char *words = add_words (rig, rig->noor);

  assert_certainty (rig, rig->noor, KRING_CERTAINTY_CONFIRMED);
}

/* A certainty from a file that does not say that it was set by hand. */
static void
test_out_of_step (Rig *rig, gconstpointer data)
{
  g_autofree char *words = add_words (rig, rig->tie), *more = NULL;

  set_certainty (rig, words, KRING_CERTAINTY_SUSPECTED);
  set_certainty (rig, rig->tie, KRING_CERTAINTY_CONFIRMED);
  kring_edit_set_one (rig->editor, rig->tie, "certainty_by_hand", NULL, NULL);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_SUSPECTED);
  kring_history_begin (rig->history, "As in an old file");
  set_certainty (rig, rig->tie, KRING_CERTAINTY_CONFIRMED);
  kring_history_commit (rig->history);
  more = add_words (rig, rig->tie);
  assert_certainty (rig, rig->tie, KRING_CERTAINTY_CONFIRMED);
}

static void
test_paste (Rig *rig, gconstpointer data)
{
  g_autofree char *words = add_words (rig, rig->dex);
  g_autoptr (GPtrArray) ids = rig_list (words), fragment = NULL, copies = NULL,
                        dex = rig_list (rig->dex);
  g_autoptr (GPtrArray) both = NULL, twins = NULL;
  KringItem *copy;

  fragment = kring_edit_dup_fragment (rig->map, ids);
  kring_edit_delete (rig->editor, ids);
  set_certainty (rig, rig->dex, KRING_CERTAINTY_CONFIRMED);
  kring_edit_follow_sources (rig->editor, dex);
  assert_certainty (rig, rig->dex, KRING_CERTAINTY_CONFIRMED);
  copies = kring_edit_paste (rig->editor, fragment, KRING_POINT_INIT (0, 0));
  g_assert_cmpuint (copies->len, ==, 1);
  assert_certainty (rig, rig->dex, KRING_CERTAINTY_CONFIRMED);
  /* A copy of both is as sure as the original. */
  set_certainty (rig, rig->dex, KRING_CERTAINTY_PROBABLE);
  both = kring_edit_duplicate (rig->editor, dex);
  copy = kring_map_get_item (rig->map, both->pdata[0]);
  g_assert_cmpint (kring_item_get_certainty (copy), ==, KRING_CERTAINTY_PROBABLE);
  g_assert_true (kring_item_get_bool (copy, "certainty_by_hand"));
}

/* Two statements that contradict each other are copied as two that do. */
static void
test_contradicts (Rig *rig, gconstpointer data)
{
  g_autofree char *a = add_words (rig, rig->dex), *b = add_words (rig, rig->dex);
  g_autoptr (GPtrArray) ids = rig_list (rig->dex), copies = NULL;
  g_autoptr (GError) error = NULL;
  KringItem *one, *two;

  kring_edit_set_one (rig->editor, a, "contradicts", g_variant_new_strv ((const char *[]){ b }, 1),
                      NULL);
  kring_edit_set_one (rig->editor, b, "contradicts", g_variant_new_strv ((const char *[]){ a }, 1),
                      NULL);
  g_assert_false (kring_edit_set_one (rig->editor, a, "contradicts",
                                      g_variant_new_strv ((const char *[]){ a }, 1), &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_ITSELF);
  copies = kring_edit_duplicate (rig->editor, ids);
  g_assert_cmpuint (copies->len, ==, 3);
  one = kring_map_get_item (rig->map, copies->pdata[1]);
  two = kring_map_get_item (rig->map, copies->pdata[2]);
  g_assert_true (kring_item_refers_to (one, kring_item_get_id (two)));
  g_assert_true (kring_item_refers_to (two, kring_item_get_id (one)));
  g_assert_false (kring_item_refers_to (two, a));
  kring_edit_delete (rig->editor, copies);
  kring_edit_delete (rig->editor, ids);
  rig_undo (rig);
  g_assert_true (kring_item_refers_to (kring_map_get_item (rig->map, a), b));
}

/* Typing in a statement is one step, also when it moves something along. */
static void
test_one_step (Rig *rig, gconstpointer data)
{
  guint64 revision = kring_history_get_revision (rig->history);
  g_autofree char *words = add_words (rig, rig->tie);

  set_certainty (rig, words, KRING_CERTAINTY_CONFIRMED);
  rig_undo (rig);
  rig_undo (rig);
  g_assert_cmpuint (kring_history_get_revision (rig->history), ==, revision);
}

static gboolean
is_reminded (Rig *rig)
{
  return kring_item_get_bool (kring_map_get_case (rig->map), "reminded_not_to_question");
}

static void
type (Rig *rig, const char *id, const char *field, const char *text)
{
  g_assert_true (kring_edit_type (rig->editor, id, field, text, NULL));
}

/* The mark comes with her words, once, and goes when they are taken back. */
static void
test_remind (Rig *rig, gconstpointer data)
{
  g_autofree char *words = add_words (rig, rig->tie);

  type (rig, words, "said_by", "Dex");
  g_assert_false (is_reminded (rig));
  type (rig, words, "said_by", "noor");
  g_assert_true (is_reminded (rig));
  rig_undo (rig);
  g_assert_false (is_reminded (rig));
  kring_edit_set_one (rig->editor, words, "form", g_variant_new_string ("interpretation"), NULL);
  type (rig, words, "said_by", "Noor");
  g_assert_false (is_reminded (rig));
  kring_edit_set_one (rig->editor, words, "form", g_variant_new_string ("verbatim"), NULL);
  g_assert_true (is_reminded (rig));
}

static void
know (Rig *rig, const char *id, const char *way)
{
  kring_edit_set_one (rig->editor, id, "how_known", g_variant_new_string (way), NULL);
}

/* What she told counts as her words, also where somebody else put it in his own. */
static void
test_remind_told (Rig *rig, gconstpointer data)
{
  g_autofree char *words = add_words (rig, rig->tie), *about_her = NULL;

  kring_edit_set_one (rig->editor, words, "form", g_variant_new_string ("interpretation"), NULL);
  know (rig, words, "told_by_person");
  g_assert_false (is_reminded (rig));
  type (rig, words, "said_by", "Noor");
  g_assert_true (is_reminded (rig));
  rig_undo (rig);
  g_assert_false (is_reminded (rig));
  about_her = add_words (rig, rig->noor);
  kring_edit_set_one (rig->editor, about_her, "form", g_variant_new_string ("interpretation"),
                      NULL);
  know (rig, about_her, "told_by_other");
  g_assert_false (is_reminded (rig));
  know (rig, about_her, "told_by_person");
  g_assert_true (is_reminded (rig));
}

static void
test_remind_party (Rig *rig, gconstpointer data)
{
  g_autofree char *words = NULL, *called = NULL;

  type (rig, rig->noor, "name", "Noor V.");
  called = add_words (rig, rig->dex);
  g_assert_false (is_reminded (rig));
  kring_editor_set_pen (rig->editor, KRING_PARTY_YOUTH);
  words = add_words (rig, rig->dex);
  g_assert_true (is_reminded (rig));
  rig_undo (rig);
  type (rig, called, "said_by", "Noor");
  g_assert_true (is_reminded (rig));
}

/* The same is noted about several as one step; all of it or nothing. */
static void
test_several (Rig *rig, gconstpointer data)
{
  KringNewStatement wanted = { KRING_STATEMENT_VERBATIM,       "ja",        "Noor", "Marit",
                               KRING_HOW_KNOWN_TOLD_BY_PERSON, "2025-10-16" };
  g_autoptr (GPtrArray) ids = rig_list (rig->dex), of = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (ids, rig->tie);
  g_ptr_array_add (ids, (gpointer) KRING_MAP_CASE_ID);
  g_assert_cmpuint (kring_edit_add_statements (rig->editor, ids, &wanted, &error), ==, 2);
  g_assert_no_error (error);
  of = kring_map_dup_statements_of (rig->map, rig->tie);
  g_assert_cmpuint (of->len, ==, 1);
  g_assert_cmpstr (kring_item_get_text (of->pdata[0], "said_by"), ==, "Noor");
  g_assert_cmpstr (kring_item_get_text (of->pdata[0], "when"), ==, "2025-10-16");
  g_assert_cmpint (kring_item_get_choice (of->pdata[0], "how_known"), ==,
                   KRING_HOW_KNOWN_TOLD_BY_PERSON);
  assert_certainty (rig, rig->dex, KRING_CERTAINTY_CONFIRMED);
  rig_undo (rig);
  assert_certainty (rig, rig->dex, KRING_CERTAINTY_CONFIRMED);
  wanted.words = "“ja";
  g_assert_cmpuint (kring_edit_add_statements (rig->editor, ids, &wanted, &error), ==, 2);
  g_clear_pointer (&of, g_ptr_array_unref);
  of = kring_map_dup_statements_of (rig->map, rig->tie);
  g_assert_cmpstr (kring_item_get_text (of->pdata[0], "words"), ==, "ja");
  rig_undo (rig);
  wanted.when = "32-13-2025";
  g_assert_cmpuint (kring_edit_add_statements (rig->editor, ids, &wanted, &error), ==, 0);
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE);
  g_clear_error (&error);
  wanted.words = " \n";
  g_assert_cmpuint (kring_edit_add_statements (rig->editor, ids, &wanted, &error), ==, 0);
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_NO_WORDS);
  g_ptr_array_remove_range (ids, 0, 2);
  g_clear_error (&error);
  g_assert_cmpuint (kring_edit_add_statements (rig->editor, ids, &wanted, &error), ==, 0);
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_NO_STATEMENTS);
}

/* What cannot be seen but turns or steers what is seen does not get in by typing or pasting. */
static void
test_plain (Rig *rig, gconstpointer data)
{
  static const char dirty[] = "Dex\xe2\x80\xae"
                              "xe\x1b[31m\x07\xe2\x81\xa6!";
  KringItem *person =
      kring_edit_add (rig->editor, KRING_KIND_PERSON, dirty, KRING_POINT_INIT (0, 400));
  g_autofree char *words = add_words (rig, rig->dex);

  g_assert_cmpstr (kring_item_get_text (person, "name"), ==, "Dexxe[31m!");
  kring_edit_rename (rig->editor, kring_item_get_id (person), dirty, NULL);
  g_assert_cmpstr (kring_item_get_text (person, "name"), ==, "Dexxe[31m!");
  type (rig, words, "said_by", dirty);
  type (rig, words, "words", dirty);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (rig->map, words), "said_by"), ==,
                   "Dexxe[31m!");
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (rig->map, words), "words"), ==,
                   "Dexxe[31m!");
}

/* The newest first, however vague; what was refuted last. */
static void
test_order (Rig *rig, gconstpointer data)
{
  static const char *const dates[] = { "2025-10", "~2019", "2025-11-02", "2026" };
  g_autoptr (GPtrArray) of = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *id = add_words (rig, rig->dex);

      kring_edit_set_one (rig->editor, id, "when", g_variant_new_string (dates[i]), NULL);
      if (i == 3)
        set_certainty (rig, id, KRING_CERTAINTY_REFUTED);
    }
  of = kring_map_dup_statements_of (rig->map, rig->dex);
  g_assert_cmpuint (of->len, ==, 4);
  g_assert_cmpstr (kring_item_get_text (of->pdata[0], "when"), ==, "2025-11-02");
  g_assert_cmpstr (kring_item_get_text (of->pdata[1], "when"), ==, "2025-10");
  g_assert_cmpstr (kring_item_get_text (of->pdata[2], "when"), ==, "~2019");
  g_assert_cmpstr (kring_item_get_text (of->pdata[3], "when"), ==, "2026");
}

static void
put_text (Rig *rig, KringItem *item, const char *field, const char *text)
{
  g_autoptr (GPtrArray) ids = rig_list (kring_item_get_id (item));

  g_assert_true (kring_edit_set (rig->editor, ids, field, g_variant_new_string (text), NULL));
}

/* Whoever holds the pen, a participant is of the side that words tell, until somebody says it. */
static void
test_sides (Rig *rig, gconstpointer data)
{
  KringItem *sem = kring_edit_add_participant (rig->editor, "Sem");
  KringItem *marit = kring_edit_add_participant (rig->editor, "Marit, mentor");

  g_assert_cmpint (kring_item_get_party (sem), ==, KRING_PARTY_NONE);
  g_assert_cmpint (kring_item_get_party (marit), ==, KRING_PARTY_CARE);
  put_text (rig, sem, "function", "Zedenrechercheur");
  g_assert_cmpint (kring_item_get_party (sem), ==, KRING_PARTY_POLICE);
  rig_undo (rig);
  g_assert_cmpint (kring_item_get_party (sem), ==, KRING_PARTY_NONE);
  put_text (rig, sem, "organisation", "Bezorgdienst");
  g_assert_cmpint (kring_item_get_party (sem), ==, KRING_PARTY_NONE);
  put_text (rig, sem, "organisation", "Veilig Thuis");
  g_assert_cmpint (kring_item_get_party (sem), ==, KRING_PARTY_CARE);
  put_text (rig, sem, "party", "police");
  put_text (rig, sem, "function", "mentor");
  g_assert_cmpint (kring_item_get_party (sem), ==, KRING_PARTY_POLICE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RIG_TEST ("/edit/follow/follows", test_follows);
  RIG_TEST ("/edit/follow/noting", test_noting_changes_nothing);
  RIG_TEST ("/edit/follow/nothing-said", test_nothing_said);
  RIG_TEST ("/edit/follow/unsaid", test_unsaid_counts_for_nothing);
  RIG_TEST ("/edit/follow/moved", test_moved);
  RIG_TEST ("/edit/follow/by-hand", test_by_hand);
  RIG_TEST ("/edit/follow/centre", test_centre);
  RIG_TEST ("/edit/follow/out-of-step", test_out_of_step);
  RIG_TEST ("/edit/follow/paste", test_paste);
  RIG_TEST ("/edit/follow/contradicts", test_contradicts);
  RIG_TEST ("/edit/follow/one-step", test_one_step);
  RIG_TEST ("/edit/follow/remind", test_remind);
  RIG_TEST ("/edit/follow/remind-told", test_remind_told);
  RIG_TEST ("/edit/follow/remind-party", test_remind_party);
  RIG_TEST ("/edit/follow/several", test_several);
  RIG_TEST ("/edit/follow/plain", test_plain);
  RIG_TEST ("/edit/follow/order", test_order);
  RIG_TEST ("/edit/follow/sides", test_sides);
  return g_test_run ();
}
