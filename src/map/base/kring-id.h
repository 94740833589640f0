/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Identities: short random strings of lower-case letters and digits. They carry no meaning and
 * no order, so that two people who add at the same time never choose the same one.
 * A source is handed in wherever ids are made; a seeded source makes tests repeat.
 * What keeps an id interns it: equal ids are the same pointer as long as somebody keeps them, and go
 * with the last one. Items keep theirs, and a map all that it ever had (kring_map_get_id ()): what
 * lives no longer than the map borrows them from there. Tables are keyed by the text of the id.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KringIdSource KringIdSource;

KringIdSource *kring_id_source_new_random (void) G_GNUC_WARN_UNUSED_RESULT;
KringIdSource *kring_id_source_new_seeded (guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
void kring_id_source_free (KringIdSource *self);
char *kring_id_source_next (KringIdSource *self) G_GNUC_WARN_UNUSED_RESULT;

char *kring_id_intern (const char *id) G_GNUC_WARN_UNUSED_RESULT;
void kring_id_release (char *id);

gboolean kring_id_is_valid (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringIdSource, kring_id_source_free)

G_END_DECLS
