/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-outline.h"

/* Straight pieces that a curve is taken for. */
#define PIECES 8

typedef struct
{
  KringPoint centre;
  KringPoint way; /* of length 1 */
  double reach;   /* of the outermost crossing so far */
} Ray;

/* Where the piece from @a to @b crosses the ray, if it does. */
static void
outline_cross (Ray *ray, KringPoint a, KringPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double ax = a.x - ray->centre.x, ay = a.y - ray->centre.y;
  double turn = ray->way.x * dy - ray->way.y * dx;
  double along, on_piece;

  if (fabs (turn) < 1e-9)
    return;
  along = (ax * dy - ay * dx) / turn;
  on_piece = (ax * ray->way.y - ay * ray->way.x) / turn;
  if (along > ray->reach && on_piece >= 0 && on_piece <= 1)
    ray->reach = along;
}

static void
cross_curve (Ray *ray, KringPoint a, const KringPoint *c)
{
  KringPoint last = a;

  for (guint i = 1; i <= PIECES; i++)
    {
      double t = (double) i / PIECES, u = 1 - t;
      double k[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };
      KringPoint next = { k[0] * a.x + k[1] * c[0].x + k[2] * c[1].x + k[3] * c[2].x,
                          k[0] * a.y + k[1] * c[0].y + k[2] * c[1].y + k[3] * c[2].y };

      outline_cross (ray, last, next);
      last = next;
    }
}

static void
cross_path (Ray *ray, const KringPath *path)
{
  const KringPoint *points = (const KringPoint *) path->points->data;
  KringPoint start = { 0 }, last = { 0 };

  for (guint i = 0; i < path->verbs->len; i++)
    switch ((KringPathVerb) g_array_index (path->verbs, guint8, i))
      {
      case KRING_PATH_MOVE:
        start = last = *points++;
        break;
      case KRING_PATH_LINE:
        outline_cross (ray, last, *points);
        last = *points++;
        break;
      case KRING_PATH_CURVE:
        cross_curve (ray, last, points);
        last = points[2];
        points += 3;
        break;
      case KRING_PATH_CLOSE:
        outline_cross (ray, last, start);
        last = start;
        break;
      }
}

/**
 * kring_outline_get_reach:
 * @path: an outline around @centre
 *
 * Returns: the distance from @centre to the outermost crossing on the way to @towards and beyond;
 *   0 if there is none
 */
double
kring_outline_get_reach (const KringPath *path, KringPoint centre, KringPoint towards)
{
  double distance = kring_point_distance (centre, towards);
  Ray ray = { .centre = centre };

  if (distance < 1e-6)
    return 0;
  ray.way = KRING_POINT_INIT ((towards.x - centre.x) / distance, (towards.y - centre.y) / distance);
  cross_path (&ray, path);
  return ray.reach;
}
