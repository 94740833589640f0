/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-picture.h"

#include "gtk/canvas/kring-canvas-beside.h"
#include "gtk/canvas/kring-canvas-tiles.h"
#include "gtk/canvas/kring-canvas-trial.h"
#include "picture/marks/kring-sketch.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"

#include <adwaita.h>

#define SETTLE_MS 90
#define FADE_MS 180
/* The ring around what just appeared: how long, from which radius to which. */
#define ARRIVAL_US 400000
#define ARRIVAL_FROM 38.0
#define ARRIVAL_TO 47.0
#define ARRIVAL_WIDTH 2.0
/* More than this at once came from a file or the clipboard. */
#define MAX_ARRIVALS 12

struct _KringCanvasPicture
{
  KringCanvas *canvas; /* (not owned) */
  KringFonts *fonts;   /* (owned) (nullable) of the session */
  KringHalos *halos;   /* (owned) (nullable) likewise */
  const KringTheme *theme;
  KringTiles *tiles;  /* (owned) */
  AdwAnimation *fade; /* (owned) (nullable) what is faded coming and going */
  guint settle_id;    /* makes a stretched map sharp */
  guint go_on_id;     /* paints what did not go in a frame */
  gboolean sharp;     /* nothing is being zoomed */
  GArray *arrivals;   /* (owned) (element-type KringArrival), what just appeared */
  guint arrival_tick; /* tick callback while there are any */
};

typedef struct
{
  KringPoint point; /* in map units */
  gint64 start;     /* frame time, in microseconds */
} KringArrival;

static const KringViewport *
canvas_picture_get_viewport (KringCanvasPicture *self)
{
  return kring_interaction_get_viewport (kring_canvas_get_interaction (self->canvas));
}

/* What lies around everything. */
static KringColour
canvas_picture_get_ground (KringCanvasPicture *self)
{
  const KringPoint beyond = { KRING_COORDINATE_MAX, KRING_COORDINATE_MAX };

  return kring_canvas_get_interaction (self->canvas) != NULL
             ? kring_scene_get_ground (kring_canvas_get_scene (self->canvas), beyond)
             : KRING_COLOUR_CANVAS;
}

static void
canvas_picture_paint (KringCanvasPicture *self, cairo_t *cr, GPtrArray *shapes, KringRect clip)
{
  KringPaint paint = {
    .theme = self->theme,
    .fonts = self->fonts,
    .halos = self->halos,
    .clip = clip,
    .outlines = TRUE,
    .faded = kring_interaction_get_emphasis (kring_canvas_get_interaction (self->canvas))->faded,
  };

  kring_painter_paint (cr, shapes, &paint);
}

static guint
canvas_picture_paint_tile (cairo_t *cr, KringRect area, gpointer data)
{
  KringCanvasPicture *self = data;
  g_autoptr (GPtrArray) shapes =
      kring_scene_dup_visible (kring_canvas_get_scene (self->canvas), area);

  kring_painter_set_colour (cr, self->theme, canvas_picture_get_ground (self), 1);
  cairo_paint (cr);
  canvas_picture_paint (self, cr, shapes, area);
  return shapes->len;
}

static KringRect
canvas_picture_get_bounds (GPtrArray *shapes)
{
  KringRect bounds = { 0 };

  for (guint i = 0; i < shapes->len; i++)
    bounds = kring_rect_union (bounds, ((KringShape *) g_ptr_array_index (shapes, i))->bounds);
  return bounds;
}

static KringRect
get_common (KringRect a, KringRect b)
{
  return kring_rect_from_corners (
      KRING_POINT_INIT (MAX (a.x, b.x), MAX (a.y, b.y)),
      KRING_POINT_INIT (MIN (a.x + a.width, b.x + b.width), MIN (a.y + a.height, b.y + b.height)));
}

/* Shapes over the tiles, in a node of their own size, of what is in the window. */
static void
append_shapes (KringCanvasPicture *self, GtkSnapshot *snapshot, GPtrArray *shapes)
{
  const KringViewport *viewport = canvas_picture_get_viewport (self);
  KringRect visible = kring_viewport_get_visible (viewport);
  KringRect bounds = kring_rect_grow (canvas_picture_get_bounds (shapes), 2 / viewport->scale);
  KringPoint corner;
  cairo_t *cr;

  if (shapes->len == 0 || !kring_rect_intersects (bounds, visible))
    return;
  bounds = get_common (bounds, kring_rect_grow (visible, 2 / viewport->scale));
  corner = kring_viewport_to_screen (viewport, KRING_POINT_INIT (bounds.x, bounds.y));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (corner.x, corner.y,
                                                                 bounds.width * viewport->scale,
                                                                 bounds.height * viewport->scale));
  cairo_scale (cr, viewport->scale, viewport->scale);
  cairo_translate (cr, -viewport->origin.x, -viewport->origin.y);
  canvas_picture_paint (self, cr, shapes, bounds);
  cairo_destroy (cr);
}

/* What a ring or band that marks something must not cover: words and signs under it, whosever they
 * are, once more; with all that is said of what is marked. */
static void
append_signs (KringCanvasPicture *self, GtkSnapshot *snapshot, GPtrArray *overlay)
{
  g_autoptr (GPtrArray) signs =
      kring_scene_dup_signs (kring_canvas_get_scene (self->canvas), overlay);
  g_autoptr (GPtrArray) words = kring_shapes_new ();
  g_autoptr (GPtrArray) marked =
      kring_interaction_dup_marked (kring_canvas_get_interaction (self->canvas));

  for (guint i = 0; i < marked->len; i++)
    kring_scene_add_hidden_words (kring_canvas_get_scene (self->canvas),
                                  g_ptr_array_index (marked, i), words);
  append_shapes (self, snapshot, signs);
  append_shapes (self, snapshot, words);
}

/* Words are as large as they must be at this zoom, once it rests; signs as large as letters. */
static void
update_words (KringCanvasPicture *self)
{
  KringScene *scene = kring_canvas_get_scene (self->canvas);
  double text_scale = kring_canvas_get_text_scale (GTK_WIDGET (self->canvas));
  double words =
      kring_scene_get_word_scale (scene, canvas_picture_get_viewport (self)->scale, text_scale);
  gboolean changed = kring_scene_set_sign_scale (scene, text_scale);

  if (self->sharp)
    changed |= kring_scene_set_word_scale (scene, words);
  if (changed)
    kring_tiles_renew (self->tiles);
}

/* The rings that spread out from what has just been added. */
static void
append_arrivals (KringCanvasPicture *self, GtkSnapshot *snapshot)
{
  gint64 now =
      gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self->canvas)));
  const KringViewport *viewport = canvas_picture_get_viewport (self);

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

static gboolean
go_on_cb (gpointer data)
{
  KringCanvasPicture *self = data;

  self->go_on_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return G_SOURCE_REMOVE;
}

static void
snapshot_map (KringCanvasPicture *self, GtkSnapshot *snapshot)
{
  KringCanvasTrial *trial = kring_canvas_get_trial (self->canvas);
  g_autoptr (GPtrArray) moving = NULL, overlay = NULL, gliding = NULL;
  GPtrArray *beside;

  update_words (self);
  moving = kring_interaction_dup_moving (kring_canvas_get_interaction (self->canvas));
  overlay = kring_interaction_dup_overlay (kring_canvas_get_interaction (self->canvas));
  kring_tiles_snapshot (self->tiles, snapshot, canvas_picture_get_viewport (self),
                        gtk_widget_get_scale_factor (GTK_WIDGET (self->canvas)), self->sharp);
  if (kring_tiles_is_behind (self->tiles) && self->go_on_id == 0)
    self->go_on_id = g_idle_add (go_on_cb, self);
  gliding = kring_canvas_trial_dup_gliding (trial);
  if (gliding != NULL)
    append_shapes (self, snapshot, gliding);
  if (gliding != NULL || kring_canvas_trial_get_scene (trial) != NULL)
    return;
  beside = kring_canvas_beside_get_shapes (kring_canvas_get_beside (self->canvas));
  if (beside != NULL)
    append_shapes (self, snapshot, beside);
  if (moving != NULL)
    append_shapes (self, snapshot, moving);
  append_shapes (self, snapshot, overlay);
  append_signs (self, snapshot, overlay);
  append_arrivals (self, snapshot);
}

static void
append_ground (KringCanvasPicture *self, GtkSnapshot *snapshot)
{
  KringRgb rgb = self->theme->colours[canvas_picture_get_ground (self)];
  GdkRGBA colour = { rgb.red, rgb.green, rgb.blue, 1 };
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
theme_changed_cb (KringCanvasPicture *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->theme = kring_theme_for_screen (adw_style_manager_get_dark (manager),
                                        adw_style_manager_get_high_contrast (manager));
  kring_canvas_picture_clear (self);
}

/**
 * kring_canvas_picture_new: (constructor)
 * @canvas: (not owned): whose map is drawn
 *
 * Returns: (transfer full): the picture, of no map yet
 */
KringCanvasPicture *
kring_canvas_picture_new (KringCanvas *canvas)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  KringCanvasPicture *self = g_new0 (KringCanvasPicture, 1);

  self->canvas = canvas;
  self->tiles = kring_tiles_new (canvas_picture_paint_tile, self);
  self->arrivals = g_array_new (FALSE, FALSE, sizeof (KringArrival));
  self->sharp = TRUE;
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (theme_changed_cb), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (theme_changed_cb), self);
  theme_changed_cb (self);
  return self;
}

void
kring_canvas_picture_free (KringCanvasPicture *self)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  kring_canvas_picture_set_fonts (self, NULL);
  kring_tiles_free (self->tiles);
  g_array_unref (self->arrivals);
  g_free (self);
}

/**
 * kring_canvas_picture_set_fonts:
 * @fonts: (nullable): of the map that is drawn from now on
 */
void
kring_canvas_picture_set_fonts (KringCanvasPicture *self, KringFonts *fonts)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->go_on_id, g_source_remove);
  self->sharp = TRUE;
  kring_canvas_picture_end_fade (self);
  kring_tiles_clear (self->tiles);
  g_clear_pointer (&self->halos, kring_halos_free);
  g_clear_pointer (&self->fonts, kring_fonts_unref);
  if (fonts == NULL)
    return;
  self->fonts = kring_fonts_ref (fonts);
  self->halos = kring_halos_new (fonts);
}

/**
 * kring_canvas_picture_get_measurer:
 *
 * Returns: how wide text is, in the fonts of the map
 */
KringTextMeasurer
kring_canvas_picture_get_measurer (KringCanvasPicture *self)
{
  return kring_measurer_for_fonts (self->fonts);
}

/**
 * kring_canvas_picture_clear:
 *
 * All of it is drawn anew.
 */
void
kring_canvas_picture_clear (KringCanvasPicture *self)
{
  kring_tiles_clear (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

/**
 * kring_canvas_picture_invalidate:
 * @area: what changed, in map units
 */
void
kring_canvas_picture_invalidate (KringCanvasPicture *self, KringRect area)
{
  kring_tiles_invalidate (self->tiles, area);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static gboolean
canvas_picture_settle_cb (gpointer data)
{
  KringCanvasPicture *self = data;

  self->settle_id = 0;
  self->sharp = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return G_SOURCE_REMOVE;
}

/**
 * kring_canvas_picture_soften:
 *
 * The zoom is moving: tiles may be stretched until it rests.
 */
void
kring_canvas_picture_soften (KringCanvasPicture *self)
{
  self->sharp = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, canvas_picture_settle_cb, self);
}

static void
fade_cb (double value, KringCanvasPicture *self)
{
  kring_tiles_set_fade (self->tiles, value);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

/**
 * kring_canvas_picture_begin_fade:
 *
 * Something else is faded from now on: lets what is seen change into that. One change after
 * another, as from a slider, does not begin again.
 */
void
kring_canvas_picture_begin_fade (KringCanvasPicture *self)
{
  AdwAnimationTarget *target;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->canvas)) ||
      !adw_get_enable_animations (GTK_WIDGET (self->canvas)) ||
      (self->fade != NULL && adw_animation_get_state (self->fade) == ADW_ANIMATION_PLAYING))
    return;
  kring_canvas_picture_end_fade (self);
  kring_tiles_hold (self->tiles);
  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) fade_cb, self, NULL);
  self->fade = adw_timed_animation_new (GTK_WIDGET (self->canvas), 0, 1, FADE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->fade), ADW_LINEAR);
  g_signal_connect_swapped (self->fade, "done", G_CALLBACK (kring_canvas_picture_end_fade), self);
  adw_animation_play (self->fade);
}

/**
 * kring_canvas_picture_end_fade:
 *
 * Everything is as faded as it should be, at once.
 */
void
kring_canvas_picture_end_fade (KringCanvasPicture *self)
{
  g_autoptr (AdwAnimation) fade = g_steal_pointer (&self->fade);

  if (fade != NULL)
    adw_animation_pause (fade);
  kring_tiles_release (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static gboolean
arrival_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KringCanvasPicture *self = data;
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

/**
 * kring_canvas_picture_add_arrivals:
 * @changes: (element-type KringChange): what happened to the map; new things get a ring for a moment
 */
void
kring_canvas_picture_add_arrivals (KringCanvasPicture *self, GPtrArray *changes)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->canvas));
  KringArrival arrival = { 0 };
  guint n_inserted = 0;

  for (guint i = 0; i < changes->len; i++)
    n_inserted += ((KringChange *) g_ptr_array_index (changes, i))->type == KRING_CHANGE_INSERTED;
  if (clock == NULL || n_inserted > MAX_ARRIVALS ||
      !adw_get_enable_animations (GTK_WIDGET (self->canvas)))
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
        gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), arrival_tick_cb, self, NULL);
}

/**
 * kring_canvas_picture_snapshot:
 * @snapshot: what is drawn on
 */
void
kring_canvas_picture_snapshot (KringCanvasPicture *self, GtkSnapshot *snapshot)
{
  append_ground (self, snapshot);
  if (kring_canvas_get_interaction (self->canvas) != NULL)
    snapshot_map (self, snapshot);
}
