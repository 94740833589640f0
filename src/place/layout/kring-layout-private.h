/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The layouts behind kring_layout_run (). Each fills places and returns whether it came to its end.
 * Options are complete here: no zeros that mean "as usual", but for the step: every tie as it needs.
 */
#pragma once

#include "place/layout/kring-layout.h"

G_BEGIN_DECLS

gboolean kring_layout_rings (const KringGraph *graph,
                             const KringLayoutOptions *options,
                             KringPoint *places,
                             double *sizes);
gboolean kring_layout_solve_stress (const KringGraph *graph,
                                    const KringLayoutOptions *options,
                                    KringPoint *places);
gboolean kring_layout_groups (const KringGraph *graph,
                              const KringLayoutOptions *options,
                              KringPoint *places);
gboolean kring_layout_family (const KringGraph *graph,
                              const KringLayoutOptions *options,
                              KringPoint *places);
gboolean
kring_layout_tidy (const KringGraph *graph, const KringLayoutOptions *options, KringPoint *places);

KringGraph *kring_layout_dup_graph (const KringGraph *graph,
                                    const KringGraphNode *nodes) G_GNUC_WARN_UNUSED_RESULT;
guint8 *kring_layout_dup_fixed (const KringGraph *graph, gboolean keep) G_GNUC_WARN_UNUSED_RESULT;
void kring_layout_take_places (const KringGraph *graph, KringPoint *places);

G_END_DECLS
