/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The recovery copies of one document: two generations, each with what was typed and not
 * noted by then, and a note of where the document belongs, in a folder of the app itself, never
 * beside the document. A lock tells copies that are left over
 * from those of a program that is running. Freeing lets go of the copies; only removing deletes
 * them. Owned by whoever found or made it. Main thread only.
 */
#pragma once

#include "file/document/kring-document-private.h"

G_BEGIN_DECLS

typedef struct _KringRecoveryCopy KringRecoveryCopy;

GPtrArray *kring_recovery_copy_find (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
KringRecoveryCopy *kring_recovery_copy_new (const char *folder,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void kring_recovery_copy_free (KringRecoveryCopy *self);
void kring_recovery_copy_remove (KringRecoveryCopy *self);

GFile *kring_recovery_copy_get_file (KringRecoveryCopy *self);
GDateTime *kring_recovery_copy_dup_time (KringRecoveryCopy *self) G_GNUC_WARN_UNUSED_RESULT;
KringDocument *kring_recovery_copy_open (KringRecoveryCopy *self,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *kring_recovery_copy_dup_typed (KringRecoveryCopy *self) G_GNUC_WARN_UNUSED_RESULT;
char *kring_recovery_copy_dup_unread (KringRecoveryCopy *self) G_GNUC_WARN_UNUSED_RESULT;
char *kring_recovery_copy_spare_unread (KringRecoveryCopy *self) G_GNUC_WARN_UNUSED_RESULT;
int kring_recovery_copy_count_changes (KringRecoveryCopy *self);

char *kring_recovery_copy_dup_next_path (KringRecoveryCopy *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean
kring_recovery_copy_write (KringRecoveryCopy *self, GBytes *bytes, GVariant *typed, GError **error);
gboolean
kring_recovery_copy_note (KringRecoveryCopy *self, KringDocument *document, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringRecoveryCopy, kring_recovery_copy_free)

G_END_DECLS
