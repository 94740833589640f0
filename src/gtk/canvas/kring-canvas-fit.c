/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-fit.h"

#include "gtk/canvas/kring-canvas-picture.h"
#include "gtk/canvas/kring-canvas-view.h"

#define USUAL_DPI 96.0
/* Rounds in which a zoom is sought at which people and their names fit. */
#define FIT_ROUNDS 4
#define FIT_MARGIN 24.0
#define FIT_SCALE_MAX 1.0
/* Zooms that are tried until nobody is under what lies over the map, each so much smaller. */
#define CLEAR_ROUNDS 12
#define CLEAR_STEP 0.96
/* Around what lies over the map, in pixels. */
#define COVER_AIR 8.0
/* Above the tray there is room for what is told. */
#define TOLD_AIR 26
/* People this close to the edge are still in view, in pixels. */
#define EDGE 2.0

typedef struct
{
  GtkWidget *frame; /* (nullable), weak: lies over the canvas, in the same overlay */
  GtkWidget *card;  /* (nullable), weak: the part of it that covers, or itself */
} Cover;

struct _KringCanvasFit
{
  KringCanvas *canvas;  /* (not owned) */
  GPtrArray *covers;    /* (owned) (element-type Cover): what lies over the corners */
  GtkWidget *tray;      /* (nullable), weak: lies over the bottom */
  int left_inset;       /* pixels at the left that something lies over for a while */
  gboolean fitted;      /* the first sight of the map was chosen */
  gboolean following;   /* what comes is brought in view, where the whole map was */
  double fitted_text;   /* how large letters were then */
  KringViewport whole;  /* where the whole map was brought in view last */
  KringScene *whole_of; /* (not owned) to compare with: of the map, or of what it might become */
  int whole_inset;      /* and then */
};

static KringScene *
canvas_fit_get_scene (KringCanvasFit *self)
{
  return kring_canvas_get_scene (self->canvas);
}

static const KringViewport *
canvas_fit_get_viewport (KringCanvasFit *self)
{
  return kring_interaction_get_viewport (kring_canvas_get_interaction (self->canvas));
}

/**
 * kring_canvas_get_text_scale:
 *
 * Returns: how much larger letters are than they usually are, as the system says; at least 1
 */
double
kring_canvas_get_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (dpi / 1024.0 / USUAL_DPI, 1) : 1;
}

static double
get_word_scale (KringCanvasFit *self, double zoom)
{
  return kring_scene_get_word_scale (canvas_fit_get_scene (self), zoom,
                                     kring_canvas_get_text_scale (GTK_WIDGET (self->canvas)));
}

static void
cover_free (gpointer data)
{
  Cover *cover = data;

  g_clear_weak_pointer (&cover->frame);
  g_clear_weak_pointer (&cover->card);
  g_free (cover);
}

/**
 * kring_canvas_fit_new: (constructor)
 * @canvas: (not owned): which the map is to fit in
 *
 * Returns: (transfer full): what fits it in
 */
KringCanvasFit *
kring_canvas_fit_new (KringCanvas *canvas)
{
  KringCanvasFit *self = g_new0 (KringCanvasFit, 1);

  self->canvas = canvas;
  self->covers = g_ptr_array_new_with_free_func (cover_free);
  return self;
}

void
kring_canvas_fit_free (KringCanvasFit *self)
{
  g_ptr_array_unref (self->covers);
  g_clear_weak_pointer (&self->tray);
  g_free (self);
}

/**
 * kring_canvas_fit_forget:
 *
 * At the next size all of the map comes into view, as at the first.
 */
void
kring_canvas_fit_forget (KringCanvasFit *self)
{
  self->fitted = FALSE;
  self->whole.scale = 0;
}

/**
 * kring_canvas_add_cover:
 * @frame: lies over the canvas in the same overlay
 * @card: the part of @frame that covers, or @frame itself
 *
 * When all of the map is brought into view, nobody stands under @card.
 */
void
kring_canvas_add_cover (KringCanvas *canvas, GtkWidget *frame, GtkWidget *card)
{
  Cover *cover = g_new0 (Cover, 1);

  g_set_weak_pointer (&cover->frame, frame);
  g_set_weak_pointer (&cover->card, card);
  g_ptr_array_add (kring_canvas_get_fit (canvas)->covers, cover);
}

/**
 * kring_canvas_set_tray:
 * @tray: (nullable): lies over the whole bottom of the canvas, at its own height
 */
void
kring_canvas_set_tray (KringCanvas *canvas, GtkWidget *tray)
{
  g_set_weak_pointer (&kring_canvas_get_fit (canvas)->tray, tray);
}

/**
 * kring_canvas_set_left_inset:
 * @inset: pixels at the left that something lies over for a while
 */
void
kring_canvas_set_left_inset (KringCanvas *canvas, int inset)
{
  kring_canvas_get_fit (canvas)->left_inset = inset;
}

/*
 * kring_canvas_fit_get_bottom_inset:
 *
 * Returns: pixels at the bottom that the tray lies over, and what is told above it
 */
int
kring_canvas_fit_get_bottom_inset (KringCanvasFit *self)
{
  GtkRequisition natural;

  if (self->tray == NULL || !gtk_widget_get_visible (self->tray))
    return 0;
  gtk_widget_get_preferred_size (self->tray, NULL, &natural);
  return natural.height + TOLD_AIR;
}

/* Where one side of something of that size comes to stand. */
static double
canvas_fit_align (GtkAlign where, int start, int end, double room, double size)
{
  if (where == GTK_ALIGN_END)
    return room - end - size;
  if (where == GTK_ALIGN_CENTER)
    return start + (room - start - end - size) / 2;
  return start;
}

/* By the size that it asks for, as it may not have it yet. */
static KringRect
find_cover (const Cover *cover, double width, double height)
{
  GtkWidget *frame = cover->frame;
  GtkRequisition size;
  KringRect rect = { 0, 0, 0, 0 };

  gtk_widget_get_preferred_size (cover->card, NULL, &size);
  if (cover->card == frame)
    {
      size.width -= gtk_widget_get_margin_start (frame) + gtk_widget_get_margin_end (frame);
      size.height -= gtk_widget_get_margin_top (frame) + gtk_widget_get_margin_bottom (frame);
    }
  rect.width = MIN (size.width, width);
  rect.height = MIN (size.height, height);
  rect.x = canvas_fit_align (gtk_widget_get_halign (frame), gtk_widget_get_margin_start (frame),
                             gtk_widget_get_margin_end (frame), width, rect.width);
  rect.y = canvas_fit_align (gtk_widget_get_valign (frame), gtk_widget_get_margin_top (frame),
                             gtk_widget_get_margin_bottom (frame), height, rect.height);
  return kring_rect_grow (rect, COVER_AIR);
}

static GArray *
dup_covers (KringCanvasFit *self)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (KringRect));

  for (guint i = 0; i < self->covers->len; i++)
    {
      const Cover *cover = g_ptr_array_index (self->covers, i);
      KringRect rect;

      if (cover->frame == NULL || cover->card == NULL || !gtk_widget_get_visible (cover->frame))
        continue;
      rect = find_cover (cover, canvas_fit_get_viewport (self)->width,
                         canvas_fit_get_viewport (self)->height);
      rect.x -= self->left_inset;
      g_array_append_val (rects, rect);
    }
  return rects;
}

static KringRect
get_content (KringCanvasFit *self, double zoom)
{
  return kring_scene_get_people_bounds (canvas_fit_get_scene (self), get_word_scale (self, zoom));
}

/* Names are larger on the map the smaller it is shown: a few rounds find the zoom, and what does not
 * fit after that is made a little smaller. */
static KringRect
fit_people (KringCanvasFit *self, KringViewport *viewport)
{
  KringRect content = { 0, 0, 0, 0 };

  viewport->scale = 1;
  for (guint i = 0; i < FIT_ROUNDS; i++)
    {
      content = get_content (self, viewport->scale);
      if (!kring_rect_is_empty (content))
        kring_viewport_fit (viewport, content, FIT_MARGIN);
    }
  for (guint i = 0; i < FIT_ROUNDS; i++)
    {
      content = get_content (self, viewport->scale);
      if (content.width * viewport->scale <= viewport->width - FIT_MARGIN &&
          content.height * viewport->scale <= viewport->height - FIT_MARGIN)
        break;
      viewport->scale = MAX (viewport->scale * CLEAR_STEP, KRING_VIEWPORT_SCALE_FIT);
    }
  return content;
}

/* As large as nobody is under what lies over the map; if that is nowhere, as it was. */
static void
keep_clear (KringCanvasFit *self, KringViewport *viewport)
{
  g_autoptr (GArray) covers = dup_covers (self);
  KringViewport tried = *viewport;

  for (guint i = 0; i < CLEAR_ROUNDS && covers->len > 0; i++)
    {
      double words = get_word_scale (self, tried.scale);
      g_autoptr (GArray) boxes = kring_scene_dup_people_boxes (canvas_fit_get_scene (self), words);

      if (kring_viewport_place_clear (&tried, get_content (self, tried.scale), boxes, covers,
                                      FIT_MARGIN))
        {
          *viewport = tried;
          return;
        }
      if (tried.scale <= KRING_VIEWPORT_SCALE_MIN)
        return;
      tried.scale = MAX (tried.scale * CLEAR_STEP, KRING_VIEWPORT_SCALE_MIN);
    }
}

/* Everybody with their names within the part of the window that nothing covers; the outer ring may
 * leave it. */
static KringViewport
find_fitting (KringCanvasFit *self)
{
  KringViewport viewport = *canvas_fit_get_viewport (self);
  double width = viewport.width, height = viewport.height;
  KringRect content;

  if (kring_scene_set_sign_scale (canvas_fit_get_scene (self),
                                  kring_canvas_get_text_scale (GTK_WIDGET (self->canvas))))
    kring_canvas_picture_clear (kring_canvas_get_picture (self->canvas));
  viewport.width = MAX (width - self->left_inset, 1);
  viewport.height = MAX (height - kring_canvas_fit_get_bottom_inset (self), 1);
  content = fit_people (self, &viewport);
  if (kring_rect_is_empty (content))
    {
      viewport.scale = 1;
      kring_viewport_centre_on (&viewport, KRING_POINT_INIT (0, 0));
    }
  else
    {
      viewport.scale = MIN (viewport.scale, FIT_SCALE_MAX);
      kring_viewport_centre_on (&viewport, kring_rect_centre (content));
      keep_clear (self, &viewport);
    }
  viewport.origin.x -= self->left_inset / viewport.scale;
  viewport.width = width;
  viewport.height = height;
  return viewport;
}

static void
remember_whole (KringCanvasFit *self)
{
  self->whole = find_fitting (self);
  self->whole_of = canvas_fit_get_scene (self);
  self->whole_inset = self->left_inset;
}

/**
 * kring_canvas_zoom_to_fit:
 *
 * Shows the whole map, never larger than it is on paper.
 */
void
kring_canvas_zoom_to_fit (KringCanvas *canvas)
{
  KringCanvasFit *self = kring_canvas_get_fit (canvas);

  if (kring_canvas_get_interaction (canvas) == NULL)
    return;
  remember_whole (self);
  kring_canvas_view_glide_to (kring_canvas_get_view (canvas), &self->whole);
}

/* Whether nobody moved the view since the whole map was in it; more may have come meanwhile. */
static gboolean
is_left_whole (KringCanvasFit *self)
{
  KringViewport now = kring_canvas_view_get_aim (kring_canvas_get_view (self->canvas));

  return self->whole.scale > 0 && self->whole_of == canvas_fit_get_scene (self) &&
         now.width == self->whole.width && now.height == self->whole.height &&
         self->left_inset == self->whole_inset && kring_canvas_view_is_same (&now, &self->whole);
}

/**
 * kring_canvas_shows_whole:
 *
 * Returns: whether the view is where kring_canvas_zoom_to_fit () brings it, or brought it last
 */
gboolean
kring_canvas_shows_whole (KringCanvas *canvas)
{
  KringCanvasFit *self = kring_canvas_get_fit (canvas);
  KringViewport now, fitting;

  if (kring_canvas_get_interaction (canvas) == NULL)
    return FALSE;
  if (is_left_whole (self))
    return TRUE;
  now = kring_canvas_view_get_aim (kring_canvas_get_view (canvas));
  fitting = find_fitting (self);
  return kring_canvas_view_is_same (&now, &fitting);
}

/*
 * kring_canvas_fit_follow:
 *
 * The map has changed: where all of it was in view, what came is in view as well.
 */
void
kring_canvas_fit_follow (KringCanvasFit *self)
{
  if (self->following && is_left_whole (self))
    kring_canvas_zoom_to_fit (self->canvas);
}

/**
 * kring_canvas_set_following:
 * @following: whether what comes is brought in view, where the whole map was
 */
void
kring_canvas_set_following (KringCanvas *canvas, gboolean following)
{
  kring_canvas_get_fit (canvas)->following = following;
}

/* Everybody, by whatever zoom. */
static gboolean
sees_everybody (KringCanvasFit *self)
{
  KringViewport view = kring_canvas_view_get_aim (kring_canvas_get_view (self->canvas));
  KringRect people = kring_scene_get_people_bounds (canvas_fit_get_scene (self),
                                                    get_word_scale (self, view.scale));

  view.height = MAX (view.height - kring_canvas_fit_get_bottom_inset (self), 1);
  return kring_rect_contains_rect (
      kring_rect_grow (kring_viewport_get_visible (&view), EDGE / view.scale), people);
}

/*
 * kring_canvas_fit_set_size:
 *
 * The canvas has become @width × @height. Where the whole map was in view it still is; at the first
 * size of all it comes into view.
 */
void
kring_canvas_fit_set_size (KringCanvasFit *self, int width, int height)
{
  double text_scale = kring_canvas_get_text_scale (GTK_WIDGET (self->canvas));
  gboolean first = !self->fitted, whole, everybody;

  if (!first && canvas_fit_get_viewport (self)->width == width &&
      canvas_fit_get_viewport (self)->height == height && self->fitted_text == text_scale)
    return;
  whole = !first && kring_canvas_shows_whole (self->canvas);
  everybody = !first && !whole && sees_everybody (self);
  kring_interaction_resize (kring_canvas_get_interaction (self->canvas), width, height);
  self->fitted_text = text_scale;
  if (!first && !whole && !(everybody && !sees_everybody (self)))
    return;
  if (!first)
    kring_canvas_picture_soften (kring_canvas_get_picture (self->canvas));
  self->fitted = TRUE;
  kring_canvas_view_stop (kring_canvas_get_view (self->canvas));
  remember_whole (self);
  kring_interaction_set_viewport (kring_canvas_get_interaction (self->canvas), &self->whole);
}
