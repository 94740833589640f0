/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text view that is always as high as its text. A bare GtkTextView knows its height only after it
 * has laid out its lines, and is laid out only once it has a height; here the text is measured.
 * Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *kring_text_box_new (GtkWidget *view);

G_END_DECLS
