/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-shared-form.h"

#include <glib/gi18n-lib.h>

const char *
kring_shared_form_get_label (KringSharedForm form)
{
  return form == KRING_SHARED_MAP ? _ ("Kring file")
                                  : _ (kring_export_format_get_row (form)->label);
}

/**
 * kring_shared_form_get_button:
 *
 * Returns: what makes it, with a mnemonic
 */
const char *
kring_shared_form_get_button (KringSharedForm form)
{
  return form == KRING_SHARED_MAP ? _ ("_Make Map…")
                                  : _ (kring_export_format_get_row (form)->button);
}

KringFileType
kring_shared_form_get_file_type (KringSharedForm form)
{
  const KringExportFormatRow *row;

  if (form == KRING_SHARED_MAP)
    return kring_file_type_map;
  row = kring_export_format_get_row (form);
  return (KringFileType){ row->kind, row->name, row->mime_type, NULL };
}

/**
 * kring_shared_form_dup_made:
 * @n_files: how many
 *
 * Returns: (transfer full): what was made
 */
char *
kring_shared_form_dup_made (KringSharedForm form, guint n_files)
{
  const char *made = form == KRING_SHARED_MAP ? N_ ("Map made, read back and searched")
                                              : kring_export_format_get_row (form)->made;

  if (made != NULL)
    return g_strdup (_ (made));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Picture made", "%u pictures made", n_files), n_files);
}
