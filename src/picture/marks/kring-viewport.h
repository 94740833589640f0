/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What part of a map a window shows: a plain value. screen = (map - origin) * scale.
 */
#pragma once

#include "map/base/kring-geometry.h"

G_BEGIN_DECLS

#define KRING_VIEWPORT_SCALE_MIN 0.25
/* In a small window all of a map may only be seen smaller than that. */
#define KRING_VIEWPORT_SCALE_FIT 0.125
#define KRING_VIEWPORT_SCALE_MAX 3.0

typedef struct
{
  KringPoint origin; /* the map point in the top left corner */
  double scale;      /* pixels per map unit */
  double width;      /* of the window, in pixels */
  double height;
} KringViewport;

KringPoint kring_viewport_to_map (const KringViewport *self, KringPoint screen);
KringPoint kring_viewport_to_screen (const KringViewport *self, KringPoint map);
KringPoint kring_viewport_nearest (const KringViewport *self, KringPoint screen);
KringRect kring_viewport_get_visible (const KringViewport *self);
void kring_viewport_resize (KringViewport *self, double width, double height);
void kring_viewport_pan (KringViewport *self, double dx, double dy);
void kring_viewport_zoom_at (KringViewport *self, KringPoint screen, double factor);
void kring_viewport_fit (KringViewport *self, KringRect content, double margin);
gboolean kring_viewport_place_clear (
    KringViewport *self, KringRect content, GArray *boxes, GArray *covers, double margin);
void kring_viewport_centre_on (KringViewport *self, KringPoint map);

G_END_DECLS
