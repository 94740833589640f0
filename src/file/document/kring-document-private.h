/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What recovery needs of a document: what it believes to stand in its file, and a document made of
 * a map that is not in any file. Main thread only.
 */
#pragma once

#include "file/document/kring-document.h"
#include "file/storage/kring-file.h"

G_BEGIN_DECLS

const KringFingerprint *kring_document_get_fingerprint (KringDocument *self);
KringDocument *kring_document_new_restored (
    KringMap *map, GFile *file, const KringFingerprint *fingerprint) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
