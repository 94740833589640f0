/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/overlay/kring-zoom-bar.h"

#include "gtk/overlay/kring-minimap.h"

#include <glib/gi18n.h>

/* To the edges of the canvas, in pixels. */
#define MARGIN 16

struct _KringZoomBar
{
  AdwBin parent_instance;

  KringCanvas *canvas; /* (not owned), outlives it in the same overlay */
  GtkBox *card;
  GtkButton *percent;
  GtkOrientable *separator;
};

G_DEFINE_FINAL_TYPE (KringZoomBar, kring_zoom_bar, ADW_TYPE_BIN)

static void
scale_changed_cb (KringZoomBar *self)
{
  g_autofree char *text = g_strdup_printf ("%.0f%%", kring_canvas_get_scale (self->canvas) * 100);

  gtk_button_set_label (self->percent, text);
}

static GtkWidget *
add_button (GtkBox *card, const char *icon, const char *tooltip, const char *action)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (card, button);
  return button;
}

static GtkWidget *
zoom_bar_make_card (KringZoomBar *self)
{
  GtkBox *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  self->card = card;
  self->separator = GTK_ORIENTABLE (gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_add_css_class (GTK_WIDGET (card), "kring-card");
  add_button (card, "list-remove-symbolic", _ ("Zoom Out (Ctrl+−)"), "map.zoom-out");
  self->percent = GTK_BUTTON (add_button (card, NULL, _ ("Actual Size (Ctrl+9)"), "map.zoom-100"));
  gtk_widget_add_css_class (GTK_WIDGET (self->percent), "numeric");
  gtk_widget_set_size_request (GTK_WIDGET (self->percent), 56, -1);
  add_button (card, "list-add-symbolic", _ ("Zoom In (Ctrl++)"), "map.zoom-in");
  gtk_box_append (card, GTK_WIDGET (self->separator));
  add_button (card, "view-fullscreen-symbolic", _ ("Show Everything (Ctrl+0)"), "map.zoom-fit");
  return GTK_WIDGET (card);
}

static void
kring_zoom_bar_class_init (KringZoomBarClass *klass)
{
}

static void
kring_zoom_bar_init (KringZoomBar *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_end (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), MARGIN);
}

/**
 * kring_zoom_bar_new: (constructor)
 * @canvas: what it zooms
 *
 * Returns: (transfer floating): a card to lay over @canvas
 */
GtkWidget *
kring_zoom_bar_new (KringCanvas *canvas)
{
  KringZoomBar *self = g_object_new (KRING_TYPE_ZOOM_BAR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->canvas = canvas;
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", kring_canvas_get_actions (canvas));
  gtk_box_append (GTK_BOX (box), kring_minimap_new (canvas));
  gtk_box_append (GTK_BOX (box), zoom_bar_make_card (self));
  gtk_widget_set_halign (GTK_WIDGET (self->card), GTK_ALIGN_END);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (canvas, "notify::scale", G_CALLBACK (scale_changed_cb), self,
                           G_CONNECT_SWAPPED);
  scale_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * kring_zoom_bar_set_narrow:
 * @narrow: whether it stands upright, without the number, so that it takes little width
 */
void
kring_zoom_bar_set_narrow (KringZoomBar *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->card),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (self->separator,
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self->percent), !narrow);
}

/**
 * kring_zoom_bar_get_card:
 *
 * Returns: (transfer none): what is always there of it, without the small map
 */
GtkWidget *
kring_zoom_bar_get_card (KringZoomBar *self)
{
  return GTK_WIDGET (self->card);
}
