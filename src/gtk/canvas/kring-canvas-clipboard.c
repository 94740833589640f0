/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-clipboard.h"

#include "file/storage/kring-codec.h"
#include "gtk/widgets/kring-clipboard.h"
#include "gtk/widgets/kring-error-words.h"
#include "map/edit/kring-commands.h"
#include "map/share/kring-left.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"

#include <glib/gi18n.h>

#define MIME_TYPE "application/x-kring-items"
#define MAX_BYTES (16 * 1024 * 1024)
/* Around the map in a copied picture, in map units; and pixels per map unit. */
#define PICTURE_MARGIN 24.0
#define PICTURE_SCALE 2.0
#define PICTURE_SIDE_MAX 8192.0

/* Says @said, and of what @report tells how much it is and, when asked, which. */
static void
canvas_clipboard_tell_left (KringCanvas *self, const char *said, const KringShareReport *report)
{
  KringMap *map = kring_session_get_map (kring_canvas_get_session (self));
  g_auto (GStrv) items = kring_left_dup_items (map, report);
  g_auto (GStrv) texts = kring_left_dup_texts (map, report);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-left", "(s^as^as)", said, items, texts);
}

/* Here everything can be pasted, but what other programs read is for all. */
static void
tell_copied (KringCanvas *self, const KringShareReport *report)
{
  g_autofree char *left = kring_left_dup_count (report), *said = NULL;

  if (left == NULL)
    return;
  /* Translators: what other programs get, such as "1 item stays behind" */
  said = g_strdup_printf (_ ("Copied; as text %s"), left);
  canvas_clipboard_tell_left (self, said, report);
}

/**
 * kring_canvas_clipboard_copy:
 *
 * Puts what commands are about on the clipboard, with the ties in between.
 */
void
kring_canvas_clipboard_copy (KringCanvas *self)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (kring_canvas_get_interaction (self));
  g_autoptr (GPtrArray) fragment =
      kring_edit_dup_fragment (kring_session_get_map (kring_canvas_get_session (self)), ids);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KringShareReport) report = NULL;
  g_autofree char *lines = NULL;

  if (fragment->len == 0)
    return;
  bytes = kring_codec_write_fragment (fragment);
  lines = kring_share_dup_lines (kring_session_get_map (kring_canvas_get_session (self)), fragment,
                                 &report);
  provider = gdk_content_provider_new_union (
      (GdkContentProvider *[]){ gdk_content_provider_new_for_bytes (MIME_TYPE, bytes),
                                gdk_content_provider_new_typed (G_TYPE_STRING, lines) },
      2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  tell_copied (self, report);
}

static void
paste_items (KringCanvas *self, GBytes *bytes)
{
  g_autoptr (GPtrArray) fragment = kring_codec_read_fragment (bytes, NULL);
  g_autoptr (GPtrArray) ids = NULL;

  if (fragment == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                  _ ("The clipboard holds nothing that can be pasted here"));
      return;
    }
  ids =
      kring_edit_paste (kring_session_get_editor (kring_canvas_get_session (self)), fragment,
                        kring_rect_centre (kring_viewport_get_visible (
                            kring_interaction_get_viewport (kring_canvas_get_interaction (self)))));
  kring_selection_set_all (kring_session_get_selection (kring_canvas_get_session (self)), ids);
}

static void
canvas_clipboard_pasted_cb (guint n, const char *said, const GError *error, gpointer data)
{
  g_autoptr (KringCanvas) self = data;
  g_autofree char *refused = error != NULL ? kring_error_words_dup_edit (error) : NULL;

  if (error != NULL)
    said = refused;
  if (said != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), n > 0 ? "win.tell-undo" : "win.tell", "s", said);
}

static void
paste_text (GtkWidget *widget, const char *text)
{
  KringCanvas *self = KRING_CANVAS (widget);
  g_autoptr (KringNameList) names = NULL;

  if (kring_canvas_get_session (self) == NULL)
    return;
  names = kring_name_list_new (kring_session_get_editor (kring_canvas_get_session (self)));
  kring_paste_add (kring_session_get_paste (kring_canvas_get_session (self)), names, text,
                   canvas_clipboard_pasted_cb, g_object_ref (self));
}

static void
items_spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringCanvas) self = data;
  GOutputStream *stream = G_OUTPUT_STREAM (source);
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (stream, result, NULL) < 0 ||
      kring_canvas_get_session (self) == NULL)
    return;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  if (g_bytes_get_size (bytes) <= MAX_BYTES)
    paste_items (self, bytes);
}

static void
items_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringCanvas) self = data;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    return;
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, items_spliced_cb, g_steal_pointer (&self));
}

/**
 * kring_canvas_clipboard_paste:
 *
 * Brings in what is on the clipboard: items, or lines of names. It comes when it is there.
 */
void
kring_canvas_clipboard_paste (KringCanvas *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_mime_type (formats, MIME_TYPE))
    gdk_clipboard_read_async (clipboard, (const char *[]){ MIME_TYPE, NULL }, G_PRIORITY_DEFAULT,
                              NULL, items_read_cb, g_object_ref (self));
  else
    kring_clipboard_read_names (GTK_WIDGET (self), paste_text);
}

/* (transfer full): @scene in the colours of paper. */
static GdkTexture *
paint_picture (KringFonts *fonts, KringScene *scene)
{
  KringRect area = kring_rect_grow (kring_scene_get_bounds (scene), PICTURE_MARGIN);
  double scale = MIN (PICTURE_SCALE, PICTURE_SIDE_MAX / MAX (area.width, area.height));
  int width = ceil (area.width * scale), height = ceil (area.height * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  KringPaint paint = { .theme = kring_theme_get (KRING_THEME_PRINT), .fonts = fonts };
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  kring_painter_set_colour (cr, paint.theme, KRING_COLOUR_CANVAS, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  kring_painter_paint (cr, kring_scene_get_shapes (scene), &paint);
  cairo_destroy (cr);
  pixbuf = gdk_pixbuf_get_from_surface (surface, 0, 0, width, height);
  cairo_surface_destroy (surface);
  return gdk_texture_new_for_pixbuf (pixbuf);
}

static void
tell_picture (KringCanvas *self, const KringShareReport *report)
{
  g_autofree char *left = kring_left_dup_count (report), *said = NULL;

  if (left == NULL)
    {
      kring_interaction_toast (kring_canvas_get_interaction (self), _ ("Picture copied"), FALSE);
      return;
    }
  /* Translators: what stays behind, such as "3 items stay behind, 1 text left out" */
  said = g_strdup_printf (_ ("Picture copied, %s"), left);
  canvas_clipboard_tell_left (self, said, report);
}

/**
 * kring_canvas_clipboard_copy_picture:
 *
 * Puts the map on the clipboard as a picture, as an export shows it: what may not leave the house is
 * not on it.
 */
void
kring_canvas_clipboard_copy_picture (KringCanvas *self)
{
  const KringSceneOptions options = KRING_SCENE_OPTIONS_EXPORT;
  const KringShareRule joint = { KRING_READER_JOINT, NULL, FALSE };
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) permitted = kring_share_dup_part (
      kring_session_get_map (kring_canvas_get_session (self)), &joint, &report);
  g_autoptr (KringFonts) fonts = kring_fonts_ref_for (G_OBJECT (kring_canvas_get_session (self)));
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);
  g_autoptr (KringScene) scene = kring_scene_new (permitted, &options, &measurer);
  g_autoptr (GdkTexture) texture = paint_picture (fonts, scene);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  tell_picture (self, report);
}
