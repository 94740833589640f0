/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things of a scene were seen, to let them go from there to their places. */
#pragma once

#include "picture/marks/kring-ground.h"
#include "picture/scene/kring-scene.h"

G_BEGIN_DECLS

struct _KringSight
{
  GHashTable *nodes;  /* (owned) (element-type utf8 KringPoint), by interned id: the middles */
  GHashTable *labels; /* (owned) (element-type utf8 KringPoint), of nodes and ties */
  KringGround ground;
  gboolean has_ground; /* else it is as it is now */
};

gboolean kring_sight_find (GHashTable *places, const char *id, KringPoint *place);
void kring_sight_put (GHashTable *places, const char *id, KringPoint at, KringPoint offset);

G_END_DECLS
