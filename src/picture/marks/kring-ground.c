/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-ground.h"

#include "map/facts/kring-describe.h"

#define NAME_SIZE 11
#define RIM 1.2

static const struct
{
  double rx; /* half the width, or the radius of a round ring is ry * its ratio */
  double ry;
  double round;
  KringColour colour;
} rings[KRING_GROUND_N_RINGS] = {
  { 312, 222, 263, KRING_COLOUR_RING1 },
  { 492, 340, 409, KRING_COLOUR_RING2 },
  { 672, 432, 539, KRING_COLOUR_RING3 },
};

static gboolean
ground_has_standing (KringMap *map)
{
  KringPoint at;

  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    if (kring_item_get_position (kring_map_get_nth (map, i), &at))
      return TRUE;
  return FALSE;
}

/**
 * kring_ground_read:
 *
 * Rings lie around somebody, or wait for the first who comes.
 *
 * Returns: the ground that the case of @map asks for
 */
KringGround
kring_ground_read (KringMap *map)
{
  KringItem *the_case = kring_map_get_case (map);
  KringItem *centre = kring_map_get_centre (map);
  KringGround ground = { kring_item_get_choice (the_case, KRING_F_BACKGROUND) == 0 &&
                             (centre != NULL || !ground_has_standing (map)),
                         kring_item_get_bool (the_case, KRING_F_ROUND_RINGS),
                         { 0, 0 },
                         { 0 } };

  for (guint i = 0; i < KRING_GROUND_N_RINGS; i++)
    ground.sizes[i] = kring_map_get_ring_size (map, KRING_RING_NEAR + i);
  if (centre != NULL)
    kring_item_get_position (centre, &ground.centre);
  return ground;
}

/**
 * kring_ground_get_axes:
 * @ring: 0 is the nearest
 *
 * Returns: the half axes of the ring in its usual size
 */
KringPoint
kring_ground_get_axes (const KringGround *self, guint ring)
{
  if (self->round)
    return KRING_POINT_INIT (rings[ring].round, rings[ring].round);
  return KRING_POINT_INIT (rings[ring].rx, rings[ring].ry);
}

/**
 * kring_ground_get_radii:
 * @ring: 0 is the nearest
 *
 * Returns: the half axes of the ring as it is drawn
 */
KringPoint
kring_ground_get_radii (const KringGround *self, guint ring)
{
  KringPoint axes = kring_ground_get_axes (self, ring);

  return KRING_POINT_INIT (axes.x * self->sizes[ring], axes.y * self->sizes[ring]);
}

/**
 * kring_ground_get_ring:
 *
 * Returns: the ring that @point lies in, on any ground
 */
KringRing
kring_ground_get_ring (const KringGround *self, KringPoint point)
{
  for (guint i = 0; i < KRING_GROUND_N_RINGS; i++)
    {
      KringPoint radii = kring_ground_get_radii (self, i);

      if (hypot ((point.x - self->centre.x) / radii.x, (point.y - self->centre.y) / radii.y) < 1)
        return KRING_RING_NEAR + i;
    }
  return KRING_RING_NONE;
}

/**
 * kring_ground_get_colour:
 *
 * Returns: the colour of the ground at @point
 */
KringColour
kring_ground_get_colour (const KringGround *self, KringPoint point)
{
  KringRing ring = kring_ground_get_ring (self, point);

  if (!self->rings)
    return KRING_COLOUR_RING1;
  return ring == KRING_RING_NONE ? KRING_COLOUR_CANVAS : rings[ring - KRING_RING_NEAR].colour;
}

static KringPoint
get_name_place (const KringGround *self, guint ring, double angle, double part)
{
  KringPoint radii = kring_ground_get_radii (self, ring);

  return KRING_POINT_INIT (self->centre.x + radii.x * cos (angle) * part,
                           self->centre.y - radii.y * sin (angle) * part);
}

/**
 * kring_ground_get_name_box:
 * @angle: where on the ring, in radians
 * @scale: how much larger than usual
 *
 * Returns: what the name of @ring would cover
 */
KringRect
kring_ground_get_name_box (const KringGround *self,
                           KringMap *map,
                           guint ring,
                           double angle,
                           double scale,
                           const KringTextMeasurer *measurer)
{
  KringPoint at = get_name_place (self, ring, angle, 1);
  const char *name = kring_map_get_ring_name (map, KRING_RING_NEAR + ring);
  double width =
      measurer->width (name, NAME_SIZE * scale, KRING_WEIGHT_MEDIUM, measurer->data) + 14 * scale;

  return KRING_RECT_INIT (at.x - width / 2, at.y - 9 * scale, width, 18 * scale);
}

/**
 * kring_ground_draw_name:
 *
 * Draws the name of @ring where kring_ground_get_name_box () says.
 */
void
kring_ground_draw_name (const KringGround *self,
                        KringMap *map,
                        guint ring,
                        double angle,
                        double scale,
                        KringSketch *sketch)
{
  const KringTextStyle style = { NAME_SIZE * scale,      KRING_WEIGHT_MEDIUM, KRING_ANCHOR_MIDDLE,
                                 KRING_COLOUR_RING_TEXT, KRING_COLOUR_NONE,   FALSE };
  KringPoint at = get_name_place (self, ring, angle, 1);
  KringPoint inside = get_name_place (self, ring, angle, 0.98);
  KringRect box = kring_ground_get_name_box (self, map, ring, angle, scale, sketch->measurer);

  kring_sketch_label (sketch, box, 9 * scale, kring_ground_get_colour (self, inside));
  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + 4 * scale),
                     kring_map_get_ring_name (map, KRING_RING_NEAR + ring), &style);
}

/**
 * kring_ground_draw_rings:
 *
 * Draws the rings from outside in; nothing on a plain ground.
 */
void
kring_ground_draw_rings (const KringGround *self, KringSketch *sketch)
{
  for (int i = KRING_GROUND_N_RINGS - 1; self->rings && i >= 0; i--)
    {
      KringPoint radii = kring_ground_get_radii (self, i);

      kring_sketch_both (sketch, kring_path_new_ellipse (self->centre, radii.x, radii.y),
                         rings[i].colour, KRING_COLOUR_RING_LINE, RIM);
    }
}

/**
 * kring_ground_draw:
 *
 * Draws the rings with their names; nothing on a plain ground.
 */
void
kring_ground_draw (const KringGround *self, KringMap *map, KringSketch *sketch)
{
  kring_ground_draw_rings (self, sketch);
  for (guint i = 0; self->rings && i < KRING_GROUND_N_RINGS; i++)
    kring_ground_draw_name (self, map, i, KRING_GROUND_NAME_ANGLE, 1, sketch);
}
