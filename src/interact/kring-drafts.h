/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was typed in a box about items and is not noted yet. It stays until it is noted or thrown
 * away, whatever happens to the box or to the items. What was thrown away can be taken back, in the
 * order of the steps on the map: a step that was made since is undone first. Emits "changed" when
 * what can be taken back is something else, "typed" with each letter, and "taken-back" with a
 * KringUnnoted. Owned by a session; main thread only.
 */
#pragma once

#include "core/kring-map.h"
#include "edit/kring-history.h"

G_BEGIN_DECLS

/* The boxes that words are typed in. */
typedef enum
{
  KRING_DRAFT_STATEMENT,
  KRING_DRAFT_SIGNAL,
  KRING_DRAFT_PROTECTIVE, /* a signal of what protects */
  KRING_DRAFT_QUESTION,
  KRING_DRAFT_EVENT, /* what happened, with its date */
  KRING_DRAFT_TASK,  /* a question or an action, in the line to add one */
  KRING_DRAFT_PARTICIPANT,
  KRING_DRAFT_VIEW,  /* the name for what is shown, to keep it by */
  KRING_DRAFT_NAME,  /* the name, on the map */
  KRING_DRAFT_TIE,   /* the kind of a tie that is being drawn between two */
  KRING_DRAFT_FIELD, /* a field in a form; its name comes after the ids of the items */
} KringDraftBox;

typedef struct
{
  KringDraftBox box;
  GPtrArray *ids;   /* (element-type utf8), interned: what it is about */
  GVariant *words;  /* a{ss}: what was typed, by part of the box; "text" is the main one */
  guint64 revision; /* of the map when it was thrown away */
  guint64 returns;  /* the revision in which what it is about comes back; 0: it was there */
} KringUnnoted;

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

const char *kring_unnoted_get_text (const KringUnnoted *draft);
GPtrArray *kring_unnoted_dup_items (const KringUnnoted *draft) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_unnoted_is_reachable (const KringUnnoted *draft, KringMap *map);
char *kring_unnoted_dup_title (const KringUnnoted *draft, KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
