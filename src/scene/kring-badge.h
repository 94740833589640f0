/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The marks that sit on persons, things and ties: who brought it in, counts of signals, limited
 * sharing, an open question. Each has a rim in the colour of nodes, to stay apart from lines.
 * A count is a number of signals, never a score. Any thread.
 */
#pragma once

#include "core/kring-choices.h"
#include "scene/kring-sketch.h"

G_BEGIN_DECLS

#define KRING_BADGE_MARK 15.0  /* size of a mark of origin on a node */
#define KRING_BADGE_COUNT 10.5 /* radius of a count on a node */
#define KRING_BADGE_LOCK 15.0
#define KRING_BADGE_QUESTION 18.0
#define KRING_BADGE_PIN 14.0

void kring_badge_draw_mark (KringSketch *sketch, KringParty party, KringPoint at, double size);
void kring_badge_draw_count (
    KringSketch *sketch, KringPart family, guint count, KringPoint at, double radius);
void kring_badge_draw_lock (KringSketch *sketch, KringPoint at, double size);
void kring_badge_draw_question (KringSketch *sketch, KringPoint at, double size);
void kring_badge_draw_pin (KringSketch *sketch, KringPoint at, double size);

G_END_DECLS
