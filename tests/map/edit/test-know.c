/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals, statements and tasks: adding them, and what becomes of them with what they are about. */
#include "known.h"
#include "map/edit/kring-free-spot.h"
#include "rig.h"

static void
test_signal (Rig *rig, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  KringItem *signal = known_add_signal (rig->editor, rig->noor, "runs-away", " Runs away\n",
                                        KRING_FAMILY_RISK, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kring_item_get_text (signal, "name"), ==, "Runs away");
  g_assert_cmpstr (kring_item_get_text (signal, "about"), ==, rig->noor);
  g_assert_cmpstr (kring_item_get_text (signal, "observed"), ==, "2025-11-20");
  g_assert_cmpstr (kring_item_get_text (signal, "recorded"), ==, "2025-11-20");
  g_assert_cmpint (kring_item_get_party (signal), ==, KRING_PARTY_CARE);
  g_assert_cmpint (kring_item_get_certainty (signal), ==, KRING_CERTAINTY_SUSPECTED);
  g_assert_cmpstr (kring_history_get_undo_label (rig->history), ==, "Add Signal");
  rig_undo (rig);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_SIGNAL), ==, 0);
}

/* Nothing is added when it cannot be; the map stays as it was. */
static void
test_refused (Rig *rig, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *note =
      rig_dup_id (kring_edit_add (rig->editor, KRING_KIND_NOTE, "Note", KRING_POINT_INIT (0, 300)));
  g_autofree char *large = g_strnfill (200000, 'a');

  g_assert_null (known_add_signal (rig->editor, rig->noor, NULL, " \t", 0, &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_NO_WORDS);
  g_clear_error (&error);
  g_assert_null (known_add_signal (rig->editor, "gone", NULL, "Moe", 0, &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_NO_SIGNALS);
  g_clear_error (&error);
  g_assert_null (known_add_signal (rig->editor, note, NULL, "Moe", 0, &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_NO_SIGNALS);
  g_clear_error (&error);
  g_assert_null (
      known_add_statement (rig->editor, rig->noor, KRING_STATEMENT_VERBATIM, large, &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (kring_edit_add_task (rig->editor, "gone", KRING_TASK_ACTION, "Bellen", &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_MISSING);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_SIGNAL) + rig_count (rig, KRING_KIND_STATEMENT) +
                        rig_count (rig, KRING_KIND_TASK),
                    ==, 0);
}

/* An event of the timeline has its date, and does not stand on the map. */
static void
test_event (Rig *rig, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  KringItem *event;
  KringPoint at;
  g_autofree char *large = g_strnfill (200000, 'a');

  kring_edit_set_centre (rig->editor, rig->noor);
  event = kring_edit_add_event (rig->editor, " ran off\n", "2025-11-12T23:30", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kring_item_get_text (event, "name"), ==, "ran off");
  g_assert_cmpstr (kring_item_get_text (event, "when"), ==, "2025-11-12T23:30");
  g_assert_cmpint (kring_item_get_choice (event, "sort"), ==, KRING_EVENT_OTHER);
  g_assert_null (kring_item_get_named (event, "involved"));
  g_assert_cmpint (kring_item_get_party (event), ==, KRING_PARTY_CARE);
  g_assert_false (kring_item_get_position (event, &at));
  rig_undo (rig);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_EVENT), ==, 0);

  event = kring_edit_add_event (rig->editor, "Missing", "2025-11", NULL);
  g_assert_cmpint (kring_item_get_choice (event, "sort"), ==, KRING_EVENT_MISSING);
  g_assert_true (kring_item_refers_to (event, rig->noor));
  event = kring_edit_add_event (rig->editor, "found", "2025-11-14", NULL);
  g_assert_cmpint (kring_item_get_choice (event, "sort"), ==, KRING_EVENT_FOUND);
  event = kring_edit_add_event (rig->editor, "the", "2025-11-14", NULL);
  g_assert_cmpint (kring_item_get_choice (event, "sort"), ==, KRING_EVENT_OTHER);

  g_assert_null (kring_edit_add_event (rig->editor, " ", "2025-11-12", &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_NO_EVENT);
  g_clear_error (&error);
  g_assert_null (kring_edit_add_event (rig->editor, "found", "12-11", &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (kring_edit_add_event (rig->editor, large, "2025-11-12", &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_EVENT), ==, 3);
}

/* Named on the map: a date in front is its date, as long as nobody gave it another. */
static void
test_event_named (Rig *rig, gconstpointer data)
{
  KringItem *event;
  const char *id;

  kring_edit_set_centre (rig->editor, rig->noor);
  event = kring_edit_add (rig->editor, KRING_KIND_EVENT, NULL, KRING_POINT_INIT (500, 0));
  id = kring_item_get_id (event);
  g_assert_true (kring_edit_rename (rig->editor, id, "12/11 missing", NULL));
  g_assert_cmpstr (kring_item_get_text (event, "name"), ==, "missing");
  g_assert_cmpstr (kring_item_get_text (event, "when"), ==, "2025-11-12");
  g_assert_cmpint (kring_item_get_choice (event, "sort"), ==, KRING_EVENT_MISSING);
  g_assert_true (kring_item_refers_to (event, rig->noor));
  rig_undo (rig);
  g_assert_null (kring_item_get_text (event, "name"));
  g_assert_null (kring_item_get_text (event, "when"));
  /* Two days may be meant: nothing is taken away from what was typed. */
  g_assert_true (kring_edit_rename (rig->editor, id, "vorige maandag gone", NULL));
  g_assert_cmpstr (kring_item_get_text (event, "name"), ==, "vorige maandag gone");
  g_assert_true (kring_edit_rename (rig->editor, id, "12-11 gone", NULL));
  g_assert_cmpstr (kring_item_get_text (event, "name"), ==, "12-11 gone");
  g_assert_null (kring_item_get_text (event, "when"));
}

static void
test_task (Rig *rig, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = NULL;
  KringItem *task =
      kring_edit_add_task (rig->editor, rig->dex, KRING_TASK_QUESTION, "Wie is Dex?", NULL);
  KringItem *general = kring_edit_add_task (rig->editor, NULL, KRING_TASK_ACTION, "Overleg", NULL);

  g_assert_nonnull (general);
  g_assert_null (kring_item_get_named (general, "about"));
  g_assert_cmpint (kring_item_get_choice (task, "state"), ==, KRING_TASK_OPEN);
  ids = rig_list (kring_item_get_id (task));
  g_ptr_array_add (ids, rig->dex);
  kring_edit_set_task_state (rig->editor, ids, KRING_TASK_DONE);
  g_assert_cmpint (kring_item_get_choice (task, "state"), ==, KRING_TASK_DONE);
  rig_undo (rig);
  g_assert_cmpint (kring_item_get_choice (task, "state"), ==, KRING_TASK_OPEN);
}

static KringItem *
add_words (Rig *rig, const char *about)
{
  return known_add_statement (rig->editor, about, KRING_STATEMENT_VERBATIM, "ja, nee", NULL);
}

/* What is only about the removed goes along, and comes back with it. */
static void
test_delete (Rig *rig, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = rig_list (rig->dex);
  g_autofree char *both = NULL;
  g_autoptr (GPtrArray) task = NULL;
  const char *about[] = { rig->noor, rig->dex, NULL };

  if (g_strcmp0 (about[0], about[1]) > 0)
    {
      about[0] = rig->dex;
      about[1] = rig->noor;
    }
  add_words (rig, rig->dex);
  add_words (rig, rig->tie);
  add_words (rig, rig->noor);
  both =
      rig_dup_id (kring_edit_add_task (rig->editor, rig->dex, KRING_TASK_ACTION, "Bellen", NULL));
  task = rig_list (both);
  g_assert_true (kring_edit_set (rig->editor, task, "about", g_variant_new_strv (about, 2), NULL));
  kring_edit_delete (rig->editor, ids);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_STATEMENT), ==, 1);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_TASK), ==, 1);
  g_assert_false (kring_item_refers_to (kring_map_get_item (rig->map, both), rig->dex));
  g_assert_true (kring_map_check (rig->map, NULL, NULL));
  rig_undo (rig);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_STATEMENT), ==, 3);
  g_assert_true (kring_item_refers_to (kring_map_get_item (rig->map, both), rig->dex));
}

static void
test_duplicate (Rig *rig, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = rig_list (rig->dex), copies = NULL, words = NULL;

  add_words (rig, rig->dex);
  add_words (rig, rig->tie);
  copies = kring_edit_duplicate (rig->editor, ids);
  g_assert_cmpuint (copies->len, ==, 2);
  words = kring_map_dup_referrers (rig->map, copies->pdata[0]);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_true (kring_item_is (words->pdata[0], KRING_KIND_STATEMENT));
  rig_undo (rig);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_STATEMENT), ==, 2);
}

/* Typed or pasted, invisible marks do not come along; far too long is refused with a reason. */
static void
test_odd_text (Rig *rig, gconstpointer data)
{
  g_autofree char *many = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  KringItem *signal = known_add_signal (rig->editor, rig->noor, NULL, "Jas\xe2\x80\xae\x07 weg\nNu",
                                        KRING_FAMILY_RISK, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kring_item_get_text (signal, "name"), ==, "Jas weg Nu");
  g_assert_null (known_add_signal (rig->editor, rig->noor, NULL, many, KRING_FAMILY_RISK, &error));
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_SIGNAL), ==, 1);
  g_assert_true (kring_map_check (rig->map, NULL, NULL));
}

static const char *
get_concerns (Rig *rig)
{
  g_autoptr (GPtrArray) placed = kring_map_dup_items_of_kind (rig->map, KRING_KIND_SIGNAL);
  GVariant *value = NULL;

  g_assert_cmpuint (placed->len, ==, 1);
  value = kring_item_get_named (placed->pdata[0], "concerns");
  return value != NULL ? g_variant_get_string (value, NULL) : NULL;
}

/* Whom a signal is about is kept; a word for it that only one organisation has is no refusal. */
static void
test_concerns (Rig *rig, gconstpointer data)
{
  KringNewSignal wanted = { .label = "Nieuwe jas",
                            .family = KRING_FAMILY_RISK,
                            .concerns = "suspect" };
  g_autoptr (GPtrArray) ids = rig_list (rig->noor);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (kring_edit_add_signals (rig->editor, ids, &wanted, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (get_concerns (rig), ==, "suspect");
  rig_undo (rig);
  wanted.concerns = "buurt";
  g_assert_cmpuint (kring_edit_add_signals (rig->editor, ids, &wanted, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (get_concerns (rig), ==, NULL);
}

/* The same on several things is one step; what cannot have signals is passed over. */
static void
test_several (Rig *rig, gconstpointer data)
{
  KringNewSignal wanted = { .label = "Nieuwe jas",
                            .family = KRING_FAMILY_RISK,
                            .observed = "2025-09" };
  g_autofree char *note =
      rig_dup_id (kring_edit_add (rig->editor, KRING_KIND_NOTE, "Let op", KRING_POINT_INIT (0, 9)));
  g_autoptr (GPtrArray) ids = rig_list (rig->noor), notes = rig_list (note);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (ids, rig->dex);
  g_ptr_array_add (ids, rig->tie);
  g_ptr_array_add (ids, note);
  g_assert_cmpuint (kring_edit_add_signals (rig->editor, ids, &wanted, &error), ==, 3);
  g_assert_no_error (error);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_SIGNAL), ==, 3);
  rig_undo (rig);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_SIGNAL), ==, 0);
  g_assert_cmpuint (kring_edit_add_signals (rig->editor, notes, &wanted, &error), ==, 0);
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_NO_SIGNALS);
  g_clear_error (&error);
  g_ptr_array_set_size (ids, 1);
  wanted.audience = KRING_AUDIENCE_CARE;
  g_assert_cmpuint (kring_edit_add_signals (rig->editor, ids, &wanted, &error), ==, 1);
  {
    g_autoptr (GPtrArray) placed = kring_map_dup_items_of_kind (rig->map, KRING_KIND_SIGNAL);

    g_assert_cmpint (kring_item_get_audience (placed->pdata[0]), ==, KRING_AUDIENCE_CARE);
  }
  rig_undo (rig);
  wanted.observed = "2025-02-31";
  g_assert_cmpuint (kring_edit_add_signals (rig->editor, ids, &wanted, &error), ==, 0);
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE);
  g_assert_cmpuint (rig_count (rig, KRING_KIND_SIGNAL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RIG_TEST ("/edit/know/event", test_event);
  RIG_TEST ("/edit/know/event-named", test_event_named);
  RIG_TEST ("/edit/know/signal", test_signal);
  RIG_TEST ("/edit/know/refused", test_refused);
  RIG_TEST ("/edit/know/task", test_task);
  RIG_TEST ("/edit/know/delete", test_delete);
  RIG_TEST ("/edit/know/duplicate", test_duplicate);
  RIG_TEST ("/edit/know/odd-text", test_odd_text);
  RIG_TEST ("/edit/know/concerns", test_concerns);
  RIG_TEST ("/edit/know/several", test_several);
  return g_test_run ();
}
