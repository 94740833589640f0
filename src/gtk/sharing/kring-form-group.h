/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * In which form something is shared, and how that is drawn: the kind of file, the paper, the lists
 * that follow. "changed" says that something else was chosen. Main thread only.
 */
#pragma once

#include "gtk/sharing/kring-shared-form.h"
#include "map/filter/kring-filter-hidden.h"
#include "picture/export/kring-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_FORM_GROUP (kring_form_group_get_type ())
G_DECLARE_FINAL_TYPE (KringFormGroup, kring_form_group, KRING, FORM_GROUP, GtkBox)

KringSharedForm kring_form_group_get_form (KringFormGroup *self);
gboolean kring_form_group_is_for_youth (KringFormGroup *self);
void kring_form_group_get_options (KringFormGroup *self, KringExportOptions *options);
GHashTable *kring_form_group_get_hidden (KringFormGroup *self);
void kring_form_group_offer_shown (KringFormGroup *self, KringFilter *filter, KringMap *map);
void kring_form_group_choose_way (KringFormGroup *self, double scale);
void kring_form_group_set_appendices (KringFormGroup *self, KringAppendices appendices);
KringAppendices kring_form_group_get_appendices (KringFormGroup *self);

G_END_DECLS
