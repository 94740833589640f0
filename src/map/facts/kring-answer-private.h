/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the answers share: the graph that is asked, names, and lines. Lasts for one answer: map and
 * graph outlive it, and nobody changes them in the meantime. For the files of this room. Main thread
 * only.
 */
#pragma once

#include "map/base/kring-graph.h"
#include "map/facts/kring-answer.h"

G_BEGIN_DECLS

typedef struct
{
  KringMap *map;           /* (not owned) */
  const KringGraph *graph; /* (not owned), of the map */
  KringAnswer *answer;     /* (not owned), gets the lines */
} KringAsking;

KringItem *kring_asking_get_item (const KringAsking *self, guint node);
char *kring_asking_dup_name (const KringAsking *self, guint node) G_GNUC_WARN_UNUSED_RESULT;
char *kring_asking_dup_names (const KringAsking *self,
                              const GArray *nodes) G_GNUC_WARN_UNUSED_RESULT;
KringAnswerLine *kring_asking_add_line (const KringAsking *self, char *text, char *detail);
void kring_asking_show (const KringAsking *self, KringAnswerLine *line, guint node);
void kring_asking_show_ties (const KringAsking *self, KringAnswerLine *line);
void kring_asking_show_item (const KringAsking *self, KringAnswerLine *line, KringItem *item);
void kring_asking_show_tie (const KringAsking *self, KringAnswerLine *line, guint a, guint b);

/* kring-answer-ways.c */
void kring_asking_answer_linked (const KringAsking *self, guint a, guint b);

/* kring-answer-copies.c */
void kring_asking_answer_copies (const KringAsking *self);

/* kring-answer-news.c */
void kring_asking_answer_new (const KringAsking *self);

/* kring-answer-links.c */
void kring_asking_answer_groups (const KringAsking *self);
void kring_asking_answer_only_link (const KringAsking *self);

G_END_DECLS
