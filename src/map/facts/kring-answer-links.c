/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who links two groups, and without whom others would not be linked any more. */
#include "map/facts/kring-answer-private.h"

#include "map/facts/kring-analysis.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The group item that the graph gave number @group: the first that names one of its nodes. */
static KringItem *
answer_links_find_group (const KringAsking *self, int group)
{
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (self->graph->nodes[v].group == group)
      {
        g_autoptr (GPtrArray) groups =
            kring_map_dup_referrers_of_kind (self->map, self->graph->ids[v], KRING_KIND_GROUP);

        return groups->len > 0 ? g_ptr_array_index (groups, 0) : NULL;
      }
  return NULL;
}

static void
add_pair (const KringAsking *self, int a, int b)
{
  g_autoptr (GArray) between = kring_analysis_dup_between (self->graph, a, b);
  KringItem *first = answer_links_find_group (self, a), *second = answer_links_find_group (self, b);
  g_autofree char *name_a = NULL, *name_b = NULL;
  KringAnswerLine *line;

  if (first == NULL || second == NULL)
    return;
  name_a = kring_item_dup_title (first);
  name_b = kring_item_dup_title (second);
  /* Translators: the names of two groups */
  line = kring_asking_add_line (self, g_strdup_printf (_ ("%s and %s"), name_a, name_b),
                                between->len > 0 ? kring_asking_dup_names (self, between)
                                                 : g_strdup (_ ("Nobody and nothing directly")));
  g_hash_table_add (line->shown, (gpointer) kring_item_get_id (first));
  g_hash_table_add (line->shown, (gpointer) kring_item_get_id (second));
  for (guint i = 0; i < between->len; i++)
    kring_asking_show (self, line, g_array_index (between, guint, i));
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (self->graph->nodes[v].group == a || self->graph->nodes[v].group == b)
      kring_asking_show (self, line, v);
  kring_asking_show_ties (self, line);
}

/**
 * kring_asking_answer_groups:
 *
 * For each two groups: who or what belongs to or is tied to both.
 */
void
kring_asking_answer_groups (const KringAsking *self)
{
  for (guint a = 0; a < self->graph->n_groups; a++)
    for (guint b = a + 1; b < self->graph->n_groups; b++)
      add_pair (self, a, b);
}

/* Marks with @mark what can be reached from @start without passing what is marked already. */
static guint
flood (const KringGraph *graph, guint *marks, guint start, guint mark)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  marks[start] = mark;
  g_array_append_val (queue, start);
  for (guint head = 0; head < queue->len; head++)
    {
      guint v = g_array_index (queue, guint, head);

      for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
        {
          guint u = graph->neighbours[i];

          if (marks[u] != 0)
            continue;
          marks[u] = mark;
          g_array_append_val (queue, u);
        }
    }
  return queue->len;
}

/* What would be cut off without @node: all its sides but that of the centre, or but the largest
 * where the centre itself is asked about or cannot be reached. */
static GArray *
dup_cut_off (const KringGraph *graph, guint node)
{
  g_autofree guint *marks = g_new0 (guint, graph->n_nodes + 1);
  GArray *cut = g_array_new (FALSE, FALSE, sizeof (guint));
  guint kept = 0, largest = 0, mark = 1;

  marks[node] = 1;
  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    {
      guint size = 0;

      if (marks[graph->neighbours[i]] == 0)
        size = flood (graph, marks, graph->neighbours[i], ++mark);
      if (size <= largest)
        continue;
      largest = size;
      kept = mark;
    }
  if (graph->root >= 0 && marks[graph->root] > 1)
    kept = marks[graph->root];
  for (guint v = 0; v < graph->n_nodes; v++)
    if (marks[v] > 1 && marks[v] != kept)
      g_array_append_val (cut, v);
  return cut;
}

static void
add_link (const KringAsking *self, guint node)
{
  g_autoptr (GArray) cut = dup_cut_off (self->graph, node);
  g_autofree char *list = kring_asking_dup_names (self, cut);
  KringAnswerLine *line =
      kring_asking_add_line (self, kring_asking_dup_name (self, node),
                             /* Translators: names of persons and things */
                             g_strdup_printf (_ ("Only this way to: %s"), list));

  kring_asking_show (self, line, node);
  for (guint i = 0; i < cut->len; i++)
    kring_asking_show (self, line, g_array_index (cut, guint, i));
  kring_asking_show_ties (self, line);
}

static void
add_bridge (const KringAsking *self, guint a, guint b)
{
  g_autofree char *from = kring_asking_dup_name (self, a), *to = kring_asking_dup_name (self, b);
  KringAnswerLine *line;

  if (kring_graph_get_degree (self->graph, a) == 1 || kring_graph_get_degree (self->graph, b) == 1)
    return;
  line = kring_asking_add_line (self, g_strdup_printf ("%s – %s", from, to),
                                g_strdup (_ ("The only tie between their two sides")));
  kring_asking_show (self, line, a);
  kring_asking_show (self, line, b);
  kring_asking_show_tie (self, line, a, b);
}

/**
 * kring_asking_answer_only_link:
 *
 * Who or what others are only reached by, the young person like everyone, in the order of the map:
 * that is where the net would come apart, and says nothing of anybody's weight. Then the single ties that join
 * two sides of more than one.
 */
void
kring_asking_answer_only_link (const KringAsking *self)
{
  g_autoptr (GArray) links = kring_analysis_dup_links (self->graph);
  g_autoptr (GArray) bridges = kring_analysis_dup_bridges (self->graph);

  for (guint i = 0; i < links->len; i++)
    add_link (self, g_array_index (links, guint, i));
  for (guint i = 0; i + 1 < bridges->len; i += 2)
    add_bridge (self, g_array_index (bridges, guint, i), g_array_index (bridges, guint, i + 1));
  if (self->answer->lines->len == 0)
    self->answer->summary = g_strdup (_ ("Nobody and nothing: there is always another way."));
}
