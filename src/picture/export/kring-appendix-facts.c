/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-appendix-private.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>

/*
 * Signals and statements: what was seen and said, grouped by what it is about, in the order of the
 * items on the map with the young person at the centre first, and within that by date.
 */

static const KringListColumn signal_columns[] = {
  { N_ ("Signal"), 0.37 },        { N_ ("Observed on"), 0.15 },          { N_ ("How sure?"), 0.14 },
  { N_ ("Brought in by"), 0.16 }, { N_ ("How do we know this?"), 0.18 },
};

static const KringListColumn statement_columns[] = {
  { N_ ("What is said"), 0.37 },
  { N_ ("When"), 0.15 },
  { N_ ("How sure?"), 0.14 },
  { N_ ("Brought in by"), 0.16 },
  { N_ ("How do we know this?"), 0.18 },
};

typedef void (*FillFunc) (KringListRow *row, KringMap *map, KringItem *item);

static gint64
appendix_facts_get_start (KringItem *item)
{
  const char *text = kring_timeline_get_date (item);
  KringDate date;

  if (text == NULL || !kring_date_parse (text, &date))
    return G_MAXINT64;
  return kring_moment_first_minute (date.start);
}

static int
appendix_facts_compare_dates (gconstpointer a, gconstpointer b)
{
  gint64 start_a = appendix_facts_get_start (*(KringItem *const *) a);
  gint64 start_b = appendix_facts_get_start (*(KringItem *const *) b);

  return start_a < start_b ? -1 : start_a > start_b;
}

static void
appendix_facts_add_group (
    KringList *list, KringMap *map, KringItem *subject, KringKindId kind, FillFunc fill)
{
  g_autoptr (GPtrArray) group =
      kring_map_dup_referrers_of_kind (map, kring_item_get_id (subject), kind);
  g_autofree char *noun = g_utf8_strdown (kring_kind_get_label (kring_item_get_kind (subject)), -1);

  if (group->len == 0)
    return;
  g_ptr_array_sort (group, appendix_facts_compare_dates);
  kring_list_take_heading (list, kring_map_dup_title (map, subject), g_steal_pointer (&noun));
  for (guint i = 0; i < group->len; i++)
    fill (kring_list_add_row (list), map, g_ptr_array_index (group, i));
}

/* By what they are about, the earliest first. */
static void
appendix_facts_add_groups (KringList *list, KringMap *map, KringKindId kind, FillFunc fill)
{
  KringItem *centre = kring_map_get_centre (map);

  if (centre != NULL)
    appendix_facts_add_group (list, map, centre, kind, fill);
  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    if (kring_map_get_nth (map, i) != centre)
      appendix_facts_add_group (list, map, kring_map_get_nth (map, i), kind, fill);
  appendix_facts_add_group (list, map, kring_map_get_case (map), kind, fill);
}

static void
fill_common (KringListRow *row, KringMap *map, KringItem *item, const char *date_field)
{
  row->cells[0].sign = kring_appendix_get_sign (map, item);
  row->cells[0].struck = kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED;
  kring_appendix_fill_value (&row->cells[1], map, item, date_field);
  kring_appendix_fill_value (&row->cells[2], map, item, KRING_F_CERTAINTY);
  kring_appendix_fill_party (&row->cells[3], map, item);
  kring_appendix_fill_value (&row->cells[4], map, item, KRING_F_HOW_KNOWN);
}

static void
fill_signal (KringListRow *row, KringMap *map, KringItem *signal)
{
  KringListCell *cell = &row->cells[0];

  cell->text = kring_item_dup_title (signal);
  cell->note =
      kring_appendix_take_joined (" · ", kring_appendix_dup_value (map, signal, KRING_F_FAMILY),
                                  kring_appendix_dup_audience (map, signal));
  cell->note = kring_appendix_take_joined ("\n", cell->note,
                                           kring_appendix_dup_value (map, signal, KRING_F_REMARK));
  fill_common (row, map, signal, "observed");
}

/* "Words of Noor · heard by Marit" */
static char *
dup_voices (KringMap *map, KringItem *statement)
{
  gboolean verbatim = kring_item_get_choice (statement, KRING_F_FORM) == KRING_STATEMENT_VERBATIM;
  const char *said_by = kring_item_get_text (statement, KRING_F_SAID_BY);
  const char *heard_by = kring_item_get_text (statement, KRING_F_HEARD_BY);
  char *said = NULL, *heard = NULL;

  if (said_by == NULL && verbatim)
    said = kring_appendix_dup_value (map, statement, KRING_F_FORM);
  else if (said_by != NULL)
    /* Translators: of a printed statement: who said these very words; or whose account it is */
    said = g_strdup_printf (verbatim ? _ ("Words of %s") : _ ("According to %s"), said_by);
  if (heard_by != NULL)
    /* Translators: of a printed statement, after who said it */
    heard = g_strdup_printf (_ ("heard by %s"), heard_by);
  return kring_appendix_take_joined (" · ", said, heard);
}

/* "Source: report 12 · B2" */
static char *
appendix_facts_dup_source (KringItem *statement)
{
  static const char *const letters[] = { "A", "B", "C", "X" };
  const char *source = kring_item_get_text (statement, KRING_F_SOURCE);
  int grade = kring_item_get_choice (statement, KRING_F_GRADE_SOURCE);
  int information = kring_item_get_choice (statement, KRING_F_GRADE_INFORMATION);
  char *text = source != NULL ? g_strdup (source) : NULL;

  if (grade < 0 && information < 0)
    return text;
  return kring_appendix_take_joined (
      " · ", text,
      g_strdup_printf ("%s%s", grade >= 0 ? letters[grade] : "",
                       information >= 0 ? (const char *[]){ "1", "2", "3", "4" }[information]
                                        : ""));
}

static void
fill_statement (KringListRow *row, KringMap *map, KringItem *statement)
{
  KringListCell *cell = &row->cells[0];
  const char *words = kring_item_get_text (statement, KRING_F_WORDS);

  if (words == NULL)
    cell->text = kring_item_dup_title (statement);
  else if (kring_item_get_choice (statement, KRING_F_FORM) == KRING_STATEMENT_VERBATIM)
    cell->text = g_strdup_printf ("“%s”", words);
  else
    cell->text = g_strdup (words);
  cell->note = kring_appendix_take_joined (" · ", dup_voices (map, statement),
                                           kring_appendix_dup_audience (map, statement));
  cell->note = kring_appendix_take_joined (
      "\n", cell->note, kring_appendix_dup_value (map, statement, KRING_F_REMARK));
  fill_common (row, map, statement, "when");
  row->cells[4].note = appendix_facts_dup_source (statement);
}

/**
 * kring_appendix_new_signals:
 *
 * Returns: (transfer full): the signals, under what they are about
 */
KringList *
kring_appendix_new_signals (const char *title, KringMap *map, const char *today)
{
  KringList *list = kring_list_new (title, signal_columns, G_N_ELEMENTS (signal_columns));

  appendix_facts_add_groups (list, map, KRING_KIND_SIGNAL, fill_signal);
  return list;
}

/**
 * kring_appendix_new_statements:
 *
 * Returns: (transfer full): what was stated and by whom, under what it is about
 */
KringList *
kring_appendix_new_statements (const char *title, KringMap *map, const char *today)
{
  KringList *list = kring_list_new (title, statement_columns, G_N_ELEMENTS (statement_columns));

  appendix_facts_add_groups (list, map, KRING_KIND_STATEMENT, fill_statement);
  return list;
}
