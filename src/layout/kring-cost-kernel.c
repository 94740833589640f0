/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/kring-cost-kernel.h"

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
      float right = boxes.right[i] < box.right ? boxes.right[i] : box.right;
      float left = boxes.left[i] > box.left ? boxes.left[i] : box.left;
      float bottom = boxes.bottom[i] < box.bottom ? boxes.bottom[i] : box.bottom;
      float top = boxes.top[i] > box.top ? boxes.top[i] : box.top;
      float w = right - left > 0 ? right - left : 0;
      float h = bottom - top > 0 ? bottom - top : 0;

      sum += w * h;
      found += (w > 0) & (h > 0);
    }
  *count = found;
  return area > 0 ? sum / area : 0;
}

/**
 * kring_kernel_stress:
 * @x: coordinates in steps
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
