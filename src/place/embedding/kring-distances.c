/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/embedding/kring-distances.h"

#include <string.h>

/*
 * Breadth-first search from 64 sources at once (Then et al., "The more the merrier: efficient
 * multi-source graph traversal", PVLDB 8(4), 2014): bit s of a word stands for source s.
 *
 *   seen[v]      sources that have reached v
 *   front[v]     sources that reached v in the last step
 *   next[v]      sources that reach v in this step
 */
#define SOURCES 64

/* Where ties differ in length, distances are kept in this part of a step. */
#define UNIT (1.0f / 128)

/* There what is far stands nearer than ties say, so that long branches fill the sheet instead of
 * reaching out of it: what a distance has over the longest tie counts by this power. */
#define NEARER 0.6

typedef struct
{
  KringAdjacency graph;
  guint64 *seen;    /* (owned) */
  guint64 *front;   /* (owned) */
  guint64 *next;    /* (owned) */
  guint16 *reached; /* (owned) distance of node v from source s at v * SOURCES + s */
} Search;

static void
search_init (Search *self, KringAdjacency graph)
{
  self->graph = graph;
  self->seen = g_new (guint64, graph.n);
  self->front = g_new (guint64, graph.n);
  self->next = g_new (guint64, graph.n);
  self->reached = g_new (guint16, (gsize) graph.n * SOURCES);
}

static void
search_clear (Search *self)
{
  g_free (self->seen);
  g_free (self->front);
  g_free (self->next);
  g_free (self->reached);
}

static void
note_step (Search *self, guint v, guint64 fresh, guint16 step)
{
  guint16 *row = self->reached + (gsize) v * SOURCES;

  while (fresh != 0)
    {
      row[__builtin_ctzll (fresh)] = step;
      fresh &= fresh - 1;
    }
}

static gboolean
advance (Search *self, guint16 step)
{
  const KringAdjacency *graph = &self->graph;
  guint64 any = 0;

  for (guint v = 0; v < graph->n; v++)
    {
      guint64 fresh = 0;

      for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
        fresh |= self->front[graph->neighbours[i]];
      fresh &= ~self->seen[v];
      self->next[v] = fresh;
      any |= fresh;
      if (fresh != 0)
        {
          self->seen[v] |= fresh;
          note_step (self, v, fresh, step);
        }
    }
  return any != 0;
}

/* Distances from the sources start .. start + count - 1 into self->reached; returns the longest. */
static guint
search_run (Search *self, guint start, guint count, GCancellable *cancellable)
{
  guint16 step = 0;

  memset (self->seen, 0, self->graph.n * sizeof (guint64));
  memset (self->front, 0, self->graph.n * sizeof (guint64));
  for (guint s = 0; s < count; s++)
    {
      self->seen[start + s] = self->front[start + s] = G_GUINT64_CONSTANT (1) << s;
      self->reached[(gsize) (start + s) * SOURCES + s] = 0;
    }
  while (!g_cancellable_is_cancelled (cancellable) && advance (self, ++step))
    {
      guint64 *swap = self->front;

      self->front = self->next;
      self->next = swap;
    }
  return step > 0 ? step - 1 : 0;
}

/* Copies rows into diagonals: for one k the sources fill neighbouring bytes. */
static void
distances_store (KringDistances *self, const Search *search, guint start, guint count)
{
  for (guint k = 1; k <= self->n_diagonals; k++)
    {
      gsize base = (gsize) (k - 1) * self->n + start;

      for (guint s = 0; s < count; s++)
        {
          guint to = start + s + k;
          guint16 d;

          if (to >= self->n)
            to -= self->n;
          d = search->reached[(gsize) to * SOURCES + s];
          if (self->wide != NULL)
            self->wide[base + s] = d;
          else
            self->narrow[base + s] = d;
        }
    }
}

/* No two nodes are further apart than twice as far as the farthest is from any one. */
static void
distances_make_room (KringDistances *self, guint longest)
{
  gsize n = (gsize) self->n_diagonals * self->n + 1;

  if (2 * longest > G_MAXUINT8)
    self->wide = g_malloc0_n (n, sizeof (guint16));
  else
    self->narrow = g_malloc0 (n);
}

/* A node and how far it is, in a heap: the nearest first. */
typedef struct
{
  float far;
  guint node;
} Reached;

typedef struct
{
  Reached *items; /* (owned) room for every tie, seen from both ends */
  guint n;
} Heap;

static void
heap_add (Heap *heap, Reached reached)
{
  guint i = heap->n++;

  for (; i > 0 && heap->items[(i - 1) / 2].far > reached.far; i = (i - 1) / 2)
    heap->items[i] = heap->items[(i - 1) / 2];
  heap->items[i] = reached;
}

static Reached
heap_take (Heap *heap)
{
  Reached first = heap->items[0], last = heap->items[--heap->n];
  guint i = 0;

  for (guint child = 1; child < heap->n; child = 2 * i + 1)
    {
      if (child + 1 < heap->n && heap->items[child + 1].far < heap->items[child].far)
        child++;
      if (heap->items[child].far >= last.far)
        break;
      heap->items[i] = heap->items[child];
      i = child;
    }
  heap->items[i] = last;
  return first;
}

/* Shortest ways from one node, by the lengths of ties (Dijkstra). */
static void
distances_walk_from (KringAdjacency graph, guint source, Heap *heap, float *far)
{
  for (guint v = 0; v < graph.n; v++)
    far[v] = G_MAXFLOAT;
  far[source] = 0;
  heap_add (heap, (Reached){ 0, source });
  while (heap->n > 0)
    {
      Reached at = heap_take (heap);

      for (guint i = graph.first[at.node]; at.far <= far[at.node] && i < graph.first[at.node + 1];
           i++)
        {
          float there = at.far + graph.lengths[i];

          if (there >= far[graph.neighbours[i]])
            continue;
          far[graph.neighbours[i]] = there;
          heap_add (heap, (Reached){ there, graph.neighbours[i] });
        }
    }
}

static void
store_row (KringDistances *self, guint source, const float *far, double longest)
{
  for (guint k = 1; k <= self->n_diagonals; k++)
    {
      double there = far[(source + k) % self->n];
      double units;
      guint16 d;

      if (there > longest)
        there = longest * pow (there / longest, NEARER);
      units = rint (there / self->unit);
      d = CLAMP (units, 1, G_MAXUINT16);

      self->wide[(gsize) (k - 1) * self->n + source] = d;
      self->longest = MAX (self->longest, d);
    }
}

/* Ties of different lengths: distances in small parts of a step. */
static KringDistances *
measure_lengths (KringAdjacency graph, GCancellable *cancellable)
{
  g_autoptr (KringDistances) self = g_new0 (KringDistances, 1);
  g_autofree float *far = g_new (float, graph.n + 1);
  Heap heap = { g_new (Reached, graph.first[graph.n] + 1), 0 };
  double longest = 1;

  for (guint i = 0; i < graph.first[graph.n]; i++)
    longest = MAX (longest, graph.lengths[i]);
  self->n = graph.n;
  self->n_diagonals = graph.n / 2;
  self->unit = UNIT;
  self->wide = g_new0 (guint16, (gsize) self->n_diagonals * self->n + 1);
  for (guint v = 0; v < graph.n && !g_cancellable_is_cancelled (cancellable); v++)
    {
      distances_walk_from (graph, v, &heap, far);
      store_row (self, v, far, longest);
    }
  g_free (heap.items);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&self);
}

/**
 * kring_distances_new: (constructor)
 * @graph: a connected graph of fewer than 65,536 nodes
 * @cancellable: (nullable): looked at in every step
 *
 * Takes O(n m / 64 + n^2) time and n^2 / 2 bytes, or twice that for long graphs. Where ties differ in
 * length, O(n m log m) time and n^2 bytes.
 *
 * Returns: (transfer full) (nullable): the distances, or %NULL if cancelled
 */
KringDistances *
kring_distances_new (KringAdjacency graph, GCancellable *cancellable)
{
  g_autoptr (KringDistances) self = g_new0 (KringDistances, 1);
  Search search;

  if (graph.lengths != NULL)
    return measure_lengths (graph, cancellable);
  self->n = graph.n;
  self->n_diagonals = graph.n / 2;
  self->unit = 1;
  search_init (&search, graph);
  for (guint start = 0; start < graph.n; start += SOURCES)
    {
      guint count = MIN (SOURCES, graph.n - start);
      guint longest;

      longest = search_run (&search, start, count, cancellable);
      if (g_cancellable_is_cancelled (cancellable))
        break;
      self->longest = MAX (self->longest, longest);
      if (start == 0)
        distances_make_room (self, longest);
      distances_store (self, &search, start, count);
    }
  search_clear (&search);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&self);
}

void
kring_distances_free (KringDistances *self)
{
  g_free (self->narrow);
  g_free (self->wide);
  g_free (self);
}

/**
 * kring_distances_get:
 *
 * Returns: the distance from @a to @b, in units
 */
guint
kring_distances_get (const KringDistances *self, guint a, guint b)
{
  guint k = b >= a ? b - a : b + self->n - a;
  gsize at;

  if (k == 0)
    return 0;
  if (k > self->n_diagonals)
    {
      k = self->n - k;
      a = b;
    }
  at = (gsize) (k - 1) * self->n + a;
  return self->wide != NULL ? self->wide[at] : self->narrow[at];
}

/**
 * kring_distances_from:
 * @graph: who is tied to whom
 * @distances: (out caller-allocates): a number for every node; -1 where @source cannot reach
 */
void
kring_distances_from (KringAdjacency graph, guint source, int *distances)
{
  g_autofree guint *queue = g_new (guint, graph.n);
  guint head = 0, tail = 0;

  for (guint v = 0; v < graph.n; v++)
    distances[v] = -1;
  distances[source] = 0;
  queue[tail++] = source;
  while (head < tail)
    {
      guint v = queue[head++];

      for (guint i = graph.first[v]; i < graph.first[v + 1]; i++)
        if (distances[graph.neighbours[i]] < 0)
          {
            distances[graph.neighbours[i]] = distances[v] + 1;
            queue[tail++] = graph.neighbours[i];
          }
    }
}
