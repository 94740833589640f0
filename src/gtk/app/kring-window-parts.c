/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-question-card.h"
#include "gtk/app/kring-window-private.h"
#include "gtk/canvas/kring-canvas.h"
#include "gtk/canvas/kring-legend-card.h"
#include "gtk/canvas/kring-paste-bar.h"
#include "gtk/canvas/kring-zoom-bar.h"
#include "gtk/find/kring-filter-actions.h"
#include "gtk/find/kring-filter-bar.h"
#include "gtk/find/kring-search-popover.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/layouts/kring-layout-card.h"
#include "gtk/lists/kring-list-view.h"
#include "gtk/lists/kring-signal-list.h"
#include "gtk/lists/kring-task-page.h"
#include "gtk/quiet/kring-youth-window.h"
#include "gtk/timeline/kring-time-view.h"
#include "map/edit/kring-commands.h"

#include <glib/gi18n.h>

/* From the corner of the map, in pixels. */
#define CORNER 16

static KringCanvas *
get_canvas (KringWindow *self)
{
  return KRING_CANVAS (adw_bin_get_child (self->canvas_bin));
}

static void
window_parts_show_item_cb (KringWindow *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "map");
  kring_selection_select (kring_session_get_selection (self->session), id);
  kring_canvas_show_item (get_canvas (self), id);
  kring_window_focus_map (self);
}

static void
window_parts_inspect_cb (KringWindow *self)
{
  g_object_set (self, "show-details", TRUE, NULL);
  kring_inspector_enter (KRING_INSPECTOR (adw_bin_get_child (self->inspector_bin)));
}

/* The field of what is selected that somebody was asked about. */
static void
fill_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);

  g_object_set (self, "show-details", TRUE, NULL);
  kring_inspector_reveal (KRING_INSPECTOR (adw_bin_get_child (self->inspector_bin)),
                          g_variant_get_string (parameter, NULL));
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);
  GtkWidget *button = gtk_widget_get_visible (self->search_button) ? self->search_button
                                                                   : GTK_WIDGET (self->menu_button);

  if (gtk_widget_get_parent (self->search) != button)
    {
      gtk_widget_unparent (self->search);
      gtk_widget_set_parent (self->search, button);
    }
  gtk_popover_popup (GTK_POPOVER (self->search));
}

static void
single_keys_changed_cb (KringWindow *self)
{
  kring_canvas_set_single_keys (get_canvas (self),
                                g_settings_get_boolean (self->settings, "single-keys"));
}

static void
presenting_changed_cb (KringWindow *self)
{
  kring_canvas_set_presentation (get_canvas (self), self->presenting);
  gtk_widget_set_visible (self->zoom_bar, !self->presenting);
  gtk_widget_set_visible (self->legend, !self->presenting);
  gtk_widget_set_visible (gtk_widget_get_parent (self->corner), !self->presenting);
  kring_window_focus_map (self);
}

/* What is told is heard on the map when the keyboard is there, or comes there. */
static void
told_cb (KringToasts *teller, KringCanvas *canvas)
{
  kring_canvas_set_message (canvas, kring_toasts_get_text (teller));
}

static void
legend_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringLegendCard *legend = KRING_LEGEND_CARD (KRING_WINDOW (widget)->legend);

  kring_legend_card_set_open (legend, !kring_legend_card_get_open (legend));
}

static void
questions_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);

  gtk_widget_activate_action (widget, "win.view", "s", "map");
  kring_question_card_open_menu (KRING_QUESTION_CARD (self->corner));
}

static void
layouts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);

  gtk_widget_activate_action (widget, "win.view", "s", "map");
  kring_layout_card_open_menu (KRING_LAYOUT_CARD (self->layout_card));
}

/* Chips take a line of their own. */
static void
window_parts_hidden_changed_cb (KringWindow *self)
{
  gboolean filters = kring_filter_is_active (kring_session_get_filter (self->session));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_parent (self->corner)),
                                  filters ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
news_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  gtk_widget_activate_action (widget, "win.view", "s", "map");
  kring_question_card_ask (KRING_QUESTION_CARD (self->corner), KRING_QUESTION_NEW, nobody);
}

static void
begin_meeting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);

  if (kring_edit_begin_meeting (kring_session_get_editor (self->session)))
    gtk_widget_activate_action (widget, "win.tell-undo", "s",
                                _ ("The meeting is today; the one before is kept"));
  else
    gtk_widget_activate_action (widget, "win.tell", "s", _ ("The meeting is today already"));
}

/* What lies in the top left corner of the map: filters, and how it is laid out. */
static void
add_corner (KringWindow *self, KringCanvas *canvas)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CORNER / 2);

  self->arranger = kring_arranger_new (canvas);
  self->layout_card = kring_layout_card_new (canvas, self->arranger);
  self->corner = kring_question_card_new (canvas, self->layout_card);
  self->filter_bar = kring_filter_bar_new (self->session);
  g_signal_connect_object (self->filter_bar, "leave", G_CALLBACK (kring_window_focus_map), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_valign (self->filter_bar, GTK_ALIGN_START);
  gtk_widget_set_halign (self->corner, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->filter_bar);
  gtk_box_append (GTK_BOX (box), self->corner);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_start (box, CORNER);
  gtk_widget_set_margin_top (box, CORNER);
  gtk_overlay_add_overlay (self->map_overlay, box);
  kring_canvas_add_cover (canvas, box, box);
  kring_filter_actions_add (G_ACTION_MAP (self), self->session);
  kring_filter_set_shelf (kring_session_get_filter (self->session), kring_window_get_shelf (self));
  g_signal_connect_object (self->session, "hidden-changed",
                           G_CALLBACK (window_parts_hidden_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_canvas (KringWindow *self)
{
  GtkWidget *canvas = kring_canvas_new ();

  kring_canvas_set_tray (KRING_CANVAS (canvas), GTK_WIDGET (self->tray));
  kring_canvas_set_session (KRING_CANVAS (canvas), self->session);
  g_settings_bind (self->settings, "grades", self->session, "grades", G_SETTINGS_BIND_GET);
  adw_bin_set_child (self->canvas_bin, canvas);
  self->zoom_bar = kring_zoom_bar_new (KRING_CANVAS (canvas));
  self->legend = kring_legend_card_new (KRING_CANVAS (canvas));
  gtk_overlay_add_overlay (self->map_overlay, self->zoom_bar);
  kring_canvas_add_cover (KRING_CANVAS (canvas), self->zoom_bar,
                          kring_zoom_bar_get_card (KRING_ZOOM_BAR (self->zoom_bar)));
  gtk_overlay_add_overlay (self->map_overlay, self->legend);
  /* Over the list of names too, which a long list may be pasted into. */
  gtk_overlay_add_overlay (GTK_OVERLAY (gtk_widget_get_parent (GTK_WIDGET (self->names_revealer))),
                           kring_paste_bar_new (self->session));
  add_corner (self, KRING_CANVAS (canvas));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map",
                                  kring_canvas_get_actions (KRING_CANVAS (canvas)));

  g_signal_connect_object (canvas, "edit", G_CALLBACK (window_parts_inspect_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::presenting", G_CALLBACK (presenting_changed_cb), self, 0);
  g_signal_connect_object (self->settings, "changed::single-keys",
                           G_CALLBACK (single_keys_changed_cb), self, G_CONNECT_SWAPPED);
  single_keys_changed_cb (self);
  g_signal_connect_object (self->teller, "changed", G_CALLBACK (told_cb), canvas, 0);
}

static void
add_details (KringWindow *self)
{
  GtkWidget *inspector = kring_inspector_new ();

  kring_inspector_set_session (KRING_INSPECTOR (inspector), self->session);
  g_signal_connect_object (inspector, "leave", G_CALLBACK (kring_window_focus_map), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->inspector_bin, inspector);
}

static GtkWidget *
window_parts_new_list (KringWindow *self)
{
  GtkWidget *list = kring_list_view_new ();

  self->list_filter = kring_filter_bar_new (self->session);
  kring_list_view_set_session (KRING_LIST_VIEW (list), self->session);
  kring_list_view_add_tool (KRING_LIST_VIEW (list), self->list_filter);
  g_signal_connect_object (list, "inspect", G_CALLBACK (window_parts_inspect_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "show-item", G_CALLBACK (window_parts_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  return list;
}

static GtkWidget *
new_time_view (KringWindow *self)
{
  GtkWidget *view = kring_time_view_new (self->session);

  g_signal_connect_object (view, "inspect", G_CALLBACK (window_parts_inspect_cb), self,
                           G_CONNECT_SWAPPED);
  return view;
}

static void
close_time_cb (KringWindow *self)
{
  g_object_set (self, "show-time", FALSE, NULL);
  kring_window_focus_map (self);
}

static void
add_time (KringWindow *self)
{
  GtkWidget *strip = kring_time_strip_new (self->session, FALSE);

  g_signal_connect_object (strip, "inspect", G_CALLBACK (window_parts_inspect_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (strip, "closed", G_CALLBACK (close_time_cb), self, G_CONNECT_SWAPPED);
  gtk_revealer_set_child (self->time_revealer, strip);
}

/*
 * kring_window_update_time:
 *
 * Shows the timeline under the map or the list when it is wanted there; time has a page of its own.
 */
void
kring_window_update_time (KringWindow *self)
{
  gboolean shown = self->session != NULL && self->show_time && !self->presenting &&
                   adw_view_stack_get_visible_child (self->views) != GTK_WIDGET (self->time_bin);

  if (shown && gtk_revealer_get_child (self->time_revealer) == NULL)
    add_time (self);
  gtk_revealer_set_reveal_child (self->time_revealer, shown);
}

static GtkWidget *
new_signals (KringWindow *self)
{
  GtkWidget *list = kring_signal_list_new (self->session);
  GtkWidget *bar = kring_filter_bar_new (self->session);

  kring_filter_bar_set_narrow (KRING_FILTER_BAR (bar), TRUE);
  kring_signal_list_add_tool (KRING_SIGNAL_LIST (list), bar);
  g_signal_connect_object (list, "show-item", G_CALLBACK (window_parts_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  return list;
}

static GtkWidget *
window_parts_new_tasks (KringWindow *self)
{
  GtkWidget *tasks = kring_task_page_new (self->session);

  g_signal_connect_object (tasks, "show-item", G_CALLBACK (window_parts_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  return tasks;
}

static GtkWidget *
new_view (KringWindow *self, GtkWidget *bin)
{
  if (bin == GTK_WIDGET (self->list_bin))
    return window_parts_new_list (self);
  if (bin == GTK_WIDGET (self->tasks_bin))
    return window_parts_new_tasks (self);
  return bin == self->signals_bin ? new_signals (self) : new_time_view (self);
}

/* What is not the map is made when it is first looked at: the list takes as long as all the rest. */
static void
window_parts_view_changed_cb (KringWindow *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (self->views);

  kring_window_update_time (self);
  if (shown != GTK_WIDGET (self->map_bin))
    {
      if (adw_bin_get_child (ADW_BIN (shown)) == NULL)
        adw_bin_set_child (ADW_BIN (shown), new_view (self, shown));
      kring_window_update_layout (self);
    }
  kring_window_focus_map (self);
}

static void
add_list (KringWindow *self)
{
  g_signal_connect_object (self->views, "notify::visible-child",
                           G_CALLBACK (window_parts_view_changed_cb), self, G_CONNECT_SWAPPED);
  window_parts_view_changed_cb (self);
}

static void
hits_changed_cb (KringWindow *self)
{
  kring_interaction_set_hits (kring_canvas_get_interaction (get_canvas (self)),
                              kring_search_popover_get_hits (KRING_SEARCH_POPOVER (self->search)));
}

static void
add_search (KringWindow *self)
{
  self->search = g_object_ref_sink (kring_search_popover_new ());
  kring_search_popover_set_session (KRING_SEARCH_POPOVER (self->search), self->session);
  g_signal_connect_object (self->search, "show-item", G_CALLBACK (window_parts_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "notify::hits", G_CALLBACK (hits_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "closed", G_CALLBACK (kring_window_focus_map), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->search, self->search_button);
}

static void
unknown_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.view", "s", "actions");
  kring_task_page_show_gaps (
      KRING_TASK_PAGE (adw_bin_get_child (KRING_WINDOW (widget)->tasks_bin)));
}

static void
youth_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);
  GtkWindow *window = kring_youth_window_new (kring_document_get_editor (self->document));

  kring_youth_window_cover (KRING_YOUTH_WINDOW (window),
                            gtk_window_get_application (GTK_WINDOW (self)));
}

static void
window_parts_filter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);
  gboolean list = adw_view_stack_get_visible_child (self->views) == GTK_WIDGET (self->list_bin);

  if (!list)
    gtk_widget_activate_action (widget, "win.view", "s", "map");
  kring_filter_bar_open (KRING_FILTER_BAR (list ? self->list_filter : self->filter_bar));
}

/*
 * kring_window_install_part_actions:
 *
 * The actions that bring a part of the window to the user.
 */
void
kring_window_install_part_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (klass, "win.fill-in", "s", fill_in_cb);
  gtk_widget_class_install_action (klass, "win.filter", NULL, window_parts_filter_cb);
  gtk_widget_class_install_action (klass, "win.legend", NULL, legend_cb);
  gtk_widget_class_install_action (klass, "win.questions", NULL, questions_cb);
  gtk_widget_class_install_action (klass, "win.layouts", NULL, layouts_cb);
  gtk_widget_class_install_action (klass, "win.youth", NULL, youth_cb);
  gtk_widget_class_install_action (klass, "win.news", NULL, news_cb);
  gtk_widget_class_install_action (klass, "win.begin-meeting", NULL, begin_meeting_cb);
  gtk_widget_class_install_action (klass, "win.unknown", NULL, unknown_cb);
}

/*
 * kring_window_add_parts:
 *
 * Makes what looks at the document, once there is one.
 */
void
kring_window_add_parts (KringWindow *self)
{
  add_canvas (self);
  add_details (self);
  kring_window_add_record (self);
  add_list (self);
  add_search (self);
}

/*
 * kring_window_remove_parts:
 *
 * Lets go of what stands under a button instead of in the window.
 */
void
kring_window_remove_parts (KringWindow *self)
{
  /* While all that looks at the map is still there. */
  if (self->session != NULL)
    kring_canvas_flush (get_canvas (self));
  kring_window_remove_record (self);
  if (self->search != NULL)
    gtk_widget_unparent (self->search);
  g_clear_object (&self->search);
  g_clear_object (&self->arranger);
}

/*
 * kring_window_focus_map:
 *
 * Gives the keyboard to the map, or to the list or the page if that is what is shown.
 */
void
kring_window_focus_map (KringWindow *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (self->views);

  if (shown == GTK_WIDGET (self->map_bin))
    shown = GTK_WIDGET (self->canvas_bin);
  if (!gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (shown))))
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

/*
 * kring_window_finish_typing:
 *
 * Takes what is typed where the keyboard is, or is asked over the map, as if somebody had left it.
 */
void
kring_window_finish_typing (KringWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *inspector = adw_bin_get_child (self->inspector_bin);
  GtkWidget *list = focus != NULL ? gtk_widget_get_ancestor (focus, KRING_TYPE_LIST_VIEW) : NULL;
  GtkWidget *label =
      focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_EDITABLE_LABEL) : NULL;

  if (self->session == NULL)
    return;
  if (list != NULL)
    kring_list_view_flush (KRING_LIST_VIEW (list));
  if (label != NULL)
    gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (label), TRUE);
  if (inspector != NULL)
    kring_inspector_finish (KRING_INSPECTOR (inspector));
  kring_canvas_flush (get_canvas (self));
}

/*
 * kring_window_flush_parts:
 *
 * Brings what was typed but not yet written to the map, before it is saved or closed.
 */
void
kring_window_flush_parts (KringWindow *self)
{
  GtkWidget *inspector = adw_bin_get_child (self->inspector_bin);
  GtkWidget *tasks = adw_bin_get_child (self->tasks_bin);

  if (self->session == NULL)
    return;
  kring_name_panel_finish (self->name_panel, FALSE);
  if (inspector != NULL)
    kring_inspector_flush (KRING_INSPECTOR (inspector));
  if (tasks != NULL)
    kring_task_page_flush (KRING_TASK_PAGE (tasks));
}

/*
 * kring_window_hold_places:
 *
 * Remembers where everything is seen, for kring_window_glide () after a step was undone or redone.
 */
void
kring_window_hold_places (KringWindow *self)
{
  self->showed_whole = kring_canvas_shows_whole (get_canvas (self));
  kring_canvas_hold_places (get_canvas (self));
}

/**
 * kring_window_glide:
 *
 * Lets everything slide from where kring_window_hold_places() saw it to where it stands now. Where
 * the whole map was seen, it still is.
 */
void
kring_window_glide (KringWindow *self)
{
  if (self->showed_whole)
    kring_canvas_zoom_to_fit (get_canvas (self));
  kring_canvas_glide (get_canvas (self));
}

/*
 * kring_window_cancel:
 *
 * Takes one layer off the map when the keyboard is on something that lies over it, and gives it to
 * the map.
 *
 * Returns: whether there was a layer
 */
gboolean
kring_window_cancel (KringWindow *self)
{
  KringCanvas *canvas = self->session != NULL ? get_canvas (self) : NULL;

  if (self->arranger != NULL && kring_arranger_cancel (self->arranger))
    return TRUE;
  if (canvas == NULL ||
      adw_view_stack_get_visible_child (self->views) != GTK_WIDGET (self->map_bin) ||
      !kring_interaction_cancel (kring_canvas_get_interaction (canvas)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  return TRUE;
}
