/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-export-format.h"

#include "picture/export/kring-pdf.h"
#include "picture/export/kring-png.h"

#include <glib/gi18n.h>

static const KringExportFormatRow rows[KRING_N_EXPORT_FORMATS] = {
  [KRING_EXPORT_PDF] = { "pdf", N_ ("PDF document"), N_ ("PDF documents"), "application/pdf",
                         N_ ("_Make PDF…"), N_ ("PDF made"), .write = kring_pdf_write },
  [KRING_EXPORT_PNG] = { "png", N_ ("PNG picture"), N_ ("PNG pictures"), "image/png",
                         N_ ("_Make Picture…"), .one_per_sheet = TRUE, .pixels = TRUE,
                         .write = kring_png_write },
};

const KringExportFormatRow *
kring_export_format_get_row (KringExportFormat format)
{
  g_return_val_if_fail (format < KRING_N_EXPORT_FORMATS, NULL);

  return &rows[format];
}

/**
 * kring_export_format_find:
 * @name: (nullable): of a format, or the ending of a file without its dot
 * @format: (out): untouched if there is none
 *
 * Returns: whether there is one
 */
gboolean
kring_export_format_find (const char *name, KringExportFormat *format)
{
  for (guint i = 0; i < KRING_N_EXPORT_FORMATS; i++)
    if (name != NULL && g_ascii_strcasecmp (name, rows[i].name) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kring_export_format_dup_names:
 * @prefix: before every name
 *
 * Returns: (transfer full): all names, to choose from
 */
char *
kring_export_format_dup_names (const char *prefix)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < KRING_N_EXPORT_FORMATS; i++)
    {
      /* Translators: between the last two of which one is chosen, as in "pdf or png" */
      const char *last = _ (" or ");

      if (i > 0)
        g_string_append (names, i + 1 < KRING_N_EXPORT_FORMATS ? ", " : last);
      g_string_append_printf (names, "%s%s", prefix, rows[i].name);
    }
  return g_string_free (names, FALSE);
}
