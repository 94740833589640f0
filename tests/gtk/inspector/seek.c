/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seek.h"

/* The first that @matches, @widget itself before what is in it; NULL if none does. */
GtkWidget *
seek (GtkWidget *widget, SeekFunc matches, gconstpointer data)
{
  GtkWidget *found = matches (widget, data) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = seek (child, matches, data);
  return found;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

GtkWidget *
seek_type (GtkWidget *widget, GType type)
{
  return seek (widget, is_of_type, GSIZE_TO_POINTER (type));
}

/* What @widget itself hears of that key; returns whether it takes it. */
gboolean
seek_press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  return taken;
}
