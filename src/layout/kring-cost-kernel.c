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

/* Liang-Barsky: the part of the segment inside the box, as an interval of its parameter. */
static inline __attribute__ ((always_inline)) int
runs_through (float ax, float ay, float bx, float by, KringBox box)
{
  float dx = bx - ax, dy = by - ay;
  float ix, iy, x0, x1, y0, y1, low, high;

  dx = fabsf (dx) < 1e-6f ? 1e-6f : dx;
  dy = fabsf (dy) < 1e-6f ? 1e-6f : dy;
  ix = 1.0f / dx;
  iy = 1.0f / dy;
  x0 = (box.left - ax) * ix;
  x1 = (box.right - ax) * ix;
  y0 = (box.top - ay) * iy;
  y1 = (box.bottom - ay) * iy;
  low = x0 < x1 ? x0 : x1;
  high = x0 < x1 ? x1 : x0;
  low = low > (y0 < y1 ? y0 : y1) ? low : (y0 < y1 ? y0 : y1);
  high = high < (y0 < y1 ? y1 : y0) ? high : (y0 < y1 ? y1 : y0);
  low = low > 0 ? low : 0;
  high = high < 1 ? high : 1;
  return low < high;
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
