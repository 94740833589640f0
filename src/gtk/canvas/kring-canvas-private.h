/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the canvas, shared by the files that make it up: its parts, what comes from the
 * session, its actions and its menus. For nobody else.
 */
#pragma once

#include "gtk/canvas/kring-canvas-beside.h"
#include "gtk/canvas/kring-canvas-fit.h"
#include "gtk/canvas/kring-canvas-input.h"
#include "gtk/canvas/kring-canvas-picture.h"
#include "gtk/canvas/kring-canvas-trial.h"
#include "gtk/canvas/kring-canvas-view.h"
#include "gtk/canvas/kring-rename-popover.h"
#include "gtk/canvas/kring-tie-popover.h"

G_BEGIN_DECLS

struct _KringCanvas
{
  GtkWidget parent_instance;

  KringSession *session;         /* (owned) (nullable) */
  KringInteraction *interaction; /* (owned) (nullable) with the session */
  GSimpleActionGroup *actions;   /* (owned) "map." */

  KringCanvasPicture *picture; /* (owned), as are all of these parts */
  KringCanvasView *view;
  KringCanvasFit *fit;
  KringCanvasTrial *trial;
  KringCanvasBeside *beside;
  KringCanvasInput *input;

  char *message;                      /* (owned) (nullable) that the window tells */
  GtkLabel *prompt;                   /* (owned) child */
  KringTiePopover *tie_popover;       /* (owned) child */
  KringRenamePopover *rename_popover; /* (owned) child */
  GtkPopover *menu;                   /* (owned) (nullable) child */
  gboolean no_single_keys;
};

void kring_canvas_install_actions (KringCanvas *self);
void kring_canvas_update_actions (KringCanvas *self);
void kring_canvas_show_menu (KringCanvas *self, const char *id, KringPoint point);

G_END_DECLS
