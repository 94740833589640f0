/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-lengths.h"

#include <stdlib.h>

/* What must be seen of a line with words on it, and of one without, in map units. */
#define SEEN 14.0
#define SEEN_BARE 44.0

/* How high words on a line are. */
#define WORDS_HEIGHT 17.0

/* A tie may run in any direction: its need is the mean over so many. */
#define DIRECTIONS 16

/* A ring of all neighbours is this much longer than their boxes side by side. */
#define AIR 1.15

/* What stands for a whole group takes no more of a ring than this: it stands further out anyway. */
#define WIDEST 150.0

/* Longer than this many times what its ends need, no tie gets for the sake of a hub. */
#define LONGEST 3.0

/* How far apart two points are along a direction when boxes around them just touch. */
static double
clear_along (KringRect a, KringRect b, KringPoint direction)
{
  double x = direction.x > 0 ? a.x + a.width - b.x : b.x + b.width - a.x;
  double y = direction.y > 0 ? a.y + a.height - b.y : b.y + b.height - a.y;
  double dx = fabs (direction.x), dy = fabs (direction.y);

  return MAX (MIN (dx > 1e-6 ? x / dx : G_MAXDOUBLE, dy > 1e-6 ? y / dy : G_MAXDOUBLE), 0);
}

/**
 * kring_lengths_along:
 * @from: box of one end, relative to its place
 * @to: box of the other
 * @words: how wide what is written on the tie is; 0: nothing
 * @direction: of length 1, from the one end to the other
 *
 * Returns: how far apart the ends must be for the words to fit between them
 */
double
kring_lengths_along (KringRect from, KringRect to, double words, KringPoint direction)
{
  KringRect label = { -words / 2, -WORDS_HEIGHT / 2, words, WORDS_HEIGHT };

  if (!(words > 0))
    return clear_along (from, to, direction) + SEEN_BARE;
  return clear_along (from, label, direction) + clear_along (label, to, direction) + SEEN;
}

static void
set_directions (KringPoint *directions)
{
  for (guint i = 0; i < DIRECTIONS; i++)
    {
      double angle = (i + 0.5) * 2 * G_PI / DIRECTIONS;

      directions[i] = KRING_POINT_INIT (cos (angle), sin (angle));
    }
}

static double
lengths_get_need (
    const KringGraph *graph, const KringPoint *directions, guint a, guint b, double words)
{
  double sum = 0;

  for (guint i = 0; i < DIRECTIONS; i++)
    sum += kring_lengths_along (graph->nodes[a].box, graph->nodes[b].box, words, directions[i]);
  return sum / DIRECTIONS;
}

static guint
lengths_find_entry (const KringGraph *graph, guint a, guint b)
{
  guint low = graph->first[a], high = graph->first[a + 1];

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (graph->neighbours[middle] <= b)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Per entry of the graph's `neighbours`, whether the two know somebody else together: such neighbours
 * find room anywhere about. */
static guint8 *
dup_sharing (const KringGraph *graph, GCancellable *cancellable)
{
  guint8 *sharing = g_new0 (guint8, graph->first[graph->n_nodes] + 1);
  g_autofree guint *near =
      g_new (guint, graph->n_nodes + 1); /* whose neighbour each was seen as last */

  for (guint v = 0; v < graph->n_nodes; v++)
    near[v] = G_MAXUINT;
  for (guint v = 0; v < graph->n_nodes && !g_cancellable_is_cancelled (cancellable); v++)
    {
      for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
        near[graph->neighbours[i]] = v;
      for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
        {
          guint u = graph->neighbours[i];

          for (guint j = graph->first[u]; j < graph->first[u + 1] && !sharing[i]; j++)
            sharing[i] = graph->neighbours[j] != v && near[graph->neighbours[j]] == v;
        }
    }
  return sharing;
}

/* The radius of a ring on which all stand who are tied to the hub and to none of its neighbours. */
static double
get_hub_radius (const KringGraph *graph, const guint8 *sharing, guint hub, double gap)
{
  double around = 0;

  for (guint i = graph->first[hub]; i < graph->first[hub + 1]; i++)
    {
      KringRect box = graph->nodes[graph->neighbours[i]].box;

      if (!sharing[i])
        around += MIN ((box.width + box.height) / 2, WIDEST) + gap;
    }
  return AIR * around / (2 * G_PI);
}

/**
 * kring_lengths_dup_words:
 *
 * Returns: (transfer full): how wide the words are on the tie to every one of the graph's `neighbours`;
 *   of several ties between the same two, the widest
 */
float *
kring_lengths_dup_words (const KringGraph *graph)
{
  float *words = g_new0 (float, graph->first[graph->n_nodes] + 1);

  for (guint e = 0; e < graph->n_edges; e++)
    {
      guint a = graph->edges[e].from, b = graph->edges[e].to;
      guint there = lengths_find_entry (graph, a, b), back = lengths_find_entry (graph, b, a);

      words[there] = words[back] = MAX (words[there], (float) graph->edges[e].words);
    }
  return words;
}

/**
 * kring_lengths_new:
 * @gap: free space between boxes
 * @cancellable: (nullable): ends the work; lengths mean nothing then
 * @step: (out): the mean length, in map units
 *
 * Returns: (transfer full): the length of the tie to every one of the graph's `neighbours`, in steps
 */
float *
kring_lengths_new (const KringGraph *graph, double gap, GCancellable *cancellable, double *step)
{
  guint n = graph->first[graph->n_nodes];
  float *lengths = g_new0 (float, n + 1);
  g_autofree float *words = kring_lengths_dup_words (graph);
  g_autofree guint8 *sharing = dup_sharing (graph, cancellable);
  g_autofree double *radii = g_new (double, graph->n_nodes + 1);
  KringPoint directions[DIRECTIONS];
  double sum = 0;

  set_directions (directions);
  for (guint v = 0; v < graph->n_nodes; v++)
    radii[v] = get_hub_radius (graph, sharing, v, gap);
  for (guint v = 0; v < graph->n_nodes && !g_cancellable_is_cancelled (cancellable); v++)
    for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
      {
        guint u = graph->neighbours[i];
        double need = lengths_get_need (graph, directions, MIN (u, v), MAX (u, v), words[i]) + gap;
        double radius = sharing[i] ? 0 : MAX (radii[u], radii[v]);

        lengths[i] = CLAMP (radius, need, LONGEST * need);
        sum += lengths[i];
      }
  *step = sum > 0 ? sum / n : 1;
  for (guint i = 0; i < n; i++)
    lengths[i] /= *step;
  return lengths;
}
