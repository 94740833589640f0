/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"
#include "map/facts/kring-tasks.h"

typedef struct
{
  KringMap *map;
  KringEditor *editor;
  char *noor, *sem;
} Fixture;

static const char today[] = "2025-11-20";

static void
set_up (Fixture *self, gconstpointer data)
{
  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (5));
  self->noor = g_strdup (
      kring_item_get_id (kring_edit_add_centre (self->editor, "Noor", KRING_POINT_INIT (0, 0))));
  self->sem = g_strdup (kring_item_get_id (kring_edit_add_participant (self->editor, "Sem")));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->noor);
  g_free (self->sem);
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
}

static KringItem *
add (Fixture *self, const char *what, KringTaskSort sort, const char *due)
{
  KringItem *task = kring_edit_add_task (self->editor, NULL, sort, what, NULL);

  if (due != NULL)
    kring_edit_set_one (self->editor, kring_item_get_id (task), "due", g_variant_new_string (due),
                        NULL);
  return task;
}

static void
assert_tasks (Fixture *self, const KringTaskFilter *filter, const char *expected)
{
  g_autoptr (GPtrArray) tasks = kring_map_dup_tasks (self->map, filter, today);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            kring_item_get_text (g_ptr_array_index (tasks, i), "name"));
  g_assert_cmpstr (text->str, ==, expected);
}

/* A vague date is over when the last day that it may mean is; who is done is never too late. */
static void
test_overdue (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *due;
    gboolean overdue;
  } cases[] = {
    { NULL, FALSE },
    { "2025-11-19", TRUE },
    { "2025-11-20", FALSE },
    { "2025-11-20T09:00", FALSE },
    { "2025-11-21", FALSE },
    { "2025-11", FALSE },
    { "2025-10", TRUE },
    { "~2025", FALSE },
    { "2025-11-01/2025-11-19", TRUE },
    { "2025-11-01/2025-11-20", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KringItem *task = add (self, "T", KRING_TASK_ACTION, cases[i].due);
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      g_assert_cmpint (kring_task_is_overdue (task, today), ==, cases[i].overdue);
      g_ptr_array_add (ids, (gpointer) kring_item_get_id (task));
      kring_edit_set_task_state (self->editor, ids, KRING_TASK_DONE);
      g_assert_false (kring_task_is_overdue (task, today));
    }
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new ();

  add (self, "someday", KRING_TASK_ACTION, NULL);
  g_ptr_array_add (
      done, (gpointer) kring_item_get_id (add (self, "done", KRING_TASK_ACTION, "2025-01-01")));
  add (self, "action", KRING_TASK_ACTION, "2025-12-01");
  add (self, "question", KRING_TASK_QUESTION, "2025-12-01");
  add (self, "late", KRING_TASK_ACTION, "2025-11-01");
  kring_edit_set_task_state (self->editor, done, KRING_TASK_DONE);
  assert_tasks (self, NULL, "late question action someday done");
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  const char *const who[] = { self->sem, NULL };
  KringItem *mine = add (self, "mine", KRING_TASK_ACTION, "2025-11-01");
  KringItem *about =
      kring_edit_add_task (self->editor, self->noor, KRING_TASK_QUESTION, "about", NULL);
  g_autoptr (GPtrArray) done = g_ptr_array_new ();

  kring_edit_set_one (self->editor, kring_item_get_id (mine), "who", g_variant_new_strv (who, -1),
                      NULL);
  assert_tasks (self, &(KringTaskFilter){ .overdue = TRUE }, "mine");
  assert_tasks (self, &(KringTaskFilter){ .questions = TRUE }, "about");
  assert_tasks (self, &(KringTaskFilter){ .who = self->sem }, "mine");
  assert_tasks (self, &(KringTaskFilter){ .about = self->noor }, "about");
  assert_tasks (self, &(KringTaskFilter){ .questions = TRUE, .who = self->sem }, "");
  g_ptr_array_add (done, (gpointer) kring_item_get_id (about));
  kring_edit_set_task_state (self->editor, done, KRING_TASK_DROPPED);
  assert_tasks (self, &(KringTaskFilter){ .open = TRUE }, "mine");
  assert_tasks (self, &(KringTaskFilter){ 0 }, "mine about");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC) g_test_add ("/tasks/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("overdue", test_overdue);
  ADD ("order", test_order);
  ADD ("filter", test_filter);
  return g_test_run ();
}
