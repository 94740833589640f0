/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every text of every kind holds a word of its own, in items for all, for care, for the police and
 * for no export, in what hangs on those and in texts that name them. The schema is walked, so a new
 * field or kind is in it by itself.
 */
#pragma once

#include "map/share/kring-permitted.h"
#include "traces.h"

/* By audience. */
extern const char *const canary_marks[];

typedef struct
{
  char *text;          /* (owned): what the field holds, the word of its number in it */
  KringAudience owner; /* who may see it */
  const KringKind *kind;
  const KringField *field; /* (nullable): of what this version does not know */
} Canary;

typedef struct
{
  KringMap *map;
  GPtrArray *canaries; /* (owned) (element-type Canary) */
  char *folder;
  char *path; /* of the map as a file */
} Fixture;

void canaries_set_up (Fixture *self, gconstpointer data);
void canaries_tear_down (Fixture *self, gconstpointer data);
Traces *canaries_look (Fixture *self, const char *text, const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean canary_may_see (const Canary *canary, KringReader reader);
void canary_fail (const char *way, KringReader reader, const Canary *canary, const char *what);
