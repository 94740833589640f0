/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "card.h"

#include "seek.h"

#include "gtk/records/kring-statement-popover.h"
#include "map/model/kring-record-counts.h"

#include <string.h>

gboolean
card_is_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

gboolean
card_says (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

gboolean
card_is_button_for (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
         seek (widget, card_says, data) != NULL;
}

void
card_press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  fixture_settle ();
}

GtkWidget *
card_open (Fixture *fixture, const char *id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = g_object_ref_sink (kring_statement_popover_new (fixture->session));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) id);
  fixture_show (fixture, box);
  kring_statement_popover_ask (KRING_STATEMENT_POPOVER (popover), box,
                               &(GdkRectangle){ 100, 100, 1, 1 }, ids);
  fixture_settle ();
  return popover;
}

void
card_finish (GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_settle ();
  gtk_widget_unparent (popover);
  fixture_settle ();
  g_assert_finalize_object (popover);
}

KringItem *
card_get_newest (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) statements = kring_map_dup_statements_of (fixture->map, id);

  return statements->len > 0 ? g_ptr_array_index (statements, 0) : NULL;
}
