/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-window-private.h"

#include "gtk/app/kring-question-card.h"
#include "gtk/canvas/kring-zoom-bar.h"
#include "gtk/find/kring-filter-bar.h"
#include "gtk/layouts/kring-layout-card.h"
#include "gtk/lists/kring-list-view.h"
#include "gtk/lists/kring-task-page.h"

#include <glib/gi18n.h>

/* Widths in pixels at which the window shows more. */
static const int window_steps[] = { 640, 900, 1180 };
enum
{
  STEP_PHONE,
  STEP_NARROW,
  STEP_MIDDLE,
  STEP_WIDE,
};

#define SMALLEST_WIDTH 360
#define NAMES_WIDTH 560
#define DETAILS_WIDTH 372

/* Widths in pixels of the map at which the tray shows more, and what it shows. */
static const int map_steps[] = { 840, 976, 1216 };
static const KringTrayMode tray_modes[] = {
  KRING_TRAY_SINGLE,
  KRING_TRAY_MARKS,
  KRING_TRAY_SHORT,
  KRING_TRAY_FULL,
};

/* Over the map the details only come when there is something to tell. */
static gboolean
may_show_details (KringWindow *self, guint step)
{
  return self->session != NULL && self->show_details && !self->presenting &&
         (step >= STEP_WIDE ||
          kring_selection_get_size (kring_session_get_selection (self->session)) > 0);
}

/* The panels lie over the views; where there is room, the views make place for them. */
static void
show_panels (KringWindow *self, guint step)
{
  GtkWidget *views = GTK_WIDGET (self->views);
  gboolean names = self->session != NULL && self->show_names && !self->presenting;
  gboolean details = may_show_details (self, step) && !names;
  int names_width = step < STEP_NARROW ? SMALLEST_WIDTH : NAMES_WIDTH;
  int details_width = step < STEP_NARROW ? SMALLEST_WIDTH : DETAILS_WIDTH;

  gtk_widget_set_size_request (GTK_WIDGET (self->name_panel), names_width, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector_bin), details_width, -1);
  gtk_revealer_set_reveal_child (self->names_revealer, names);
  gtk_revealer_set_reveal_child (self->details_revealer, details);
  gtk_widget_set_margin_start (views, names && step >= STEP_MIDDLE ? names_width : 0);
  gtk_widget_set_margin_end (views, details && step >= STEP_WIDE ? details_width : 0);
}

/* What lies in the corners of the map. */
static void
fold_corners (KringWindow *self, guint step)
{
  gboolean narrow = step < STEP_NARROW;

  if (self->corner == NULL)
    return;
  kring_zoom_bar_set_narrow (KRING_ZOOM_BAR (self->zoom_bar), narrow);
  kring_layout_card_set_narrow (KRING_LAYOUT_CARD (self->layout_card), narrow);
  kring_question_card_set_narrow (KRING_QUESTION_CARD (self->corner), narrow);
  kring_filter_bar_set_narrow (KRING_FILTER_BAR (self->filter_bar),
                               step < STEP_MIDDLE ||
                                   kring_adaptive_bin_get_step (self->map_bin) == 0);
  if (self->list_filter == NULL)
    return;
  kring_filter_bar_set_narrow (KRING_FILTER_BAR (self->list_filter), step < STEP_MIDDLE);
  kring_list_view_set_narrow (KRING_LIST_VIEW (adw_bin_get_child (self->list_bin)), narrow);
}

static void
fold_tasks (KringWindow *self, guint step)
{
  GtkWidget *tasks = adw_bin_get_child (self->tasks_bin);

  if (tasks != NULL)
    kring_task_page_set_narrow (KRING_TASK_PAGE (tasks), step < STEP_MIDDLE);
}

/*
 * kring_window_update_layout:
 *
 * Shows what fits the width, the page and what the user asked for.
 */
void
kring_window_update_layout (KringWindow *self)
{
  guint step = kring_adaptive_bin_get_step (self->work_bin);
  gboolean working = !kring_window_is_at_start (self);

  gtk_widget_set_visible (GTK_WIDGET (self->header_bin), !self->presenting);
  gtk_widget_set_visible (self->edit_buttons, working);
  /* Without much room, what the map is called comes before buttons that the desktop has too. */
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (self->header),
                                        step < STEP_WIDE ? ":close" : NULL);
  adw_button_content_set_label (self->export_content, step < STEP_WIDE ? "" : _ ("_Export…"));
  gtk_widget_set_visible (self->titles, working && step >= STEP_NARROW);
  gtk_widget_set_visible (self->switcher, working && step >= STEP_MIDDLE);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (self->switcher),
                                step >= STEP_WIDE ? ADW_VIEW_SWITCHER_POLICY_WIDE
                                                  : ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_set_visible (self->search_button, working && step >= STEP_MIDDLE);
  gtk_widget_set_visible (self->present_button, working && step >= STEP_MIDDLE);
  gtk_widget_set_visible (self->export_button, working && step >= STEP_NARROW);
  adw_view_switcher_bar_set_reveal (self->switcher_bar,
                                    working && !self->presenting && step < STEP_MIDDLE);

  gtk_orientable_set_orientation (self->changed_box, step < STEP_NARROW
                                                         ? GTK_ORIENTATION_VERTICAL
                                                         : GTK_ORIENTATION_HORIZONTAL);
  show_panels (self, step);
  fold_corners (self, step);
  kring_window_update_time (self);
  fold_tasks (self, step);
  kring_pen_tray_set_mode (
      self->tray,
      self->presenting ? KRING_TRAY_PENS : tray_modes[kring_adaptive_bin_get_step (self->map_bin)]);
}

/*
 * kring_window_follow_width:
 *
 * Shows more or less whenever the window or the map becomes wider or narrower.
 */
void
kring_window_follow_width (KringWindow *self)
{
  kring_adaptive_bin_set_steps (self->work_bin, window_steps, G_N_ELEMENTS (window_steps));
  kring_adaptive_bin_set_steps (self->map_bin, map_steps, G_N_ELEMENTS (map_steps));
  g_signal_connect_object (self->work_bin, "notify::step", G_CALLBACK (kring_window_update_layout),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_bin, "notify::step", G_CALLBACK (kring_window_update_layout),
                           self, G_CONNECT_SWAPPED);
}
