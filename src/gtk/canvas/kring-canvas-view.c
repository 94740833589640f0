/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the map is seen, the way from one to another, and what has just appeared. */
#include "gtk/canvas/kring-canvas-private.h"

#define GLIDE_MS 240
/* Around what is brought into sight, in map units. */
#define REVEAL_MARGIN 16.0
#define SETTLE_MS 90
/* The ring around what just appeared: how long, from which radius to which. */
#define ARRIVAL_US 400000
#define ARRIVAL_FROM 38.0
#define ARRIVAL_TO 47.0
#define ARRIVAL_WIDTH 2.0
/* More than this at once came from a file or the clipboard. */
#define MAX_ARRIVALS 12

static KringScene *
canvas_view_get_scene (KringCanvas *self)
{
  return kring_interaction_get_scene (self->interaction);
}

static const KringViewport *
canvas_view_get_viewport (KringCanvas *self)
{
  return kring_interaction_get_viewport (self->interaction);
}

static gboolean
arrival_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KringCanvas *self = KRING_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  for (guint i = self->arrivals->len; i > 0; i--)
    if (now - g_array_index (self->arrivals, KringArrival, i - 1).start > ARRIVAL_US)
      g_array_remove_index (self->arrivals, i - 1);
  gtk_widget_queue_draw (widget);
  if (self->arrivals->len > 0)
    return G_SOURCE_CONTINUE;
  self->arrival_tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
canvas_view_settle_cb (gpointer data)
{
  KringCanvas *self = data;

  self->settle_id = 0;
  self->sharp = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
canvas_view_glide_cb (double value, KringCanvas *self)
{
  KringViewport viewport = self->glide_to;
  KringPoint from = kring_rect_centre (kring_viewport_get_visible (&self->glide_from));
  KringPoint to = kring_rect_centre (kring_viewport_get_visible (&self->glide_to));

  if (self->interaction == NULL)
    return;
  viewport.width = canvas_view_get_viewport (self)->width;
  viewport.height = canvas_view_get_viewport (self)->height;
  if (value < 1)
    {
      viewport.scale =
          self->glide_from.scale * pow (self->glide_to.scale / self->glide_from.scale, value);
      kring_viewport_centre_on (&viewport, KRING_POINT_INIT (from.x + (to.x - from.x) * value,
                                                             from.y + (to.y - from.y) * value));
      kring_canvas_soften (self);
    }
  self->glide_steps = TRUE;
  kring_interaction_set_viewport (self->interaction, &viewport);
  self->glide_steps = FALSE;
}

/**
 * kring_canvas_glide_to:
 * @to: what is to be in view
 */
void
kring_canvas_glide_to (KringCanvas *self, const KringViewport *to)
{
  AdwAnimationTarget *target;

  kring_canvas_stop_gliding_view (self);
  self->glide_from = *canvas_view_get_viewport (self);
  self->glide_to = *to;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      kring_interaction_set_viewport (self->interaction, to);
      return;
    }
  target =
      adw_callback_animation_target_new ((AdwAnimationTargetFunc) canvas_view_glide_cb, self, NULL);
  self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->glide), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->glide);
}

/*
 * kring_canvas_stop_gliding_view:
 *
 * The view stays where it is on its way.
 */
void
kring_canvas_stop_gliding_view (KringCanvas *self)
{
  if (self->glide != NULL)
    adw_animation_pause (self->glide);
  g_clear_object (&self->glide);
}

/*
 * kring_canvas_yield_glide:
 *
 * The view has moved. Where somebody moved it while it was on its way, it goes no further; a canvas
 * of another size changes nothing of where it goes.
 */
void
kring_canvas_yield_glide (KringCanvas *self)
{
  const KringViewport *now = canvas_view_get_viewport (self);

  if (self->glide == NULL || self->glide_steps)
    return;
  if (now->width == self->glide_to.width && now->height == self->glide_to.height)
    kring_canvas_stop_gliding_view (self);
  self->glide_to.width = now->width;
  self->glide_to.height = now->height;
}

/**
 * kring_canvas_soften:
 *
 * The zoom is moving: tiles may be stretched until it rests.
 */
void
kring_canvas_soften (KringCanvas *self)
{
  self->sharp = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, canvas_view_settle_cb, self);
}

/**
 * kring_canvas_get_scale:
 *
 * Returns: pixels per map unit; 1 before there is a map
 */
double
kring_canvas_get_scale (KringCanvas *self)
{
  return self->interaction != NULL ? canvas_view_get_viewport (self)->scale : 1;
}

/**
 * kring_canvas_zoom_by:
 * @factor: more than 1: larger; the middle stays where it is
 */
void
kring_canvas_zoom_by (KringCanvas *self, double factor)
{
  KringViewport viewport;

  if (self->interaction == NULL)
    return;
  viewport = *canvas_view_get_viewport (self);
  kring_viewport_zoom_at (&viewport, KRING_POINT_INIT (viewport.width / 2, viewport.height / 2),
                          factor);
  kring_canvas_glide_to (self, &viewport);
}

/**
 * kring_canvas_zoom_to:
 * @scale: pixels per map unit
 */
void
kring_canvas_zoom_to (KringCanvas *self, double scale)
{
  kring_canvas_zoom_by (self, scale / kring_canvas_get_scale (self));
}

/**
 * kring_canvas_show_item:
 * @id: selected, and brought to the middle
 */
void
kring_canvas_show_item (KringCanvas *self, const char *id)
{
  KringViewport viewport;
  KringRect bounds;

  if (self->interaction == NULL ||
      !kring_scene_get_item_bounds (canvas_view_get_scene (self), id, &bounds))
    return;
  kring_selection_select (kring_session_get_selection (self->session), id);
  viewport = *canvas_view_get_viewport (self);
  kring_viewport_centre_on (&viewport, kring_rect_centre (bounds));
  kring_canvas_glide_to (self, &viewport);
}

static KringRect
get_bounds_of (KringCanvas *self, GHashTable *ids)
{
  KringRect all = { 0 }, bounds;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (kring_scene_get_item_bounds (canvas_view_get_scene (self), id, &bounds))
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
find_free (KringCanvas *self, KringRect covered, KringRect content)
{
  const KringViewport *viewport = canvas_view_get_viewport (self);
  double right = covered.x + covered.width, bottom = covered.y + covered.height;
  double height = MAX (viewport->height - kring_canvas_get_bottom_inset (self), 1);
  KringRect beside = { right, 0, MAX (viewport->width - right, 1), height };
  KringRect under = { 0, bottom, viewport->width, MAX (height - bottom, 1) };

  return get_fitting_scale (beside, content) >= get_fitting_scale (under, content) ? beside : under;
}

static gboolean
canvas_view_is_clear (KringCanvas *self, KringRect covered, KringRect content)
{
  const KringViewport *viewport = canvas_view_get_viewport (self);
  KringPoint corner = kring_viewport_to_screen (viewport, KRING_POINT_INIT (content.x, content.y));
  KringRect seen = { corner.x, corner.y, content.width * viewport->scale,
                     content.height * viewport->scale };

  return seen.x >= 0 && seen.y >= 0 && seen.x + seen.width <= viewport->width &&
         seen.y + seen.height <= viewport->height - kring_canvas_get_bottom_inset (self) &&
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
kring_canvas_reveal (KringCanvas *self, GHashTable *ids, KringRect covered)
{
  KringViewport to;
  KringRect content, area;
  KringPoint middle;

  if (self->interaction == NULL)
    return;
  content = kring_rect_grow (get_bounds_of (self, ids), REVEAL_MARGIN);
  if (canvas_view_is_clear (self, covered, content))
    return;
  to = kring_canvas_get_aim (self);
  if (!self->revealing)
    self->before_reveal = to;
  area = find_free (self, covered, content);
  to.scale = CLAMP (MIN (to.scale, get_fitting_scale (area, content)), KRING_VIEWPORT_SCALE_MIN,
                    KRING_VIEWPORT_SCALE_MAX);
  middle = kring_rect_centre (area);
  to.origin.x = kring_rect_centre (content).x - middle.x / to.scale;
  to.origin.y = kring_rect_centre (content).y - middle.y / to.scale;
  self->revealing = TRUE;
  self->revealed = to;
  kring_canvas_glide_to (self, &to);
}

/**
 * kring_canvas_end_reveal:
 *
 * Goes back to where the view was, unless somebody moved it since.
 */
void
kring_canvas_end_reveal (KringCanvas *self)
{
  KringViewport now;

  if (self->interaction == NULL || !self->revealing)
    return;
  self->revealing = FALSE;
  now = kring_canvas_get_aim (self);
  if (kring_canvas_is_same_view (&now, &self->revealed))
    {
      now.scale = self->before_reveal.scale;
      now.origin = self->before_reveal.origin;
      kring_canvas_glide_to (self, &now);
    }
}

/**
 * kring_canvas_centre_on:
 * @point: in map units; comes to the middle at once
 */
void
kring_canvas_centre_on (KringCanvas *self, KringPoint point)
{
  KringViewport viewport;

  if (self->interaction == NULL)
    return;
  viewport = *canvas_view_get_viewport (self);
  kring_viewport_centre_on (&viewport, point);
  kring_interaction_set_viewport (self->interaction, &viewport);
}

/**
 * kring_canvas_set_presentation:
 * @presentation: whether labels are larger, for a screen that many look at
 */
void
kring_canvas_set_presentation (KringCanvas *self, gboolean presentation)
{
  KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;

  self->presentation = presentation;
  options.label_scale = presentation ? KRING_CANVAS_PRESENTATION_LABELS : 1.0;
  if (self->interaction == NULL)
    return;
  kring_scene_set_options (canvas_view_get_scene (self), &options);
  kring_tiles_clear (self->tiles);
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * kring_canvas_add_arrivals:
 * @changes: (element-type KringChange): what happened to the map; new things get a ring for a moment
 */
void
kring_canvas_add_arrivals (KringCanvas *self, GPtrArray *changes)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  KringArrival arrival = { 0 };
  guint n_inserted = 0;

  for (guint i = 0; i < changes->len; i++)
    n_inserted += ((KringChange *) g_ptr_array_index (changes, i))->type == KRING_CHANGE_INSERTED;
  if (clock == NULL || n_inserted > MAX_ARRIVALS || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);

      if (change->type != KRING_CHANGE_INSERTED ||
          !kring_item_get_position (change->item, &arrival.point))
        continue;
      arrival.start = gdk_frame_clock_get_frame_time (clock);
      g_array_append_val (self->arrivals, arrival);
    }
  if (self->arrivals->len > 0 && self->arrival_tick == 0)
    self->arrival_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), arrival_tick_cb, NULL, NULL);
}

/**
 * kring_canvas_append_arrivals:
 * @snapshot: what is drawn on
 *
 * Draws the rings that spread out from what has just been added.
 */
void
kring_canvas_append_arrivals (KringCanvas *self, GtkSnapshot *snapshot)
{
  gint64 now = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  const KringViewport *viewport = canvas_view_get_viewport (self);

  for (guint i = 0; i < self->arrivals->len; i++)
    {
      const KringArrival *arrival = &g_array_index (self->arrivals, KringArrival, i);
      KringPoint centre = kring_viewport_to_screen (viewport, arrival->point);
      double t = CLAMP ((now - arrival->start) / (double) ARRIVAL_US, 0, 1);
      double radius = (ARRIVAL_FROM + (ARRIVAL_TO - ARRIVAL_FROM) * t) * viewport->scale;
      double reach = radius + ARRIVAL_WIDTH;
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (centre.x - reach, centre.y - reach, 2 * reach, 2 * reach));

      kring_painter_set_colour (cr, self->theme, KRING_COLOUR_SELECTION, 1 - t);
      cairo_set_line_width (cr, ARRIVAL_WIDTH);
      cairo_arc (cr, centre.x, centre.y, radius, 0, 2 * G_PI);
      cairo_stroke (cr);
      cairo_destroy (cr);
    }
}
