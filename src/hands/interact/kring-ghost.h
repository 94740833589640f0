/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tie that is being drawn: from one thing to the pointer, or to the thing under it. It becomes a
 * tie when it is dropped and its kind is told; until then the map knows nothing of it.
 * A plain value inside a tool; ids are interned.
 */
#pragma once

#include "hands/interact/kring-interaction.h"

G_BEGIN_DECLS

typedef struct
{
  const char *from;   /* (nullable) NULL: no ghost */
  const char *target; /* (nullable) what it would be tied to */
  KringPoint at;      /* the loose end */
} KringGhost;

gboolean kring_ghost_can_tie (KringMap *map, const char *id);
KringPoint kring_ghost_get_rim (KringScene *scene, const char *id, KringPoint towards);
void kring_ghost_begin (KringGhost *self, const char *from, KringPoint at);
void kring_ghost_move (KringGhost *self, KringInteraction *interaction, KringPoint at);
void kring_ghost_drop (KringGhost *self, KringInteraction *interaction, KringPoint at);
gboolean kring_ghost_clear (KringGhost *self, KringInteraction *interaction);
void kring_ghost_draw (const KringGhost *self, KringInteraction *interaction, GPtrArray *shapes);

G_END_DECLS
