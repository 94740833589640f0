/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The choices of one field side by side, each drawn as it will look on the map, with its name and,
 * where a key on the map does the same, that key. One is chosen, or none. Words are never broken:
 * where they have no room beside each other, they stand on more lines. Which fields are picked this
 * way, and how, is one table in the .c file. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_CHOICE_PICKER (kring_choice_picker_get_type ())
G_DECLARE_FINAL_TYPE (KringChoicePicker, kring_choice_picker, KRING, CHOICE_PICKER, GtkWidget)

gboolean kring_choice_picker_is_for (const KringField *field);
gboolean kring_choice_picker_is_half (const KringField *field);

GtkWidget *kring_choice_picker_new (KringSession *session,
                                    const KringKind *kind,
                                    const KringField *field) G_GNUC_WARN_UNUSED_RESULT;
int kring_choice_picker_get_choice (KringChoicePicker *self);
void kring_choice_picker_set_choice (KringChoicePicker *self, int choice);
void kring_choice_picker_set_item (KringChoicePicker *self, KringItem *item);
GtkWidget *kring_choice_picker_get_button (KringChoicePicker *self, int choice);

G_END_DECLS
