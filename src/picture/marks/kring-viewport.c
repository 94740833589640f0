/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-viewport.h"

/**
 * kring_viewport_to_map:
 * @screen: in pixels from the top left of the canvas
 *
 * Returns: the same point in map units
 */
KringPoint
kring_viewport_to_map (const KringViewport *self, KringPoint screen)
{
  return KRING_POINT_INIT (self->origin.x + screen.x / self->scale,
                           self->origin.y + screen.y / self->scale);
}

/**
 * kring_viewport_to_screen:
 * @map: in map units
 *
 * Returns: the same point in pixels from the top left of the canvas
 */
KringPoint
kring_viewport_to_screen (const KringViewport *self, KringPoint map)
{
  return KRING_POINT_INIT ((map.x - self->origin.x) * self->scale,
                           (map.y - self->origin.y) * self->scale);
}

/**
 * kring_viewport_nearest:
 * @screen: in pixels from the top left of the canvas, perhaps out of sight
 *
 * Returns: the nearest point that is in the window; a card that points further away has no screen
 */
KringPoint
kring_viewport_nearest (const KringViewport *self, KringPoint screen)
{
  return KRING_POINT_INIT (CLAMP (screen.x, 0, MAX (self->width - 1, 0)),
                           CLAMP (screen.y, 0, MAX (self->height - 1, 0)));
}

/**
 * kring_viewport_get_visible:
 *
 * Returns: the part of the map that is shown
 */
KringRect
kring_viewport_get_visible (const KringViewport *self)
{
  return KRING_RECT_INIT (self->origin.x, self->origin.y, self->width / self->scale,
                          self->height / self->scale);
}

/**
 * kring_viewport_resize:
 *
 * The window becomes @width × @height pixels; what was in its middle stays there.
 */
void
kring_viewport_resize (KringViewport *self, double width, double height)
{
  KringPoint middle = kring_rect_centre (kring_viewport_get_visible (self));

  self->width = width;
  self->height = height;
  kring_viewport_centre_on (self, middle);
}

/**
 * kring_viewport_pan:
 * @dx: how far the drawing moves to the right, in pixels
 * @dy: how far the drawing moves down, in pixels
 */
void
kring_viewport_pan (KringViewport *self, double dx, double dy)
{
  self->origin.x -= dx / self->scale;
  self->origin.y -= dy / self->scale;
}

/**
 * kring_viewport_zoom_at:
 * @screen: the place in the window that keeps its place on the map
 * @factor: above 1 to come closer; the scale stays within its limits, or where it is below them comes no lower
 */
void
kring_viewport_zoom_at (KringViewport *self, KringPoint screen, double factor)
{
  KringPoint map = kring_viewport_to_map (self, screen);

  self->scale = CLAMP (self->scale * factor, MIN (self->scale, KRING_VIEWPORT_SCALE_MIN),
                       KRING_VIEWPORT_SCALE_MAX);
  self->origin.x = map.x - screen.x / self->scale;
  self->origin.y = map.y - screen.y / self->scale;
}

/**
 * kring_viewport_fit:
 * @content: what must be seen; an empty one only moves into the middle
 * @margin: air on every side, in pixels
 *
 * Shows all of @content in the middle, never larger than life.
 */
void
kring_viewport_fit (KringViewport *self, KringRect content, double margin)
{
  double width = MAX (self->width - 2 * margin, 1), height = MAX (self->height - 2 * margin, 1);
  double scale = 1;

  if (!kring_rect_is_empty (content))
    scale = MIN (width / content.width, height / content.height);
  self->scale = CLAMP (scale, KRING_VIEWPORT_SCALE_FIT, 1);
  kring_viewport_centre_on (self, kring_rect_centre (content));
}

/**
 * kring_viewport_centre_on:
 * @map: what comes to stand in the middle, in map units; the scale stays
 */
void
kring_viewport_centre_on (KringViewport *self, KringPoint map)
{
  self->origin.x = map.x - self->width / self->scale / 2;
  self->origin.y = map.y - self->height / self->scale / 2;
}

static gboolean
viewport_is_clear (const KringViewport *self, GArray *boxes, GArray *covers)
{
  for (guint i = 0; i < covers->len; i++)
    {
      KringRect cover = g_array_index (covers, KringRect, i);
      KringPoint corner = kring_viewport_to_map (self, KRING_POINT_INIT (cover.x, cover.y));
      KringRect under = { corner.x, corner.y, cover.width / self->scale,
                          cover.height / self->scale };

      for (guint b = 0; b < boxes->len; b++)
        if (kring_rect_intersects (g_array_index (boxes, KringRect, b), under))
          return FALSE;
    }
  return TRUE;
}

/**
 * kring_viewport_place_clear:
 * @content: what must be seen
 * @boxes: (element-type KringRect): parts of @content that must not be covered
 * @covers: (element-type KringRect): what lies over the window, in pixels
 * @margin: air on every side, in pixels
 *
 * Moves, at the same scale: to the middle, or else down, up or aside as far as @content allows, until
 * no cover lies over a box.
 *
 * Returns: whether there is such a place; if not it is in the middle
 */
gboolean
kring_viewport_place_clear (
    KringViewport *self, KringRect content, GArray *boxes, GArray *covers, double margin)
{
  static const double ways[] = { 0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1, -1 };
  KringPoint middle = kring_rect_centre (content);
  double dx = MAX ((self->width - 2 * margin) / self->scale - content.width, 0) / 2;
  double dy = MAX ((self->height - 2 * margin) / self->scale - content.height, 0) / 2;

  for (guint x = 0; x < G_N_ELEMENTS (ways); x++)
    for (guint y = 0; y < G_N_ELEMENTS (ways); y++)
      {
        kring_viewport_centre_on (
            self, KRING_POINT_INIT (middle.x - ways[x] * dx, middle.y - ways[y] * dy));
        if (viewport_is_clear (self, boxes, covers))
          return TRUE;
      }
  kring_viewport_centre_on (self, middle);
  return FALSE;
}
