/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-gaps.h"

/* Noor at the centre; Dex, with a reason, a source and a tie of support; nobody else. */
typedef struct
{
  KringMap *map;
  KringEditor *editor;
  const char *noor, *dex, *tie; /* interned */
} Fixture;

static void
set (Fixture *self, const char *id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  kring_edit_set_one (self->editor, id, field, g_variant_new_string (value), &error);
  g_assert_no_error (error);
}

static const char *
add (Fixture *self, KringKindId kind, const char *name)
{
  KringItem *item = kring_edit_add (self->editor, kind, name, KRING_POINT_INIT (0, 0));

  return kring_item_get_id (item);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  KringItem *item;

  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (3));
  item = kring_edit_add_centre (self->editor, "Noor", KRING_POINT_INIT (0, 0));
  self->noor = kring_item_get_id (item);
  self->dex = add (self, KRING_KIND_PERSON, "Dex");
  item = kring_edit_add_tie (self->editor, self->dex, self->noor, "friend",
                             KRING_CERTAINTY_CONFIRMED, NULL);
  self->tie = kring_item_get_id (item);
  set (self, self->tie, "quality", "support");
  set (self, self->dex, "why", "A friend");
  set (self, self->noor, "how_known", "seen");
  set (self, self->dex, "how_known", "seen");
  set (self, self->tie, "how_known", "seen");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
}

/* "source:Dex alone:Kay(aside)" */
static void
assert_gaps (Fixture *self, const char *expected)
{
  g_autoptr (GArray) gaps = kring_map_dup_gaps (self->map);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const KringGap *gap = &g_array_index (gaps, KringGap, i);
      g_autofree char *title = kring_gap_dup_title (self->map, gap);

      g_string_append_printf (text, "%s%s:%s%s", i > 0 ? " " : "", kring_gap_get_name (gap->sort),
                              title, gap->aside ? "(aside)" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *text = kring_gaps_to_text (self->map);

  assert_gaps (self, "");
  g_assert_cmpstr (text, ==, "");
}

static void
test_doubt (Fixture *self, gconstpointer data)
{
  set (self, self->dex, "certainty", "suspected");
  assert_gaps (self, "suspected:Dex");
  set (self, self->dex, "certainty", "unknown");
  assert_gaps (self, "unknown:Dex");
  /* What was refuted asks nothing, not even where it comes from. */
  kring_edit_set_one (self->editor, self->dex, "how_known", NULL, NULL);
  set (self, self->dex, "certainty", "refuted");
  assert_gaps (self, "");
}

static void
test_source (Fixture *self, gconstpointer data)
{
  KringItem *statement;

  kring_edit_set_one (self->editor, self->dex, "how_known", NULL, NULL);
  assert_gaps (self, "source:Dex");
  statement =
      known_add_statement (self->editor, self->dex, KRING_STATEMENT_VERBATIM, "he is nice", NULL);
  set (self, kring_item_get_id (statement), "certainty", "confirmed");
  set (self, self->dex, "certainty", "confirmed");
  assert_gaps (self, "");
  set (self, kring_item_get_id (statement), "certainty", "refuted");
  set (self, self->dex, "certainty", "confirmed");
  assert_gaps (self, "source:Dex");
}

static void
test_persons (Fixture *self, gconstpointer data)
{
  const char *kay = add (self, KRING_KIND_PERSON, "Kay");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  set (self, kay, "how_known", "seen");
  assert_gaps (self, "reason:Kay alone:Kay");
  set (self, kay, "why", "A brother");
  g_ptr_array_add (ids, (gpointer) kay);
  kring_edit_group (self->editor, ids, "Family");
  assert_gaps (self, "");
  kring_edit_set_one (self->editor, kay, "identity_unknown", g_variant_new_boolean (TRUE), NULL);
  assert_gaps (self, "identity:Kay");
}

/* Whom the map is about may stand on it alone, without a reason: it is asked of others only. */
static void
test_centre (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) self->tie);
  kring_edit_delete (self->editor, ids);
  assert_gaps (self, "protection:Noor alone:Dex");
}

/* Support for somebody else, or a signal about the young person herself, is nobody who protects. */
static void
test_protection (Fixture *self, gconstpointer data)
{
  KringItem *signal;

  set (self, self->tie, "quality", "close");
  assert_gaps (self, "protection:Noor");
  signal = known_add_signal (self->editor, self->noor, NULL, "Likes horses",
                             KRING_FAMILY_PROTECTIVE, NULL);
  set (self, kring_item_get_id (signal), "certainty", "confirmed");
  set (self, kring_item_get_id (signal), "how_known", "seen");
  assert_gaps (self, "protection:Noor");
  set (self, kring_item_get_id (signal), "about", self->dex);
  assert_gaps (self, "");
}

static void
test_aside (Fixture *self, gconstpointer data)
{
  KringHistory *history = kring_editor_get_history (self->editor);
  g_autofree char *text = NULL;

  set (self, self->dex, "certainty", "suspected");
  kring_edit_set_one (self->editor, self->dex, "how_known", NULL, NULL);
  kring_edit_set_aside (self->editor, self->dex, "suspected", TRUE);
  assert_gaps (self, "suspected:Dex(aside) source:Dex");
  kring_edit_set_aside (self->editor, self->dex, "source", TRUE);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (self->map, self->dex), "set_aside"), ==,
                   "suspected source");
  text = kring_gaps_to_text (self->map);
  g_assert_cmpstr (text, ==, "");
  kring_edit_set_aside (self->editor, self->dex, "suspected", FALSE);
  assert_gaps (self, "suspected:Dex source:Dex(aside)");
  g_assert_cmpstr (kring_history_get_undo_label (history), ==, "Ask Again");
  kring_history_undo (history);
  kring_history_undo (history);
  kring_history_undo (history);
  assert_gaps (self, "suspected:Dex source:Dex");
}

/* The question takes the place of the prompt, in one step. */
static void
test_question (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) gaps = NULL;
  g_autofree char *question = NULL, *prompt = NULL;
  g_auto (GStrv) about = NULL;
  KringItem *task;

  set (self, self->dex, "certainty", "suspected");
  gaps = kring_map_dup_gaps (self->map);
  question = kring_gap_dup_question (self->map, &g_array_index (gaps, KringGap, 0));
  prompt = kring_gap_dup_prompt (self->map, &g_array_index (gaps, KringGap, 0));
  g_assert_cmpstr (question, ==, "Is this right: Dex?");
  g_assert_cmpstr (prompt, ==, "We suspect this. What would make it surer?");
  task = kring_edit_make_question (self->editor, self->dex, "suspected", question, NULL);
  about = kring_item_dup_refs (task, "about");
  g_assert_cmpint (kring_item_get_choice (task, "sort"), ==, KRING_TASK_QUESTION);
  g_assert_cmpstr (about[0], ==, self->dex);
  assert_gaps (self, "suspected:Dex(aside)");
  kring_history_undo (kring_editor_get_history (self->editor));
  assert_gaps (self, "suspected:Dex");
  g_assert_null (kring_edit_make_question (self->editor, self->dex, "suspected", " ", NULL));
  assert_gaps (self, "suspected:Dex");
}

static void
test_text (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  set (self, self->dex, "certainty", "suspected");
  set (self, self->tie, "certainty", "suspected");
  set (self, self->tie, "quality", "close");
  text = kring_gaps_to_text (self->map);
  g_assert_cmpstr (text, ==,
                   "What protects\n"
                   "  Who or what is good for Noor? That is not on the map yet.\n"
                   "\nSuspected\n"
                   "  We suspect this. What would make it surer?\n"
                   "  - Dex\n"
                   "  - Dex – Noor: friend\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC) g_test_add ("/gaps/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("doubt", test_doubt);
  ADD ("source", test_source);
  ADD ("persons", test_persons);
  ADD ("centre", test_centre);
  ADD ("protection", test_protection);
  ADD ("aside", test_aside);
  ADD ("question", test_question);
  ADD ("text", test_text);
  return g_test_run ();
}
