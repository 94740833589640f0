/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Both axes are looked at separately, "along" being the one that may move:
 *
 *    wanted     what is tried                         guide
 *    |   o      the same x as a neighbour             vertical, through all on that line
 *    o   o  |   a third in a row at an equal gap,     horizontal, through the three
 *      ^        or halfway between two
 */
#include "hands/interact/kring-snap.h"

/* One axis of a point: along is what may snap, across is the other coordinate. */
typedef struct
{
  double along;
  double across;
} Place;

static Place
place_of (KringPoint point, gboolean x)
{
  return x ? (Place){ point.x, point.y } : (Place){ point.y, point.x };
}

static gboolean
closer (double candidate, double wanted, double *best, double reach)
{
  double limit = *best == G_MAXDOUBLE ? reach : fabs (*best - wanted);

  if (fabs (candidate - wanted) >= limit)
    return FALSE;
  *best = candidate;
  return TRUE;
}

static double
find_line (Place wanted, GArray *neighbours, gboolean x, double reach)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < neighbours->len; i++)
    closer (place_of (g_array_index (neighbours, KringPoint, i), x).along, wanted.along, &best,
            reach);
  return best;
}

static double
find_gap (Place wanted, GArray *neighbours, gboolean x, double reach)
{
  double best = G_MAXDOUBLE;
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < neighbours->len; i++)
    {
      Place place = place_of (g_array_index (neighbours, KringPoint, i), x);

      if (fabs (place.across - wanted.across) < reach)
        g_array_append_val (row, place.along);
    }
  for (guint i = 0; i < row->len; i++)
    for (guint j = 0; j < row->len; j++)
      {
        double a = g_array_index (row, double, i), b = g_array_index (row, double, j);

        if (a == b)
          continue;
        closer (2 * b - a, wanted.along, &best, reach);
        closer ((a + b) / 2, wanted.along, &best, reach);
      }
  return best;
}

static void
stretch (GArray *neighbours, KringPoint point, gboolean x, KringPoint ends[2])
{
  Place at = place_of (point, x);
  double low = at.across, high = at.across;

  for (guint i = 0; i < neighbours->len; i++)
    {
      Place place = place_of (g_array_index (neighbours, KringPoint, i), x);

      if (fabs (place.along - at.along) > 0.01)
        continue;
      low = MIN (low, place.across);
      high = MAX (high, place.across);
    }
  ends[0] = x ? KRING_POINT_INIT (at.along, low) : KRING_POINT_INIT (low, at.along);
  ends[1] = x ? KRING_POINT_INIT (at.along, high) : KRING_POINT_INIT (high, at.along);
}

/**
 * kring_snap_find:
 * @wanted: where it would stand without
 * @neighbours: (element-type KringPoint): centres of what stands still and can be seen
 * @reach: how far the point may be pulled, in map units
 *
 * Centre lines go before equal distances; the nearest wins.
 *
 * Returns: where it is pulled, and along which lines
 */
KringSnap
kring_snap_find (KringPoint wanted, GArray *neighbours, double reach)
{
  KringSnap snap = { .point = wanted };
  double x = find_line (place_of (wanted, TRUE), neighbours, TRUE, reach);
  double y = find_line (place_of (wanted, FALSE), neighbours, FALSE, reach);

  snap.vertical = x != G_MAXDOUBLE;
  snap.horizontal = y != G_MAXDOUBLE;
  if (snap.vertical)
    snap.point.x = x;
  if (snap.horizontal)
    snap.point.y = y;
  if (!snap.vertical && snap.horizontal)
    {
      x = find_gap (place_of (snap.point, TRUE), neighbours, TRUE, reach);
      snap.point.x = x != G_MAXDOUBLE ? x : snap.point.x;
    }
  if (!snap.horizontal && snap.vertical)
    {
      y = find_gap (place_of (snap.point, FALSE), neighbours, FALSE, reach);
      snap.point.y = y != G_MAXDOUBLE ? y : snap.point.y;
    }
  if (snap.vertical)
    stretch (neighbours, snap.point, TRUE, snap.vertical_ends);
  if (snap.horizontal)
    stretch (neighbours, snap.point, FALSE, snap.horizontal_ends);
  return snap;
}
