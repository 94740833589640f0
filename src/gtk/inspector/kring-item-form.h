/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All fields of one item, or what several items have in common, made by walking the schema: a new
 * row in the table appears here by itself. A kind's own fields first, then how it is known, one row
 * for who brought it in, and one for all fields that are empty. It follows the map; the row that is
 * being edited keeps its focus and its place, and what was typed but cannot be written is kept for
 * each item. What somebody unfolded stays unfolded, whatever is shown next. Main thread only.
 */
#pragma once

#include "gtk/inspector/kring-field-row.h"
#include "gtk/inspector/kring-form-fields.h"

G_BEGIN_DECLS

#define KRING_TYPE_ITEM_FORM (kring_item_form_get_type ())
G_DECLARE_FINAL_TYPE (KringItemForm, kring_item_form, KRING, ITEM_FORM, GtkBox)

GtkWidget *kring_item_form_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *kring_item_form_new_part (KringSession *session,
                                     KringFormPart part) G_GNUC_WARN_UNUSED_RESULT;
void kring_item_form_set_ids (KringItemForm *self, GPtrArray *ids);
void kring_item_form_flush (KringItemForm *self);
void kring_item_form_enter (KringItemForm *self);
gboolean kring_item_form_reveal (KringItemForm *self, const char *field_name);
KringFieldRow *kring_item_form_get_row (KringItemForm *self, const char *field_name);

G_END_DECLS
