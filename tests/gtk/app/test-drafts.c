/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed and not noted: thrown away and taken back, and asked about before a window closes. */
#include "desk.h"
#include "dialogs.h"

#include "gtk/find/kring-view-list.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/inspector/kring-participants.h"
#include "gtk/records/kring-statement-popover.h"
#include "gtk/timeline/kring-event-popover.h"
#include "gtk/timeline/kring-time-strip.h"
#include "hands.h"
#include "map/edit/kring-commands.h"
#include "map/filter/kring-filter-view.h"
#include "seek.h"

#include <string.h>

typedef struct
{
  Desk *desk;
  const char *text;
} Expected;

static gboolean
has_draft (gpointer data)
{
  return kring_drafts_get_size (((Desk *) data)->drafts) > 0;
}

/* On a card. */
static void
wait_for_text (Desk *desk, const char *text)
{
  fixture_wait (desk_is_card_open, desk);
  desk_wait_for_text (desk, text);
}

/* Escape closes the card and throws the words away; undo opens it with them. */
static void
test_thrown_away (void)
{
  static const char *const records[] = { "statement", "signal", "protective", "question" };
  Desk desk;

  desk_set_up (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      desk_ask (&desk, records[i]);
      hands_do ("type --delay 5 'half een zin'");
      wait_for_text (&desk, "half een zin");
      g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 1);
      hands_do ("key Escape");
      fixture_wait (desk_is_card_closed, &desk);
      g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 0);
      desk_ask (&desk, records[i]);
      wait_for_text (&desk, "");
      hands_do ("key Escape");
      fixture_wait (desk_is_card_closed, &desk);
      hands_do ("key ctrl+z");
      wait_for_text (&desk, "half een zin");
      g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 1);
      g_assert_false (kring_history_can_redo (kring_session_get_history (desk.session)));
      hands_do ("key Escape");
      fixture_wait (desk_is_card_closed, &desk);
    }
  desk_finish (&desk);
}

static gboolean
is_heard (gpointer data)
{
  GtkWidget *focus = desk_get_focus (data);
  GtkAccessible *heard =
      GTK_ACCESSIBLE (GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus);
  g_autofree char *said =
      gtk_test_accessible_check_property (heard, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  return said != NULL && strstr (said, "Thrown away") != NULL;
}

/* That words were thrown away is heard from what has the keyboard then: the map, or a button. */
static void
test_heard (void)
{
  static const char *const records[] = { "statement", "signal", "protective", "question" };
  GtkWidget *button;
  Desk desk;

  desk_set_up (&desk);
  fixture_settle ();
  button = seek_type (seek_type (GTK_WIDGET (desk.window), KRING_TYPE_INSPECTOR), GTK_TYPE_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (records) * 2; i++)
    {
      if (i >= G_N_ELEMENTS (records))
        gtk_widget_grab_focus (button);
      g_assert_false (is_heard (&desk));
      desk_ask (&desk, records[i % G_N_ELEMENTS (records)]);
      hands_do ("type --delay 5 'half een zin'");
      wait_for_text (&desk, "half een zin");
      hands_do ("key Escape");
      fixture_wait (desk_is_card_closed, &desk);
      fixture_wait (is_heard, &desk);
      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.tell", "s", "Saved");
    }
  desk_finish (&desk);
}

static gboolean
is_name_taken (gpointer data)
{
  Expected *expected = data;

  return g_strcmp0 (kring_item_get_text (
                        kring_map_get_item (expected->desk->map, expected->desk->dex), "name"),
                    expected->text) == 0;
}

static void
wait_for_name (Desk *desk, const char *name)
{
  Expected expected = { desk, name };

  fixture_wait (is_name_taken, &expected);
}

static gboolean
has_statement (gpointer data)
{
  g_autoptr (GPtrArray) statements =
      kring_map_dup_items_of_kind (((Desk *) data)->map, KRING_KIND_STATEMENT);

  return statements->len > 0;
}

/* Enter notes from whatever has the keyboard on the card, a toggle and a calendar too. */
static void
test_enter (void)
{
  Desk desk;

  desk_set_up (&desk);
  for (guint tabs = 1; tabs < 5; tabs++)
    {
      desk_ask (&desk, "statement");
      hands_do ("type --delay 5 'Hij was er'");
      wait_for_text (&desk, "Hij was er");
      for (guint i = 0; i < tabs; i++)
        hands_do ("key shift+Tab");
      hands_do ("key Return");
      fixture_wait (has_statement, &desk);
      fixture_wait (desk_is_card_closed, &desk);
      kring_history_undo (kring_session_get_history (desk.session));
      kring_selection_select (kring_session_get_selection (desk.session), desk.dex);
    }
  desk_finish (&desk);
}

/* A name that is being typed: a card that opens takes it; Escape does not, and gives it back. */
static void
test_name (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_interaction_ask_name (desk.interaction, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  hands_do ("type --delay 5 'Dexter'");
  wait_for_text (&desk, "Dexter");
  kring_interaction_ask_name (desk.interaction, desk.noor);
  wait_for_name (&desk, "Dexter");
  hands_do ("key Escape");
  fixture_wait (desk_is_card_closed, &desk);
  kring_interaction_ask_name (desk.interaction, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  hands_do ("type --delay 5 'Dexter V'");
  wait_for_text (&desk, "Dexter V");
  hands_do ("key Escape");
  fixture_wait (desk_is_card_closed, &desk);
  wait_for_name (&desk, "Dexter");
  hands_do ("key ctrl+z");
  wait_for_text (&desk, "Dexter V");
  hands_do ("key Return");
  wait_for_name (&desk, "Dexter V");
  desk_finish (&desk);
}

/* What was only just added goes with its name, and comes back with it. */
static void
test_first_name (void)
{
  guint n;
  Desk desk;

  desk_set_up (&desk);
  n = kring_map_get_n_items (desk.map);
  g_free (desk.dex);
  desk.dex = desk_add_person (&desk, "Naamloos", 600);
  kring_interaction_ask_first_name (desk.interaction, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  hands_do ("type --delay 5 'Jaap'");
  wait_for_text (&desk, "Jaap");
  hands_do ("key Escape");
  fixture_wait (desk_is_card_closed, &desk);
  g_assert_cmpuint (kring_map_get_n_items (desk.map), ==, n);
  hands_do ("key ctrl+z");
  wait_for_text (&desk, "Jaap");
  hands_do ("key Return");
  wait_for_name (&desk, "Jaap");
  kring_history_undo (kring_session_get_history (desk.session));
  g_assert_cmpuint (kring_map_get_n_items (desk.map), ==, n);
  desk_finish (&desk);
}

static KringItem *
get_tie (Desk *desk)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_items_of_kind (desk->map, KRING_KIND_TIE);

  return ties->len > 0 ? ties->pdata[0] : NULL;
}

static gboolean
has_tie (gpointer data)
{
  return get_tie (data) != NULL;
}

static void
test_tie (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_interaction_ask_tie (desk.interaction, desk.noor, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  hands_do ("type --delay 5 'buren'");
  wait_for_text (&desk, "buren");
  hands_do ("key Escape");
  fixture_wait (desk_is_card_closed, &desk);
  g_assert_null (get_tie (&desk));
  hands_do ("key ctrl+z");
  wait_for_text (&desk, "buren");
  gtk_window_close (GTK_WINDOW (desk.window)); /* asks about the change, but not about the words */
  fixture_wait (has_tie, &desk);
  g_assert_cmpstr (kring_item_get_text (get_tie (&desk), "kind"), ==, "buren");
  desk_finish (&desk);
}

static void
close_window (Desk *desk, const char *heading)
{
  gtk_window_close (GTK_WINDOW (desk->window));
  fixture_wait (dialogs_is_asking, (gpointer) heading);
}

static void
keep (Desk *desk, KringDraftBox box, const char *id, const char *field, const char *text)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (id != NULL)
    g_ptr_array_add (ids, (gpointer) id);
  if (field != NULL)
    g_ptr_array_add (ids, (gpointer) field);
  kring_drafts_keep_text (desk->drafts, box, ids, text);
}

static void
assert_count (Desk *desk, KringKindId kind, guint expected)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (desk->map, kind);

  g_assert_cmpuint (items->len, ==, expected);
}

/* The question names each; noting notes them all, and the window goes once that is saved or not. */
static void
test_close_and_note (void)
{
  gpointer watched;
  Desk desk;

  desk_set_up (&desk);
  watched = desk.window;
  g_object_add_weak_pointer (watched, &watched);
  keep (&desk, KRING_DRAFT_STATEMENT, desk.dex, NULL, "Dex zegt dat hij weg wil");
  keep (&desk, KRING_DRAFT_SIGNAL, desk.noor, NULL, "veel gel");
  keep (&desk, KRING_DRAFT_PROTECTIVE, desk.noor, NULL, "oma");
  keep (&desk, KRING_DRAFT_QUESTION, desk.dex, NULL, "Waar woont hij?");
  keep (&desk, KRING_DRAFT_TASK, NULL, NULL, "School bellen");
  keep (&desk, KRING_DRAFT_TIE, desk.noor, desk.dex, "moeder");
  close_window (&desk, "Note what was typed?");
  g_assert_cmpstr (adw_message_dialog_get_body (dialogs_find ()), ==,
                   "Observation or statement about Dex: “Dex zegt dat hij weg wil”\n\n"
                   "Signal on Noor: “veel gel”\n\n"
                   "What protects Noor: “oma”\n\n"
                   "Question about Dex: “Waar woont hij?”\n\n"
                   "Question or action about the whole map: “School bellen”\n\n"
                   "Tie between Noor and Dex: “moeder”");
  dialogs_answer ("note");
  fixture_wait (dialogs_is_asking, "Save the changes?");
  assert_count (&desk, KRING_KIND_STATEMENT, 1);
  assert_count (&desk, KRING_KIND_SIGNAL, 2);
  assert_count (&desk, KRING_KIND_TASK, 2);
  g_assert_cmpint (kring_item_get_certainty (get_tie (&desk)), ==, KRING_CERTAINTY_CONFIRMED);
  g_assert_false (has_draft (&desk));
  dialogs_answer ("discard");
  fixture_wait (dialogs_is_gone, &watched);
  desk_clear (&desk);
}

static gboolean
is_in_sight (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* What happened: no card stays over the question. */
static void
assert_event_closes (gboolean on_page)
{
  GdkRectangle at = { 10, 10, 1, 1 };
  GtkWidget *strip, *card;
  Desk desk;

  desk_set_up (&desk);
  g_object_set (desk.window, "show-time", !on_page, "view", on_page ? "time" : "map", NULL);
  fixture_settle ();
  strip = seek_type (GTK_WIDGET (desk.window), KRING_TYPE_TIME_STRIP);
  fixture_wait (is_in_sight, strip);
  card = kring_time_strip_get_popover (KRING_TIME_STRIP (strip));
  kring_event_popover_ask (KRING_EVENT_POPOVER (card), strip, &at, NULL);
  fixture_wait (desk_is_card_open, &desk);
  keep (&desk, KRING_DRAFT_EVENT, NULL, NULL, "weg van huis");
  close_window (&desk, "Note what was typed?");
  g_assert_false (gtk_widget_get_visible (card));
  dialogs_answer ("cancel");
  desk_finish (&desk);
}

static void
test_close_event (void)
{
  assert_event_closes (FALSE);
  assert_event_closes (TRUE);
}

/* Who was typed on the page of the case is added when the window closes, and saving asks the rest. */
static void
test_close_participant (void)
{
  GtkWidget *participants;
  Desk desk;

  desk_set_up (&desk);
  kring_selection_clear (kring_session_get_selection (desk.session));
  fixture_settle ();
  participants = seek_type (GTK_WIDGET (desk.window), KRING_TYPE_PARTICIPANTS);
  gtk_editable_set_text (GTK_EDITABLE (seek_type (participants, GTK_TYPE_ENTRY)), "Marit");
  /* As when another program comes in front: half a name is nobody. */
  kring_window_flush (desk.window);
  assert_count (&desk, KRING_KIND_PARTICIPANT, 0);
  close_window (&desk, "Save the changes?");
  assert_count (&desk, KRING_KIND_PARTICIPANT, 1);
  g_assert_false (has_draft (&desk));
  dialogs_answer ("cancel");
  desk_finish (&desk);
}

/* A field that its words do not fit in: the question says so, and going back shows it. */
static void
test_close_field (void)
{
  Desk desk;

  desk_set_up (&desk);
  keep (&desk, KRING_DRAFT_FIELD, desk.noor, "birth_date", "ergens in mei");
  close_window (&desk, "Note what was typed?");
  dialogs_answer ("note");
  fixture_wait (dialogs_is_asking, "This could not be noted");
  g_assert_cmpstr (adw_message_dialog_get_body (dialogs_find ()), ==,
                   "Noor, Date of birth: “ergens in mei”\nThis does not fit in the field yet.");
  dialogs_answer ("cancel");
  g_assert_true (kring_selection_contains (kring_session_get_selection (desk.session), desk.noor));
  g_assert_true (has_draft (&desk));
  desk_finish (&desk);
}

/* Going back opens the card with the words; throwing away ends it, and no question is left. */
static void
test_close_and_drop (void)
{
  gpointer watched;
  Desk desk;

  desk_set_up (&desk);
  watched = desk.window;
  g_object_add_weak_pointer (watched, &watched);
  keep (&desk, KRING_DRAFT_SIGNAL, desk.noor, NULL, "veel gel");
  close_window (&desk, "Note what was typed?");
  dialogs_answer ("cancel");
  wait_for_text (&desk, "veel gel");
  close_window (&desk, "Note what was typed?");
  dialogs_answer ("discard");
  fixture_wait (dialogs_is_gone, &watched);
  desk_clear (&desk);
}

/* Thrown away is what a closed window takes along: where it stays open after all, so do the words. */
static void
test_drop_and_stay (void)
{
  Desk desk;

  desk_set_up (&desk);
  keep (&desk, KRING_DRAFT_SIGNAL, desk.noor, NULL, "veel gel");
  kring_edit_rename (kring_session_get_editor (desk.session), desk.dex, "Dexter", NULL);
  close_window (&desk, "Note what was typed?");
  dialogs_answer ("discard");
  fixture_wait (dialogs_is_asking, "Save the changes?");
  dialogs_answer ("cancel");
  g_assert_true (has_draft (&desk));
  close_window (&desk, "Note what was typed?");
  dialogs_answer ("cancel");
  desk_finish (&desk);
}

/* What cannot be noted is named with the reason; it is there again with what it is about. */
static void
test_close_and_fail (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Desk desk;

  desk_set_up (&desk);
  keep (&desk, KRING_DRAFT_STATEMENT, desk.dex, NULL, "Hij was er");
  keep (&desk, KRING_DRAFT_SIGNAL, desk.noor, NULL, "veel gel");
  g_ptr_array_add (ids, desk.dex);
  kring_edit_delete (kring_session_get_editor (desk.session), ids);
  close_window (&desk, "Note what was typed?");
  dialogs_answer ("note");
  fixture_wait (dialogs_is_asking, "This could not be noted");
  g_assert_cmpstr (adw_message_dialog_get_body (dialogs_find ()), ==,
                   "Observation or statement about what is not on the map any more: “Hij was er”\n"
                   "What it is about was removed. Undo brings it back.");
  g_assert_false (adw_message_dialog_has_response (dialogs_find (), "note"));
  assert_count (&desk, KRING_KIND_SIGNAL, 1);
  dialogs_answer ("cancel");
  kring_history_undo (kring_session_get_history (desk.session));
  kring_history_undo (kring_session_get_history (desk.session));
  kring_selection_select (kring_session_get_selection (desk.session), desk.dex);
  desk_ask (&desk, "statement");
  wait_for_text (&desk, "Hij was er");
  hands_do ("key Escape");
  fixture_wait (desk_is_card_closed, &desk);
  desk_finish (&desk);
}

static KringViewList *
open_views (Desk *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.filter", NULL);
  fixture_wait (desk_is_card_open, desk);
  return KRING_VIEW_LIST (seek_type (GTK_WIDGET (desk->window), KRING_TYPE_VIEW_LIST));
}

static void
close_views (Desk *desk)
{
  GtkWidget *list = seek_type (GTK_WIDGET (desk->window), KRING_TYPE_VIEW_LIST);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER)));
  fixture_wait (desk_is_card_closed, desk);
}

static gboolean
is_thrown (gpointer data)
{
  Desk *desk = data;

  return kring_drafts_get_size (desk->drafts) == 0 && kring_drafts_can_take_back (desk->drafts);
}

static gboolean
has_view (gpointer data)
{
  Expected *expected = data;

  return desk_find (expected->desk, KRING_KIND_VIEW, "name", expected->text) != NULL;
}

static void
wait_for_view (Desk *desk, const char *name)
{
  Expected expected = { desk, name };

  fixture_wait (has_view, &expected);
}

/* The name for what is shown now stays when the filters close, and is asked about at the end. */
static void
test_view (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_filter_set_text (kring_session_get_filter (desk.session), "dex");
  gtk_widget_grab_focus (kring_view_list_get_line (open_views (&desk)));
  hands_do ("type --delay 5 'Alleen Dex'");
  wait_for_text (&desk, "Alleen Dex");
  close_views (&desk);
  open_views (&desk);
  wait_for_text (&desk, "Alleen Dex");
  hands_do ("key Escape");
  fixture_wait (is_thrown, &desk);
  close_views (&desk);
  hands_do ("key ctrl+z");
  wait_for_text (&desk, "Alleen Dex");
  close_window (&desk, "Note what was typed?");
  g_assert_cmpstr (adw_message_dialog_get_body (dialogs_find ()), ==,
                   "Name for a view: “Alleen Dex”");
  dialogs_answer ("note");
  fixture_wait (dialogs_is_asking, "Save the changes?");
  wait_for_view (&desk, "Alleen Dex");
  dialogs_answer ("cancel");
  desk_finish (&desk);
}

/* Escape leaves a kept view its name; undo gives it the one that was typed. */
static void
test_view_renamed (void)
{
  g_autoptr (GVariant) conditions = NULL;
  GtkWidget *label;
  Desk desk;

  desk_set_up (&desk);
  kring_filter_set_text (kring_session_get_filter (desk.session), "dex");
  conditions = kring_filter_dup_conditions (kring_session_get_filter (desk.session));
  kring_edit_keep_view (kring_session_get_editor (desk.session), "Alleen Dex", conditions, NULL);
  label = seek_type (GTK_WIDGET (open_views (&desk)), GTK_TYPE_EDITABLE_LABEL);
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (label));
  hands_do ("key ctrl+a");
  hands_do ("type --delay 5 'Dex en wij'");
  wait_for_text (&desk, "Dex en wij");
  g_assert_true (has_draft (&desk));
  hands_do ("key Escape");
  fixture_wait (is_thrown, &desk);
  wait_for_view (&desk, "Alleen Dex");
  close_views (&desk);
  hands_do ("key ctrl+z");
  wait_for_view (&desk, "Dex en wij");
  g_assert_false (has_draft (&desk));
  desk_finish (&desk);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/drafts/thrown-away", test_thrown_away);
  g_test_add_func ("/ui/drafts/heard", test_heard);
  g_test_add_func ("/ui/drafts/enter", test_enter);
  g_test_add_func ("/ui/drafts/name", test_name);
  g_test_add_func ("/ui/drafts/first-name", test_first_name);
  g_test_add_func ("/ui/drafts/tie", test_tie);
  g_test_add_func ("/ui/drafts/view", test_view);
  g_test_add_func ("/ui/drafts/view-renamed", test_view_renamed);
  g_test_add_func ("/ui/drafts/close-and-note", test_close_and_note);
  g_test_add_func ("/ui/drafts/close-event", test_close_event);
  g_test_add_func ("/ui/drafts/close-participant", test_close_participant);
  g_test_add_func ("/ui/drafts/close-field", test_close_field);
  g_test_add_func ("/ui/drafts/close-and-drop", test_close_and_drop);
  g_test_add_func ("/ui/drafts/drop-and-stay", test_drop_and_stay);
  g_test_add_func ("/ui/drafts/close-and-fail", test_close_and_fail);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
