/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything gliding from old places to new ones: what is drawn meanwhile, without any command. */
#include "gtk/canvas/kring-canvas-private.h"

#define FADE_MS 180
#define MOVES_MS 320
/* With more items than this, a picture takes too long to be moved smoothly. */
#define MAX_GLIDING 1000

/**
 * kring_canvas_get_scene:
 *
 * Returns: (transfer none): what is drawn: the map, or what it might become
 */
KringScene *
kring_canvas_get_scene (KringCanvas *self)
{
  return self->trial != NULL ? self->trial : kring_interaction_get_scene (self->interaction);
}

static void
redraw_ground (KringCanvas *self)
{
  kring_tiles_clear (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Takes @from over. */
static void
show_from (KringCanvas *self, KringSight *from, double part)
{
  if (self->seen == NULL)
    {
      kring_scene_begin_gliding (kring_canvas_get_scene (self));
      redraw_ground (self);
    }
  if (from != self->seen)
    g_clear_pointer (&self->seen, kring_sight_free);
  self->seen = from;
  self->seen_part = part;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
canvas_moves_glide_cb (double value, KringCanvas *self)
{
  if (self->seen != NULL)
    show_from (self, self->seen, 1 - value);
}

static void
done_cb (KringCanvas *self)
{
  kring_canvas_end_gliding (self);
}

/**
 * kring_canvas_end_gliding:
 *
 * Everything is where the map says it is, at once.
 */
void
kring_canvas_end_gliding (KringCanvas *self)
{
  g_autoptr (AdwAnimation) moves = g_steal_pointer (&self->moves);

  if (moves != NULL)
    adw_animation_pause (moves);
  if (self->seen == NULL)
    return;
  g_clear_pointer (&self->seen, kring_sight_free);
  if (self->interaction == NULL)
    return;
  kring_scene_end_moving (kring_canvas_get_scene (self));
  redraw_ground (self);
  /* The map has its size again. */
  g_signal_emit_by_name (self, "view-changed");
}

/**
 * kring_canvas_hold_places:
 *
 * Remembers where everything is seen now, for kring_canvas_glide ().
 */
void
kring_canvas_hold_places (KringCanvas *self)
{
  g_clear_pointer (&self->held, kring_sight_free);
  if (self->interaction != NULL)
    self->held = kring_scene_dup_sight (kring_canvas_get_scene (self), self->seen, self->seen_part);
}

/**
 * kring_canvas_glide:
 *
 * Lets everything go from where it was when kring_canvas_hold_places () was called to where it
 * stands now. At once where animations are switched off.
 */
void
kring_canvas_glide (KringCanvas *self)
{
  g_autoptr (KringSight) from = g_steal_pointer (&self->held);
  AdwAnimationTarget *target;

  kring_canvas_end_gliding (self);
  if (from == NULL || self->interaction == NULL ||
      kring_map_get_n_items (kring_session_get_map (self->session)) > MAX_GLIDING ||
      kring_sight_is_of (from, kring_canvas_get_scene (self)) ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  show_from (self, g_steal_pointer (&from), 1);
  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) canvas_moves_glide_cb, self,
                                              NULL);
  self->moves = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, MOVES_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->moves), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_object (self->moves, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_animation_play (self->moves);
}

/**
 * kring_canvas_preview_places:
 * @places: (nullable) (element-type utf8 KringPoint): where things would come to stand, copied;
 *   %NULL: as they do
 *
 * Shows the map as it might be. Nothing on it changes. %NULL ends what is tried out, too.
 */
void
kring_canvas_preview_places (KringCanvas *self, GHashTable *places)
{
  if (places == NULL || self->interaction == NULL)
    {
      kring_canvas_end_gliding (self);
      g_clear_object (&self->trial);
      redraw_ground (self);
      return;
    }
  if (self->moves != NULL)
    adw_animation_pause (self->moves);
  g_clear_object (&self->moves);
  show_from (self, kring_sight_new (places), 1);
}

static void
set_trial (KringCanvas *self, KringMap *map)
{
  KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;

  g_clear_object (&self->trial);
  if (map != NULL)
    {
      if (self->presentation)
        options.label_scale = KRING_CANVAS_PRESENTATION_LABELS;
      self->trial = kring_scene_new (map, &options, &self->measurer);
    }
  redraw_ground (self);
}

/**
 * kring_canvas_show_trial:
 * @map: (nullable): what the map might become, with the same ids; %NULL: the map itself again
 * @whole: whether all of it comes into view
 *
 * Shows something else in the place of the map, to look at only, until the map changes. With %NULL
 * everything glides back, and what was in view before is in view again.
 */
void
kring_canvas_show_trial (KringCanvas *self, KringMap *map, gboolean whole)
{
  if (self->interaction == NULL || (map == NULL && self->trial == NULL))
    {
      kring_canvas_end_gliding (self);
      return;
    }
  if (self->trial == NULL)
    self->before_trial = *kring_interaction_get_viewport (self->interaction);
  kring_canvas_hold_places (self);
  kring_canvas_end_gliding (self);
  set_trial (self, map);
  if (map == NULL)
    kring_canvas_glide_to (self, &self->before_trial);
  else if (whole)
    kring_canvas_zoom_to_fit (self);
  kring_canvas_glide (self);
}

/**
 * kring_canvas_dup_gliding:
 *
 * Returns: (transfer full) (element-type KringShape): what is on its way, where it is at this moment
 */
GPtrArray *
kring_canvas_dup_gliding (KringCanvas *self)
{
  return kring_scene_dup_gliding (kring_canvas_get_scene (self), self->seen, self->seen_part);
}

static void
fade_cb (double value, KringCanvas *self)
{
  kring_tiles_set_fade (self->tiles, value);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kring_canvas_begin_fade:
 *
 * Something else is faded from now on: lets what is seen change into that. One change after
 * another, as from a slider, does not begin again.
 */
void
kring_canvas_begin_fade (KringCanvas *self)
{
  AdwAnimationTarget *target;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !adw_get_enable_animations (GTK_WIDGET (self)) ||
      (self->fade != NULL && adw_animation_get_state (self->fade) == ADW_ANIMATION_PLAYING))
    return;
  kring_canvas_end_fade (self);
  kring_tiles_hold (self->tiles);
  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) fade_cb, self, NULL);
  self->fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->fade), ADW_LINEAR);
  g_signal_connect_object (self->fade, "done", G_CALLBACK (kring_canvas_end_fade), self,
                           G_CONNECT_SWAPPED);
  adw_animation_play (self->fade);
}

/**
 * kring_canvas_end_fade:
 *
 * Everything is as faded as it should be, at once.
 */
void
kring_canvas_end_fade (KringCanvas *self)
{
  g_autoptr (AdwAnimation) fade = g_steal_pointer (&self->fade);

  if (fade != NULL)
    adw_animation_pause (fade);
  kring_tiles_release (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
