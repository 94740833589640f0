/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What hangs on where one node of a map stands: ties that cross, ties that run behind people, boxes on
 * each other, words without room, strangers in hulls. For a search that moves one node at a time and
 * compares; what is the same wherever it stands is counted or not, as is cheaper. Works in map units.
 * One call, one thread.
 */
#pragma once

#include "map/base/kring-graph.h"

G_BEGIN_DECLS

typedef struct _KringClutter KringClutter;

KringClutter *kring_clutter_new (const KringGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void kring_clutter_free (KringClutter *self);
void kring_clutter_want (KringClutter *self, guint a, guint b, double distance, double weight);
void kring_clutter_set_firmness (KringClutter *self, double firmness);
void kring_clutter_set_clearance (KringClutter *self, double clearance);
void kring_clutter_place (KringClutter *self, guint node, KringPoint at);
void kring_clutter_place_all (KringClutter *self, const KringPoint *places);
KringPoint kring_clutter_get_place (const KringClutter *self, guint node);
double kring_clutter_of_node (KringClutter *self, guint node, double limit);
double kring_clutter_of_all (KringClutter *self);
void kring_clutter_look (KringClutter *self, guint node, KringRect area);
double kring_clutter_try (KringClutter *self, guint node, KringPoint at, double limit);
guint kring_clutter_mark (KringClutter *self, gboolean bent, guint8 *marks);
guint kring_clutter_count_misleading (const KringClutter *self, guint8 *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringClutter, kring_clutter_free)

G_END_DECLS
