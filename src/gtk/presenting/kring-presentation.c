/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/presenting/kring-presentation.h"

#include "gtk/widgets/kring-form.h"

#include <glib/gi18n.h>

/* How long the bar stays after the pointer moved, in seconds. */
#define BAR_SECONDS 4

struct _KringPresentation
{
  AdwWindow parent_instance;

  KringPresentedMap *map;
  GtkRevealer *revealer;
  GtkLabel *reader_label;
  GtkWidget *blank_button;
  guint hide_id;
};

G_DEFINE_FINAL_TYPE (KringPresentation, kring_presentation, ADW_TYPE_WINDOW)

/* Not from under the keyboard. */
static gboolean
hide_bar_cb (gpointer data)
{
  KringPresentation *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->revealer)))
    return G_SOURCE_CONTINUE;
  self->hide_id = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  return G_SOURCE_REMOVE;
}

static void
presentation_moved_cb (KringPresentation *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  self->hide_id = g_timeout_add_seconds (BAR_SECONDS, hide_bar_cb, self);
}

static gboolean
presentation_blank_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  KringPresentedMap *map = KRING_PRESENTATION (widget)->map;

  kring_presented_map_set_blank (map, !kring_presented_map_get_blank (map));
  return TRUE;
}

static gboolean
presentation_leave_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* Whoever comes to the bar with the keyboard sees it. */
static void
presentation_focus_changed_cb (KringPresentation *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->revealer)))
    presentation_moved_cb (self);
}

static void
kring_presentation_dispose (GObject *object)
{
  g_clear_handle_id (&KRING_PRESENTATION (object)->hide_id, g_source_remove);
  G_OBJECT_CLASS (kring_presentation_parent_class)->dispose (object);
}

static void
kring_presentation_class_init (KringPresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_presentation_dispose;
  g_type_ensure (KRING_TYPE_PRESENTED_MAP);
  kring_form_use (widget_class, "kring-presentation");
  gtk_widget_class_bind_template_child (widget_class, KringPresentation, map);
  gtk_widget_class_bind_template_child (widget_class, KringPresentation, revealer);
  gtk_widget_class_bind_template_child (widget_class, KringPresentation, reader_label);
  gtk_widget_class_bind_template_child (widget_class, KringPresentation, blank_button);
  gtk_widget_class_bind_template_callback (widget_class, presentation_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_b, 0, presentation_blank_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_B, GDK_SHIFT_MASK, presentation_blank_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, presentation_blank_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, presentation_leave_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F5, 0, presentation_leave_cb, NULL);
}

static void
kring_presentation_init (KringPresentation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (presentation_focus_changed_cb), NULL);
  presentation_moved_cb (self);
}

/**
 * kring_presentation_new: (constructor)
 * @session: of the own window
 * @rule: for whom it is
 *
 * Returns: (transfer none): a window that belongs to GTK, and to no application
 */
GtkWindow *
kring_presentation_new (KringSession *session, const KringShareRule *rule)
{
  KringPresentation *self = g_object_new (KRING_TYPE_PRESENTATION, NULL);
  const char *reader = kring_reader_get_label (rule->reader);
  /* Translators: for whom: "Presenting: Care" */
  g_autofree char *title = g_strdup_printf (_ ("Presenting: %s"), reader);

  /* What a task bar or a screen reader says of it holds nothing of the map. */
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->reader_label, title);
  kring_presented_map_begin (self->map, session, rule);
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  return GTK_WINDOW (self);
}

/**
 * kring_presentation_fill_screen:
 * @screen: is filled with it
 *
 * Comes to the front, all over @screen.
 */
void
kring_presentation_fill_screen (KringPresentation *self, GdkMonitor *screen)
{
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), screen);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * kring_presentation_get_map:
 *
 * Returns: (transfer none): what is seen in it
 */
KringPresentedMap *
kring_presentation_get_map (KringPresentation *self)
{
  return self->map;
}
