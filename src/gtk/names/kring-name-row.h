/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of the list of names: its number, the line itself, and how it is understood. It only
 * shows; the panel that holds it decides. Main thread only.
 */
#pragma once

#include "hands/session/kring-drafts.h"
#include "hands/session/kring-paste.h"
#include "map/quickadd/kring-name-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_NAME_ROW (kring_name_row_get_type ())
G_DECLARE_FINAL_TYPE (KringNameRow, kring_name_row, KRING, NAME_ROW, GtkBox)

GtkWidget *kring_name_row_new (guint index) G_GNUC_WARN_UNUSED_RESULT;

guint kring_name_row_get_index (KringNameRow *self);
void kring_name_row_set_index (KringNameRow *self, guint index);
GtkText *kring_name_row_get_entry (KringNameRow *self);
const char *kring_name_row_get_text (KringNameRow *self);
gboolean kring_name_row_is_typed (KringNameRow *self);
char *kring_name_row_take_typed (KringNameRow *self, const char *line) G_GNUC_WARN_UNUSED_RESULT;
void kring_name_row_keep (KringNameRow *self, KringNameList *names, KringDrafts *drafts);
void kring_name_row_insert (KringNameRow *self,
                            KringNameList *names,
                            KringPaste *paste,
                            const char *text);
void kring_name_row_type (KringNameRow *self, const char *text);
gboolean kring_name_row_is_blank (KringNameRow *self);
void kring_name_row_come_into_view (KringNameRow *self);
void kring_name_row_set_text (KringNameRow *self, const char *text);
void kring_name_row_show_reading (KringNameRow *self, KringNameList *names);

G_END_DECLS
