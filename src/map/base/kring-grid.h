/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A spatial index: rectangles in a uniform grid of square cells, found again by area. Rectangles
 * are known by the order in which they were added. Owned by one thread.
 */
#pragma once

#include "map/base/kring-geometry.h"

G_BEGIN_DECLS

typedef struct _KringGrid KringGrid;

KringGrid *kring_grid_new (double cell) G_GNUC_WARN_UNUSED_RESULT;
void kring_grid_free (KringGrid *self);
guint kring_grid_add (KringGrid *self, KringRect rect);
gboolean kring_grid_put (KringGrid *self, guint index, KringRect rect);
GArray *kring_grid_find (KringGrid *self, KringRect area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringGrid, kring_grid_free)

G_END_DECLS
