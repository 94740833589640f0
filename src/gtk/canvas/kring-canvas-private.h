/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the canvas, shared by the files that make it up: what it shows, what comes in, its
 * actions and its menus. For nobody else.
 */
#pragma once

#include "gtk/canvas/kring-canvas-tiles.h"
#include "gtk/canvas/kring-canvas.h"
#include "gtk/canvas/kring-rename-popover.h"
#include "gtk/canvas/kring-tie-popover.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Labels are so much larger on a screen that many look at. */
#define KRING_CANVAS_PRESENTATION_LABELS 1.15

struct _KringCanvas
{
  GtkWidget parent_instance;

  KringSession *session;         /* (owned) (nullable) */
  KringInteraction *interaction; /* (owned) (nullable) with the session */
  KringFonts *fonts;             /* (owned) (nullable) of the session */
  KringHalos *halos;             /* (owned) (nullable) likewise */
  KringTextMeasurer measurer;    /* on top of the fonts */
  KringTiles *tiles;             /* (owned) */
  GSimpleActionGroup *actions;   /* (owned) "map." */
  const KringTheme *theme;

  char *message;                      /* (owned) (nullable) that the window tells */
  GtkLabel *prompt;                   /* (owned) child */
  KringTiePopover *tie_popover;       /* (owned) child */
  KringRenamePopover *rename_popover; /* (owned) child */
  GtkPopover *menu;                   /* (owned) (nullable) child */

  AdwAnimation *fade;  /* (owned) (nullable) what is faded coming and going */
  AdwAnimation *glide; /* (owned) (nullable) the view moving to another place */
  KringViewport glide_from, glide_to;
  KringSight *held;  /* (owned) (nullable) where things were */
  KringSight *seen;  /* (owned) (nullable) where things come from, while gliding */
  double seen_part;  /* how much of that way is left */
  KringScene *trial; /* (owned) (nullable) what the map might become, shown in its place */
  KringViewport before_trial;
  KringViewport before_reveal;     /* where the view was before something was brought into sight */
  KringViewport revealed;          /* and where it went */
  gboolean revealing, glide_steps; /* the view is moved for that, by the glide itself */
  AdwAnimation *moves;             /* (owned) (nullable) that makes it less */
  guint settle_id, go_on_id; /* make a stretched map sharp; paint what did not go in a frame */
  gboolean sharp;            /* nothing is being zoomed */
  gboolean presentation;
  gboolean beside;          /* the young person's rings lie over the map */
  GPtrArray *beside_shapes; /* (owned) (nullable) (element-type KringShape), as long as they hold */
  gboolean no_single_keys;
  gboolean fitted;      /* the first sight of the map was chosen */
  gboolean following;   /* what comes is brought in view, where the whole map was */
  KringViewport whole;  /* where the whole map was brought in view last */
  KringScene *whole_of; /* (not owned) to compare with: of the map, or of what it might become */
  double fitted_text;   /* how large letters were then */
  GPtrArray *covers;    /* (owned) (nullable) what lies over the corners */
  GtkWidget *tray;      /* (nullable), weak: lies over the bottom */
  int left_inset;       /* pixels at the left that something lies over for a while */
  int whole_inset;      /* and then */

  GArray *arrivals;   /* (owned) (element-type KringArrival), what just appeared */
  guint arrival_tick; /* tick callback while there are any */

  KringPoint pointer;    /* the last place it was seen, in pixels */
  GtkGesture *drag;      /* (not owned) */
  guint creep_tick;      /* tick callback while something is dragged */
  gint64 creep_time;     /* of its last frame, in microseconds */
  guint button, n_press; /* of the press under way */
  KringPoint press_point;
  gint64 press_time;      /* of the last press, in microseconds */
  KringPoint zoom_centre; /* of a pinch */
  double zoom_scale;
  gboolean space_down, space_used; /* used for panning, so it does not toggle */
};

typedef struct
{
  KringPoint point; /* in map units */
  gint64 start;     /* frame time, in microseconds */
} KringArrival;

void kring_canvas_install_input (KringCanvas *self);
void kring_canvas_install_actions (KringCanvas *self);
void kring_canvas_name (KringCanvas *self);
void kring_canvas_describe (KringCanvas *self);
void kring_canvas_add_beside (KringCanvas *self);
void kring_canvas_forget_beside (KringCanvas *self);
GPtrArray *kring_canvas_get_beside (KringCanvas *self);
void kring_canvas_update_actions (KringCanvas *self);
gboolean kring_canvas_run (KringCanvas *self, const char *action);
void kring_canvas_show_menu (KringCanvas *self, const char *id, KringPoint point);
void kring_canvas_begin_fade (KringCanvas *self);
void kring_canvas_end_fade (KringCanvas *self);
void kring_canvas_end_gliding (KringCanvas *self);
GPtrArray *kring_canvas_dup_gliding (KringCanvas *self) G_GNUC_WARN_UNUSED_RESULT;
void kring_canvas_stop_gliding_view (KringCanvas *self);
void kring_canvas_soften (KringCanvas *self);
void kring_canvas_glide_to (KringCanvas *self, const KringViewport *to);
void kring_canvas_yield_glide (KringCanvas *self);
KringViewport kring_canvas_get_fitting (KringCanvas *self);
void kring_canvas_follow_map (KringCanvas *self);
KringViewport kring_canvas_get_aim (KringCanvas *self);
gboolean kring_canvas_is_same_view (const KringViewport *a, const KringViewport *b);
int kring_canvas_get_bottom_inset (KringCanvas *self);
void kring_canvas_fit_to_size (KringCanvas *self, int width, int height);
void kring_canvas_add_arrivals (KringCanvas *self, GPtrArray *changes);
void kring_canvas_append_arrivals (KringCanvas *self, GtkSnapshot *snapshot);
void kring_canvas_copy (KringCanvas *self);
void kring_canvas_paste (KringCanvas *self);
void kring_canvas_copy_picture (KringCanvas *self);

G_END_DECLS
