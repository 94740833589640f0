/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "calm.h"
#include "known.h"
#include "map/edit/kring-commands.h"

#include <adwaita.h>

/* What was going to happen has happened by then. */
#define FRAMES 4

static GDateTime *
clock_cb (gpointer data)
{
  return g_date_time_new_local (2025, 11, 20, 14, 0, 0);
}

/* Runs the tests, or says that there is no display. */
int
fixture_main (int argc, char **argv, void (*add_tests) (void))
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  add_tests ();
  return g_test_run ();
}

static KringItem *
add (Fixture *fixture, KringKindId kind, const char *name)
{
  KringEditor *editor = fixture->editor;

  switch (kind)
    {
    case KRING_KIND_PARTICIPANT:
      return kring_edit_add_participant (editor, name);
    case KRING_KIND_SIGNAL:
      return known_add_signal (editor, fixture->noor, NULL, name, KRING_FAMILY_RISK, NULL);
    case KRING_KIND_STATEMENT:
      return known_add_statement (editor, fixture->noor, KRING_STATEMENT_INTERPRETATION, name,
                                  NULL);
    default:
      return kring_edit_add (editor, kind, name, KRING_POINT_INIT (0, 0));
    }
}

char *
fixture_add (Fixture *fixture, KringKindId kind, const char *name)
{
  return g_strdup (kring_item_get_id (add (fixture, kind, name)));
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  KringItem *tie;

  fixture->map = kring_map_new ();
  fixture->editor = kring_editor_new (fixture->map, kring_id_source_new_seeded (7));
  kring_editor_set_clock (fixture->editor, clock_cb, NULL);
  fixture->session = kring_session_new (fixture->editor);
  fixture->noor = fixture_add (fixture, KRING_KIND_PERSON, "Noor");
  fixture->dex = fixture_add (fixture, KRING_KIND_PERSON, "Dex");
  tie = kring_edit_add_tie (fixture->editor, fixture->dex, fixture->noor, "friend",
                            KRING_CERTAINTY_PROBABLE, NULL);
  fixture->tie = g_strdup (kring_item_get_id (tie));
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->map);
  g_free (fixture->noor);
  g_free (fixture->dex);
  g_free (fixture->tie);
  g_free (fixture->told);
}

static void
tell_cb (GSimpleAction *action, GVariant *text, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->told);
  fixture->told = g_variant_dup_string (text, NULL);
}

static const GActionEntry window_actions[] = { { .name = "tell-undo", tell_cb, "s" },
                                               { .name = "tell", tell_cb, "s" } };

/* Puts the widget on the screen and gives the window the keyboard. */
void
fixture_show (Fixture *fixture, GtkWidget *widget)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), window_actions,
                                   G_N_ELEMENTS (window_actions), fixture);
  fixture->window = gtk_window_new ();
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), widget);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
}

/* Lets everything happen that was going to happen. */
void
fixture_settle (void)
{
  calm_down (FRAMES);
}

void
fixture_select (Fixture *fixture, const char *id)
{
  kring_selection_select (kring_session_get_selection (fixture->session), id);
}

const char *
fixture_get (Fixture *fixture, const char *id, const char *field)
{
  return kring_item_get_text (kring_map_get_item (fixture->map, id), field);
}
