/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the commands share: making stamped items, cleaning what people type, checking a value
 * against the map before it is set, and setting it. Everything that writes expects an open
 * transaction and values that were checked. Main thread only.
 */
#pragma once

#include "map/edit/kring-editor.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

G_BEGIN_DECLS

KringItem *kring_edit_new_item (KringEditor *editor, KringKindId kind) G_GNUC_WARN_UNUSED_RESULT;
KringItem *kring_edit_insert (KringEditor *editor, KringItem *item);

char *kring_edit_clean_text (const char *text, gboolean lines) G_GNUC_WARN_UNUSED_RESULT;
void kring_edit_fill_name (KringItem *item, const char *name);
char *kring_edit_unquote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

gboolean kring_edit_refuse (GError **error, KringEditError code, const char *about);
gboolean kring_edit_check (
    KringMap *map, KringItem *item, const KringField *field, GVariant *value, GError **error);
gboolean kring_edit_fill (
    KringEditor *editor, KringItem *item, const char *field_name, const char *text, GError **error);
void kring_edit_put (KringEditor *editor, KringItem *item, const char *field_name, GVariant *value);
void
kring_edit_put_choice (KringEditor *editor, KringItem *item, const char *field_name, int choice);

char *kring_edit_dup_label (const KringField *field) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_edit_dup_items (KringEditor *editor, GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;
int kring_edit_find_event_sort (KringMap *map, const char *what, GVariant **involved);
GVariant *kring_edit_refs_without (GVariant *refs, const char *id);
GVariant *kring_edit_refs_with (GVariant *refs, const char *id);
GVariant *kring_edit_refs_with_all (GVariant *refs, GPtrArray *more);
GVariant *kring_edit_point (KringPoint point);

void kring_derived_certainty_settle (KringMap *map, GPtrArray *changes);
void kring_side_settle (KringMap *map, GPtrArray *changes);
void kring_question_reminder_settle (KringMap *map, GPtrArray *changes);

G_END_DECLS
