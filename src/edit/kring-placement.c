/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-placement.h"

#include "core/kring-grid.h"

#include <stdlib.h>

/* What an item claims: its shape with a name of usual length under it. */
#define BOX_WIDTH 120.0
#define BOX_HEIGHT 90.0
#define BOX_ABOVE 35.0
#define NOTE_WIDTH 190.0

/* Search outwards in circles of growing radius; past the last one anything goes. */
#define SEARCH_STEP 30.0
#define SEARCH_CIRCLES 200
#define SEARCH_START (G_PI / 4)

/* Angle of the first slot of an empty ring: above, a little to the left. */
#define FIRST_ANGLE (-125 * G_PI / 180)

/* Rings are never drawn smaller than usual, and no larger than this many times. */
#define RING_SCALE_MAX 20

/* How many gaps of a ring are tried before it counts as full. */
#define N_ANGLES 48

/* What stands on the map already. */
typedef struct
{
  GArray *boxes;   /* (owned) (element-type KringRect) */
  KringGrid *grid; /* (owned), of the boxes */
} Taken;

/* Half axes of the middle of each band and of its outer rim, and how much of the former is still
 * inside the band. Beyond the rings there is a band without an end. */
static const struct
{
  KringPoint middle;
  KringPoint rim;
  double least;
} bands[] = {
  [KRING_RING_NONE] = { { 780, 510 }, { 900, 600 }, 0.95 },
  [KRING_RING_NEAR] = { { 240, 172 }, { 312, 222 }, 0.5 },
  [KRING_RING_MIDDLE] = { { 402, 281 }, { 492, 340 }, 0.8 },
  [KRING_RING_FAR] = { { 582, 386 }, { 672, 432 }, 0.86 },
};

/* Tried in this order: the middle of the band, its edges, and then further and further out. */
static const double scales[] = { 1.0,  1.14, 0.82, 0.66, 0.54, 1.3, 1.45, 1.6,
                                 1.75, 1.9,  2.1,  2.3,  2.5,  3.0, 3.5,  4.0 };

/**
 * kring_placement_get_box:
 * @position: where an item of @kind stands, in map units
 *
 * Returns: the room it claims
 */
KringRect
kring_placement_get_box (KringKindId kind, KringPoint position)
{
  double width = kind == KRING_KIND_NOTE ? NOTE_WIDTH : BOX_WIDTH;

  return KRING_RECT_INIT (position.x - width / 2, position.y - BOX_ABOVE, width, BOX_HEIGHT);
}

/**
 * kring_placement_get_middle:
 *
 * Returns: the middle of the rings: where the centre person stands, else the origin
 */
KringPoint
kring_placement_get_middle (KringMap *map)
{
  KringPoint middle = { 0, 0 };
  KringItem *centre = kring_map_get_centre (map);

  if (centre != NULL)
    kring_item_get_position (centre, &middle);
  return middle;
}

static Taken *
taken_new (KringMap *map)
{
  Taken *taken = g_new (Taken, 1);

  taken->boxes = g_array_new (FALSE, FALSE, sizeof (KringRect));
  taken->grid = kring_grid_new (BOX_WIDTH);
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      KringPoint position;

      if (kring_item_get_position (item, &position))
        {
          KringRect box = kring_placement_get_box (kring_item_get_kind (item)->id, position);

          g_array_append_val (taken->boxes, box);
          kring_grid_add (taken->grid, box);
        }
    }
  return taken;
}

static void
taken_free (Taken *taken)
{
  g_array_unref (taken->boxes);
  kring_grid_free (taken->grid);
  g_free (taken);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taken, taken_free)

static gboolean
is_free (const Taken *taken, KringRect box)
{
  GArray *near;

  if (fabs (box.x) + box.width > KRING_COORDINATE_MAX ||
      fabs (box.y) + box.height > KRING_COORDINATE_MAX)
    return FALSE;
  near = kring_grid_find (taken->grid, box);
  for (guint i = 0; i < near->len; i++)
    if (kring_rect_intersects (
            g_array_index (taken->boxes, KringRect, g_array_index (near, guint, i)), box))
      return FALSE;
  return TRUE;
}

static gboolean
are_free (const Taken *taken, GArray *wanted, KringPoint shift)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      KringRect box = g_array_index (wanted, KringRect, i);

      box.x += shift.x;
      box.y += shift.y;
      if (!is_free (taken, box))
        return FALSE;
    }
  return TRUE;
}

/* The smallest shift from base that frees all wanted boxes, going round in growing circles. */
static KringPoint
search (const Taken *taken, GArray *wanted, KringPoint base)
{
  if (are_free (taken, wanted, base))
    return base;
  for (int circle = 1; circle <= SEARCH_CIRCLES; circle++)
    {
      int n = MIN (8 * circle, 64);

      for (int i = 0; i < n; i++)
        {
          double angle = SEARCH_START + i * 2 * G_PI / n;
          KringPoint shift = { round (base.x + circle * SEARCH_STEP * cos (angle)),
                               round (base.y + circle * SEARCH_STEP * sin (angle)) };

          if (are_free (taken, wanted, shift))
            return shift;
        }
    }
  return base;
}

static KringPoint
search_one (const Taken *taken, KringKindId kind, KringPoint near)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (KringRect));
  KringRect box = kring_placement_get_box (kind, KRING_POINT_INIT (0, 0));

  g_array_append_val (wanted, box);
  return search (taken, wanted, near);
}

/**
 * kring_placement_find_free:
 * @kind: what will be added
 * @near: where it would best stand, in map units
 *
 * Returns: the nearest spot, about, where it covers nothing
 */
KringPoint
kring_placement_find_free (KringMap *map, KringKindId kind, KringPoint near)
{
  g_autoptr (Taken) taken = taken_new (map);

  return search_one (taken, kind, near);
}

/**
 * kring_placement_find_shift:
 * @items: (element-type KringItem): items, on this map or not; those without a position do not count
 * @base: how far they would best be shifted, in map units
 *
 * Returns: how far to shift all of them so that they cover nothing on the map
 */
KringPoint
kring_placement_find_shift (KringMap *map, GPtrArray *items, KringPoint base)
{
  g_autoptr (Taken) taken = taken_new (map);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (KringRect));

  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      KringPoint position;

      if (kring_item_get_position (item, &position))
        {
          KringRect box = kring_placement_get_box (kring_item_get_kind (item)->id, position);

          g_array_append_val (wanted, box);
        }
    }
  return search (taken, wanted, base);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double d = *(const double *) a - *(const double *) b;

  return d < 0 ? -1 : d > 0;
}

/* The angles, sorted, at which something stands within the rim: (element-type double). What stands
 * further in counts too, and persons further out, so that no tie to the centre runs under another. */
static GArray *
list_angles (KringMap *map, KringPoint middle, KringPoint rim)
{
  GArray *angles = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      KringPoint p;
      double x, y, angle;

      if (!kring_item_get_position (item, &p))
        continue;
      x = (p.x - middle.x) / rim.x;
      y = (p.y - middle.y) / rim.y;
      if ((hypot (x, y) > 1 && !kring_item_is (item, KRING_KIND_PERSON)) || hypot (x, y) < 0.05)
        continue;
      angle = atan2 (y, x);
      g_array_append_val (angles, angle);
    }
  g_array_sort (angles, compare_doubles);
  return angles;
}

/* The middle of the widest gap between angles, and its place among them. */
static double
find_widest (GArray *angles, guint *place)
{
  double best = FIRST_ANGLE, width = 0;

  *place = 0;
  for (guint i = 0; i < angles->len; i++)
    {
      double from = g_array_index (angles, double, i);
      double to = i + 1 < angles->len ? g_array_index (angles, double, i + 1)
                                      : g_array_index (angles, double, 0) + 2 * G_PI;

      /* Rounding must not decide between gaps that are equally wide. */
      if (to - from > width + 1e-6)
        {
          width = to - from;
          best = (from + to) / 2;
          *place = i + 1;
        }
    }
  return best;
}

/* The middles of the widest gaps between @angles, as if each were filled before the next. */
static void
list_gaps (GArray *angles, double gaps[N_ANGLES])
{
  for (guint i = 0; i < N_ANGLES; i++)
    {
      guint place;

      gaps[i] = find_widest (angles, &place);
      g_array_insert_val (angles, place, gaps[i]);
    }
}

static gboolean
find_in_band (const Taken *taken,
              const double gaps[N_ANGLES],
              KringKindId kind,
              KringPoint middle,
              KringPoint axes,
              KringPoint *at)
{
  for (guint i = 0; i < N_ANGLES; i++)
    {
      *at = KRING_POINT_INIT (round (middle.x + axes.x * cos (gaps[i])),
                              round (middle.y + axes.y * sin (gaps[i])));
      if (is_free (taken, kring_placement_get_box (kind, *at)))
        return TRUE;
    }
  return FALSE;
}

/* Half axes of a ring as this map draws it: rings may be round, and larger than usual. */
static KringPoint
get_axes (KringMap *map, KringPoint axes)
{
  KringItem *the_case = kring_map_get_case (map);
  double scale = CLAMP (kring_item_get_number (the_case, "ring_scale"), 1, RING_SCALE_MAX);
  double y = kring_item_get_bool (the_case, "round_rings") ? axes.x : axes.y;

  return KRING_POINT_INIT (axes.x * scale, y * scale);
}

/**
 * kring_placement_get_ring:
 *
 * Returns: the ring that @point lies in, whether rings are drawn or not
 */
KringRing
kring_placement_get_ring (KringMap *map, KringPoint point)
{
  KringPoint middle = kring_placement_get_middle (map);

  for (KringRing ring = KRING_RING_NEAR; ring <= KRING_RING_FAR; ring++)
    {
      KringPoint rim = get_axes (map, bands[ring].rim);

      if (hypot ((point.x - middle.x) / rim.x, (point.y - middle.y) / rim.y) < 1)
        return ring;
    }
  return KRING_RING_NONE;
}

/**
 * kring_placement_find_slot:
 * @kind: what will be added
 * @ring: the ring it belongs in; none: beyond the rings
 *
 * The next free slot, in the widest gap of the ring. When a ring is full things go on outside of it.
 *
 * Returns: where to put it, in map units
 */
KringPoint
kring_placement_find_slot (KringMap *map, KringKindId kind, KringRing ring)
{
  g_autoptr (Taken) taken = taken_new (map);
  KringPoint middle = kring_placement_get_middle (map);
  KringPoint axes = get_axes (map, bands[ring].middle);
  g_autoptr (GArray) angles = list_angles (map, middle, get_axes (map, bands[ring].rim));
  KringPoint at = middle;
  double gaps[N_ANGLES];

  list_gaps (angles, gaps);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i] >= bands[ring].least &&
        find_in_band (taken, gaps, kind, middle,
                      KRING_POINT_INIT (axes.x * scales[i], axes.y * scales[i]), &at))
      return at;
  return search_one (taken, kind, at);
}

/**
 * kring_placement_find_slot_near:
 * @kind: what will be added
 * @ring: the ring it belongs in; none: beyond the rings
 * @near: where those stand to whom it belongs, in map units
 *
 * Returns: the free slot of the ring that is nearest to @near
 */
KringPoint
kring_placement_find_slot_near (KringMap *map, KringKindId kind, KringRing ring, KringPoint near)
{
  g_autoptr (Taken) taken = taken_new (map);
  KringPoint middle = kring_placement_get_middle (map), best = near;
  KringPoint axes = get_axes (map, bands[ring].middle);
  double least = G_MAXDOUBLE;

  for (int i = 0; i < N_ANGLES; i++)
    {
      double angle = i * 2 * G_PI / N_ANGLES;
      KringPoint at = { round (middle.x + axes.x * cos (angle)),
                        round (middle.y + axes.y * sin (angle)) };
      double away = kring_point_distance (at, near);

      if (away >= least || !is_free (taken, kring_placement_get_box (kind, at)))
        continue;
      least = away;
      best = at;
    }
  return least < G_MAXDOUBLE ? best : kring_placement_find_slot (map, kind, ring);
}
