/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "details/kring-text-box.h"

#include <adwaita.h>

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static char *
dup_text (GtkTextView *view)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, TRUE);
}

static int
measure_text (GtkWidget *view, int width)
{
  g_autofree char *text = dup_text (GTK_TEXT_VIEW (view));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, text);
  int height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
measure (GtkWidget *box,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *view = gtk_widget_get_first_child (box);

  gtk_widget_measure (view, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MAX (*minimum, measure_text (view, for_size));
      *natural = MAX (*minimum, *natural);
    }
}

static void
allocate (GtkWidget *box, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (box), width, height, baseline, NULL);
}

/**
 * kring_text_box_new:
 * @view: a text view that wraps its lines
 *
 * Returns: (transfer floating): a widget with @view in it
 */
GtkWidget *
kring_text_box_new (GtkWidget *view)
{
  GtkWidget *box = adw_bin_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (get_request_mode, measure, allocate));
  adw_bin_set_child (ADW_BIN (box), view);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (gtk_widget_queue_resize), box,
                           G_CONNECT_SWAPPED);
  return box;
}
