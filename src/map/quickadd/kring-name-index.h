/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a list of names asks of the map while its lines are entered: who goes by a name, which group
 * is called so and where it stands, which place is free. It looks at the map once and then follows
 * what the list adds, so that the last line takes no longer than the first. Lives no longer than
 * the transaction. Main thread only.
 */
#pragma once

#include "map/edit/kring-editor.h"
#include "map/edit/kring-free-spot.h"

G_BEGIN_DECLS

typedef struct _KringNameIndex KringNameIndex;

KringNameIndex *kring_name_index_new (KringEditor *editor) G_GNUC_WARN_UNUSED_RESULT;
void kring_name_index_free (KringNameIndex *self);

KringSlots *kring_name_index_get_slots (KringNameIndex *self);
KringItem *kring_name_index_find (KringNameIndex *self, const char *target, const char *but);
gboolean kring_name_index_find_group (KringNameIndex *self, const char *name, KringPoint *middle);

void kring_name_index_add (KringNameIndex *self, KringItem *item);
void kring_name_index_forget (KringNameIndex *self);
const char *kring_name_index_get_group_id (KringNameIndex *self, const char *name);
void kring_name_index_join (KringNameIndex *self, KringItem *item, const char *name);
void kring_name_index_leave (KringNameIndex *self, KringItem *item, const char *name);
void kring_name_index_flush (KringNameIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringNameIndex, kring_name_index_free)

G_END_DECLS
