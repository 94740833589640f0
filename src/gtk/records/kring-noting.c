/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-noting.h"

#include "gtk/records/kring-statement-words.h"
#include "gtk/widgets/kring-date-picker.h"
#include "gtk/widgets/kring-error-words.h"
#include "hands/session/kring-tie-kinds.h"
#include "map/edit/kring-commands.h"
#include "map/filter/kring-filter-view.h"
#include "map/quickadd/kring-name-list.h"

#include <glib/gi18n-lib.h>

/* (transfer full) (nullable): what was typed, without its date; NULL if two may be meant. */
static char *
read_draft (KringSession *session,
            const KringUnnoted *draft,
            KringQuickDatePlace place,
            char **date,
            GError **error)
{
  g_autofree char *question = NULL;
  g_autofree char *words =
      kring_date_picker_split (session, kring_unnoted_get_text (draft), place, date, &question);

  if (question == NULL)
    return g_steal_pointer (&words);
  g_set_error_literal (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE, question);
  return NULL;
}

/* Just as it was typed: nobody chose a signal of the list. */
static gboolean
note_signal (KringSession *session, const KringUnnoted *draft, GError **error)
{
  g_autofree char *date = NULL;
  g_autofree char *words = read_draft (session, draft, KRING_QUICK_DATE_LAST, &date, error);
  gboolean protective = draft->box == KRING_DRAFT_PROTECTIVE;
  const KringNewSignal wanted = { .label = words,
                                  .family =
                                      protective ? KRING_FAMILY_PROTECTIVE : KRING_FAMILY_RISK,
                                  .observed = date };

  return words != NULL && kring_edit_add_signals (kring_session_get_editor (session), draft->ids,
                                                  &wanted, error) > 0;
}

static gboolean
note_event (KringSession *session, const KringUnnoted *draft, GError **error)
{
  g_autofree char *date = NULL;
  g_autofree char *words = read_draft (session, draft, KRING_QUICK_DATE_FIRST, &date, error);

  if (words == NULL)
    return FALSE;
  if (date != NULL)
    return kring_edit_add_event (kring_session_get_editor (session), words, date, error) != NULL;
  g_set_error_literal (
      error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE,
      _ ("When was that? Begin with a date, such as 12-9, yesterday or Sep 2025."));
  return FALSE;
}

static gboolean
note_task (KringSession *session, const KringUnnoted *draft, GError **error)
{
  const char *about = draft->ids->len > 0 ? draft->ids->pdata[0] : NULL;
  g_autofree char *words = g_strstrip (g_strdup (kring_unnoted_get_text (draft)));
  KringTaskSort sort = g_str_has_suffix (words, "?") ? KRING_TASK_QUESTION : KRING_TASK_ACTION;

  return kring_edit_add_task (kring_session_get_editor (session), about, sort, words, error) !=
         NULL;
}

static gboolean
note_view (KringSession *session, const KringUnnoted *draft, GError **error)
{
  KringFilter *filter = kring_session_get_filter (session);
  g_autoptr (GVariant) conditions = kring_filter_dup_conditions (filter);

  if (kring_filter_is_active (filter))
    return kring_edit_keep_view (kring_session_get_editor (session), kring_unnoted_get_text (draft),
                                 conditions, error) != NULL;
  g_set_error_literal (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE,
                       _ ("Nothing is filtered now: choose first what the view shows."));
  return FALSE;
}

/* As Enter does in the list. */
static gboolean
note_line (KringSession *session, const KringUnnoted *draft, GError **error)
{
  g_autoptr (KringNameList) names = kring_name_list_new (kring_session_get_editor (session));
  guint index = kring_unnoted_recall (draft, names);

  kring_name_list_apply_line (names, index, kring_unnoted_get_text (draft));
  if (kring_name_list_get_item_id (names, index) != NULL)
    return TRUE;
  g_set_error_literal (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE,
                       _ ("There is no name in it."));
  return FALSE;
}

static gboolean
noting_note_field (KringSession *session, const KringUnnoted *draft, GError **error)
{
  g_autoptr (GPtrArray) ids = kring_unnoted_dup_items (draft);
  g_autoptr (GVariant) words =
      g_variant_ref_sink (g_variant_new_string (kring_unnoted_get_text (draft)));
  const char *name = draft->ids->pdata[ids->len];
  KringItem *item = kring_map_get_item (kring_session_get_map (session), ids->pdata[0]);

  if (kring_field_is_text (kring_kind_find_field (kring_item_get_kind (item), name)))
    return kring_edit_set (kring_session_get_editor (session), ids, name, words, error);
  g_set_error_literal (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE,
                       _ ("This does not fit in the field yet."));
  return FALSE;
}

/**
 * kring_noting_note:
 * @draft: is not removed
 * @error: why it cannot be noted; kring_error_words_dup_edit () has the words
 *
 * Returns: whether it was noted
 */
gboolean
kring_noting_note (KringSession *session, const KringUnnoted *draft, GError **error)
{
  KringEditor *editor = kring_session_get_editor (session);

  if (draft->box == KRING_DRAFT_STRANGE)
    {
      g_set_error_literal (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE,
                           _ ("This version of Kring has no place for it."));
      return FALSE;
    }
  if (!kring_unnoted_is_reachable (draft, kring_session_get_map (session)))
    {
      g_set_error_literal (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_VALUE,
                           _ ("What it is about was removed. Undo brings it back."));
      return FALSE;
    }
  switch (draft->box)
    {
    case KRING_DRAFT_STATEMENT:
      return kring_statement_words_note (session, draft->ids, draft->words, error);
    case KRING_DRAFT_SIGNAL:
    case KRING_DRAFT_PROTECTIVE:
      return note_signal (session, draft, error);
    case KRING_DRAFT_QUESTION:
      return kring_edit_add_question (editor, draft->ids, kring_unnoted_get_text (draft), error) !=
             NULL;
    case KRING_DRAFT_EVENT:
      return note_event (session, draft, error);
    case KRING_DRAFT_TASK:
      return note_task (session, draft, error);
    case KRING_DRAFT_PARTICIPANT:
      return kring_edit_add_participant (editor, kring_unnoted_get_text (draft)) != NULL;
    case KRING_DRAFT_VIEW:
      return note_view (session, draft, error);
    case KRING_DRAFT_LINE:
      return note_line (session, draft, error);
    case KRING_DRAFT_NAME:
      return kring_edit_rename (editor, draft->ids->pdata[0], kring_unnoted_get_text (draft),
                                error);
    case KRING_DRAFT_TIE:
      return kring_edit_add_tie (
                 editor, draft->ids->pdata[0], draft->ids->pdata[1], kring_unnoted_get_text (draft),
                 kring_tie_kinds_get_certainty (kring_unnoted_get_text (draft)), error) != NULL;
    case KRING_DRAFT_FIELD:
      return noting_note_field (session, draft, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * kring_noting_note_all:
 *
 * Notes what can be noted; the rest stays a draft.
 *
 * Returns: (transfer full) (element-type utf8): of each that stays, what it is and why, in a line
 */
GPtrArray *
kring_noting_note_all (KringSession *session)
{
  KringDrafts *drafts = kring_session_get_drafts (session);
  GPtrArray *left = g_ptr_array_new_with_free_func (g_free);
  guint i = 0;

  while (i < kring_drafts_get_size (drafts))
    {
      const KringUnnoted *draft = kring_drafts_get_draft (drafts, i);
      g_autofree char *title = kring_unnoted_dup_title (draft, kring_session_get_map (session));
      g_autofree char *refused = NULL;
      g_autoptr (GError) error = NULL;

      if (kring_noting_note (session, draft, &error))
        {
          kring_drafts_remove (drafts, draft);
          continue;
        }
      refused = kring_error_words_dup_edit (error);
      g_ptr_array_add (left, g_strdup_printf ("%s\n%s", title, refused));
      i++;
    }
  return left;
}
