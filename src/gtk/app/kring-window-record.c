/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window offers to write down about what is selected: what is known and by whom, signals,
 * what protects, questions. */
#include "gtk/app/kring-application.h"
#include "gtk/app/kring-window-private.h"
#include "gtk/canvas/kring-canvas.h"
#include "gtk/find/kring-ask-popover.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/lists/kring-task-section.h"
#include "gtk/records/kring-reminder-bar.h"
#include "gtk/records/kring-signal-popover.h"
#include "gtk/records/kring-signal-section.h"
#include "gtk/records/kring-statement-popover.h"
#include "gtk/records/kring-statement-section.h"
#include "gtk/timeline/kring-time-strip.h"

/*
 * kring_window_get_shelf:
 *
 * Returns: (transfer none): the catalogues of the program
 */
KringCatalogueStore *
kring_window_get_shelf (KringWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return kring_application_get_shelf (KRING_APPLICATION (application));
}

/* At the thing on the map; where the map is not seen, at what has the keyboard. */
static GtkWidget *
window_record_find_place (KringWindow *self, GdkRectangle *at)
{
  GtkWidget *canvas = GTK_WIDGET (kring_map_page_get_canvas (self->map_page));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *parent = GTK_WIDGET (self->work_bin);
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (canvas))
    return canvas;
  *at =
      (GdkRectangle){ gtk_widget_get_width (parent) / 2, gtk_widget_get_height (parent) / 3, 1, 1 };
  if (focus != NULL && gtk_widget_compute_bounds (focus, parent, &bounds) &&
      bounds.size.height < gtk_widget_get_height (parent) / 3)
    *at = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  return parent;
}

/* The list of what was counted on the map, with the keyboard on it. */
static void
show_signals (KringWindow *self)
{
  g_object_set (self, "show-details", TRUE, NULL);
  kring_signal_section_reveal (KRING_SIGNAL_SECTION (self->record.signal_section));
}

static void
ask_signal (KringWindow *self, GdkRectangle *at, GPtrArray *ids, gboolean protective)
{
  GtkWidget *parent = window_record_find_place (self, at);

  if (self->record.signal_popover == NULL)
    self->record.signal_popover =
        g_object_ref_sink (kring_signal_popover_new (self->session, kring_window_get_shelf (self)));
  kring_signal_popover_ask (KRING_SIGNAL_POPOVER (self->record.signal_popover), parent, at, ids,
                            protective);
}

static void
ask_question (KringWindow *self, GdkRectangle *at, GPtrArray *ids)
{
  GtkWidget *parent = window_record_find_place (self, at);

  if (self->record.ask_popover == NULL)
    self->record.ask_popover = g_object_ref_sink (kring_ask_popover_new (self->session));
  kring_ask_popover_ask (KRING_ASK_POPOVER (self->record.ask_popover), parent, at, ids);
}

/* The questions and actions of what was clicked on, with the keyboard on them. */
static void
show_questions (KringWindow *self)
{
  g_object_set (self, "show-details", TRUE, NULL);
  kring_task_section_reveal (KRING_TASK_SECTION (self->record.task_section));
}

static void
ask_statement (KringWindow *self, GdkRectangle *at, GPtrArray *ids)
{
  GtkWidget *parent = window_record_find_place (self, at);

  if (self->record.statement_popover == NULL)
    self->record.statement_popover =
        g_object_ref_sink (kring_statement_popover_new (self->session));
  kring_statement_popover_ask (KRING_STATEMENT_POPOVER (self->record.statement_popover), parent, at,
                               ids);
}

static void
ask_record_cb (KringWindow *self, const char *what, double x, double y)
{
  KringCanvas *canvas = kring_map_page_get_canvas (self->map_page);
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (kring_canvas_get_interaction (canvas));
  GdkRectangle at = { x, y, 1, 1 };

  if (g_str_equal (what, "signals"))
    show_signals (self);
  else if (g_str_equal (what, "statement"))
    ask_statement (self, &at, ids);
  else if (g_str_equal (what, "questions"))
    show_questions (self);
  else if (g_str_equal (what, "question"))
    ask_question (self, &at, ids);
  else if (g_str_equal (what, "signal") || g_str_equal (what, "protective"))
    ask_signal (self, &at, ids, g_str_equal (what, "protective"));
}

/* What asks for an event on a line of time, if there is one. */
static GtkWidget *
get_event_card (GtkWidget *strip)
{
  return strip != NULL ? kring_time_strip_get_popover (KRING_TIME_STRIP (strip)) : NULL;
}

/*
 * kring_window_close_cards:
 *
 * Closes the card that is open, before the window asks something or goes: what stands on it is kept.
 */
void
kring_window_close_cards (KringWindow *self)
{
  GtkWidget *const cards[] = { self->record.signal_popover, self->record.ask_popover,
                               self->record.statement_popover,
                               get_event_card (gtk_revealer_get_child (self->time_revealer)) };

  kring_page_stack_close_cards (self->pages);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    if (cards[i] != NULL && gtk_widget_get_visible (cards[i]))
      gtk_popover_popdown (GTK_POPOVER (cards[i]));
}

/*
 * kring_window_add_record:
 *
 * Makes what writes things down, once there is a map.
 */
void
kring_window_add_record (KringWindow *self)
{
  KringCanvas *canvas = kring_map_page_get_canvas (self->map_page);
  KringInspector *inspector = KRING_INSPECTOR (adw_bin_get_child (self->inspector_bin));

  g_signal_connect_object (kring_canvas_get_interaction (canvas), "ask-record",
                           G_CALLBACK (ask_record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_drafts (self->session), "changed",
                           G_CALLBACK (kring_window_update_actions), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->toasts))),
                              kring_reminder_bar_new (self->session),
                              gtk_widget_get_prev_sibling (GTK_WIDGET (self->toasts)));
  self->record.signal_section =
      kring_signal_section_new (self->session, kring_window_get_shelf (self));
  self->record.task_section = kring_task_section_new (self->session);
  kring_inspector_add_section (inspector, KRING_SECTION (self->record.signal_section));
  kring_inspector_add_section (inspector,
                               KRING_SECTION (kring_statement_section_new (self->session)));
  kring_inspector_add_section_below (inspector, KRING_SECTION (self->record.task_section));
}

static void
let_go (GtkWidget **popover)
{
  if (*popover != NULL && gtk_widget_get_parent (*popover) != NULL)
    gtk_widget_unparent (*popover);
  g_clear_object (popover);
}

/*
 * kring_window_remove_record:
 *
 * Lets go of what stands over the window instead of in it.
 */
void
kring_window_remove_record (KringWindow *self)
{
  let_go (&self->record.signal_popover);
  let_go (&self->record.ask_popover);
  let_go (&self->record.statement_popover);
}
