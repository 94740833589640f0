/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Enter that ends a letter of the input method is not the Enter that notes: by real keys, with
 * the way to compose that GTK always has. */
#include "desk.h"

#include "gtk/find/kring-view-list.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/inspector/kring-participants.h"
#include "gtk/lists/kring-list-cell.h"
#include "gtk/lists/kring-task-page.h"
#include "gtk/lists/kring-task-section.h"
#include "gtk/timeline/kring-event-popover.h"
#include "gtk/timeline/kring-time-strip.h"
#include "hands.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

/* "Zo", and then the last letter by its number: where Enter is taken too early it never comes. */
static void
compose (Desk *desk)
{
  guint n = kring_map_get_n_items (desk->map);

  hands_do ("type --delay 5 'Zo'");
  desk_wait_for_text (desk, "Zo");
  hands_do ("key ctrl+shift+u");
  hands_do ("key e b Return");
  desk_wait_for_text (desk, "Zoë");
  fixture_settle ();
  desk_wait_for_text (desk, "Zoë");
  g_assert_cmpuint (kring_map_get_n_items (desk->map), ==, n);
}

static gboolean
is_in_sight (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
has_zoe (gpointer data)
{
  return desk_find (data, KRING_KIND_PERSON, "name", "Zoë") != NULL;
}

static void
test_names (void)
{
  Desk desk;

  desk_set_up_names (&desk);
  compose (&desk);
  hands_do ("key Return");
  fixture_wait (has_zoe, &desk);
  desk_finish (&desk);
}

static void
test_cards (void)
{
  static const struct
  {
    const char *record, *field;
    KringKindId kind;
  } cards[] = {
    { "statement", "words", KRING_KIND_STATEMENT },
    { "signal", "about", KRING_KIND_SIGNAL } /* the list has words like it */,
    { "question", "name", KRING_KIND_TASK },
  };
  Desk desk;

  desk_set_up (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_test_message ("%s", cards[i].record);
      desk_ask (&desk, cards[i].record);
      compose (&desk);
      g_assert_true (desk_is_card_open (&desk));
      hands_do ("key Return");
      fixture_wait (desk_is_card_closed, &desk);
      g_assert_nonnull (desk_find (&desk, cards[i].kind, cards[i].field,
                                   g_str_equal (cards[i].field, "about") ? desk.dex : "Zoë"));
    }
  desk_finish (&desk);
}

static void
test_map (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_interaction_ask_tie (desk.interaction, desk.noor, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  compose (&desk);
  g_assert_true (desk_is_card_open (&desk));
  hands_do ("key Return");
  fixture_wait (desk_is_card_closed, &desk);
  g_assert_nonnull (desk_find (&desk, KRING_KIND_TIE, "kind", "Zoë"));
  kring_interaction_ask_name (desk.interaction, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  compose (&desk);
  g_assert_true (desk_is_card_open (&desk));
  hands_do ("key Return");
  fixture_wait (has_zoe, &desk);
  desk_finish (&desk);
}

static gboolean
is_found (gpointer data)
{
  Desk *desk = data;

  return kring_selection_contains (kring_session_get_selection (desk->session), desk->noor);
}

static void
test_search (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_edit_rename (kring_session_get_editor (desk.session), desk.noor, "Zoë", NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.search", NULL);
  fixture_wait (desk_is_card_open, &desk);
  compose (&desk);
  g_assert_true (desk_is_card_open (&desk));
  g_assert_false (is_found (&desk));
  hands_do ("key Return");
  fixture_wait (is_found, &desk);
  desk_finish (&desk);
}

/* The fields of the case are long ones, of which Enter is no part. */
static void
test_fields (void)
{
  static const char *const fields[] = { "title", "purpose" };
  KringInspector *inspector;
  Desk desk;

  desk_set_up (&desk);
  kring_selection_clear (kring_session_get_selection (desk.session));
  fixture_settle ();
  inspector = KRING_INSPECTOR (seek_type (GTK_WIDGET (desk.window), KRING_TYPE_INSPECTOR));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      KringFieldRow *row =
          kring_item_form_get_row (kring_inspector_get_form (inspector), fields[i]);

      gtk_widget_grab_focus (kring_field_row_get_editor (row));
      compose (&desk);
      hands_do ("key Return");
      g_assert_cmpstr (kring_item_get_text (kring_map_get_case (desk.map), fields[i]), ==, "Zoë");
    }
  desk_finish (&desk);
}

static void
enter (Desk *desk, KringKindId kind, const char *field)
{
  g_assert_null (desk_find (desk, kind, field, "Zoë"));
  hands_do ("key Return");
  fixture_settle ();
  g_assert_nonnull (desk_find (desk, kind, field, "Zoë"));
}

/* The line to add something with that is of that type. */
static void
compose_line (Desk *desk, GType type, KringKindId kind)
{
  GtkWidget *line;

  g_test_message ("%s", g_type_name (type));
  fixture_settle ();
  line = seek_type (GTK_WIDGET (desk->window), type);
  fixture_wait (is_in_sight, line);
  gtk_widget_grab_focus (seek_type (line, GTK_TYPE_ENTRY));
  compose (desk);
  enter (desk, kind, "name");
}

static void
test_lines (void)
{
  Desk desk;

  desk_set_up (&desk);
  compose_line (&desk, KRING_TYPE_TASK_SECTION, KRING_KIND_TASK);
  kring_history_undo (kring_session_get_history (desk.session));
  kring_selection_clear (kring_session_get_selection (desk.session));
  compose_line (&desk, KRING_TYPE_PARTICIPANTS, KRING_KIND_PARTICIPANT);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.view", "s", "actions");
  compose_line (&desk, KRING_TYPE_TASK_PAGE, KRING_KIND_TASK);
  desk_finish (&desk);
}

/* The card of an event takes what happened only with its date. */
static void
test_event (void)
{
  GdkRectangle at = { 10, 10, 1, 1 };
  GtkWidget *strip;
  Desk desk;

  desk_set_up (&desk);
  g_object_set (desk.window, "show-time", TRUE, NULL);
  fixture_settle ();
  strip = seek_type (GTK_WIDGET (desk.window), KRING_TYPE_TIME_STRIP);
  fixture_wait (is_in_sight, strip);
  kring_event_popover_ask (
      KRING_EVENT_POPOVER (kring_time_strip_get_popover (KRING_TIME_STRIP (strip))), strip, &at,
      NULL);
  fixture_wait (desk_is_card_open, &desk);
  compose (&desk);
  hands_do ("key Home");
  hands_do ("type --delay 5 '12-9-2025 '");
  desk_wait_for_text (&desk, "12-9-2025 Zoë");
  enter (&desk, KRING_KIND_EVENT, "name");
  desk_finish (&desk);
}

static gboolean
is_name_of (GtkWidget *widget, gconstpointer id)
{
  KringItem *item =
      KRING_IS_LIST_CELL (widget) ? kring_list_cell_get_item (KRING_LIST_CELL (widget)) : NULL;

  return item != NULL && g_str_equal (kring_item_get_id (item), id) &&
         kring_list_cell_get_column (KRING_LIST_CELL (widget)) == KRING_COLUMN_NAME;
}

static gboolean
has_cell (gpointer desk)
{
  return seek (GTK_WIDGET (((Desk *) desk)->window), is_name_of, ((Desk *) desk)->dex) != NULL;
}

static void
test_cell (void)
{
  Desk desk;

  desk_set_up (&desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.view", "s", "list");
  fixture_wait (has_cell, &desk);
  kring_list_cell_edit (KRING_LIST_CELL (seek (GTK_WIDGET (desk.window), is_name_of, desk.dex)));
  compose (&desk);
  hands_do ("key Return");
  fixture_wait (has_zoe, &desk);
  desk_finish (&desk);
}

/* The name of a view, when it is kept and when it gets another one. */
static void
test_views (void)
{
  GtkWidget *list;
  Desk desk;

  desk_set_up (&desk);
  kring_filter_set_text (kring_session_get_filter (desk.session), "dex");
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.filter", NULL);
  fixture_wait (desk_is_card_open, &desk);
  list = seek_type (GTK_WIDGET (desk.window), KRING_TYPE_VIEW_LIST);
  gtk_widget_grab_focus (kring_view_list_get_line (KRING_VIEW_LIST (list)));
  compose (&desk);
  enter (&desk, KRING_KIND_VIEW, "name");
  kring_edit_rename (kring_session_get_editor (desk.session),
                     kring_item_get_id (desk_find (&desk, KRING_KIND_VIEW, "name", "Zoë")), "Dex",
                     NULL);
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (seek_type (list, GTK_TYPE_EDITABLE_LABEL)));
  hands_do ("key ctrl+a");
  compose (&desk);
  enter (&desk, KRING_KIND_VIEW, "name");
  desk_finish (&desk);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/composing/names", test_names);
  g_test_add_func ("/ui/composing/cards", test_cards);
  g_test_add_func ("/ui/composing/map", test_map);
  g_test_add_func ("/ui/composing/search", test_search);
  g_test_add_func ("/ui/composing/fields", test_fields);
  g_test_add_func ("/ui/composing/lines", test_lines);
  g_test_add_func ("/ui/composing/event", test_event);
  g_test_add_func ("/ui/composing/cell", test_cell);
  g_test_add_func ("/ui/composing/views", test_views);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
