/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A first drawing from the distances to a few nodes only. Pure function; any thread.
 */
#pragma once

#include "place/embedding/kring-distances.h"

G_BEGIN_DECLS

void kring_pivot_start (
    const KringDistances *distances, guint32 seed, GCancellable *cancellable, float *x, float *y);

G_END_DECLS
