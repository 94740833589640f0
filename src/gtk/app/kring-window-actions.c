/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-window-private.h"
#include "gtk/sharing/kring-left-window.h"
#include "gtk/sharing/kring-made.h"

#include <glib/gi18n.h>

#define TOAST_SECONDS 5

/* Only possible when something is open. */
static const char *const working_actions[] = {
  "win.undo",    "win.redo",     "win.name-list", "win.inspector", "win.present",
  "win.view",    "win.pen",      "win.save",      "win.save-as",   "win.export",
  "win.search",  "win.filter",   "win.legend",    "win.questions", "win.unknown",
  "win.layouts", "win.timeline", "win.youth",     "win.news",      "win.begin-meeting",
};

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kring_saving_save (KRING_WINDOW (widget)->saving);
}

static void
save_as_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kring_saving_save_as (KRING_WINDOW (widget)->saving);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);
  gboolean offered = kring_toasts_is_offering (self->teller);

  kring_map_page_hold_places (self->map_page);
  if ((!self->show_names || !kring_name_panel_take_back (self->name_panel)) &&
      !kring_drafts_take_back (kring_session_get_drafts (self->session)))
    kring_session_undo (self->session);
  if (offered)
    kring_toasts_take_back (self->teller);
  kring_map_page_glide (self->map_page);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);

  kring_map_page_hold_places (self->map_page);
  kring_history_redo (kring_session_get_history (self->session));
  kring_map_page_glide (self->map_page);
}

static void
fullscreen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
open_made_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *uri = kring_toasts_get_uri (KRING_WINDOW (widget)->teller);

  if (uri != NULL)
    kring_made_open (GTK_WINDOW (widget), uri);
}

static void
window_made_cb (KringWindow *self, KringMade *made)
{
  g_autofree char *text = kring_made_dup_text (made), *uri = kring_made_dup_uri (made);

  kring_toasts_offer_open (self->teller, text, uri);
  kring_record_cards_ask_copy (self->record_cards, made);
}

static void
window_show_shared_cb (KringWindow *self, const char *id)
{
  kring_window_show_item (self, id);
  kring_window_add_toast (self, _ ("Share (Ctrl+E) goes on where you were"), TOAST_SECONDS);
}

/* What is heard of sharing, the one way out. */
void
kring_window_add_sharing (KringWindow *self)
{
  self->sharing = kring_sharing_new (GTK_WINDOW (self), self->settings);
  g_signal_connect_object (self->sharing, "made", G_CALLBACK (window_made_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sharing, "show-item", G_CALLBACK (window_show_shared_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);

  kring_sharing_ask (self->sharing, kring_document_get_map (self->document),
                     kring_document_get_file (self->document),
                     kring_session_get_filter (self->session));
}

static void
window_actions_tell_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kring_window_add_toast (KRING_WINDOW (widget), g_variant_get_string (parameter, NULL),
                          TOAST_SECONDS);
}

static void
tell_undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kring_toasts_offer_undo (KRING_WINDOW (widget)->teller, g_variant_get_string (parameter, NULL));
}

static void
tell_left_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text;

  g_variant_get_child (parameter, 0, "&s", &text);
  kring_toasts_offer_list (KRING_WINDOW (widget)->teller, text, parameter);
}

static void
show_left_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GVariant *left = kring_toasts_get_left (KRING_WINDOW (widget)->teller);
  g_autofree const char **items = NULL, **texts = NULL;

  if (left == NULL)
    return;
  g_variant_get (left, "(s^a&s^a&s)", NULL, &items, &texts);
  kring_left_window_show (GTK_WINDOW (widget), items, texts);
}

/*
 * kring_window_update_actions:
 *
 * Makes the actions possible or impossible after what is known now, and names the steps.
 */
void
kring_window_update_actions (KringWindow *self)
{
  KringHistory *history;
  gboolean thrown;
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (working_actions); i++)
    gtk_widget_action_set_enabled (widget, working_actions[i], self->document != NULL);
  if (self->document == NULL)
    return;

  history = kring_document_get_history (self->document);
  thrown = kring_drafts_can_take_back (kring_session_get_drafts (self->session));
  gtk_widget_action_set_enabled (widget, "win.undo", thrown || kring_history_can_undo (history));
  gtk_widget_action_set_enabled (widget, "win.redo", kring_history_can_redo (history));

  kring_header_set_steps (self->header,
                          thrown ? _ ("Throw Away") : kring_history_get_undo_label (history),
                          kring_history_get_redo_label (history));
}

/**
 * kring_window_install_actions:
 *
 * The actions of the window as a whole.
 */
void
kring_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (klass, "win.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (klass, "win.close", NULL, close_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "win.open-made", NULL, open_made_cb);
  gtk_widget_class_install_action (klass, "win.tell", "s", window_actions_tell_cb);
  gtk_widget_class_install_action (klass, "win.tell-undo", "s", tell_undo_cb);
  gtk_widget_class_install_action (klass, "win.tell-left", "(sasas)", tell_left_cb);
  gtk_widget_class_install_action (klass, "win.show-left", NULL, show_left_cb);
  gtk_widget_class_install_property_action (klass, "win.view", "view");
  gtk_widget_class_install_property_action (klass, "win.pen", "pen");
  gtk_widget_class_install_property_action (klass, "win.name-list", "show-names");
  gtk_widget_class_install_property_action (klass, "win.inspector", "show-details");
  gtk_widget_class_install_property_action (klass, "win.timeline", "show-time");
}
