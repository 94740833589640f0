/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-pdf.h"

#include <cairo-pdf.h>

/* Readers stop at 200 inches. */
#define POINTS_MAX 14400.0

/* The output remembers what goes wrong, and tells it at the end. cairo is not told: 1.16 then writes fonts
 * that it has not made, and falls. */
static cairo_status_t
pdf_write_cb (void *output, const unsigned char *data, unsigned int length)
{
  kring_output_write (output, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_properties (cairo_surface_t *surface, GDateTime *made)
{
  g_autofree char *title = kring_wording_dup_document_title ();
  g_autofree char *when = g_date_time_format (made, "%Y-%m-%dT%H:%M:%S%:z");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kring");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, when);
}

static void
paint_ground (cairo_t *cr, const KringPaint *paint)
{
  kring_painter_set_colour (cr, paint->theme, KRING_COLOUR_CANVAS, 1);
  cairo_paint (cr);
}

/* Points per unit; a sheet that is too large for readers becomes smaller. */
static double
pdf_get_scale (KringRect sheet)
{
  return MIN (KRING_POINTS_PER_UNIT, POINTS_MAX / MAX (sheet.width, sheet.height));
}

/* What readers show beside the sheets, to go to: the map and each list. One sheet needs none. */
static void
add_outline (cairo_surface_t *surface, KringPages *pages, guint sheet)
{
  const char *title = kring_pages_get_title (pages, sheet);
  g_autofree char *place = g_strdup_printf ("page=%u", sheet + 1);

  if (title != NULL && kring_pages_get_n_sheets (pages) > 1)
    cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, place,
                                   CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
paint_sheets (cairo_t *cr,
              cairo_surface_t *surface,
              KringPages *pages,
              const KringPaint *paint,
              const KringProgress *progress)
{
  guint n_sheets = kring_pages_get_n_sheets (pages);

  for (guint i = 0; i < n_sheets && !g_cancellable_is_cancelled (paint->cancellable); i++)
    {
      KringRect sheet = kring_pages_get_sheet (pages, i);
      double scale = pdf_get_scale (sheet);

      cairo_pdf_surface_set_size (surface, sheet.width * scale, sheet.height * scale);
      cairo_save (cr);
      cairo_scale (cr, scale, scale);
      paint_ground (cr, paint);
      kring_pages_paint (pages, i, cr, paint);
      cairo_restore (cr);
      add_outline (surface, pages, i);
      cairo_show_page (cr);
      kring_progress_tell (progress, (double) (i + 1) / n_sheets);
    }
}

/**
 * kring_pdf_write:
 * @setup: the moment that its properties tell
 * @progress: (nullable): told after every sheet
 *
 * Writes all sheets and finishes @output.
 *
 * Returns: whether the file is there, whole
 */
gboolean
kring_pdf_write (KringPages *pages,
                 const KringPaint *paint,
                 const KringWriteSetup *setup,
                 KringOutput *output,
                 const KringProgress *progress,
                 GError **error)
{
  KringRect sheet = kring_pages_get_sheet (pages, 0);
  double scale = pdf_get_scale (sheet);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      pdf_write_cb, output, sheet.width * scale, sheet.height * scale);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_properties (surface, setup->made);
  paint_sheets (cr, surface, pages, paint, progress);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return FALSE;
    }
  return kring_output_finish (output, error);
}
