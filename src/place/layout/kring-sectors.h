/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sectors of a drawing in rings: each group has the angles from one line to another to itself, in the
 * order in which a free drawing has them; who is of no group stands anywhere. Does not change once made.
 */
#pragma once

#include "map/base/kring-graph.h"

G_BEGIN_DECLS

typedef struct _KringSectors KringSectors;

KringSectors *kring_sectors_new (const KringGraph *graph,
                                 guint root,
                                 const KringPoint *free_places) G_GNUC_WARN_UNUSED_RESULT;
void kring_sectors_free (KringSectors *self);
double kring_sectors_clamp (const KringSectors *self, guint node, double angle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringSectors, kring_sectors_free)

G_END_DECLS
