/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-commands.h"

#include "edit/kring-edit-private.h"

#include <glib/gi18n-lib.h>

/* Earlier meetings keep their dates, so that what is new since then can be asked. */
static void
keep_meeting (KringEditor *editor, const char *date)
{
  KringItem *meeting = kring_edit_new_item (editor, KRING_KIND_MEETING);

  kring_item_set_named (meeting, "on", g_variant_new_string (date));
  kring_edit_insert (editor, meeting);
}

/**
 * kring_edit_begin_meeting:
 *
 * Says that a meeting is held today; the one before goes to the earlier meetings.
 *
 * Returns: whether anything changed: not when the meeting of the case is today's already
 */
gboolean
kring_edit_begin_meeting (KringEditor *editor)
{
  KringItem *the_case = kring_map_get_case (kring_editor_get_map (editor));
  KringHistory *history = kring_editor_get_history (editor);
  g_autofree char *before = g_strdup (kring_item_get_text (the_case, "meeting"));
  g_autofree char *today = kring_editor_dup_today (editor);

  if (g_strcmp0 (before, today) == 0)
    return FALSE;
  kring_history_begin (history, _ ("Begin a Meeting"));
  if (before != NULL)
    keep_meeting (editor, before);
  kring_edit_put (editor, the_case, "meeting", g_variant_new_string (today));
  kring_history_commit (history);
  return TRUE;
}
