/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-window-private.h"

/* Widths in pixels at which the window shows more. */
static const int window_steps[] = { 640, 900, 1180 };

#define SMALLEST_WIDTH 360
#define NAMES_WIDTH 560
#define DETAILS_WIDTH 372

/* Over the map the details only come when there is something to tell. */
static gboolean
may_show_details (KringWindow *self, KringRoom room)
{
  return self->session != NULL && self->show_details &&
         (room >= KRING_ROOM_WIDE ||
          kring_selection_get_size (kring_session_get_selection (self->session)) > 0);
}

/* The panels lie over the pages; where there is room, the pages make place for them. */
static void
show_panels (KringWindow *self, KringRoom room)
{
  GtkWidget *pages = GTK_WIDGET (self->pages);
  gboolean names = self->session != NULL && self->show_names;
  gboolean details = may_show_details (self, room) && !names;
  int names_width = room < KRING_ROOM_NARROW ? SMALLEST_WIDTH : NAMES_WIDTH;
  int details_width = room < KRING_ROOM_NARROW ? SMALLEST_WIDTH : DETAILS_WIDTH;

  gtk_widget_set_size_request (GTK_WIDGET (self->name_panel), names_width, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector_bin), details_width, -1);
  gtk_revealer_set_reveal_child (self->names_revealer, names);
  gtk_revealer_set_reveal_child (self->details_revealer, details);
  gtk_widget_set_margin_start (pages, names && room >= KRING_ROOM_MIDDLE ? names_width : 0);
  gtk_widget_set_margin_end (pages, details && room >= KRING_ROOM_WIDE ? details_width : 0);
}

/*
 * kring_window_update_layout:
 *
 * Shows what fits the width, the page and what the user asked for.
 */
void
kring_window_update_layout (KringWindow *self)
{
  KringRoom room = kring_adaptive_bin_get_step (self->work_bin);
  gboolean working = !kring_window_is_at_start (self);

  kring_header_set_room (self->header, working, room);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, working && room < KRING_ROOM_MIDDLE);

  kring_file_bar_set_narrow (self->file_bar, room < KRING_ROOM_NARROW);
  show_panels (self, room);
  kring_window_update_time (self);
  kring_page_stack_set_room (self->pages, room);
}

/*
 * kring_window_follow_width:
 *
 * Shows more or less whenever the window becomes wider or narrower.
 */
void
kring_window_follow_width (KringWindow *self)
{
  kring_adaptive_bin_set_steps (self->work_bin, window_steps, G_N_ELEMENTS (window_steps));
  g_signal_connect_object (self->work_bin, "notify::step", G_CALLBACK (kring_window_update_layout),
                           self, G_CONNECT_SWAPPED);
}
