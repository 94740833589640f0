/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A frozen graph for algorithms: nodes and edges by number, with what a layout must know of each.
 * Never changes once built, counted by references, and the only thing that crosses threads.
 * Parallel edges stay in `edges`; `neighbours` names every neighbour once. No edge joins a node to
 * itself.
 */
#pragma once

#include "map/base/kring-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_EDGE_PLAIN,
  KRING_EDGE_PARENT,      /* from is a parent of to */
  KRING_EDGE_GRANDPARENT, /* from is a grandparent of to */
  KRING_EDGE_PARTNER,     /* the two are or were partners */
  KRING_EDGE_SIBLING,     /* the two share parents */
} KringEdgeRole;

typedef struct
{
  KringRect box;   /* what must stay free around it, relative to its middle, in map units */
  KringPoint at;   /* where it stands, if it stands somewhere */
  gboolean placed; /* whether it stands somewhere */
  gboolean pinned; /* may not move */
  gboolean refuted;
  gboolean outside; /* is nobody: it stands in no ring, and brings nobody nearer */
  int ring;         /* 1 is nearest to the root; 0: not said */
  int group;        /* number of the group it belongs to; -1: none */
} KringGraphNode;

typedef struct
{
  guint from;
  guint to;
  KringEdgeRole role;
  double words; /* width of what is written on it, in map units; 0: nothing */
  gboolean refuted;
} KringGraphEdge;

typedef struct
{
  guint n_nodes;
  guint n_edges;
  guint n_groups;
  int root; /* number of the one at the centre; -1: none */

  const KringGraphNode *nodes;
  const KringGraphEdge *edges;
  const char *const *ids;  /* of the nodes */
  const guint *first;      /* n_nodes + 1 places in neighbours */
  const guint *neighbours; /* sorted, each once */
} KringGraph;

typedef struct _KringGraphBuilder KringGraphBuilder;

KringGraphBuilder *kring_graph_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
guint kring_graph_builder_add_node (KringGraphBuilder *self, const char *id);
KringGraphNode *kring_graph_builder_get_node (KringGraphBuilder *self, guint node);
guint kring_graph_builder_get_n_nodes (KringGraphBuilder *self);
guint kring_graph_builder_get_n_edges (KringGraphBuilder *self);
KringGraphEdge *kring_graph_builder_get_edge (KringGraphBuilder *self, guint edge);
gboolean kring_graph_builder_find_node (KringGraphBuilder *self, const char *id, guint *node);
void
kring_graph_builder_add_edge (KringGraphBuilder *self, guint from, guint to, KringEdgeRole role);
void kring_graph_builder_copy_edge (KringGraphBuilder *self,
                                    const KringGraphEdge *edge,
                                    guint from,
                                    guint to);
void kring_graph_builder_set_root (KringGraphBuilder *self, int root);
KringGraph *kring_graph_builder_end (KringGraphBuilder *self) G_GNUC_WARN_UNUSED_RESULT;
void kring_graph_builder_free (KringGraphBuilder *self);

KringGraph *kring_graph_ref (KringGraph *self);
void kring_graph_unref (KringGraph *self);
guint kring_graph_get_degree (const KringGraph *self, guint node);
gboolean kring_graph_are_neighbours (const KringGraph *self, guint a, guint b);
void kring_graph_index_edges (const KringGraph *self, gboolean plain, guint **first, guint **edges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringGraphBuilder, kring_graph_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringGraph, kring_graph_unref)

G_END_DECLS
