/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A map written down and read back: format 1, described in doc/format.md. Reading is strict and
 * names the place of what is wrong; writing reads its own bytes back before it hands them out, and
 * write, read, write gives the same bytes again.
 * Reading works on any thread if the map is used on one only. Writing begins on the thread of the
 * map; the draft that it makes may be finished on any other, which is most of the work.
 */
#pragma once

#include "file/storage/kring-storage-error.h"
#include "map/model/kring-map.h"

G_BEGIN_DECLS

/* A map as it was at one moment, written down but not yet read back. */
typedef struct _KringDraft KringDraft;

KringDraft *kring_draft_new (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
void kring_draft_free (KringDraft *self);
GBytes *kring_draft_finish (KringDraft *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes *kring_codec_write (KringMap *map, GError **error) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_codec_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
KringMap *
kring_codec_read_mended (GBytes *bytes, guint *n_mended, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes *kring_codec_write_fragment (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_codec_read_fragment (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringDraft, kring_draft_free)

G_END_DECLS
