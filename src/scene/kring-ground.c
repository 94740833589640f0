/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/kring-ground.h"

#include "core/kring-describe.h"

#define NAME_SIZE 11
#define NAME_ANGLE (116 * G_PI / 180)
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
has_standing (KringMap *map)
{
  KringPoint at;

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
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
  KringGround ground = { kring_item_get_choice (the_case, "background") == 0 &&
                             (centre != NULL || !has_standing (map)),
                         kring_item_get_bool (the_case, "round_rings"),
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

static void
draw_name (const KringGround *self, KringMap *map, guint ring, KringSketch *sketch)
{
  const KringTextStyle style = { NAME_SIZE,           KRING_WEIGHT_MEDIUM,
                                 KRING_ANCHOR_MIDDLE, KRING_COLOUR_RING_TEXT,
                                 KRING_COLOUR_NONE,   FALSE };
  KringPoint radii = kring_ground_get_radii (self, ring);
  double dx = radii.x * cos (NAME_ANGLE), dy = -radii.y * sin (NAME_ANGLE);
  KringPoint at = { self->centre.x + dx, self->centre.y + dy };
  KringPoint inside = { self->centre.x + dx * 0.98, self->centre.y + dy * 0.98 };
  const char *name = kring_map_get_ring_name (map, KRING_RING_NEAR + ring);
  double width =
      sketch->measurer->width (name, style.size, style.weight, sketch->measurer->data) + 14;

  kring_sketch_label (sketch, KRING_RECT_INIT (at.x - width / 2, at.y - 9, width, 18), 9,
                      kring_ground_get_colour (self, inside));
  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + 4), name, &style);
}

/**
 * kring_ground_draw:
 *
 * Draws the rings from outside in, with their names; nothing on a plain ground.
 */
void
kring_ground_draw (const KringGround *self, KringMap *map, KringSketch *sketch)
{
  if (!self->rings)
    return;
  for (int i = KRING_GROUND_N_RINGS - 1; i >= 0; i--)
    {
      KringPoint radii = kring_ground_get_radii (self, i);

      kring_sketch_both (sketch, kring_path_new_ellipse (self->centre, radii.x, radii.y),
                         rings[i].colour, KRING_COLOUR_RING_LINE, RIM);
    }
  for (guint i = 0; i < KRING_GROUND_N_RINGS; i++)
    draw_name (self, map, i, sketch);
}
