/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The quick name list: lines of text that become items as they are entered, line by line. A line
 * that is changed changes what it made; a line that is emptied takes it off the map. The first
 * person of an empty map is the centre. Every entered line is one undo step, and the lines follow
 * undo and redo by themselves. Emits "changed" when lines changed. Main thread only, but for the
 * preparing of a batch.
 */
#pragma once

#include "map/edit/kring-editor.h"

G_BEGIN_DECLS

#define KRING_TYPE_NAME_LIST (kring_name_list_get_type ())
G_DECLARE_FINAL_TYPE (KringNameList, kring_name_list, KRING, NAME_LIST, GObject)

KringNameList *kring_name_list_new (KringEditor *editor) G_GNUC_WARN_UNUSED_RESULT;

guint kring_name_list_get_n_lines (KringNameList *self);
const char *kring_name_list_get_text (KringNameList *self, guint index);
const char *kring_name_list_get_item_id (KringNameList *self, guint index);
const char *kring_name_list_get_tie_id (KringNameList *self, guint index);
const char *kring_name_list_get_last_id (KringNameList *self);
guint kring_name_list_recall (KringNameList *self,
                              const char *text,
                              const char *item_id,
                              const char *tie_id);
char *kring_name_list_dup_reading (KringNameList *self,
                                   guint index,
                                   const char *text,
                                   const char **icon) G_GNUC_WARN_UNUSED_RESULT;

void kring_name_list_apply_line (KringNameList *self, guint index, const char *text);
void kring_name_list_settle (KringNameList *self);
guint kring_name_list_add_many (KringNameList *self, const char *text, char **said, GError **error);

/* A long list is read and tried out on a copy of the map, on any thread, and enters the map at once. */
typedef struct _KringNameBatch KringNameBatch;

KringNameBatch *kring_name_batch_new (KringNameList *self,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;
void kring_name_batch_free (KringNameBatch *self);
gboolean kring_name_batch_prepare (KringNameBatch *self, GCancellable *cancellable, GError **error);
double kring_name_batch_get_fraction (KringNameBatch *self);
gboolean kring_name_batch_is_stale (KringNameBatch *self);
guint kring_name_batch_enter (KringNameBatch *self, char **said);

char *kring_name_list_dup_added (guint n, const char *said) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_name_list_has_lines (const char *text);
gboolean kring_name_list_take_back (KringNameList *self);

G_END_DECLS
