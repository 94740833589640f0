/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps recovery copies of one document while it is open: half a second after the last change, and
 * never later than one and a half after the first that is in none, whatever goes on meanwhile. The
 * copies go when the document is saved and nothing is typed that is not noted, or when that and the
 * changes are discarded, never otherwise. Owned by whoever shows the document.
 * Main thread; the writing is done on a worker thread.
 */
#pragma once

#include "file/document/kring-recovery-copy.h"

G_BEGIN_DECLS

#define KRING_RECOVERY_QUIET (500 * G_TIME_SPAN_MILLISECOND)
#define KRING_RECOVERY_LONGEST (1500 * G_TIME_SPAN_MILLISECOND)

#define KRING_TYPE_RECOVERY (kring_recovery_get_type ())
G_DECLARE_FINAL_TYPE (KringRecovery, kring_recovery, KRING, RECOVERY, GObject)

KringRecovery *kring_recovery_new (KringDocument *document,
                                   const char *folder,
                                   KringRecoveryCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
void kring_recovery_set_typed (KringRecovery *self, GVariant *typed);
GVariant *kring_recovery_get_typed (KringRecovery *self);
const char *kring_recovery_get_unread (KringRecovery *self);
gboolean kring_recovery_flush (KringRecovery *self, GError **error);
void kring_recovery_discard (KringRecovery *self);
const GError *kring_recovery_get_trouble (KringRecovery *self);

gint64 kring_recovery_get_delay (gint64 first, gint64 last, gint64 now);

G_END_DECLS
