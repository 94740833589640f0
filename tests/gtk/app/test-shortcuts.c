/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the window do what they do also while a card is open, and take nothing that was typed. */
#include "desk.h"
#include "dialogs.h"

#include "gtk/canvas/kring-canvas.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/layouts/kring-layout-card.h"
#include "gtk/timeline/kring-event-popover.h"
#include "gtk/timeline/kring-time-strip.h"
#include "hands.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

#include <string.h>

static const char *const cards[] = { "statement", "signal", "protective", "question", "event" };

static gboolean
is_in_sight (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
open_card (Desk *desk, const char *card)
{
  GdkRectangle at = { 10, 10, 1, 1 };
  GtkWidget *strip;

  g_test_message ("%s", card);
  if (!g_str_equal (card, "event"))
    {
      desk_ask (desk, card);
      return;
    }
  g_object_set (desk->window, "show-time", TRUE, NULL);
  fixture_settle ();
  strip = seek_type (GTK_WIDGET (desk->window), KRING_TYPE_TIME_STRIP);
  fixture_wait (is_in_sight, strip);
  kring_event_popover_ask (
      KRING_EVENT_POPOVER (kring_time_strip_get_popover (KRING_TIME_STRIP (strip))), strip, &at,
      NULL);
  fixture_wait (desk_is_card_open, desk);
}

static gboolean
is_saved (gpointer document)
{
  return !kring_document_get_modified (document) && !kring_document_get_busy (document);
}

/* The card stays open, and what stands on it is not in the file. */
static void
test_save (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "map.kring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  KringDocument *document;
  Desk desk;

  desk_set_up (&desk);
  document = kring_window_get_document (desk.window);
  g_assert_true (kring_document_save (document, file, KRING_SAVE_OVERWRITE, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *content = NULL;

      kring_edit_rename (kring_session_get_editor (desk.session), desk.noor, cards[i], NULL);
      g_assert_false (is_saved (document));
      open_card (&desk, cards[i]);
      hands_do ("type --delay 5 'half een zin'");
      desk_wait_for_text (&desk, "half een zin");
      hands_do ("key ctrl+s");
      fixture_wait (is_saved, document);
      g_assert_true (desk_is_card_open (&desk));
      desk_wait_for_text (&desk, "half een zin");
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_null (strstr (content, "half een zin"));
      hands_do ("key Escape");
      fixture_wait (desk_is_card_closed, &desk);
    }
  desk_finish (&desk);
  g_file_delete (file, NULL, NULL);
}

/* Asked about the words; the answer may bring them back. */
static void
test_close (void)
{
  Desk desk;

  desk_set_up (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      open_card (&desk, cards[i]);
      hands_do ("type --delay 5 'half een zin'");
      desk_wait_for_text (&desk, "half een zin");
      hands_do ("key ctrl+w");
      fixture_wait (dialogs_is_asking, "Note what was typed?");
      dialogs_answer ("cancel");
      if (!g_str_equal (cards[i], "event"))
        {
          desk_wait_for_text (&desk, "half een zin");
          hands_do ("key Escape");
          fixture_wait (desk_is_card_closed, &desk);
        }
    }
  desk_finish (&desk);
}

static gboolean
is_searching (gpointer data)
{
  GtkWidget *focus = desk_get_focus (data);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

/* What opens next takes the place of the card, and the words are there when it opens again. */
static void
test_search (void)
{
  Desk desk;

  desk_set_up (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (cards) - 1; i++)
    {
      open_card (&desk, cards[i]);
      hands_do ("type --delay 5 'half een zin'");
      desk_wait_for_text (&desk, "half een zin");
      hands_do ("key ctrl+f");
      fixture_wait (is_searching, &desk);
      hands_do ("key Escape");
      fixture_wait (desk_is_card_closed, &desk);
      desk_ask (&desk, cards[i]);
      desk_wait_for_text (&desk, "half een zin");
      hands_do ("key Escape");
      fixture_wait (desk_is_card_closed, &desk);
    }
  desk_finish (&desk);
}

static gboolean
is_undone (gpointer data)
{
  return desk_find (data, KRING_KIND_PERSON, "name", "Noor") != NULL;
}

static gboolean
is_empty (gpointer data)
{
  GtkWidget *focus = desk_get_focus (data);

  return GTK_IS_TEXT (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) == '\0';
}

/* First of what is typed now, then of the map; what was typed when the card was open before stays. */
static void
test_undo (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_edit_rename (kring_session_get_editor (desk.session), desk.noor, "Nora", NULL);
  desk_ask (&desk, "question");
  hands_do ("type --delay 5 'half'");
  desk_wait_for_text (&desk, "half");
  hands_do ("key ctrl+z");
  fixture_wait (is_empty, &desk);
  g_assert_false (is_undone (&desk));
  hands_do ("key ctrl+shift+z");
  desk_wait_for_text (&desk, "half");
  hands_do ("key ctrl+f");
  fixture_wait (is_searching, &desk);
  hands_do ("key Escape");
  fixture_wait (desk_is_card_closed, &desk);
  desk_ask (&desk, "question");
  desk_wait_for_text (&desk, "half");
  hands_do ("key ctrl+z");
  fixture_wait (is_undone, &desk);
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 1);
  desk_finish (&desk);
}

/* A tie that is asked and a name that is typed are taken, as by a click beside them. */
static void
test_on_map (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_interaction_ask_tie (desk.interaction, desk.noor, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  hands_do ("type --delay 5 'buren'");
  hands_do ("key ctrl+w");
  fixture_wait (dialogs_is_asking, "Save the changes?");
  dialogs_answer ("cancel");
  g_assert_nonnull (desk_find (&desk, KRING_KIND_TIE, "kind", "buren"));
  kring_interaction_ask_name (desk.interaction, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  hands_do ("type --delay 5 'Dexter'");
  hands_do ("key ctrl+w");
  fixture_wait (dialogs_is_asking, "Save the changes?");
  dialogs_answer ("cancel");
  g_assert_nonnull (desk_find (&desk, KRING_KIND_PERSON, "name", "Dexter"));
  desk_finish (&desk);
}

static gboolean
shows_whole (gpointer data)
{
  return kring_canvas_shows_whole (data);
}

/* All of the map comes back wherever the keyboard is: on the buttons over it, in a field beside it. */
static void
test_fit (void)
{
  GtkWidget *canvas, *places[2];
  Desk desk;

  desk_set_up (&desk);
  canvas = seek_type (GTK_WIDGET (desk.window), KRING_TYPE_CANVAS);
  places[0] = seek_type (GTK_WIDGET (desk.window), KRING_TYPE_LAYOUT_CARD);
  places[1] = seek_type (GTK_WIDGET (desk.window), KRING_TYPE_INSPECTOR);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_child_focus (places[i], GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_widget_is_ancestor (desk_get_focus (&desk), places[i]));
      kring_canvas_centre_on (KRING_CANVAS (canvas), KRING_POINT_INIT (9000, 9000));
      g_assert_false (shows_whole (canvas));
      hands_do ("key ctrl+0");
      fixture_wait (shows_whole, canvas);
    }
  desk_finish (&desk);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/shortcuts/fit", test_fit);
  g_test_add_func ("/ui/shortcuts/save", test_save);
  g_test_add_func ("/ui/shortcuts/close", test_close);
  g_test_add_func ("/ui/shortcuts/search", test_search);
  g_test_add_func ("/ui/shortcuts/undo", test_undo);
  g_test_add_func ("/ui/shortcuts/on-map", test_on_map);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
