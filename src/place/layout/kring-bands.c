/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/layout/kring-bands.h"

/* What the one in the middle needs, from the middle. */
#define ROOT_RIM 62.0

/* How full of boxes bands should be, and how full they may be before rings become much larger than even
 * ones would be. */
#define FULL 0.23
#define FULL_STEP 0.01
#define FULL_MOST 0.40
#define LARGER_MOST 1.12

/* The near ring is never smaller than this part of its usual size; from ring to ring is so much room for
 * those who stand there, or for the first who comes, in map units. */
#define NEAR_LEAST 0.75
#define WIDE 104.0
#define WIDE_EMPTY 80.0

static KringPoint
bands_get_axes (const KringBands *self, guint level)
{
  return level == 0 ? KRING_POINT_INIT (ROOT_RIM, ROOT_RIM)
                    : KRING_POINT_INIT (self->usual[level - 1].x * self->sizes[level - 1],
                                        self->usual[level - 1].y * self->sizes[level - 1]);
}

/* What the boxes of those in every band take. */
static void
find_needs (const KringGraph *graph, const guint *levels, double gap, double *needs)
{
  for (guint level = 0; level <= KRING_LAYOUT_BANDS; level++)
    needs[level] = 0;
  for (guint v = 0; v < graph->n_nodes; v++)
    needs[levels[v]] += (graph->nodes[v].box.width + gap) * (graph->nodes[v].box.height + gap);
}

/* The smallest size of a ring that leaves so much room, and everywhere so much width, inside it. */
static double
bands_get_size (KringPoint usual, KringPoint inner, double room, double wide)
{
  double size = sqrt ((room / G_PI + inner.x * inner.y) / (usual.x * usual.y));

  return MAX (size, MAX ((inner.x + wide) / usual.x, (inner.y + wide) / usual.y));
}

/* Half the outermost axes times each other, if bands may be so full. */
static double
fit_full (KringBands *self, const double *needs, double full)
{
  guint last = needs[KRING_LAYOUT_BANDS] > 0 ? KRING_LAYOUT_BANDS : KRING_LAYOUT_BANDS - 1;
  KringPoint outer;

  for (guint level = 1; level <= KRING_LAYOUT_BANDS; level++)
    self->sizes[level - 1] =
        bands_get_size (self->usual[level - 1], bands_get_axes (self, level - 1),
                        needs[level] / full, needs[level] > 0 ? WIDE : WIDE_EMPTY);
  outer = bands_get_axes (self, last);
  return outer.x * outer.y;
}

/* The same as fit_full (), with the least size of the near ring. */
static double
fit_rings (KringBands *self, const double *needs, double full)
{
  KringPoint near = self->usual[0];
  double least = NEAR_LEAST * NEAR_LEAST * near.x * near.y - ROOT_RIM * ROOT_RIM, own[5];

  for (guint level = 0; level <= KRING_LAYOUT_BANDS; level++)
    own[level] = needs[level];
  own[1] = MAX (own[1], G_PI * least * full);
  return fit_full (self, own, full);
}

/**
 * kring_bands_fit_evenly:
 *
 * Makes all rings larger by as much, until no band is too full of boxes to begin with.
 */
void
kring_bands_fit_evenly (KringBands *self, const KringGraph *graph, const guint *levels, double gap)
{
  double needs[KRING_LAYOUT_BANDS + 1], size = 1;

  kring_bands_keep (self, NULL);
  find_needs (graph, levels, gap, needs);
  for (guint level = 1; level <= KRING_LAYOUT_BANDS; level++)
    {
      KringPoint inner = bands_get_axes (self, level - 1), outer = bands_get_axes (self, level);
      double room = G_PI * (outer.x * outer.y - inner.x * inner.y);

      size = MAX (size, sqrt (needs[level] / (FULL_MOST * room)));
    }
  kring_bands_grow (self, size);
}

/**
 * kring_bands_fit:
 *
 * Makes every ring as large as those inside it need, so that nobody is crowded into one while others
 * stand empty; together they become little larger than even ones would be.
 */
void
kring_bands_fit (KringBands *self, const KringGraph *graph, const guint *levels, double gap)
{
  double needs[KRING_LAYOUT_BANDS + 1], full = FULL;
  KringPoint outer;

  find_needs (graph, levels, gap, needs);
  kring_bands_fit_evenly (self, graph, levels, gap);
  outer = bands_get_axes (self, needs[KRING_LAYOUT_BANDS] > 0 ? KRING_LAYOUT_BANDS
                                                              : KRING_LAYOUT_BANDS - 1);
  while (fit_rings (self, needs, full) > LARGER_MOST * outer.x * outer.y && full < FULL_MOST)
    full += FULL_STEP;
}

/**
 * kring_bands_keep:
 * @sizes: (nullable) (array length=KRING_LAYOUT_BANDS): times which each ring is drawn larger; where it
 *   is 0, as usual
 */
void
kring_bands_keep (KringBands *self, const double *sizes)
{
  for (guint i = 0; i < KRING_LAYOUT_BANDS; i++)
    self->sizes[i] = sizes != NULL && sizes[i] > 0 ? sizes[i] : 1;
}

/**
 * kring_bands_grow:
 * @factor: times which all rings become larger
 */
void
kring_bands_grow (KringBands *self, double factor)
{
  for (guint i = 0; i < KRING_LAYOUT_BANDS; i++)
    self->sizes[i] *= factor;
}

/* How far the ellipse is from its middle, in the direction (ux, uy). */
static double
bands_reach (KringPoint axes, double ux, double uy)
{
  double x = ux / axes.x, y = uy / axes.y;

  return 1 / sqrt (x * x + y * y);
}

/**
 * kring_bands_find_borders:
 * @level: of a node that is not the root
 * @low: (out): how near to the middle it may stand in the direction @way, of length 1
 * @high: (out): and how far
 */
void
kring_bands_find_borders (
    const KringBands *self, guint level, KringPoint way, double *low, double *high)
{
  *low = bands_reach (bands_get_axes (self, level - 1), way.x, way.y) + KRING_BANDS_RIM;
  *high = MAX (bands_reach (bands_get_axes (self, level), way.x, way.y) - KRING_BANDS_RIM, *low);
}
