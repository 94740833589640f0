/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions to a map and their answers in words: how two are linked, who is near, who links two
 * groups, who is the only link, who is tied to nobody, what is new, who has an older version. Each line of an answer says what of the map
 * it is about, so that the rest can fade. Facts about ties, never a rank or a score. Pure functions
 * of the map. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_QUESTION_LINKED,    /* of two: the ways between them, and what they share */
  KRING_QUESTION_NEAR,      /* of one: within one step and two */
  KRING_QUESTION_GROUPS,    /* who or what links two groups */
  KRING_QUESTION_ONLY_LINK, /* without whom others would not be linked any more */
  KRING_QUESTION_ALONE,     /* who is tied to nobody */
  KRING_QUESTION_NEW,       /* what was brought in since the last meeting */
  KRING_QUESTION_COPIES,    /* who has an older version */
  KRING_N_QUESTIONS,
} KringQuestion;

typedef struct
{
  char *text;        /* (owned) */
  char *detail;      /* (owned) (nullable) */
  GHashTable *shown; /* (owned) (element-type utf8) interned ids of what it is about */
} KringAnswerLine;

typedef struct
{
  char *title;       /* (owned) the question */
  char *summary;     /* (owned) one sentence, to be read first */
  GPtrArray *lines;  /* (owned) (element-type KringAnswerLine) */
  GHashTable *shown; /* (owned) (element-type utf8) what all lines together are about */
} KringAnswer;

gboolean kring_question_find (const char *name, KringQuestion *question);
gboolean kring_question_can_ask (KringMap *map, KringQuestion question, GPtrArray *ids);
char *kring_question_dup_title (KringMap *map,
                                KringQuestion question,
                                GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;

KringAnswer *
kring_answer_new (KringMap *map, KringQuestion question, GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;
void kring_answer_free (KringAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringAnswer, kring_answer_free)

G_END_DECLS
