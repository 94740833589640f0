/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-appendix-private.h"

#include "map/base/kring-date.h"
#include "map/base/kring-fold.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-tasks.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What must still be done, and what happened: the two lists that go by date. */

static const KringListColumn task_columns[] = {
  { N_ ("Question or action"), 0.38 }, { N_ ("About"), 0.17 }, { N_ ("Who does it"), 0.18 },
  { N_ ("Ready by"), 0.15 },           { N_ ("State"), 0.12 },
};

static const KringListColumn timeline_columns[] = {
  { N_ ("When"), 0.13 },      { N_ ("What happened"), 0.32 },        { N_ ("About"), 0.15 },
  { N_ ("How sure?"), 0.12 }, { N_ ("How do we know this?"), 0.15 }, { N_ ("Brought in by"), 0.13 },
};

/* The outcome, what else is said of it, and with whom it may be shared. */
static char *
dup_task_note (KringMap *map, KringItem *task)
{
  const char *outcome = kring_item_get_text (task, KRING_F_OUTCOME);
  /* Translators: of a question or an action; %s is what came out of it */
  char *note = outcome != NULL ? g_strdup_printf (_ ("Outcome: %s"), outcome) : NULL;

  note =
      kring_appendix_take_joined ("\n", note, kring_appendix_dup_value (map, task, KRING_F_REMARK));
  return kring_appendix_take_joined ("\n", note, kring_appendix_dup_audience (map, task));
}

static void
appendix_story_fill_who (KringListCell *cell, KringMap *map, KringItem *task)
{
  const char *with = kring_item_get_text (task, KRING_F_WITH);

  kring_appendix_fill_value (cell, map, task, KRING_F_WHO);
  /* Translators: %s is with whom something is done, in free words */
  cell->note = with != NULL ? g_strdup_printf (_ ("with %s"), with) : NULL;
}

static void
fill_task (KringListRow *row, KringMap *map, KringItem *task, const char *today)
{
  row->cells[0].text = kring_item_dup_title (task);
  row->cells[0].note = dup_task_note (map, task);
  row->cells[0].sign = kring_appendix_get_sign (map, task);
  row->cells[0].struck = kring_item_get_choice (task, KRING_F_STATE) == KRING_TASK_DROPPED;
  kring_appendix_fill_value (&row->cells[1], map, task, KRING_F_ABOUT);
  appendix_story_fill_who (&row->cells[2], map, task);
  kring_appendix_fill_value (&row->cells[3], map, task, KRING_F_DUE);
  kring_appendix_fill_value (&row->cells[4], map, task, KRING_F_STATE);
  if (kring_task_is_overdue (task, today))
    {
      row->cells[3].sign = KRING_SIGN_LATE;
      row->cells[3].note = g_strdup (_ ("overdue"));
    }
}

typedef gboolean (*TaskFunc) (KringItem *task);

static gboolean
appendix_story_is_open_question (KringItem *task)
{
  return kring_task_is_open (task) &&
         kring_item_get_choice (task, KRING_F_SORT) == KRING_TASK_QUESTION;
}

static gboolean
is_open_action (KringItem *task)
{
  return kring_task_is_open (task) && !appendix_story_is_open_question (task);
}

static gboolean
is_closed (KringItem *task)
{
  return !kring_task_is_open (task);
}

/**
 * kring_appendix_new_tasks:
 * @title: what the list is called
 * @map: what may be seen
 * @today: after which day an open one is late
 *
 * Returns: (transfer full): questions and actions: open ones first, then what is done or dropped
 */
KringList *
kring_appendix_new_tasks (const char *title, KringMap *map, const char *today)
{
  const struct
  {
    const char *heading;
    TaskFunc is_in;
  } groups[] = {
    { _ ("Open questions"), appendix_story_is_open_question },
    { _ ("Open actions"), is_open_action },
    { _ ("Done and dropped"), is_closed },
  };
  KringList *list = kring_list_new (title, task_columns, G_N_ELEMENTS (task_columns));
  g_autoptr (GPtrArray) tasks = kring_map_dup_tasks (map, NULL, today);

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < tasks->len; i++)
        {
          if (!groups[g].is_in (g_ptr_array_index (tasks, i)))
            continue;
          if (!any)
            kring_list_take_heading (list, g_strdup (groups[g].heading), NULL);
          any = TRUE;
          fill_task (kring_list_add_row (list), map, g_ptr_array_index (tasks, i), today);
        }
    }
  return list;
}

/* "October 2025": the month in which it begins, or the year if no more is known. */
static char *
dup_chapter (KringItem *item)
{
  KringDate date;
  KringMoment month;

  if (!kring_date_parse (kring_timeline_get_date (item), &date))
    return g_strdup ("–");
  month = (KringMoment){ date.start.year, date.start.month, 0, -1, -1 };
  return kring_date_format ((KringDate){ month, month, FALSE });
}

static char *
dup_subjects (KringMap *map, KringItem *item)
{
  /* Its ends stand in what it is called. */
  if (kring_item_is (item, KRING_KIND_TIE))
    return g_strdup ("");
  return kring_appendix_take_joined (
      "\n",
      kring_appendix_dup_value (
          map, item, kring_item_is (item, KRING_KIND_EVENT) ? KRING_F_INVOLVED : KRING_F_ABOUT),
      kring_appendix_dup_value (map, item, KRING_F_PLACE));
}

/* What it is, with who said it. */
static char *
dup_moment (KringMap *map, KringItem *item)
{
  g_autofree char *title = kring_map_dup_title (map, item);
  const char *said_by = kring_item_get_text (item, KRING_F_SAID_BY);

  return said_by != NULL ? g_strdup_printf ("%s: %s", said_by, title) : g_steal_pointer (&title);
}

static char *
dup_moment_note (KringMap *map, KringItem *item)
{
  char *note = kring_appendix_dup_value (map, item, KRING_F_REMARK);
  const char *agreed = kring_item_get_text (item, KRING_F_AGREED);

  if (agreed != NULL)
    /* Translators: of an earlier meeting; %s is what was agreed there */
    note = kring_appendix_take_joined ("\n", g_strdup_printf (_ ("Agreed: %s"), agreed), note);
  if (kring_item_is (item, KRING_KIND_EVENT))
    note = kring_appendix_take_joined (
        "\n", kring_appendix_dup_value (map, item, KRING_F_DESCRIPTION), note);
  return kring_appendix_take_joined ("\n", note, kring_appendix_dup_audience (map, item));
}

static void
fill_moment (KringListRow *row, KringMap *map, KringItem *item)
{
  kring_appendix_take_text (&row->cells[0], kring_timeline_dup_when (item));
  row->cells[1].text = dup_moment (map, item);
  row->cells[1].note = dup_moment_note (map, item);
  row->cells[1].sign = kring_appendix_get_sign (map, item);
  row->cells[1].struck = kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED;
  kring_appendix_take_text (&row->cells[2], dup_subjects (map, item));
  kring_appendix_fill_value (&row->cells[3], map, item, KRING_F_CERTAINTY);
  kring_appendix_fill_value (&row->cells[4], map, item, KRING_F_HOW_KNOWN);
  kring_appendix_fill_value (&row->cells[5], map, item, KRING_F_PARTY);
  row->cells[5].party = kring_item_get_party (item);
}

static void
empty (char **text)
{
  g_free (*text);
  *text = g_strdup ("");
}

/* Whether both say the same, with or without a full stop. */
static gboolean
are_same_words (const char *a, const char *b)
{
  g_autofree char *bare = g_str_has_suffix (a, ".") ? g_strndup (a, strlen (a) - 1) : g_strdup (a);

  return kring_fold_equal (a, b) || kring_fold_equal (bare, b);
}

/* What stands in the row of the fact already is not said again. */
static void
fill_under (KringListRow *row, const KringListRow *above, KringItem *item, KringItem *fact)
{
  const char *about = kring_item_get_text (item, KRING_F_ABOUT);
  gboolean known = about != NULL && (kring_item_refers_to (fact, about) ||
                                     g_str_equal (about, kring_item_get_id (fact)));

  row->under = TRUE;
  if (kring_timeline_is_said_above (item, fact))
    empty (&row->cells[0].text);
  if (row->cells[1].note != NULL && are_same_words (row->cells[1].note, above->cells[1].text))
    g_clear_pointer (&row->cells[1].note, g_free);
  if (known || kring_item_is (item, KRING_KIND_TIE))
    empty (&row->cells[2].text);
  if (!kring_item_says_certainty (item))
    empty (&row->cells[3].text);
}

static int
appendix_story_compare_told (gconstpointer a, gconstpointer b, gpointer facts)
{
  return kring_timeline_compare_told (*(KringItem *const *) a, *(KringItem *const *) b, facts);
}

/* @last: (inout) (nullable): the chapter that has begun */
static void
begin_chapter (KringList *list, KringItem *item, char **last)
{
  g_autofree char *chapter = dup_chapter (item);

  if (g_strcmp0 (chapter, *last) == 0)
    return;
  kring_list_take_heading (list, g_strdup (chapter), NULL);
  g_free (*last);
  *last = g_steal_pointer (&chapter);
}

/* What happened and has no date stands in no other list. */
static void
add_undated (KringList *list, KringMap *map)
{
  GPtrArray *meetings = kring_map_dup_items_of_kind (map, KRING_KIND_MEETING);
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (map, KRING_KIND_EVENT);
  gboolean any = FALSE;

  g_ptr_array_extend_and_steal (items, meetings);
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);

      if (kring_timeline_get_date (item) != NULL)
        continue;
      if (!any)
        /* Translators: heads what happened of which nobody knows when */
        kring_list_take_heading (list, g_strdup (_ ("Without a date")), NULL);
      any = TRUE;
      fill_moment (kring_list_add_row (list), map, item);
    }
}

/**
 * kring_appendix_new_timeline:
 *
 * Returns: (transfer full): everything with a date, in the order of time: a row a fact, and under it
 *   what was seen and said of it; then what happened without a date
 */
KringList *
kring_appendix_new_timeline (const char *title, KringMap *map, const char *today)
{
  KringList *list = kring_list_new (title, timeline_columns, G_N_ELEMENTS (timeline_columns));
  g_autoptr (GPtrArray) moments = kring_map_dup_timeline (map);
  g_autoptr (GHashTable) facts = kring_map_dup_facts (map);
  g_autofree char *last = NULL;
  KringListRow *above = NULL;

  g_ptr_array_sort_with_data (moments, appendix_story_compare_told, facts);
  for (guint i = 0; i < moments->len; i++)
    {
      KringItem *item = g_ptr_array_index (moments, i), *fact = g_hash_table_lookup (facts, item);
      KringListRow *row;

      if (fact == NULL)
        begin_chapter (list, item, &last);
      row = kring_list_add_row (list);
      fill_moment (row, map, item);
      if (fact != NULL)
        fill_under (row, above, item, fact);
      else
        above = row;
    }
  add_undated (list, map);
  return list;
}
