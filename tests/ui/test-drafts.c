/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed and not noted: thrown away and taken back, and asked about before a window closes. */
#include "fixture.h"

#include "canvas/kring-canvas.h"
#include "details/kring-participants.h"
#include "edit/kring-commands.h"
#include "hands.h"
#include "record/kring-statement-popover.h"
#include "seek.h"
#include "views/kring-event-popover.h"
#include "views/kring-time-strip.h"

#include <string.h>

typedef struct
{
  KringWindow *window;
  KringSession *session; /* of the window */
  KringDrafts *drafts;   /* of the session */
  KringMap *map;
  KringInteraction *interaction;
  char *noor, *dex; /* (owned): ids */
} Desk;

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static char *
add_person (Desk *desk, const char *name, double x)
{
  return g_strdup (kring_item_get_id (kring_edit_add (
      kring_session_get_editor (desk->session), KRING_KIND_PERSON, name, KRING_POINT_INIT (x, 0))));
}

/* In GTK 4.8 a hint that waits under the pointer outlives its window, and complains. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return strstr (message, "gdk_surface_get_device_position") == NULL &&
         strstr (message, "_gtk_widget_find_at_coords") == NULL;
}

static void
desk_set_up (Desk *desk)
{
  KringDocument *document;

  g_test_log_set_fatal_handler (is_fatal, NULL);
  desk->window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  kring_window_begin (desk->window);
  g_object_set (desk->window, "show-names", FALSE, NULL);
  document = kring_window_get_document (desk->window);
  desk->session = kring_window_get_session (desk->window);
  desk->drafts = kring_session_get_drafts (desk->session);
  desk->map = kring_document_get_map (document);
  desk->noor = add_person (desk, "Noor", 0);
  desk->dex = add_person (desk, "Dex", 300);
  kring_history_mark_saved (kring_document_get_history (document),
                            kring_history_get_revision (kring_document_get_history (document)));
  gtk_window_present (GTK_WINDOW (desk->window));
  desk->interaction = kring_canvas_get_interaction (
      KRING_CANVAS (seek_type (GTK_WIDGET (desk->window), KRING_TYPE_CANVAS)));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, desk->window);
  kring_selection_select (kring_session_get_selection (desk->session), desk->dex);
}

static void
desk_clear (Desk *desk)
{
  g_free (desk->noor);
  g_free (desk->dex);
}

static void
desk_finish (Desk *desk)
{
  fixture_assert_finalised (GTK_WIDGET (desk->window));
  desk_clear (desk);
}

static gboolean
is_card_open (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (((Desk *) data)->window));
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return card != NULL && gtk_widget_get_mapped (card);
}

static gboolean
is_card_closed (gpointer data)
{
  return !is_card_open (data);
}

static gboolean
has_draft (gpointer data)
{
  return kring_drafts_get_size (((Desk *) data)->drafts) > 0;
}

static void
ask (Desk *desk, const char *record)
{
  g_assert_true (kring_interaction_ask_record (desk->interaction, record));
  fixture_wait (is_card_open, desk);
}

typedef struct
{
  Desk *desk;
  const char *text;
} Expected;

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (expected->desk->window));
  g_autofree char *text = NULL;

  if (!is_card_open (expected->desk))
    return FALSE;
  if (GTK_IS_TEXT_VIEW (focus))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "text", &text, NULL);
  else
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  return g_str_equal (text, expected->text);
}

static void
wait_for_text (Desk *desk, const char *text)
{
  Expected expected = { desk, text };

  fixture_wait (has_text, &expected);
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
      ask (&desk, records[i]);
      hands_do ("type --delay 5 'half een zin'");
      wait_for_text (&desk, "half een zin");
      g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 1);
      hands_do ("key Escape");
      fixture_wait (is_card_closed, &desk);
      g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 0);
      ask (&desk, records[i]);
      wait_for_text (&desk, "");
      hands_do ("key Escape");
      fixture_wait (is_card_closed, &desk);
      hands_do ("key ctrl+z");
      wait_for_text (&desk, "half een zin");
      g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 1);
      g_assert_false (kring_history_can_redo (kring_session_get_history (desk.session)));
      hands_do ("key Escape");
      fixture_wait (is_card_closed, &desk);
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
      ask (&desk, "statement");
      hands_do ("type --delay 5 'Hij was er'");
      wait_for_text (&desk, "Hij was er");
      for (guint i = 0; i < tabs; i++)
        hands_do ("key shift+Tab");
      hands_do ("key Return");
      fixture_wait (has_statement, &desk);
      fixture_wait (is_card_closed, &desk);
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
  fixture_wait (is_card_open, &desk);
  hands_do ("type --delay 5 'Dexter'");
  wait_for_text (&desk, "Dexter");
  kring_interaction_ask_name (desk.interaction, desk.noor);
  wait_for_name (&desk, "Dexter");
  hands_do ("key Escape");
  fixture_wait (is_card_closed, &desk);
  kring_interaction_ask_name (desk.interaction, desk.dex);
  fixture_wait (is_card_open, &desk);
  hands_do ("type --delay 5 'Dexter V'");
  wait_for_text (&desk, "Dexter V");
  hands_do ("key Escape");
  fixture_wait (is_card_closed, &desk);
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
  desk.dex = add_person (&desk, "Naamloos", 600);
  kring_interaction_ask_first_name (desk.interaction, desk.dex);
  fixture_wait (is_card_open, &desk);
  hands_do ("type --delay 5 'Jaap'");
  wait_for_text (&desk, "Jaap");
  hands_do ("key Escape");
  fixture_wait (is_card_closed, &desk);
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
  fixture_wait (is_card_open, &desk);
  hands_do ("type --delay 5 'buren'");
  wait_for_text (&desk, "buren");
  hands_do ("key Escape");
  fixture_wait (is_card_closed, &desk);
  g_assert_null (get_tie (&desk));
  hands_do ("key ctrl+z");
  wait_for_text (&desk, "buren");
  gtk_window_close (GTK_WINDOW (desk.window)); /* asks about the change, but not about the words */
  fixture_wait (has_tie, &desk);
  g_assert_cmpstr (kring_item_get_text (get_tie (&desk), "kind"), ==, "buren");
  desk_finish (&desk);
}

/* The last question that was put; NULL if there is none. */
static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_asking (gpointer data)
{
  AdwMessageDialog *dialog = find_dialog ();

  return dialog != NULL && g_str_equal (adw_message_dialog_get_heading (dialog), data);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
answer (const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = g_object_ref (find_dialog ());

  g_assert_true (adw_message_dialog_has_response (dialog, response));
  /* As a button does it: closed first, then heard. */
  gtk_window_destroy (GTK_WINDOW (dialog));
  adw_message_dialog_response (dialog, response);
  fixture_settle ();
}

static void
close_window (Desk *desk, const char *heading)
{
  gtk_window_close (GTK_WINDOW (desk->window));
  fixture_wait (is_asking, (gpointer) heading);
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
  g_assert_cmpstr (adw_message_dialog_get_body (find_dialog ()), ==,
                   "Observation or statement about Dex: “Dex zegt dat hij weg wil”\n\n"
                   "Signal on Noor: “veel gel”\n\n"
                   "What protects Noor: “oma”\n\n"
                   "Question about Dex: “Waar woont hij?”\n\n"
                   "Question or action about the whole map: “School bellen”\n\n"
                   "Tie between Noor and Dex: “moeder”");
  answer ("note");
  fixture_wait (is_asking, "Save the changes?");
  assert_count (&desk, KRING_KIND_STATEMENT, 1);
  assert_count (&desk, KRING_KIND_SIGNAL, 2);
  assert_count (&desk, KRING_KIND_TASK, 2);
  g_assert_cmpint (kring_item_get_certainty (get_tie (&desk)), ==, KRING_CERTAINTY_CONFIRMED);
  g_assert_false (has_draft (&desk));
  answer ("discard");
  fixture_wait (is_gone, &watched);
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
  fixture_wait (is_card_open, &desk);
  keep (&desk, KRING_DRAFT_EVENT, NULL, NULL, "weg van huis");
  close_window (&desk, "Note what was typed?");
  g_assert_false (gtk_widget_get_visible (card));
  answer ("cancel");
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
  answer ("cancel");
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
  answer ("note");
  fixture_wait (is_asking, "This could not be noted");
  g_assert_cmpstr (adw_message_dialog_get_body (find_dialog ()), ==,
                   "Noor, Date of birth: “ergens in mei”\nThis does not fit in the field yet.");
  answer ("cancel");
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
  answer ("cancel");
  wait_for_text (&desk, "veel gel");
  close_window (&desk, "Note what was typed?");
  answer ("discard");
  fixture_wait (is_gone, &watched);
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
  answer ("discard");
  fixture_wait (is_asking, "Save the changes?");
  answer ("cancel");
  g_assert_true (has_draft (&desk));
  close_window (&desk, "Note what was typed?");
  answer ("cancel");
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
  answer ("note");
  fixture_wait (is_asking, "This could not be noted");
  g_assert_cmpstr (adw_message_dialog_get_body (find_dialog ()), ==,
                   "Observation or statement about what is not on the map any more: “Hij was er”\n"
                   "What it is about was removed. Undo brings it back.");
  g_assert_false (adw_message_dialog_has_response (find_dialog (), "note"));
  assert_count (&desk, KRING_KIND_SIGNAL, 1);
  answer ("cancel");
  kring_history_undo (kring_session_get_history (desk.session));
  kring_history_undo (kring_session_get_history (desk.session));
  kring_selection_select (kring_session_get_selection (desk.session), desk.dex);
  ask (&desk, "statement");
  wait_for_text (&desk, "Hij was er");
  hands_do ("key Escape");
  fixture_wait (is_card_closed, &desk);
  desk_finish (&desk);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/drafts/thrown-away", test_thrown_away);
  g_test_add_func ("/ui/drafts/enter", test_enter);
  g_test_add_func ("/ui/drafts/name", test_name);
  g_test_add_func ("/ui/drafts/first-name", test_first_name);
  g_test_add_func ("/ui/drafts/tie", test_tie);
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
