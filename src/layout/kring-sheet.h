/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a drawing that may be turned and scaled suit a sheet or a window: wider than high, and no
 * fuller of boxes than lines between them can be followed in. Pure function; any thread.
 */
#pragma once

#include "core/kring-graph.h"

G_BEGIN_DECLS

double kring_sheet_fit (const KringGraph *graph, double gap, double aspect, KringPoint *places);

G_END_DECLS
