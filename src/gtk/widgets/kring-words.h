/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words of an item in a row, the same in every list: they wrap, if need be within a word, and what
 * was refuted or dropped is struck through but stays, so that it does not come back. Labels belong
 * to whoever puts them into a row. Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *kring_words_new (const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
void kring_words_strike (GtkLabel *label, gboolean struck);

G_END_DECLS
