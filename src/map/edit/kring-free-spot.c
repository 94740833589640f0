/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-free-spot.h"

#include "map/edit/kring-free-spot-private.h"

#include "map/base/kring-grid.h"
#include "map/facts/kring-describe.h"

#include <stdlib.h>
#include <string.h>

/* The room that an item claims: its shape with a name of usual length under it. */
#define BOX_WIDTH 120.0
#define BOX_HEIGHT 90.0
#define BOX_ABOVE 35.0
#define NOTE_WIDTH 190.0

/* The search goes outwards in circles; if the last one is full too, the item goes where it was
 * wanted. */
#define SEARCH_STEP 30.0
#define SEARCH_CIRCLES 2000
#define SEARCH_START (G_PI / 4)

/* For several things at once a circle is searched no finer than this. */
#define SEARCH_POINTS 64

/* How many scales of a ring, and circles beyond the rings, are tried near others. */
#define N_SCALES_NEAR 5
#define CIRCLES_NEAR 40

/* How many gaps of a ring are tried before it counts as full. */
#define N_ANGLES 48

/* What stands on the map already. */
typedef struct
{
  GArray *boxes;          /* (owned) (element-type KringRect) */
  KringGrid *grid;        /* (owned), of the boxes */
  KringGroupAreas *areas; /* (owned) (nullable) */
  const char *guest;      /* (nullable) id of the group whose area is free */
} Taken;

/* How far a search has come; everything before it is taken. */
typedef struct
{
  gboolean begun;
  KringPoint base;
  int circle;
  int point;
} Reach;

typedef struct
{
  guint n_full; /* of the scales, see below */
  Reach beyond; /* of the search when all are full */
} Band;

struct _KringSlots
{
  KringMap *map;                      /* (not owned) */
  Taken *taken;                       /* (owned) */
  KringPoint middle;                  /* of the rings, when the angles were listed */
  GArray *angles[KRING_RING_FAR + 1]; /* (owned) (nullable) (element-type double) */
  Band bands[2][KRING_RING_FAR + 1];  /* for notes, and for everything else */
};

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
 * kring_free_spot_get_box:
 * @position: where an item of @kind stands, in map units
 *
 * Returns: the room it claims
 */
KringRect
kring_free_spot_get_box (KringKindId kind, KringPoint position)
{
  double width = kind == KRING_KIND_NOTE ? NOTE_WIDTH : BOX_WIDTH;

  return KRING_RECT_INIT (position.x - width / 2, position.y - BOX_ABOVE, width, BOX_HEIGHT);
}

/**
 * kring_free_spot_get_middle:
 *
 * Returns: the middle of the rings: where the centre person stands, else the origin
 */
KringPoint
kring_free_spot_get_middle (KringMap *map)
{
  KringPoint middle = { 0, 0 };
  KringItem *centre = kring_map_get_centre (map);

  if (centre != NULL)
    kring_item_get_position (centre, &middle);
  return middle;
}

static void
taken_add (Taken *taken, KringItem *item)
{
  KringPoint position;
  KringRect box;

  if (!kring_item_get_position (item, &position))
    return;
  box = kring_free_spot_get_box (kring_item_get_kind (item)->id, position);
  g_array_append_val (taken->boxes, box);
  kring_grid_add (taken->grid, box);
}

static Taken *
taken_new (KringMap *map)
{
  Taken *taken = g_new0 (Taken, 1);

  taken->boxes = g_array_new (FALSE, FALSE, sizeof (KringRect));
  taken->grid = kring_grid_new (BOX_WIDTH);
  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    taken_add (taken, kring_map_get_nth (map, i));
  return taken;
}

static void
taken_free (Taken *taken)
{
  g_array_unref (taken->boxes);
  kring_grid_free (taken->grid);
  g_clear_pointer (&taken->areas, kring_group_areas_free);
  g_free (taken);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taken, taken_free)

static gboolean
free_spot_is_free (const Taken *taken, KringRect box)
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
  return taken->areas == NULL || !kring_group_areas_cover (taken->areas, box, taken->guest);
}

static gboolean
are_free (const Taken *taken, GArray *wanted, KringPoint shift)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      KringRect box = g_array_index (wanted, KringRect, i);

      box.x += shift.x;
      box.y += shift.y;
      if (!free_spot_is_free (taken, box))
        return FALSE;
    }
  return TRUE;
}

/* Finds the smallest shift from the base at which all wanted boxes are free, in growing circles
 * from where the search has come to. */
static KringPoint
free_spot_search (const Taken *taken, GArray *wanted, Reach *reach)
{
  for (; reach->circle <= SEARCH_CIRCLES; reach->circle++, reach->point = 0)
    {
      int n = MAX (8 * reach->circle, 1);

      if (wanted->len > 1)
        n = MIN (n, SEARCH_POINTS);
      for (; reach->point < n; reach->point++)
        {
          double angle = SEARCH_START + reach->point * 2 * G_PI / n;
          double away = reach->circle * SEARCH_STEP;
          KringPoint shift = { round (reach->base.x + away * cos (angle)),
                               round (reach->base.y + away * sin (angle)) };

          /* The base itself is not rounded: it is where somebody pointed. */
          if (are_free (taken, wanted, reach->circle > 0 ? shift : reach->base))
            return reach->circle > 0 ? shift : reach->base;
        }
    }
  return reach->base;
}

static KringPoint
search_one (const Taken *taken, KringKindId kind, Reach *reach)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (KringRect));
  KringRect box = kring_free_spot_get_box (kind, KRING_POINT_INIT (0, 0));

  g_array_append_val (wanted, box);
  return free_spot_search (taken, wanted, reach);
}

/**
 * kring_free_spot_find_free:
 * @kind: what will be added
 * @near: where it would best stand, in map units
 *
 * Returns: the nearest spot, about, where it covers nothing
 */
KringPoint
kring_free_spot_find_free (KringMap *map, KringKindId kind, KringPoint near)
{
  g_autoptr (Taken) taken = taken_new (map);
  Reach reach = { .base = near };

  return search_one (taken, kind, &reach);
}

/**
 * kring_free_spot_find_shift:
 * @items: (element-type KringItem): items, on this map or not; those without a position do not count
 * @base: how far they would best be shifted, in map units
 *
 * Returns: how far to shift all of them so that they cover nothing on the map
 */
KringPoint
kring_free_spot_find_shift (KringMap *map, GPtrArray *items, KringPoint base)
{
  g_autoptr (Taken) taken = taken_new (map);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (KringRect));
  Reach reach = { .base = base };

  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      KringPoint position;

      if (kring_item_get_position (item, &position))
        {
          KringRect box = kring_free_spot_get_box (kring_item_get_kind (item)->id, position);

          g_array_append_val (wanted, box);
        }
    }
  return free_spot_search (taken, wanted, &reach);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double d = *(const double *) a - *(const double *) b;

  return d < 0 ? -1 : d > 0;
}

/* Whether @item is in the way of a tie from the middle to what will stand within the rim, and at
 * which angle. What stands further in counts too, and persons further out. */
static gboolean
find_angle (KringItem *item, KringPoint middle, KringPoint rim, double *angle)
{
  KringPoint p;
  double x, y;

  if (!kring_item_get_position (item, &p))
    return FALSE;
  x = (p.x - middle.x) / rim.x;
  y = (p.y - middle.y) / rim.y;
  *angle = atan2 (y, x);
  return hypot (x, y) >= 0.05 && (hypot (x, y) <= 1 || kring_item_is (item, KRING_KIND_PERSON));
}

/* (transfer full): those angles of everything, sorted: (element-type double). */
static GArray *
list_angles (KringMap *map, KringPoint middle, KringPoint rim)
{
  GArray *angles = g_array_new (FALSE, FALSE, sizeof (double));
  double angle;

  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    if (find_angle (kring_map_get_nth (map, i), middle, rim, &angle))
      g_array_append_val (angles, angle);
  g_array_sort (angles, compare_doubles);
  return angles;
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
      if (free_spot_is_free (taken, kring_free_spot_get_box (kind, *at)))
        return TRUE;
    }
  return FALSE;
}

/* Half axes of what lies by a ring, as this map draws it: rings may be round, and larger than usual. */
static KringPoint
free_spot_get_axes (KringMap *map, KringRing ring, KringPoint axes)
{
  double size = kring_map_get_ring_size (map, ring);
  double y = kring_item_get_bool (kring_map_get_case (map), KRING_F_ROUND_RINGS) ? axes.x : axes.y;

  return KRING_POINT_INIT (axes.x * size, y * size);
}

static KringPoint
get_rim (KringMap *map, KringRing ring)
{
  return free_spot_get_axes (map, ring, bands[ring].rim);
}

/* Half way between the two rings that the band lies between. */
static KringPoint
get_middle_of_band (KringMap *map, KringRing ring)
{
  KringPoint rim = get_rim (map, ring), inner;

  if (ring == KRING_RING_NONE || ring == KRING_RING_NEAR)
    return free_spot_get_axes (map, ring, bands[ring].middle);
  inner = get_rim (map, ring - 1);
  return KRING_POINT_INIT ((inner.x + rim.x) / 2, (inner.y + rim.y) / 2);
}

/**
 * kring_free_spot_get_ring:
 *
 * Returns: the ring that @point lies in, whether rings are drawn or not
 */
KringRing
kring_free_spot_get_ring (KringMap *map, KringPoint point)
{
  KringPoint middle = kring_free_spot_get_middle (map);

  for (KringRing ring = KRING_RING_NEAR; ring <= KRING_RING_FAR; ring++)
    {
      KringPoint rim = get_rim (map, ring);

      if (hypot ((point.x - middle.x) / rim.x, (point.y - middle.y) / rim.y) < 1)
        return ring;
    }
  return KRING_RING_NONE;
}

/**
 * kring_slots_new: (constructor)
 * @map: outlives it
 *
 * Looks at the map once, for a whole list of things that will be put on it.
 *
 * Returns: (transfer full): the places that are free
 */
KringSlots *
kring_slots_new (KringMap *map)
{
  KringSlots *self = g_new0 (KringSlots, 1);

  self->map = map;
  self->taken = taken_new (map);
  self->taken->areas = kring_group_areas_new (map);
  self->middle = kring_free_spot_get_middle (map);
  return self;
}

void
kring_slots_free (KringSlots *self)
{
  taken_free (self->taken);
  for (guint ring = 0; ring < G_N_ELEMENTS (self->angles); ring++)
    g_clear_pointer (&self->angles[ring], g_array_unref);
  g_free (self);
}

/* Starts anew when somebody else stands at the centre. */
static void
move_middle (KringSlots *self, KringPoint middle)
{
  self->middle = middle;
  memset (self->bands, 0, sizeof self->bands);
  for (guint ring = 0; ring < G_N_ELEMENTS (self->angles); ring++)
    g_clear_pointer (&self->angles[ring], g_array_unref);
}

/**
 * kring_slots_take:
 * @item: what was put on the map since
 */
void
kring_slots_take (KringSlots *self, KringItem *item)
{
  KringPoint middle = kring_free_spot_get_middle (self->map);
  double angle;

  taken_add (self->taken, item);
  if (kring_point_distance (middle, self->middle) > 0)
    move_middle (self, middle);
  for (guint ring = 0; ring < G_N_ELEMENTS (self->angles); ring++)
    if (self->angles[ring] != NULL && find_angle (item, middle, get_rim (self->map, ring), &angle))
      kring_angles_insert (self->angles[ring], angle);
}

static Band *
get_band (KringSlots *self, KringKindId kind, KringRing ring)
{
  return &self->bands[kind == KRING_KIND_NOTE ? 0 : 1][ring];
}

/* Finds a free place in a ring. Scales that were full are not tried again. */
static gboolean
find_in_ring (KringSlots *self, KringKindId kind, KringRing ring, KringPoint *at)
{
  Band *band = get_band (self, kind, ring);
  KringPoint axes = get_middle_of_band (self->map, ring);
  double gaps[N_ANGLES];

  if (band->n_full == G_N_ELEMENTS (scales))
    return FALSE;
  if (self->angles[ring] == NULL)
    self->angles[ring] = list_angles (self->map, self->middle, get_rim (self->map, ring));
  kring_angles_list_gaps (self->angles[ring], gaps, N_ANGLES);
  for (; band->n_full < G_N_ELEMENTS (scales); band->n_full++)
    {
      double scale = scales[band->n_full];

      if (scale >= bands[ring].least &&
          find_in_band (self->taken, gaps, kind, self->middle,
                        KRING_POINT_INIT (axes.x * scale, axes.y * scale), at))
        return TRUE;
    }
  return FALSE;
}

/**
 * kring_slots_find:
 * @kind: what will be added
 * @ring: the ring it belongs in; none: beyond the rings
 *
 * The next free slot, in the widest gap of the ring. When a ring is full things go on outside of it.
 *
 * Returns: where to put it, in map units
 */
KringPoint
kring_slots_find (KringSlots *self, KringKindId kind, KringRing ring)
{
  Reach *beyond = &get_band (self, kind, ring)->beyond;
  KringPoint at = self->middle;

  if (find_in_ring (self, kind, ring, &at))
    return at;
  if (!beyond->begun)
    *beyond = (Reach){ .begun = TRUE, .base = at };
  return search_one (self->taken, kind, beyond);
}

/**
 * kring_slots_join:
 * @group: a group
 * @member: who is in it from now on
 */
void
kring_slots_join (KringSlots *self, KringItem *group, KringItem *member)
{
  kring_group_areas_add (self->taken->areas, group, member);
}

/* Finds the nearest slot of a ring. */
static gboolean
free_spot_find_nearest (
    KringSlots *self, KringKindId kind, KringRing ring, KringPoint near, KringPoint *best)
{
  KringPoint axes = get_middle_of_band (self->map, ring);
  double least = G_MAXDOUBLE;

  for (guint s = 0; s < N_SCALES_NEAR; s++)
    for (int i = 0; i < N_ANGLES && scales[s] >= bands[ring].least; i++)
      {
        double angle = i * 2 * G_PI / N_ANGLES;
        KringPoint at = { round (self->middle.x + axes.x * scales[s] * cos (angle)),
                          round (self->middle.y + axes.y * scales[s] * sin (angle)) };
        double away = kring_point_distance (at, near);

        if (away >= least || !free_spot_is_free (self->taken, kring_free_spot_get_box (kind, at)))
          continue;
        least = away;
        *best = at;
      }
  return least < G_MAXDOUBLE;
}

/* Finds the nearest free place around @near that lies beyond the rings. */
static gboolean
find_around (KringSlots *self, KringKindId kind, KringPoint near, KringPoint *best)
{
  for (int circle = 1; circle <= CIRCLES_NEAR; circle++)
    for (int i = 0; i < 8 * circle; i++)
      {
        double angle = SEARCH_START + i * 2 * G_PI / (8 * circle), away = circle * SEARCH_STEP;

        *best = KRING_POINT_INIT (round (near.x + away * cos (angle)),
                                  round (near.y + away * sin (angle)));
        if (kring_free_spot_get_ring (self->map, *best) == KRING_RING_NONE &&
            free_spot_is_free (self->taken, kring_free_spot_get_box (kind, *best)))
          return TRUE;
      }
  return FALSE;
}

/**
 * kring_slots_find_near:
 * @kind: what will be added
 * @ring: the ring it belongs in; none: beyond the rings
 * @near: where those stand to whom it belongs, in map units
 * @group: (nullable): id of the group it will be in, among which it may stand
 *
 * Returns: the free slot of the ring that is nearest to @near; beyond the rings the nearest free place
 */
KringPoint
kring_slots_find_near (
    KringSlots *self, KringKindId kind, KringRing ring, KringPoint near, const char *group)
{
  gboolean beyond =
      ring == KRING_RING_NONE && kring_free_spot_get_ring (self->map, near) == KRING_RING_NONE;
  KringPoint at = near;
  gboolean found;

  self->taken->guest = group;
  found = beyond ? find_around (self, kind, near, &at)
                 : free_spot_find_nearest (self, kind, ring, near, &at);
  self->taken->guest = NULL;
  return found ? at : kring_slots_find (self, kind, ring);
}

/**
 * kring_free_spot_find_new:
 * @kind: what will be added
 *
 * Where something goes that nobody gave a place: beyond the rings, for within them it would read as
 * somebody near the young person; who comes first, in the middle.
 *
 * Returns: where to put it, in map units
 */
KringPoint
kring_free_spot_find_new (KringMap *map, KringKindId kind)
{
  g_autoptr (KringSlots) slots = NULL;

  if (kind == KRING_KIND_PERSON && kring_map_get_centre (map) == NULL)
    return kring_free_spot_find_free (map, kind, kring_free_spot_get_middle (map));
  slots = kring_slots_new (map);
  return kring_slots_find (slots, kind, KRING_RING_NONE);
}
