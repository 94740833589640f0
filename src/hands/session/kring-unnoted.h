/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was typed in a box and is not noted, in words for people: what it is about, and what it says.
 * Owned by its drafts; main thread only.
 */
#pragma once

#include "map/model/kring-map.h"
#include "map/quickadd/kring-name-list.h"

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
  KRING_DRAFT_VIEW,    /* the name for what is shown, to keep it by */
  KRING_DRAFT_LINE,    /* a line in the list of names: a new one, or of what it made already */
  KRING_DRAFT_NAME,    /* the name, on the map */
  KRING_DRAFT_TIE,     /* the kind of a tie that is being drawn between two */
  KRING_DRAFT_FIELD,   /* a field in a form; its name comes after the ids of the items */
  KRING_DRAFT_STRANGE, /* a box that this version does not know: its words have no place */
} KringDraftBox;

typedef struct
{
  KringDraftBox box;
  GPtrArray *ids;   /* (element-type utf8), interned: what it is about */
  GVariant *words;  /* a{ss}: what was typed, by part of the box; "text" is the main one */
  guint64 revision; /* of the map when it was thrown away */
  guint64 returns;  /* the revision in which what it is about comes back; 0: it was there */
} KringUnnoted;

const char *kring_unnoted_get_text (const KringUnnoted *draft);
GPtrArray *kring_unnoted_dup_items (const KringUnnoted *draft) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_unnoted_is_reachable (const KringUnnoted *draft, KringMap *map);
guint kring_unnoted_recall (const KringUnnoted *draft, KringNameList *names);
char *kring_unnoted_dup_whole (const KringUnnoted *draft, KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
char *kring_unnoted_dup_title (const KringUnnoted *draft, KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
