/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-window-private.h"
#include "gtk/presenting/kring-presentation.h"
#include "gtk/presenting/kring-presenting-question.h"

#include <glib/gi18n.h>

#define TOAST_SECONDS 5

static void
presentation_gone_cb (gpointer data, GObject *presentation)
{
  KringWindow *self = data;

  self->presentation = NULL;
  kring_header_set_presenting (self->header, FALSE);
}

static void
begin_presenting (KringWindow *self, KringPresentingQuestion *question)
{
  g_autoptr (GdkMonitor) screen = kring_presenting_question_get_screen (question);
  g_autofree char *told = NULL;
  KringShareRule rule;

  if (screen == NULL)
    {
      kring_window_add_toast (self, _ ("That screen is no longer there"), TOAST_SECONDS);
      return;
    }
  kring_presenting_question_get_rule (question, &rule);
  kring_presenting_question_remember (question);
  self->presentation = kring_presentation_new (self->session, &rule);
  g_object_weak_ref (G_OBJECT (self->presentation), presentation_gone_cb, self);
  kring_header_set_presenting (self->header, TRUE);
  kring_presentation_fill_screen (KRING_PRESENTATION (self->presentation), screen);
  /* Translators: for whom: "On the screen: Care." */
  told = g_strdup_printf (_ ("On the screen: %s. F6 blanks it, F5 stops."),
                          kring_reader_get_label (rule.reader));
  kring_window_add_toast (self, told, TOAST_SECONDS);
}

static void
presenting_answered_cb (KringPresentingQuestion *question, const char *response, KringWindow *self)
{
  if (g_strcmp0 (response, "present") == 0 && self->presentation == NULL)
    begin_presenting (self, question);
}

static void
present_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);
  GtkWindow *question;

  if (self->presentation != NULL)
    {
      kring_window_stop_presenting (self);
      return;
    }
  question = kring_presenting_question_new (GTK_WINDOW (self), self->settings);
  g_signal_connect_object (question, "response", G_CALLBACK (presenting_answered_cb), self, 0);
  gtk_window_present (question);
}

static void
window_blank_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);
  KringPresentedMap *map;
  gboolean blank;

  if (self->presentation == NULL)
    return;
  map = kring_presentation_get_map (KRING_PRESENTATION (self->presentation));
  blank = !kring_presented_map_get_blank (map);
  kring_presented_map_set_blank (map, blank);
  kring_window_add_toast (
      self, blank ? _ ("The other screen is blank") : _ ("The map is shown again"), TOAST_SECONDS);
}

/*
 * kring_window_stop_presenting:
 *
 * What others look at goes from their screen.
 */
void
kring_window_stop_presenting (KringWindow *self)
{
  GtkWindow *presentation = self->presentation;

  if (presentation == NULL)
    return;
  g_object_weak_unref (G_OBJECT (presentation), presentation_gone_cb, self);
  self->presentation = NULL;
  gtk_window_destroy (presentation);
  kring_header_set_presenting (self->header, FALSE);
}

/**
 * kring_window_install_presenting_actions:
 *
 * Putting the map on a screen that others look at.
 */
void
kring_window_install_presenting_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.present", NULL, present_cb);
  gtk_widget_class_install_action (klass, "win.blank", NULL, window_blank_cb);
}
