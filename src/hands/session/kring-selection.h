/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is selected and what has the keyboard: a set of ids that drops what leaves the map by
 * itself. Emits "changed". Shared by canvas, list and inspector. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

#define KRING_TYPE_SELECTION (kring_selection_get_type ())
G_DECLARE_FINAL_TYPE (KringSelection, kring_selection, KRING, SELECTION, GObject)

KringSelection *kring_selection_new (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

guint kring_selection_get_size (KringSelection *self);
gboolean kring_selection_contains (KringSelection *self, const char *id);
KringItem *kring_selection_get_single (KringSelection *self);
GPtrArray *kring_selection_dup_ids (KringSelection *self) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *kring_selection_get_set (KringSelection *self);

void kring_selection_clear (KringSelection *self);
void kring_selection_select (KringSelection *self, const char *id);
void kring_selection_toggle (KringSelection *self, const char *id);
void kring_selection_set_all (KringSelection *self, GPtrArray *ids);

const char *kring_selection_get_focus (KringSelection *self);
void kring_selection_set_focus (KringSelection *self, const char *id);

G_END_DECLS
