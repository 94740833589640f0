/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stays behind while that is being found out, shared by the files of this room that decide on
 * items and on texts.
 */
#pragma once

#include "map/share/kring-permitted.h"
#include "map/share/kring-shown-names.h"

G_BEGIN_DECLS

typedef struct
{
  KringMap *whole;            /* (not owned) */
  KringMap *map;              /* (owned) without the fields that are not for the reader */
  const KringShareRule *rule; /* (not owned) */
  GHashTable *reasons;        /* (owned) (element-type utf8 KringLeftReason), by ids of items */
  KringNames *names;          /* (owned) (nullable): of what stays behind */
  KringShownNames *shown;     /* (owned) (nullable): of who goes along */
  GPtrArray *mentions;        /* (owned) (element-type KringMention): of what stays behind */
  GPtrArray *shown_mentions;  /* (owned) (element-type KringMention): of who goes along */
} KringLeaving;

gboolean kring_leaving_has (KringLeaving *self, const char *id);
void kring_leaving_add (KringLeaving *self, KringItem *item, KringLeftReason reason);
gboolean kring_leaving_may_go (KringLeaving *self, KringItem *item, const KringField *field);

void kring_leaving_find_mentions (KringLeaving *self);
void kring_leaving_find_shown_mentions (KringLeaving *self);
void kring_leaving_settle (KringLeaving *self, KringMap *copy);

/* kring-leaving-copies.c */
void kring_leaving_leave_copies (KringLeaving *self);

G_END_DECLS
