/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that do not fit in a field: Escape throws them away, and undo brings them back. */
#include "desk.h"

#include "gtk/inspector/kring-inspector.h"
#include "gtk/lists/kring-task-row.h"
#include "hands.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

static gboolean
is_thrown (gpointer data)
{
  Desk *desk = data;

  return kring_drafts_get_size (desk->drafts) == 0 && kring_drafts_can_take_back (desk->drafts);
}

/* In the field that has the keyboard. */
static void
assert_thrown_and_back (Desk *desk, const char *old)
{
  hands_do ("key ctrl+a");
  hands_do ("type --delay 5 'ergens in'");
  desk_wait_for_text (desk, "ergens in");
  hands_do ("key Escape");
  fixture_wait (is_thrown, desk);
  desk_wait_for_text (desk, old);
  hands_do ("key ctrl+z");
  desk_wait_for_text (desk, "ergens in");
  g_assert_cmpuint (kring_drafts_get_size (desk->drafts), ==, 1);
  hands_do ("key Escape");
  fixture_wait (is_thrown, desk);
  desk_wait_for_text (desk, old);
}

static void
enter_field (Desk *desk, const char *field)
{
  g_object_set (desk->window, "show-details", TRUE, NULL);
  fixture_settle ();
  g_assert_true (kring_inspector_reveal (
      KRING_INSPECTOR (seek_type (GTK_WIDGET (desk->window), KRING_TYPE_INSPECTOR)), field));
}

static void
test_one (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_edit_set_one (kring_session_get_editor (desk.session), desk.dex, "birth_date",
                      g_variant_new_string ("2003"), NULL);
  enter_field (&desk, "birth_date");
  assert_thrown_and_back (&desk, "2003");
  desk_finish (&desk);
}

static void
test_several (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Desk desk;

  desk_set_up (&desk);
  g_ptr_array_add (ids, desk.dex);
  g_ptr_array_add (ids, desk.noor);
  kring_selection_set_all (kring_session_get_selection (desk.session), ids);
  enter_field (&desk, "birth_date");
  assert_thrown_and_back (&desk, "");
  enter_field (&desk, "alias");
  assert_thrown_and_back (&desk, "");
  g_assert_null (desk_find (&desk, KRING_KIND_PERSON, "alias", "ergens in"));
  desk_finish (&desk);
}

static gboolean
is_closed (gpointer row)
{
  return !kring_task_row_get_open (row);
}

/* The fields of a task stay open for it; another Escape closes them. */
static void
test_task (void)
{
  GtkWidget *row;
  Desk desk;

  desk_set_up (&desk);
  kring_edit_add_task (kring_session_get_editor (desk.session), desk.dex, KRING_TASK_ACTION,
                       "School bellen", NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.view", "s", "actions");
  fixture_settle ();
  row = seek_type (GTK_WIDGET (desk.window), KRING_TYPE_TASK_ROW);
  gtk_widget_grab_focus (row);
  hands_do ("key F2");
  desk_wait_for_text (&desk, "School bellen");
  g_assert_true (
      kring_item_form_reveal (KRING_ITEM_FORM (seek_type (row, KRING_TYPE_ITEM_FORM)), "due"));
  assert_thrown_and_back (&desk, "");
  g_assert_false (is_closed (row));
  hands_do ("key Escape");
  fixture_wait (is_closed, row);
  desk_finish (&desk);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/fields/one", test_one);
  g_test_add_func ("/ui/fields/several", test_several);
  g_test_add_func ("/ui/fields/task", test_task);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
