/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who stands inside the hull of a group without belonging to it, kept up as nodes move. A hull is drawn
 * around the boxes of its members, some way outside them; here it is the polygon of sixteen directions
 * that holds it. Owned by a search; one thread.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How far a hull is drawn outside the boxes of its members, in map units. */
#define KRING_FOREIGN_OUTSET 30.0

typedef struct _KringHullIntruders KringHullIntruders;

KringHullIntruders *kring_hull_intruders_new (const KringGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void kring_hull_intruders_free (KringHullIntruders *self);
void kring_hull_intruders_place (KringHullIntruders *self, guint node, KringPoint at);
double kring_hull_intruders_of_node (KringHullIntruders *self, guint node);
double kring_hull_intruders_of_all (KringHullIntruders *self);
guint kring_hull_intruders_count (const KringGraph *graph,
                                  const KringPoint *places,
                                  GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringHullIntruders, kring_hull_intruders_free)

G_END_DECLS
