/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is for one side only and yet may be asked for: in the copy for the other side stands its kind,
 * whom to ask, and nothing else. For the files of this room. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

void
kring_ask_us_add (KringMap *map, const KringShareRule *rule, GHashTable *reasons, KringMap *copy);

gboolean kring_ask_us_is_said (const char *text);

G_END_DECLS
