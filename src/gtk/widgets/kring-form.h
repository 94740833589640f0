/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms: what a widget is made of, in a file beside its code that src/gtk/kring-forms.gresource.xml
 * lists. They are in this room, so that every room and its tests find their own. Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kring_form_use (GtkWidgetClass *klass, const char *name);

G_END_DECLS
