/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only way to write: transactions on a map, and what can be undone. A step is the list of
 * changes between the outermost begin and commit; undo replays it backwards, so no command has
 * undo code of its own. There is no limit on steps. Steps and the saved mark hold revision
 * numbers, never pointers.
 * Emits "changed" when what can be undone, its label, or the saved state changed.
 * Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

#define KRING_TYPE_HISTORY (kring_history_get_type ())
G_DECLARE_FINAL_TYPE (KringHistory, kring_history, KRING, HISTORY, GObject)

/* Called before the outermost transaction ends with its changes so far; may make more. */
typedef void (*KringSettle) (GPtrArray *changes, gpointer data);

KringHistory *kring_history_new (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
void kring_history_set_settle (KringHistory *self, KringSettle settle, gpointer data);

void kring_history_begin (KringHistory *self, const char *label);
void kring_history_begin_typing (KringHistory *self, const char *label, const char *key);
void kring_history_repeat (KringHistory *self, GPtrArray *changes);
void kring_history_amend (KringHistory *self, const char *label);
void kring_history_commit (KringHistory *self);
void kring_history_cancel (KringHistory *self);
void kring_history_close (KringHistory *self);
gboolean kring_history_is_open (KringHistory *self);

gboolean kring_history_can_undo (KringHistory *self);
gboolean kring_history_can_redo (KringHistory *self);
const char *kring_history_get_undo_label (KringHistory *self);
const char *kring_history_get_redo_label (KringHistory *self);
gboolean kring_history_undo (KringHistory *self);
gboolean kring_history_redo (KringHistory *self);
void kring_history_withdraw (KringHistory *self);

guint64 kring_history_get_revision (KringHistory *self);
guint64 kring_history_get_redo_revision (KringHistory *self);
void kring_history_mark_saved (KringHistory *self, guint64 revision);
gboolean kring_history_is_saved (KringHistory *self);

G_END_DECLS
