/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The copy of a map that may leave the house, and for whom. What may not be seen is not in it:
 * nothing is drawn and covered up afterwards. This is the one place that decides: sheets, pictures,
 * lists, plain text and the clipboard all ask here. The copy belongs to the caller and never changes
 * with the original. And the same question without a copy: what one of the two sides may know.
 * Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"
#include "map/share/kring-reader.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_LEFT_NOT_IN_EXPORTS, /* marked "not in exports" */
  KRING_LEFT_CARE_ONLY,
  KRING_LEFT_POLICE_ONLY,
  KRING_LEFT_NOT_SHOWN, /* a filter hides it */
  KRING_LEFT_HANGS_ON,  /* cannot do without something that stays behind */
  KRING_LEFT_MENTIONS,  /* its words name something that stays behind */
  KRING_LEFT_NOT_YOUTH, /* not of the young person's own view */
  KRING_LEFT_NOT_ASKED, /* of a part that does not go along */
  KRING_LEFT_OF_POLICE, /* brought in by the police, or from open sources */
  KRING_LEFT_CONFIDED,  /* told by somebody else than the reader */
  KRING_LEFT_OF_OTHERS, /* does not concern the young person */
  KRING_N_LEFT_REASONS,
} KringLeftReason;

/* What becomes of a text that tells a name that it should not. */
typedef enum
{
  KRING_SETTLE_USUAL, /* names that give way are replaced; what names what stays behind stays too */
  KRING_SETTLE_KEEP,  /* goes along as it is */
  KRING_SETTLE_REPLACE, /* with what stands in for the name */
  KRING_SETTLE_DROP,    /* without the sentences that tell it */
  KRING_SETTLE_LEAVE,   /* stays behind */
} KringSettling;

/* One item that stays behind, or one field of it. */
typedef struct
{
  const char *id; /* of the map */
  KringLeftReason reason;
  const char *field; /* (nullable) interned: of a field, whose item goes along; else of all of it */
} KringLeftBehind;

/* Where a name stands in a text, in bytes. */
typedef struct
{
  guint start;
  guint length;
} KringNamePlace;

/* One text that tells a name. */
typedef struct
{
  const char *id;    /* of the item that it is about */
  const char *field; /* interned: name of the field */
  char *sentence;    /* (owned): all of them that tell it */
  GArray *places;    /* (owned) (element-type KringNamePlace): of the names in it */
  gboolean of_shown; /* the name of somebody who goes along under another; else of what stays */
  KringSettling settling; /* what becomes of it, never the usual */
} KringMention;

/* What stays behind, and what was found in the texts of the rest. */
typedef struct
{
  GArray *left;        /* (owned) (element-type KringLeftBehind), in the order of the map */
  GArray *fields;      /* (owned) (element-type KringLeftBehind): of what goes along */
  GPtrArray *mentions; /* (owned) (element-type KringMention), in that order: of what stays */
  GPtrArray *shown;    /* (owned) (element-type KringMention): of who is called otherwise */
  char *key;           /* (owned) (nullable): which code is who, one a line */
} KringShareReport;

/* For whom a copy is, and how. */
typedef struct
{
  KringReader reader;      /* joint leaves out what is for one side; care and police their other */
  GHashTable *hidden;      /* (nullable) (not owned) interned ids that stay behind as well */
  gboolean keep_mentions;  /* texts that name what stays behind go along */
  GHashTable *settled;     /* (nullable) (not owned) (element-type utf8 KringSettling): of texts, by
                               their keys */
  KringNameForm names;     /* how persons are called, or shorter if the reader may not have that */
  KringShareParts without; /* does not go along */
} KringShareRule;

GHashTable *kring_share_dup_unknown_to (KringMap *map, KringParty side) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_share_dup_permitted (KringMap *map, guint *n_left_out) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_share_dup_part (KringMap *map,
                                const KringShareRule *rule,
                                KringShareReport **report) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_share_names_left (KringMap *map, const KringShareRule *rule, const char *text);
char *kring_share_find_trace (KringMap *map,
                              const KringShareRule *rule,
                              KringMap *copy) G_GNUC_WARN_UNUSED_RESULT;

char *kring_share_dup_lines (KringMap *map,
                             GPtrArray *items,
                             KringShareReport **report) G_GNUC_WARN_UNUSED_RESULT;

void kring_share_report_free (KringShareReport *report);
char *kring_share_describe_left (KringMap *map,
                                 const KringLeftBehind *left) G_GNUC_WARN_UNUSED_RESULT;
char *kring_share_describe_mention (KringMap *map,
                                    const KringMention *mention) G_GNUC_WARN_UNUSED_RESULT;
char *kring_share_dup_mention_key (const KringMention *mention) G_GNUC_WARN_UNUSED_RESULT;
void kring_share_mention_free (gpointer mention);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringShareReport, kring_share_report_free)

G_END_DECLS
