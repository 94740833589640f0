/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far the outline of a thing reaches in a direction, so that ghosts and handles end on its rim
 * whatever its shape. Pure geometry, in map units.
 */
#pragma once

#include "picture/marks/kring-shape.h"

G_BEGIN_DECLS

double kring_outline_get_reach (const KringPath *path, KringPoint centre, KringPoint towards);

G_END_DECLS
