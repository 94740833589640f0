/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-appendix.h"

#include "map/facts/kring-describe.h"
#include "map/model/kring-record-counts.h"
#include "picture/export/kring-appendix-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands in a cell that nobody filled. */
#define NOTHING "–"

/* In the order in which they are printed, which is that of the bits of KringAppendices. */
static const struct
{
  const char *name; /* as typed */
  const char *title;
  KringAppendixFunc make;
} rows[KRING_N_APPENDICES] = {
  { "persons", N_ ("Persons"), kring_appendix_new_persons },
  { "things", N_ ("Vehicles, phones, accounts and places"), kring_appendix_new_things },
  { "signals", N_ ("Signals"), kring_appendix_new_signals },
  { "statements", N_ ("Statements and sources"), kring_appendix_new_statements },
  { "tasks", N_ ("Questions and actions"), kring_appendix_new_tasks },
  { "timeline", N_ ("Timeline"), kring_appendix_new_timeline },
  { "participants", N_ ("Who we are"), kring_appendix_new_participants },
};

/**
 * kring_appendices_parse:
 * @text: names separated by commas, as persons, signals or timeline; or all
 * @unknown: (out): the first name that is none of these
 *
 * Returns: whether all names were understood
 */
gboolean
kring_appendices_parse (const char *text, KringAppendices *appendices, char **unknown)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *appendices = 0;
  for (guint p = 0; parts[p] != NULL; p++)
    {
      const char *name = g_strstrip (parts[p]);
      guint bits = strcmp (name, "all") == 0 ? (1u << KRING_N_APPENDICES) - 1 : 0;

      for (guint i = 0; i < KRING_N_APPENDICES; i++)
        if (strcmp (name, rows[i].name) == 0)
          bits = 1u << i;
      if (bits == 0 && *name != '\0')
        {
          *unknown = g_strdup (name);
          return FALSE;
        }
      *appendices |= bits;
    }
  return TRUE;
}

/**
 * kring_appendix_get_title:
 * @index: of the bit, from 0
 *
 * Returns: what the list is called
 */
const char *
kring_appendix_get_title (guint index)
{
  g_return_val_if_fail (index < KRING_N_APPENDICES, NULL);

  return _ (rows[index].title);
}

static void
appendix_take_list (GPtrArray *lists, KringList *list)
{
  if (list->rows->len > 0)
    g_ptr_array_add (lists, list);
  else
    kring_list_free (list);
}

/**
 * kring_appendices_dup_lists:
 * @map: what may be seen
 * @today: a day in the written form
 *
 * Returns: (transfer full) (element-type KringList): those that have something to tell
 */
GPtrArray *
kring_appendices_dup_lists (KringAppendices appendices, KringMap *map, const char *today)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_list_free);

  for (guint i = 0; i < KRING_N_APPENDICES; i++)
    if (appendices & (1u << i))
      appendix_take_list (lists, rows[i].make (_ (rows[i].title), map, today));
  return lists;
}

/* Signals of a return are signs of risk at a time of their own. */
static KringSign
get_family_sign (KringMap *map, KringItem *signal)
{
  switch (kring_item_get_choice (signal, KRING_F_FAMILY))
    {
    case KRING_FAMILY_VULNERABILITY:
      return KRING_SIGN_VULNERABILITY;
    case KRING_FAMILY_PROTECTIVE:
      return KRING_SIGN_PROTECTIVE;
    default:
      return kring_map_is_undergone (map, signal) ? KRING_SIGN_UNDERGONE : KRING_SIGN_RISK;
    }
}

static KringSign
get_task_sign (KringItem *task)
{
  if (kring_item_get_choice (task, KRING_F_SORT) == KRING_TASK_QUESTION)
    return KRING_SIGN_QUESTION;
  return kring_item_get_choice (task, KRING_F_STATE) == KRING_TASK_DONE ? KRING_SIGN_DONE
                                                                        : KRING_SIGN_ACTION;
}

/**
 * kring_appendix_get_sign:
 *
 * Returns: what stands before the words of @item
 */
KringSign
kring_appendix_get_sign (KringMap *map, KringItem *item)
{
  switch (kring_item_get_kind (item)->id)
    {
    case KRING_KIND_SIGNAL:
      return get_family_sign (map, item);
    case KRING_KIND_STATEMENT:
      return kring_item_get_choice (item, KRING_F_FORM) == KRING_STATEMENT_VERBATIM
                 ? KRING_SIGN_QUOTE
                 : KRING_SIGN_NOTE;
    case KRING_KIND_EVENT:
      return KRING_SIGN_EVENT;
    case KRING_KIND_TIE:
      return KRING_SIGN_TIE;
    case KRING_KIND_TASK:
      return get_task_sign (item);
    default:
      return KRING_SIGN_NONE;
    }
}

/**
 * kring_appendix_dup_value:
 * @field_name: a field, also one that the kind of @item does not have
 *
 * Returns: (transfer full) (nullable): the value in words; of a choice that nobody made, what that
 *   means, but nothing of how sure it is
 */
char *
kring_appendix_dup_value (KringMap *map, KringItem *item, const char *field_name)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  char *value = field != NULL ? kring_map_dup_value_text (map, item, field) : NULL;

  if (value == NULL && field != NULL && field->type == KRING_FIELD_CHOICE && field->fallback >= 0 &&
      (strcmp (field_name, KRING_F_CERTAINTY) != 0 || kring_item_says_certainty (item)))
    return g_strdup (kring_field_get_choice_label (field, field->fallback));
  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);
  return value;
}

/**
 * kring_appendix_take_joined:
 * @first: (transfer full) (nullable)
 * @second: (transfer full) (nullable)
 *
 * Returns: (transfer full) (nullable): what there is of the two, with @separator between both
 */
char *
kring_appendix_take_joined (const char *separator, char *first, char *second)
{
  char *joined;

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  joined = g_strconcat (first, separator, second, NULL);
  g_free (first);
  g_free (second);
  return joined;
}

/**
 * kring_appendix_take_text:
 * @text: (transfer full) (nullable): what @cell says
 */
void
kring_appendix_take_text (KringListCell *cell, char *text)
{
  cell->text = text != NULL ? text : g_strdup (NOTHING);
}

/**
 * kring_appendix_fill_value:
 * @name: of a field of @item that @cell shows
 */
void
kring_appendix_fill_value (KringListCell *cell, KringMap *map, KringItem *item, const char *name)
{
  kring_appendix_take_text (cell, kring_appendix_dup_value (map, item, name));
}

/**
 * kring_appendix_fill_party:
 *
 * Has @cell show who brought @item in: the mark of the party, and the name.
 */
void
kring_appendix_fill_party (KringListCell *cell, KringMap *map, KringItem *item)
{
  kring_appendix_fill_value (cell, map, item, KRING_F_PARTY);
  cell->party = kring_item_get_party (item);
  cell->note = kring_appendix_dup_value (map, item, KRING_F_BROUGHT_IN_BY);
}

/**
 * kring_appendix_dup_audience:
 *
 * Returns: (transfer full) (nullable): with whom @item may be shared; %NULL if with both sides
 */
char *
kring_appendix_dup_audience (KringMap *map, KringItem *item)
{
  if (kring_item_get_audience (item) == KRING_AUDIENCE_JOINT)
    return NULL;
  return kring_appendix_dup_value (map, item, KRING_F_AUDIENCE);
}
