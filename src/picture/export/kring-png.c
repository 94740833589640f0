/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-png.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the first chunk, which holds the size, ends: 8 bytes of signature and 25 of chunk. */
#define END_OF_HEADER 33

#define INCHES_PER_METRE (1 / 0.0254)
#define SIDE_MAX 32767
#define PIXELS_MAX 150e6

/* Painting takes about this share of the time; packing the rest. */
#define PAINT_SHARE 0.3

/* How small a map is packed, roughly: packed bytes per pixel. For telling progress only. */
#define BYTES_PER_PIXEL 0.25

typedef struct
{
  KringOutput *output;           /* (not owned) */
  const KringProgress *progress; /* (not owned) */
  double dpi;
  double n_expected;
  guint64 n_written;
} Sink;

/* The sum of PNG chunks (PNG specification, annex D), bit by bit. */
static guint32
get_sum (const guint8 *data, gsize length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = (sum >> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  return ~sum;
}

static void
put_number (guint8 *at, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  memcpy (at, &big, sizeof big);
}

/* The chunk that tells printers how large a pixel is. */
static gboolean
write_density (Sink *sink)
{
  guint32 density = (guint32) (sink->dpi * INCHES_PER_METRE + 0.5);
  guint8 chunk[21];

  put_number (chunk, 9);
  memcpy (chunk + 4, "pHYs", 4);
  put_number (chunk + 8, density);
  put_number (chunk + 12, density);
  chunk[16] = 1;
  put_number (chunk + 17, get_sum (chunk + 4, 13));
  return kring_output_write (sink->output, chunk, sizeof chunk);
}

static cairo_status_t
png_write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (!kring_output_write (sink->output, data, length))
    return CAIRO_STATUS_WRITE_ERROR;
  sink->n_written += length;
  if (sink->n_written == END_OF_HEADER && !write_density (sink))
    return CAIRO_STATUS_WRITE_ERROR;
  kring_progress_tell (sink->progress,
                       PAINT_SHARE + (1 - PAINT_SHARE) *
                                         MIN (1, (double) sink->n_written / sink->n_expected));
  return CAIRO_STATUS_SUCCESS;
}

static void
png_paint_surface (cairo_surface_t *surface,
                   KringPages *pages,
                   const KringPaint *paint,
                   const KringWriteSetup *setup)
{
  cairo_t *cr = cairo_create (surface);

  if (!setup->clear)
    {
      kring_painter_set_colour (cr, paint->theme, setup->ground, 1);
      cairo_paint (cr);
    }
  cairo_scale (cr, setup->dpi / 96, setup->dpi / 96);
  kring_pages_paint (pages, setup->sheet, cr, paint);
  cairo_destroy (cr);
}

static cairo_surface_t *
create_surface (KringPages *pages, const KringWriteSetup *setup, GError **error)
{
  KringRect sheet = kring_pages_get_sheet (pages, setup->sheet);
  double width = ceil (sheet.width * setup->dpi / 96),
         height = ceil (sheet.height * setup->dpi / 96);

  if (width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("A picture of %.0f by %.0f pixels is too large. Choose fewer dots per inch."),
                   width, height);
      return NULL;
    }
  return cairo_image_surface_create (setup->clear ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                     (int) width, (int) height);
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_WRITE_ERROR)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}

/**
 * kring_png_write:
 * @progress: (nullable): told while packing
 *
 * Writes one sheet and finishes @output.
 *
 * Returns: whether the file is there, whole; %G_IO_ERROR_NO_SPACE if the picture would be too large
 */
gboolean
kring_png_write (KringPages *pages,
                 const KringPaint *paint,
                 const KringWriteSetup *setup,
                 KringOutput *output,
                 const KringProgress *progress,
                 GError **error)
{
  Sink sink = { output, progress, setup->dpi, 1, 0 };
  cairo_surface_t *surface = create_surface (pages, setup, error);
  cairo_status_t status;

  if (surface == NULL)
    return FALSE;
  png_paint_surface (surface, pages, paint, setup);
  sink.n_expected = BYTES_PER_PIXEL * cairo_image_surface_get_width (surface) *
                    cairo_image_surface_get_height (surface);
  status = cairo_surface_write_to_png_stream (surface, png_write_cb, &sink);
  cairo_surface_destroy (surface);
  return check_status (status, error) && kring_output_finish (output, error);
}
