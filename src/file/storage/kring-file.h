/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes in a file, so that what was there or what is new always stands there whole: whatever fails
 * and whenever the power goes. "Saved" is only said of bytes that are on the disk and read back the
 * same; and what somebody else wrote in the meantime is not overwritten. Blocks: use on a worker
 * thread. No state; any thread.
 */
#pragma once

#include "file/storage/kring-storage-error.h"

G_BEGIN_DECLS

/* Tells one content of a file from another. */
typedef struct
{
  gsize size;
  char hash[65]; /* SHA-256, hexadecimal */
} KringFingerprint;

KringFingerprint kring_fingerprint_new (GBytes *bytes);
gboolean kring_fingerprint_equal (const KringFingerprint *a, const KringFingerprint *b);

GBytes *kring_file_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_file_save (const char *path,
                          GBytes *bytes,
                          const KringFingerprint *expected,
                          gboolean *replaced,
                          GError **error);
gboolean kring_file_is_unchanged (const char *path,
                                  const KringFingerprint *expected,
                                  gboolean *unchanged,
                                  GError **error);
gboolean kring_file_may_save (const char *path);

G_END_DECLS
