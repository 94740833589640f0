/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and not noted, noted all at once: each as its own box would; the rest says why not. */
#include "fixture.h"
#include "gtk/records/kring-noting.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-search.h"

#include <string.h>

static KringDrafts *
get_drafts (Fixture *fixture)
{
  return kring_session_get_drafts (fixture->session);
}

static void
keep (Fixture *fixture, KringDraftBox box, const char *id, const char *second, const char *text)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (id != NULL)
    g_ptr_array_add (ids, (gpointer) id);
  if (second != NULL)
    g_ptr_array_add (ids, (gpointer) second);
  kring_drafts_keep_text (get_drafts (fixture), box, ids, text);
}

static void
assert_all_noted (Fixture *fixture)
{
  g_autoptr (GPtrArray) left = kring_noting_note_all (fixture->session);

  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (kring_drafts_get_size (get_drafts (fixture)), ==, 0);
}

/* One draft stays, for that reason, and can be tried again. */
static void
assert_left (Fixture *fixture, const char *why)
{
  g_autoptr (GPtrArray) left = kring_noting_note_all (fixture->session);

  g_assert_cmpuint (left->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (left, 0), why));
  g_assert_cmpuint (kring_drafts_get_size (get_drafts (fixture)), ==, 1);
  kring_drafts_remove (get_drafts (fixture), kring_drafts_get_draft (get_drafts (fixture), 0));
}

/* The only one of a kind. */
static KringItem *
get_only (Fixture *fixture, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (fixture->map, kind);

  g_assert_cmpuint (items->len, ==, 1);
  return g_ptr_array_index (items, 0);
}

static void
test_event (Fixture *fixture, gconstpointer data)
{
  keep (fixture, KRING_DRAFT_EVENT, NULL, NULL, "12-11 ran away");
  assert_all_noted (fixture);
  g_assert_cmpstr (kring_item_get_text (get_only (fixture, KRING_KIND_EVENT), "name"), ==,
                   "ran away");
  g_assert_cmpstr (kring_item_get_text (get_only (fixture, KRING_KIND_EVENT), "when"), ==,
                   "2025-11-12");
  keep (fixture, KRING_DRAFT_EVENT, NULL, NULL, "ran away again");
  assert_left (fixture, "When was that?");
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  KringItem *signal;

  keep (fixture, KRING_DRAFT_PROTECTIVE, fixture->dex, NULL, "goes to school");
  assert_all_noted (fixture);
  signal = get_only (fixture, KRING_KIND_SIGNAL);
  g_assert_cmpint (kring_item_get_choice (signal, "family"), ==, KRING_FAMILY_PROTECTIVE);
  g_assert_true (kring_item_refers_to (signal, fixture->dex));
  kring_history_undo (kring_session_get_history (fixture->session));
  keep (fixture, KRING_DRAFT_SIGNAL, fixture->noor, NULL, "new phone 12-11-2025");
  assert_all_noted (fixture);
  signal = get_only (fixture, KRING_KIND_SIGNAL);
  g_assert_cmpint (kring_item_get_choice (signal, "family"), ==, KRING_FAMILY_RISK);
  g_assert_cmpstr (kring_item_get_text (signal, "observed"), ==, "2025-11-12");
}

/* With a question mark it is a question, about the one or about all. */
static void
test_tasks (Fixture *fixture, gconstpointer data)
{
  KringItem *task;

  keep (fixture, KRING_DRAFT_TASK, fixture->dex, NULL, "Call school");
  assert_all_noted (fixture);
  task = get_only (fixture, KRING_KIND_TASK);
  g_assert_cmpint (kring_item_get_choice (task, "sort"), ==, KRING_TASK_ACTION);
  g_assert_true (kring_item_refers_to (task, fixture->dex));
  kring_history_undo (kring_session_get_history (fixture->session));
  keep (fixture, KRING_DRAFT_TASK, NULL, NULL, "Who pays? ");
  assert_all_noted (fixture);
  g_assert_cmpint (kring_item_get_choice (get_only (fixture, KRING_KIND_TASK), "sort"), ==,
                   KRING_TASK_QUESTION);
  kring_history_undo (kring_session_get_history (fixture->session));
  keep (fixture, KRING_DRAFT_QUESTION, fixture->noor, NULL, "Since when");
  assert_all_noted (fixture);
  g_assert_true (kring_item_refers_to (get_only (fixture, KRING_KIND_TASK), fixture->noor));
}

/* A view is of what is filtered; of everything there is none. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  keep (fixture, KRING_DRAFT_VIEW, NULL, NULL, "Only Dex");
  assert_left (fixture, "Nothing is filtered now");
  keep (fixture, KRING_DRAFT_VIEW, NULL, NULL, "Only Dex");
  kring_filter_set_text (kring_session_get_filter (fixture->session), "dex");
  assert_all_noted (fixture);
  g_assert_nonnull (kring_map_find_named (fixture->map, KRING_KIND_VIEW, "Only Dex"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  KringItem *tie;

  keep (fixture, KRING_DRAFT_NAME, fixture->dex, NULL, "Dexter");
  keep (fixture, KRING_DRAFT_PARTICIPANT, NULL, NULL, "Marit");
  keep (fixture, KRING_DRAFT_FIELD, fixture->noor, "role", "sister");
  assert_all_noted (fixture);
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "name"), ==, "Dexter");
  g_assert_cmpstr (fixture_get (fixture, fixture->noor, "role"), ==, "sister");
  g_assert_cmpstr (kring_item_get_text (get_only (fixture, KRING_KIND_PARTICIPANT), "name"), ==,
                   "Marit");
  kring_history_undo (kring_session_get_history (fixture->session));
  keep (fixture, KRING_DRAFT_TIE, fixture->noor, fixture->dex, "owes money");
  assert_all_noted (fixture);
  {
    g_autoptr (GPtrArray) ties = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_TIE);

    tie = g_ptr_array_index (ties, ties->len - 1);
    g_assert_cmpuint (ties->len, ==, 2);
    g_assert_cmpstr (kring_item_get_text (tie, "kind"), ==, "owes money");
    g_assert_cmpstr (kring_item_get_text (tie, "from"), ==, fixture->noor);
  }
}

/* What it was about is gone; and a date that does not fit a field stays words. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  keep (fixture, KRING_DRAFT_FIELD, fixture->tie, "since", "oktopus");
  assert_left (fixture, "This does not fit in the field yet.");
  keep (fixture, KRING_DRAFT_QUESTION, fixture->dex, NULL, "Since when?");
  g_ptr_array_add (ids, fixture->dex);
  kring_edit_delete (fixture->editor, ids);
  assert_left (fixture, "What it is about was removed.");
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/noting/event", test_event);
  FIXTURE_TEST ("/noting/signals", test_signals);
  FIXTURE_TEST ("/noting/tasks", test_tasks);
  FIXTURE_TEST ("/noting/view", test_view);
  FIXTURE_TEST ("/noting/names", test_names);
  FIXTURE_TEST ("/noting/left", test_left);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
