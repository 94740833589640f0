/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"

#include "map/edit/kring-edit-private.h"
#include "map/model/kring-record-counts.h"

#include <glib/gi18n-lib.h>

static gboolean
fill_words (
    KringEditor *editor, KringItem *item, const char *field_name, const char *text, GError **error)
{
  if (!kring_edit_fill (editor, item, field_name, text, error))
    return FALSE;
  if (kring_item_get_text (item, field_name) != NULL)
    return TRUE;
  return kring_edit_refuse (error, KRING_EDIT_ERROR_NO_WORDS, "");
}

static void
fill_today (KringEditor *editor, KringItem *item, const char *field_name)
{
  g_autofree char *today = kring_editor_dup_today (editor);

  kring_item_set_text (item, field_name, today);
}

/* What can be noted about several things at once. */
typedef struct
{
  const char *label;
  KringEditError refusal; /* code of the error if none of the items takes it */
  gboolean (*takes) (KringItem *item);
  KringItem *(*make) (KringEditor *editor, const char *about, gconstpointer wanted, GError **error);
} Sort;

/* Adds the same record about each item that takes it, as one step. Returns how many; 0 on
 * failure. */
static guint
add_to_all (
    KringEditor *editor, GPtrArray *about, const Sort *sort, gconstpointer wanted, GError **error)
{
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, about);
  KringHistory *history = kring_editor_get_history (editor);
  guint n = 0;

  kring_history_begin (history, _ (sort->label));
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i), *record;

      if (!sort->takes (item))
        continue;
      record = sort->make (editor, kring_item_get_id (item), wanted, error);
      if (record == NULL)
        {
          kring_history_cancel (history);
          return 0;
        }
      kring_edit_insert (editor, record);
      n++;
    }
  kring_history_commit (history);
  if (n == 0)
    kring_edit_refuse (error, sort->refusal, "");
  return n;
}

/* A catalogue of an organisation may use a value that this version does not know: that is no reason
 * to refuse the signal. */
static void
fill_concerns (KringItem *signal, const char *concerns)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (signal), KRING_F_CONCERNS);
  int choice = concerns != NULL ? kring_field_find_choice (field, concerns) : -1;

  if (choice >= 0)
    kring_item_set_choice (signal, KRING_F_CONCERNS, choice);
}

/* A signal that is not on the map yet, suspected and observed today. */
static KringItem *
records_new_signal (KringEditor *editor, const char *about, gconstpointer data, GError **error)
{
  const KringNewSignal *wanted = data;
  g_autoptr (KringItem) signal = kring_edit_new_item (editor, KRING_KIND_SIGNAL);

  if (!kring_edit_fill (editor, signal, KRING_F_ABOUT, about, error) ||
      !fill_words (editor, signal, KRING_F_NAME, wanted->label, error) ||
      !kring_edit_fill (editor, signal, KRING_F_CATALOGUE, wanted->catalogue, error))
    return NULL;
  fill_concerns (signal, wanted->concerns);
  kring_item_set_choice (signal, KRING_F_FAMILY, wanted->family);
  if (wanted->audience != KRING_AUDIENCE_JOINT)
    kring_item_set_choice (signal, KRING_F_AUDIENCE, wanted->audience);
  kring_item_set_choice (signal, KRING_F_CERTAINTY, KRING_CERTAINTY_SUSPECTED);
  fill_today (editor, signal, KRING_F_OBSERVED);
  if (wanted->observed != NULL &&
      !kring_edit_fill (editor, signal, KRING_F_OBSERVED, wanted->observed, error))
    return NULL;
  return g_steal_pointer (&signal);
}

static gboolean
takes_signals (KringItem *item)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_SIGNAL), KRING_F_ABOUT);

  return (field->refers_to & (1u << kring_item_get_kind (item)->id)) != 0 &&
         !kring_item_is (item, KRING_KIND_CASE);
}

static const Sort signal_sort = {
  N_ ("Add Signal"),
  KRING_EDIT_ERROR_NO_SIGNALS,
  takes_signals,
  records_new_signal,
};

/**
 * kring_edit_add_signals:
 * @about: (element-type utf8): ids of what it was seen on; those that cannot have signals are
 *   passed over
 * @wanted: what is known of it
 * @error: return location for an error of %KRING_EDIT_ERROR: no words, no date, or nothing in
 *   @about can have signals
 *
 * Places the same signal on several things as one step.
 *
 * Returns: on how many; 0 on failure
 */
guint
kring_edit_add_signals (KringEditor *editor,
                        GPtrArray *about,
                        const KringNewSignal *wanted,
                        GError **error)
{
  return add_to_all (editor, about, &signal_sort, wanted, error);
}

/* Takes off quotes around words, which are shown in quotes anyway; the closing one may be
 * missing. */
static void
records_unquote (KringItem *statement)
{
  const char *typed = kring_item_get_text (statement, KRING_F_WORDS);
  g_autofree char *closed = g_strconcat (typed, "”", NULL);
  g_autofree char *whole = kring_edit_unquote (typed);
  g_autofree char *half = kring_edit_unquote (closed);
  const char *words = whole != NULL ? whole : half;

  if (words != NULL && *words != '\0')
    kring_item_set_text (statement, KRING_F_WORDS, words);
}

/* Gives a statement the certainty of its item, so that noting it changes nothing. It gets none if
 * the item has none or is the young person at the centre, and suspected if the item was refuted. */
static void
take_certainty (KringEditor *editor, KringItem *statement)
{
  KringMap *map = kring_editor_get_map (editor);
  KringItem *about = kring_map_get_item (map, kring_item_get_text (statement, KRING_F_ABOUT));
  KringCertainty certainty;

  if (about == NULL || kring_map_is_centre (map, about) ||
      kring_item_get_named (about, KRING_F_CERTAINTY) == NULL)
    return;
  certainty = kring_item_get_certainty (about);
  kring_item_set_choice (statement, KRING_F_CERTAINTY,
                         certainty == KRING_CERTAINTY_REFUTED ? KRING_CERTAINTY_SUSPECTED
                                                              : certainty);
}

static KringItem *
new_statement (KringEditor *editor, const char *about, gconstpointer data, GError **error)
{
  const KringNewStatement *wanted = data;
  g_autoptr (KringItem) statement = kring_edit_new_item (editor, KRING_KIND_STATEMENT);

  if (!kring_edit_fill (editor, statement, KRING_F_ABOUT, about, error) ||
      !fill_words (editor, statement, KRING_F_WORDS, wanted->words, error) ||
      !kring_edit_fill (editor, statement, KRING_F_SAID_BY, wanted->said_by, error) ||
      !kring_edit_fill (editor, statement, KRING_F_HEARD_BY, wanted->heard_by, error))
    return NULL;
  if (wanted->form == KRING_STATEMENT_VERBATIM)
    records_unquote (statement);
  kring_item_set_choice (statement, KRING_F_FORM, wanted->form);
  if (wanted->how_known != KRING_HOW_KNOWN_NOT_SAID)
    kring_item_set_choice (statement, KRING_F_HOW_KNOWN, wanted->how_known);
  take_certainty (editor, statement);
  fill_today (editor, statement, KRING_F_WHEN);
  if (wanted->when != NULL &&
      !kring_edit_fill (editor, statement, KRING_F_WHEN, wanted->when, error))
    return NULL;
  return g_steal_pointer (&statement);
}

static const Sort statement_sort = {
  N_ ("Add Statement"),
  KRING_EDIT_ERROR_NO_STATEMENTS,
  kring_map_can_state,
  new_statement,
};

/**
 * kring_edit_add_statements:
 * @about: (element-type utf8): ids of what it says something about; those that nothing can be said
 *   about are passed over
 * @wanted: what is known of it
 * @error: return location for an error of %KRING_EDIT_ERROR: no words, no date, or nothing in
 *   @about that something can be said about
 *
 * Notes the same statement about several things as one step.
 *
 * Returns: about how many; 0 on failure
 */
guint
kring_edit_add_statements (KringEditor *editor,
                           GPtrArray *about,
                           const KringNewStatement *wanted,
                           GError **error)
{
  return add_to_all (editor, about, &statement_sort, wanted, error);
}

/**
 * kring_edit_add_task:
 * @about: (nullable): id of what it is about; %NULL for the whole map
 * @what: the question, or what is going to be done
 * @error: return location for an error of %KRING_EDIT_ERROR
 *
 * Returns: (transfer none) (nullable): the new task, open
 */
KringItem *
kring_edit_add_task (
    KringEditor *editor, const char *about, KringTaskSort sort, const char *what, GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (KringItem) task = kring_edit_new_item (editor, KRING_KIND_TASK);

  if (!kring_edit_fill (editor, task, KRING_F_ABOUT, about, error) ||
      !fill_words (editor, task, KRING_F_NAME, what, error))
    return NULL;
  kring_item_set_choice (task, KRING_F_SORT, sort);
  kring_history_begin (history,
                       sort == KRING_TASK_QUESTION ? _ ("Add Question") : _ ("Add Action"));
  kring_edit_insert (editor, g_object_ref (task));
  kring_history_commit (history);
  return task;
}

/**
 * kring_edit_add_question:
 * @ids: (element-type utf8): what it is about; what no question can be about is passed over
 * @what: the question
 * @error: return location for an error of %KRING_EDIT_ERROR: no words
 *
 * Returns: (transfer none) (nullable): the new question, open
 */
KringItem *
kring_edit_add_question (KringEditor *editor, GPtrArray *ids, const char *what, GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);
  const KringField *field = kring_kind_find_field (kring_kind_get (KRING_KIND_TASK), KRING_F_ABOUT);
  KringItem *task;

  kring_history_begin (history, _ ("Add Question"));
  task = kring_edit_add_task (editor, NULL, KRING_TASK_QUESTION, what, error);
  for (guint i = 0; task != NULL && i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);

      if (field->refers_to & (1u << kring_item_get_kind (item)->id))
        kring_edit_put (
            editor, task, KRING_F_ABOUT,
            kring_edit_refs_with (kring_item_get_value (task, field), kring_item_get_id (item)));
    }
  kring_history_commit (history);
  return task;
}

/**
 * kring_edit_set_task_state:
 * @ids: (element-type utf8): items; only tasks have a state
 */
void
kring_edit_set_task_state (KringEditor *editor, GPtrArray *ids, KringTaskState state)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);

  kring_history_begin (history, _ ("Change State"));
  for (guint i = 0; i < items->len; i++)
    if (kring_item_is (g_ptr_array_index (items, i), KRING_KIND_TASK))
      kring_edit_put_choice (editor, g_ptr_array_index (items, i), KRING_F_STATE, state);
  kring_history_commit (history);
}
