/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/clearance/kring-cost-kernel.h"

#include <math.h>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__)
/* The same code for wider vector units, chosen when the program starts. */
#define VECTOR __attribute__ ((target_clones ("avx2", "default")))
#else
#define VECTOR
#endif

/**
 * kring_kernel_crossings:
 *
 * Two segments cross when each has its ends on both sides of the other. A shared end gives an
 * orientation of exactly 0 (this file is compiled without contraction of a * b - c * d) and counts as
 * no crossing.
 *
 * Returns: how many of the @n @segments cross @s
 */
VECTOR guint
kring_kernel_crossings (KringSegments segments, guint n, KringSegment s)
{
  guint count = 0;
  float sx = s.bx - s.ax, sy = s.by - s.ay;

  for (guint i = 0; i < n; i++)
    {
      float ax = segments.ax[i], ay = segments.ay[i];
      float bx = segments.bx[i], by = segments.by[i];
      float o1 = sx * (ay - s.ay) - sy * (ax - s.ax);
      float o2 = sx * (by - s.ay) - sy * (bx - s.ax);
      float dx = bx - ax, dy = by - ay;
      float o3 = dx * (s.ay - ay) - dy * (s.ax - ax);
      float o4 = dx * (s.by - ay) - dy * (s.bx - ax);

      count += (o1 * o2 < 0) & (o3 * o4 < 0);
    }
  return count;
}

/**
 * kring_kernel_view:
 * @view: (out caller-allocates): the @n @segments as seen from (@x, @y)
 */
VECTOR void
kring_kernel_view (KringSegments segments, guint n, float x, float y, KringView view)
{
#pragma GCC ivdep
  for (guint i = 0; i < n; i++)
    {
      float ax = segments.ax[i] - x, ay = segments.ay[i] - y;
      float bx = segments.bx[i] - x, by = segments.by[i] - y;

      view.side[i] = (by - ay) * ax - (bx - ax) * ay;
      view.ax[i] = ax;
      view.ay[i] = ay;
      view.bx[i] = bx;
      view.by[i] = by;
    }
}

/**
 * kring_kernel_crossings_seen:
 * @view: the @segments as seen from the start of @s
 *
 * Returns: how many of the @n @segments cross @s, as kring_kernel_crossings () would tell
 */
VECTOR guint
kring_kernel_crossings_seen (KringSegments segments, KringView view, guint n, KringSegment s)
{
  guint count = 0;
  float sx = s.bx - s.ax, sy = s.by - s.ay;

  for (guint i = 0; i < n; i++)
    {
      float ax = view.ax[i], ay = view.ay[i], bx = view.bx[i], by = view.by[i];
      float o1 = sx * ay - sy * ax;
      float o2 = sx * by - sy * bx;
      float o4 = (bx - ax) * (s.by - segments.ay[i]) - (by - ay) * (s.bx - segments.ax[i]);

      count += (o1 * o2 < 0) & (view.side[i] * o4 < 0);
    }
  return count;
}

/*
 * Separating axes: a segment and a box are apart when their shadows are apart on the x axis, on the
 * y axis or at right angles to the segment. No division, no branch.
 */
static inline __attribute__ ((always_inline)) int
runs_through (float ax, float ay, float bx, float by, KringBox box)
{
  float half_x = 0.5f * fabsf (bx - ax), half_y = 0.5f * fabsf (by - ay);
  float wide = 0.5f * (box.right - box.left), high = 0.5f * (box.bottom - box.top);
  float dx = 0.5f * (ax + bx) - 0.5f * (box.left + box.right);
  float dy = 0.5f * (ay + by) - 0.5f * (box.top + box.bottom);
  float across = fabsf (0.5f * (bx - ax) * dy - 0.5f * (by - ay) * dx);

  return (fabsf (dx) < half_x + wide) & (fabsf (dy) < half_y + high) &
         (across < half_x * high + half_y * wide);
}

/**
 * kring_kernel_segments_through:
 *
 * Returns: how many of the @n @segments run through @box
 */
VECTOR guint
kring_kernel_segments_through (KringSegments segments, guint n, KringBox box)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += runs_through (segments.ax[i], segments.ay[i], segments.bx[i], segments.by[i], box);
  return count;
}

/**
 * kring_kernel_boxes_hit:
 *
 * Returns: through how many of the @n @boxes the segment @s runs
 */
VECTOR guint
kring_kernel_boxes_hit (KringBoxes boxes, guint n, KringSegment s)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count +=
        runs_through (s.ax, s.ay, s.bx, s.by,
                      (KringBox){ boxes.left[i], boxes.top[i], boxes.right[i], boxes.bottom[i] });
  return count;
}

/**
 * kring_kernel_middles_hit:
 *
 * Returns: through how many of the @n boxes the segment @s runs
 */
VECTOR guint
kring_kernel_middles_hit (KringMiddles middles, guint n, KringSegment s)
{
  float x = 0.5f * (s.ax + s.bx), y = 0.5f * (s.ay + s.by);
  float half_x = 0.5f * (s.bx - s.ax), half_y = 0.5f * (s.by - s.ay);
  float wide = fabsf (half_x), high = fabsf (half_y);
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      float dx = x - middles.x[i], dy = y - middles.y[i];
      float w = middles.wide[i], h = middles.high[i];

      count += (fabsf (dx) < wide + w) & (fabsf (dy) < high + h) &
               (fabsf (half_x * dy - half_y * dx) < wide * h + high * w);
    }
  return count;
}

/**
 * kring_kernel_segments_touch:
 * @touch: (out caller-allocates): per segment, whether the box around it touches @box
 */
VECTOR void
kring_kernel_segments_touch (KringSegments segments, guint n, KringBox box, guint8 *touch)
{
  for (guint i = 0; i < n; i++)
    {
      float ax = segments.ax[i], ay = segments.ay[i];
      float bx = segments.bx[i], by = segments.by[i];
      float left = ax < bx ? ax : bx, right = ax < bx ? bx : ax;
      float top = ay < by ? ay : by, bottom = ay < by ? by : ay;

      touch[i] =
          (left <= box.right) & (right >= box.left) & (top <= box.bottom) & (bottom >= box.top);
    }
}

/**
 * kring_kernel_boxes_touch:
 * @touch: (out caller-allocates): per box, whether it touches @box
 */
VECTOR void
kring_kernel_boxes_touch (KringBoxes boxes, guint n, KringBox box, guint8 *touch)
{
  for (guint i = 0; i < n; i++)
    touch[i] = (boxes.left[i] <= box.right) & (boxes.right[i] >= box.left) &
               (boxes.top[i] <= box.bottom) & (boxes.bottom[i] >= box.top);
}

/* atan2 to within 0.0003, from -pi to pi (Abramowitz, Stegun 4.4.47, shortened). */
static inline __attribute__ ((always_inline)) float
quick_atan2 (float y, float x)
{
  float wide = fabsf (x), high = fabsf (y);
  float most = wide > high ? wide : high, least = wide > high ? high : wide;
  float t = least / (most > 1e-20f ? most : 1e-20f), u = t * t;
  float angle =
      t * (0.999866f + u * (-0.3302995f + u * (0.180141f + u * (-0.085133f + u * 0.0208351f))));

  angle = high > wide ? (float) G_PI_2 - angle : angle;
  angle = x < 0 ? (float) G_PI - angle : angle;
  return y < 0 ? -angle : angle;
}

/**
 * kring_kernel_angles:
 * @x: coordinates of the points
 * @y: as many
 * @angles: (out caller-allocates): the directions in which the @n points lie from (@px, @py)
 */
VECTOR void
kring_kernel_angles (const float *x, const float *y, guint n, float px, float py, float *angles)
{
  for (guint i = 0; i < n; i++)
    angles[i] = quick_atan2 (y[i] - py, x[i] - px);
}

/**
 * kring_kernel_sharpest:
 * @angles: directions from -pi to pi; sorted afterwards
 *
 * Returns: the smallest angle between two of them that follow each other; all around if there is one
 */
float
kring_kernel_sharpest (float *angles, guint n)
{
  float least = (float) (2 * G_PI);

  for (guint i = 1; i < n; i++)
    {
      float angle = angles[i];
      guint at = i;

      for (; at > 0 && angles[at - 1] > angle; at--)
        angles[at] = angles[at - 1];
      angles[at] = angle;
    }
  if (n > 1)
    least = angles[0] + (float) (2 * G_PI) - angles[n - 1];
  for (guint i = 1; i < n; i++)
    least = angles[i] - angles[i - 1] < least ? angles[i] - angles[i - 1] : least;
  return least;
}

/**
 * kring_kernel_nearest_angle:
 *
 * Returns: how far @angle is from the nearest of the @n @angles, all from -pi to pi
 */
VECTOR float
kring_kernel_nearest_angle (const float *angles, guint n, float angle)
{
  float nearest = (float) (2 * G_PI);

  for (guint i = 0; i < n; i++)
    {
      float off = fabsf (angles[i] - angle);
      float back = (float) (2 * G_PI) - off;

      off = off < back ? off : back;
      nearest = off < nearest ? off : nearest;
    }
  return nearest;
}

/**
 * kring_kernel_overlaps:
 * @count: (out): how many of the boxes overlap @box
 *
 * Returns: the sum over them of overlapping area / area of @box
 */
VECTOR float
kring_kernel_overlaps (KringBoxes boxes, guint n, KringBox box, guint *count)
{
  float area = (box.right - box.left) * (box.bottom - box.top);
  float sum = 0;
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      float far = boxes.right[i], near = boxes.left[i];
      float low = boxes.bottom[i], high = boxes.top[i];
      float w = (far < box.right ? far : box.right) - (near > box.left ? near : box.left);
      float h = (low < box.bottom ? low : box.bottom) - (high > box.top ? high : box.top);

      w = w > 0 ? w : 0;
      h = h > 0 ? h : 0;
      sum += w * h;
      found += (w > 0) & (h > 0);
    }
  *count = found;
  return area > 0 ? sum / area : 0;
}

/**
 * kring_kernel_ratios:
 * @x: coordinates in steps
 * @y: as many
 * @distances: distances of one node to all, in steps; 0 where there is none to count
 *
 * Returns: sums of length / d over nodes with d > 0, seen from (@px, @py)
 */
VECTOR KringRatios
kring_kernel_ratios (
    const float *x, const float *y, const float *distances, guint n, float px, float py)
{
  float sum = 0, squares = 0, count = 0;

  for (guint i = 0; i < n; i++)
    {
      float dx = x[i] - px, dy = y[i] - py, d = distances[i];
      float known = d > 0 ? 1.0f : 0.0f;
      float ratio = known * sqrtf (dx * dx + dy * dy) / (d > 0 ? d : 1.0f);

      sum += ratio;
      squares += ratio * ratio;
      count += known;
    }
  return (KringRatios){ sum, squares, count };
}

/**
 * kring_kernel_stress:
 * @x: coordinates in steps
 * @y: as many
 * @distances: distances of one node to all, in steps; 0 where there is none to count
 *
 * Returns: the sum of (length / d - 1)^2 over nodes with d > 0, seen from (@px, @py)
 */
VECTOR float
kring_kernel_stress (
    const float *x, const float *y, const float *distances, guint n, float px, float py)
{
  float sum = 0;

  for (guint i = 0; i < n; i++)
    {
      float dx = x[i] - px, dy = y[i] - py, d = distances[i];
      float known = d > 0 ? 1.0f : 0.0f;
      float ratio = sqrtf (dx * dx + dy * dy) / (d > 0 ? d : 1.0f) - 1.0f;

      sum += known * ratio * ratio;
    }
  return sum;
}

/* What a tie counts that runs so far from the middle of somebody whom it does not belong to: behind their
 * sign, or so near that it could be theirs. */
#define BEHIND 27.0f
#define BESIDE 39.0f

static inline __attribute__ ((always_inline)) float
count_near (float distance)
{
  float behind = 1.0f + 0.6f * (BEHIND - distance) / BEHIND;
  float beside = 0.25f * (BESIDE - distance) / (BESIDE - BEHIND);

  beside = beside > 0 ? beside : 0;
  return distance < BEHIND ? behind : beside;
}

/* The distance from a point, seen from the start of a segment, to the segment. */
static inline __attribute__ ((always_inline)) float
distance_to (float px, float py, float dx, float dy, float square)
{
  float t = (px * dx + py * dy) / square;

  t = t < 0 ? 0 : t;
  t = t > 1 ? 1 : t;
  px -= t * dx;
  py -= t * dy;
  return sqrtf (px * px + py * py);
}

/**
 * kring_kernel_near_people:
 * @hit: what it counts that the segment runs through a box
 *
 * Returns: the sum of how much the segment @s is too near to the @n @people
 */
VECTOR float
kring_kernel_near_people (KringPeople people, guint n, KringSegment s, float hit)
{
  float dx = s.bx - s.ax, dy = s.by - s.ay, square = dx * dx + dy * dy + 1e-6f, sum = 0;

  for (guint i = 0; i < n; i++)
    {
      float distance = distance_to (people.x[i] - s.ax, people.y[i] - s.ay, dx, dy, square);
      KringBox box = { people.boxes.left[i], people.boxes.top[i], people.boxes.right[i],
                       people.boxes.bottom[i] };

      sum += count_near (distance - people.wider[i]) +
             hit * (float) runs_through (s.ax, s.ay, s.bx, s.by, box);
    }
  return sum;
}

/**
 * kring_kernel_near_segments:
 * @wider: by how much more than usual somebody at @at needs
 * @through: what it counts that a segment runs through @box, theirs
 *
 * Returns: the sum of how much the @n @segments are too near to them
 */
VECTOR float
kring_kernel_near_segments (
    KringSegments segments, guint n, KringPoint at, float wider, KringBox box, float through)
{
  float x = at.x, y = at.y, sum = 0;

  for (guint i = 0; i < n; i++)
    {
      float ax = segments.ax[i], ay = segments.ay[i], bx = segments.bx[i], by = segments.by[i];
      float dx = bx - ax, dy = by - ay;

      sum += count_near (distance_to (x - ax, y - ay, dx, dy, dx * dx + dy * dy + 1e-6f) - wider) +
             through * (float) runs_through (ax, ay, bx, by, box);
    }
  return sum;
}

/* Two directions are told apart from this angle on: 9 degrees. */
#define APART 0.157f

/**
 * kring_kernel_narrow:
 *
 * Returns: the sum of how far the @n directions are from being told apart from (@x, @y), 1 for the same
 */
VECTOR float
kring_kernel_narrow (const float *ux, const float *uy, guint n, float x, float y)
{
  float sum = 0;

  for (guint i = 0; i < n; i++)
    {
      float dot = x * ux[i] + y * uy[i];
      float lack = 1.0f - fabsf (x * uy[i] - y * ux[i]) * (1.0f / APART);

      lack = lack > 0 ? lack : 0;
      sum += dot > 0 ? lack : 0;
    }
  return sum;
}

/* Half of what a person's sign takes. */
#define SIGN 28.0f

/**
 * kring_kernel_slots_kept:
 * @names: (inout): bits of slots that touch the box of somebody are added
 *
 * Returns: bits of @slots that touch the sign of one of the @n @people
 */
VECTOR guint
kring_kernel_slots_kept (KringPeople people, guint n, KringSlots slots, guint *names)
{
  guint signs = 0, boxes = 0;

  for (guint i = 0; i < n; i++)
    {
      float half = SIGN + people.wider[i], x = people.x[i] - slots.x, y = people.y[i] - slots.y;
      float left = people.boxes.left[i] - slots.x, right = people.boxes.right[i] - slots.x;
      float top = people.boxes.top[i] - slots.y, bottom = people.boxes.bottom[i] - slots.y;
      guint sign = 0, box = 0;

#pragma GCC unroll 9
      for (guint s = 0; s < KRING_SLOTS; s++)
        {
          float dx = slots.dx * (float) s, dy = slots.dy * (float) s;

          sign |=
              (guint) ((fabsf (x - dx) < half + slots.wide) & (fabsf (y - dy) < half + slots.high))
              << s;
          box |= (guint) ((left < dx + slots.wide) & (right > dx - slots.wide) &
                          (top < dy + slots.high) & (bottom > dy - slots.high))
                 << s;
        }
      signs |= sign;
      boxes |= box;
    }
  *names |= boxes;
  return signs;
}

/**
 * kring_kernel_segments_reach:
 * @touch: (out caller-allocates): per segment, whether it runs through @box
 */
VECTOR void
kring_kernel_segments_reach (KringSegments segments, guint n, KringBox box, guint8 *touch)
{
  for (guint i = 0; i < n; i++)
    touch[i] = runs_through (segments.ax[i], segments.ay[i], segments.bx[i], segments.by[i], box);
}

/**
 * kring_kernel_segments_in_strip:
 * @touch: (out caller-allocates): per segment, whether it may touch @strip
 */
VECTOR void
kring_kernel_segments_in_strip (KringSegments segments, guint n, KringStrip strip, guint8 *touch)
{
  KringBox box = strip.box;

  for (guint i = 0; i < n; i++)
    {
      float ax = segments.ax[i], ay = segments.ay[i];
      float bx = segments.bx[i], by = segments.by[i];
      float a = (ax - strip.x) * strip.nx + (ay - strip.y) * strip.ny;
      float b = (bx - strip.x) * strip.nx + (by - strip.y) * strip.ny;
      float left = ax < bx ? ax : bx, right = ax < bx ? bx : ax;
      float top = ay < by ? ay : by, bottom = ay < by ? by : ay;
      float low = a < b ? a : b, high = a < b ? b : a;

      touch[i] = (left <= box.right) & (right >= box.left) & (top <= box.bottom) &
                 (bottom >= box.top) & (low <= strip.half) & (high >= -strip.half);
    }
}

static inline __attribute__ ((always_inline)) int
is_in_strip (KringStrip strip, KringBox box)
{
  float wide = 0.5f * (box.right - box.left), high = 0.5f * (box.bottom - box.top);
  float x = 0.5f * (box.left + box.right) - strip.x, y = 0.5f * (box.top + box.bottom) - strip.y;
  float off = fabsf (x * strip.nx + y * strip.ny);

  return (box.left <= strip.box.right) & (box.right >= strip.box.left) &
         (box.top <= strip.box.bottom) & (box.bottom >= strip.box.top) &
         (off <= strip.half + wide * fabsf (strip.nx) + high * fabsf (strip.ny));
}

/**
 * kring_kernel_people_in_strip:
 * @more: around the box of everybody as much more, and around their middle as much as its right and
 *   bottom together with what they need
 * @touch: (out caller-allocates): per person, whether one of the two may touch @strip
 */
VECTOR void
kring_kernel_people_in_strip (
    KringPeople people, guint n, KringStrip strip, KringBox more, guint8 *touch)
{
  for (guint i = 0; i < n; i++)
    {
      float wide = more.right + people.wider[i], high = more.bottom + people.wider[i];
      KringBox sign = { people.x[i] - wide, people.y[i] - high, people.x[i] + wide,
                        people.y[i] + high };
      KringBox box = { people.boxes.left[i] - more.left, people.boxes.top[i] - more.top,
                       people.boxes.right[i] + more.left, people.boxes.bottom[i] + more.top };

      touch[i] = is_in_strip (strip, sign) | is_in_strip (strip, box);
    }
}
