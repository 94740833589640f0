/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the clipboard holds that may be names: text, but no files and no pictures. Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KringTextRead) (GtkWidget *widget, const char *text);

void kring_clipboard_read_names (GtkWidget *widget, KringTextRead read);

G_END_DECLS
