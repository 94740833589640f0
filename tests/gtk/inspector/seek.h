/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding a widget among those below another, as somebody who looks at the window would. What is
 * found belongs to its parent. And pressing a key there, the way GTK would.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*SeekFunc) (GtkWidget *widget, gconstpointer data);

GtkWidget *seek (GtkWidget *widget, SeekFunc matches, gconstpointer data);
GtkWidget *seek_type (GtkWidget *widget, GType type);
gboolean seek_press (GtkWidget *widget, guint key, GdkModifierType state);

G_END_DECLS
