/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"

#include "map/edit/kring-edit-private.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full) (nullable): @text with @name added to its words, or without it; %NULL if
 * no word is left. */
static char *
change_words (const char *text, const char *name, gboolean in)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  GString *changed = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_str_equal (words[i], name))
      g_string_append_printf (changed, "%s%s", changed->len > 0 ? " " : "", words[i]);
  if (in)
    g_string_append_printf (changed, "%s%s", changed->len > 0 ? " " : "", name);
  return g_string_free (changed, changed->len == 0);
}

static void
put_aside (KringEditor *editor, KringItem *item, const char *name, gboolean aside)
{
  g_autofree char *words =
      change_words (kring_item_get_text (item, KRING_F_SET_ASIDE), name, aside);

  kring_edit_put (editor, item, KRING_F_SET_ASIDE,
                  words != NULL ? g_variant_new_string (words) : NULL);
}

/**
 * kring_edit_set_aside:
 * @id: of the item that a prompt is about
 * @name: which prompt
 * @aside: whether it is not asked any more
 */
void
kring_edit_set_aside (KringEditor *editor, const char *id, const char *name, gboolean aside)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *item = kring_map_get_item (kring_editor_get_map (editor), id);

  if (item == NULL)
    return;
  /* Translators: of a prompt about what is not known: not asked any more */
  kring_history_begin (history, aside ? _ ("Set Aside") : _ ("Ask Again"));
  put_aside (editor, item, name, aside);
  kring_history_commit (history);
}

/**
 * kring_edit_make_question:
 * @id: of the item that a prompt is about
 * @name: which prompt; it is set aside, as the question takes its place
 * @question: in words
 * @error: return location for an error of %KRING_EDIT_ERROR
 *
 * Returns: (transfer none) (nullable): the new question
 */
KringItem *
kring_edit_make_question (
    KringEditor *editor, const char *id, const char *name, const char *question, GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *task;

  kring_history_begin (history, _ ("Make a Question"));
  task = kring_edit_add_task (editor, id, KRING_TASK_QUESTION, question, error);
  if (task != NULL)
    put_aside (editor, kring_map_get_item (kring_editor_get_map (editor), id), name, TRUE);
  kring_history_commit (history);
  return task;
}
