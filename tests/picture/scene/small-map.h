/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small map to draw, for the tests of scenes. It changes inside a transaction only, as any map.
 * The tests own what they make. Main thread only.
 */
#pragma once

#include "picture/scene/kring-scene.h"

void insert (KringMap *map, KringKindId kind, const char *id, double x, double y);
void insert_tie (KringMap *map, const char *id, const char *from, const char *to, const char *kind);
void set (KringMap *map, const char *id, const char *field, GVariant *value);
KringMap *new_map (void);
KringScene *new_scene (KringMap *map);
