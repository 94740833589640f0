/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/kring-curve.h"

#include "core/kring-grid.h"

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
get_distance (const KringCurve *self, guint i)
{
  return g_array_index (self->distances, double, i);
}

static void
append (KringCurve *self, KringPoint point)
{
  guint n = self->points->len;
  double distance = 0;

  if (n > 0)
    distance = get_distance (self, n - 1) + kring_point_distance (get_point (self, n - 1), point);
  g_array_append_val (self->points, point);
  g_array_append_val (self->distances, distance);
}

/**
 * kring_curve_new_arc: (constructor)
 * @bend: how far the middle lies to the right of the way from @a to @b, in map units; 0: straight
 *
 * A quadratic Bézier curve whose control point lies twice as far out as the middle.
 *
 * Returns: (transfer full): the curve
 */
KringCurve *
kring_curve_new_arc (KringPoint a, KringPoint b, double bend)
{
  KringCurve *self = new_empty ();
  double dx = b.x - a.x, dy = b.y - a.y, length = MAX (hypot (dx, dy), 1e-9);
  KringPoint control = { (a.x + b.x) / 2 - dy / length * bend * 2,
                         (a.y + b.y) / 2 + dx / length * bend * 2 };

  append (self, a);
  for (guint i = 1; bend != 0 && i < PIECES; i++)
    {
      double t = (double) i / PIECES, u = 1 - t;

      append (self, KRING_POINT_INIT (u * u * a.x + 2 * t * u * control.x + t * t * b.x,
                                      u * u * a.y + 2 * t * u * control.y + t * t * b.y));
    }
  append (self, b);
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
  return get_distance (self, self->points->len - 1);
}

/* The piece that the distance lies on: the index of its end. */
static guint
find_piece (const KringCurve *self, double distance)
{
  guint low = 1, high = self->points->len - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_distance (self, middle) < distance)
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
  double length = get_distance (self, i) - get_distance (self, i - 1);
  double k = length > 0 ? (d - get_distance (self, i - 1)) / length : 0;

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

  append (part, kring_curve_at (self, from, NULL));
  for (guint i = 0; i < self->points->len; i++)
    if (get_distance (self, i) > from && get_distance (self, i) < to)
      append (part, get_point (self, i));
  append (part, kring_curve_at (self, MAX (from, to), NULL));
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
    add_beside (path, self, get_distance (self, i), offset);
  return path;
}

/**
 * kring_curve_dup_wave:
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

/**
 * kring_segment_distance:
 *
 * Returns: the distance from @point to the nearest point of the segment
 */
double
kring_segment_distance (KringPoint a, KringPoint b, KringPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0;

  t = CLAMP (t, 0, 1);
  return hypot (point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/* Straight pieces that an arc is measured by. */
#define ARC_PIECES 16

/* A bend is no deeper than this part of the length, and no deeper than this, in map units. */
#define DEEPEST_PART 0.3
#define DEEPEST 150.0

/* How much further every next bend is tried. */
#define BEND_STEP 6.0
#define FIRST_BEND 6.0

/* Cells of the index, in map units; the way is looked along in pieces of two. */
#define CELL 64.0
#define MANY_PIECES 512.0

typedef struct
{
  KringPoint at;
  double wider; /* than a person */
} Stander;

struct _KringClearance
{
  KringGrid *grid;  /* (owned) of the middles */
  GArray *standers; /* (owned) (element-type Stander), as in the grid */
  double widest;
};

/**
 * kring_clearance_new: (constructor)
 *
 * Returns: (transfer full): a drawing on which nobody stands
 */
KringClearance *
kring_clearance_new (void)
{
  KringClearance *self = g_new0 (KringClearance, 1);

  self->grid = kring_grid_new (CELL);
  self->standers = g_array_new (FALSE, FALSE, sizeof (Stander));
  return self;
}

void
kring_clearance_free (KringClearance *self)
{
  kring_grid_free (self->grid);
  g_array_unref (self->standers);
  g_free (self);
}

/**
 * kring_clearance_add:
 * @wider: how much more room is needed than by a person
 */
void
kring_clearance_add (KringClearance *self, KringPoint at, double wider)
{
  Stander stander = { at, wider };

  kring_grid_add (self->grid, KRING_RECT_INIT (at.x, at.y, 0, 0));
  g_array_append_val (self->standers, stander);
  self->widest = MAX (self->widest, wider);
}

/**
 * kring_clearance_of_arc:
 * @bend: how far the middle lies to the right of the way from @a to @b, in map units; 0: straight
 *
 * Returns: how near a tie comes to @point
 */
double
kring_clearance_of_arc (KringPoint a, KringPoint b, double bend, KringPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = MAX (hypot (dx, dy), 1e-9);
  double least = G_MAXDOUBLE;
  KringPoint last = a;

  if (bend == 0)
    return kring_segment_distance (a, b, point);
  for (guint i = 1; i <= ARC_PIECES; i++)
    {
      double t = (double) i / ARC_PIECES, off = 4 * t * (1 - t) * bend;
      KringPoint next = { a.x + dx * t - dy / length * off, a.y + dy * t + dx / length * off };

      least = MIN (least, kring_segment_distance (last, next, point));
      last = next;
    }
  return least;
}

static double
get_reach (KringPoint a, KringPoint b)
{
  return MIN (DEEPEST, DEEPEST_PART * kring_point_distance (a, b));
}

/* The two ends, and who stands on one of them, are no strangers that a bend could pass. */
static gboolean
can_be_passed (KringPoint a, KringPoint b, const Stander *stander)
{
  double need = KRING_CLEARANCE_BENT + stander->wider;

  return kring_point_distance (a, stander->at) > need &&
         kring_point_distance (b, stander->at) > need;
}

/* Adds those in the area that are nearer than @off to the straight way. */
static void
add_near (KringClearance *self, GArray *to, KringPoint a, KringPoint b, KringRect area, double off)
{
  GArray *found = kring_grid_find (self->grid, area);

  for (guint i = 0; i < found->len; i++)
    {
      Stander *stander = &g_array_index (self->standers, Stander, g_array_index (found, guint, i));

      if (kring_segment_distance (a, b, stander->at) < off && can_be_passed (a, b, stander))
        g_array_append_val (to, *stander);
    }
}

static gboolean
is_free (KringClearance *self, KringPoint a, KringPoint b, double off)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Stander));
  double n = CLAMP (ceil (kring_point_distance (a, b) / (2 * CELL)), 1, MANY_PIECES);

  for (double i = 0; i < n && near->len == 0; i++)
    {
      KringPoint from = { a.x + (b.x - a.x) * i / n, a.y + (b.y - a.y) * i / n };
      KringPoint to = { a.x + (b.x - a.x) * (i + 1) / n, a.y + (b.y - a.y) * (i + 1) / n };

      add_near (self, near, a, b, kring_rect_grow (kring_rect_from_corners (from, to), off), off);
    }
  return near->len == 0;
}

/* By how much the nearest of the arcs is further off than it must be; less than 0: too near. */
static double
get_spare (KringPoint a,
           KringPoint b,
           const GArray *bends,
           double more,
           const GArray *standers,
           double need)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < standers->len && least >= 0; i++)
    {
      const Stander *stander = &g_array_index (standers, Stander, i);

      for (guint k = 0; k < bends->len; k++)
        least = MIN (least, kring_clearance_of_arc (a, b, g_array_index (bends, double, k) + more,
                                                    stander->at) -
                                need - stander->wider);
    }
  return least;
}

static double
find_bend (KringPoint a, KringPoint b, const GArray *bends, const GArray *standers)
{
  double reach = get_reach (a, b);

  if (get_spare (a, b, bends, 0, standers, KRING_CLEARANCE) >= 0)
    return 0;
  for (double bend = FIRST_BEND; bend <= reach; bend += BEND_STEP)
    {
      double right = get_spare (a, b, bends, bend, standers, KRING_CLEARANCE_BENT);
      double left = get_spare (a, b, bends, -bend, standers, KRING_CLEARANCE_BENT);

      if (right >= 0 || left >= 0)
        return right >= left ? bend : -bend;
    }
  return 0;
}

/**
 * kring_clearance_find_bend:
 * @bends: (element-type double): how parallel ties from @a to @b bend by themselves
 *
 * The least bend that passes everybody; of two that are as deep, the one that keeps further off.
 * Where no bend passes everybody there is none: one that still runs behind somebody would mislead
 * twice.
 *
 * Returns: by how much all of @bends must be bent further, in map units
 */
double
kring_clearance_find_bend (KringClearance *self, KringPoint a, KringPoint b, const GArray *bends)
{
  g_autoptr (GArray) standers = NULL;
  double off = KRING_CLEARANCE_BENT + self->widest;

  for (guint i = 0; i < bends->len; i++)
    off = MAX (off, KRING_CLEARANCE_BENT + self->widest + fabs (g_array_index (bends, double, i)));
  if (is_free (self, a, b, off))
    return 0;
  standers = g_array_new (FALSE, FALSE, sizeof (Stander));
  off += get_reach (a, b);
  add_near (self, standers, a, b, kring_rect_grow (kring_rect_from_corners (a, b), off), off);
  return find_bend (a, b, bends, standers);
}
