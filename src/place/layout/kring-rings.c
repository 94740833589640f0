/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-layout-private.h"

#include "place/clearance/kring-clear-search.h"
#include "place/clearance/kring-hull-intruders.h"
#include "place/embedding/kring-edge-label-clearance.h"
#include "place/embedding/kring-local-search.h"
#include "place/layout/kring-angular-spacing.h"
#include "place/layout/kring-bands.h"
#include "place/layout/kring-levels.h"
#include "place/layout/kring-sectors.h"
#include "place/layout/kring-separate.h"

#include <string.h>

/*
 * Each node has a band between two ellipses; it may stand anywhere in it, so that labels find room,
 * but never outside.
 *
 * Angles start from an unconstrained drawing (Brandes, Pich, "More flexible radial layout", JGAA
 * 15(1), 2011, reach the same by weights that impose the radii step by step).
 */

/* A step on a map, in map units: how far angles and first moves reach. */
#define STEP 200.0

/* Rings that are too small for what is in them are drawn larger by as much. */
#define LARGER 1.08

/* So often rings are drawn larger for labels, and for people in the hulls of others; then labels are
 * taken off each other without regard to rings, and others stay where they are. Where a pass costs much,
 * lines are not looked at meanwhile, and where it costs too much not at all. */
#define LINES_MAX 5e8
#define LINES_ROUND_MAX 4e6
#define ROUNDS_LABELS 30
#define ROUNDS_FOREIGN 8
#define ROUNDS_FOREIGN_SECTORS 16

/* Against a drawing that is made readable: moves reach further, and there are rounds to come. */
#define WORK 0.6

/* Crossings by which a first move may be worse. */
#define HEAT 4

/* The same where ties keep clear of people: how many passes in so much work, and by how much a first move
 * may be worse, in clutter; no move leads further across a band than this, in map units. Small drawings are
 * searched several times in so much work. In as many rounds the rings stay as large as they are; boxes that
 * still touch count for more, and so do ties that no bend leads around people. */
#define WORK_CLEAR 5.5e6
#define PASSES_CLEAR 40
#define PASSES_LEAST 15
#define WORK_RUNS 5e6
#define RUNS_MAX 4
#define SHORT_PASSES 5
#define HEAT_CLEAR 15
#define DEPTH 70.0
#define FAR_MOVE 1000.0
#define ROUNDS_AS_LARGE 3
#define LITTLE_LARGER 1.03
#define CLEARER 1.6
#define TOGETHER_CLEAR 0.4
#define FAR_CLEAR 5

/* In as many rounds such ties are worked off, at first only by those whom it concerns. */
#define ROUNDS_CLEARANCE 6
#define ROUNDS_CONCERNED 3

/* Members of a group want to stand this far from each other, in steps, by the root of their number;
 * what it counts, against a crossing. */
#define TOGETHER 0.45
#define TOGETHER_WEIGHT 0.06
#define TOGETHER_MAX 1500

/* How long ties on the outer arc want to be, in steps. */
#define FAR_TIE 0.8f

/* Boxes on each other, against a crossing; and how much more in every round in which some still are. */
#define OVERLAP_WEIGHT 4
#define FIRMER 2

/* What a node in the hull of another group counts, against a crossing. */
#define FOREIGN_WEIGHT 6

typedef struct
{
  const KringGraph *graph;
  const KringLayoutOptions *options;
  gboolean map; /* not a bare graph, whose steps have a length */
  guint root;
  KringPoint middle;
  KringBands bands;
  KringSectors *sectors;         /* (owned) (nullable) */
  guint *levels;                 /* (owned) (array length=n_nodes) 0: the root */
  guint8 *fixed;                 /* (owned) */
  KringCost *cost;               /* (not owned) (nullable) during a search */
  KringEdgeLabelClearance *room; /* (owned) (nullable) during a search, where ties have words */
} Rings;

/* A search for a drawing in which ties are clear of people. */
typedef struct
{
  KringClutter *clutter; /* (not owned) */
  GRand *rand;           /* (not owned) */
  const guint *levels;   /* (not owned) of those who may change places */
  double firmness;
} Clear;

static guint
choose_root (const KringGraph *graph)
{
  guint best = 0;

  if (graph->root >= 0)
    return graph->root;
  for (guint v = 1; v < graph->n_nodes; v++)
    if (kring_graph_get_degree (graph, v) > kring_graph_get_degree (graph, best))
      best = v;
  return best;
}

/* Between the borders of its band, less what a node needs towards them. */
static void
find_borders (const Rings *self, guint node, KringPoint way, double *low, double *high)
{
  guint level = self->levels[node];

  *low = *high = level * self->options->step;
  if (!self->options->exact && level > 0)
    kring_bands_find_borders (&self->bands, level, way, low, high);
}

static KringPoint
rings_get_way (double angle)
{
  return KRING_POINT_INIT (cos (angle), sin (angle));
}

/* The point of its band nearest to where a node wants to go, along the line from the middle. */
static KringPoint
rings_allow_cb (guint node, KringPoint at, gpointer data)
{
  const Rings *self = data;
  double dx = at.x - self->middle.x, dy = at.y - self->middle.y, low, high, radius;
  double length = sqrt (dx * dx + dy * dy);
  KringPoint way = { 1, 0 };

  if (length > 0)
    way = KRING_POINT_INIT (dx / length, dy / length);
  if (self->sectors != NULL && self->graph->nodes[node].group >= 0)
    way = rings_get_way (kring_sectors_clamp (self->sectors, node, atan2 (dy, dx)));
  find_borders (self, node, way, &low, &high);
  radius = CLAMP (length, low, high);
  return KRING_POINT_INIT (self->middle.x + radius * way.x, self->middle.y + radius * way.y);
}

/* Nobody moves to where there is less room for the words on their ties than where they stand. */
static KringPoint
allow_with_room_cb (guint node, KringPoint at, gpointer data)
{
  Rings *self = data;
  KringPoint from = kring_cost_get_place (self->cost, node), to;

  if (self->room == NULL)
    return rings_allow_cb (node, at, data);
  to = rings_allow_cb (node, kring_edge_label_clearance_make (self->room, node, at), data);
  return kring_edge_label_clearance_get_lack (self->room, node, to) >
                 kring_edge_label_clearance_get_lack (self->room, node, from)
             ? from
             : to;
}

static gboolean
start (Rings *self, KringPoint *places)
{
  KringLayoutOptions options = *self->options;
  g_autofree KringPoint *free_places = g_new0 (KringPoint, self->graph->n_nodes + 1);
  KringPoint middle;

  options.type = KRING_LAYOUT_STRESS;
  options.overlaps = TRUE;
  options.keep = FALSE;
  options.progress = NULL;
  if (!kring_layout_solve_stress (self->graph, &options, free_places))
    return FALSE;
  middle = free_places[self->root];
  if (self->options->sectors && self->graph->n_groups > 0)
    self->sectors = kring_sectors_new (self->graph, self->root, free_places);
  for (guint v = 0; v < self->graph->n_nodes; v++)
    {
      KringPoint want = { self->middle.x + free_places[v].x - middle.x,
                          self->middle.y + free_places[v].y - middle.y };

      if (!self->fixed[v])
        places[v] = rings_allow_cb (v, want, self);
    }
  return TRUE;
}

/* Nothing but this holds those together who have ties on the outer arc. */
static gboolean
is_far_tie (const Rings *self, const KringGraphEdge *edge)
{
  return !self->options->exact && !edge->refuted &&
         self->levels[edge->from] == KRING_LAYOUT_BANDS &&
         self->levels[edge->to] == KRING_LAYOUT_BANDS;
}

static gboolean
has_far_ties (const Rings *self)
{
  for (guint e = 0; e < self->graph->n_edges; e++)
    if (is_far_tie (self, &self->graph->edges[e]))
      return TRUE;
  return FALSE;
}

static guint *
dup_group_sizes (const KringGraph *graph)
{
  guint *sizes = g_new0 (guint, graph->n_groups + 1);

  for (guint v = 0; v < graph->n_nodes; v++)
    if (graph->nodes[v].group >= 0)
      sizes[graph->nodes[v].group]++;
  return sizes;
}

/* How far members of a group of so many want to stand from each other, in steps. */
static double
get_together (guint size)
{
  return TOGETHER * (1 + sqrt (size));
}

/* Only members of the same group have a distance, whose hull should hold nobody else, and ties on the
 * outer arc. */
static float *
rings_dup_distances (const Rings *self)
{
  const KringGraph *graph = self->graph;
  g_autofree guint *sizes = dup_group_sizes (graph);
  float *distances = g_new0 (float, (gsize) graph->n_nodes * graph->n_nodes + 1);

  for (guint a = 0; a < graph->n_nodes; a++)
    for (guint b = 0; b < graph->n_nodes; b++)
      if (a != b && graph->nodes[a].group >= 0 && graph->nodes[a].group == graph->nodes[b].group)
        distances[(gsize) a * graph->n_nodes + b] = get_together (sizes[graph->nodes[a].group]);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      gsize a = graph->edges[e].from, b = graph->edges[e].to;

      if (is_far_tie (self, &graph->edges[e]) && a != b)
        distances[a * graph->n_nodes + b] = distances[b * graph->n_nodes + a] = FAR_TIE;
    }
  return distances;
}

static gboolean
improve (Rings *self, KringPoint *places, guint passes, double firmness)
{
  const KringGraph *graph = self->graph;
  KringCostWeights weights = { 0, 1, OVERLAP_WEIGHT * firmness, 0.4, 0.3 };
  g_autoptr (KringCost) cost = NULL;
  g_autofree float *distances = NULL;
  KringLocalSearchOptions options = { .seed = self->options->seed,
                                      .passes = passes,
                                      .work = WORK,
                                      .heat = passes == 0 ? HEAT : 0,
                                      .reach = 3 * self->options->step,
                                      .fixed = self->fixed,
                                      .allow = allow_with_room_cb,
                                      .allow_data = self,
                                      .cancellable = self->options->cancellable };
  gboolean done;

  if (self->options->exact)
    weights = (KringCostWeights){ 0, 1, 0.3, 0.05, 0.2 };
  else if (graph->n_groups > 0 || has_far_ties (self))
    {
      weights.stress = TOGETHER_WEIGHT;
      weights.foreign = graph->n_groups > 0 ? FOREIGN_WEIGHT * sqrt (firmness) : 0;
      distances = graph->n_nodes <= TOGETHER_MAX ? rings_dup_distances (self) : NULL;
    }
  if (kring_local_search_get_pass (graph) > (passes > 0 ? LINES_ROUND_MAX : LINES_MAX))
    weights.crossing = weights.through = 0;
  cost = kring_cost_new (graph, &weights, self->options->step);
  kring_cost_set_distances (cost, distances);
  for (guint v = 0; v < graph->n_nodes; v++)
    kring_cost_place (cost, v, places[v]);
  self->cost = cost;
  self->room = self->options->exact ? NULL : kring_edge_label_clearance_new (graph, cost);
  for (guint v = 0; self->room != NULL && v < graph->n_nodes; v++)
    if (!self->fixed[v])
      kring_cost_place (cost, v, allow_with_room_cb (v, places[v], self));
  done = kring_local_search_improve (cost, graph, &options);
  for (guint v = 0; done && v < graph->n_nodes; v++)
    places[v] = kring_cost_get_place (cost, v);
  g_clear_pointer (&self->room, kring_edge_label_clearance_free);
  return done;
}

static void
spread (Rings *self, KringPoint *places, double factor)
{
  kring_bands_grow (&self->bands, factor);
  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (!self->fixed[v])
      {
        KringPoint to = { self->middle.x + factor * (places[v].x - self->middle.x),
                          self->middle.y + factor * (places[v].y - self->middle.y) };

        places[v] = rings_allow_cb (v, to, self);
      }
}

/* With people who may not move there may always be strangers in a hull. */
static gboolean
rings_is_clear (const Rings *self, const KringPoint *places, guint round)
{
  guint enough = self->options->keep     ? 0
                 : self->sectors != NULL ? ROUNDS_FOREIGN_SECTORS
                                         : ROUNDS_FOREIGN;

  if (kring_separate_count_helpable (self->graph, places, self->fixed) > 0)
    return FALSE;
  return round >= enough ||
         kring_hull_intruders_count (self->graph, places, self->options->cancellable) == 0;
}

static gboolean
take_apart (Rings *self, KringPoint *places)
{
  KringSeparateOptions options = { .fixed = self->fixed,
                                   .cancellable = self->options->cancellable };

  return kring_separate (self->graph, &options, places);
}

static double
get_part_cb (guint node, KringPoint at, gpointer data)
{
  const Rings *self = data;
  double dx = at.x - self->middle.x, dy = at.y - self->middle.y;
  double low, high;

  find_borders (self, node, rings_get_way (atan2 (dy, dx)), &low, &high);
  return high > low ? (hypot (dx, dy) - low) / (high - low) : 0;
}

static KringPoint
get_place_cb (guint node, double angle, double part, gpointer data)
{
  const Rings *self = data;
  KringPoint way = rings_get_way (angle);
  double low, high, radius;

  find_borders (self, node, way, &low, &high);
  radius = low + part * (high - low);
  return KRING_POINT_INIT (self->middle.x + radius * way.x, self->middle.y + radius * way.y);
}

static gboolean
rings_even_fans (Rings *self, KringPoint *places)
{
  KringAngularSpacingOptions options = { .fixed = self->fixed,
                                         .allow = rings_allow_cb,
                                         .get_part = get_part_cb,
                                         .get_place = get_place_cb,
                                         .middle = self->root,
                                         .aspect = self->options->ring_axes[0].x /
                                                   self->options->ring_axes[0].y,
                                         .data = self,
                                         .cancellable = self->options->cancellable };

  if (!self->map || self->options->overlaps)
    return TRUE;
  return kring_angular_spacing_even (self->graph, &options, places);
}

/* Larger rings until every label has its own place, and hulls hold none but their own. */
static gboolean
rings_arrange (Rings *self, KringPoint *places)
{
  double firmness = 1;
  guint round = 0;

  if (!improve (self, places, 0, firmness))
    return FALSE;
  if (self->options->exact || self->options->overlaps)
    return TRUE;
  for (; !rings_is_clear (self, places, round) && round < ROUNDS_LABELS; round++)
    {
      if (self->options->progress != NULL)
        self->options->progress (places, 0.5, self->options->progress_data);
      firmness *= FIRMER;
      if (!improve (self, places, 12, firmness))
        return FALSE;
      if (!rings_is_clear (self, places, round))
        spread (self, places, LARGER);
    }
  return round < ROUNDS_LABELS || take_apart (self, places);
}

/* Members of a group want to stand together, and so do those on the outer arc who have ties. */
static void
want_together (Rings *self, KringClutter *clutter)
{
  const KringGraph *graph = self->graph;
  g_autofree guint *sizes = dup_group_sizes (graph);

  for (guint a = 0; a < graph->n_nodes; a++)
    for (guint b = 0; b < a && graph->nodes[a].group >= 0; b++)
      if (graph->nodes[a].group == graph->nodes[b].group)
        kring_clutter_want (clutter, a, b, STEP * get_together (sizes[graph->nodes[a].group]),
                            TOGETHER_CLEAR);
  for (guint e = 0; e < graph->n_edges; e++)
    if (is_far_tie (self, &graph->edges[e]))
      kring_clutter_want (clutter, graph->edges[e].from, graph->edges[e].to, STEP * FAR_TIE,
                          FAR_CLEAR);
}

/* Those of one ring may change places, unless they are of a group with a sector to itself. */
static guint *
dup_free_levels (const Rings *self)
{
  guint *levels = g_new0 (guint, self->graph->n_nodes + 1);

  for (guint v = 0; v < self->graph->n_nodes; v++)
    if (!self->fixed[v] && (self->sectors == NULL || self->graph->nodes[v].group < 0))
      levels[v] = self->levels[v];
  return levels;
}

/* Moves @places about that are not @fixed; a short search makes nothing worse. */
static gboolean
rings_search (Rings *self, Clear *clear, guint passes, const guint8 *fixed, KringPoint *places)
{
  gboolean whole = passes > SHORT_PASSES;
  double work = passes * kring_local_search_get_pass (self->graph);
  KringClearSearchOptions options = { .rand = clear->rand,
                                      .passes = passes,
                                      .runs = whole ? CLAMP (WORK_RUNS / work, 1, RUNS_MAX) : 1,
                                      .heat = whole ? HEAT_CLEAR : 0,
                                      .reach = STEP,
                                      .far = FAR_MOVE,
                                      .depth = DEPTH,
                                      .middle = self->middle,
                                      .fixed = fixed,
                                      .bands = clear->levels,
                                      .allow = rings_allow_cb,
                                      .allow_data = self,
                                      .cancellable = self->options->cancellable };

  return kring_clear_search (clear->clutter, self->graph, &options, places);
}

/* Larger rings until every label has its own place, and hulls hold none but their own. */
static gboolean
rings_make_room (Rings *self, Clear *clear, KringPoint *places)
{
  guint round = 0;

  for (; !rings_is_clear (self, places, round) && round < ROUNDS_LABELS; round++)
    {
      if (self->options->progress != NULL)
        self->options->progress (places, 0.7, self->options->progress_data);
      clear->firmness *= FIRMER;
      kring_clutter_set_firmness (clear->clutter, clear->firmness);
      if (!rings_search (self, clear, SHORT_PASSES, self->fixed, places))
        return FALSE;
      if (round >= ROUNDS_AS_LARGE && !rings_is_clear (self, places, round))
        spread (self, places, LITTLE_LARGER);
    }
  return round < ROUNDS_LABELS || take_apart (self, places);
}

/* Ties that no bend leads around people count for more, as long as that helps. */
static gboolean
rings_work_off (Rings *self, Clear *clear, KringPoint *places)
{
  const guint n = self->graph->n_nodes;
  g_autofree KringPoint *tried = g_new (KringPoint, n + 1);
  g_autofree guint8 *marks = g_new (guint8, n + 1), *fixed = g_new (guint8, n + 1);
  guint strangers = kring_hull_intruders_count (self->graph, places, self->options->cancellable),
        count;
  double clearance = 1;

  for (guint round = 0; round < ROUNDS_CLEARANCE; round++)
    {
      memset (marks, 0, n);
      kring_clutter_place_all (clear->clutter, places);
      count = kring_clutter_count_misleading (clear->clutter, marks);
      if (count == 0)
        break;
      for (guint v = 0; v < n; v++)
        fixed[v] = self->fixed[v] || (round < ROUNDS_CONCERNED && !marks[v]);
      memcpy (tried, places, n * sizeof (KringPoint));
      kring_clutter_set_clearance (clear->clutter, clearance *= CLEARER);
      if (!rings_search (self, clear, SHORT_PASSES, fixed, tried))
        return FALSE;
      if (kring_clutter_count_misleading (clear->clutter, NULL) <= count &&
          kring_separate_count_helpable (self->graph, tried, self->fixed) == 0 &&
          kring_hull_intruders_count (self->graph, tried, self->options->cancellable) <= strangers)
        memcpy (places, tried, n * sizeof (KringPoint));
    }
  return TRUE;
}

/* With ties clear of people. */
static gboolean
arrange_clear (Rings *self, guint passes, KringPoint *places)
{
  g_autoptr (KringClutter) clutter = kring_clutter_new (self->graph);
  g_autoptr (GRand) rand = g_rand_new_with_seed (self->options->seed);
  g_autofree guint *levels = dup_free_levels (self);
  Clear clear = { clutter, rand, levels, 1 };

  want_together (self, clutter);
  return rings_search (self, &clear, passes, self->fixed, places) &&
         rings_make_room (self, &clear, places) && rings_work_off (self, &clear, places);
}

/* Passes that the size of the drawing allows; 0: too few to be of use. */
static guint
count_clear_passes (const Rings *self)
{
  double passes = WORK_CLEAR / kring_local_search_get_pass (self->graph);

  if (!self->map || self->options->exact || self->options->overlaps || passes < PASSES_LEAST)
    return 0;
  return MIN (passes, PASSES_CLEAR);
}

/* Where some stay, so do the rings, as far as there is room. */
static void
find_sizes (Rings *self)
{
  gboolean any = FALSE;

  for (guint v = 0; v < self->graph->n_nodes; v++)
    any |= self->fixed[v] && v != self->root;
  memcpy (self->bands.usual, self->options->ring_axes, sizeof self->bands.usual);
  if (self->options->exact)
    kring_bands_keep (&self->bands, NULL);
  else if (any)
    kring_bands_keep (&self->bands, self->options->ring_sizes);
  else if (self->map)
    kring_bands_fit (&self->bands, self->graph, self->levels, self->options->gap);
  else
    kring_bands_fit_evenly (&self->bands, self->graph, self->levels, self->options->gap);
}

static gboolean
rings_lay_out (Rings *self, KringPoint *places)
{
  guint passes = count_clear_passes (self);

  return start (self, places) &&
         (passes > 0 ? arrange_clear (self, passes, places) : rings_arrange (self, places)) &&
         rings_even_fans (self, places);
}

/**
 * kring_layout_rings:
 * @places: (inout): of all nodes
 * @sizes: (out caller-allocates) (array length=KRING_LAYOUT_BANDS): of each ring, usually 1
 *
 * Returns: %FALSE if cancelled
 */
gboolean
kring_layout_rings (const KringGraph *graph,
                    const KringLayoutOptions *options,
                    KringPoint *places,
                    double *sizes)
{
  KringLayoutOptions own = *options;
  Rings self = { .graph = graph, .options = &own, .root = choose_root (graph) };
  gboolean done;

  self.map = !(options->step > 0);
  if (self.map)
    own.step = STEP;
  self.middle =
      graph->nodes[self.root].placed ? graph->nodes[self.root].at : KRING_POINT_INIT (0, 0);
  self.levels = g_new0 (guint, graph->n_nodes + 1);
  self.fixed = kring_layout_dup_fixed (graph, options->keep);
  self.fixed[self.root] = TRUE;
  places[self.root] = self.middle;
  if (own.exact)
    kring_levels_find_exact (graph, self.root, self.levels);
  else
    kring_levels_find (graph, self.root, self.levels);
  find_sizes (&self);
  done = rings_lay_out (&self, places);
  memcpy (sizes, self.bands.sizes, sizeof self.bands.sizes);
  g_clear_pointer (&self.sectors, kring_sectors_free);
  g_free (self.levels);
  g_free (self.fixed);
  return done;
}
