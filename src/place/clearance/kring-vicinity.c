/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/clearance/kring-vicinity.h"

#include "place/clearance/kring-clutter-private.h"

#include <string.h>

/* What is copied is filled up to whole vectors with what is too far away to be met. */
#define WIDE 8
#define AWAY 1e7f

static gsize
fill_up (gsize n)
{
  return (n + WIDE - 1) / WIDE * WIDE;
}

static guint
get_most_ties (const KringGraph *graph)
{
  g_autofree guint *counts = g_new0 (guint, graph->n_nodes + 1);
  guint most = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      counts[graph->edges[e].from]++;
      counts[graph->edges[e].to]++;
    }
  for (guint v = 0; v < graph->n_nodes; v++)
    most = MAX (most, counts[v]);
  return most;
}

/**
 * kring_vicinity_new: (constructor)
 *
 * Returns: (transfer full): nothing is looked at yet
 */
KringVicinity *
kring_vicinity_new (const KringGraph *graph)
{
  KringVicinity *self = g_new0 (KringVicinity, 1);
  guint most = get_most_ties (graph);

  self->ties = g_new0 (KringMeets, most + 1);
  self->n_segments = (most + 1) * fill_up (graph->n_edges);
  self->n_people = (2 * most + 1) * fill_up (graph->n_nodes);
  for (guint i = 0; i < G_N_ELEMENTS (self->segments); i++)
    self->segments[i] = g_new (float, self->n_segments + 1);
  for (guint i = 0; i < G_N_ELEMENTS (self->people); i++)
    self->people[i] = g_new (float, self->n_people + 1);
  self->touch = g_new0 (guint8, fill_up (MAX (graph->n_nodes, graph->n_edges) + 1));
  return self;
}

/**
 * kring_vicinity_free:
 * @self: (transfer full)
 */
void
kring_vicinity_free (KringVicinity *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->segments); i++)
    g_free (self->segments[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->people); i++)
    g_free (self->people[i]);
  g_free (self->touch);
  g_free (self->ties);
  g_free (self);
}

/* The next of @n that was touched, from @at on; @n: none. */
static inline guint
vicinity_find_next (const guint8 *touch, guint at, guint n)
{
  guint64 some;

  while (at < n && touch[at] == 0)
    {
      if (at % WIDE != 0)
        {
          at++;
          continue;
        }
      memcpy (&some, touch + at, sizeof some);
      at += some == 0 ? WIDE : 1;
    }
  return MIN (at, n);
}

static void
copy_ties (KringVicinity *self, const KringDrawnClutter *drawn, KringMeets *meets)
{
  const float *const from[] = { drawn->ties.ax, drawn->ties.ay, drawn->ties.bx, drawn->ties.by };
  const guint n = drawn->graph->n_edges;
  gsize at = self->segments_used, end;

  meets->ties = (KringSegments){ self->segments[0] + at, self->segments[1] + at,
                                 self->segments[2] + at, self->segments[3] + at };
  for (guint e = vicinity_find_next (self->touch, 0, n); e < n;
       e = vicinity_find_next (self->touch, e + 1, n), at++)
    for (guint i = 0; i < G_N_ELEMENTS (from); i++)
      self->segments[i][at] = from[i][e];
  end = self->segments_used + fill_up (at - self->segments_used);
  for (; at < end; at++)
    for (guint i = 0; i < G_N_ELEMENTS (from); i++)
      self->segments[i][at] = AWAY;
  meets->n_ties = end - self->segments_used;
  self->segments_used = end;
}

static KringPeople
copy_people (KringVicinity *self, const KringDrawnClutter *drawn, guint *n_copied)
{
  const KringPeople *p = &drawn->people;
  const float *const from[] = { p->x,         p->y,           p->wider,       p->boxes.left,
                                p->boxes.top, p->boxes.right, p->boxes.bottom };
  const guint n = drawn->graph->n_nodes;
  gsize at = self->people_used, end;
  KringPeople copy = { self->people[0] + at,
                       self->people[1] + at,
                       self->people[2] + at,
                       { self->people[3] + at, self->people[4] + at, self->people[5] + at,
                         self->people[6] + at } };

  for (guint v = vicinity_find_next (self->touch, 0, n); v < n;
       v = vicinity_find_next (self->touch, v + 1, n), at++)
    for (guint i = 0; i < G_N_ELEMENTS (from); i++)
      self->people[i][at] = from[i][v];
  end = self->people_used + fill_up (at - self->people_used);
  for (; at < end; at++)
    for (guint i = 0; i < G_N_ELEMENTS (from); i++)
      self->people[i][at] = i == 2 ? 0 : AWAY;
  *n_copied = end - self->people_used;
  self->people_used = end;
  return copy;
}

/* Ties of the node, which move with it, and others that have an end in common with one of them. */
static void
leave_out_ties (KringVicinity *self, const KringDrawnClutter *drawn, guint node)
{
  for (guint i = drawn->first[node]; i < drawn->first[node + 1]; i++)
    self->touch[drawn->incident[i]] = 0;
}

/* What a tie sweeps whose one end is somewhere in the area. */
static KringStrip
get_strip (KringRect area, float x, float y)
{
  float wide = area.width / 2, high = area.height / 2;
  float cx = area.x + wide, cy = area.y + high;
  float dx = cx - x, dy = cy - y, length = MAX (hypotf (dx, dy), 1e-3f);
  KringStrip strip = { .x = x, .y = y, .nx = -dy / length, .ny = dx / length };

  strip.half = fabsf (strip.nx) * wide + fabsf (strip.ny) * high;
  strip.box =
      (KringBox){ MIN (x, cx - wide), MIN (y, cy - high), MAX (x, cx + wide), MAX (y, cy + high) };
  return strip;
}

static void
look_at_tie (
    KringVicinity *self, const KringDrawnClutter *drawn, guint node, guint tie, KringRect area)
{
  const KringGraph *graph = drawn->graph;
  const KringGraphEdge *edge = &graph->edges[drawn->incident[drawn->first[node] + tie]];
  guint other = edge->from == node ? edge->to : edge->from;
  KringStrip strip = get_strip (area, drawn->people.x[other], drawn->people.y[other]);
  KringMeets *meets = &self->ties[tie];
  float half = edge->words / 2;

  kring_kernel_segments_in_strip (drawn->ties, graph->n_edges, strip, self->touch);
  leave_out_ties (self, drawn, node);
  leave_out_ties (self, drawn, other);
  copy_ties (self, drawn, meets);
  kring_kernel_people_in_strip (drawn->people, graph->n_nodes, strip,
                                (KringBox){ 0, 0, KRING_CLUTTER_BESIDE, KRING_CLUTTER_BESIDE },
                                self->touch);
  self->touch[node] = self->touch[other] = 0;
  meets->people = copy_people (self, drawn, &meets->n_people);
  if (edge->words <= 0)
    return;
  kring_kernel_people_in_strip (drawn->people, graph->n_nodes, strip,
                                (KringBox){ half, KRING_CLUTTER_WORDS, half + KRING_CLUTTER_SIGN,
                                            KRING_CLUTTER_WORDS + KRING_CLUTTER_SIGN },
                                self->touch);
  self->touch[node] = 0;
  meets->around = copy_people (self, drawn, &meets->n_around);
}

static void
look_at_node (KringVicinity *self, const KringDrawnClutter *drawn, guint node, KringRect area)
{
  const KringGraph *graph = drawn->graph;
  KringRect own = graph->nodes[node].box;
  KringBox box = { area.x + own.x, area.y + own.y, area.x + area.width + own.x + own.width,
                   area.y + area.height + own.y + own.height };
  float beside = KRING_CLUTTER_BESIDE + drawn->people.wider[node];

  kring_kernel_boxes_touch (drawn->people.boxes, graph->n_nodes, box, self->touch);
  self->touch[node] = 0;
  self->own.people = copy_people (self, drawn, &self->own.n_people);
  box = (KringBox){ MIN (box.left, area.x - beside), MIN (box.top, area.y - beside),
                    MAX (box.right, area.x + area.width + beside),
                    MAX (box.bottom, area.y + area.height + beside) };
  kring_kernel_segments_reach (drawn->ties, graph->n_edges, box, self->touch);
  leave_out_ties (self, drawn, node);
  copy_ties (self, drawn, &self->own);
}

/**
 * kring_vicinity_look:
 * @drawn: how the ties run now
 * @area: where @node will be tried, in map units
 */
void
kring_vicinity_look (KringVicinity *self,
                     const KringDrawnClutter *drawn,
                     guint node,
                     KringRect area)
{
  self->segments_used = self->people_used = 0;
  look_at_node (self, drawn, node, area);
  for (guint i = 0; i < drawn->first[node + 1] - drawn->first[node]; i++)
    look_at_tie (self, drawn, node, i, area);
}
