/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emitted.h"
#include "fixture.h"
#include "gtk/lists/kring-task-page.h"

#include "gtk/find/kring-ask-popover.h"
#include "gtk/lists/kring-task-list.h"
#include "gtk/lists/kring-task-row.h"
#include "gtk/lists/kring-task-section.h"
#include "gtk/widgets/kring-fold.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

static GDateTime *
clock_cb (gpointer data)
{
  return g_date_time_new_utc (2025, 11, 20, 10, 0, 0);
}

static KringTaskPage *
new_page (Fixture *fixture)
{
  kring_editor_set_clock (fixture->editor, clock_cb, NULL);
  return g_object_ref_sink (KRING_TASK_PAGE (kring_task_page_new (fixture->session)));
}

static KringItem *
find_task (Fixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) tasks = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_TASK);

  for (guint i = 0; i < tasks->len; i++)
    if (g_str_equal (kring_item_get_text (g_ptr_array_index (tasks, i), "name"), name))
      return g_ptr_array_index (tasks, i);
  return NULL;
}

static void
set (Fixture *fixture, const char *name, const char *field, GVariant *value)
{
  g_assert_true (kring_edit_set_one (fixture->editor, kring_item_get_id (find_task (fixture, name)),
                                     field, value, NULL));
}

/* What is typed with a question mark is a question; one step back takes it away. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  KringTaskPage *page = new_page (fixture);

  g_assert_true (kring_task_page_add (page, " Who rings at night? "));
  g_assert_true (kring_task_page_add (page, "Call school"));
  g_assert_false (kring_task_page_add (page, "  "));
  g_assert_cmpint (kring_item_get_choice (find_task (fixture, "Who rings at night?"), "sort"), ==,
                   KRING_TASK_QUESTION);
  g_assert_cmpint (kring_item_get_choice (find_task (fixture, "Call school"), "sort"), ==,
                   KRING_TASK_ACTION);
  g_assert_cmpuint (kring_task_page_get_n_shown (page), ==, 2);
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_cmpuint (kring_task_page_get_n_shown (page), ==, 1);
  g_assert_finalize_object (page);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  KringTaskPage *page = new_page (fixture);

  kring_task_page_add (page, "Q?");
  kring_task_page_add (page, "late");
  kring_task_page_add (page, "done");
  set (fixture, "late", "due", g_variant_new_string ("2025-11-19"));
  set (fixture, "done", "state", g_variant_new_string ("done"));
  g_assert_cmpuint (kring_task_page_get_n_shown (page), ==, 2);
  kring_task_page_show (page, KRING_TASKS_ALL);
  g_assert_cmpuint (kring_task_page_get_n_shown (page), ==, 3);
  kring_task_page_show (page, KRING_TASKS_OVERDUE);
  g_assert_cmpuint (kring_task_page_get_n_shown (page), ==, 1);
  kring_task_page_show (page, KRING_TASKS_QUESTIONS);
  g_assert_cmpuint (kring_task_page_get_n_shown (page), ==, 1);
  set (fixture, "Q?", "sort", NULL);
  g_assert_cmpuint (kring_task_page_get_n_shown (page), ==, 0);
  g_assert_finalize_object (page);
}

static KringTaskRow *
get_row (KringTaskList *list, int index)
{
  return KRING_TASK_ROW (gtk_list_box_get_row_at_index (kring_task_list_get_box (list), index));
}

/* A row that goes leaves the keyboard to its neighbour; one that is open stays. */
static void
test_keyboard_kept (Fixture *fixture, gconstpointer data)
{
  KringTaskList *list = KRING_TASK_LIST (kring_task_list_new (fixture->session, TRUE));
  const KringTaskFilter open = { .open = TRUE };

  kring_edit_add_task (fixture->editor, fixture->noor, KRING_TASK_ACTION, "one", NULL);
  kring_edit_add_task (fixture->editor, fixture->noor, KRING_TASK_ACTION, "two", NULL);
  set (fixture, "one", "due", g_variant_new_string ("2025-01"));
  kring_task_list_set_filter (list, &open);
  fixture_show (fixture, GTK_WIDGET (list));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_row (list, 0))));
  set (fixture, "one", "state", g_variant_new_string ("done"));
  g_assert_cmpuint (kring_task_list_get_n_shown (list), ==, 1);
  g_assert_true (kring_task_row_get_item (KRING_TASK_ROW (gtk_root_get_focus (
                     GTK_ROOT (fixture->window)))) == find_task (fixture, "two"));

  kring_task_row_set_open (get_row (list, 0), TRUE);
  set (fixture, "two", "state", g_variant_new_string ("dropped"));
  g_assert_cmpuint (kring_task_list_get_n_shown (list), ==, 1);
}

static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
      if (handled)
        return TRUE;
    }
  return FALSE;
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  KringTaskList *list = KRING_TASK_LIST (kring_task_list_new (fixture->session, TRUE));
  g_autoptr (GtSignalLogger) logger = emitted_listen (list, "show-item", NULL);
  GtkWidget *row;

  kring_edit_add_task (fixture->editor, fixture->noor, KRING_TASK_ACTION, "one", NULL);
  fixture_show (fixture, GTK_WIDGET (list));
  row = GTK_WIDGET (get_row (list, 0));
  gtk_widget_grab_focus (row);
  g_assert_true (press (row, GDK_KEY_Return));
  assert_emitted (logger, "show-item %s", fixture->noor);
  g_assert_true (press (row, GDK_KEY_space));
  g_assert_cmpint (kring_item_get_choice (find_task (fixture, "one"), "state"), ==,
                   KRING_TASK_DONE);
  g_assert_true (press (row, GDK_KEY_space));
  g_assert_cmpint (kring_item_get_choice (find_task (fixture, "one"), "state"), ==,
                   KRING_TASK_OPEN);
  g_assert_true (press (row, GDK_KEY_F2));
  g_assert_true (kring_task_row_get_open (KRING_TASK_ROW (row)));
  g_assert_true (press (row, GDK_KEY_Escape));
  g_assert_false (kring_task_row_get_open (KRING_TASK_ROW (row)));
  g_assert_true (press (row, GDK_KEY_Delete));
  g_assert_null (find_task (fixture, "one"));
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_section (Fixture *fixture, gconstpointer data)
{
  KringTaskSection *section =
      g_object_ref_sink (KRING_TASK_SECTION (kring_task_section_new (fixture->session)));

  kring_section_show_item (KRING_SECTION (section),
                           kring_map_get_item (fixture->map, fixture->noor));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (section)));
  g_assert_true (kring_task_section_add (section, "Is she safe?"));
  g_assert_cmpuint (kring_task_section_get_n_shown (section), ==, 1);
  g_assert_true (kring_item_refers_to (find_task (fixture, "Is she safe?"), fixture->noor));
  kring_section_show_item (KRING_SECTION (section),
                           kring_map_get_item (fixture->map, fixture->dex));
  g_assert_cmpuint (kring_task_section_get_n_shown (section), ==, 0);
  kring_section_show_item (KRING_SECTION (section), kring_map_get_case (fixture->map));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (section)));
  g_assert_false (kring_task_section_add (section, "Nobody?"));
  kring_section_flush (KRING_SECTION (section));
  g_assert_finalize_object (section);
}

/* About everything that is selected; notes and groups are passed over. */
static void
test_ask (Fixture *fixture, gconstpointer data)
{
  GtkWidget *parent = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  KringAskPopover *popover =
      g_object_ref_sink (KRING_ASK_POPOVER (kring_ask_popover_new (fixture->session)));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *note = fixture_add (fixture, KRING_KIND_NOTE, "Note");
  KringItem *task;

  g_ptr_array_add (ids, fixture->noor);
  g_ptr_array_add (ids, fixture->tie);
  g_ptr_array_add (ids, note);
  fixture_show (fixture, parent);
  kring_ask_popover_ask (popover, parent, &(GdkRectangle){ 1, 1, 1, 1 }, ids);
  kring_ask_popover_answer (popover, "  ");
  g_assert_null (find_task (fixture, "How long?"));
  kring_ask_popover_answer (popover, "How long?");
  task = find_task (fixture, "How long?");
  g_assert_true (kring_item_refers_to (task, fixture->noor));
  g_assert_true (kring_item_refers_to (task, fixture->tie));
  g_assert_false (kring_item_refers_to (task, note));
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_null (find_task (fixture, "How long?"));
  fixture_settle ();
  gtk_widget_unparent (GTK_WIDGET (popover));
  fixture_settle ();
  g_assert_finalize_object (popover);
}

/* Who goes on to what is not known begins on the first row, not on the button in it. */
static void
test_turn_to_gaps (Fixture *fixture, gconstpointer data)
{
  KringTaskPage *page = new_page (fixture);
  GtkWidget *stack = seek_type (GTK_WIDGET (page), GTK_TYPE_STACK), *gaps;

  kring_edit_set_one (fixture->editor, fixture->dex, "certainty",
                      g_variant_new_string ("suspected"), NULL);
  fixture_show (fixture, GTK_WIDGET (page));
  g_assert_nonnull (kring_focus_find_in (GTK_WIDGET (page)));
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "gaps");
  fixture_settle ();
  gaps = gtk_stack_get_visible_child (GTK_STACK (stack));
  g_assert_nonnull (kring_focus_find_in (gaps));
  g_assert_false (GTK_IS_BUTTON (kring_focus_find_in (gaps)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  fixture_settle ();
  g_assert_finalize_object (page);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/tasks/add", test_add);
  FIXTURE_TEST ("/tasks/filters", test_filters);
  FIXTURE_TEST ("/tasks/keyboard-kept", test_keyboard_kept);
  FIXTURE_TEST ("/tasks/keys", test_keys);
  FIXTURE_TEST ("/tasks/section", test_section);
  FIXTURE_TEST ("/tasks/ask", test_ask);
  FIXTURE_TEST ("/tasks/turn-to-gaps", test_turn_to_gaps);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
