/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/youth/kring-youth-view.h"

#include "map/model/kring-item-private.h"
#include "map/share/kring-youth-copy.h"

/* Those without a place stand in rows below the rings. */
#define ROW_LENGTH 9
#define ROW_WIDTH 140.0
#define ROW_HEIGHT 110.0
#define ROW_AIR 90.0
/* Places on a ring that are tried, and how far from others is far enough. */
#define N_ANGLES 48
#define ENOUGH_ROOM 105.0

/**
 * kring_youth_get_in_band:
 * @ring: one of the three
 * @angle: how far around, in radians
 *
 * Returns: the middle of the band, seen from the centre
 */
KringPoint
kring_youth_get_in_band (const KringGround *ground, KringRing ring, double angle)
{
  guint number = ring - KRING_RING_NEAR;
  KringPoint outer = kring_ground_get_radii (ground, number);
  KringPoint inner = number > 0 ? kring_ground_get_radii (ground, number - 1)
                                : KRING_POINT_INIT (outer.x * 0.35, outer.y * 0.35);

  return KRING_POINT_INIT ((inner.x + outer.x) / 2 * cos (angle),
                           (inner.y + outer.y) / 2 * sin (angle));
}

static double
youth_view_get_room (KringMap *view, const char *id, KringPoint at)
{
  double room = G_MAXDOUBLE;

  for (guint i = 0; i < kring_map_get_n_placeable (view); i++)
    {
      KringItem *item = kring_map_get_nth (view, i);
      KringPoint other;

      if (g_strcmp0 (kring_item_get_id (item), id) != 0 && kring_item_get_position (item, &other))
        room = MIN (room, kring_point_distance (at, other));
    }
  return room;
}

/**
 * kring_youth_find_place:
 * @view: the map of the young person, with all who have a place
 * @id: who gets it
 *
 * Everybody has a side of their own where the search begins, so that nobody changes places when
 * somebody else does.
 *
 * Returns: the first place in the middle of @ring with room enough, else the one with most room
 */
KringPoint
kring_youth_find_place (KringMap *view, const char *id, KringRing ring)
{
  KringGround ground = kring_ground_read (view);
  /* Ids that look alike begin far from each other. */
  guint first = ((guint32) g_str_hash (id) * 2654435761u >> 16) % N_ANGLES;
  KringPoint best = { 0, 0 };
  double most = -1;

  g_return_val_if_fail (ring != KRING_RING_NONE, best);
  for (guint i = 0; i < N_ANGLES; i++)
    {
      guint step = (first + i) % N_ANGLES;
      KringPoint at = kring_youth_get_in_band (&ground, ring, 2 * G_PI * step / N_ANGLES);
      double room = youth_view_get_room (view, id, at);

      if (room >= ENOUGH_ROOM)
        return at;
      if (room > most)
        {
          most = room;
          best = at;
        }
    }
  return best;
}

/**
 * kring_youth_get_ring_at:
 *
 * Returns: the ring that @point lies in
 */
KringRing
kring_youth_get_ring_at (KringMap *view, KringPoint point)
{
  KringGround ground = kring_ground_read (view);

  return kring_ground_get_ring (&ground, point);
}

static void
place_on_rings (KringMap *view, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      KringItem *person = g_ptr_array_index (others, i);
      KringRing ring = kring_item_get_choice (person, KRING_F_RING);
      KringPoint at;

      if (ring == KRING_RING_NONE)
        kring_item_set_named (person, KRING_F_POSITION, NULL);
      else if (!kring_item_get_position (person, &at) || kring_youth_get_ring_at (view, at) != ring)
        kring_item_set_position (person,
                                 kring_youth_find_place (view, kring_item_get_id (person), ring));
    }
}

/* Everybody has a place of their own to wait, and keeps it when others leave theirs. */
static void
place_in_rows (KringMap *view, GPtrArray *others)
{
  KringGround ground = kring_ground_read (view);
  double top = kring_ground_get_axes (&ground, KRING_GROUND_N_RINGS - 1).y + ROW_AIR;

  for (guint i = 0; i < others->len; i++)
    {
      guint row = i / ROW_LENGTH, in_row = MIN (others->len - row * ROW_LENGTH, ROW_LENGTH);
      double x = (i % ROW_LENGTH - (in_row - 1) / 2.0) * ROW_WIDTH;
      KringPoint at;

      if (!kring_item_get_position (g_ptr_array_index (others, i), &at))
        kring_item_set_position (g_ptr_array_index (others, i),
                                 KRING_POINT_INIT (x, top + row * ROW_HEIGHT));
    }
}

/**
 * kring_youth_dup_view:
 *
 * Returns: (transfer full): the young person's own map of @map
 */
KringMap *
kring_youth_dup_view (KringMap *map)
{
  KringMap *view = kring_share_dup_for_youth (map);
  g_autoptr (GPtrArray) others = kring_map_dup_items_of_kind (view, KRING_KIND_PERSON);
  KringItem *centre = kring_map_get_centre (view);

  if (centre != NULL)
    kring_item_set_position (centre, KRING_POINT_INIT (0, 0));
  g_ptr_array_remove (others, centre);
  place_on_rings (view, others);
  place_in_rows (view, others);
  return view;
}
