/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of what stays behind, and where free text still tells of them: whole words, in any case and
 * with or without accents, broken by hyphens ("No-or"), also in the genitive; of people the first or the
 * last name alone, also made small ("Dexje"), of numbers and plates however they are grouped, of places the address; and a secret
 * address, whoever the place is for. A name that somebody else bears who goes along is
 * no trace, and a thing that is called by an ordinary word is not looked for. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef struct _KringNames KringNames;

KringNames *
kring_names_new (KringMap *map, GHashTable *left_out, GPtrArray *held) G_GNUC_WARN_UNUSED_RESULT;
KringNames *kring_names_new_for (GPtrArray *called) G_GNUC_WARN_UNUSED_RESULT;
void kring_names_free (KringNames *self);
char *kring_names_dup_mention (KringNames *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_names_find (KringNames *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *kring_names_dup_replaced (KringNames *self,
                                const char *text,
                                GHashTable *shown,
                                const char *other) G_GNUC_WARN_UNUSED_RESULT;
char *kring_names_dup_without (KringNames *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringNames, kring_names_free)

G_END_DECLS
