/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the persons of a map are called in a copy that does not tell their whole names: first names,
 * initials, or codes that only a key explains. Numbers, plates, account names and addresses give way
 * to the sort of thing they belong to where names are shorter than a first name. Main thread only.
 */
#pragma once

#include "map/share/kring-mentions.h"
#include "map/share/kring-reader.h"

G_BEGIN_DECLS

typedef struct _KringShownNames KringShownNames;

KringShownNames *kring_shown_names_new (KringMap *map,
                                        GHashTable *left_out,
                                        KringNameForm form) G_GNUC_WARN_UNUSED_RESULT;
void kring_shown_names_free (KringShownNames *self);

const char *kring_shown_names_get (KringShownNames *self, KringItem *item);
gboolean kring_shown_names_shows_reach (KringShownNames *self);
char *kring_shown_names_dup_mention (KringShownNames *self,
                                     const char *text) G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_shown_names_find (KringShownNames *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *kring_shown_names_dup_replaced (KringShownNames *self,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *kring_shown_names_dup_without (KringShownNames *self,
                                     const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *kring_shown_names_dup_rest (KringShownNames *self,
                                  const char *text) G_GNUC_WARN_UNUSED_RESULT;
const char *kring_shown_names_get_key (KringShownNames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringShownNames, kring_shown_names_free)

G_END_DECLS
