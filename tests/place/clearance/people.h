/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People without ties, as large as on a map, all at the origin: for the tests of this room. */
#pragma once

#include "map/base/kring-graph.h"

KringGraphBuilder *people_new (guint n);
