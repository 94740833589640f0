/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the shape of a map tells, in plain answers: how two people are linked, who or what links
 * two groups, what two people share, who stands alone. No ranking, no score. Refuted ties link
 * nobody. Pure functions of a frozen graph; any thread.
 */
#pragma once

#include "map/base/kring-graph.h"

G_BEGIN_DECLS

typedef struct
{
  guint *nodes; /* (owned) from the first to the last */
  guint length; /* number of nodes, at least 2 */
} KringWay;

void kring_way_free (KringWay *self);

GPtrArray *kring_analysis_dup_ways (const KringGraph *graph, guint from, guint to, guint n_ways)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_analysis_dup_links (const KringGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_analysis_dup_bridges (const KringGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_analysis_dup_between (const KringGraph *graph,
                                    int group_a,
                                    int group_b) G_GNUC_WARN_UNUSED_RESULT;
GArray *
kring_analysis_dup_shared (const KringGraph *graph, guint a, guint b) G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_analysis_dup_alone (const KringGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
GArray *kring_analysis_dup_within (const KringGraph *graph,
                                   guint node,
                                   guint steps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
