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

G_BEGIN_DECLS

typedef enum
{
  KRING_LEFT_NOT_IN_EXPORTS, /* marked "not in exports" */
  KRING_LEFT_CARE_ONLY,
  KRING_LEFT_POLICE_ONLY,
  KRING_LEFT_NOT_SHOWN, /* a filter hides it */
  KRING_LEFT_HANGS_ON,  /* needs something that stays behind */
  KRING_LEFT_MENTIONS,  /* names something that stays behind */
  KRING_LEFT_NOT_YOUTH, /* not in the young person's own view */
} KringLeftReason;

/* One item that stays behind. */
typedef struct
{
  const char *id; /* interned */
  KringLeftReason reason;
} KringLeftBehind;

/* One text that names what stays behind. */
typedef struct
{
  const char *id;    /* of the item that it is about; kept by the map */
  const char *field; /* name of the field, static */
  char *sentence;    /* (owned): all of them that name it */
  gboolean kept;     /* goes along all the same */
} KringMention;

/* What stays behind, and what was found in the texts of the rest. */
typedef struct
{
  GArray *left;        /* (owned) (element-type KringLeftBehind), in the order of the map */
  GPtrArray *mentions; /* (owned) (element-type KringMention), in the order of the map */
} KringShareReport;

/* For whom a copy is. */
typedef struct
{
  KringAudience audience; /* joint leaves out what is for one side; care and police their other */
  GHashTable *hidden;     /* (nullable) (not owned) interned ids that stay behind as well */
  gboolean keep_mentions; /* texts that name what stays behind go along */
  GHashTable *kept;       /* (nullable) (not owned) keys of those that do all the same */
} KringShareRule;

GHashTable *kring_share_dup_unknown_to (KringMap *map, KringParty side) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_share_dup_permitted (KringMap *map, guint *n_left_out) G_GNUC_WARN_UNUSED_RESULT;
KringMap *kring_share_dup_part (KringMap *map,
                                const KringShareRule *rule,
                                KringShareReport **report) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_share_names_left (KringMap *map, KringAudience audience, const char *text);

char *kring_share_dup_lines (KringMap *map,
                             GPtrArray *items,
                             KringShareReport **report) G_GNUC_WARN_UNUSED_RESULT;

void kring_share_report_free (KringShareReport *report);
char *kring_share_describe_left (KringMap *map,
                                 const KringLeftBehind *left) G_GNUC_WARN_UNUSED_RESULT;
char *kring_share_describe_mention (KringMap *map,
                                    const KringMention *mention) G_GNUC_WARN_UNUSED_RESULT;
char *kring_share_dup_mention_key (const KringMention *mention) G_GNUC_WARN_UNUSED_RESULT;
const char *kring_share_get_audience_name (KringAudience audience);
const char *kring_share_get_heading (KringAudience audience);
gboolean kring_share_find_audience (const char *name, KringAudience *audience);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringShareReport, kring_share_report_free)

G_END_DECLS
