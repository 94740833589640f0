/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was typed in a box about items and is not noted yet. It stays until it is noted or thrown
 * away, whatever happens to the box. Owned by a session; main thread only.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KringDrafts KringDrafts;

KringDrafts *kring_drafts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_drafts_free (KringDrafts *self);
void kring_drafts_keep (KringDrafts *self, const char *box, GPtrArray *ids, const char *text);
const char *kring_drafts_get (KringDrafts *self, const char *box, GPtrArray *ids);
void kring_drafts_clear (KringDrafts *self);
guint kring_drafts_get_size (KringDrafts *self);

G_END_DECLS
