/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that is known about what is selected, and where it is changed: one item, what several
 * items have in common, or the case when nothing is selected. Scrolls by itself. Emits "leave" when
 * Escape is pressed in it: the keyboard goes back to the map.
 * Main thread only.
 */
#pragma once

#include "gtk/inspector/kring-item-form.h"
#include "gtk/widgets/kring-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_INSPECTOR_WIDTH 372

#define KRING_TYPE_INSPECTOR (kring_inspector_get_type ())
G_DECLARE_FINAL_TYPE (KringInspector, kring_inspector, KRING, INSPECTOR, AdwBin)

GtkWidget *kring_inspector_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_inspector_set_session (KringInspector *self, KringSession *session);
void kring_inspector_add_section (KringInspector *self, KringSection *section);
void kring_inspector_add_section_below (KringInspector *self, KringSection *section);
KringItemForm *kring_inspector_get_form (KringInspector *self);
KringFieldRow *kring_inspector_get_row (KringInspector *self, const char *field_name);
const char *kring_inspector_get_title (KringInspector *self);
void kring_inspector_enter (KringInspector *self);
gboolean kring_inspector_reveal (KringInspector *self, const char *field_name);
void kring_inspector_finish (KringInspector *self);
void kring_inspector_flush (KringInspector *self);

G_END_DECLS
