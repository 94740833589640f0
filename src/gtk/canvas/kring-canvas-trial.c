/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-trial.h"

#include "gtk/canvas/kring-canvas-picture.h"
#include "gtk/canvas/kring-canvas-view.h"

#include <adwaita.h>

#define MOVES_MS 320
/* With more items than this, a picture takes too long to be moved smoothly. */
#define MAX_GLIDING 1000

struct _KringCanvasTrial
{
  KringCanvas *canvas;  /* (not owned) */
  KringScene *scene;    /* (owned) (nullable) what the map might become, shown in its place */
  KringViewport before; /* where the view was */
  KringSight *held;     /* (owned) (nullable) where things were */
  KringSight *seen;     /* (owned) (nullable) where things come from, while gliding */
  double seen_part;     /* how much of that way is left */
  AdwAnimation *moves;  /* (owned) (nullable) that makes it less */
};

/**
 * kring_canvas_trial_new: (constructor)
 * @canvas: (not owned): on which something is tried
 *
 * Returns: (transfer full): a trial of nothing yet
 */
KringCanvasTrial *
kring_canvas_trial_new (KringCanvas *canvas)
{
  KringCanvasTrial *self = g_new0 (KringCanvasTrial, 1);

  self->canvas = canvas;
  return self;
}

void
kring_canvas_trial_free (KringCanvasTrial *self)
{
  kring_canvas_trial_forget (self);
  g_free (self);
}

/**
 * kring_canvas_trial_forget:
 *
 * Another map is looked at: nothing of this one is tried or on its way any more.
 */
void
kring_canvas_trial_forget (KringCanvasTrial *self)
{
  kring_canvas_trial_end_gliding (self);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->held, kring_sight_free);
}

/**
 * kring_canvas_trial_get_scene:
 *
 * Returns: (transfer none) (nullable): what the map might become, if it is shown in its place
 */
KringScene *
kring_canvas_trial_get_scene (KringCanvasTrial *self)
{
  return self->scene;
}

/* Takes @from over. */
static void
show_from (KringCanvasTrial *self, KringSight *from, double part)
{
  if (self->seen == NULL)
    {
      kring_scene_begin_gliding (kring_canvas_get_scene (self->canvas));
      kring_canvas_picture_clear (kring_canvas_get_picture (self->canvas));
    }
  if (from != self->seen)
    g_clear_pointer (&self->seen, kring_sight_free);
  self->seen = from;
  self->seen_part = part;
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
canvas_trial_glide_cb (double value, KringCanvasTrial *self)
{
  if (self->seen != NULL)
    show_from (self, self->seen, 1 - value);
}

static void
done_cb (KringCanvasTrial *self)
{
  kring_canvas_trial_end_gliding (self);
}

/**
 * kring_canvas_trial_end_gliding:
 *
 * Everything is where the map says it is, at once.
 */
void
kring_canvas_trial_end_gliding (KringCanvasTrial *self)
{
  g_autoptr (AdwAnimation) moves = g_steal_pointer (&self->moves);

  if (moves != NULL)
    adw_animation_pause (moves);
  if (self->seen == NULL)
    return;
  g_clear_pointer (&self->seen, kring_sight_free);
  if (kring_canvas_get_interaction (self->canvas) == NULL)
    return;
  kring_scene_end_moving (kring_canvas_get_scene (self->canvas));
  kring_canvas_picture_clear (kring_canvas_get_picture (self->canvas));
  /* The map has its size again. */
  g_signal_emit_by_name (self->canvas, "view-changed");
}

/**
 * kring_canvas_hold_places:
 *
 * Remembers where everything is seen now, for kring_canvas_glide ().
 */
void
kring_canvas_hold_places (KringCanvas *canvas)
{
  KringCanvasTrial *self = kring_canvas_get_trial (canvas);

  g_clear_pointer (&self->held, kring_sight_free);
  if (kring_canvas_get_interaction (canvas) != NULL)
    self->held =
        kring_scene_dup_sight (kring_canvas_get_scene (canvas), self->seen, self->seen_part);
}

/**
 * kring_canvas_glide:
 *
 * Lets everything go from where it was when kring_canvas_hold_places () was called to where it
 * stands now. At once where animations are switched off.
 */
void
kring_canvas_glide (KringCanvas *canvas)
{
  KringCanvasTrial *self = kring_canvas_get_trial (canvas);
  g_autoptr (KringSight) from = g_steal_pointer (&self->held);
  AdwAnimationTarget *target;

  kring_canvas_trial_end_gliding (self);
  if (from == NULL || kring_canvas_get_interaction (canvas) == NULL ||
      kring_map_get_n_items (kring_session_get_map (kring_canvas_get_session (canvas))) >
          MAX_GLIDING ||
      kring_sight_is_of (from, kring_canvas_get_scene (canvas)) ||
      !gtk_widget_get_mapped (GTK_WIDGET (canvas)) ||
      !adw_get_enable_animations (GTK_WIDGET (canvas)))
    return;
  show_from (self, g_steal_pointer (&from), 1);
  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) canvas_trial_glide_cb, self,
                                              NULL);
  self->moves = adw_timed_animation_new (GTK_WIDGET (canvas), 0, 1, MOVES_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->moves), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_swapped (self->moves, "done", G_CALLBACK (done_cb), self);
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
kring_canvas_preview_places (KringCanvas *canvas, GHashTable *places)
{
  KringCanvasTrial *self = kring_canvas_get_trial (canvas);

  if (places == NULL || kring_canvas_get_interaction (canvas) == NULL)
    {
      kring_canvas_trial_end_gliding (self);
      g_clear_object (&self->scene);
      kring_canvas_picture_clear (kring_canvas_get_picture (canvas));
      return;
    }
  if (self->moves != NULL)
    adw_animation_pause (self->moves);
  g_clear_object (&self->moves);
  show_from (self, kring_sight_new (places), 1);
}

static void
set_trial (KringCanvasTrial *self, KringMap *map)
{
  const KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;
  KringTextMeasurer measurer =
      kring_canvas_picture_get_measurer (kring_canvas_get_picture (self->canvas));

  g_clear_object (&self->scene);
  if (map != NULL)
    self->scene = kring_scene_new (map, &options, &measurer);
  kring_canvas_picture_clear (kring_canvas_get_picture (self->canvas));
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
kring_canvas_show_trial (KringCanvas *canvas, KringMap *map, gboolean whole)
{
  KringCanvasTrial *self = kring_canvas_get_trial (canvas);

  if (kring_canvas_get_interaction (canvas) == NULL || (map == NULL && self->scene == NULL))
    {
      kring_canvas_trial_end_gliding (self);
      return;
    }
  if (self->scene == NULL)
    self->before = *kring_interaction_get_viewport (kring_canvas_get_interaction (canvas));
  kring_canvas_hold_places (canvas);
  kring_canvas_trial_end_gliding (self);
  set_trial (self, map);
  if (map == NULL)
    kring_canvas_view_glide_to (kring_canvas_get_view (canvas), &self->before);
  else if (whole)
    kring_canvas_zoom_to_fit (canvas);
  kring_canvas_glide (canvas);
}

/**
 * kring_canvas_trial_yield:
 *
 * The map itself has changed: nothing else is shown in its place.
 */
void
kring_canvas_trial_yield (KringCanvasTrial *self)
{
  if (self->scene != NULL)
    kring_canvas_preview_places (self->canvas, NULL);
}

/**
 * kring_canvas_trial_dup_gliding:
 *
 * Returns: (transfer full) (nullable) (element-type KringShape): what is on its way, where
 *   it is at this moment; %NULL when nothing is
 */
GPtrArray *
kring_canvas_trial_dup_gliding (KringCanvasTrial *self)
{
  if (self->seen == NULL)
    return NULL;
  return kring_scene_dup_gliding (kring_canvas_get_scene (self->canvas), self->seen,
                                  self->seen_part);
}
