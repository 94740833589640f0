/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was typed in a box about items and is not noted yet. It stays until it is noted or thrown
 * away, whatever happens to the box or to the items. What was thrown away can be taken back, in the
 * order of the steps on the map: a step that was made since is undone first. Emits "changed" when
 * what can be taken back is something else, "typed" with each letter, and "taken-back" with a
 * KringUnnoted. Owned by a session; main thread only.
 */
#pragma once

#include "hands/session/kring-unnoted.h"
#include "map/edit/kring-history.h"

G_BEGIN_DECLS

/* All of them: of each the name of its box, what it is about, and what was typed. */
#define KRING_DRAFTS_TYPE G_VARIANT_TYPE ("a(sasa{ss})")

#define KRING_TYPE_DRAFTS (kring_drafts_get_type ())
G_DECLARE_FINAL_TYPE (KringDrafts, kring_drafts, KRING, DRAFTS, GObject)

KringDrafts *kring_drafts_new (KringHistory *history, KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

void kring_drafts_keep (KringDrafts *self, KringDraftBox box, GPtrArray *ids, GVariant *words);
void
kring_drafts_keep_text (KringDrafts *self, KringDraftBox box, GPtrArray *ids, const char *text);
GVariant *kring_drafts_get (KringDrafts *self, KringDraftBox box, GPtrArray *ids);
const char *kring_drafts_get_text (KringDrafts *self, KringDraftBox box, GPtrArray *ids);

gboolean kring_drafts_throw_away (KringDrafts *self, KringDraftBox box, GPtrArray *ids);
gboolean kring_drafts_can_take_back (KringDrafts *self);
gboolean kring_drafts_take_back (KringDrafts *self);

guint kring_drafts_get_size (KringDrafts *self);
const KringUnnoted *kring_drafts_get_draft (KringDrafts *self, guint index);
GVariant *kring_drafts_dup_all (KringDrafts *self) G_GNUC_WARN_UNUSED_RESULT;
void kring_drafts_restore (KringDrafts *self, GVariant *all);
void kring_drafts_remove (KringDrafts *self, const KringUnnoted *draft);

G_END_DECLS
