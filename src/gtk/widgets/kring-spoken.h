/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What GTK 4.8 and libadwaita 1.2 leave without a name for assistive technology, which then speaks
 * the name of a class instead: rows and cells of lists, the inside of expanders and drop-down
 * lists, the arrows of a calendar, mnemonics that are read as underscores, and the windows that we
 * only fill in; and messages on what has the keyboard, beside what it says of itself. Hints keep off the
 * card of their button.
 * Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kring_spoken_watch (void);
void kring_spoken_name_menu (GtkDropDown *menu, const char *name);
void kring_spoken_name_cell (GtkWidget *content, const char *title, const char *text);
void kring_spoken_name_calendar (GtkCalendar *calendar, const char *day);
void kring_spoken_describe (GtkWidget *widget, const char *description);
void kring_spoken_tell (GtkWidget *widget, const char *message);

G_END_DECLS
