/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the lists after the map say, row by row.
 */
#include "picture/export/kring-appendix.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

#define ALL ((1u << KRING_N_APPENDICES) - 1)

typedef struct
{
  KringMap *map;
  GPtrArray *lists;
} Fixture;

static KringItem *
add (Fixture *self, KringKindId kind, const char *id, const char *name)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_text (item, kind == KRING_KIND_STATEMENT ? "words" : "name", name);
  kring_map_load (self->map, item);
  return item;
}

static KringItem *
add_about (Fixture *self, KringKindId kind, const char *id, const char *name, const char *about)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_text (item, kind == KRING_KIND_STATEMENT ? "words" : "name", name);
  kring_item_set_named (item, "about", g_variant_new_string (about));
  kring_map_load (self->map, item);
  return item;
}

static void
set_refs (KringItem *item, const char *field_name, const char *id)
{
  const char *const ids[] = { id, NULL };

  kring_item_set_named (item, field_name, g_variant_new_strv (ids, -1));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->map = kring_map_new ();
  add (self, KRING_KIND_PERSON, "ada", "Ada");
  add (self, KRING_KIND_PERSON, "noor", "Noor");
  set_refs (kring_map_get_case (self->map), "centre", "noor");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_assert_finalize_object (self->map);
}

/* Row @nth of the only list. */
static const KringListRow *
get_row (Fixture *self, KringAppendices appendices, guint nth)
{
  const KringList *list;

  g_clear_pointer (&self->lists, g_ptr_array_unref);
  self->lists = kring_appendices_dup_lists (appendices, self->map, "2025-11-20");
  g_assert_cmpuint (self->lists->len, ==, 1);
  list = g_ptr_array_index (self->lists, 0);
  return nth < list->rows->len ? g_ptr_array_index (list->rows, nth) : NULL;
}

static void
test_signals (Fixture *self, gconstpointer data)
{
  KringItem *later = add_about (self, KRING_KIND_SIGNAL, "a", "Gifts", "noor");
  KringItem *sooner = add_about (self, KRING_KIND_SIGNAL, "b", "Grandmother", "noor");
  const KringListRow *row;

  add_about (self, KRING_KIND_SIGNAL, "c", "Parcel", "ada");
  kring_item_set_text (later, "observed", "2025-10");
  kring_item_set_text (sooner, "observed", "2025-09-12");
  kring_item_set_choice (sooner, "family", KRING_FAMILY_PROTECTIVE);
  kring_item_set_choice (sooner, "certainty", KRING_CERTAINTY_REFUTED);
  kring_item_set_choice (sooner, "how_known", 1);
  kring_item_set_choice (sooner, "party", KRING_PARTY_POLICE);
  kring_item_set_text (sooner, "brought_in_by", "Sem");
  row = get_row (self, KRING_APPENDIX_SIGNALS, 0);
  g_assert_true (row->heading);
  g_assert_cmpstr (row->cells[0].text, ==, "Noor");
  row = get_row (self, KRING_APPENDIX_SIGNALS, 1);
  g_assert_cmpstr (row->cells[0].text, ==, "Grandmother");
  g_assert_cmpstr (row->cells[0].note, ==, "Protection");
  g_assert_cmpint (row->cells[0].sign, ==, KRING_SIGN_PROTECTIVE);
  g_assert_true (row->cells[0].struck);
  g_assert_cmpstr (row->cells[1].text, ==, "12 Sep 2025");
  g_assert_cmpstr (row->cells[2].text, ==, "Refuted");
  g_assert_cmpstr (row->cells[3].text, ==, "Police");
  g_assert_cmpstr (row->cells[3].note, ==, "Sem");
  g_assert_cmpstr (row->cells[4].text, ==, "Told by the person");
  row = get_row (self, KRING_APPENDIX_SIGNALS, 2);
  g_assert_cmpstr (row->cells[0].text, ==, "Gifts");
  g_assert_cmpstr (row->cells[2].text, ==, "–");
  g_assert_cmpstr (row->cells[4].text, ==, "–");
  g_assert_cmpstr (get_row (self, KRING_APPENDIX_SIGNALS, 3)->cells[0].text, ==, "Ada");
  g_assert_null (get_row (self, KRING_APPENDIX_SIGNALS, 5));
}

static void
test_statements (Fixture *self, gconstpointer data)
{
  KringItem *words = add_about (self, KRING_KIND_STATEMENT, "a", "he wants\nmoney", "noor");
  KringItem *ours = add_about (self, KRING_KIND_STATEMENT, "b", "We think so", "noor");
  const KringListRow *row;

  kring_item_set_choice (words, "form", KRING_STATEMENT_VERBATIM);
  kring_item_set_text (words, "said_by", "Noor");
  kring_item_set_text (words, "heard_by", "Marit");
  kring_item_set_choice (ours, "audience", KRING_AUDIENCE_CARE);
  kring_item_set_text (ours, "source", "Report 12");
  kring_item_set_choice (ours, "grade_source", 1);
  kring_item_set_choice (ours, "grade_information", 1);
  row = get_row (self, KRING_APPENDIX_STATEMENTS, 1);
  g_assert_cmpstr (row->cells[0].text, ==, "“he wants\nmoney”");
  g_assert_cmpstr (row->cells[0].note, ==, "Words of Noor · heard by Marit");
  g_assert_cmpint (row->cells[0].sign, ==, KRING_SIGN_QUOTE);
  row = get_row (self, KRING_APPENDIX_STATEMENTS, 2);
  g_assert_cmpstr (row->cells[0].text, ==, "We think so");
  g_assert_cmpstr (row->cells[0].note, ==, "Care only");
  g_assert_cmpstr (row->cells[4].note, ==, "Report 12 · B2");
}

static void
test_tasks (Fixture *self, gconstpointer data)
{
  KringItem *question = add (self, KRING_KIND_TASK, "a", "Who is he?");
  KringItem *late = add (self, KRING_KIND_TASK, "b", "Call school");
  KringItem *done = add (self, KRING_KIND_TASK, "c", "Plan the leave");
  const KringListRow *row;

  add (self, KRING_KIND_PARTICIPANT, "sem", "Sem");
  kring_item_set_choice (question, "sort", KRING_TASK_QUESTION);
  set_refs (question, "about", "ada");
  set_refs (question, "who", "sem");
  kring_item_set_text (question, "due", "2025-11-20");
  kring_item_set_text (late, "due", "2025-11-19");
  kring_item_set_choice (done, "state", KRING_TASK_DONE);
  kring_item_set_text (done, "due", "2025-01-01");
  kring_item_set_text (done, "outcome", "Grandmother comes");
  g_assert_cmpstr (get_row (self, KRING_APPENDIX_TASKS, 0)->cells[0].text, ==, "Open questions");
  row = get_row (self, KRING_APPENDIX_TASKS, 1);
  g_assert_cmpstr (row->cells[1].text, ==, "Ada");
  g_assert_cmpstr (row->cells[2].text, ==, "Sem");
  g_assert_null (row->cells[3].note);
  g_assert_cmpstr (row->cells[4].text, ==, "Open");
  row = get_row (self, KRING_APPENDIX_TASKS, 3);
  g_assert_cmpstr (row->cells[0].text, ==, "Call school");
  g_assert_cmpstr (row->cells[3].note, ==, "overdue");
  g_assert_cmpint (row->cells[3].sign, ==, KRING_SIGN_LATE);
  row = get_row (self, KRING_APPENDIX_TASKS, 5);
  g_assert_cmpstr (row->cells[0].note, ==, "Outcome: Grandmother comes");
  g_assert_cmpint (row->cells[0].sign, ==, KRING_SIGN_DONE);
  g_assert_null (row->cells[3].note);
}

static void
test_timeline (Fixture *self, gconstpointer data)
{
  KringItem *event = add (self, KRING_KIND_EVENT, "e", "Missing");
  KringItem *signal = add_about (self, KRING_KIND_SIGNAL, "s", "Gifts", "ada");
  const KringListRow *row;

  kring_item_set_text (event, "when", "2025-10-11");
  set_refs (event, "involved", "noor");
  kring_item_set_text (signal, "observed", "2025-09");
  g_assert_cmpstr (get_row (self, KRING_APPENDIX_TIMELINE, 0)->cells[0].text, ==, "Sep 2025");
  row = get_row (self, KRING_APPENDIX_TIMELINE, 1);
  g_assert_cmpstr (row->cells[1].text, ==, "Gifts");
  g_assert_cmpstr (row->cells[2].text, ==, "Ada");
  g_assert_true (get_row (self, KRING_APPENDIX_TIMELINE, 2)->heading);
  row = get_row (self, KRING_APPENDIX_TIMELINE, 3);
  g_assert_cmpstr (row->cells[0].text, ==, "11 Oct 2025");
  g_assert_cmpstr (row->cells[2].text, ==, "Noor");
}

static guint
count_text (KringList *list, const char *wanted)
{
  guint n = 0;

  for (guint i = 0; i < list->rows->len; i++)
    for (guint c = 0; c < list->n_columns; c++)
      {
        const KringListCell *cell = &((KringListRow *) list->rows->pdata[i])->cells[c];

        n += (cell->text != NULL && strstr (cell->text, wanted) != NULL) +
             (cell->note != NULL && strstr (cell->note, wanted) != NULL);
      }
  return n;
}

/* One row a fact, with what was seen and said of it under it; each of them once. */
static void
test_facts (Fixture *self, gconstpointer data)
{
  KringItem *event = add (self, KRING_KIND_EVENT, "e", "New phone");
  KringItem *signal = add_about (self, KRING_KIND_SIGNAL, "s", "Expensive things", "noor");
  KringItem *words = add_about (self, KRING_KIND_STATEMENT, "w", "I got it", "noor");
  KringItem *other = add_about (self, KRING_KIND_SIGNAL, "o", "Gifts", "ada");
  KringItem *meeting = add (self, KRING_KIND_MEETING, "m", "First");
  KringList *list;
  const KringListRow *row;

  kring_item_set_text (event, "when", "2025-10-11T10:00");
  set_refs (event, "involved", "noor");
  kring_item_set_choice (event, "how_known", KRING_HOW_KNOWN_SEEN);
  kring_item_set_text (signal, "observed", "2025-10-11");
  kring_item_set_text (signal, "remark", "new phone.");
  kring_item_set_text (words, "when", "2025-10-11");
  kring_item_set_text (other, "observed", "2025-10-11");
  kring_item_set_text (meeting, "on", "2025-10-20");
  kring_item_set_text (meeting, "agreed", "Police are called");
  row = get_row (self, KRING_APPENDIX_TIMELINE, 1);
  g_assert_cmpstr (row->cells[1].text, ==, "Gifts");
  g_assert_false (row->under);
  row = get_row (self, KRING_APPENDIX_TIMELINE, 2);
  g_assert_cmpstr (row->cells[1].text, ==, "New phone");
  g_assert_cmpstr (row->cells[4].text, ==, "Seen or heard ourselves");
  g_assert_false (row->under);
  row = get_row (self, KRING_APPENDIX_TIMELINE, 3);
  g_assert_true (row->under);
  g_assert_cmpstr (row->cells[0].text, ==, "");
  g_assert_cmpstr (row->cells[1].text, ==, "Expensive things");
  g_assert_null (row->cells[1].note);
  g_assert_cmpstr (row->cells[2].text, ==, "");
  g_assert_true (get_row (self, KRING_APPENDIX_TIMELINE, 4)->under);
  row = get_row (self, KRING_APPENDIX_TIMELINE, 5);
  g_assert_cmpstr (row->cells[1].note, ==, "Agreed: Police are called");
  list = g_ptr_array_index (self->lists, 0);
  g_assert_cmpuint (list->rows->len, ==, 6);
  g_assert_cmpuint (count_text (list, "Expensive things"), ==, 1);
  g_assert_cmpuint (count_text (list, "I got it"), ==, 1);
}

/* The first day of a period is not the whole of it. */
static void
test_dates_under (Fixture *self, gconstpointer data)
{
  KringItem *event = add (self, KRING_KIND_EVENT, "e", "At the hotel");
  KringItem *words = add_about (self, KRING_KIND_STATEMENT, "w", "I was there", "e");
  const KringListRow *row;

  kring_item_set_text (event, "when", "2025-09-01T17:40/2026-01-03");
  kring_item_set_text (words, "when", "2025-09-01");
  row = get_row (self, KRING_APPENDIX_TIMELINE, 2);
  g_assert_true (row->under);
  g_assert_cmpstr (row->cells[0].text, ==, "1 Sep 2025");
}

/* What nobody gave a date comes last, and is not lost. */
static void
test_undated (Fixture *self, gconstpointer data)
{
  KringItem *event = add (self, KRING_KIND_EVENT, "e", "Threatened");
  KringItem *meeting = add (self, KRING_KIND_MEETING, "m", "First");
  const KringListRow *row;

  kring_item_set_text (event, "description", "At the station");
  kring_item_set_text (meeting, "agreed", "Police are called");
  kring_item_set_text (add (self, KRING_KIND_EVENT, "later", "Found"), "when", "2025-11");
  g_assert_cmpstr (get_row (self, KRING_APPENDIX_TIMELINE, 1)->cells[1].text, ==, "Found");
  row = get_row (self, KRING_APPENDIX_TIMELINE, 2);
  g_assert_true (row->heading);
  g_assert_cmpstr (row->cells[0].text, ==, "Without a date");
  row = get_row (self, KRING_APPENDIX_TIMELINE, 3);
  g_assert_cmpstr (row->cells[0].text, ==, "–");
  g_assert_cmpstr (row->cells[1].text, ==, "Threatened");
  g_assert_cmpstr (row->cells[1].note, ==, "At the station");
  row = get_row (self, KRING_APPENDIX_TIMELINE, 4);
  g_assert_cmpstr (row->cells[1].note, ==, "Agreed: Police are called");
  g_assert_null (get_row (self, KRING_APPENDIX_TIMELINE, 5));
}

static KringItem *
add_tie (Fixture *self, const char *id, const char *from, const char *to, const char *kind)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_text (tie, "from", from);
  kring_item_set_text (tie, "to", to);
  kring_item_set_text (tie, "kind", kind);
  kring_map_load (self->map, tie);
  return tie;
}

/* The young person first, then by ring; why, ties from both ends, and how that is known. */
static void
test_persons (Fixture *self, gconstpointer data)
{
  KringItem *ada = kring_map_get_item (self->map, "ada"), *tie;
  const KringListRow *row;

  kring_item_set_text (ada, "alias", "Lente");
  kring_item_set_text (ada, "why", "Haalt op");
  kring_item_set_text (ada, "role", "tante");
  kring_item_set_text (ada, "description", "Rood haar");
  kring_item_set_named (ada, "ring", g_variant_new_string ("far"));
  kring_item_set_named (ada, "how_known", g_variant_new_string ("system"));
  kring_item_set_named (ada, "party", g_variant_new_string ("police"));
  tie = add_tie (self, "t", "noor", "ada", "tante");
  kring_item_set_named (tie, "certainty", g_variant_new_string ("suspected"));
  kring_item_set_named (tie, "since", g_variant_new_string ("2025-09"));

  row = get_row (self, KRING_APPENDIX_PERSONS, 0);
  g_assert_cmpstr (row->cells[0].text, ==, "Noor");
  g_assert_cmpstr (row->cells[1].text, ==, "–");
  g_assert_cmpstr (row->cells[2].text, ==, "Ada: tante · Suspected · since Sep 2025");
  row = get_row (self, KRING_APPENDIX_PERSONS, 1);
  g_assert_true (row->heading);
  g_assert_cmpstr (row->cells[0].text, ==, "far");
  row = get_row (self, KRING_APPENDIX_PERSONS, 2);
  g_assert_cmpstr (row->cells[0].text, ==, "Ada");
  g_assert_cmpstr (row->cells[0].note, ==, "also known as Lente");
  g_assert_cmpstr (row->cells[1].text, ==, "Haalt op");
  g_assert_cmpstr (row->cells[1].note, ==, "tante\nRood haar");
  g_assert_cmpstr (row->cells[2].text, ==, "Noor: tante · Suspected · since Sep 2025");
  g_assert_cmpstr (row->cells[3].text, ==, "From a system or document");
  g_assert_cmpint (row->cells[4].party, ==, KRING_PARTY_POLICE);

  /* The nickname stands first: then the name is the other one. Nothing is said of why: the role is. */
  kring_item_set_named (ada, "alias_first", g_variant_new_boolean (TRUE));
  kring_item_set_named (ada, "why", NULL);
  kring_item_set_named (ada, "ring", NULL);
  kring_item_set_named (ada, "certainty", g_variant_new_string ("refuted"));
  g_assert_cmpstr (get_row (self, KRING_APPENDIX_PERSONS, 1)->cells[0].text, ==, "Not on a ring");
  row = get_row (self, KRING_APPENDIX_PERSONS, 2);
  g_assert_cmpstr (row->cells[0].note, ==, "also known as Ada");
  g_assert_cmpstr (row->cells[1].text, ==, "tante");
  g_assert_cmpstr (row->cells[1].note, ==, "Rood haar");
  g_assert_cmpstr (row->cells[3].text, ==, "Refuted");
  g_assert_cmpstr (row->cells[3].note, ==, "From a system or document");
  g_assert_true (row->cells[0].struck);
}

/* By kind, each code as it was written, with who uses it. */
static void
test_things (Fixture *self, gconstpointer data)
{
  KringItem *car = add (self, KRING_KIND_VEHICLE, "car", "witte Polo");
  KringItem *account = add (self, KRING_KIND_ACCOUNT, "account", "insta");
  const KringListRow *row;

  kring_item_set_text (car, "plate", "00-KR-01");
  kring_item_set_text (car, "make", "Volkswagen");
  add_tie (self, "t", "ada", "car", "rijdt");
  kring_item_set_text (account, "handle", "d3x.016");
  kring_item_set_text (account, "controlled_by", "ada");

  g_assert_cmpstr (get_row (self, KRING_APPENDIX_THINGS, 0)->cells[0].text, ==, "Vehicles");
  row = get_row (self, KRING_APPENDIX_THINGS, 1);
  g_assert_cmpstr (row->cells[0].text, ==, "witte Polo");
  g_assert_cmpstr (row->cells[0].note, ==, "Car · Volkswagen");
  g_assert_cmpstr (row->cells[1].text, ==, "00-KR-01");
  g_assert_cmpstr (row->cells[2].text, ==, "Ada: rijdt");
  g_assert_cmpstr (get_row (self, KRING_APPENDIX_THINGS, 2)->cells[0].text, ==, "Accounts");
  row = get_row (self, KRING_APPENDIX_THINGS, 3);
  g_assert_cmpstr (row->cells[1].text, ==, "d3x.016");
  g_assert_cmpstr (row->cells[2].text, ==, "Controlled by Ada");
}

static void
test_participants (Fixture *self, gconstpointer data)
{
  KringItem *marit = add (self, KRING_KIND_PARTICIPANT, "marit", "Marit de Boer");
  const KringListRow *row;

  kring_item_set_text (marit, "function", "Mentor");
  kring_item_set_text (marit, "phone", "06-0000 0010");
  kring_item_set_named (marit, "absent", g_variant_new_boolean (TRUE));
  row = get_row (self, KRING_APPENDIX_PARTICIPANTS, 0);
  g_assert_cmpstr (row->cells[0].text, ==, "Marit de Boer");
  g_assert_cmpstr (row->cells[0].note, ==, "Mentor · not present");
  g_assert_cmpstr (row->cells[1].text, ==, "–");
  g_assert_cmpstr (row->cells[2].text, ==, "06-0000 0010");
}

/* Who has what stands under who is there. */
static void
test_copies (Fixture *self, gconstpointer data)
{
  KringItem *copy = add (self, KRING_KIND_COPY, "copy", "Sanne");
  const KringListRow *row;

  kring_item_set_text (copy, "organisation", "De Brug");
  kring_item_set_text (copy, "reader", "care");
  kring_item_set_text (copy, "version", "2");
  g_assert_cmpstr (get_row (self, KRING_APPENDIX_PARTICIPANTS, 0)->cells[0].text, ==, "Copies");
  row = get_row (self, KRING_APPENDIX_PARTICIPANTS, 1);
  g_assert_cmpstr (row->cells[0].text, ==, "Sanne");
  g_assert_cmpstr (row->cells[0].note, ==, "version 2 · Care");
  g_assert_cmpstr (row->cells[1].text, ==, "De Brug");
}

/* Lists with nothing in them take no paper. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (KringMap) empty = kring_map_new ();

  self->lists = kring_appendices_dup_lists (ALL, empty, "2025-11-20");
  g_assert_cmpuint (self->lists->len, ==, 0);
}

static void
test_names (void)
{
  g_autofree char *unknown = NULL;
  KringAppendices appendices;

  g_assert_true (kring_appendices_parse ("timeline, signals", &appendices, &unknown));
  g_assert_cmpuint (appendices, ==, KRING_APPENDIX_TIMELINE | KRING_APPENDIX_SIGNALS);
  g_assert_true (kring_appendices_parse ("all", &appendices, &unknown));
  g_assert_cmpuint (appendices, ==, ALL);
  g_assert_true (kring_appendices_parse ("", &appendices, &unknown));
  g_assert_cmpuint (appendices, ==, 0);
  g_assert_false (kring_appendices_parse ("tasks,all of it", &appendices, &unknown));
  g_assert_cmpstr (unknown, ==, "all of it");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC) g_test_add ("/appendix/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("persons", test_persons);
  ADD ("things", test_things);
  ADD ("participants", test_participants);
  ADD ("copies", test_copies);
  ADD ("signals", test_signals);
  ADD ("statements", test_statements);
  ADD ("tasks", test_tasks);
  ADD ("timeline", test_timeline);
  ADD ("facts", test_facts);
  ADD ("dates-under", test_dates_under);
  ADD ("undated", test_undated);
  ADD ("nothing", test_nothing);
  g_test_add_func ("/appendix/names", test_names);
  return g_test_run ();
}
