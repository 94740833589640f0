/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody may read whom the map is about, when they ask for what is kept of them: what concerns
 * the young person, without what others told in confidence, without anybody else's data and without
 * what the police brought in, which has a file and a way to ask for it of its own. Fields of others
 * are taken over by name: what is added to the schema later stays out. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

gboolean kring_access_is_of_police (KringItem *item);
gboolean
kring_access_may_read (KringMap *map, KringItem *item, KringReader reader, KringLeftReason *reason);
gboolean kring_access_may_read_field (KringMap *map, KringItem *item, const char *field_name);

G_END_DECLS
