/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a dragged thing would like to stand: on the centre lines of its neighbours, or as far from
 * one as that one is from the next. Pure geometry, in map units.
 */
#pragma once

#include "map/base/kring-geometry.h"

G_BEGIN_DECLS

#define KRING_SNAP_REACH 6.0

typedef struct
{
  KringPoint point;    /* the place that was found */
  gboolean vertical;   /* a vertical guide, from low to high */
  gboolean horizontal; /* a horizontal guide */
  KringPoint vertical_ends[2];
  KringPoint horizontal_ends[2];
} KringSnap;

KringSnap kring_snap_find (KringPoint wanted, GArray *neighbours, double reach);

G_END_DECLS
