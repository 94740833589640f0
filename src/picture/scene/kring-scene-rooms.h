/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in the way of larger words, for the files that find room for them. Main thread only. */
#pragma once

#include "map/base/kring-grid.h"
#include "picture/scene/kring-scene-words.h"

G_BEGIN_DECLS

/* How much may lie over another before it is in the way, in map units; and on paper, before a name
 * is made smaller. */
#define KRING_TOUCH 1.5
#define KRING_TOUCH_PAPER 6.0

/* Where the words of everybody go; each entry of the grid is somebody's. */
typedef struct
{
  const KringSceneItems *items;
  double scale;
  double touch;      /* how much may lie over another, in map units */
  KringGrid *grid;   /* (owned) */
  GPtrArray *owners; /* (owned) (element-type utf8): interned ids, by entry of the grid */
  GArray *rects;     /* (owned) (element-type KringRect), likewise */
  GHashTable *words; /* (not owned) (element-type utf8 KringWords) */
  KringRect frame;   /* words outside of it are not seen; empty: there is none */
} KringRoom;

GHashTable *kring_room_dup_words (const KringSceneItems *items,
                                  double scale,
                                  KringRect frame) G_GNUC_WARN_UNUSED_RESULT;
KringWords *kring_room_add_words (KringRoom *self, const char *id);
void kring_room_take (KringRoom *self, const char *id, KringRect box);
gboolean kring_room_is_free (KringRoom *self, const char *id, KringRect box);
gboolean kring_tie_meets (const KringTie *tie, KringRect box);
double kring_room_get_covered (KringRoom *self, const char *id, KringRect box);
guint kring_room_list_seats (const KringNode *node, KringSeat seats[1 + KRING_LABEL_SEATS]);

void kring_room_print_names (KringRoom *self, GPtrArray *nodes);

void kring_room_print_notes (KringRoom *self);
void kring_room_print_groups (KringRoom *self);
void kring_room_print_rings (KringRoom *self);

G_END_DECLS
