/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two questions that drawing puts: what kind of tie it is, and what something is called. */
#include "hands/interact/kring-interaction-ask.h"

#include "hands/session/kring-tie-kinds.h"
#include "map/edit/kring-commands.h"

#include <glib/gi18n-lib.h>

/* Once for each time it was asked. */
static void
add_asked_tie (KringInteraction *self, const char *kind)
{
  KringAsked *asked = kring_interaction_get_asked (self);
  const char *from = g_steal_pointer (&asked->tie_from);
  const char *to = g_steal_pointer (&asked->tie_to);
  KringCertainty certainty =
      kind != NULL ? kring_tie_kinds_get_certainty (kind) : KRING_CERTAINTY_SUSPECTED;
  KringItem *tie;

  if (from == NULL)
    return;
  tie = kring_edit_add_tie (kring_session_get_editor (kring_interaction_get_session (self)), from,
                            to, kind, certainty, NULL);
  if (tie != NULL)
    kring_selection_select (kring_session_get_selection (kring_interaction_get_session (self)),
                            kring_item_get_id (tie));
}

/**
 * kring_interaction_finish_tie:
 * @kind: (nullable): what "ask-tie" was answered with; empty: "knows"; %NULL: no tie after all
 */
void
kring_interaction_finish_tie (KringInteraction *self, const char *kind)
{
  KringAsked *asked = kring_interaction_get_asked (self);

  kring_interaction_redraw (self);
  if (kind != NULL)
    add_asked_tie (self, *kind != '\0' ? kind : _ ("knows"));
  asked->tie_from = asked->tie_to = NULL;
}

/**
 * kring_interaction_leave_tie:
 * @words: what was typed until "ask-tie" was left without an answer
 *
 * The tie that was drawn is there all the same, without a kind as long as nothing was typed.
 */
void
kring_interaction_leave_tie (KringInteraction *self, const char *words)
{
  KringAsked *asked = kring_interaction_get_asked (self);
  gboolean was_asked = asked->tie_from != NULL;

  kring_interaction_redraw (self);
  add_asked_tie (self, *words != '\0' ? words : NULL);
  if (was_asked && *words == '\0')
    kring_interaction_toast (self, _ ("Tie added, without a kind"), TRUE);
}

/* What is typed may say more than a name, and even that it is something else. */
static void
name_newborn (KringInteraction *self, const char *id, const char *text)
{
  KringHistory *history = kring_session_get_history (kring_interaction_get_session (self));
  KringSelection *selection = kring_session_get_selection (kring_interaction_get_session (self));
  gboolean selected = kring_selection_contains (selection, id);
  KringItem *item;

  kring_history_amend (history, _ ("Rename"));
  item = kring_edit_name_new (kring_session_get_editor (kring_interaction_get_session (self)), id,
                              text);
  kring_history_commit (history);
  if (selected && item != NULL && !kring_selection_contains (selection, kring_item_get_id (item)))
    kring_selection_select (selection, kring_item_get_id (item));
}

/**
 * kring_interaction_finish_rename:
 * @id: (nullable): what "rename" was about
 * @name: (nullable): the new name; of a new person a line as in the name list; empty: it stays as it was; %NULL: it was not meant, and what
 *   was only just added goes again
 *
 * The first name and adding what it is of are one step.
 */
void
kring_interaction_finish_rename (KringInteraction *self, const char *id, const char *name)
{
  KringAsked *asked = kring_interaction_get_asked (self);
  KringHistory *history = kring_session_get_history (kring_interaction_get_session (self));
  gboolean fresh = asked->newborn != 0 && kring_history_get_revision (history) == asked->newborn;

  asked->naming = FALSE;
  asked->newborn = 0;
  if (name == NULL && fresh)
    kring_history_withdraw (history);
  if (id == NULL || name == NULL || *name == '\0')
    return;
  if (fresh)
    name_newborn (self, id, name);
  else
    kring_edit_rename (kring_session_get_editor (kring_interaction_get_session (self)), id, name,
                       NULL);
}

/* Out of the way, until it is taken back with the words in it. */
static void
interaction_ask_throw_away (KringInteraction *self,
                            KringDraftBox box,
                            GPtrArray *ids,
                            const char *words)
{
  KringDrafts *drafts = kring_session_get_drafts (kring_interaction_get_session (self));

  kring_drafts_keep_text (drafts, box, ids, words);
  if (kring_drafts_throw_away (drafts, box, ids))
    kring_interaction_toast (self, _ ("Thrown away"), TRUE);
}

/**
 * kring_interaction_drop_tie:
 * @words: what was typed until "ask-tie" was left by Escape
 *
 * No tie after all. What was typed can be taken back, and the question with it.
 */
void
kring_interaction_drop_tie (KringInteraction *self, const char *words)
{
  KringAsked *asked = kring_interaction_get_asked (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (asked->tie_from == NULL)
    return;
  g_ptr_array_add (ids, (gpointer) asked->tie_from);
  g_ptr_array_add (ids, (gpointer) asked->tie_to);
  kring_interaction_finish_tie (self, NULL);
  interaction_ask_throw_away (self, KRING_DRAFT_TIE, ids, words);
}

/**
 * kring_interaction_drop_name:
 * @id: what "rename" was about
 * @words: (nullable): what was typed until it was left by Escape, if anything
 *
 * The name stays as it was, and what was only just added goes again. What was typed can be taken
 * back, and what it was to be the name of with it.
 */
void
kring_interaction_drop_name (KringInteraction *self, const char *id, const char *words)
{
  KringAsked *asked = kring_interaction_get_asked (self);
  KringHistory *history = kring_session_get_history (kring_interaction_get_session (self));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) id);
  if (words == NULL || *words == '\0')
    {
      kring_interaction_finish_rename (self, id, NULL);
      return;
    }
  if (asked->newborn != 0 && kring_history_get_revision (history) == asked->newborn)
    kring_history_undo (history);
  asked->naming = FALSE;
  asked->newborn = 0;
  interaction_ask_throw_away (self, KRING_DRAFT_NAME, ids, words);
}

/**
 * kring_interaction_ask_tie:
 *
 * Asks what kind of tie it is; nothing is made before the answer. A question that is open already
 * is dropped.
 */
void
kring_interaction_ask_tie (KringInteraction *self, const char *from, const char *to)
{
  KringAsked *asked = kring_interaction_get_asked (self);
  KringMap *map = kring_interaction_get_map (self);
  KringPoint a = { 0 }, b = { 0 }, middle;

  if (g_str_equal (from, to))
    return;
  asked->tie_from = kring_map_get_id (map, from);
  asked->tie_to = kring_map_get_id (map, to);
  kring_item_get_position (kring_map_get_item (map, from), &a);
  kring_item_get_position (kring_map_get_item (map, to), &b);
  middle = kring_viewport_to_screen (kring_interaction_get_viewport (self),
                                     KRING_POINT_INIT ((a.x + b.x) / 2, (a.y + b.y) / 2));
  middle = kring_viewport_nearest (kring_interaction_get_viewport (self), middle);
  kring_interaction_redraw (self);
  g_signal_emit_by_name (self, "ask-tie", from, to, middle.x, middle.y);
}

/**
 * kring_interaction_ask_name:
 *
 * Asks what @id is called. Until the answer nothing else is placed.
 */
void
kring_interaction_ask_name (KringInteraction *self, const char *id)
{
  KringAsked *asked = kring_interaction_get_asked (self);

  asked->naming = TRUE;
  g_signal_emit_by_name (self, "rename", id);
}

/**
 * kring_interaction_ask_first_name:
 * @id: what the last step added
 *
 * Asks what it is called. If that is not answered the step is taken back.
 */
void
kring_interaction_ask_first_name (KringInteraction *self, const char *id)
{
  KringAsked *asked = kring_interaction_get_asked (self);

  asked->newborn =
      kring_history_get_revision (kring_session_get_history (kring_interaction_get_session (self)));
  kring_interaction_ask_name (self, id);
}

/**
 * kring_interaction_is_asking:
 *
 * Returns: whether a name or a kind of tie is waited for
 */
gboolean
kring_interaction_is_asking (KringInteraction *self)
{
  KringAsked *asked = kring_interaction_get_asked (self);

  return asked->naming || asked->tie_from != NULL;
}
