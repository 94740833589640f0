/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts of a drawing that have nothing to do with each other, side by side: connected components,
 * groups, people without ties. Pure functions; any thread.
 */
#pragma once

#include "core/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

guint kring_components_find (const KringGraph *graph, guint *component);
void kring_pack (KringRect *parts,
                 guint n_parts,
                 guint n_standing,
                 double gap,
                 double aspect,
                 GCancellable *cancellable);

G_END_DECLS
