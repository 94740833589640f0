/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file work of a document, cut loose from it: a job holds all that a worker thread needs and
 * all that came of it, so no worker ever touches a document. Made and freed on the main thread,
 * which does not look at a job while a worker has it.
 */
#pragma once

#include "file/storage/kring-codec.h"
#include "file/storage/kring-file.h"
#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef struct
{
  GFile *file;                  /* (owned) */
  KringMap *map;                /* (owned) (nullable) what was found, handed over whole */
  KringFingerprint fingerprint; /* of what was found */
  gboolean read_only;           /* it cannot be saved there */
  guint n_mended;               /* items that hang on the case now */
} KringOpenJob;

typedef struct
{
  GFile *file;               /* (owned) */
  char *path;                /* (owned) */
  KringDraft *draft;         /* (owned) */
  GBytes *bytes;             /* (owned) (nullable) what the draft became */
  guint64 revision;          /* of the map that the draft holds */
  gboolean guarded;          /* expected must still stand there */
  KringFingerprint expected; /* what was opened or last saved */
  gboolean replaced;         /* bytes stand in file now */
} KringSaveJob;

typedef struct
{
  char *path;                /* (owned) */
  KringFingerprint expected; /* what was opened or last saved */
} KringCheckJob;

KringOpenJob *kring_open_job_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
void kring_open_job_free (KringOpenJob *self);
gboolean kring_open_job_run (KringOpenJob *self, GCancellable *cancellable, GError **error);
void kring_open_job_thread (GTask *task, gpointer source, gpointer self, GCancellable *cancellable);

KringSaveJob *
kring_save_job_new (GFile *file, KringMap *map, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void kring_save_job_free (KringSaveJob *self);
gboolean kring_save_job_run (KringSaveJob *self, GCancellable *cancellable, GError **error);
void kring_save_job_thread (GTask *task, gpointer source, gpointer self, GCancellable *cancellable);

KringCheckJob *kring_check_job_new (const char *path,
                                    const KringFingerprint *expected) G_GNUC_WARN_UNUSED_RESULT;
void kring_check_job_free (KringCheckJob *self);
void
kring_check_job_thread (GTask *task, gpointer source, gpointer self, GCancellable *cancellable);

G_END_DECLS
