/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/timeline/kring-time-view.h"

#include "gtk/find/kring-filter-bar.h"
#include "gtk/widgets/kring-fold.h"

#define MARGIN 8

struct _KringTimeView
{
  GtkBox parent_instance;
};

enum
{
  INSPECT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTimeView, kring_time_view, GTK_TYPE_BOX)

static void
time_view_inspect_cb (KringTimeView *self)
{
  g_signal_emit (self, signals[INSPECT], 0);
}

/* The keyboard begins in the story; the line of time lies before it. */
static gboolean
kring_time_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *story = gtk_widget_get_last_child (widget);

  return kring_focus_find_in (widget) == NULL &&
         gtk_widget_child_focus (story, GTK_DIR_TAB_FORWARD);
}

/* The line of time has this key too, for the moment that has the keyboard. */
static gboolean
time_view_add_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  kring_time_strip_add (KRING_TIME_STRIP (kring_time_view_get_strip (KRING_TIME_VIEW (widget))));
  return GDK_EVENT_STOP;
}

static void
kring_time_view_class_init (KringTimeViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = kring_focus_enter;
  GTK_WIDGET_CLASS (klass)->grab_focus = kring_time_view_grab_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timeview");
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Insert, 0, time_view_add_cb,
                                NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_KP_Insert, 0, time_view_add_cb,
                                NULL);

  /**
   * KringTimeView::inspect:
   *
   * The details of the selection are wanted.
   */
  signals[INSPECT] = g_signal_new ("inspect", KRING_TYPE_TIME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_time_view_init (KringTimeView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* What the filter leaves out of the story is said above it. */
static GtkWidget *
time_view_new_bar (KringSession *session)
{
  GtkWidget *bar = kring_filter_bar_new (session);

  kring_filter_bar_set_narrow (KRING_FILTER_BAR (bar), TRUE);
  gtk_widget_set_halign (bar, GTK_ALIGN_START);
  gtk_widget_set_margin_start (bar, 2 * MARGIN);
  gtk_widget_set_margin_top (bar, MARGIN);
  gtk_widget_set_margin_bottom (bar, MARGIN);
  return bar;
}

/**
 * kring_time_view_new: (constructor)
 * @session: whose map is told
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kring_time_view_new (KringSession *session)
{
  KringTimeView *self = g_object_new (KRING_TYPE_TIME_VIEW, NULL);
  GtkWidget *strip = kring_time_strip_new (session, TRUE);
  GtkWidget *story = kring_story_list_new (session);

  g_signal_connect_object (strip, "inspect", G_CALLBACK (time_view_inspect_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (story, "inspect", G_CALLBACK (time_view_inspect_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (story, TRUE);
  gtk_box_append (GTK_BOX (self), strip);
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self), time_view_new_bar (session));
  gtk_box_append (GTK_BOX (self), story);
  return GTK_WIDGET (self);
}

/**
 * kring_time_view_get_strip:
 *
 * Returns: (transfer none): the line of time on top
 */
GtkWidget *
kring_time_view_get_strip (KringTimeView *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}
