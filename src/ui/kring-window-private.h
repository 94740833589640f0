/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the window, shared by the files that make it up and by nobody else.
 */
#pragma once

#include "ui/kring-adaptive-bin.h"
#include "ui/kring-pen-tray.h"
#include "ui/kring-window.h"

G_BEGIN_DECLS

struct _KringWindow
{
  AdwApplicationWindow parent_instance;

  KringSession *session; /* (owned) */
  GSettings *settings;   /* (owned) */
  gboolean show_names;   /* the list of names is open */
  gboolean show_details; /* the inspector is open */
  gboolean presenting;

  GtkWidget *header_bin;
  GtkWidget *header;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *edit_buttons;
  GtkWidget *titles;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkWidget *switcher;
  GtkWidget *search_button;
  GtkWidget *present_button;
  GtkWidget *export_button;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwFlap *list_flap;
  AdwFlap *inspector_flap;
  AdwBin *name_panel_bin;
  AdwBin *inspector_bin;
  AdwViewStack *views;
  KringAdaptiveBin *map_bin;
  GtkOverlay *map_overlay;
  AdwBin *canvas_bin;
  KringPenTray *tray;
  AdwBin *list_bin;
  AdwViewSwitcherBar *switcher_bar;
};

void kring_window_install_actions (GtkWidgetClass *klass);
void kring_window_update_actions (KringWindow *self);
void kring_window_update_layout (KringWindow *self);

G_END_DECLS
