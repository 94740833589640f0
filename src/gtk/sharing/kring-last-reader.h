/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For whom the last sheet of a map was, remembered on this machine and nowhere else: never in the
 * file, which may go to somebody else. A map is known by what was put on it first and by whom it is
 * about, mixed with the id of this machine, so the settings tell nothing of it. Whatever is not
 * known, not understood or changed meanwhile means all at the table. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"
#include "map/share/kring-reader.h"

G_BEGIN_DECLS

#define KRING_LAST_READERS_KEY "sheet-audiences"
#define KRING_LAST_READERS_MAX 50

KringReader kring_last_reader_get (GSettings *settings, KringMap *map);
void kring_last_reader_set (GSettings *settings, KringMap *map, KringReader reader);

G_END_DECLS
