/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"

#include "map/edit/kring-edit-private.h"
#include "map/facts/kring-search.h"

#include <glib/gi18n-lib.h>

/* Whether each condition may stand in its field. */
static gboolean
check_conditions (KringEditor *editor, KringItem *view, GVariant *conditions, GError **error)
{
  const KringKind *kind = kring_kind_get (KRING_KIND_VIEW);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, conditions);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const KringField *field = kring_kind_find_field (kind, name);

      if (field == NULL ||
          kring_edit_check (kring_editor_get_map (editor), view, field, value, error))
        continue;
      g_variant_unref (value);
      return FALSE;
    }
  return TRUE;
}

/* Sets what is among the conditions, and unsets all others. */
static void
put_conditions (KringEditor *editor, KringItem *view, GVariant *conditions)
{
  const KringKind *kind = kring_kind_get (KRING_KIND_VIEW);

  for (guint i = KRING_N_COMMON; i < kind->n_fields; i++)
    {
      const char *name = kind->fields[i].name;
      g_autoptr (GVariant) value = g_variant_lookup_value (conditions, name, NULL);

      if (kind->fields[i].flags & KRING_FIELD_DRAWING)
        kring_edit_put (editor, view, name, value);
    }
}

/**
 * kring_edit_keep_view:
 * @name: what the view is called; a view of that name becomes this one
 * @conditions: values by name of field, "a{sv}"; those of other kinds are passed over
 * @error: return location for an error of %KRING_EDIT_ERROR
 *
 * Keeps a way of looking at the map in the file.
 *
 * Returns: (transfer none) (nullable): the view
 */
KringItem *
kring_edit_keep_view (KringEditor *editor, const char *name, GVariant *conditions, GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autofree char *clean = g_strstrip (kring_edit_clean_text (name, FALSE));
  KringItem *view = kring_map_find_named (kring_editor_get_map (editor), KRING_KIND_VIEW, clean);
  g_autoptr (KringItem) fresh = NULL;

  if (*clean == '\0')
    {
      kring_edit_refuse (error, KRING_EDIT_ERROR_NO_VIEW_NAME, "");
      return NULL;
    }
  if (view == NULL)
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_string (clean));
      const KringField *field =
          kring_kind_find_field (kring_kind_get (KRING_KIND_VIEW), KRING_F_NAME);

      view = fresh = kring_edit_new_item (editor, KRING_KIND_VIEW);
      if (!kring_edit_check (kring_editor_get_map (editor), view, field, value, error))
        return NULL;
      kring_item_set_value (view, field, value);
    }
  if (!check_conditions (editor, view, conditions, error))
    return NULL;
  kring_history_begin (history, _ ("Keep View"));
  if (fresh != NULL)
    kring_edit_insert (editor, g_object_ref (fresh));
  put_conditions (editor, view, conditions);
  kring_history_commit (history);
  return view;
}
