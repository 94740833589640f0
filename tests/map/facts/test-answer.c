/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-answer.h"
#include "map/facts/kring-timeline.h"

/*
 * Noor – Dex – Kay, Noor – Lieke – Dex, Noor and Dex both use a phone, Kay – Ada; Bo stands alone.
 */
typedef struct
{
  KringMap *map;
  KringEditor *editor;
  const char *noor, *dex, *kay, *lieke, *ada, *bo, *phone; /* interned */
} Fixture;

static const char *
add (Fixture *self, KringKindId kind, const char *name)
{
  KringItem *item = kring_edit_add (self->editor, kind, name, KRING_POINT_INIT (0, 0));

  return kring_item_get_id (item);
}

static KringItem *
tie (Fixture *self, const char *from, const char *to, const char *kind)
{
  KringItem *item =
      kring_edit_add_tie (self->editor, from, to, kind, KRING_CERTAINTY_CONFIRMED, NULL);

  g_assert_nonnull (item);
  return item;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  KringItem *noor;

  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (11));
  noor = kring_edit_add_centre (self->editor, "Noor", KRING_POINT_INIT (0, 0));
  self->noor = kring_item_get_id (noor);
  self->dex = add (self, KRING_KIND_PERSON, "Dex");
  self->kay = add (self, KRING_KIND_PERSON, "Kay");
  self->lieke = add (self, KRING_KIND_PERSON, "Lieke");
  self->ada = add (self, KRING_KIND_PERSON, "Ada");
  self->bo = add (self, KRING_KIND_PERSON, "Bo");
  self->phone = add (self, KRING_KIND_PHONE, "Second phone");
  tie (self, self->noor, self->dex, "relationship");
  tie (self, self->noor, self->lieke, "friend");
  tie (self, self->lieke, self->dex, "works for");
  tie (self, self->dex, self->kay, "brother");
  tie (self, self->kay, self->ada, "mother");
  tie (self, self->noor, self->phone, "uses");
  tie (self, self->dex, self->phone, "owns");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
}

static KringAnswer *
ask (Fixture *self, KringQuestion question, const char *a, const char *b)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (a != NULL)
    g_ptr_array_add (ids, (gpointer) a);
  if (b != NULL)
    g_ptr_array_add (ids, (gpointer) b);
  g_assert_true (kring_question_can_ask (self->map, question, ids));
  return kring_answer_new (self->map, question, ids);
}

static KringAnswerLine *
get_line (KringAnswer *answer, guint number)
{
  g_assert_cmpuint (number, <, answer->lines->len);
  return g_ptr_array_index (answer->lines, number);
}

static KringAnswerLine *
find_line (KringAnswer *answer, const char *text)
{
  for (guint i = 0; i < answer->lines->len; i++)
    if (g_str_equal (get_line (answer, i)->text, text))
      return get_line (answer, i);
  g_test_message ("no line “%s”", text);
  g_assert_not_reached ();
}

static void
test_linked (Fixture *self, gconstpointer data)
{
  g_autoptr (KringAnswer) answer = ask (self, KRING_QUESTION_LINKED, self->noor, self->dex);
  KringAnswerLine *direct = get_line (answer, 0);
  KringAnswerLine *round = find_line (answer, "Noor – Lieke – Dex");
  KringAnswerLine *phone = find_line (answer, "Same phone: Second phone");

  g_assert_cmpstr (answer->title, ==, "How are Noor and Dex linked?");
  g_assert_null (answer->summary);
  g_assert_cmpstr (direct->text, ==, "Noor – Dex");
  g_assert_cmpstr (direct->detail, ==, "Directly: relationship");
  g_assert_cmpuint (g_hash_table_size (direct->shown), ==, 3);
  g_assert_true (g_str_has_suffix (round->detail, ": friend – works for"));
  g_assert_cmpuint (g_hash_table_size (round->shown), ==, 5);
  g_assert_true (g_hash_table_contains (round->shown, self->lieke));
  g_assert_false (g_hash_table_contains (round->shown, self->phone));
  g_assert_cmpstr (phone->detail, ==, "uses – owns");
  g_assert_nonnull (find_line (answer, "Both know Lieke"));
  g_assert_true (g_hash_table_contains (answer->shown, self->phone));
  g_assert_false (g_hash_table_contains (answer->shown, self->kay));
}

static void
test_not_linked (Fixture *self, gconstpointer data)
{
  g_autoptr (KringAnswer) answer = ask (self, KRING_QUESTION_LINKED, self->noor, self->bo);

  g_assert_cmpuint (answer->lines->len, ==, 0);
  g_assert_cmpstr (answer->summary, ==, "No tie leads from one to the other.");
  g_assert_cmpuint (g_hash_table_size (answer->shown), ==, 2);
}

static void
test_refuted (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringItem *suspected = tie (self, self->noor, self->bo, "saw");
  g_autoptr (KringAnswer) before = ask (self, KRING_QUESTION_LINKED, self->noor, self->bo);
  g_autoptr (KringAnswer) after = NULL;

  g_assert_cmpuint (before->lines->len, ==, 1);
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (suspected));
  kring_edit_set_certainty (self->editor, ids, KRING_CERTAINTY_REFUTED);
  after = ask (self, KRING_QUESTION_LINKED, self->noor, self->bo);
  g_assert_cmpuint (after->lines->len, ==, 0);
}

static void
test_near (Fixture *self, gconstpointer data)
{
  g_autoptr (KringAnswer) answer = ask (self, KRING_QUESTION_NEAR, self->kay, NULL);
  g_autoptr (KringAnswer) nobody = ask (self, KRING_QUESTION_NEAR, self->bo, NULL);

  g_assert_cmpstr (get_line (answer, 0)->text, ==, "Within one step: 2");
  g_assert_cmpstr (get_line (answer, 1)->text, ==, "Within two steps: 5");
  g_assert_true (g_hash_table_contains (get_line (answer, 0)->shown, self->kay));
  g_assert_false (g_hash_table_contains (get_line (answer, 0)->shown, self->noor));
  g_assert_true (g_hash_table_contains (get_line (answer, 1)->shown, self->noor));
  g_assert_cmpstr (nobody->summary, ==, "No tie leads anywhere.");
}

static void
test_only_link (Fixture *self, gconstpointer data)
{
  g_autoptr (KringAnswer) answer = ask (self, KRING_QUESTION_ONLY_LINK, NULL, NULL);
  KringAnswerLine *dex = find_line (answer, "Dex"), *kay = find_line (answer, "Kay");

  g_assert_true (g_str_has_prefix (dex->detail, "Only this way to: "));
  g_assert_nonnull (strstr (dex->detail, "Kay"));
  g_assert_nonnull (strstr (dex->detail, "Ada"));
  g_assert_null (strstr (dex->detail, "Noor"));
  g_assert_cmpstr (kay->detail, ==, "Only this way to: Ada");
  g_assert_cmpuint (answer->lines->len, ==, 3);
}

/* The young person is named like everyone, with what hangs on her alone: not with all there is. */
static void
test_only_link_centre (Fixture *self, gconstpointer data)
{
  g_autoptr (KringAnswer) before = ask (self, KRING_QUESTION_ONLY_LINK, NULL, NULL);
  g_autoptr (KringAnswer) after = NULL;

  for (guint i = 0; i < before->lines->len; i++)
    g_assert_cmpstr (get_line (before, i)->text, !=, "Noor");
  tie (self, self->bo, self->noor, "friend");
  after = ask (self, KRING_QUESTION_ONLY_LINK, NULL, NULL);
  g_assert_cmpstr (find_line (after, "Noor")->detail, ==, "Only this way to: Bo");
  g_assert_true (g_hash_table_contains (find_line (after, "Noor")->shown, self->bo));
  g_assert_false (g_hash_table_contains (find_line (after, "Noor")->shown, self->dex));
}

static void
test_groups (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new (), second = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (KringAnswer) answer = NULL;

  g_assert_false (kring_question_can_ask (self->map, KRING_QUESTION_GROUPS, none));
  g_ptr_array_add (first, (gpointer) self->noor);
  g_ptr_array_add (first, (gpointer) self->phone);
  g_ptr_array_add (second, (gpointer) self->kay);
  g_ptr_array_add (second, (gpointer) self->ada);
  kring_edit_group (self->editor, first, "Home");
  kring_edit_group (self->editor, second, "Street");
  answer = ask (self, KRING_QUESTION_GROUPS, NULL, NULL);
  g_assert_cmpuint (answer->lines->len, ==, 1);
  g_assert_cmpstr (get_line (answer, 0)->detail, ==, "Dex");
  g_assert_false (g_hash_table_contains (get_line (answer, 0)->shown, self->bo));
}

static void
test_alone (Fixture *self, gconstpointer data)
{
  g_autoptr (KringAnswer) answer = ask (self, KRING_QUESTION_ALONE, NULL, NULL);

  g_assert_cmpuint (answer->lines->len, ==, 1);
  g_assert_cmpstr (get_line (answer, 0)->text, ==, "Bo");
  tie (self, self->bo, self->ada, "knows");
  kring_answer_free (g_steal_pointer (&answer));
  answer = ask (self, KRING_QUESTION_ALONE, NULL, NULL);
  g_assert_cmpuint (answer->lines->len, ==, 0);
  g_assert_cmpstr (answer->summary, ==, "Everyone and everything has a tie.");
}

static void
test_can_ask (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringQuestion question;

  g_assert_true (kring_question_find ("only-link", &question));
  g_assert_cmpint (question, ==, KRING_QUESTION_ONLY_LINK);
  g_assert_false (kring_question_find ("rank", &question));
  g_assert_false (kring_question_can_ask (self->map, KRING_QUESTION_NEAR, ids));
  g_ptr_array_add (ids, (gpointer) self->noor);
  g_assert_true (kring_question_can_ask (self->map, KRING_QUESTION_NEAR, ids));
  g_assert_false (kring_question_can_ask (self->map, KRING_QUESTION_LINKED, ids));
  g_ptr_array_add (ids, (gpointer) KRING_MAP_CASE_ID);
  g_assert_false (kring_question_can_ask (self->map, KRING_QUESTION_LINKED, ids));
}

static int days; /* that went by since the first meeting */

static GDateTime *
clock_cb (gpointer data)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2025, 10, 20, 14, 0, 0);

  return g_date_time_add_days (first, days);
}

/* What was brought in after the meeting before this one, with what it is about. */
static void
test_new (Fixture *self, gconstpointer data)
{
  g_autoptr (KringAnswer) none = NULL, nothing = NULL, first = NULL, undone = NULL;
  KringItem *signal;

  kring_editor_set_clock (self->editor, clock_cb, NULL);
  none = ask (self, KRING_QUESTION_NEW, NULL, NULL);
  g_assert_cmpuint (none->lines->len, ==, 0);
  g_assert_cmpstr (none->summary, ==, "No earlier meeting is noted in this file.");

  /* The first meeting; a month later the next, at which a signal and a tie come in. */
  days = 0;
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    kring_edit_set_one (self->editor, kring_item_get_id (kring_map_get_nth (self->map, i)),
                        "recorded", g_variant_new_string ("2025-10-20"), NULL);
  g_assert_true (kring_edit_begin_meeting (self->editor));
  g_assert_false (kring_edit_begin_meeting (self->editor));
  days = 31;
  g_assert_true (kring_edit_begin_meeting (self->editor));
  g_assert_cmpstr (kring_map_get_last_meeting (self->map), ==, "2025-10-20");
  nothing = ask (self, KRING_QUESTION_NEW, NULL, NULL);
  g_assert_cmpstr (nothing->summary, ==, "Nothing new since 20 Oct 2025.");
  signal = known_add_signal (self->editor, self->noor, NULL, "Gifts", KRING_FAMILY_RISK, NULL);
  tie (self, self->bo, self->ada, "knows");
  first = ask (self, KRING_QUESTION_NEW, NULL, NULL);
  g_assert_cmpuint (first->lines->len, ==, 2);
  g_assert_cmpstr (first->summary, ==, "2 new since 20 Oct 2025");
  g_assert_cmpstr (get_line (first, 0)->text, ==, "Bo – Ada: knows");
  g_assert_true (g_hash_table_contains (get_line (first, 0)->shown, self->bo));
  g_assert_cmpstr (get_line (first, 1)->text, ==, "Gifts — Noor");
  g_assert_true (g_hash_table_contains (get_line (first, 1)->shown, self->noor));
  g_assert_false (g_hash_table_contains (first->shown, self->kay));

  /* What comes in after a meeting is news since that one. */
  days = 40;
  kring_edit_set_one (self->editor, kring_item_get_id (signal), "recorded",
                      g_variant_new_string ("2025-11-29"), NULL);
  g_assert_cmpstr (kring_map_get_last_meeting (self->map), ==, "2025-11-20");
  kring_history_undo (kring_editor_get_history (self->editor));
  g_assert_cmpstr (kring_map_get_last_meeting (self->map), ==, "2025-10-20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/answers/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("linked", test_linked);
  ADD ("not-linked", test_not_linked);
  ADD ("refuted", test_refuted);
  ADD ("near", test_near);
  ADD ("only-link", test_only_link);
  ADD ("only-link-centre", test_only_link_centre);
  ADD ("groups", test_groups);
  ADD ("alone", test_alone);
  ADD ("can-ask", test_can_ask);
  ADD ("new", test_new);
#undef ADD
  return g_test_run ();
}
