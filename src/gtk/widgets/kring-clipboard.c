/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-clipboard.h"

#include <glib/gi18n.h>

static const char *
refuse_files (void)
{
  return _ ("A file cannot be pasted. Open it with Ctrl+O, or drag it into the window.");
}

static gboolean
is_picture (GdkContentFormats *formats)
{
  return (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) ||
          gdk_content_formats_contain_mime_type (formats, "image/png")) &&
         !gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) &&
         !gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8") &&
         !gdk_content_formats_contain_mime_type (formats, "text/plain");
}

/* (transfer none) (nullable): why it holds no names; %NULL: it may */
static const char *
get_refusal (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
      gdk_content_formats_contain_gtype (formats, G_TYPE_FILE) ||
      gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    return refuse_files ();
  if (is_picture (formats))
    return _ ("A picture cannot be pasted. Copy the text in it, or type the names.");
  return NULL;
}

/* Names of files that were copied in a file manager are no names of people. (transfer none)
 * (nullable): why these are none; %NULL: they may be */
static const char *
get_text_refusal (const char *text)
{
  return g_str_has_prefix (text, "file://") || g_str_has_prefix (text, "x-special/")
             ? refuse_files ()
             : NULL;
}

static void
clipboard_refuse (GtkWidget *widget, const char *refusal)
{
  gtk_widget_activate_action (widget, "win.tell", "s", refusal);
}

typedef struct
{
  GtkWidget *widget; /* (owned) */
  KringTextRead read;
} Reading;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (GtkWidget) widget = reading->widget;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || gtk_widget_get_root (widget) == NULL)
    return;
  if (get_text_refusal (text) != NULL)
    clipboard_refuse (widget, get_text_refusal (text));
  else
    reading->read (widget, text);
}

/**
 * kring_clipboard_read_names:
 * @widget: where it was asked for
 * @read: called with the text if there are names in it; else that is told
 */
void
kring_clipboard_read_names (GtkWidget *widget, KringTextRead read)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  Reading *reading;

  if (get_refusal (clipboard) != NULL)
    {
      clipboard_refuse (widget, get_refusal (clipboard));
      return;
    }
  reading = g_new (Reading, 1);
  *reading = (Reading){ g_object_ref (widget), read };
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, reading);
}
