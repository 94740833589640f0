/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-text-box.h"

#include <adwaita.h>

/* Longer words are broken between any two letters. */
#define WORD_BYTES_MAX 1000

#define MEASURED "kring-measured"

/* How high the text was for one width. */
typedef struct
{
  int width;
  int height;
} Measured;

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static char *
text_box_dup_text (GtkTextView *view)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, TRUE);
}

/* Breaking one endless word between letters after trying to break between words takes Pango half a
 * minute for the longest text that is allowed; breaking between letters only, half a second. */
static gboolean
has_endless_word (const char *text)
{
  const char *start = text;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      start = p + 1;
    else if (p - start > WORD_BYTES_MAX)
      return TRUE;
  return FALSE;
}

static int
measure_text (GtkTextView *view, int width)
{
  g_autofree char *text = text_box_dup_text (view);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  gboolean endless = gtk_text_view_get_wrap_mode (view) == GTK_WRAP_CHAR;
  int margins = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  int height;

  pango_layout_set_wrap (layout, endless ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
  if (width > margins)
    pango_layout_set_width (layout, (width - margins) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

/* A text is measured several times in a row, and most often for the same width. */
static int
measure_once (GtkWidget *box, GtkTextView *view, int width)
{
  Measured *measured = g_object_get_data (G_OBJECT (box), MEASURED);

  if (measured == NULL)
    {
      measured = g_new0 (Measured, 1);
      measured->width = width;
      measured->height = measure_text (view, width);
      g_object_set_data_full (G_OBJECT (box), MEASURED, measured, g_free);
    }
  else if (measured->width != width)
    {
      measured->width = width;
      measured->height = measure_text (view, width);
    }
  return measured->height;
}

/* What the view says itself is how high its text was when it was last laid out: before it has a
 * place, that is one letter a line. It is asked, since GTK wants that, and not believed. */
static void
text_box_measure (GtkWidget *box,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  GtkWidget *view = gtk_widget_get_first_child (box);

  gtk_widget_measure (view, orientation, for_size, NULL, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL
                 ? measure_once (box, GTK_TEXT_VIEW (view), for_size)
                 : gtk_text_view_get_left_margin (GTK_TEXT_VIEW (view)) +
                       gtk_text_view_get_right_margin (GTK_TEXT_VIEW (view));
  *natural = *minimum;
}

static void
allocate (GtkWidget *box, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (box), width, height, baseline, NULL);
}

static void
text_box_text_changed_cb (GtkWidget *box)
{
  GtkTextView *view = GTK_TEXT_VIEW (adw_bin_get_child (ADW_BIN (box)));
  g_autofree char *text = text_box_dup_text (view);

  gtk_text_view_set_wrap_mode (view, has_endless_word (text) ? GTK_WRAP_CHAR : GTK_WRAP_WORD_CHAR);
  g_object_set_data (G_OBJECT (box), MEASURED, NULL);
  gtk_widget_queue_resize (box);
}

/**
 * kring_text_box_new:
 * @view: a text view; it wraps its lines from here on
 *
 * Returns: (transfer floating): a widget with @view in it
 */
GtkWidget *
kring_text_box_new (GtkWidget *view)
{
  GtkWidget *box = adw_bin_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_widget_add_css_class (box, "text-box");
  gtk_widget_set_layout_manager (
      box, gtk_custom_layout_new (get_request_mode, text_box_measure, allocate));
  adw_bin_set_child (ADW_BIN (box), view);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (text_box_text_changed_cb), box,
                           G_CONNECT_SWAPPED);
  text_box_text_changed_cb (box);
  return box;
}
