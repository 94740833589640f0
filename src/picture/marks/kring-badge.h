/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The marks that sit on persons, things and ties: who brought it in, that there are signals, for
 * whom it is, an open question. Each has a rim in the colour of nodes, to stay apart from lines.
 * Signals are no score: on a screen one and two are a number, more is a pattern of three dots, and
 * on paper all are dots; the number itself stands in the lists. Any thread.
 */
#pragma once

#include "map/model/kring-record-counts.h"
#include "picture/marks/kring-sketch.h"

G_BEGIN_DECLS

#define KRING_BADGE_MARK 15.0  /* size of a mark of origin on a node */
#define KRING_BADGE_COUNT 10.5 /* radius of a count on a node */
#define KRING_BADGE_LOCK 16.0
#define KRING_BADGE_QUESTION 18.0
#define KRING_BADGE_PIN 14.0

/* More signals than this are all drawn alike. */
#define KRING_BADGE_DOTS 3

/* The marks of signals that one item can have at once. */
#define KRING_BADGE_COUNTS 4

/* What the mark of some signals of one family says. */
typedef struct
{
  KringComponent family; /* KRING_PART_RISK, KRING_PART_VULNERABILITY or KRING_PART_PROTECTIVE */
  guint count;           /* 0: the sign alone */
  gboolean undergone; /* of risk: what happens to the person: open; else what others do: filled */
  gboolean dots;      /* never a number: on paper */
} KringBadgeCount;

/* Why something is not for everybody. */
typedef enum
{
  KRING_LOCK_NONE,
  KRING_LOCK_SECRET, /* an address that is kept secret */
  KRING_LOCK_CARE,
  KRING_LOCK_POLICE,
  KRING_LOCK_EXPORTS, /* in no export */
  KRING_N_LOCKS,
} KringLock;

void kring_badge_draw_mark (KringSketch *sketch, KringParty party, KringPoint at, double size);
guint kring_badge_list_counts (KringRecordCounts known,
                               gboolean dots,
                               KringBadgeCount counts[KRING_BADGE_COUNTS]);
void kring_badge_draw_count (KringSketch *sketch,
                             const KringBadgeCount *count,
                             KringPoint at,
                             double radius);
KringLock kring_badge_get_lock (KringItem *item);
void kring_badge_draw_lock (KringSketch *sketch, KringLock lock, KringPoint at, double size);
void kring_badge_draw_question (KringSketch *sketch, KringPoint at, double size);
void kring_badge_draw_pin (KringSketch *sketch, KringPoint at, double size);

G_END_DECLS
