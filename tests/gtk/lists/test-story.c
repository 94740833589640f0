/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "gtk/lists/kring-story-list.h"

#include "gtk/lists/kring-story-row.h"
#include "gtk/widgets/kring-item-preview.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-timeline.h"
#include "seek.h"

static GListModel *
get_items (KringStoryList *list)
{
  return G_LIST_MODEL (kring_list_page_get_model (KRING_LIST_PAGE (list)));
}

static char *
add_dated (Fixture *fixture, KringKindId kind, const char *name, const char *when)
{
  char *id = fixture_add (fixture, kind, name);
  const char *field = kind == KRING_KIND_SIGNAL ? "observed" : "when";

  g_assert_true (
      kring_edit_set_one (fixture->editor, id, field, g_variant_new_string (when), NULL));
  return id;
}

/* What the list tells, in order. */
static void
assert_told (Fixture *fixture, KringStoryList *list, const char *expected)
{
  GListModel *model = get_items (list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KringItem) item = g_list_model_get_item (model, i);
      g_autofree char *sentence = kring_timeline_dup_sentence (fixture->map, item);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", sentence);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  KringStoryList *list =
      g_object_ref_sink (KRING_STORY_LIST (kring_story_list_new (fixture->session)));
  g_autofree char *found = NULL, *gift = NULL, *words = NULL;

  assert_told (fixture, list, "");
  found = add_dated (fixture, KRING_KIND_EVENT, "Found", "2025-10-14T06:20");
  gift = add_dated (fixture, KRING_KIND_SIGNAL, "Gifts", "2025-09");
  words = add_dated (fixture, KRING_KIND_STATEMENT, "She is here", "2025-10-14");
  assert_told (fixture, list, "Gifts — Noor; She is here — Noor; Found");

  /* A date that changes moves the moment; without one it is no part of the story. */
  kring_edit_set_one (fixture->editor, gift, "observed", g_variant_new_string ("2025-11"), NULL);
  assert_told (fixture, list, "She is here — Noor; Found; Gifts — Noor");
  kring_edit_set_one (fixture->editor, words, "when", NULL, NULL);
  kring_edit_set_one (fixture->editor, fixture->tie, "since", g_variant_new_string ("2025"), NULL);
  assert_told (fixture, list, "Dex – Noor: friend; Found; Gifts — Noor");
  kring_history_undo (kring_session_get_history (fixture->session));
  assert_told (fixture, list, "Found; Gifts — Noor");
  g_assert_finalize_object (list);
}

static GtkWidget *
get_row (KringStoryList *list, KringItem *item)
{
  GtkWidget *view = seek_type (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW);

  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (kring_story_row_get_item (KRING_STORY_ROW (gtk_widget_get_first_child (child))) == item)
      return gtk_widget_get_first_child (child);
  return NULL;
}

static double
get_indent (KringStoryList *list, KringItem *item)
{
  GtkWidget *row = get_row (list, item);
  GtkWidget *sign = seek_type (row, KRING_TYPE_ITEM_PREVIEW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (sign, row, &bounds));
  return bounds.origin.x;
}

/* What is known of a fact stands under it, and moves along when the fact does. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  const char *const involved[] = { fixture->noor, NULL };
  KringStoryList *list = KRING_STORY_LIST (kring_story_list_new (fixture->session));
  g_autofree char *signal = add_dated (fixture, KRING_KIND_SIGNAL, "Gifts", "2025-10-14");
  g_autofree char *event = add_dated (fixture, KRING_KIND_EVENT, "Found", "2025-10-14T06:20");
  KringItem *under = kring_map_get_item (fixture->map, signal);

  fixture_show (fixture, GTK_WIDGET (list));
  assert_told (fixture, list, "Gifts — Noor; Found");
  g_assert_cmpfloat (get_indent (list, under), ==,
                     get_indent (list, kring_map_get_item (fixture->map, event)));
  kring_edit_set_one (fixture->editor, event, "involved", g_variant_new_strv (involved, -1), NULL);
  fixture_settle ();
  assert_told (fixture, list, "Found; Gifts — Noor");
  g_assert_cmpfloat (get_indent (list, under), >,
                     get_indent (list, kring_map_get_item (fixture->map, event)));
  kring_filter_set_text (kring_session_get_filter (fixture->session), "gifts");
  fixture_settle ();
  assert_told (fixture, list, "Gifts — Noor");
  kring_filter_clear (kring_session_get_filter (fixture->session));
  kring_edit_set_one (fixture->editor, event, "when", NULL, NULL);
  fixture_settle ();
  assert_told (fixture, list, "Gifts — Noor");
  kring_history_undo (kring_session_get_history (fixture->session));
  assert_told (fixture, list, "Found; Gifts — Noor");
}

/* A date that stands above is not said again; the first day of a period is another date. */
static void
test_dates (Fixture *fixture, gconstpointer data)
{
  KringStoryList *list = KRING_STORY_LIST (kring_story_list_new (fixture->session));
  g_autofree char *event = add_dated (fixture, KRING_KIND_EVENT, "Hotel", "2025-09-01T17:40");
  g_autofree char *words = add_dated (fixture, KRING_KIND_STATEMENT, "I was there", "2025-09-01");
  KringItem *under = kring_map_get_item (fixture->map, words);

  kring_edit_set_one (fixture->editor, words, "about", g_variant_new_string (event), NULL);
  fixture_show (fixture, GTK_WIDGET (list));
  g_assert_cmpfloat (gtk_widget_get_opacity (seek_type (get_row (list, under), GTK_TYPE_LABEL)), ==,
                     0);
  kring_edit_set_one (fixture->editor, event, "when",
                      g_variant_new_string ("2025-09-01T17:40/2026-01-03"), NULL);
  fixture_settle ();
  g_assert_cmpfloat (gtk_widget_get_opacity (seek_type (get_row (list, under), GTK_TYPE_LABEL)), ==,
                     1);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  KringStoryList *list =
      g_object_ref_sink (KRING_STORY_LIST (kring_story_list_new (fixture->session)));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (get_items (list));
  KringSelection *selection = kring_session_get_selection (fixture->session);
  g_autofree char *first = add_dated (fixture, KRING_KIND_EVENT, "First", "2025-09-01");
  g_autofree char *second = add_dated (fixture, KRING_KIND_EVENT, "Second", "2025-09-02");

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_true (kring_selection_contains (selection, second));
  kring_selection_select (selection, first);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_false (gtk_selection_model_is_selected (model, 1));

  /* Who is no part of the story can be selected without the list taking it back. */
  kring_selection_select (selection, fixture->noor);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_true (kring_selection_contains (selection, fixture->noor));
  g_assert_finalize_object (list);
}

/* What was selected elsewhere is brought into sight. */
static void
test_in_sight (Fixture *fixture, gconstpointer data)
{
  KringStoryList *list = KRING_STORY_LIST (kring_story_list_new (fixture->session));
  g_autofree char *last = NULL;
  GtkWidget *row;
  graphene_rect_t bounds;

  for (guint i = 1; i < 29; i++)
    {
      g_autofree char *when = g_strdup_printf ("2025-10-%02u", i);

      g_free (add_dated (fixture, KRING_KIND_EVENT, "Before", when));
    }
  last = add_dated (fixture, KRING_KIND_EVENT, "Last", "2025-11-01");
  fixture_show (fixture, GTK_WIDGET (list));
  kring_selection_select (kring_session_get_selection (fixture->session), last);
  fixture_settle ();
  row = get_row (list, kring_map_get_item (fixture->map, last));
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (list), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (list)));
}

static void
test_spoken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_dated (fixture, KRING_KIND_STATEMENT, "he says I owe him", "2025-10");
  g_autofree char *spoken = NULL;

  kring_edit_set_one (fixture->editor, id, "form", g_variant_new_string ("verbatim"), NULL);
  kring_edit_set_one (fixture->editor, id, "said_by", g_variant_new_string ("Noor"), NULL);
  kring_edit_set_one (fixture->editor, id, "heard_by", g_variant_new_string ("Marit"), NULL);
  spoken = kring_story_dup_spoken (fixture->map, kring_map_get_item (fixture->map, id));
  g_assert_cmpstr (spoken, ==,
                   "Oct 2025: Noor: “he says I owe him” — Noor. Care · heard by Marit.");
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/views/story/order", test_order);
  FIXTURE_TEST ("/views/story/facts", test_facts);
  FIXTURE_TEST ("/views/story/dates", test_dates);
  FIXTURE_TEST ("/views/story/selection", test_selection);
  FIXTURE_TEST ("/views/story/in-sight", test_in_sight);
  FIXTURE_TEST ("/views/story/spoken", test_spoken);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
