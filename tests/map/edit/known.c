/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"

/* The one of a kind that was not there before. */
static KringItem *
find_new (KringEditor *editor, KringKindId kind, GPtrArray *before)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (kring_editor_get_map (editor), kind);

  for (guint i = 0; i < items->len; i++)
    if (!g_ptr_array_find (before, items->pdata[i], NULL))
      return items->pdata[i];
  return NULL;
}

KringItem *
known_add_signal (KringEditor *editor,
                  const char *about,
                  const char *catalogue,
                  const char *label,
                  KringFamily family,
                  GError **error)
{
  const KringNewSignal wanted = { .catalogue = catalogue, .label = label, .family = family };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) before =
      kring_map_dup_items_of_kind (kring_editor_get_map (editor), KRING_KIND_SIGNAL);

  g_ptr_array_add (ids, (gpointer) about);
  if (kring_edit_add_signals (editor, ids, &wanted, error) == 0)
    return NULL;
  return find_new (editor, KRING_KIND_SIGNAL, before);
}

KringItem *
known_add_statement (KringEditor *editor,
                     const char *about,
                     KringStatementForm form,
                     const char *words,
                     GError **error)
{
  const KringNewStatement wanted = { form, words, NULL, NULL, KRING_HOW_KNOWN_NOT_SAID, NULL };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) before =
      kring_map_dup_items_of_kind (kring_editor_get_map (editor), KRING_KIND_STATEMENT);

  g_ptr_array_add (ids, (gpointer) about);
  if (kring_edit_add_statements (editor, ids, &wanted, error) == 0)
    return NULL;
  return find_new (editor, KRING_KIND_STATEMENT, before);
}
