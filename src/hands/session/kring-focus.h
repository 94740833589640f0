/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walking over a map with the keyboard: the next thing in a direction, the next tie of a person,
 * and who stands within one or two steps. Pure functions of the map; ids are interned.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_ARROW_LEFT,
  KRING_ARROW_RIGHT,
  KRING_ARROW_UP,
  KRING_ARROW_DOWN,
} KringArrow;

const char *
kring_focus_find (KringMap *map, const char *from, KringArrow arrow, GHashTable *passed_over);
const char *kring_focus_find_nearest (KringMap *map, KringPoint point, GHashTable *passed_over);
const char *kring_focus_step_tie (
    KringMap *map, const char *node, const char *tie, int step, GHashTable *passed_over);
GHashTable *
kring_focus_dup_beyond (KringMap *map, const char *id, guint steps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
