/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody or something is called, in words that can be found again in free text: the whole
 * name, and what of it people use instead: of people any name of theirs and their initials, of
 * phones the number as it is dialled at home and from abroad. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

/* One way to call something: its words in order. */
typedef struct
{
  GPtrArray *words; /* (owned) (element-type utf8), folded */
  char *joined;     /* (owned) the words without anything between them */
  gboolean part;    /* may be an ordinary word: counts when it is written as a name */
  gboolean number;  /* holds digits: counts however they are grouped */
  gboolean apart;   /* initials: count only with something between them */
  gboolean person;  /* of somebody, not of a thing */
  gboolean own;     /* theirs, not of who stands in for them or whose sister they are */
  KringItem *owner; /* (not owned): what is called so */
} KringCalled;

void kring_called_free (gpointer called);
gboolean kring_called_is_secret (KringItem *item, const char *field_name);
void kring_called_add_value (KringItem *item, const char *field_name, GPtrArray *all);
void kring_called_add (KringItem *item, GPtrArray *all);
void kring_called_add_reach (KringItem *item, GPtrArray *all);

char *kring_called_dup_first (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *kring_called_dup_initials (const char *name, gboolean described) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
