/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-view.h"

#include "gtk/canvas/kring-canvas-fit.h"
#include "gtk/canvas/kring-canvas-picture.h"

#include <adwaita.h>

#define GLIDE_MS 240
/* Around what is brought into sight, in map units. */
#define REVEAL_MARGIN 16.0

struct _KringCanvasView
{
  KringCanvas *canvas; /* (not owned) */
  AdwAnimation *glide; /* (owned) (nullable) on the way to another place */
  KringViewport from, to;
  gboolean steps;              /* moved by the glide itself */
  gboolean revealing;          /* something was brought into sight */
  KringViewport before_reveal; /* where the view was before that */
  KringViewport revealed;      /* and where it went */
};

/**
 * kring_canvas_view_new: (constructor)
 * @canvas: (not owned): which it is the view of
 *
 * Returns: (transfer full): the view
 */
KringCanvasView *
kring_canvas_view_new (KringCanvas *canvas)
{
  KringCanvasView *self = g_new0 (KringCanvasView, 1);

  self->canvas = canvas;
  return self;
}

void
kring_canvas_view_free (KringCanvasView *self)
{
  kring_canvas_view_stop (self);
  g_free (self);
}

/**
 * kring_canvas_view_forget:
 *
 * Another map is looked at: there is nothing to go back to.
 */
void
kring_canvas_view_forget (KringCanvasView *self)
{
  self->revealing = FALSE;
}

static KringScene *
canvas_view_get_scene (KringCanvas *canvas)
{
  return kring_interaction_get_scene (kring_canvas_get_interaction (canvas));
}

static const KringViewport *
canvas_view_get_viewport (KringCanvas *canvas)
{
  return kring_interaction_get_viewport (kring_canvas_get_interaction (canvas));
}

static void
canvas_view_glide_cb (double value, KringCanvasView *self)
{
  KringViewport viewport = self->to;
  KringPoint from = kring_rect_centre (kring_viewport_get_visible (&self->from));
  KringPoint to = kring_rect_centre (kring_viewport_get_visible (&self->to));

  if (kring_canvas_get_interaction (self->canvas) == NULL)
    return;
  viewport.width = canvas_view_get_viewport (self->canvas)->width;
  viewport.height = canvas_view_get_viewport (self->canvas)->height;
  if (value < 1)
    {
      viewport.scale = self->from.scale * pow (self->to.scale / self->from.scale, value);
      kring_viewport_centre_on (&viewport, KRING_POINT_INIT (from.x + (to.x - from.x) * value,
                                                             from.y + (to.y - from.y) * value));
      kring_canvas_picture_soften (kring_canvas_get_picture (self->canvas));
    }
  self->steps = TRUE;
  kring_interaction_set_viewport (kring_canvas_get_interaction (self->canvas), &viewport);
  self->steps = FALSE;
}

/**
 * kring_canvas_view_glide_to:
 * @to: what is to be in view
 */
void
kring_canvas_view_glide_to (KringCanvasView *self, const KringViewport *to)
{
  AdwAnimationTarget *target;

  kring_canvas_view_stop (self);
  self->from = *canvas_view_get_viewport (self->canvas);
  self->to = *to;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    {
      kring_interaction_set_viewport (kring_canvas_get_interaction (self->canvas), to);
      return;
    }
  target =
      adw_callback_animation_target_new ((AdwAnimationTargetFunc) canvas_view_glide_cb, self, NULL);
  self->glide = adw_timed_animation_new (GTK_WIDGET (self->canvas), 0, 1, GLIDE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->glide), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->glide);
}

/*
 * kring_canvas_view_stop:
 *
 * The view stays where it is on its way.
 */
void
kring_canvas_view_stop (KringCanvasView *self)
{
  if (self->glide != NULL)
    adw_animation_pause (self->glide);
  g_clear_object (&self->glide);
}

/*
 * kring_canvas_view_yield:
 *
 * The view has moved. Where somebody moved it while it was on its way, it goes no further; a canvas
 * of another size changes nothing of where it goes.
 */
void
kring_canvas_view_yield (KringCanvasView *self)
{
  const KringViewport *now = canvas_view_get_viewport (self->canvas);

  if (self->glide == NULL || self->steps)
    return;
  if (now->width == self->to.width && now->height == self->to.height)
    kring_canvas_view_stop (self);
  self->to.width = now->width;
  self->to.height = now->height;
}

/*
 * kring_canvas_view_get_aim:
 *
 * Returns: where the view is, or is on its way to
 */
KringViewport
kring_canvas_view_get_aim (KringCanvasView *self)
{
  gboolean gliding =
      self->glide != NULL && adw_animation_get_state (self->glide) == ADW_ANIMATION_PLAYING;

  return gliding ? self->to : *canvas_view_get_viewport (self->canvas);
}

gboolean
kring_canvas_view_is_same (const KringViewport *a, const KringViewport *b)
{
  return fabs (a->scale - b->scale) < 1e-6 * b->scale &&
         kring_point_distance (a->origin, b->origin) * b->scale < 1;
}

/**
 * kring_canvas_get_scale:
 *
 * Returns: pixels per map unit; 1 before there is a map
 */
double
kring_canvas_get_scale (KringCanvas *canvas)
{
  return kring_canvas_get_interaction (canvas) != NULL ? canvas_view_get_viewport (canvas)->scale
                                                       : 1;
}

/**
 * kring_canvas_zoom_by:
 * @factor: more than 1: larger; the middle stays where it is
 */
void
kring_canvas_zoom_by (KringCanvas *canvas, double factor)
{
  KringViewport viewport;

  if (kring_canvas_get_interaction (canvas) == NULL)
    return;
  viewport = *canvas_view_get_viewport (canvas);
  kring_viewport_zoom_at (&viewport, KRING_POINT_INIT (viewport.width / 2, viewport.height / 2),
                          factor);
  kring_canvas_view_glide_to (kring_canvas_get_view (canvas), &viewport);
}

/**
 * kring_canvas_zoom_to:
 * @scale: pixels per map unit
 */
void
kring_canvas_zoom_to (KringCanvas *canvas, double scale)
{
  kring_canvas_zoom_by (canvas, scale / kring_canvas_get_scale (canvas));
}

/**
 * kring_canvas_show_item:
 * @id: selected, and brought to the middle
 */
void
kring_canvas_show_item (KringCanvas *canvas, const char *id)
{
  KringViewport viewport;
  KringRect bounds;

  if (kring_canvas_get_interaction (canvas) == NULL ||
      !kring_scene_get_item_bounds (canvas_view_get_scene (canvas), id, &bounds))
    return;
  kring_selection_select (kring_session_get_selection (kring_canvas_get_session (canvas)), id);
  viewport = *canvas_view_get_viewport (canvas);
  kring_viewport_centre_on (&viewport, kring_rect_centre (bounds));
  kring_canvas_view_glide_to (kring_canvas_get_view (canvas), &viewport);
}

static KringRect
get_bounds_of (KringCanvas *canvas, GHashTable *ids)
{
  KringRect all = { 0 }, bounds;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (kring_scene_get_item_bounds (canvas_view_get_scene (canvas), id, &bounds))
      all = kring_rect_union (all, bounds);
  return all;
}

static double
get_fitting_scale (KringRect area, KringRect content)
{
  return MIN (area.width / MAX (content.width, 1), area.height / MAX (content.height, 1));
}

/* The larger part of what is left beside or under @covered, for @content. In pixels. */
static KringRect
find_free (KringCanvas *canvas, KringRect covered, KringRect content)
{
  const KringViewport *viewport = canvas_view_get_viewport (canvas);
  double right = covered.x + covered.width, bottom = covered.y + covered.height;
  double height =
      MAX (viewport->height - kring_canvas_fit_get_bottom_inset (kring_canvas_get_fit (canvas)), 1);
  KringRect beside = { right, 0, MAX (viewport->width - right, 1), height };
  KringRect under = { 0, bottom, viewport->width, MAX (height - bottom, 1) };

  return get_fitting_scale (beside, content) >= get_fitting_scale (under, content) ? beside : under;
}

static gboolean
canvas_view_is_clear (KringCanvas *canvas, KringRect covered, KringRect content)
{
  const KringViewport *viewport = canvas_view_get_viewport (canvas);
  KringPoint corner = kring_viewport_to_screen (viewport, KRING_POINT_INIT (content.x, content.y));
  KringRect seen = { corner.x, corner.y, content.width * viewport->scale,
                     content.height * viewport->scale };

  return seen.x >= 0 && seen.y >= 0 && seen.x + seen.width <= viewport->width &&
         seen.y + seen.height <=
             viewport->height - kring_canvas_fit_get_bottom_inset (kring_canvas_get_fit (canvas)) &&
         !kring_rect_intersects (seen, covered);
}

/**
 * kring_canvas_reveal:
 * @ids: (element-type utf8): what is to be seen
 * @covered: pixels that something lies over
 *
 * Moves the view if any of it is out of sight or under @covered, and makes the map no larger.
 * kring_canvas_end_reveal () goes back.
 */
void
kring_canvas_reveal (KringCanvas *canvas, GHashTable *ids, KringRect covered)
{
  KringCanvasView *self = kring_canvas_get_view (canvas);
  KringViewport to;
  KringRect content, area;
  KringPoint middle;

  if (kring_canvas_get_interaction (canvas) == NULL)
    return;
  content = kring_rect_grow (get_bounds_of (canvas, ids), REVEAL_MARGIN);
  if (canvas_view_is_clear (canvas, covered, content))
    return;
  to = kring_canvas_view_get_aim (self);
  if (!self->revealing)
    self->before_reveal = to;
  area = find_free (canvas, covered, content);
  to.scale = CLAMP (MIN (to.scale, get_fitting_scale (area, content)), KRING_VIEWPORT_SCALE_MIN,
                    KRING_VIEWPORT_SCALE_MAX);
  middle = kring_rect_centre (area);
  to.origin.x = kring_rect_centre (content).x - middle.x / to.scale;
  to.origin.y = kring_rect_centre (content).y - middle.y / to.scale;
  self->revealing = TRUE;
  self->revealed = to;
  kring_canvas_view_glide_to (self, &to);
}

/**
 * kring_canvas_end_reveal:
 *
 * Goes back to where the view was, unless somebody moved it since.
 */
void
kring_canvas_end_reveal (KringCanvas *canvas)
{
  KringCanvasView *self = kring_canvas_get_view (canvas);
  KringViewport now;

  if (kring_canvas_get_interaction (canvas) == NULL || !self->revealing)
    return;
  self->revealing = FALSE;
  now = kring_canvas_view_get_aim (self);
  if (kring_canvas_view_is_same (&now, &self->revealed))
    {
      now.scale = self->before_reveal.scale;
      now.origin = self->before_reveal.origin;
      kring_canvas_view_glide_to (self, &now);
    }
}

/**
 * kring_canvas_centre_on:
 * @point: in map units; comes to the middle at once
 */
void
kring_canvas_centre_on (KringCanvas *canvas, KringPoint point)
{
  KringViewport viewport;

  if (kring_canvas_get_interaction (canvas) == NULL)
    return;
  viewport = *canvas_view_get_viewport (canvas);
  kring_viewport_centre_on (&viewport, point);
  kring_interaction_set_viewport (kring_canvas_get_interaction (canvas), &viewport);
}
