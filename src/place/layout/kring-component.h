/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part of a graph as a graph of its own: a component, a group. Owned by the layout that split it.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  KringGraph *graph;  /* (owned) */
  guint *members;     /* (owned) number in the whole graph of every node */
  KringPoint *places; /* (owned) */
  gboolean standing;  /* it has a place already and is not shifted when parts are packed */
} KringComponent;

KringComponent *kring_component_new (const KringGraph *whole,
                                     const guint *members,
                                     guint n_members) G_GNUC_WARN_UNUSED_RESULT;
void kring_component_free (KringComponent *self);
KringRect kring_component_get_bounds (const KringComponent *self);

KringGraph *kring_component_dup_joined (const KringGraph *whole) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_component_split (const KringGraph *whole,
                                  GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void kring_component_pack (GPtrArray *parts, double gap, double aspect, GCancellable *cancellable);
void kring_component_gather (GPtrArray *parts, KringPoint *places);

G_END_DECLS
