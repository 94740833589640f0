/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/kring-clipboard.h"

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

/**
 * kring_clipboard_get_refusal:
 *
 * Returns: (transfer none) (nullable): why it holds no names; %NULL: it may
 */
const char *
kring_clipboard_get_refusal (GdkClipboard *clipboard)
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

/**
 * kring_clipboard_get_text_refusal:
 * @text: what it holds
 *
 * Names of files that were copied in a file manager are no names of people.
 *
 * Returns: (transfer none) (nullable): why these are no names; %NULL: they may be
 */
const char *
kring_clipboard_get_text_refusal (const char *text)
{
  return g_str_has_prefix (text, "file://") || g_str_has_prefix (text, "x-special/")
             ? refuse_files ()
             : NULL;
}
