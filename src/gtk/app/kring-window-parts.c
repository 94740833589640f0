/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-application.h"
#include "gtk/app/kring-window-private.h"
#include "gtk/overlay/kring-paste-bar.h"
#include "gtk/find/kring-filter-actions.h"
#include "gtk/find/kring-search-popover.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/lists/kring-task-page.h"
#include "gtk/quiet/kring-youth-window.h"
#include "gtk/records/kring-noting.h"
#include "gtk/records/kring-reminder-bar.h"
#include "gtk/timeline/kring-time-strip.h"
#include "map/edit/kring-commands.h"

#include <glib/gi18n.h>

static KringCatalogueStore *
window_parts_get_catalogues (KringWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return kring_application_get_shelf (KRING_APPLICATION (application));
}

static KringCanvas *
get_canvas (KringWindow *self)
{
  return kring_map_page_get_canvas (self->map_page);
}

void
kring_window_show_item (KringWindow *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "map");
  kring_selection_select (kring_session_get_selection (self->session), id);
  kring_canvas_show_item (get_canvas (self), id);
  kring_window_focus_page (self);
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
  GtkWidget *button = kring_header_get_search_place (self->header);

  if (gtk_widget_get_parent (self->search) != button)
    {
      gtk_widget_unparent (self->search);
      gtk_widget_set_parent (self->search, button);
    }
  gtk_popover_popup (GTK_POPOVER (self->search));
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
  kring_map_page_toggle_legend (KRING_WINDOW (widget)->map_page);
}

static void
questions_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.view", "s", "map");
  kring_map_page_open_questions (KRING_WINDOW (widget)->map_page);
}

static void
layouts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.view", "s", "map");
  kring_map_page_open_layouts (KRING_WINDOW (widget)->map_page);
}

static void
news_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.view", "s", "map");
  kring_map_page_ask_news (KRING_WINDOW (widget)->map_page);
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

static void
add_pages (KringWindow *self)
{
  KringCanvas *canvas;

  kring_page_stack_set_session (self->pages, self->session);
  self->map_page = KRING_MAP_PAGE (kring_page_stack_get_page (self->pages, "map"));
  canvas = get_canvas (self);
  g_settings_bind (self->settings, "grades", self->session, "grades", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "single-keys", self->map_page, "single-keys",
                   G_SETTINGS_BIND_GET);
  /* Over the list of names too, which a long list may be pasted into. */
  gtk_overlay_add_overlay (GTK_OVERLAY (gtk_widget_get_parent (GTK_WIDGET (self->names_revealer))),
                           kring_paste_bar_new (self->session));
  kring_filter_actions_add (G_ACTION_MAP (self), self->session);
  kring_filter_set_shelf (kring_session_get_filter (self->session),
                          window_parts_get_catalogues (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", kring_canvas_get_actions (canvas));
  g_signal_connect_object (self->teller, "changed", G_CALLBACK (told_cb), canvas, 0);
}

static void
window_parts_close_cards (KringWindow *self)
{
  GtkWidget *strip = gtk_revealer_get_child (self->time_revealer);
  GtkWidget *card = strip != NULL ? kring_time_strip_get_popover (KRING_TIME_STRIP (strip)) : NULL;

  kring_page_stack_close_cards (self->pages);
  kring_record_cards_close (self->record_cards);
  if (card != NULL && gtk_widget_get_visible (card))
    gtk_popover_popdown (GTK_POPOVER (card));
}

/* Cards are closed when the window is to close: what stands on them is kept. */
static void
finish_typing_cb (KringWindow *self, gboolean closing)
{
  if (closing)
    window_parts_close_cards (self);
  kring_window_finish_typing (self);
  kring_window_flush_parts (self);
  if (closing)
    kring_name_panel_finish (self->name_panel, TRUE);
}

static gboolean
is_taken_cb (KringWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  KringWindow *other = KRING_IS_APPLICATION (application)
                           ? kring_application_find_window (KRING_APPLICATION (application), file)
                           : NULL;

  return other != NULL && other != self;
}

static void
add_saving (KringWindow *self)
{
  const char *const signals[] = { "notify::file", "notify::modified", "notify::title" };

  self->opener = kring_draft_opener_new (GTK_WINDOW (self), self->session, self->recovery,
                                         kring_canvas_get_interaction (get_canvas (self)));
  self->saving = kring_saving_new (GTK_WINDOW (self), self->document, self->session, self->recovery,
                                   self->file_bar, self->opener);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->document, signals[i], G_CALLBACK (kring_window_update_title),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saving, "changed", G_CALLBACK (kring_window_update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saving, "finish-typing", G_CALLBACK (finish_typing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saving, "is-taken", G_CALLBACK (is_taken_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_details (KringWindow *self)
{
  GtkWidget *inspector = kring_inspector_new ();

  kring_inspector_set_session (KRING_INSPECTOR (inspector), self->session);
  g_signal_connect_object (inspector, "leave", G_CALLBACK (kring_window_focus_page), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->inspector_bin, inspector);
}

static void
add_record (KringWindow *self)
{
  GtkWidget *toasts = GTK_WIDGET (self->toasts);

  g_signal_connect_object (kring_session_get_drafts (self->session), "changed",
                           G_CALLBACK (kring_window_update_actions), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (toasts)),
                              kring_reminder_bar_new (self->session),
                              gtk_widget_get_prev_sibling (toasts));
  self->record_cards =
      kring_record_cards_new (GTK_WIDGET (self->work_bin), self->session,
                              window_parts_get_catalogues (self), get_canvas (self));
  kring_record_cards_add_sections (self->record_cards,
                                   KRING_INSPECTOR (adw_bin_get_child (self->inspector_bin)));
  kring_record_cards_place_copy_bar (self->record_cards, toasts);
  g_signal_connect_object (kring_record_cards_get_copy_bar (self->record_cards), "leave",
                           G_CALLBACK (kring_window_focus_page), self, G_CONNECT_SWAPPED);
}

static void
close_time_cb (KringWindow *self)
{
  g_object_set (self, "show-time", FALSE, NULL);
  kring_window_focus_page (self);
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
  gboolean shown = self->session != NULL && self->show_time &&
                   !g_str_equal (kring_page_stack_get_shown (self->pages), "time");

  if (shown && gtk_revealer_get_child (self->time_revealer) == NULL)
    add_time (self);
  gtk_revealer_set_reveal_child (self->time_revealer, shown);
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
  g_signal_connect_object (self->search, "show-item", G_CALLBACK (kring_window_show_item), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "notify::hits", G_CALLBACK (hits_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "closed", G_CALLBACK (kring_window_focus_page), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->search, kring_header_get_search_place (self->header));
}

static void
unknown_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.view", "s", "actions");
  kring_task_page_show_gaps (
      KRING_TASK_PAGE (kring_page_stack_get_page (KRING_WINDOW (widget)->pages, "actions")));
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
  kring_page_stack_open_filter (KRING_WINDOW (widget)->pages);
}

/*
 * kring_window_install_part_actions:
 *
 * The actions that bring a part of the window to the user.
 */
void
kring_window_install_part_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, window_parts_inspect_cb);
  gtk_widget_class_bind_template_callback (klass, kring_window_show_item);
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
  add_pages (self);
  add_details (self);
  add_saving (self);
  add_record (self);
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
  g_clear_object (&self->saving);
  g_clear_object (&self->opener);
  g_clear_object (&self->record_cards);
  if (self->search != NULL)
    gtk_widget_unparent (self->search);
  g_clear_object (&self->search);
}

/*
 * kring_window_focus_page:
 *
 * Gives the keyboard to the map, or to whichever page is shown.
 */
void
kring_window_focus_page (KringWindow *self)
{
  kring_page_stack_focus (self->pages);
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
  GtkWidget *label =
      focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_EDITABLE_LABEL) : NULL;

  if (self->session == NULL)
    return;
  kring_page_stack_finish_typing (self->pages, focus);
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

  if (self->session == NULL)
    return;
  kring_name_panel_finish (self->name_panel, FALSE);
  if (inspector != NULL)
    kring_inspector_flush (KRING_INSPECTOR (inspector));
  kring_page_stack_flush (self->pages);
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
  if (self->map_page == NULL)
    return FALSE;
  return kring_map_page_end_trial (self->map_page) ||
         (g_str_equal (kring_page_stack_get_shown (self->pages), "map") &&
          kring_map_page_cancel (self->map_page));
}

/**
 * kring_window_note_all:
 *
 * Notes what was typed, without asking: for when the program is told to end.
 */
void
kring_window_note_all (KringWindow *self)
{
  g_return_if_fail (KRING_IS_WINDOW (self));

  if (self->session == NULL)
    return;
  kring_window_finish_typing (self);
  kring_window_flush_parts (self);
  g_ptr_array_unref (kring_noting_note_all (self->session));
}

/**
 * kring_window_show_restored:
 *
 * Opens the box again that was typed in before the program ended, once the map is seen, and says
 * how many there are. Before that it says what is not back.
 */
void
kring_window_show_restored (KringWindow *self)
{
  g_return_if_fail (KRING_IS_WINDOW (self));

  kring_draft_opener_show_restored (self->opener, GTK_WIDGET (get_canvas (self)));
}
