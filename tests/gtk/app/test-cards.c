/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked about an item where the map is not seen, and the lists that a mark on the map leads to. */
#include "desk.h"
#include "seek.h"

#include "gtk/canvas/kring-canvas.h"
#include "gtk/lists/kring-task-section.h"
#include "gtk/records/kring-signal-section.h"

static gboolean
shows_list (gpointer window)
{
  return !gtk_widget_get_mapped (seek_type (window, KRING_TYPE_CANVAS));
}

/* A card stands in the page that is seen, and closing it goes back there. */
static void
test_beside_list (void)
{
  static const char *const records[] = { "statement", "signal", "protective", "question" };
  Desk desk;

  desk_set_up (&desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.view", "s", "list");
  fixture_wait (shows_list, desk.window);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      GtkWidget *popover;

      desk_ask (&desk, records[i]);
      popover = gtk_widget_get_ancestor (desk_get_focus (&desk), GTK_TYPE_POPOVER);
      g_assert_null (gtk_widget_get_ancestor (popover, KRING_TYPE_CANVAS));
      g_assert_true (gtk_widget_get_mapped (popover));
      gtk_popover_popdown (GTK_POPOVER (popover));
      fixture_wait (desk_is_card_closed, &desk);
      g_assert_true (shows_list (desk.window));
    }
  desk_finish (&desk);
}

static gboolean
is_focus_in (Desk *desk, GType type)
{
  GtkWidget *focus = desk_get_focus (desk);

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
is_in_signals (gpointer desk)
{
  return is_focus_in (desk, KRING_TYPE_SIGNAL_SECTION);
}

static gboolean
is_in_tasks (gpointer desk)
{
  return is_focus_in (desk, KRING_TYPE_TASK_SECTION);
}

/* A number on the map leads to what was counted, with the keyboard on it, though nothing was open. */
static void
test_marks (void)
{
  static const struct
  {
    const char *mark;
    gboolean (*is_there) (gpointer desk);
  } marks[] = { { "signals", is_in_signals }, { "questions", is_in_tasks } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gboolean details;
      Desk desk;

      desk_set_up (&desk);
      g_object_set (desk.window, "show-details", FALSE, NULL);
      fixture_settle ();
      g_assert_true (kring_interaction_ask_record (desk.interaction, marks[i].mark));
      fixture_wait (marks[i].is_there, &desk);
      g_object_get (desk.window, "show-details", &details, NULL);
      g_assert_true (details);
      desk_finish (&desk);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/cards/beside-list", test_beside_list);
  g_test_add_func ("/ui/cards/marks", test_marks);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
