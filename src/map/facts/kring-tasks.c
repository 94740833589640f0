/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-tasks.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOT " · "

/* Returns the last minute at which a task is in time; G_MAXINT64 without a date. */
static gint64
get_deadline (KringItem *task)
{
  const char *due = kring_item_get_text (task, KRING_F_DUE);
  KringDate date;

  if (due == NULL || !kring_date_parse (due, &date))
    return G_MAXINT64;
  return kring_moment_last_minute (date.end);
}

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  return kring_task_compare (*(KringItem *const *) a, *(KringItem *const *) b);
}

static gboolean
has_ref (KringItem *task, const char *field_name, const char *id)
{
  g_auto (GStrv) ids = kring_item_dup_refs (task, field_name);

  return g_strv_contains ((const char *const *) ids, id);
}

/**
 * kring_task_is_open:
 *
 * Returns: whether @task was neither done nor dropped
 */
gboolean
kring_task_is_open (KringItem *task)
{
  return kring_item_get_choice (task, KRING_F_STATE) == KRING_TASK_OPEN;
}

/**
 * kring_task_is_overdue:
 * @today: a day in the written form
 *
 * Returns: whether @task is open, and the last day that its date may mean is over
 */
gboolean
kring_task_is_overdue (KringItem *task, const char *today)
{
  KringDate date;

  if (!kring_task_is_open (task) || !kring_date_parse (today, &date))
    return FALSE;
  return get_deadline (task) < kring_moment_first_minute (date.start);
}

/**
 * kring_task_matches:
 * @task: an open question or an action
 * @today: a day in the written form
 *
 * Returns: whether it is one of those that are asked for
 */
gboolean
kring_task_matches (KringItem *task, const KringTaskFilter *filter, const char *today)
{
  if (filter->open && !kring_task_is_open (task))
    return FALSE;
  if (filter->overdue && !kring_task_is_overdue (task, today))
    return FALSE;
  if (filter->questions && kring_item_get_choice (task, KRING_F_SORT) != KRING_TASK_QUESTION)
    return FALSE;
  if (filter->who != NULL && !has_ref (task, KRING_F_WHO, filter->who))
    return FALSE;
  return filter->about == NULL || has_ref (task, KRING_F_ABOUT, filter->about);
}

/**
 * kring_task_compare:
 *
 * Open before done and dropped, what must be ready soonest first, questions before actions.
 *
 * Returns: which of both comes first: negative, 0 or positive
 */
int
kring_task_compare (KringItem *a, KringItem *b)
{
  int state = kring_item_get_choice (a, KRING_F_STATE) - kring_item_get_choice (b, KRING_F_STATE);
  int sort = kring_item_get_choice (b, KRING_F_SORT) - kring_item_get_choice (a, KRING_F_SORT);
  gint64 deadline_a = get_deadline (a), deadline_b = get_deadline (b);

  if (state != 0)
    return state;
  if (deadline_a != deadline_b)
    return deadline_a < deadline_b ? -1 : 1;
  return sort != 0 ? sort : strcmp (kring_item_get_id (a), kring_item_get_id (b));
}

static void
tasks_say (GString *line, char *piece)
{
  if (piece != NULL && *piece != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? DOT : "", piece);
  g_free (piece);
}

static char *
dup_value (KringMap *map, KringItem *task, const char *field_name)
{
  return kring_map_dup_value_text (map, task,
                                   kring_kind_find_field (kring_item_get_kind (task), field_name));
}

/**
 * kring_task_dup_line:
 * @task: an open question or an action
 * @with_about: also about whom or what it is
 *
 * Returns: (transfer full): who does it with whom, by when, and what came out of it, in one line;
 *   empty if nothing of that is known
 */
char *
kring_task_dup_line (KringMap *map, KringItem *task, gboolean with_about)
{
  GString *line = g_string_new (NULL);
  const char *with = kring_item_get_text (task, KRING_F_WITH);
  g_autofree char *due = dup_value (map, task, KRING_F_DUE);

  if (with_about)
    tasks_say (line, dup_value (map, task, KRING_F_ABOUT));
  tasks_say (line, dup_value (map, task, KRING_F_WHO));
  if (with != NULL)
    tasks_say (line, g_strdup_printf (_ ("with %s"), with));
  if (due != NULL)
    /* Translators: of a question or an action; %s is a date */
    tasks_say (line, g_strdup_printf (_ ("ready by %s"), due));
  if (kring_item_get_choice (task, KRING_F_STATE) == KRING_TASK_DROPPED)
    tasks_say (line, dup_value (map, task, KRING_F_STATE));
  tasks_say (line, dup_value (map, task, KRING_F_OUTCOME));
  return g_strdelimit (g_string_free (line, FALSE), "\n", ' ');
}

/**
 * kring_map_dup_tasks:
 * @filter: (nullable): %NULL for all of them
 * @today: a day in the written form
 *
 * Returns: (transfer container) (element-type KringItem): open ones first, the soonest above
 */
GPtrArray *
kring_map_dup_tasks (KringMap *map, const KringTaskFilter *filter, const char *today)
{
  GPtrArray *tasks = kring_map_dup_items_of_kind (map, KRING_KIND_TASK);

  for (guint i = tasks->len; filter != NULL && i > 0; i--)
    if (!kring_task_matches (g_ptr_array_index (tasks, i - 1), filter, today))
      g_ptr_array_remove_index (tasks, i - 1);
  g_ptr_array_sort (tasks, compare_tasks);
  return tasks;
}
