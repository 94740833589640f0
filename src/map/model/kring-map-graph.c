/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-map-graph.h"

#include <string.h>

/* Words for family ties, as people type them: what `from` is to `to`. */
static const struct
{
  const char *word;
  KringEdgeRole role;
  gboolean reversed;
} family_words[] = {
  { "moeder", KRING_EDGE_PARENT, FALSE },
  { "vader", KRING_EDGE_PARENT, FALSE },
  { "ouder", KRING_EDGE_PARENT, FALSE },
  { "stiefmoeder", KRING_EDGE_PARENT, FALSE },
  { "stiefvader", KRING_EDGE_PARENT, FALSE },
  { "pleegmoeder", KRING_EDGE_PARENT, FALSE },
  { "pleegvader", KRING_EDGE_PARENT, FALSE },
  { "mother", KRING_EDGE_PARENT, FALSE },
  { "father", KRING_EDGE_PARENT, FALSE },
  { "parent", KRING_EDGE_PARENT, FALSE },
  { "dochter", KRING_EDGE_PARENT, TRUE },
  { "zoon", KRING_EDGE_PARENT, TRUE },
  { "kind", KRING_EDGE_PARENT, TRUE },
  { "daughter", KRING_EDGE_PARENT, TRUE },
  { "son", KRING_EDGE_PARENT, TRUE },
  { "child", KRING_EDGE_PARENT, TRUE },
  { "oma", KRING_EDGE_GRANDPARENT, FALSE },
  { "opa", KRING_EDGE_GRANDPARENT, FALSE },
  { "grootmoeder", KRING_EDGE_GRANDPARENT, FALSE },
  { "grootvader", KRING_EDGE_GRANDPARENT, FALSE },
  { "grandmother", KRING_EDGE_GRANDPARENT, FALSE },
  { "grandfather", KRING_EDGE_GRANDPARENT, FALSE },
  { "grandparent", KRING_EDGE_GRANDPARENT, FALSE },
  { "kleinkind", KRING_EDGE_GRANDPARENT, TRUE },
  { "kleindochter", KRING_EDGE_GRANDPARENT, TRUE },
  { "kleinzoon", KRING_EDGE_GRANDPARENT, TRUE },
  { "grandchild", KRING_EDGE_GRANDPARENT, TRUE },
  { "broer", KRING_EDGE_SIBLING, FALSE },
  { "zus", KRING_EDGE_SIBLING, FALSE },
  { "zusje", KRING_EDGE_SIBLING, FALSE },
  { "broertje", KRING_EDGE_SIBLING, FALSE },
  { "halfbroer", KRING_EDGE_SIBLING, FALSE },
  { "halfzus", KRING_EDGE_SIBLING, FALSE },
  { "brother", KRING_EDGE_SIBLING, FALSE },
  { "sister", KRING_EDGE_SIBLING, FALSE },
  { "partner", KRING_EDGE_PARTNER, FALSE },
  { "partners", KRING_EDGE_PARTNER, FALSE },
  { "ex-partner", KRING_EDGE_PARTNER, FALSE },
  { "ex-partners", KRING_EDGE_PARTNER, FALSE },
  { "echtgenoot", KRING_EDGE_PARTNER, FALSE },
  { "getrouwd", KRING_EDGE_PARTNER, FALSE },
  { "married", KRING_EDGE_PARTNER, FALSE },
};

static KringEdgeRole
find_role (const char *kind, gboolean *reversed)
{
  g_autofree char *folded = kind != NULL ? g_utf8_strdown (kind, -1) : NULL;

  *reversed = FALSE;
  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (family_words); i++)
    if (strcmp (folded, family_words[i].word) == 0)
      {
        *reversed = family_words[i].reversed;
        return family_words[i].role;
      }
  return KRING_EDGE_PLAIN;
}

/* Whether the item is a node. An event is only one if somebody put it on the map. */
static gboolean
map_graph_is_node (KringItem *item)
{
  KringPoint at;

  return !kring_item_is (item, KRING_KIND_EVENT) || kring_item_get_position (item, &at);
}

static gboolean
is_left_out (KringItem *item, KringMapGraphFlags flags)
{
  return (flags & KRING_MAP_GRAPH_NO_REFUTED) &&
         kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED;
}

static void
map_graph_add_node (KringGraphBuilder *builder, KringItem *item)
{
  guint number = kring_graph_builder_add_node (builder, kring_item_get_id (item));
  KringGraphNode *node = kring_graph_builder_get_node (builder, number);

  node->placed = kring_item_get_position (item, &node->at);
  node->pinned = kring_item_get_bool (item, KRING_F_PINNED);
  node->refuted = kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED;
  node->outside = kring_item_is (item, KRING_KIND_EVENT);
  node->ring = MAX (kring_item_get_choice (item, KRING_F_RING), KRING_RING_NONE);
}

/* Returns: (transfer none) (nullable): the edge, valid until the next one is added */
static KringGraphEdge *
map_graph_add_edge (KringGraphBuilder *builder,
                    const char *from,
                    const char *to,
                    KringEdgeRole role)
{
  guint a, b;

  if (!kring_graph_builder_find_node (builder, from, &a) ||
      !kring_graph_builder_find_node (builder, to, &b) || a == b)
    return NULL;
  kring_graph_builder_add_edge (builder, a, b, role);
  return kring_graph_builder_get_edge (builder, kring_graph_builder_get_n_edges (builder) - 1);
}

static void
map_graph_add_tie (KringGraphBuilder *builder, KringItem *tie)
{
  const char *from = kring_item_get_text (tie, KRING_F_FROM),
             *to = kring_item_get_text (tie, KRING_F_TO);
  gboolean reversed;
  KringEdgeRole role = find_role (kring_item_get_text (tie, KRING_F_KIND), &reversed);
  KringGraphEdge *edge =
      map_graph_add_edge (builder, reversed ? to : from, reversed ? from : to, role);

  if (edge != NULL)
    edge->refuted = kring_item_get_certainty (tie) == KRING_CERTAINTY_REFUTED;
}

/* Adds references that are ties in all but name: who controls an account, where an event was and
 * who was there. */
static void
add_references (KringGraphBuilder *builder, KringItem *item)
{
  static const char *const fields[] = { KRING_F_CONTROLLED_BY, KRING_F_PLACE, KRING_F_INVOLVED };

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      g_auto (GStrv) ids = kring_item_dup_refs (item, fields[f]);

      for (guint i = 0; ids[i] != NULL; i++)
        map_graph_add_edge (builder, kring_item_get_id (item), ids[i], KRING_EDGE_PLAIN);
    }
}

/* A node belongs to the first group that names it. */
static void
number_groups (KringGraphBuilder *builder, KringMap *map)
{
  g_autoptr (GPtrArray) groups = kring_map_dup_items_of_kind (map, KRING_KIND_GROUP);
  int count = 0;

  for (guint g = 0; g < groups->len; g++)
    {
      g_auto (GStrv) ids = kring_item_dup_refs (g_ptr_array_index (groups, g), KRING_F_MEMBERS);
      gboolean used = FALSE;
      guint number;

      for (guint i = 0; ids[i] != NULL; i++)
        if (kring_graph_builder_find_node (builder, ids[i], &number))
          {
            KringGraphNode *node = kring_graph_builder_get_node (builder, number);

            if (node->group >= 0)
              continue;
            node->group = count;
            used = TRUE;
          }
      count += used;
    }
}

/**
 * kring_map_graph_build:
 *
 * Returns: (transfer full): a builder that holds the graph of @map, for boxes to be filled in
 */
KringGraphBuilder *
kring_map_graph_build (KringMap *map, KringMapGraphFlags flags)
{
  KringGraphBuilder *builder = kring_graph_builder_new ();
  KringItem *centre = kring_map_get_centre (map);
  guint root;

  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    if (map_graph_is_node (kring_map_get_nth (map, i)))
      map_graph_add_node (builder, kring_map_get_nth (map, i));
  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (is_left_out (item, flags))
        continue;
      if (kring_item_is (item, KRING_KIND_TIE))
        map_graph_add_tie (builder, item);
      else
        add_references (builder, item);
    }
  number_groups (builder, map);
  if (centre != NULL && kring_graph_builder_find_node (builder, kring_item_get_id (centre), &root))
    kring_graph_builder_set_root (builder, root);
  return builder;
}

/**
 * kring_map_dup_graph:
 *
 * Returns: (transfer full): the graph of @map as it is now, without boxes
 */
KringGraph *
kring_map_dup_graph (KringMap *map, KringMapGraphFlags flags)
{
  g_autoptr (KringGraphBuilder) builder = kring_map_graph_build (map, flags);

  return kring_graph_builder_end (builder);
}
