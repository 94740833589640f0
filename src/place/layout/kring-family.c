/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-layout-private.h"

#include "place/clearance/kring-clear-up.h"

/*
 * Generations in rows. A parent stands one row above a child, partners and siblings in one row:
 *
 *    row 0      grandmother
 *    row 1      mother ---- father        partners side by side
 *    row 2         brother   Noor         children below the middle of their parents
 *
 * Everybody without a family tie finds a place around it afterwards.
 */
#define ROW 190.0

/* Between neighbours in a row there is room for the words on a tie. */
#define BESIDE 64.0
#define NO_ROW G_MININT

/* In larger families it is not tried who should stand where in a row; and what it counts if somebody
 * stands between two who have a tie, against two lines that cross. */
#define TRY_MAX 60
#define BETWEEN 2

/* Where there is always somebody between two, the one with fewer ties stands so much higher that their
 * line runs past. */
#define HIGHER (0.45 * ROW)

typedef struct
{
  const KringGraph *graph;
  const KringLayoutOptions *options;
  KringPoint *places; /* (not owned) */
  guint *first;       /* (owned) n_nodes + 1 places in ties */
  guint *ties;        /* (owned) numbers of the family edges at every node */
  int *rows;          /* (owned) (array length=n_nodes) NO_ROW: no family */
  guint *order;       /* (owned) family nodes, row by row, from left to right */
  guint n_family;
} Family;

/* How many rows `to` stands below `from` along the edge. */
static int
row_step (const KringGraphEdge *edge, guint from)
{
  int rows = edge->role == KRING_EDGE_PARENT ? 1 : edge->role == KRING_EDGE_GRANDPARENT ? 2 : 0;

  return edge->from == from ? rows : -rows;
}

/* Rows follow from the root outwards; the first tie to reach somebody decides. */
static void
family_walk_from (Family *self, guint start, int row)
{
  const KringGraph *graph = self->graph;
  g_autofree guint *queue = g_new (guint, graph->n_nodes + 1);
  guint head = 0, tail = 0;

  self->rows[start] = row;
  queue[tail++] = start;
  while (head < tail)
    {
      guint v = queue[head++];

      for (guint i = self->first[v]; i < self->first[v + 1]; i++)
        {
          const KringGraphEdge *edge = &graph->edges[self->ties[i]];
          guint other = edge->from == v ? edge->to : edge->from;

          if (self->rows[other] != NO_ROW)
            continue;
          self->rows[other] = self->rows[v] + row_step (edge, v);
          queue[tail++] = other;
        }
    }
}

static void
find_rows (Family *self)
{
  const KringGraph *graph = self->graph;

  for (guint v = 0; v < graph->n_nodes; v++)
    self->rows[v] = NO_ROW;
  if (graph->root >= 0)
    family_walk_from (self, graph->root, 0);
  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].role != KRING_EDGE_PLAIN && self->rows[graph->edges[e].from] == NO_ROW)
      family_walk_from (self, graph->edges[e].from, 0);
  for (guint v = 0; v < graph->n_nodes; v++)
    if (self->rows[v] != NO_ROW)
      self->order[self->n_family++] = v;
}

/* The mean place of parents, children and partners, weighed so that partners end up together. */
static double
wanted_x (const Family *self, guint v)
{
  const KringGraph *graph = self->graph;
  double sum = 0, weight = 0;

  for (guint i = self->first[v]; i < self->first[v + 1]; i++)
    {
      const KringGraphEdge *edge = &graph->edges[self->ties[i]];
      double w = edge->role == KRING_EDGE_PARTNER ? 3 : 1;

      sum += w * self->places[edge->from == v ? edge->to : edge->from].x;
      weight += w;
    }
  return weight > 0 ? sum / weight : self->places[v].x;
}

static int
compare_in_row (gconstpointer a, gconstpointer b, gpointer data)
{
  const Family *self = data;
  guint x = *(const guint *) a, y = *(const guint *) b;

  if (self->rows[x] != self->rows[y])
    return self->rows[x] < self->rows[y] ? -1 : 1;
  if (self->places[x].x != self->places[y].x)
    return self->places[x].x < self->places[y].x ? -1 : 1;
  return (int) x - (int) y;
}

/* Pushes a sorted row apart and back under the middle that it wanted. */
static void
space_row (Family *self, guint start, guint end)
{
  double shift = 0, right = -G_MAXDOUBLE;

  for (guint i = start; i < end; i++)
    {
      guint v = self->order[i];
      KringRect box = self->graph->nodes[v].box;
      double wanted = self->places[v].x;
      double x = MAX (wanted, right - box.x + self->options->gap + BESIDE);

      self->places[v].x = x;
      right = x + box.x + box.width;
      shift += (wanted - x) / (end - start);
    }
  for (guint i = start; i < end; i++)
    self->places[self->order[i]].x += shift;
}

static guint
find_row_end (const Family *self, guint start)
{
  guint end = start;

  while (end < self->n_family && self->rows[self->order[end]] == self->rows[self->order[start]])
    end++;
  return end;
}

static void
space_rows (Family *self)
{
  for (guint start = 0, end; start < self->n_family; start = end)
    {
      end = find_row_end (self, start);
      space_row (self, start, end);
    }
}

/* Lines that cross between two rows, of which only the order within each counts. */
static gboolean
do_cross (const Family *self, const guint *rank, const KringGraphEdge *a, const KringGraphEdge *b)
{
  guint a_up = self->rows[a->from] < self->rows[a->to] ? a->from : a->to;
  guint b_up = self->rows[b->from] < self->rows[b->to] ? b->from : b->to;
  guint a_down = a->from + a->to - a_up, b_down = b->from + b->to - b_up;

  return self->rows[a_up] == self->rows[b_up] && self->rows[a_down] == self->rows[b_down] &&
         a_up != b_up && a_down != b_down &&
         (rank[a_up] < rank[b_up]) != (rank[a_down] < rank[b_down]);
}

/* People between two who have a tie, and lines that cross. */
static guint
count_disorder (const Family *self, const guint *rank)
{
  const KringGraph *graph = self->graph;
  guint count = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const KringGraphEdge *edge = &graph->edges[e];

      if (self->rows[edge->from] == NO_ROW || self->rows[edge->to] == NO_ROW)
        continue;
      if (self->rows[edge->from] == self->rows[edge->to])
        {
          count += BETWEEN * (ABS ((int) rank[edge->from] - (int) rank[edge->to]) - 1);
          continue;
        }
      for (guint f = 0; f < e; f++)
        count += self->rows[graph->edges[f].from] != NO_ROW &&
                 self->rows[graph->edges[f].to] != NO_ROW &&
                 self->rows[graph->edges[f].from] != self->rows[graph->edges[f].to] &&
                 do_cross (self, rank, edge, &graph->edges[f]);
    }
  return count;
}

static void
move_in_order (Family *self, guint *rank, guint from, guint to)
{
  guint node = self->order[from];

  for (guint i = from; i != to; i += from < to ? 1 : -1)
    self->order[i] = self->order[from < to ? i + 1 : i - 1];
  self->order[to] = node;
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    rank[self->order[i]] = i;
}

/* Tries everybody everywhere in the row, as long as that brings order. */
static gboolean
improve_row (Family *self, guint *rank, guint start, guint end)
{
  guint least = count_disorder (self, rank);
  gboolean better = FALSE;

  for (guint from = start; from < end; from++)
    for (guint to = start; to < end; to++)
      {
        guint now;

        move_in_order (self, rank, from, to);
        now = count_disorder (self, rank);
        if (now < least)
          {
            least = now;
            better = TRUE;
          }
        else
          move_in_order (self, rank, to, from);
      }
  return better;
}

static void
improve_order (Family *self)
{
  g_autofree guint *rank = g_new0 (guint, self->graph->n_nodes + 1);
  gboolean better = self->n_family <= TRY_MAX;

  for (guint i = 0; i < self->n_family; i++)
    rank[self->order[i]] = i;
  while (better && !g_cancellable_is_cancelled (self->options->cancellable))
    {
      better = FALSE;
      for (guint start = 0, end; start < self->n_family; start = end)
        {
          end = find_row_end (self, start);
          better |= improve_row (self, rank, start, end);
        }
    }
}

static void
want_places (Family *self)
{
  g_autofree double *wanted = g_new (double, self->n_family + 1);

  for (guint i = 0; i < self->n_family; i++)
    wanted[i] = wanted_x (self, self->order[i]);
  for (guint i = 0; i < self->n_family; i++)
    self->places[self->order[i]].x = wanted[i];
}

static gboolean
is_somebody_between (const Family *self, guint a, guint b)
{
  double left = MIN (self->places[a].x, self->places[b].x);
  double right = MAX (self->places[a].x, self->places[b].x);

  for (guint i = 0; i < self->n_family; i++)
    {
      guint v = self->order[i];

      if (v != a && v != b && self->rows[v] == self->rows[a] && self->places[v].x > left &&
          self->places[v].x < right && self->places[v].y == self->places[a].y)
        return TRUE;
    }
  return FALSE;
}

/* A line along the row would seem to tie those between. */
static void
lift_out_of_rows (Family *self)
{
  const KringGraph *graph = self->graph;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      guint a = graph->edges[e].from, b = graph->edges[e].to;
      guint fewer = kring_graph_get_degree (graph, a) < kring_graph_get_degree (graph, b) ? a : b;

      if (self->rows[a] != NO_ROW && self->rows[a] == self->rows[b] && (int) fewer != graph->root &&
          self->places[a].y == self->places[b].y && is_somebody_between (self, a, b))
        self->places[fewer].y -= HIGHER;
    }
}

static void
order_rows (Family *self)
{
  KringPoint origin = { 0, 0 };

  if (self->graph->root >= 0 && self->graph->nodes[self->graph->root].placed)
    origin = self->graph->nodes[self->graph->root].at;
  for (guint i = 0; i < self->n_family; i++)
    self->places[self->order[i]] =
        KRING_POINT_INIT (origin.x + i * 10.0, origin.y + self->rows[self->order[i]] * ROW);
  for (guint sweep = 0; sweep < 24; sweep++)
    {
      want_places (self);
      g_qsort_with_data (self->order, self->n_family, sizeof (guint), compare_in_row, self);
      space_rows (self);
    }
  improve_order (self);
  for (guint sweep = 0; sweep < 24; sweep++)
    {
      want_places (self);
      space_rows (self);
    }
  lift_out_of_rows (self);
}

/* The others: the family is pinned, and the free layout places them around it. */
static gboolean
place_others (Family *self)
{
  const KringGraph *graph = self->graph;
  g_autofree KringGraphNode *nodes =
      g_memdup2 (graph->nodes, graph->n_nodes * sizeof (KringGraphNode));
  g_autoptr (KringGraph) pinned = NULL;
  KringLayoutOptions options = *self->options;

  for (guint v = 0; v < graph->n_nodes; v++)
    if (self->rows[v] != NO_ROW && !(nodes[v].pinned && nodes[v].placed))
      {
        nodes[v].placed = nodes[v].pinned = TRUE;
        nodes[v].at = self->places[v];
      }
  pinned = kring_layout_dup_graph (graph, nodes);
  options.type = KRING_LAYOUT_READABLE;
  return kring_layout_solve_stress (pinned, &options, self->places);
}

/* Rows stay rows. */
static KringPoint
family_allow_cb (guint node, KringPoint from, KringPoint to, gpointer data)
{
  const Family *self = data;

  return self->rows[node] != NO_ROW ? KRING_POINT_INIT (to.x, from.y) : to;
}

static gboolean
family_clear_up (Family *self)
{
  g_autofree guint8 *fixed = kring_layout_dup_fixed (self->graph, self->options->keep);
  KringClearUpOptions clear = { .seed = self->options->seed,
                                .gap = self->options->gap,
                                .fixed = fixed,
                                .allow = family_allow_cb,
                                .allow_data = self,
                                .cancellable = self->options->cancellable };

  if (self->options->step > 0 || self->options->overlaps)
    return TRUE;
  return kring_clear_up (self->graph, &clear, self->places);
}

/**
 * kring_layout_family:
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_layout_family (const KringGraph *graph, const KringLayoutOptions *options, KringPoint *places)
{
  Family self = { .graph = graph, .options = options, .places = places };
  gboolean done;

  self.rows = g_new (int, graph->n_nodes + 1);
  self.order = g_new (guint, graph->n_nodes + 1);
  kring_graph_index_edges (graph, FALSE, &self.first, &self.ties);
  find_rows (&self);
  order_rows (&self);
  done = place_others (&self) && family_clear_up (&self);
  g_free (self.first);
  g_free (self.ties);
  g_free (self.rows);
  g_free (self.order);
  return done;
}
