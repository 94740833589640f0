/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One open file: a map with its editor, the file it came from or goes to, and what is known of the
 * bytes on disk. A document is made new or opened whole; opening never changes an open one. File
 * work happens on a worker thread; everything else on the main thread.
 * Emits notify for "file", "modified", "title" and "busy".
 */
#pragma once

#include "map/edit/kring-editor.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KRING_DOCUMENT_ERROR (kring_document_error_quark ())

typedef enum
{
  KRING_DOCUMENT_ERROR_CHANGED_ELSEWHERE, /* the file is not the one that was opened or saved */
  KRING_DOCUMENT_ERROR_NEWER,             /* made by a newer Kring: not opened */
} KringDocumentError;

typedef enum
{
  KRING_SAVE_NORMAL = 0,
  KRING_SAVE_OVERWRITE = 1 << 0, /* the user has seen that it changed elsewhere */
} KringSaveFlags;

GQuark kring_document_error_quark (void);

#define KRING_TYPE_DOCUMENT (kring_document_get_type ())
G_DECLARE_FINAL_TYPE (KringDocument, kring_document, KRING, DOCUMENT, GObject)

KringDocument *kring_document_new (void) G_GNUC_WARN_UNUSED_RESULT;
KringDocument *kring_document_new_with (KringMap *map,
                                        KringIdSource *ids) G_GNUC_WARN_UNUSED_RESULT;
KringDocument *kring_document_open (GFile *file,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void kring_document_open_async (GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
KringDocument *kring_document_open_finish (GAsyncResult *result,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean kring_document_save (KringDocument *self,
                              GFile *file,
                              KringSaveFlags flags,
                              GCancellable *cancellable,
                              GError **error);
void kring_document_save_async (KringDocument *self,
                                GFile *file,
                                KringSaveFlags flags,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean kring_document_save_finish (KringDocument *self, GAsyncResult *result, GError **error);

KringEditor *kring_document_get_editor (KringDocument *self);
KringMap *kring_document_get_map (KringDocument *self);
KringHistory *kring_document_get_history (KringDocument *self);
GFile *kring_document_get_file (KringDocument *self);
void kring_document_forget_file (KringDocument *self);
void kring_document_set_device (KringDocument *self, const char *device);
char *kring_document_dup_title (KringDocument *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_document_get_modified (KringDocument *self);
gboolean kring_document_get_busy (KringDocument *self);
gboolean kring_document_get_read_only (KringDocument *self);
guint kring_document_get_n_mended (KringDocument *self);
void
kring_document_check_disk_async (KringDocument *self, GAsyncReadyCallback callback, gpointer data);
gboolean kring_document_check_disk_finish (KringDocument *self,
                                           GAsyncResult *result,
                                           gboolean *changed_elsewhere,
                                           GError **error);

G_END_DECLS
