/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long ties should be, so that the boxes of their ends and the words on them fit, and no longer:
 * each as its own ends need, longer around those with many neighbours who must all stand around them.
 * Pure functions; any thread.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

double kring_lengths_along (KringRect from, KringRect to, double words, KringPoint direction);
float *kring_lengths_dup_words (const KringGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
float *kring_lengths_new (const KringGraph *graph,
                          double gap,
                          GCancellable *cancellable,
                          double *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
