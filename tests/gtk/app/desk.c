/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"

#include "gtk/canvas/kring-canvas.h"
#include "hands.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

#include <string.h>

typedef struct
{
  Desk *desk;
  const char *text;
} Expected;

/* In GTK 4.8 a hint that waits under the pointer outlives its window, and complains. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return strstr (message, "gdk_surface_get_device_position") == NULL &&
         strstr (message, "_gtk_widget_find_at_coords") == NULL;
}

static void
complain_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer usual)
{
  if (is_fatal (domain, level, message, NULL))
    ((GLogFunc) usual) (domain, level, message, NULL);
}

static void
pass_over_hints (void)
{
  static gboolean done;
  GLogFunc usual;

  g_test_log_set_fatal_handler (is_fatal, NULL);
  if (done)
    return;
  done = TRUE;
  usual = g_log_set_default_handler (g_log_default_handler, NULL);
  g_log_set_default_handler (usual, NULL);
  g_log_set_handler ("Gdk", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, complain_cb, usual);
  g_log_set_handler ("Gtk", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, complain_cb, usual);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

/* Returns: the id of somebody new on the map */
char *
desk_add_person (Desk *desk, const char *name, double x)
{
  return g_strdup (kring_item_get_id (kring_edit_add (
      kring_session_get_editor (desk->session), KRING_KIND_PERSON, name, KRING_POINT_INIT (x, 0))));
}

static void
fill (Desk *desk, KringWindow *window)
{
  desk->window = window;
  desk->session = kring_window_get_session (window);
  desk->drafts = kring_session_get_drafts (desk->session);
  desk->map = kring_session_get_map (desk->session);
}

static void
open_window (Desk *desk, gboolean names)
{
  KringWindow *window;

  pass_over_hints ();
  desk->noor = desk->dex = NULL;
  window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  kring_window_begin (window);
  g_object_set (window, "show-names", names, NULL);
  fill (desk, window);
}

static void
present (Desk *desk)
{
  gtk_window_present (GTK_WINDOW (desk->window));
  desk->interaction = kring_canvas_get_interaction (
      KRING_CANVAS (seek_type (GTK_WIDGET (desk->window), KRING_TYPE_CANVAS)));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, desk->window);
}

/* The map counts as saved. */
void
desk_set_up (Desk *desk)
{
  KringHistory *history;

  open_window (desk, FALSE);
  desk->noor = desk_add_person (desk, "Noor", 0);
  desk->dex = desk_add_person (desk, "Dex", 300);
  history = kring_session_get_history (desk->session);
  kring_history_mark_saved (history, kring_history_get_revision (history));
  present (desk);
  kring_selection_select (kring_session_get_selection (desk->session), desk->dex);
}

/* Nobody is on the map yet, and the list of names is open. */
void
desk_set_up_names (Desk *desk)
{
  open_window (desk, TRUE);
  present (desk);
}

/* Another window with a map takes the place of one that is gone. */
void
desk_look_at (Desk *desk, KringWindow *window)
{
  fill (desk, window);
  present (desk);
}

/* Where the window is gone already. */
void
desk_clear (Desk *desk)
{
  g_free (desk->noor);
  g_free (desk->dex);
}

void
desk_finish (Desk *desk)
{
  fixture_assert_finalised (GTK_WIDGET (desk->window));
  desk_clear (desk);
}

/* Returns: (nullable): the first that says so */
KringItem *
desk_find (Desk *desk, KringKindId kind, const char *field, const char *text)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (desk->map, kind);

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (kring_item_get_text (items->pdata[i], field), text) == 0)
      return items->pdata[i];
  return NULL;
}

GtkWidget *
desk_get_focus (Desk *desk)
{
  return gtk_root_get_focus (GTK_ROOT (desk->window));
}

/* A condition: a card has the keyboard. */
gboolean
desk_is_card_open (gpointer desk)
{
  GtkWidget *focus = desk_get_focus (desk);
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return card != NULL && gtk_widget_get_mapped (card);
}

gboolean
desk_is_card_closed (gpointer desk)
{
  return !desk_is_card_open (desk);
}

/* Opens the card for that about who is selected. */
void
desk_ask (Desk *desk, const char *record)
{
  g_assert_true (kring_interaction_ask_record (desk->interaction, record));
  fixture_wait (desk_is_card_open, desk);
}

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;
  GtkWidget *focus = desk_get_focus (expected->desk);
  g_autofree char *text = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "text", &text, NULL);
  else if (GTK_IS_EDITABLE (focus))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  return g_strcmp0 (text, expected->text) == 0 && gtk_widget_get_mapped (focus);
}

/* Until that stands where the keyboard is. */
void
desk_wait_for_text (Desk *desk, const char *text)
{
  Expected expected = { desk, text };

  fixture_wait (has_text, &expected);
}
