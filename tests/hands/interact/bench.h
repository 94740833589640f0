/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A work bench for tests: a map with a centre and a few others, and hands on it, as large as a
 * window of 1000 × 800 at 100 % with the map's origin in the top left corner. Ids are "noor", "dex", "ilse" and "auto".
 */
#pragma once

#include "emitted.h"
#include "hands/interact/kring-interaction.h"

#define NOOR KRING_POINT_INIT (400, 400)
#define DEX KRING_POINT_INIT (600, 400)
#define ILSE KRING_POINT_INIT (400, 200)
#define CAR KRING_POINT_INIT (700, 600)

typedef struct
{
  KringMap *map;                 /* (owned) */
  KringEditor *editor;           /* (owned) */
  KringSession *session;         /* (owned) */
  KringInteraction *interaction; /* (owned) */
  GtSignalLogger
      *asked;    /* (owned) what the interaction asks of the window; all of it is looked at */
  char *renamed; /* (owned) (nullable) whose name was asked last */
} Bench;

Bench *bench_new (void);
void bench_free (Bench *self);

void bench_press (Bench *self, KringPoint at, KringModifiers modifiers, guint n_press);
void bench_motion (Bench *self, KringPoint at, KringModifiers modifiers);
void bench_release (Bench *self, KringPoint at);
void bench_click (Bench *self, KringPoint at, KringModifiers modifiers);
void bench_drag (Bench *self, KringPoint from, KringPoint to, KringModifiers modifiers);
void bench_type (Bench *self, const char *text);

KringSelection *bench_selection (Bench *self);
KringHistory *bench_history (Bench *self);
KringPoint bench_place (Bench *self, const char *id);
guint bench_count (Bench *self, KringKindId kind);
KringItem *bench_tie (Bench *self);
const char *bench_asked_name (Bench *self);
void bench_add_tie (Bench *self, const char *from, const char *to, const char *kind);

#define bench_assert_at(self, id, X, Y)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpfloat_with_epsilon (bench_place (self, id).x, X, 0.01);                            \
    g_assert_cmpfloat_with_epsilon (bench_place (self, id).y, Y, 0.01);                            \
  }                                                                                                \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bench, bench_free)
