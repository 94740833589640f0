/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-curve.h"

#include "place/clearance/kring-clearance.h"

/* Straight pieces of a bent curve. */
#define PIECES 32

/* Straight ends of waves and zigzags, and points a wave. */
#define LEAD 10.0
#define WAVE_STEPS 12
#define ZIGZAG_STEPS 4

static KringCurve *
new_empty (void)
{
  KringCurve *self = g_new0 (KringCurve, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (KringPoint));
  self->distances = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

static KringPoint
get_point (const KringCurve *self, guint i)
{
  return g_array_index (self->points, KringPoint, i);
}

static double
curve_get_distance (const KringCurve *self, guint i)
{
  return g_array_index (self->distances, double, i);
}

static void
curve_append (KringCurve *self, KringPoint point)
{
  guint n = self->points->len;
  double distance = 0;

  if (n > 0)
    distance =
        curve_get_distance (self, n - 1) + kring_point_distance (get_point (self, n - 1), point);
  g_array_append_val (self->points, point);
  g_array_append_val (self->distances, distance);
}

/**
 * kring_curve_new_arc: (constructor)
 * @bend: how far the middle lies to the right of the way from @a to @b, in map units; 0: straight
 * @lean: as in KringBend; 0: an arc
 *
 * A quadratic Bézier curve whose control point lies twice as far out as the middle, or a cubic one.
 *
 * Returns: (transfer full): the curve
 */
KringCurve *
kring_curve_new_arc (KringPoint a, KringPoint b, double bend, double lean)
{
  KringCurve *self = new_empty ();
  double dx = b.x - a.x, dy = b.y - a.y, length = MAX (hypot (dx, dy), 1e-9);
  KringPoint control = { (a.x + b.x) / 2 - dy / length * bend * 2,
                         (a.y + b.y) / 2 + dx / length * bend * 2 };

  curve_append (self, a);
  for (guint i = 1; (bend != 0 || lean != 0) && i < PIECES; i++)
    {
      double t = (double) i / PIECES, u = 1 - t;
      double off = kring_bend_at ((KringBend){ 0, lean }, t) / length;

      curve_append (
          self, KRING_POINT_INIT (u * u * a.x + 2 * t * u * control.x + t * t * b.x - dy * off,
                                  u * u * a.y + 2 * t * u * control.y + t * t * b.y + dx * off));
    }
  curve_append (self, b);
  return self;
}

void
kring_curve_free (KringCurve *self)
{
  g_array_unref (self->points);
  g_array_unref (self->distances);
  g_free (self);
}

/**
 * kring_curve_get_length:
 *
 * Returns: its length in map units
 */
double
kring_curve_get_length (const KringCurve *self)
{
  return curve_get_distance (self, self->points->len - 1);
}

/* The piece that the distance lies on: the index of its end. */
static guint
find_piece (const KringCurve *self, double distance)
{
  guint low = 1, high = self->points->len - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (curve_get_distance (self, middle) < distance)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * kring_curve_at:
 * @direction: (out) (optional): a vector of length 1 along the curve
 *
 * Returns: the point at @distance from the start
 */
KringPoint
kring_curve_at (const KringCurve *self, double distance, KringPoint *direction)
{
  double d = CLAMP (distance, 0, kring_curve_get_length (self));
  guint i = find_piece (self, d);
  KringPoint a = get_point (self, i - 1), b = get_point (self, i);
  double length = curve_get_distance (self, i) - curve_get_distance (self, i - 1);
  double k = length > 0 ? (d - curve_get_distance (self, i - 1)) / length : 0;

  if (direction != NULL)
    *direction = length > 0 ? KRING_POINT_INIT ((b.x - a.x) / length, (b.y - a.y) / length)
                            : KRING_POINT_INIT (1, 0);
  return KRING_POINT_INIT (a.x + (b.x - a.x) * k, a.y + (b.y - a.y) * k);
}

/**
 * kring_curve_cut:
 *
 * Returns: (transfer full): the part between two distances
 */
KringCurve *
kring_curve_cut (const KringCurve *self, double from, double to)
{
  KringCurve *part = new_empty ();

  curve_append (part, kring_curve_at (self, from, NULL));
  for (guint i = 0; i < self->points->len; i++)
    if (curve_get_distance (self, i) > from && curve_get_distance (self, i) < to)
      curve_append (part, get_point (self, i));
  curve_append (part, kring_curve_at (self, MAX (from, to), NULL));
  return part;
}

/**
 * kring_curve_dup_path:
 *
 * Returns: (transfer full): the curve as a path of short straight pieces
 */
KringPath *
kring_curve_dup_path (const KringCurve *self)
{
  KringPath *path = kring_path_new ();

  for (guint i = 0; i < self->points->len; i++)
    {
      KringPoint point = get_point (self, i);

      if (i == 0)
        kring_path_move_to (path, point.x, point.y);
      else
        kring_path_line_to (path, point.x, point.y);
    }
  return path;
}

static void
add_beside (KringPath *path, const KringCurve *self, double distance, double offset)
{
  KringPoint direction;
  KringPoint at = kring_curve_at (self, distance, &direction);
  KringPoint point = { at.x - direction.y * offset, at.y + direction.x * offset };

  if (path->points->len == 0)
    kring_path_move_to (path, point.x, point.y);
  else
    kring_path_line_to (path, point.x, point.y);
}

/**
 * kring_curve_dup_beside:
 * @offset: distance to the right, in map units
 *
 * Returns: (transfer full): a parallel curve
 */
KringPath *
kring_curve_dup_beside (const KringCurve *self, double offset)
{
  KringPath *path = kring_path_new ();

  for (guint i = 0; i < self->points->len; i++)
    add_beside (path, self, curve_get_distance (self, i), offset);
  return path;
}

/**
 * kring_curve_dup_wave:
 * @amplitude: how far it goes aside, in map units
 * @wavelength: about how long each is, in map units
 * @zigzag: straight teeth instead of round waves
 *
 * Waves along the curve, with straight ends; the length of a wave is fitted.
 *
 * Returns: (transfer full): the wave
 */
KringPath *
kring_curve_dup_wave (const KringCurve *self, double amplitude, double wavelength, gboolean zigzag)
{
  static const double teeth[] = { 0, 1, 0, -1 };
  KringPath *path = kring_path_new ();
  double length = kring_curve_get_length (self);
  double room = MAX (length - 2 * LEAD, 1);
  guint steps = zigzag ? ZIGZAG_STEPS : WAVE_STEPS;
  guint n = MAX (2, (guint) round (room / wavelength)) * steps;

  add_beside (path, self, 0, 0);
  for (guint i = 0; i <= n && length > 2 * LEAD; i++)
    {
      double height = zigzag ? teeth[i % 4] : sin (2 * G_PI * (i % steps) / steps);

      if (zigzag && i % 2 == 0 && i != 0 && i != n)
        continue;
      add_beside (path, self, LEAD + room * i / n, amplitude * height);
    }
  add_beside (path, self, length, 0);
  return path;
}

/**
 * kring_segment_inside:
 *
 * Liang and Barsky, "A new concept and method for line clipping", ACM TOG 3(1), 1984.
 *
 * Returns: how long the part of the segment is that lies in @rect; 0: it stays outside
 */
double
kring_segment_inside (KringPoint a, KringPoint b, KringRect rect)
{
  double dx = b.x - a.x, dy = b.y - a.y, first = 0, last = 1;
  const double p[] = { -dx, dx, -dy, dy };
  const double q[] = { a.x - rect.x, rect.x + rect.width - a.x, a.y - rect.y,
                       rect.y + rect.height - a.y };

  for (guint i = 0; i < 4; i++)
    {
      double t = p[i] != 0 ? q[i] / p[i] : 0;

      if (p[i] == 0 && q[i] < 0)
        return 0;
      if (p[i] < 0)
        first = MAX (first, t);
      else if (p[i] > 0)
        last = MIN (last, t);
    }
  return MAX (last - first, 0) * hypot (dx, dy);
}
