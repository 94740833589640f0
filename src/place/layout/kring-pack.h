/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts of a drawing that have nothing to do with each other, side by side: connected components,
 * groups, people without ties; and a drawing that may be turned and scaled so that it suits a sheet or a
 * window: wider than high, and no fuller of boxes than lines can be followed in. Pure functions; any
 * thread.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

guint kring_components_find (const KringGraph *graph, guint *component);
void kring_pack (KringRect *parts,
                 guint n_parts,
                 guint n_standing,
                 double gap,
                 double aspect,
                 GCancellable *cancellable);
double kring_pack_fit (const KringGraph *graph, double gap, double aspect, KringPoint *places);

G_END_DECLS
